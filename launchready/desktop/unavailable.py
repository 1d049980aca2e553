"""Why an action can't be done now, in a few words, by the condition that the table of actions names for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from launchready.desktop import actions, pages
from launchready.wording.language import QT_TR_NOOP, Texts, tr

if TYPE_CHECKING:
    from launchready.desktop.window import Window

WHY = Texts(
    {
        "awaits_word": QT_TR_NOOP("the chosen task waits for no word"),
        "can_accept_condition": QT_TR_NOOP("no condition waits to be accepted"),
        "can_agree": QT_TR_NOOP("it is agreed already"),
        "can_call_met": QT_TR_NOOP("no condition is left to call met"),
        "can_call_off": QT_TR_NOOP("it is called off already"),
        "can_consent": QT_TR_NOOP("no waiver waits for consent"),
        "can_draft": QT_TR_NOOP("no claim in use or withdrawn is chosen"),
        "can_record": QT_TR_NOOP("no sign-off of another can be recorded"),
        "can_redo": QT_TR_NOOP("nothing was undone"),
        "can_release_condition": QT_TR_NOOP("there is no condition to release"),
        "can_sign": QT_TR_NOOP("you speak for no lane, or it is called off"),
        "can_undo": QT_TR_NOOP("nothing of yours is left to undo"),
        "can_use": QT_TR_NOOP("no draft or withdrawn claim is chosen"),
        "can_waive": QT_TR_NOOP("no open gate without a waiver is chosen"),
        "can_withdraw": QT_TR_NOOP("there is nothing to withdraw"),
        "can_withdraw_ruling": QT_TR_NOOP("no ruling for Go is in force"),
        "has_activity": QT_TR_NOOP("no activity is chosen"),
        "has_archived": QT_TR_NOOP("no archived launch is chosen"),
        "has_cell": QT_TR_NOOP("no activity is chosen"),
        "has_chosen": QT_TR_NOOP("no launch is chosen"),
        "has_claim": QT_TR_NOOP("no claim is chosen"),
        "has_current": QT_TR_NOOP("no launch out of the archive is chosen"),
        "has_decider": QT_TR_NOOP("the launch has no decider"),
        "has_entry": QT_TR_NOOP("no entry is chosen"),
        "has_escalation": QT_TR_NOOP("no question waits for the decider"),
        "has_evidence": QT_TR_NOOP("no task with evidence is chosen"),
        "has_file": QT_TR_NOOP("no launch file is open"),
        "has_left_out": QT_TR_NOOP("no comparison shows anything left out"),
        "has_one": QT_TR_NOOP("no single task is chosen"),
        "has_open": QT_TR_NOOP("no launch is open"),
        "has_own_template": QT_TR_NOOP("no template of your own is chosen"),
        "has_party": QT_TR_NOOP("there is no party"),
        "has_proof": QT_TR_NOOP("no claim with proof is chosen"),
        "has_selection": QT_TR_NOOP("no task is chosen"),
        "has_sound": QT_TR_NOOP("no launch that can be opened is chosen"),
        "has_waiting_evidence": QT_TR_NOOP("no claim with evidence that waits is chosen"),
        "has_waiver": QT_TR_NOOP("no task with a waiver is chosen"),
        "has_word": QT_TR_NOOP("no acknowledged task is chosen"),
        "is_called_off": QT_TR_NOOP("it is not called off"),
        "is_importing": QT_TR_NOOP("no file is being imported"),
    }
)


def why_not(action: actions.Action, window: Window) -> str:
    """Why an action that is not enabled isn't."""
    page = pages.find(action.page) if action.page else None
    if page is not None and page.needs_launch and not window.has_launch:
        return WHY["has_open"]
    if page is not None and action.page in actions.CHOOSING and not window.shows(action.page):
        return tr("choose it on the page {page} first").format(page=page.text())
    return WHY[action.enabled]
