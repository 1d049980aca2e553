"""What a page is, and what the window gives it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.files.recents import Recents
from launchready.desktop.theme import Theme
from launchready.launch.decision import Decision
from launchready.launch.model import Launch

if TYPE_CHECKING:
    from launchready.desktop.actions import Action
    from launchready.desktop.dialogs.save_template import Source


class Shell(Protocol):
    """The window as its pages know it."""

    theme: Theme
    settings: QSettings
    recents: Recents

    @property
    def bridge(self) -> LaunchBridge:
        """The open launch. A page that needs none doesn't ask."""

    @property
    def has_launch(self) -> bool: ...

    def open_page(self, id_: str) -> Page | None:
        """Shows that page and gives it the focus; None where there is none of that id."""

    def open_task(self, task: str) -> None:
        """Shows a task (by id) on the checklist, selected and with its inspector."""

    def open_claim(self, claim: str) -> None:
        """Shows a claim (by id) on its page, selected and with what proves it."""

    def open_file(self, path: str) -> bool:
        """Opens a launch file in this window, in place of the one that is open. False where it can't be."""

    def import_file(self, path: str) -> None:
        """Shows what is understood of a checklist, to be brought into the open launch."""

    def ask_template(self, source: Source) -> None:
        """Asks for a name, and shows what becomes of a launch or checklist as a template."""

    def go_back(self) -> None:
        """Shows the page of the open launch that was in sight before."""

    def show_bridge(self, bridge: LaunchBridge, *, remember: bool = True) -> None:
        """Shows an open launch in place of this one. With `remember` it is among the recent ones from now on."""

    def close_launch(self) -> None:
        """Lets go of the open launch, and shows the library."""

    def trigger(self, action: str) -> None:
        """Does what the action of that id does."""

    def named(self, action: Action) -> str:
        """The words of an action: of undo and redo, with what they would take back or do again."""

    def can_undo(self) -> bool: ...

    def can_redo(self) -> bool: ...

    def toast(self, text: str, action_text: str = "", action: Callable[[], object] | None = None) -> None:
        """Says what happened, with one thing to do about it."""

    def toast_undo(self, text: str) -> None:
        """Says what happened, with Undo."""


class Page(QWidget):
    """One page. The window calls `show_launch` when the page opens with another launch, `refresh` after each entry
    while it is in sight (once, with the whole difference, when it comes back into sight), `settle` a moment after
    `refresh`, `show_decision` when the
    verdict changed, `restyle` when the theme did, and `take_focus` when a person came here by key or click.

    Changes are made with `self.bridge.make(build, self.refusal.say)`, whose refusals then stand on the page.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 20, 20, 20)
        self.column.setSpacing(16)

    @property
    def bridge(self) -> LaunchBridge:
        return self.shell.bridge

    @property
    def theme(self) -> Theme:
        return self.shell.theme

    def show_launch(self, launch: Launch, decision: Decision) -> None:
        """Shows a launch from the start."""

    def show_afresh(self, launch: Launch) -> None:
        """What the window calls for `show_launch`. A page that shows no verdict overrides this instead, and opens
        without one being worked out."""
        self.show_launch(launch, self.bridge.decision)

    def refresh(self, before: Launch, after: Launch) -> None:
        """Takes in what changed, keeping selection, scroll, focus and half-typed text."""
        del before
        self.show_launch(after, self.bridge.decision)

    def settle(self, launch: Launch) -> None:
        """What may follow an edit a moment later, so that the edit itself is painted first: what goes through
        everything."""

    def show_decision(self, decision: Decision) -> None:
        """Takes in another verdict or other reasons."""

    def restyle(self) -> None:
        """Redraws what is painted by hand, in the colours of the theme in force."""
        self.update()

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
