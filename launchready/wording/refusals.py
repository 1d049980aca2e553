"""Refusals in words: why, and what to do instead. One sentence a code; arguments stand in braces."""

from __future__ import annotations

import datetime as dt

from launchready.launch.model import Launch
from launchready.launch.refusal import Argument, Difference, Refusal
from launchready.wording import terms
from launchready.wording.differences import difference
from launchready.wording.language import QT_TR_NOOP, QT_TRANSLATE_NOOP, Texts, tr
from launchready.wording.subjects import FIELDS, PARTS

ACTIONS = Texts(
    {
        "remove": QT_TRANSLATE_NOOP("Deeds", "removed"),
        "make-advisory": QT_TRANSLATE_NOOP("Deeds", "made advisory"),
        "move": QT_TRANSLATE_NOOP("Deeds", "moved to another lane"),
        "not-applicable": QT_TRANSLATE_NOOP("Deeds", "marked not applicable"),
    },
    "Deeds",
)
USES = Texts(
    {
        "lead": QT_TRANSLATE_NOOP("Deeds", "they lead a lane; change the lead first"),
        "decider": QT_TRANSLATE_NOOP("Deeds", "they are the decider; name another first"),
        "delegate": QT_TRANSLATE_NOOP("Deeds", "they are a delegate; remove the delegation first"),
        "word": QT_TRANSLATE_NOOP("Deeds", "they have given their word in this launch, which stays on record"),
    },
    "Deeds",
)
DEEDS = Texts(
    {
        "call-off": QT_TRANSLATE_NOOP("Deeds", "calls a launch off"),
        "resume": QT_TRANSLATE_NOOP("Deeds", "resumes a launch"),
        "decide": QT_TRANSLATE_NOOP("Deeds", "records the decision"),
    },
    "Deeds",
)

REFUSALS = Texts(
    {
        # sign-offs and agreements
        "go-gates-open": lambda n: tr(
            "Go is not offered to {lane} while {keys} (is|are) open: finish (it|them), waive (it|them), "
            "or sign Go with conditions that name (it|them).",
            "",
            n,
        ),
        "go-conditions-unmet": lambda n: tr(
            "Go is not offered to {lane} while {keys} (is|are) unmet: meet (it|them), have the other lead "
            "release (it|them), or sign Go with conditions.",
            "",
            n,
        ),
        "go-claims-unsupported": lambda n: tr(
            "Go is not offered to {lane} while {keys}, in use, (is|are) not supported: prove, reword or "
            "withdraw (it|them), or sign Go with conditions.",
            "",
            n,
        ),
        "conditions-missing": QT_TR_NOOP(
            "Go with conditions needs at least one condition: name one, or take another position."
        ),
        "conditions-gates-open": lambda n: tr(
            "Go with conditions is not offered to {lane} while {keys} (is|are) neither waived nor named "
            "by a condition: name (it|them) in a condition, or ask for a waiver.",
            "",
            n,
        ),
        "conditions-not-offered": QT_TR_NOOP(
            "Conditions belong to Go with conditions, not to {position}: sign Go with conditions, or leave them out."
        ),
        "condition-after-launch": QT_TR_NOOP(
            "“{text}” covers a gate, so it is due by launch day, {date}: give an earlier date."
        ),
        "condition-past": QT_TR_NOOP("“{text}” would be due {due}, which is past: give a later date."),
        "condition-not-gate": QT_TR_NOOP(
            "{key} is no gate that a {lane} condition can cover: name gates of {lane} or Joint, or claims in use."
        ),
        "condition-not-in-use": QT_TR_NOOP(
            "{key} is not in use, so no condition can cover it: put the claim in use first, or leave it out."
        ),
        "condition-gone": QT_TR_NOOP(
            "That condition is released or not there: look at the sign-off page for those that stand."
        ),
        "condition-superseded": QT_TR_NOOP(
            "{key} belongs to a sign-off that was replaced or withdrawn: the lane signs again with it."
        ),
        "condition-by-cover": QT_TR_NOOP(
            "{key} is met by what it covers, not by word: finish that, or release the condition."
        ),
        "already-met": QT_TR_NOOP("{key} is met already."),
        "already-accepted": QT_TR_NOOP("{key} is accepted already."),
        "already-agreed": QT_TR_NOOP("{lane} has agreed the checklist already."),
        "ground-moved": QT_TR_NOOP(
            "Not given, because what it speaks of changed since it was seen: {differences}. Look again, then decide."
        ),
        "digest-wrong": QT_TR_NOOP(
            "The digest does not belong to what is signed: look at the launch again, then sign."
        ),
        "is-called-off": QT_TR_NOOP("The launch is called off: resume it before signing."),
        "not-signed": QT_TR_NOOP("{lane} has no sign-off to withdraw."),
        "no-go-stays": QT_TR_NOOP("A No-go is not withdrawn: {lane} signs again with its new position."),
        "not-lead": QT_TR_NOOP(
            "Only the lead of {lane} ({lead}) or their delegate may do this: ask them, or record it for them."
        ),
        "lead-missing": QT_TR_NOOP("{lane} has no lead yet: name one first, among the people of the launch."),
        "not-lead-or-decider": QT_TR_NOOP(
            "Only a lead, a delegate or the decider {what}: ask one of them, or record it for them."
        ),
        "not-yours": QT_TR_NOOP("This is the word of {name}, and you are {by}: act as {name}, or record it for them."),
        "word-untimely": QT_TR_NOOP("The word is dated {day}, which is not when it is given: give it anew."),
        "recorded-by-other": QT_TR_NOOP("A recorded word names who recorded it: the one who writes it."),
        "word-not-given": QT_TR_NOOP(
            "That brings an acknowledgement, confirmation or acceptance with it: each is given by its own person."
        ),
        # gates and tasks
        "gate-agreed": QT_TR_NOOP(
            "{key} is a gate of the agreed checklist and can't be {action}: ask for a waiver instead."
        ),
        "gate-after-launch": QT_TR_NOOP(
            "{key} can't be a gate and due after launch: make it advisory, or give a due before launch."
        ),
        "joint-confirm": QT_TR_NOOP("{key} is a joint gate: it is done when {leads} have each confirmed it."),
        "confirm-not-joint": QT_TR_NOOP("{key} is no joint gate: mark it done instead."),
        "already-confirmed": QT_TR_NOOP("{lane} has confirmed {key} already."),
        "prerequisite-open": QT_TR_NOOP("{key} can't be done before {keys}: finish, waive or drop that first."),
        "prerequisite-gone": QT_TR_NOOP("{key} can't wait for a task that is not there: name tasks of this launch."),
        "prerequisite-circle": QT_TR_NOOP("{key} would have to wait for itself: leave one of the prerequisites out."),
        "reason-missing": QT_TR_NOOP("{key} can't be {status} without a reason: say why."),
        "ack-joint": QT_TR_NOOP("{key} is joint, so no other lane can acknowledge it: leave the acknowledgement out."),
        "ack-not-asked": QT_TR_NOOP("{key} asks for no acknowledgement."),
        "ack-not-done": QT_TR_NOOP("{key} is not done, so there is nothing to acknowledge yet."),
        "ack-missing": QT_TR_NOOP("{key} has not been acknowledged."),
        "already-acknowledged": QT_TR_NOOP("{key} is acknowledged already."),
        "not-other-lead": QT_TR_NOOP("The word on {key} is for {either} to give: ask them, or record it for them."),
        "due-unclear": QT_TR_NOOP("{key} needs one due: either days before launch, such as T-14, or a date."),
        "key-taken": QT_TR_NOOP("{key} is taken: try again."),
        "task-gone": QT_TR_NOOP("That task or claim is not in this launch: it may have been removed meanwhile."),
        "lane-unknown": QT_TR_NOOP("There is no lane “{lane}”: use {lanes}."),
        "evidence-gone": QT_TR_NOOP("That evidence is not there as it was: look again."),
        "evidence-exists": QT_TR_NOOP("That evidence is there already."),
        "step-gone": QT_TR_NOOP("That step is not there: look again."),
        "step-exists": QT_TR_NOOP("That step is there already."),
        # waivers
        "waiver-no-gate": QT_TR_NOOP("{key} is no gate, so it needs no waiver."),
        "waiver-done": QT_TR_NOOP("{key} is done, so there is nothing to waive."),
        "waiver-exists": QT_TR_NOOP("{key} has a waiver already: renew or withdraw it."),
        "waiver-expired": QT_TR_NOOP(
            "A waiver of {key} that expires {expires} would have lapsed already: give a later date."
        ),
        "waiver-gone": QT_TR_NOOP("That waiver is withdrawn or not there: ask for a new one."),
        "already-consented": QT_TR_NOOP("The waiver of {key} has its consent already."),
        "not-consenter": QT_TR_NOOP(
            "Consent to the waiver of {key} is for {either} to give, never for the one who asked."
        ),
        "no-reviewer": QT_TR_NOOP("{key} has no reviewer, so the leads' words are enough."),
        "not-reviewer": QT_TR_NOOP("The review of {key} is for {reviewer} to give: ask them, or record it for them."),
        "renewal-not-later": QT_TR_NOOP(
            "The waiver of {key} holds until {expires}: a renewal needs a later date that is not past."
        ),
        "renewal-unreviewed": QT_TR_NOOP(
            "{key} has a reviewer, who has not seen the later date: have {reviewer} review it, then consent."
        ),
        "not-party": QT_TR_NOOP("The waiver of {key} is for {either} to withdraw."),
        # claims
        "claim-gone": QT_TR_NOOP("That claim is not in this launch."),
        "claim-in-use": QT_TR_NOOP("{key} is in use: withdraw it instead of removing it."),
        "claim-already": QT_TR_NOOP("{key} is {state} already."),
        "proof-lane": QT_TR_NOOP("{key} can't prove a claim: proof is a task of {lanes}, or evidence."),
        # escalation and ruling
        "no-decider": QT_TR_NOOP("This launch has no decider: name one first."),
        "not-decider": QT_TR_NOOP("A ruling is for the decider ({decider}) to give: ask them, or record it for them."),
        "ruling-go-or-no-go": QT_TR_NOOP(
            "The decider rules Go or No-go: name the reasons that a Go accepts instead of conditions."
        ),
        "no-go-accepts": QT_TR_NOOP("A No-go accepts nothing: leave the accepted reasons out."),
        "accepts-unknown": QT_TR_NOOP(
            "A Go accepts only reasons that stand now: a lane's No-go, an open gate or claim, a lapsed "
            "waiver or an overdue condition. A sign-off can't be ruled away."
        ),
        "ruling-gone": QT_TR_NOOP("There is no ruling to withdraw."),
        "ruled-no-go-stays": QT_TR_NOOP("A ruled No-go is not withdrawn: the decider rules again."),
        "escalation-gone": QT_TR_NOOP("That escalation is answered, withdrawn or not there."),
        "respond-by-past": QT_TR_NOOP("{respond_by} is past: give a later date to respond by."),
        # the launch
        "launch-missing": QT_TR_NOOP("There is no launch here yet: create it first."),
        "launch-exists": QT_TR_NOOP("“{name}” is there already."),
        "already-called-off": QT_TR_NOOP("The launch is called off already."),
        "not-called-off": QT_TR_NOOP("The launch is not called off."),
        "tier-unknown": QT_TR_NOOP("There is no tier {tier}: use 1, 2 or 3."),
        "time-unreadable": QT_TR_NOOP("“{time}” is no time of day: write it as 09:00."),
        "zone-unknown": QT_TR_NOOP("There is no time zone “{zone}”: use a name such as Europe/Berlin or UTC."),
        "date-out-of-range": QT_TR_NOOP("That lies outside the calendar: give a nearer date."),
        "dates-reversed": QT_TR_NOOP("{start} is after {end}: give the first day first."),
        "go-no-go-missing": QT_TR_NOOP(
            "A launch needs a go/no-go date: give a date or days before launch, such as T-3."
        ),
        "go-no-go-late": QT_TR_NOOP(
            "The go/no-go on {go_no_go} would be after the launch on {date}: give an earlier date."
        ),
        "verdict-moved": QT_TR_NOOP("The verdict is {now} now (rule {rule}), not {seen}: look again, then record it."),
        # people
        "person-exists": QT_TR_NOOP("{name} is in this launch already: two who share a name need different e-mails."),
        "person-gone": QT_TR_NOOP("That person is not in this launch: add them first."),
        "person-used": QT_TR_NOOP("{name} can't be removed: {use}."),
        "lead-of-both": QT_TR_NOOP(
            "{name} leads {lane} already, and one person leads both lanes only in a launch made for one "
            "person: name somebody else."
        ),
        "lead-is-delegate": QT_TR_NOOP("{name} is a delegate for {lane}: remove that delegation first."),
        "lane-without-lead": QT_TR_NOOP("{lane} has no lead of its own: use PM or PMM."),
        "delegate-is-lead": QT_TR_NOOP("{name} leads {lane} and can't be a delegate: name somebody else."),
        "delegate-gone": QT_TR_NOOP("That delegation is not there."),
        "not-delegator": QT_TR_NOOP("Only the lead of {lane} ({lead}), or the decider, names or removes its delegate."),
        # RACI
        "activity-gone": QT_TR_NOOP("That activity is not there."),
        "party-unknown": QT_TR_NOOP("There is no party “{party}”: use {parties}, or add it."),
        "party-used": QT_TR_NOOP("{party} still has letters in {key} {title}: clear them first."),
        "parties-repeat": QT_TR_NOOP("Parties need different names that are not empty."),
        "letters-unknown": QT_TR_NOOP("“{letters}” are not RACI letters: use R, A, C or I, each once."),
        "raci-accountable": QT_TR_NOOP("{key} {title}: exactly one party is accountable (A), here {count} are."),
        "raci-responsible": QT_TR_NOOP("{key} {title}: at least one party is responsible (R), here none is."),
        # text, undo, the log
        "text-empty": QT_TR_NOOP("The {field} is empty: give it some text."),
        "text-long": QT_TR_NOOP("The {field} is longer than {limit} characters: shorten it, or link to a document."),
        "text-control": QT_TR_NOOP(
            "The {field} has control characters or line breaks where none can be kept: take them out."
        ),
        "text-broken": QT_TR_NOOP("The {field} has characters that are not valid text: take them out."),
        "edit-incomplete": QT_TR_NOOP("The edit of {what} names other fields than it had seen: try again."),
        "moved-on": QT_TR_NOOP("The {field} of {what} changed meanwhile: look again, then try again."),
        "nothing-to-do": QT_TR_NOOP("There is nothing to change."),
        "nothing-to-undo": QT_TR_NOOP("{by} has nothing to undo."),
        "nothing-to-redo": QT_TR_NOOP("{by} has nothing to redo."),
        "already-undone": QT_TR_NOOP("That is undone already."),
        "judgement-stays": QT_TR_NOOP(
            "A sign-off, consent or other judgement is not undone: withdraw it, or give it anew."
        ),
        "creation-stays": QT_TR_NOOP("The start of a launch is not undone: remove the file instead."),
        "entry-unknown": QT_TR_NOOP("There is no entry “{entry}” in the log: name one of those that are there."),
        "entry-many": QT_TR_NOOP("More than one entry starts with “{entry}”: give more of it."),
    }
)


def refusal(given: Refusal, launch: Launch | None = None) -> str:
    """The refusal as one sentence. `launch` names the people in differences."""
    words = {name: _worded(name, value, launch) for name, value in given.args.items()}
    keys = given.args.get("keys", ())
    return REFUSALS.counted(given.code, len(keys) if isinstance(keys, tuple) else 2).format(**words)


def _worded(name: str, value: Argument, launch: Launch | None) -> str:
    if isinstance(value, tuple):
        if value and isinstance(value[0], Difference):
            return "; ".join(difference(item, launch) for item in value if isinstance(item, Difference))
        items = [terms.lane(str(item)) for item in value]
        return terms.choice(items) if name == "either" else terms.listing(items)
    if isinstance(value, dt.date):
        return terms.day(value)
    return _word(name, str(value))


def _word(name: str, value: str) -> str:
    """A single value in the product's words, by the name of its argument."""
    if name == "lane":
        return terms.lane(value)
    if name == "use":
        return USES.get(value) or tr("{value} names them: give it to somebody else first").format(value=value)
    return next((table[value] for table in TABLES.get(name, ()) if value in table), value)


STATES = (terms.STATUSES, terms.CLAIM_STATES, terms.VERDICTS)
TABLES = {
    "action": (ACTIONS,),
    "field": (PARTS, FIELDS),
    "what": (DEEDS, FIELDS),
    "position": (terms.POSITIONS,),
    **dict.fromkeys(("status", "state", "seen", "now"), STATES),
}
