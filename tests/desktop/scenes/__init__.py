"""Every page, dialog, form and menu of the window by name, each with what brings it up: what is walked through by
keyboard, and what is read over AT-SPI.

An action whose words end in an ellipsis opens something, so each of those is a scene; a new one is walked by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.desktop.scenes.before import BEFORE
from tests.desktop.scenes.unnamed import LAST, SPECIAL, Scene

if TYPE_CHECKING:
    from launchready.desktop.actions import Action
    from launchready.desktop.window import Window


def scenes() -> dict[str, Scene]:
    """By name, in the order of the table of actions; what leaves the launch stands at the end."""
    from launchready.desktop import actions, pages

    found: dict[str, Scene] = {page.id: opened(page.id) for page in pages.PAGES if page.listed or page.id == "library"}
    found |= SPECIAL
    for action in actions.available():
        if action.words().endswith("…") or action.id in PLAIN:
            found[action.id] = done(action)
    return found | LAST


PLAIN = (
    "show_palette",
    "show_settings",
    "show_shortcuts",
    "accept_condition",
    "consent_next_waiver",
    "add_task",
    "edit_claim",
    "filter_tasks",
)
"""Actions that open something although their words don't end in an ellipsis."""


def opened(page: str) -> Scene:
    return lambda window, _: window.open_page(page)


def done(action: Action) -> Scene:
    """Does an action as a person does, after what makes it possible."""

    def act(window: Window, folder: Path) -> None:
        from launchready.desktop import actions

        if action.id in BEFORE:
            BEFORE[action.id](window, folder)
        if action.page:
            window.open_page(action.page)
        for _ in chosen(window, action.page):
            if actions.is_enabled(action, window):
                window.trigger(action.id)
                return
        raise LookupError(f"“{action.words()}” can't be done with anything of the sample launch")

    return act


def chosen(window: Window, id_: str) -> Iterator[None]:
    """One thing of the page after another, each chosen."""
    page: Any = window.page(id_) if id_ else None
    yield
    if id_ == "checklist":
        for task in list(window.bridge.launch.tasks):
            page.table.choose_task(task)
            yield
    elif id_ == "claims":
        for claim in list(window.bridge.launch.claims):
            page.show_claim(claim)
            yield
    elif id_ == "library":
        for row in range(page.model.rowCount()):
            page.table.selectRow(row)
            yield
    elif id_ == "responsibilities":
        page.grid.setCurrentIndex(page.grid.raci.index(0, 1))
        yield
