"""Everything that can be done in the window, as one table: palette, menus, shortcuts and their sheet all read it.

An action names a page and a method of it (of the window where `page` is empty). `changes` are the classes of change
that it leads to: a test holds that every change class has an action.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from launchready.desktop import pages
from launchready.launch import changes as c

if TYPE_CHECKING:
    from launchready.desktop.window import Window


class Action(Struct, frozen=True, kw_only=True):
    """`enabled` names a method of the same page or window that says whether it can be done now.

    `shortcut` is Qt's portable text. `in_view`: the key counts only inside the page's main view, which handles it
    itself, so that Space and Enter stay what they are elsewhere.
    """

    id: str
    text: str
    method: str
    page: str = ""
    shortcut: str = ""
    enabled: str = ""
    in_view: bool = False
    changes: tuple[type, ...] = ()

    def words(self) -> str:
        return QCoreApplication.translate("Actions", self.text)


def _window(id_: str, text: str, shortcut: str = "", enabled: str = "", **rest: Any) -> Action:
    return Action(id=id_, text=text, method=id_, shortcut=shortcut, enabled=enabled, **rest)


def _checklist(
    id_: str, text: str, shortcut: str = "", enabled: str = "has_selection", *made: type, **rest: Any
) -> Action:
    return Action(
        id=id_,
        text=text,
        method=id_,
        page="checklist",
        shortcut=shortcut,
        enabled=enabled,
        changes=made,
        in_view=rest.get("in_view", False),
    )


WINDOW = (
    _window("show_palette", "Search or run a command", "Ctrl+K"),
    _window("undo", "Undo", "Ctrl+Z", "can_undo"),
    _window("redo", "Redo", "Ctrl+Shift+Z", "can_redo"),
    _window("choose_file", "Open a launch file…", "Ctrl+O"),
    _window("save_copy", "Save a copy…", "Ctrl+Shift+S", "can_save_copy"),
    _window("show_settings", "Settings", "Ctrl+,"),
    _window("show_shortcuts", "Keyboard shortcuts", "F1"),
    _window("toggle_theme", "Switch between light and dark"),
    _window("close", "Close the window", "Ctrl+W"),
)

CHECKLIST = (
    _checklist("add_task", "Add a task", "Ctrl+T", "", c.TaskAdded, c.PersonAdded),
    _checklist("filter_tasks", "Filter the checklist", "Ctrl+F", ""),
    _checklist("toggle_done", "Mark done", "Space", "has_selection", c.TaskProgressed, c.GateConfirmed, in_view=True),
    _checklist("open_inspector", "Open the task", "Return", in_view=True),
    _checklist("edit_title", "Edit the title", "F2", "has_selection", c.TaskEdited, in_view=True),
    _checklist("remove_tasks", "Remove", "Del", "has_selection", c.TaskRemoved, in_view=True),
    _checklist("start_tasks", "Mark in progress", "Ctrl+Shift+P", "has_selection", c.TaskProgressed),
    _checklist("block_tasks", "Mark blocked…", "Ctrl+Shift+B", "has_selection", c.TaskProgressed),
    _checklist("reopen_tasks", "Mark to do", "Ctrl+Shift+O", "has_selection", c.TaskProgressed),
    _checklist("drop_tasks", "Mark not applicable…", "", "has_selection", c.TaskProgressed),
    _checklist("edit_tasks", "Edit owner, due, area…", "Ctrl+Return", "has_selection", c.TaskEdited, c.PersonAdded),
    _checklist("move_up", "Move up", "Alt+Up", "has_selection", c.TaskEdited),
    _checklist("move_down", "Move down", "Alt+Down", "has_selection", c.TaskEdited),
    _checklist("add_evidence", "Add evidence…", "Ctrl+L", "has_one", c.EvidenceAdded),
    _checklist("replace_evidence", "Replace evidence…", "", "has_evidence", c.EvidenceReplaced),
    _checklist("remove_evidence", "Remove evidence…", "", "has_evidence", c.EvidenceRemoved),
    _checklist("add_step", "Add a step", "", "has_one", c.StepAdded, c.StepEdited, c.StepRemoved),
    _checklist("acknowledge", "Acknowledge…", "", "awaits_word", c.TaskAcknowledged),
    _checklist("send_back", "Send back…", "", "awaits_word", c.TaskSentBack),
    _checklist("withdraw_acknowledgement", "Withdraw the acknowledgement…", "", "has_word", c.AcknowledgementWithdrawn),
    _checklist("ask_waiver", "Ask to waive…", "", "can_waive", c.WaiverAsked),
    _checklist("consent_waiver", "Consent to the waiver…", "", "has_waiver", c.WaiverConsented),
    _checklist("review_waiver", "Review the waiver…", "", "has_waiver", c.WaiverReviewed),
    _checklist("renew_waiver", "Renew the waiver…", "", "has_waiver", c.WaiverRenewed),
    _checklist("withdraw_waiver", "Withdraw the waiver…", "", "has_waiver", c.WaiverWithdrawn),
)

ACTIONS: tuple[Action, ...] = (*WINDOW, *CHECKLIST)

PAGE_KEY = str(QT_TRANSLATE_NOOP("Actions", "Go to {page}"))


def available() -> Iterator[Action]:
    """The actions whose page is there, and one to go to each page (Alt+1, Alt+2, …)."""
    yield from (action for action in ACTIONS if not action.page or pages.find(action.page) is not None)
    listed = [page for page in pages.PAGES if page.listed]
    for number, page in enumerate(listed, 1):
        text = QCoreApplication.translate("Actions", PAGE_KEY).format(page=page.text())
        yield Action(id=f"go_{page.id}", text=text, method="", page=page.id, shortcut=f"Alt+{number}")


def find(id_: str) -> Action | None:
    return next((action for action in available() if action.id == id_), None)


def is_enabled(action: Action, window: Window) -> bool:
    """Whether the action can be done now."""
    page = pages.find(action.page) if action.page else None
    if page is not None and page.needs_launch and not window.has_launch:
        return False
    if not action.enabled:
        return True
    target = window.page(action.page) if action.page else window
    return target is not None and bool(getattr(target, action.enabled)())


def run(action: Action, window: Window) -> None:
    """Does it, on its page, which comes into sight."""
    target: Any = window.open_page(action.page) if action.page else window
    if target is not None and action.method:
        getattr(target, action.method)()
