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
from launchready.launch.lanes import SIGNING
from launchready.launch.readiness import supported_of_used

if TYPE_CHECKING:
    from launchready.desktop.pages.page import Page, Shell


class PageEntry(Struct, frozen=True, kw_only=True):
    """One line of the table. `place` is `module:Class` below this package.

    `count` gives the words at the right end of the navigation, such as `33/50`. A page of `needs_launch` False is
    there without an open launch too; one of `listed` False is opened by an action only, and stands in no list.
    """

    id: str
    title: str
    place: str
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
    counts = bridge.counts
    return f"{counts.done}/{counts.tasks}" if counts.tasks else ""


def signed(bridge: LaunchBridge) -> str:
    """How many of the lanes have a sign-off that stands."""
    held = [bridge.launch.sign_offs.get(lane.id) for lane in SIGNING]
    return f"{sum(each is not None and each.withdrawn is None for each in held)}/{len(held)}"


def supported(bridge: LaunchBridge) -> str:
    """How many of the claims in use are supported."""
    done, used = supported_of_used(bridge.launch)
    return f"{done}/{used}" if used else ""


PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        id="overview",
        title=str(QT_TRANSLATE_NOOP("Pages", "Overview")),
        place="overview:OverviewPage",
    ),
    PageEntry(
        id="checklist",
        title=str(QT_TRANSLATE_NOOP("Pages", "Checklist")),
        place="checklist:ChecklistPage",
        count=done_of_all,
    ),
    PageEntry(
        id="claims",
        title=str(QT_TRANSLATE_NOOP("Pages", "Claims")),
        place="claims:ClaimsPage",
        count=supported,
    ),
    PageEntry(
        id="responsibilities",
        title=str(QT_TRANSLATE_NOOP("Pages", "Responsibilities")),
        place="responsibilities:ResponsibilitiesPage",
    ),
    PageEntry(
        id="sign_off",
        title=str(QT_TRANSLATE_NOOP("Pages", "Sign-off")),
        place="sign_off:SignOffPage",
        count=signed,
    ),
    PageEntry(
        id="history",
        title=str(QT_TRANSLATE_NOOP("Pages", "History")),
        place="history:HistoryPage",
        count=lambda bridge: str(len(bridge.session.entries)),
    ),
    PageEntry(
        id="library",
        title=str(QT_TRANSLATE_NOOP("Pages", "Launches")),
        place="library:LibraryPage",
        needs_launch=False,
        listed=False,
    ),
    PageEntry(
        id="new_launch",
        title=str(QT_TRANSLATE_NOOP("Pages", "New launch")),
        place="new_launch:NewLaunchPage",
        needs_launch=False,
        listed=False,
    ),
    PageEntry(
        id="damaged",
        title=str(QT_TRANSLATE_NOOP("Pages", "Damaged file")),
        place="damaged:DamagedPage",
        needs_launch=False,
        listed=False,
    ),
    PageEntry(
        id="import",
        title=str(QT_TRANSLATE_NOOP("Pages", "Import a checklist")),
        place="importing:ImportPage",
        listed=False,
    ),
    PageEntry(
        id="compare",
        title=str(QT_TRANSLATE_NOOP("Pages", "Compare with a template")),
        place="comparing:ComparePage",
        listed=False,
    ),
)


def find(id_: str) -> PageEntry | None:
    return next((page for page in PAGES if page.id == id_), None)
