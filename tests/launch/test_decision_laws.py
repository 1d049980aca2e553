"""Laws of the joint verdict, over histories drawn at random."""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from launchready.launch.changes import (
    Change,
    ClaimEvidenceAccepted,
    ConditionMet,
    GateConfirmed,
    Ruled,
    RulingWithdrawn,
    StepEdited,
    TaskAcknowledged,
    TaskProgressed,
)
from launchready.launch.changes.task_parts import StepFields
from launchready.launch.changes.tasks import Progress, progress
from launchready.launch.coverage import coverage, gate_seen
from launchready.launch.decision import Decision, Verdict, decide
from launchready.launch.lanes import SIGNING
from launchready.launch.model import Launch, Status
from tests.launch import builders as b
from tests.launch.drawing import LAWS, Made, histories

DAY = dt.timedelta(days=1)


@LAWS
@given(histories())
def test_a_ruling_never_alters_what_the_lanes_said(made: list[Made]) -> None:
    for step in made:
        if isinstance(step.change, Ruled | RulingWithdrawn):
            after, before = step.change.apply(step.before), step.before
            for inputs in ("sign_offs", "tasks", "claims", "conditions", "waivers", "agreed"):
                assert getattr(after, inputs) is getattr(before, inputs)
            assert [coverage(after, lane.id) for lane in SIGNING] == [coverage(before, lane.id) for lane in SIGNING]


def more_done(launch: Launch, when: dt.datetime) -> list[Change]:
    """Every way in which one more thing can be done here. A not applicable task is no work that waits."""
    found: list[Change] = []
    for task in launch.tasks.values():
        if task.status is not Status.NOT_APPLICABLE:
            to = Progress(status=Status.DONE, confirmations=task.confirmations)
            found.append(TaskProgressed(task=task.id, to=to, was=progress(task)))
            seen = gate_seen(launch, task)
            words = [b.word(lead, when) for lead in sorted(launch.leads.values())]
            found += [TaskAcknowledged(task=task.id, gate=seen, word=word) for word in words]
            for lane in SIGNING:
                found += [GateConfirmed(task=task.id, lane=lane.id, gate=seen, word=word) for word in words]
        for step in task.steps:
            edit = StepEdited(task=task.id, step=step.id, to=StepFields(done=True), was=StepFields(done=step.done))
            found.append(edit)
    lead = b.word(launch.leads.get("pm", ""), when)
    for claim in launch.claims.values():
        found += [ClaimEvidenceAccepted(claim=claim.id, evidence=i.evidence, word=lead) for i in claim.evidence]
    for condition in launch.conditions:
        words = [b.word(lead, when) for lead in sorted(launch.leads.values())]
        found += [ConditionMet(condition=condition, word=word) for word in words]
    return [change for change in found if change.check(launch) is None]


@LAWS
@given(histories())
def test_more_done_never_makes_the_verdict_worse(made: list[Made]) -> None:
    """Nor does it bring a reason that was not there: what it concerns stood there already, under the same rule."""
    for launch in (made[len(made) // 2].after, made[-1].after):
        for day in (b.TODAY, b.LATER + 20 * DAY):
            before = decide(launch, b.at(day))
            for change in more_done(launch, b.at(day)):
                after = decide(change.apply(launch), b.at(day))
                assert after.rule >= before.rule, change
                assert about(after) <= about(before), change


def about(decision: Decision) -> set[tuple[int, str]]:
    return {(reason.rule, reason.subject) for reason in decision.reasons}


def test_more_done_is_tried_in_every_way() -> None:
    tried: set[str] = set()

    @LAWS
    @given(histories())
    def draws(made: list[Made]) -> None:
        tried.update(type(change).__name__ for change in more_done(made[-1].after, b.NOW))

    draws()
    assert tried == {
        "TaskProgressed", "TaskAcknowledged", "GateConfirmed", "StepEdited", "ClaimEvidenceAccepted", "ConditionMet"
    }  # fmt: skip


@LAWS
@given(histories())
def test_the_first_rule_that_matches_decides(made: list[Made]) -> None:
    decision = b.decided(made[-1].after)
    rules = [reason.rule for reason in decision.reasons]
    assert rules == sorted(rules)
    assert decision.rule == (rules[0] if rules else 8)
    assert (decision.verdict is Verdict.GO) is (not rules)
