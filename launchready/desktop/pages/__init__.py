"""The table of pages. A page is one module and one line here; the window makes it when it is first opened.

To add a page, write `pages/<name>.py` with a subclass of `pages.page.Page`, and put its line where it belongs in
the navigation. `launchready/desktop/pages/page.py` says what a page gets and gives. Actions of a page are lines of
`launchready.desktop.actions.ACTIONS` that name the page and a method of it; they then stand in the palette, the
shortcuts sheet and wherever the page offers them.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from launchready.desktop.bridge import LaunchBridge
from launchready.launch.readiness import is_done

if TYPE_CHECKING:
    from launchready.desktop.pages.page import Page, Shell


class PageEntry(Struct, frozen=True, kw_only=True):
    """One line of the table. `place` is `module:Class` below this package, `icon` a Lucide name.

    `count` gives the words at the right end of the navigation, such as `33/50`. A page of `needs_launch` False is
    there without an open launch too; one of `listed` False is opened by an action only, and stands in no list.
    """

    id: str
    title: str
    place: str
    icon: str
    count: Callable[[LaunchBridge], str] | None = None
    needs_launch: bool = True
    listed: bool = True

    def text(self) -> str:
        return QCoreApplication.translate("Pages", self.title)

    def make(self, shell: Shell) -> Page:
        module, name = self.place.split(":")
        kind = getattr(import_module(f"{__name__}.{module}"), name)
        return cast("Page", kind(shell))


def done_of_all(bridge: LaunchBridge) -> str:
    tasks = bridge.launch.tasks
    return f"{sum(is_done(task) for task in tasks.values())}/{len(tasks)}" if tasks else ""


PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        id="checklist",
        title=str(QT_TRANSLATE_NOOP("Pages", "Checklist")),
        place="checklist:ChecklistPage",
        icon="list-checks",
        count=done_of_all,
    ),
)


def find(id_: str) -> PageEntry | None:
    return next((page for page in PAGES if page.id == id_), None)
