"""What hangs on a task: evidence, steps, and the other lane's acknowledgement."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from launchready.launch.changes.base import (
    Change,
    Fields,
    Judgement,
    changed,
    first,
    fits,
    index_of,
    inserted,
    replaced,
    stands_at,
    text,
    with_item,
    with_task,
    without,
)
from launchready.launch.changes.tasks import ground_moved, task_gone
from launchready.launch.entitlement import consenters, may_consent, name
from launchready.launch.lanes import is_shared
from launchready.launch.model import (
    Acknowledgement,
    CoveredGate,
    Evidence,
    Launch,
    SentBack,
    Status,
    Step,
    Task,
    Word,
)
from launchready.launch.readiness import AckState, acknowledgement, is_done
from launchready.launch.refusal import Refusal, refuse


def evidence_text(evidence: Evidence) -> Refusal | None:
    return first(
        (
            text(evidence.label, "label", required=True),
            text(evidence.link, "link"),
            text(evidence.build, "build"),
            text(evidence.note, "note", lines=True),
        )
    )


class EvidenceAdded(Change, frozen=True, kw_only=True):
    """`index` is where it stands in the task's list; -1 for its end."""

    task: str
    evidence: Evidence
    index: int = -1

    def check(self, launch: Launch) -> Refusal | None:
        if gone := task_gone(launch, self.task):
            return gone
        task = launch.tasks[self.task]
        if index_of(task.evidence, self.evidence.id) >= 0:
            return refuse("evidence-exists")
        if not fits(task.evidence, self.index):
            return refuse("moved-on", what=task.key, field="evidence")
        return evidence_text(self.evidence)

    def apply(self, launch: Launch) -> Launch:
        def add(task: Task) -> Task:
            at = len(task.evidence) if self.index < 0 else self.index
            return replaced(task, evidence=inserted(task.evidence, at, self.evidence))

        return with_task(launch, self.task, add)

    def inverse(self) -> EvidenceRemoved:
        return EvidenceRemoved(task=self.task, was=self.evidence, index=self.index)


class EvidenceRemoved(Change, frozen=True, kw_only=True):
    task: str
    was: Evidence
    index: int = -1

    def check(self, launch: Launch) -> Refusal | None:
        if gone := task_gone(launch, self.task):
            return gone
        there = stands_at(launch.tasks[self.task].evidence, self.index, self.was)
        return None if there else refuse("evidence-gone")

    def apply(self, launch: Launch) -> Launch:
        return with_task(launch, self.task, lambda task: replaced(task, evidence=without(task.evidence, self.was.id)))

    def inverse(self) -> EvidenceAdded:
        return EvidenceAdded(task=self.task, evidence=self.was, index=self.index)


class EvidenceReplaced(Change, frozen=True, kw_only=True):
    """The same piece of evidence (by id) with other content."""

    task: str
    to: Evidence
    was: Evidence

    def check(self, launch: Launch) -> Refusal | None:
        if gone := task_gone(launch, self.task):
            return gone
        if self.was not in launch.tasks[self.task].evidence or self.to.id != self.was.id:
            return refuse("evidence-gone")
        return evidence_text(self.to)

    def apply(self, launch: Launch) -> Launch:
        return with_task(launch, self.task, lambda task: replaced(task, evidence=with_item(task.evidence, self.to)))

    def inverse(self) -> EvidenceReplaced:
        return EvidenceReplaced(task=self.task, to=self.was, was=self.to)


class StepAdded(Change, frozen=True, kw_only=True):
    """`index` is where it stands in the task's list; -1 for its end."""

    task: str
    step: Step
    index: int = -1

    def check(self, launch: Launch) -> Refusal | None:
        if gone := task_gone(launch, self.task):
            return gone
        task = launch.tasks[self.task]
        if index_of(task.steps, self.step.id) >= 0:
            return refuse("step-exists")
        if not fits(task.steps, self.index):
            return refuse("moved-on", what=task.key, field="steps")
        return text(self.step.text, "step", required=True)

    def apply(self, launch: Launch) -> Launch:
        def add(task: Task) -> Task:
            at = len(task.steps) if self.index < 0 else self.index
            return replaced(task, steps=inserted(task.steps, at, self.step))

        return with_task(launch, self.task, add)

    def inverse(self) -> StepRemoved:
        return StepRemoved(task=self.task, was=self.step, index=self.index)


class StepRemoved(Change, frozen=True, kw_only=True):
    task: str
    was: Step
    index: int = -1

    def check(self, launch: Launch) -> Refusal | None:
        if gone := task_gone(launch, self.task):
            return gone
        return None if stands_at(launch.tasks[self.task].steps, self.index, self.was) else refuse("step-gone")

    def apply(self, launch: Launch) -> Launch:
        return with_task(launch, self.task, lambda task: replaced(task, steps=without(task.steps, self.was.id)))

    def inverse(self) -> StepAdded:
        return StepAdded(task=self.task, step=self.was, index=self.index)


class StepFields(Fields, frozen=True, kw_only=True):
    text: str | UnsetType = UNSET
    done: bool | UnsetType = UNSET


class StepEdited(Change, frozen=True, kw_only=True):
    task: str
    step: str
    to: StepFields
    was: StepFields

    def check(self, launch: Launch) -> Refusal | None:
        if gone := task_gone(launch, self.task):
            return gone
        task = launch.tasks[self.task]
        index = index_of(task.steps, self.step)
        if index < 0:
            return refuse("step-gone")
        step: Step = replaced(task.steps[index], **self.to.given())
        return changed(self.to, self.was, task.steps[index], task.key) or text(step.text, "step", required=True)

    def apply(self, launch: Launch) -> Launch:
        def edit(task: Task) -> Task:
            edited = (replaced(s, **self.to.given()) if s.id == self.step else s for s in task.steps)
            return replaced(task, steps=tuple(edited))

        return with_task(launch, self.task, edit)

    def inverse(self) -> StepEdited:
        return StepEdited(task=self.task, step=self.step, to=self.was, was=self.to)


def _not_the_other_side(launch: Launch, task: Task, word: Word) -> Refusal | None:
    if not task.asks or is_shared(task.lane):
        return refuse("ack-not-asked", key=task.key)
    if may_consent(launch, task.lane, word):
        return None
    others = tuple(name(launch, person) for person in consenters(launch, task.lane))
    return refuse("not-other-lead", key=task.key, either=others)


def _arrived(launch: Launch, id_: str, word: Word, gate: CoveredGate) -> Refusal | None:
    """Refuses a word on a result that has not arrived, or isn't what its author saw."""
    if gone := task_gone(launch, id_):
        return gone
    task = launch.tasks[id_]
    if refusal := _not_the_other_side(launch, task, word):
        return refusal
    return ground_moved(launch, task, gate) or (None if is_done(task) else refuse("ack-not-done", key=task.key))


class TaskAcknowledged(Judgement, frozen=True, kw_only=True):
    """The other lane's lead saw the result. `gate` is what they saw, with its evidence."""

    task: str
    gate: CoveredGate

    def check(self, launch: Launch) -> Refusal | None:
        refusal = _arrived(launch, self.task, self.word, self.gate)
        if refusal is None and acknowledgement(launch.tasks[self.task]) is AckState.GIVEN:
            return refuse("already-acknowledged", key=launch.tasks[self.task].key)
        return refusal

    def apply(self, launch: Launch) -> Launch:
        given = Acknowledgement(word=self.word, evidence=self.gate.evidence)
        return with_task(launch, self.task, lambda task: replaced(task, acknowledgement=given, sent_back=None))


class TaskSentBack(Judgement, frozen=True, kw_only=True):
    """The other lane's lead saw the result and says why it won't do: the task is in progress again."""

    task: str
    gate: CoveredGate
    why: str

    def check(self, launch: Launch) -> Refusal | None:
        return _arrived(launch, self.task, self.word, self.gate) or text(self.why, "reason", required=True, lines=True)

    def apply(self, launch: Launch) -> Launch:
        back = SentBack(word=self.word, why=self.why)
        return with_task(
            launch,
            self.task,
            lambda task: replaced(task, status=Status.IN_PROGRESS, acknowledgement=None, sent_back=back),
        )


class AcknowledgementWithdrawn(Judgement, frozen=True, kw_only=True):
    task: str

    def check(self, launch: Launch) -> Refusal | None:
        if gone := task_gone(launch, self.task):
            return gone
        task = launch.tasks[self.task]
        if task.acknowledgement is None:
            return refuse("ack-missing", key=task.key)
        return _not_the_other_side(launch, task, self.word)

    def apply(self, launch: Launch) -> Launch:
        return with_task(launch, self.task, lambda task: replaced(task, acknowledgement=None))
