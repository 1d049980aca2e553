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
    _checklist("edit_owner", "Edit the owner", "", "has_one", c.TaskEdited, c.PersonAdded),
    _checklist("edit_due", "Edit the due", "", "has_one", c.TaskEdited),
    _checklist("edit_area", "Edit the area", "", "has_one", c.TaskEdited),
    _checklist("edit_lane", "Move to another lane", "", "has_one", c.TaskEdited),
    _checklist("edit_gating", "Make it gating or advisory", "", "has_one", c.TaskEdited),
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


def _overview(id_: str, text: str, enabled: str = "", *made: type, shortcut: str = "") -> Action:
    return Action(id=id_, text=text, method=id_, page="overview", shortcut=shortcut, enabled=enabled, changes=made)


PEOPLE = (
    c.PersonAdded,
    c.PersonEdited,
    c.PersonRemoved,
    c.LeadChanged,
    c.DeciderChanged,
    c.DelegateNamed,
    c.DelegateRemoved,
)
OVERVIEW = (
    _overview("record_decision", "Record the decision…", "", c.DecisionRecorded, shortcut="Ctrl+Shift+D"),
    _overview("edit_launch", "Launch details…", "", c.LaunchEdited, shortcut="Ctrl+D"),
    _overview("edit_people", "People, leads and delegates…", "", *PEOPLE, shortcut="Ctrl+Shift+I"),
    _overview("agree_checklist", "Agree the checklist…", "can_agree", c.ChecklistAgreed),
    _overview("call_off", "Call the launch off…", "can_call_off", c.CalledOff),
    _overview("resume_launch", "Resume the launch…", "is_called_off", c.Resumed),
)


def _sign_off(id_: str, text: str, enabled: str, *made: type, shortcut: str = "") -> Action:
    return Action(id=id_, text=text, method=id_, page="sign_off", shortcut=shortcut, enabled=enabled, changes=made)


SIGN_OFF = (
    _sign_off("sign", "Sign off…", "can_sign", c.SignedOff, c.PersonAdded, shortcut="Ctrl+Shift+G"),
    _sign_off("record_sign_off", "Record a sign-off for its lead…", "can_record", c.SignedOff, c.PersonAdded),
    _sign_off("withdraw_sign_off", "Withdraw a sign-off…", "can_withdraw", c.SignOffWithdrawn),
    _sign_off("accept_condition", "Accept the next condition", "can_accept_condition", c.ConditionAccepted),
    _sign_off("call_condition_met", "Call the next condition met", "can_call_met", c.ConditionMet),
    _sign_off("release_condition", "Release a condition…", "can_release_condition", c.ConditionReleased),
    _sign_off("consent_next_waiver", "Consent to the next waiver", "can_consent", c.WaiverConsented),
    _sign_off("escalate", "Escalate to the decider…", "has_decider", c.Escalated),
    _sign_off("withdraw_escalation", "Withdraw the escalation…", "has_escalation", c.EscalationWithdrawn),
    _sign_off("rule", "Rule Go or No-go…", "has_decider", c.Ruled),
    _sign_off("withdraw_ruling", "Withdraw the ruling…", "can_withdraw_ruling", c.RulingWithdrawn),
)


def _raci(id_: str, text: str, enabled: str, *made: type, shortcut: str = "", in_view: bool = False) -> Action:
    return Action(
        id=id_,
        text=text,
        method=id_,
        page="responsibilities",
        shortcut=shortcut,
        enabled=enabled,
        in_view=in_view,
        changes=made,
    )


RESPONSIBILITIES = (
    _raci("set_letters", "Set R, A, C or I", "has_cell", c.LettersSet, shortcut="R", in_view=True),
    _raci("add_activity", "Add an activity", "", c.ActivityAdded),
    _raci("edit_cell", "Edit the activity", "has_activity", c.ActivityEdited),
    _raci("remove_activity", "Remove the activity", "has_activity", c.ActivityRemoved),
    _raci("activity_up", "Move the activity up", "has_activity", c.ActivityEdited),
    _raci("activity_down", "Move the activity down", "has_activity", c.ActivityEdited),
    _raci("add_party", "Add a party…", "", c.LaunchEdited),
    _raci("remove_party", "Remove the party…", "has_party", c.LaunchEdited),
    _raci("print_page", "Print the responsibilities…", ""),
)

FILES = (
    _window(
        "new_launch",
        "New launch…",
        "Ctrl+N",
        changes=(c.LaunchCreated, c.LeadChanged, c.DeciderChanged, c.ActivityAdded, c.PersonAdded, c.TaskAdded),
    ),
    _window("open_library", "All launches", "Ctrl+Shift+L"),
    _window("show_recents", "Recent launches…", "Ctrl+R"),
    _window("open_sample", "Look around in the sample launch"),
    _window("reveal_file", "Show the launch file in its folder", "", "has_file"),
    _window(
        "import_tasks",
        "Import a checklist…",
        "Ctrl+I",
        changes=(c.TaskAdded, c.TaskEdited, c.TaskProgressed, c.StepAdded, c.EvidenceAdded, c.PersonAdded),
    ),
    _window("save_template", "Save as a template…", "Ctrl+Shift+T", "has_open"),
    _window("compare_template", "Compare with a template…", "Ctrl+Shift+K", "has_open"),
    _window("take_left_out", "Take in all that was left out", "", "has_left_out", changes=(c.TaskAdded, c.PersonAdded)),
    _window("import_template", "Save the file being imported as a template…", "", "is_importing"),
    _window("reveal_template", "Show the chosen template in its folder", "", "has_own_template"),
    _window("rename_template", "Rename the chosen template…", "", "has_own_template"),
    _window("trash_template", "Move the chosen template to the trash", "", "has_own_template"),
    _window("export", "Export…", "Ctrl+E", "has_open"),
    _window("copy_summary", "Copy the summary for a chat or an e-mail", "Ctrl+Shift+C", "has_open"),
    _window("copy_markdown", "Copy the whole summary as Markdown", "", "has_open"),
    _window("print_summary", "Print…", "Ctrl+P", "has_open"),
)


def _library(id_: str, text: str, shortcut: str = "", enabled: str = "has_chosen", *made: type) -> Action:
    return Action(
        id=id_, text=text, method=id_, page="library", shortcut=shortcut, enabled=enabled, changes=made, in_view=True
    )


LIBRARY = (
    _library("open_chosen", "Open the chosen launch", "Return"),
    _library("rename_chosen", "Rename the chosen launch…", "F2", "has_sound", c.LaunchEdited),
    _library("duplicate_chosen", "Duplicate the chosen launch…", "", "has_sound", c.LaunchCreated),
    _library("archive_chosen", "Archive the chosen launch", "", "has_current"),
    _library("restore_chosen", "Take the chosen launch out of the archive", "", "has_archived"),
    _library("trash_chosen", "Move the chosen launch to the trash", "Del"),
    _library("reveal_chosen", "Show the chosen launch in its folder"),
    _library("find_launch", "Find a launch", "Ctrl+F", ""),
)


def _claims(id_: str, text: str, shortcut: str, enabled: str, *made: type) -> Action:
    return Action(id=id_, text=text, method=id_, page="claims", shortcut=shortcut, enabled=enabled, changes=made)


CLAIMS = (
    _claims("add_claim", "Add a claim…", "Ctrl+Shift+A", "", c.ClaimAdded),
    _claims("edit_claim", "Reword the claim", "", "has_claim", c.ClaimEdited),
    _claims("use_claim", "Put the claim in use", "", "can_use", c.ClaimStateChanged),
    _claims("draft_claim", "Make the claim a draft", "", "can_draft", c.ClaimStateChanged),
    _claims("withdraw_claim", "Withdraw the claim", "", "can_withdraw", c.ClaimStateChanged),
    _claims("prove_by_tasks", "Prove the claim by tasks…", "", "has_claim", c.ClaimEdited),
    _claims("prove_by_evidence", "Prove the claim by evidence…", "", "has_claim", c.ClaimEvidenceAdded),
    _claims("accept_evidence", "Accept evidence as proof…", "", "has_waiting_evidence", c.ClaimEvidenceAccepted),
    _claims("remove_proof", "Remove proof…", "", "has_proof", c.ClaimEvidenceRemoved, c.ClaimEdited),
    _claims("remove_claim", "Remove the claim", "", "has_claim", c.ClaimRemoved),
)


def _history(id_: str, text: str, shortcut: str = "") -> Action:
    return Action(id=id_, text=text, method=id_, page="history", shortcut=shortcut, enabled="has_entry")


HISTORY = (
    _history("look_back", "Look at the launch as it was"),
    _history("undo_entry", "Undo this entry"),
    _history("copy_hash", "Copy the hash of the entry"),
)

ACTIONS: tuple[Action, ...] = (
    *WINDOW,
    *FILES,
    *LIBRARY,
    *OVERVIEW,
    *CHECKLIST,
    *CLAIMS,
    *RESPONSIBILITIES,
    *SIGN_OFF,
    *HISTORY,
)

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
