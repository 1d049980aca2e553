"""What each change did, in the past tense."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from launchready.launch.changes import (
    AcknowledgementWithdrawn,
    ActivityAdded,
    ActivityEdited,
    ActivityRemoved,
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
from launchready.wording import terms
from launchready.wording.language import tr
from launchready.wording.subjects import Words


def _progressed(words: Words, change: TaskProgressed) -> str:
    text = tr("Marked {task} {status}: {why}") if change.to.why else tr("Marked {task} {status}")
    status = terms.STATUSES[change.to.status.value]
    return text.format(task=words.task(change.task), status=status, why=change.to.why)


def _signed(_: Words, change: SignedOff) -> str:
    n = len(change.conditions)
    if n and change.rationale:
        text = tr("Signed off {lane} as {position} with %n condition(s): {reason}", "", n)
    elif n:
        text = tr("Signed off {lane} as {position} with %n condition(s)", "", n)
    elif change.rationale:
        text = tr("Signed off {lane} as {position}: {reason}")
    else:
        text = tr("Signed off {lane} as {position}")
    position = terms.POSITIONS[change.position.value]
    return text.format(lane=terms.lane(change.lane), position=position, reason=change.rationale)


def _letters(words: Words, change: LettersSet) -> str:
    activity = words.activity(change.activity)
    return tr("Set {party} to {letters} in {activity}").format(
        party=change.party, letters=change.to or tr("none"), activity=activity
    )


def _resumed(_: Words, change: Resumed) -> str:
    return (
        tr("Resumed the launch: {reason}").format(reason=change.reason) if change.reason else tr("Resumed the launch")
    )


def _delegated(words: Words, change: DelegateNamed) -> str:
    return tr("Named {name} delegate for {lane}, {start} to {end}").format(
        name=words.person(change.person),
        lane=terms.lane(change.lane),
        start=terms.day(change.start),
        end=terms.day(change.end),
    )


def _waived(words: Words, change: WaiverAsked) -> str:
    return tr("Asked to waive {task} to {day}: {reason}").format(
        task=words.task(change.task), day=terms.day(change.terms.expires), reason=change.terms.reason
    )


SENTENCES: dict[type, Callable[[Words, Any], str]] = {
    LaunchCreated: lambda _, c: tr("Created “{name}”, Tier {tier}, launching {day}").format(
        name=c.name, tier=c.tier, day=terms.day(c.date)
    ),
    LaunchEdited: lambda w, c: tr("Changed {edits}").format(edits=w.edits(c.to, c.was)),
    CalledOff: lambda _, c: tr("Called the launch off: {reason}").format(reason=c.reason),
    Resumed: _resumed,
    DecisionRecorded: lambda _, c: tr("Recorded the decision: {verdict}, by rule {rule}").format(
        verdict=terms.VERDICTS[c.verdict], rule=c.rule
    ),
    PersonAdded: lambda _, c: tr("Added {name}").format(name=c.person.name),
    PersonEdited: lambda w, c: tr("Changed {name}: {edits}").format(
        name=w.person(c.person), edits=w.edits(c.to, c.was)
    ),
    PersonRemoved: lambda _, c: tr("Removed {name}").format(name=c.was.name),
    LeadChanged: lambda w, c: tr("Made {name} lead of {lane}").format(name=w.person(c.to), lane=terms.lane(c.lane)),
    DeciderChanged: lambda w, c: tr("Made {name} the decider").format(name=w.person(c.to)),
    DelegateNamed: _delegated,
    DelegateRemoved: lambda w, c: tr("Removed {delegate}").format(delegate=w.delegate(c.delegation)),
    TaskAdded: lambda _, c: tr("Added {key} {title}").format(key=c.task.key, title=c.task.title),
    TaskRemoved: lambda _, c: tr("Removed {key} {title}").format(key=c.was.key, title=c.was.title),
    TaskEdited: lambda w, c: tr("Changed {task}: {edits}").format(task=w.task(c.task), edits=w.edits(c.to, c.was)),
    TaskProgressed: _progressed,
    GateConfirmed: lambda w, c: tr("Confirmed {task} for {lane}").format(task=w.task(c.task), lane=terms.lane(c.lane)),
    EvidenceAdded: lambda w, c: tr("Added evidence “{label}” to {task}").format(
        label=c.evidence.label, task=w.task(c.task)
    ),
    EvidenceRemoved: lambda w, c: tr("Removed evidence “{label}” from {task}").format(
        label=c.was.label, task=w.task(c.task)
    ),
    EvidenceReplaced: lambda w, c: tr("Replaced evidence “{label}” of {task}").format(
        label=c.was.label, task=w.task(c.task)
    ),
    StepAdded: lambda w, c: tr("Added step “{text}” to {task}").format(text=c.step.text, task=w.task(c.task)),
    StepRemoved: lambda w, c: tr("Removed step “{text}” from {task}").format(text=c.was.text, task=w.task(c.task)),
    StepEdited: lambda w, c: tr("Changed {step} of {task}: {edits}").format(
        step=w.step(c.task, c.step), task=w.task(c.task), edits=w.edits(c.to, c.was)
    ),
    TaskAcknowledged: lambda w, c: tr("Acknowledged {task}").format(task=w.task(c.task)),
    TaskSentBack: lambda w, c: tr("Sent back {task}: {why}").format(task=w.task(c.task), why=c.why),
    AcknowledgementWithdrawn: lambda w, c: tr("Withdrew the acknowledgement of {task}").format(task=w.task(c.task)),
    WaiverAsked: _waived,
    WaiverConsented: lambda w, c: tr("Consented to waive {task} to {day}").format(
        task=w.waiver(c.waiver), day=terms.day(c.terms.expires)
    ),
    WaiverReviewed: lambda w, c: tr("Reviewed the waiver of {task}").format(task=w.waiver(c.waiver)),
    WaiverRenewed: lambda w, c: tr("Asked to renew the waiver of {task} to {day}").format(
        task=w.waiver(c.waiver), day=terms.day(c.expires)
    ),
    WaiverWithdrawn: lambda w, c: tr("Withdrew the waiver of {task}").format(task=w.waiver(c.waiver)),
    ClaimAdded: lambda _, c: tr("Added claim {key} “{text}”").format(key=c.claim.key, text=c.claim.text),
    ClaimRemoved: lambda _, c: tr("Removed claim {key} “{text}”").format(key=c.was.key, text=c.was.text),
    ClaimEdited: lambda w, c: tr("Changed claim {claim}: {edits}").format(
        claim=w.claim(c.claim), edits=w.edits(c.to, c.was)
    ),
    ClaimStateChanged: lambda w, c: tr("Marked claim {claim} {state}").format(
        claim=w.claim(c.claim), state=terms.CLAIM_STATES[c.to.value]
    ),
    ClaimEvidenceAdded: lambda w, c: tr("Added evidence “{label}” to claim {claim}").format(
        label=c.item.evidence.label, claim=w.claim(c.claim)
    ),
    ClaimEvidenceRemoved: lambda w, c: tr("Removed evidence “{label}” from claim {claim}").format(
        label=c.was.evidence.label, claim=w.claim(c.claim)
    ),
    ClaimEvidenceAccepted: lambda w, c: tr("Accepted “{label}” as proof of claim {claim}").format(
        label=c.evidence.label, claim=w.claim(c.claim)
    ),
    ChecklistAgreed: lambda _, c: tr("Agreed the checklist for {lane}").format(lane=terms.lane(c.lane)),
    SignedOff: _signed,
    SignOffWithdrawn: lambda _, c: tr("Withdrew the sign-off of {lane}").format(lane=terms.lane(c.lane)),
    ConditionAccepted: lambda w, c: tr("Accepted condition {condition}").format(condition=w.condition(c.condition)),
    ConditionMet: lambda w, c: tr("Called condition {condition} met").format(condition=w.condition(c.condition)),
    ConditionReleased: lambda w, c: tr("Released condition {condition}").format(condition=w.condition(c.condition)),
    Escalated: lambda _, c: tr("Escalated: {question} (answer due {day})").format(
        question=c.question, day=terms.day(c.respond_by)
    ),
    EscalationWithdrawn: lambda w, c: tr("Withdrew {escalation}").format(escalation=w.escalation(c.escalation)),
    Ruled: lambda _, c: tr("Ruled {position}: {reason}").format(
        position=terms.POSITIONS[c.position.value], reason=c.reason
    ),
    RulingWithdrawn: lambda *_: tr("Withdrew the ruling"),
    ActivityAdded: lambda _, c: tr("Added activity {key} {title}").format(key=c.activity.key, title=c.activity.title),
    ActivityRemoved: lambda _, c: tr("Removed activity {key} {title}").format(key=c.was.key, title=c.was.title),
    ActivityEdited: lambda w, c: tr("Changed activity {activity}: {edits}").format(
        activity=w.activity(c.activity), edits=w.edits(c.to, c.was)
    ),
    LettersSet: _letters,
}
