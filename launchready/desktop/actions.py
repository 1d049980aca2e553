"""Everything that can be done in the window, as one table: palette, menus, shortcuts and their sheet all read it.

An action names a page and a method of it (of the window where `page` is empty). `changes` are the classes of change
that it leads to: a test holds that every change class has an action.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from launchready.desktop import pages
from launchready.launch import changes as c
from launchready.wording.language import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from launchready.desktop.window import Window


CHOOSING = ("library", "checklist", "claims", "responsibilities", "history")
"""Pages on which an action that can't always be done acts on what is chosen there."""


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
        page = pages.find(self.page)
        return tr(self.text).format(page=page.text() if page else "")


def _window(id_: str, text: str, shortcut: str = "", enabled: str = "", **rest: Any) -> Action:
    return Action(id=id_, text=text, method=id_, shortcut=shortcut, enabled=enabled, **rest)


def _on_page(page: str, id_: str, text: str, enabled: str = "", *made: type, **rest: Any) -> Action:
    return Action(id=id_, text=text, method=id_, page=page, enabled=enabled, changes=made, **rest)


def _checklist(
    id_: str, text: str, shortcut: str = "", enabled: str = "has_selection", *made: type, in_view: bool = False
) -> Action:
    return _on_page("checklist", id_, text, enabled, *made, shortcut=shortcut, in_view=in_view)


WINDOW = (
    _window("show_palette", QT_TR_NOOP("Search or run a command"), "Ctrl+K"),
    _window("undo", QT_TR_NOOP("Undo"), "Ctrl+Z", "can_undo"),
    _window("redo", QT_TR_NOOP("Redo"), "Ctrl+Shift+Z", "can_redo"),
    _window("choose_file", QT_TR_NOOP("Open a launch file…"), "Ctrl+O"),
    _window("save_copy", QT_TR_NOOP("Save a copy…"), "Ctrl+Shift+S", "has_open"),
    _window("show_settings", QT_TR_NOOP("Settings"), "Ctrl+,"),
    _window("show_shortcuts", QT_TR_NOOP("Keyboard shortcuts"), "F1"),
    _window("toggle_theme", QT_TR_NOOP("Switch between light and dark")),
    _window("close", QT_TR_NOOP("Close the window"), "Ctrl+W"),
)

CHECKLIST = (
    _checklist("add_task", QT_TR_NOOP("Add a task"), "Ctrl+T", "", c.TaskAdded, c.PersonAdded),
    _checklist("filter_tasks", QT_TR_NOOP("Filter the checklist"), "Ctrl+F", ""),
    _checklist(
        "toggle_done",
        QT_TR_NOOP("Mark done"),
        "Space",
        "has_selection",
        c.TaskProgressed,
        c.GateConfirmed,
        in_view=True,
    ),
    _checklist("open_inspector", QT_TR_NOOP("Open the task"), "Return", in_view=True),
    _checklist("edit_title", QT_TR_NOOP("Edit the title"), "F2", "has_selection", c.TaskEdited, in_view=True),
    _checklist("edit_owner", QT_TR_NOOP("Edit the owner"), "", "has_one", c.TaskEdited, c.PersonAdded),
    _checklist("edit_due", QT_TR_NOOP("Edit the due"), "", "has_one", c.TaskEdited),
    _checklist("edit_area", QT_TR_NOOP("Edit the area"), "", "has_one", c.TaskEdited),
    _checklist("edit_lane", QT_TR_NOOP("Move to another lane"), "", "has_one", c.TaskEdited),
    _checklist("edit_gating", QT_TR_NOOP("Make it gating or advisory"), "", "has_one", c.TaskEdited),
    _checklist("remove_tasks", QT_TR_NOOP("Remove"), "Del", "has_selection", c.TaskRemoved, in_view=True),
    _checklist("start_tasks", QT_TR_NOOP("Mark in progress"), "Ctrl+Shift+P", "has_selection", c.TaskProgressed),
    _checklist("block_tasks", QT_TR_NOOP("Mark blocked…"), "Ctrl+Shift+B", "has_selection", c.TaskProgressed),
    _checklist("reopen_tasks", QT_TR_NOOP("Mark to do"), "Ctrl+Shift+O", "has_selection", c.TaskProgressed),
    _checklist("drop_tasks", QT_TR_NOOP("Mark not applicable…"), "", "has_selection", c.TaskProgressed),
    _checklist(
        "edit_tasks", QT_TR_NOOP("Edit owner, due, area…"), "Ctrl+Return", "has_selection", c.TaskEdited, c.PersonAdded
    ),
    _checklist("move_up", QT_TR_NOOP("Move up"), "Alt+Up", "has_selection", c.TaskEdited),
    _checklist("move_down", QT_TR_NOOP("Move down"), "Alt+Down", "has_selection", c.TaskEdited),
    _checklist("add_evidence", QT_TR_NOOP("Add evidence…"), "Ctrl+L", "has_one", c.EvidenceAdded),
    _checklist("replace_evidence", QT_TR_NOOP("Replace evidence…"), "", "has_evidence", c.EvidenceReplaced),
    _checklist("remove_evidence", QT_TR_NOOP("Remove evidence…"), "", "has_evidence", c.EvidenceRemoved),
    _checklist("add_step", QT_TR_NOOP("Add a step"), "", "has_one", c.StepAdded, c.StepEdited, c.StepRemoved),
    _checklist("acknowledge", QT_TR_NOOP("Acknowledge…"), "", "awaits_word", c.TaskAcknowledged),
    _checklist("send_back", QT_TR_NOOP("Send back…"), "", "awaits_word", c.TaskSentBack),
    _checklist(
        "withdraw_acknowledgement",
        QT_TR_NOOP("Withdraw the acknowledgement…"),
        "",
        "has_word",
        c.AcknowledgementWithdrawn,
    ),
    _checklist("ask_waiver", QT_TR_NOOP("Ask to waive…"), "", "can_waive", c.WaiverAsked),
    _checklist("consent_waiver", QT_TR_NOOP("Consent to the waiver…"), "", "has_waiver", c.WaiverConsented),
    _checklist("review_waiver", QT_TR_NOOP("Review the waiver…"), "", "has_waiver", c.WaiverReviewed),
    _checklist("renew_waiver", QT_TR_NOOP("Renew the waiver…"), "", "has_waiver", c.WaiverRenewed),
    _checklist("withdraw_waiver", QT_TR_NOOP("Withdraw the waiver…"), "", "has_waiver", c.WaiverWithdrawn),
)


_overview = functools.partial(_on_page, "overview")
LEADS = (c.LeadChanged, c.DeciderChanged, c.DelegateNamed, c.DelegateRemoved)
PEOPLE = (c.PersonAdded, c.PersonEdited, c.PersonRemoved, *LEADS)
OVERVIEW = (
    _overview("record_decision", QT_TR_NOOP("Record the decision…"), "", c.DecisionRecorded, shortcut="Ctrl+Shift+D"),
    _overview("edit_launch", QT_TR_NOOP("Launch details…"), "", c.LaunchEdited, shortcut="Ctrl+D"),
    _overview("edit_people", QT_TR_NOOP("People, leads and delegates…"), "", *PEOPLE, shortcut="Ctrl+Shift+I"),
    _overview("agree_checklist", QT_TR_NOOP("Agree the checklist…"), "can_agree", c.ChecklistAgreed),
    _overview("call_off", QT_TR_NOOP("Call the launch off…"), "can_call_off", c.CalledOff),
    _overview("resume_launch", QT_TR_NOOP("Resume the launch…"), "is_called_off", c.Resumed),
)


_sign_off = functools.partial(_on_page, "sign_off")
SIGN_OFF = (
    _sign_off("sign", QT_TR_NOOP("Sign off…"), "can_sign", c.SignedOff, c.PersonAdded, shortcut="Ctrl+Shift+G"),
    _sign_off(
        "record_sign_off", QT_TR_NOOP("Record a sign-off for its lead…"), "can_record", c.SignedOff, c.PersonAdded
    ),
    _sign_off("withdraw_sign_off", QT_TR_NOOP("Withdraw a sign-off…"), "can_withdraw", c.SignOffWithdrawn),
    _sign_off("accept_condition", QT_TR_NOOP("Accept the next condition"), "can_accept_condition", c.ConditionAccepted),
    _sign_off("call_condition_met", QT_TR_NOOP("Call the next condition met"), "can_call_met", c.ConditionMet),
    _sign_off("release_condition", QT_TR_NOOP("Release a condition…"), "can_release_condition", c.ConditionReleased),
    _sign_off("consent_next_waiver", QT_TR_NOOP("Consent to the next waiver"), "can_consent", c.WaiverConsented),
    _sign_off("escalate", QT_TR_NOOP("Escalate to the decider…"), "has_decider", c.Escalated),
    _sign_off("withdraw_escalation", QT_TR_NOOP("Withdraw the escalation…"), "has_escalation", c.EscalationWithdrawn),
    _sign_off("rule", QT_TR_NOOP("Rule Go or No-go…"), "has_decider", c.Ruled),
    _sign_off("withdraw_ruling", QT_TR_NOOP("Withdraw the ruling…"), "can_withdraw_ruling", c.RulingWithdrawn),
)


_raci = functools.partial(_on_page, "responsibilities")
RESPONSIBILITIES = (
    _raci("set_letters", QT_TR_NOOP("Set R, A, C or I"), "has_cell", c.LettersSet, shortcut="R", in_view=True),
    _raci("add_activity", QT_TR_NOOP("Add an activity"), "", c.ActivityAdded),
    _raci("edit_cell", QT_TR_NOOP("Edit the activity"), "has_activity", c.ActivityEdited),
    _raci("remove_activity", QT_TR_NOOP("Remove the activity"), "has_activity", c.ActivityRemoved),
    _raci("activity_up", QT_TR_NOOP("Move the activity up"), "has_activity", c.ActivityEdited),
    _raci("activity_down", QT_TR_NOOP("Move the activity down"), "has_activity", c.ActivityEdited),
    _raci("add_party", QT_TR_NOOP("Add a party…"), "", c.LaunchEdited),
    _raci("remove_party", QT_TR_NOOP("Remove the party…"), "has_party", c.LaunchEdited),
    _raci("print_page", QT_TR_NOOP("Print the responsibilities…"), ""),
)

FILES = (
    _window(
        "new_launch",
        QT_TR_NOOP("New launch…"),
        "Ctrl+N",
        changes=(c.LaunchCreated, c.LeadChanged, c.DeciderChanged, c.ActivityAdded, c.PersonAdded, c.TaskAdded),
    ),
    _window("open_library", QT_TR_NOOP("All launches"), "Ctrl+Shift+L"),
    _window("show_recents", QT_TR_NOOP("Recent launches…"), "Ctrl+R"),
    _window("open_sample", QT_TR_NOOP("Look around in the sample launch")),
    _window("reveal_file", QT_TR_NOOP("Show the launch file in its folder"), "", "has_file"),
    _window(
        "import_tasks",
        QT_TR_NOOP("Import a checklist…"),
        "Ctrl+I",
        changes=(c.TaskAdded, c.TaskEdited, c.TaskProgressed, c.StepAdded, c.EvidenceAdded, c.PersonAdded),
    ),
    _window("save_template", QT_TR_NOOP("Save as a template…"), "Ctrl+Shift+T", "has_open"),
    _window("compare_template", QT_TR_NOOP("Compare with a template…"), "Ctrl+Shift+K", "has_open"),
    _window(
        "take_left_out",
        QT_TR_NOOP("Take in all that was left out"),
        "",
        "has_left_out",
        changes=(c.TaskAdded, c.PersonAdded),
    ),
    _window("import_template", QT_TR_NOOP("Save the file being imported as a template…"), "", "is_importing"),
    _window("reveal_template", QT_TR_NOOP("Show the chosen template in its folder"), "", "has_own_template"),
    _window("rename_template", QT_TR_NOOP("Rename the chosen template…"), "", "has_own_template"),
    _window("trash_template", QT_TR_NOOP("Move the chosen template to the trash"), "", "has_own_template"),
    _window("export", QT_TR_NOOP("Export…"), "Ctrl+E", "has_open"),
    _window("copy_summary", QT_TR_NOOP("Copy the summary for a chat or an e-mail"), "Ctrl+Shift+C", "has_open"),
    _window("copy_markdown", QT_TR_NOOP("Copy the whole summary as Markdown"), "", "has_open"),
    _window("print_summary", QT_TR_NOOP("Print…"), "Ctrl+P", "has_open"),
)


def _library(id_: str, text: str, shortcut: str = "", enabled: str = "has_chosen", *made: type) -> Action:
    return _on_page("library", id_, text, enabled, *made, shortcut=shortcut, in_view=True)


LIBRARY = (
    _library("open_chosen", QT_TR_NOOP("Open the chosen launch"), "Return"),
    _library("rename_chosen", QT_TR_NOOP("Rename the chosen launch…"), "F2", "has_sound", c.LaunchEdited),
    _library("duplicate_chosen", QT_TR_NOOP("Duplicate the chosen launch…"), "", "has_sound", c.LaunchCreated),
    _library("archive_chosen", QT_TR_NOOP("Archive the chosen launch"), "", "has_current"),
    _library("restore_chosen", QT_TR_NOOP("Take the chosen launch out of the archive"), "", "has_archived"),
    _library("trash_chosen", QT_TR_NOOP("Move the chosen launch to the trash"), "Del"),
    _library("reveal_chosen", QT_TR_NOOP("Show the chosen launch in its folder")),
    _library("find_launch", QT_TR_NOOP("Find a launch"), "Ctrl+F", ""),
)


def _claims(id_: str, text: str, shortcut: str, enabled: str, *made: type) -> Action:
    return _on_page("claims", id_, text, enabled, *made, shortcut=shortcut)


CLAIMS = (
    _claims("add_claim", QT_TR_NOOP("Add a claim…"), "Ctrl+Shift+A", "", c.ClaimAdded),
    _claims("edit_claim", QT_TR_NOOP("Reword the claim"), "", "has_claim", c.ClaimEdited),
    _claims("use_claim", QT_TR_NOOP("Put the claim in use"), "", "can_use", c.ClaimStateChanged),
    _claims("draft_claim", QT_TR_NOOP("Make the claim a draft"), "", "can_draft", c.ClaimStateChanged),
    _claims("withdraw_claim", QT_TR_NOOP("Withdraw the claim"), "", "can_withdraw", c.ClaimStateChanged),
    _claims("prove_by_tasks", QT_TR_NOOP("Prove the claim by tasks…"), "", "has_claim", c.ClaimEdited),
    _claims("prove_by_evidence", QT_TR_NOOP("Prove the claim by evidence…"), "", "has_claim", c.ClaimEvidenceAdded),
    _claims(
        "accept_evidence", QT_TR_NOOP("Accept evidence as proof…"), "", "has_waiting_evidence", c.ClaimEvidenceAccepted
    ),
    _claims("remove_proof", QT_TR_NOOP("Remove proof…"), "", "has_proof", c.ClaimEvidenceRemoved, c.ClaimEdited),
    _claims("remove_claim", QT_TR_NOOP("Remove the claim"), "", "has_claim", c.ClaimRemoved),
)


def _history(id_: str, text: str) -> Action:
    return _on_page("history", id_, text, "has_entry")


HISTORY = (
    _history("look_back", QT_TR_NOOP("Look at the launch as it was")),
    _history("undo_entry", QT_TR_NOOP("Undo this entry")),
    _history("copy_hash", QT_TR_NOOP("Copy the hash of the entry")),
)

_PAGES = (LIBRARY, OVERVIEW, CHECKLIST, CLAIMS, RESPONSIBILITIES, SIGN_OFF, HISTORY)
ACTIONS: tuple[Action, ...] = (*WINDOW, *FILES, *(action for page in _PAGES for action in page))


def available() -> Iterator[Action]:
    """The actions of the table, and one to go to each page (Alt+1, Alt+2, …)."""
    yield from ACTIONS
    listed = [page for page in pages.PAGES if page.listed]
    for number, page in enumerate(listed, 1):
        text = QT_TR_NOOP("Go to {page}")
        yield Action(id=f"go_{page.id}", text=text, method="", page=page.id, shortcut=f"Alt+{number}")


def find(id_: str) -> Action:
    return {action.id: action for action in available()}[id_]


def is_enabled(action: Action, window: Window) -> bool:
    """Whether the action can be done now. One that acts on what is chosen can, while that is in sight."""
    if action.enabled and action.page in CHOOSING and not window.shows(action.page):
        return False
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
