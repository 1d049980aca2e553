"""The log in plain words: what each change did, in the past tense."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from launchready.launch.changes import (
    AcknowledgementWithdrawn,
    ActivityAdded,
    ActivityEdited,
    ActivityRemoved,
    AnyChange,
    CalledOff,
    ChecklistAgreed,
    ClaimAdded,
    ClaimEdited,
    ClaimEvidenceAccepted,
    ClaimEvidenceAdded,
    ClaimEvidenceRemoved,
    ClaimRemoved,
    ClaimStateChanged,
    ConditionAccepted,
    ConditionMet,
    ConditionReleased,
    DeciderChanged,
    DecisionRecorded,
    DelegateNamed,
    DelegateRemoved,
    Escalated,
    EscalationWithdrawn,
    EvidenceAdded,
    EvidenceRemoved,
    EvidenceReplaced,
    GateConfirmed,
    Judgement,
    LaunchCreated,
    LaunchEdited,
    LeadChanged,
    LettersSet,
    PersonAdded,
    PersonEdited,
    PersonRemoved,
    Resumed,
    Ruled,
    RulingWithdrawn,
    SignedOff,
    SignOffWithdrawn,
    StepAdded,
    StepEdited,
    StepRemoved,
    TaskAcknowledged,
    TaskAdded,
    TaskEdited,
    TaskProgressed,
    TaskRemoved,
    TaskSentBack,
    WaiverAsked,
    WaiverConsented,
    WaiverRenewed,
    WaiverReviewed,
    WaiverWithdrawn,
)
from launchready.launch.entitlement import name
from launchready.launch.log import Entry
from launchready.launch.model import Launch
from launchready.wording import terms
from launchready.wording.subjects import FIELDS, Words


def _progressed(words: Words, change: TaskProgressed) -> str:
    task = words.task(change.task)
    status = terms.STATUSES[change.to.status.value]
    return f"Marked {task} {status}" + (f": {change.to.why}" if change.to.why else "")


def _signed(_: Words, change: SignedOff) -> str:
    conditions = f" with {terms.count(len(change.conditions), 'condition')}" if change.conditions else ""
    position = terms.POSITIONS[change.position.value]
    reason = f": {change.rationale}" if change.rationale else ""
    return f"Signed off {terms.lane(change.lane)} as {position}{conditions}{reason}"


def _letters(words: Words, change: LettersSet) -> str:
    return f"Set {change.party} to {change.to or 'none'} in {words.activity(change.activity)}"


SENTENCES: dict[type, Callable[[Words, Any], str]] = {
    LaunchCreated: lambda _, c: f"Created “{c.name}”, Tier {c.tier}, launching {terms.day(c.date)}",
    LaunchEdited: lambda w, c: f"Changed {w.edits(c.to, c.was)}",
    CalledOff: lambda _, c: f"Called the launch off: {c.reason}",
    Resumed: lambda _, c: "Resumed the launch" + (f": {c.reason}" if c.reason else ""),
    DecisionRecorded: lambda _, c: f"Recorded the decision: {terms.VERDICTS[c.verdict]}, by rule {c.rule}",
    PersonAdded: lambda _, c: f"Added {c.person.name}",
    PersonEdited: lambda w, c: f"Changed {w.person(c.person)}: {w.edits(c.to, c.was)}",
    PersonRemoved: lambda _, c: f"Removed {c.was.name}",
    LeadChanged: lambda w, c: f"Made {w.person(c.to)} lead of {terms.lane(c.lane)}",
    DeciderChanged: lambda w, c: f"Made {w.person(c.to)} the decider",
    DelegateNamed: lambda w, c: (
        f"Named {w.person(c.person)} delegate for {terms.lane(c.lane)}, {terms.day(c.start)} to {terms.day(c.end)}"
    ),
    DelegateRemoved: lambda w, c: f"Removed {w.delegate(c.delegation)}",
    TaskAdded: lambda _, c: f"Added {c.task.key} {c.task.title}",
    TaskRemoved: lambda _, c: f"Removed {c.was.key} {c.was.title}",
    TaskEdited: lambda w, c: f"Changed {w.task(c.task)}: {w.edits(c.to, c.was)}",
    TaskProgressed: _progressed,
    GateConfirmed: lambda w, c: f"Confirmed {w.task(c.task)} for {terms.lane(c.lane)}",
    EvidenceAdded: lambda w, c: f"Added evidence “{c.evidence.label}” to {w.task(c.task)}",
    EvidenceRemoved: lambda w, c: f"Removed evidence “{c.was.label}” from {w.task(c.task)}",
    EvidenceReplaced: lambda w, c: f"Replaced evidence “{c.was.label}” of {w.task(c.task)}",
    StepAdded: lambda w, c: f"Added step “{c.step.text}” to {w.task(c.task)}",
    StepRemoved: lambda w, c: f"Removed step “{c.was.text}” from {w.task(c.task)}",
    StepEdited: lambda w, c: f"Changed a step of {w.task(c.task)}: {w.edits(c.to, c.was)}",
    TaskAcknowledged: lambda w, c: f"Acknowledged {w.task(c.task)}",
    TaskSentBack: lambda w, c: f"Sent back {w.task(c.task)}: {c.why}",
    AcknowledgementWithdrawn: lambda w, c: f"Withdrew the acknowledgement of {w.task(c.task)}",
    WaiverAsked: lambda w, c: f"Asked to waive {w.task(c.task)} to {terms.day(c.terms.expires)}: {c.terms.reason}",
    WaiverConsented: lambda w, c: f"Consented to waive {w.waiver(c.waiver)} to {terms.day(c.terms.expires)}",
    WaiverReviewed: lambda w, c: f"Reviewed the waiver of {w.waiver(c.waiver)}",
    WaiverRenewed: lambda w, c: f"Asked to renew the waiver of {w.waiver(c.waiver)} to {terms.day(c.expires)}",
    WaiverWithdrawn: lambda w, c: f"Withdrew the waiver of {w.waiver(c.waiver)}",
    ClaimAdded: lambda _, c: f"Added claim {c.claim.key} “{c.claim.text}”",
    ClaimRemoved: lambda _, c: f"Removed claim {c.was.key} “{c.was.text}”",
    ClaimEdited: lambda w, c: f"Changed claim {w.claim(c.claim)}: {w.edits(c.to, c.was)}",
    ClaimStateChanged: lambda w, c: f"Marked claim {w.claim(c.claim)} {terms.CLAIM_STATES[c.to.value]}",
    ClaimEvidenceAdded: lambda w, c: f"Added evidence “{c.item.evidence.label}” to claim {w.claim(c.claim)}",
    ClaimEvidenceRemoved: lambda w, c: f"Removed evidence “{c.was.evidence.label}” from claim {w.claim(c.claim)}",
    ClaimEvidenceAccepted: lambda w, c: f"Accepted “{c.evidence.label}” as proof of claim {w.claim(c.claim)}",
    ChecklistAgreed: lambda _, c: f"Agreed the checklist for {terms.lane(c.lane)}",
    SignedOff: _signed,
    SignOffWithdrawn: lambda _, c: f"Withdrew the sign-off of {terms.lane(c.lane)}",
    ConditionAccepted: lambda w, c: f"Accepted condition {w.condition(c.condition)}",
    ConditionMet: lambda w, c: f"Called condition {w.condition(c.condition)} met",
    ConditionReleased: lambda w, c: f"Released condition {w.condition(c.condition)}",
    Escalated: lambda _, c: f"Escalated: {c.question} Answer due {terms.day(c.respond_by)}",
    EscalationWithdrawn: lambda *_: "Withdrew an escalation",
    Ruled: lambda _, c: f"Ruled {terms.POSITIONS[c.position.value]}: {c.reason}",
    RulingWithdrawn: lambda *_: "Withdrew the ruling",
    ActivityAdded: lambda _, c: f"Added activity {c.activity.key} {c.activity.title}",
    ActivityRemoved: lambda _, c: f"Removed activity {c.was.key} {c.was.title}",
    ActivityEdited: lambda w, c: f"Changed activity {w.activity(c.activity)}: {w.edits(c.to, c.was)}",
    LettersSet: _letters,
}

SEVERAL = {
    TaskAdded: "Added {count} tasks",
    TaskRemoved: "Removed {count} tasks",
    TaskEdited: "Changed {count} tasks",
    TaskProgressed: "Changed the status of {count} tasks",
    GateConfirmed: "Confirmed {count} joint gates",
    TaskAcknowledged: "Acknowledged {count} tasks",
    ClaimStateChanged: "Changed the state of {count} claims",
}


def sentence(change: AnyChange, before: Launch) -> str:
    """What one change did. `before` is the launch it was made on."""
    return SENTENCES[type(change)](Words(before), change)


def entry(given: Entry, before: Launch, undone: Entry | None = None) -> str:
    """What an entry did, in one line. `undone` is the entry that it took back."""
    if undone is not None and undone.undoes:
        return f"Redid {_lowered(_changes(given, before))}"
    if undone is not None:
        return f"Undid: {_changes(undone, before)}"
    return _changes(given, before) + _recorded(given, before)


def _changes(given: Entry, before: Launch) -> str:
    added = [change for change in given.changes if isinstance(change, PersonAdded)]
    others = tuple(change for change in given.changes if not isinstance(change, PersonAdded))
    if not added or not others or isinstance(others[0], LaunchCreated) or (len(others) > 1 and _adds(others)):
        return _made(given, before)
    for change in added:
        before = change.apply(before)
    done = _made(msgspec.structs.replace(given, changes=others), before)
    return f"{done}, and added {terms.listing([change.person.name for change in added])}"


def _adds(changes: tuple[AnyChange, ...]) -> bool:
    return all(isinstance(change, TaskAdded | ClaimAdded) for change in changes)


def _made(given: Entry, before: Launch) -> str:
    first = given.changes[0]
    if isinstance(first, LaunchCreated):
        tasks = sum(isinstance(change, TaskAdded) for change in given.changes)
        return sentence(first, before) + (f", with {tasks} tasks" if tasks else "")
    if len(given.changes) == 1:
        return sentence(first, before)
    kinds = {type(change) for change in given.changes}
    if len(kinds) == 1 and type(first) in SEVERAL:
        return _several(given, before)
    counted = {TaskAdded: "task", PersonAdded: "person", ClaimAdded: "claim"}
    along = {TaskEdited, EvidenceAdded, StepAdded} if TaskAdded in kinds else set()
    if kinds <= counted.keys() | along:
        parts = [
            terms.count(number, word, "people" if word == "person" else "")
            for kind, word in counted.items()
            if (number := sum(type(change) is kind for change in given.changes))
        ]
        return f"Added {terms.listing(parts)}"
    return f"{sentence(first, before)}, and {terms.count(len(given.changes) - 1, 'more change')}"


def _several(given: Entry, before: Launch) -> str:
    words = Words(before)
    first = given.changes[0]
    count = len(given.changes)
    if isinstance(first, TaskProgressed):
        statuses = {change.to.status for change in given.changes if isinstance(change, TaskProgressed)}
        if len(statuses) == 1:
            return f"Marked {count} tasks {terms.STATUSES[first.to.status.value]}"
    if isinstance(first, TaskEdited):
        edits = {words.edits(change.to, change.to) for change in given.changes if isinstance(change, TaskEdited)}
        fields = sorted({FIELDS.get(field, field) for field in first.to.given()})
        if len(edits) == 1:
            return f"Changed {terms.listing(fields)} of {count} tasks"
    return SEVERAL[type(first)].format(count=count)


def _recorded(given: Entry, before: Launch) -> str:
    """For whom a judgement was noted, where its author did not give it themself."""
    for change in given.changes:
        if isinstance(change, Judgement) and change.word.recorded_by:
            return f" (recorded for {name(before, change.word.by)})"
    return ""


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
