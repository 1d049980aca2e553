"""Refusals in words: why, and what to do instead. One sentence a code; arguments stand in braces."""

from __future__ import annotations

import datetime as dt

from launchready.launch.model import Launch
from launchready.launch.refusal import Argument, Difference, Refusal
from launchready.wording import terms
from launchready.wording.differences import difference

ACTIONS = {
    "remove": "removed",
    "make-advisory": "made advisory",
    "move": "moved to another lane",
    "not-applicable": "marked not applicable",
}
USES = {
    "lead": "leads a lane: change the lead first",
    "decider": "is the decider: name another first",
    "delegate": "is a delegate: remove the delegation first",
    "word": "has given their word in this launch, which stays on record",
}
DEEDS = {"call-off": "calls a launch off", "resume": "resumes a launch", "decide": "records the decision"}

REFUSALS = {
    # sign-offs and agreements
    "go-gates-open": "Go is not offered to {lane} while {keys} {are} open: finish {them}, waive {them}, "
    "or sign Go with conditions that name {them}.",
    "go-conditions-unmet": "Go is not offered to {lane} while {keys} {are} unmet: meet {them}, have the other lead "
    "release {them}, or sign Go with conditions.",
    "go-claims-unsupported": "Go is not offered to {lane} while {keys}, in use, {are} not supported: prove, reword or "
    "withdraw {them}, or sign Go with conditions.",
    "conditions-missing": "Go with conditions needs at least one condition: name one, or sign Go.",
    "conditions-gates-open": "Go with conditions is not offered to {lane} while {keys} {are} neither waived nor named "
    "by a condition: name {them} in a condition, or ask for a waiver.",
    "conditions-not-offered": "Conditions belong to Go with conditions, not to {position}: sign Go with conditions, "
    "or leave them out.",
    "condition-after-launch": "“{text}” covers a gate, so it is due by launch day, {date}: give an earlier date.",
    "condition-past": "“{text}” would be due {due}, which is past: give a later date.",
    "condition-not-gate": "{key} is no gate that a {lane} condition can cover: name gates of {lane} or Joint, "
    "or claims in use.",
    "condition-not-in-use": "{key} is not in use, so no condition can cover it: put the claim in use first, "
    "or leave it out.",
    "condition-gone": "That condition is released or not there: look at the sign-off page for those that stand.",
    "condition-superseded": "{key} belongs to a sign-off that was replaced or withdrawn: the lane signs again with it.",
    "condition-by-cover": "{key} is met by what it covers, not by word: finish that, or release the condition.",
    "already-met": "{key} is met already.",
    "already-accepted": "{key} is accepted already.",
    "already-agreed": "{lane} has agreed the checklist already.",
    "ground-moved": "Not given, because what it speaks of changed since it was seen: {differences}. "
    "Look again, then decide.",
    "digest-wrong": "The digest does not belong to what is signed: look at the launch again, then sign.",
    "is-called-off": "The launch is called off: resume it before signing.",
    "not-signed": "{lane} has no sign-off to withdraw.",
    "no-go-stays": "A No-go is not withdrawn: {lane} signs again with its new position.",
    "not-lead": "Only the lead of {lane} ({lead}) or their delegate may do this: ask them, or record it for them.",
    "not-lead-or-decider": "Only a lead, a delegate or the decider {what}: ask one of them, or record it for them.",
    "not-yours": "This is the word of {name}, and you are {by}: act as {name}, or record it for them.",
    "word-untimely": "The word is dated {day}, which is not when it is given: give it anew.",
    "recorded-by-other": "A recorded word names who recorded it: the one who writes it.",
    "word-not-given": "That brings an acknowledgement, confirmation or acceptance with it: each is given by its own "
    "person.",
    # gates and tasks
    "gate-agreed": "{key} is a gate of the agreed checklist and can't be {action}: ask for a waiver instead.",
    "gate-after-launch": "{key} can't be a gate and due after launch: make it advisory, or give a due before launch.",
    "joint-confirm": "{key} is a joint gate: it is done when {leads} have each confirmed it.",
    "confirm-not-joint": "{key} is no joint gate: mark it done instead.",
    "already-confirmed": "{lane} has confirmed {key} already.",
    "prerequisite-open": "{key} can't be done before {keys}: finish, waive or drop that first.",
    "prerequisite-gone": "{key} can't wait for a task that is not there: name tasks of this launch.",
    "prerequisite-circle": "{key} would have to wait for itself: leave one of the prerequisites out.",
    "reason-missing": "{key} can't be {status} without a reason: say why.",
    "ack-joint": "{key} is joint, so no other lane can acknowledge it: leave the acknowledgement out.",
    "ack-not-asked": "{key} asks for no acknowledgement.",
    "ack-not-done": "{key} is not done, so there is nothing to acknowledge yet.",
    "ack-missing": "{key} has not been acknowledged.",
    "already-acknowledged": "{key} is acknowledged already.",
    "not-other-lead": "The word on {key} is for {lead} to give: ask them, or record it for them.",
    "due-unclear": "{key} needs one due: either days before launch, such as T-14, or a date.",
    "key-taken": "{key} is taken: try again.",
    "task-gone": "That task or claim is not in this launch: it may have been removed meanwhile.",
    "lane-unknown": "There is no lane “{lane}”: use {lanes}.",
    "evidence-gone": "That evidence is not there as it was: look again.",
    "evidence-exists": "That evidence is there already.",
    "step-gone": "That step is not there: look again.",
    "step-exists": "That step is there already.",
    # waivers
    "waiver-no-gate": "{key} is no gate, so it needs no waiver.",
    "waiver-done": "{key} is done, so there is nothing to waive.",
    "waiver-exists": "{key} has a waiver already: renew or withdraw it.",
    "waiver-expired": "A waiver of {key} that expires {expires} would have lapsed already: give a later date.",
    "waiver-gone": "That waiver is withdrawn or not there: ask for a new one.",
    "already-consented": "The waiver of {key} has its consent already.",
    "not-consenter": "Consent to the waiver of {key} is for {lead} to give, never for the one who asked.",
    "no-reviewer": "{key} has no reviewer, so the leads' words are enough.",
    "not-reviewer": "The review of {key} is for {reviewer} to give: ask them, or record it for them.",
    "renewal-not-later": "The waiver of {key} holds until {expires}: a renewal needs a later date that is not past.",
    "renewal-unreviewed": "{key} has a reviewer, who has not seen the later date: have {reviewer} review it, then "
    "consent.",
    "not-party": "The waiver of {key} is for {lead} to withdraw.",
    # claims
    "claim-gone": "That claim is not in this launch.",
    "claim-in-use": "{key} is in use: withdraw it instead of removing it.",
    "claim-already": "{key} is {state} already.",
    "proof-lane": "{key} can't prove a claim: proof is a task of {lanes}, or evidence.",
    # escalation and ruling
    "no-decider": "This launch has no decider: name one first.",
    "not-decider": "A ruling is for the decider ({decider}) to give: ask them, or record it for them.",
    "ruling-go-or-no-go": "The decider rules Go or No-go: name the reasons that a Go accepts instead of conditions.",
    "no-go-accepts": "A No-go accepts nothing: leave the accepted reasons out.",
    "accepts-unknown": "A Go accepts only reasons that stand now: a lane's No-go, an open gate or claim, a lapsed "
    "waiver or an overdue condition. A sign-off can't be ruled away.",
    "ruling-gone": "There is no ruling to withdraw.",
    "ruled-no-go-stays": "A ruled No-go is not withdrawn: the decider rules again.",
    "escalation-gone": "That escalation is answered, withdrawn or not there.",
    "respond-by-past": "{respond_by} is past: give a later date to respond by.",
    # the launch
    "launch-missing": "There is no launch here yet: create it first.",
    "launch-exists": "“{name}” is there already.",
    "already-called-off": "The launch is called off already.",
    "not-called-off": "The launch is not called off.",
    "tier-unknown": "There is no tier {tier}: use 1, 2 or 3.",
    "time-unreadable": "“{time}” is no time of day: write it as 09:00.",
    "zone-unknown": "There is no time zone “{zone}”: use a name such as Europe/Berlin or UTC.",
    "date-out-of-range": "That lies outside the calendar: give a nearer date.",
    "dates-reversed": "{start} is after {end}: give the first day first.",
    "go-no-go-missing": "A launch needs a go/no-go date: give a date or days before launch, such as T-3.",
    "go-no-go-late": "The go/no-go on {go_no_go} would be after the launch on {date}: give an earlier date.",
    "verdict-moved": "The verdict is {now} now (rule {rule}), not {seen}: look again, then record it.",
    # people
    "person-exists": "{name} is in this launch already: two who share a name need different e-mails.",
    "person-gone": "That person is not in this launch: add them first.",
    "person-used": "{name} can't be removed: {use}.",
    "lead-of-both": "{name} leads {lane} already, and one person leads both lanes only in a launch made for one "
    "person: name somebody else.",
    "lead-is-delegate": "{name} is a delegate for {lane}: remove that delegation first.",
    "lane-without-lead": "{lane} has no lead of its own: use PM or PMM.",
    "delegate-is-lead": "{name} leads {lane} and can't be a delegate: name somebody else.",
    "delegate-gone": "That delegation is not there.",
    "not-delegator": "Only the lead of {lane} ({lead}), or the decider, names or removes its delegate.",
    # RACI
    "activity-gone": "That activity is not there.",
    "party-unknown": "There is no party “{party}”: use {parties}, or add it.",
    "party-used": "{party} still has letters in {key} {title}: clear them first.",
    "parties-repeat": "Parties need different names that are not empty.",
    "letters-unknown": "“{letters}” are not RACI letters: use R, A, C or I, each once.",
    "raci-accountable": "{key} {title}: exactly one party is accountable (A), here {count} are.",
    "raci-responsible": "{key} {title}: at least one party is responsible (R), here none is.",
    # text, undo, the log
    "text-empty": "The {field} is empty: give it some text.",
    "text-long": "The {field} is longer than {limit} characters: shorten it, or link to a document.",
    "text-control": "The {field} has control characters or line breaks where none can be kept: take them out.",
    "text-broken": "The {field} has characters that are not valid text: take them out.",
    "edit-incomplete": "The edit of {what} names other fields than it had seen: try again.",
    "moved-on": "The {field} of {what} changed meanwhile: look again, then try again.",
    "nothing-to-do": "There is nothing to change.",
    "nothing-to-undo": "{by} has nothing to undo.",
    "nothing-to-redo": "{by} has nothing to redo.",
    "already-undone": "That is undone already.",
    "judgement-stays": "A sign-off, consent or other judgement is not undone: withdraw it, or give it anew.",
    "creation-stays": "The start of a launch is not undone: remove the file instead.",
    "entry-unknown": "There is no entry “{entry}” in the log: name one of those that are there.",
    "entry-many": "More than one entry starts with “{entry}”: give more of it.",
}


def refusal(given: Refusal, launch: Launch | None = None) -> str:
    """The refusal as one sentence. `launch` names the people in differences."""
    words = {name: _worded(name, value, launch) for name, value in given.args.items()}
    keys = given.args.get("keys", ())
    single = isinstance(keys, tuple) and len(keys) == 1
    return REFUSALS[given.code].format(are="is" if single else "are", them="it" if single else "them", **words)


def _worded(name: str, value: Argument, launch: Launch | None) -> str:
    if isinstance(value, tuple):
        if value and isinstance(value[0], Difference):
            return "; ".join(difference(item, launch) for item in value if isinstance(item, Difference))
        return terms.listing([terms.lane(str(item)) for item in value])
    if isinstance(value, dt.date):
        return terms.day(value)
    return _word(name, str(value))


def _word(name: str, value: str) -> str:
    """A single value in the product's words, by the name of its argument."""
    if name == "lane":
        return terms.lane(value)
    if name == "use":
        return USES.get(value, f"{value} names them: give it to somebody else first")
    tables = {
        "action": ACTIONS,
        "what": DEEDS,
        "position": terms.POSITIONS,
        **dict.fromkeys(("status", "state", "seen", "now"), terms.STATUSES | terms.CLAIM_STATES | terms.VERDICTS),
    }
    return tables.get(name, {}).get(value, value)
