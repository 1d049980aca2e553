"""Tasks: added, removed, edited, moved on; and a joint gate confirmed by each lead."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from launchready.launch.changes.base import (
    Change,
    Fields,
    Judgement,
    changed,
    first,
    is_new_key,
    loosening,
    numbered,
    replaced,
    text,
    with_task,
)
from launchready.launch.changes.people import known
from launchready.launch.coverage import gate_differences, gate_seen
from launchready.launch.entitlement import lead_names, not_its_lead, speaks_for
from launchready.launch.lanes import BY_ID, SIGNING, is_shared
from launchready.launch.maps import values
from launchready.launch.model import Confirmation, CoveredGate, Due, Launch, Status, Task, Value
from launchready.launch.readiness import open_prerequisites
from launchready.launch.refusal import Refusal, refuse
from launchready.launch.schedule import makes_a_circle, resolve


def task_gone(launch: Launch, task: str) -> Refusal | None:
    return None if task in launch.tasks else refuse("task-gone")


def whole(launch: Launch, task: Task) -> Refusal | None:
    """What is wrong with a task as it would be, whatever changed in it."""
    if task.lane not in BY_ID:
        return refuse("lane-unknown", lane=task.lane, lanes=tuple(BY_ID))
    if task.asks and is_shared(task.lane):
        return refuse("ack-joint", key=task.key)
    if task.gating and task.due is not None and (task.due.offset or 0) > 0:
        return refuse("gate-after-launch", key=task.key)
    if task.due is not None and (task.due.offset is None) == (task.due.date is None):
        return refuse("due-unclear", key=task.key)
    return first((_texts(task), _due(launch, task), known(launch, task.owner), known(launch, task.reviewer)))


def _texts(task: Task) -> Refusal | None:
    lines = (("done when", task.done_when), ("notes", task.notes), ("reason", task.why))
    return first(
        (
            text(task.title, "title", required=True),
            text(task.area, "area"),
            text(task.source, "source"),
            *(text(value, field, lines=True) for field, value in lines),
        )
    )


def _due(launch: Launch, task: Task) -> Refusal | None:
    try:
        resolve(task.due, launch.date)
    except OverflowError:
        return refuse("date-out-of-range")
    return None


def _prerequisites(launch: Launch, task: Task, firsts: tuple[str, ...]) -> Refusal | None:
    if any(key not in launch.tasks for key in firsts):
        return refuse("prerequisite-gone", key=task.key)
    if makes_a_circle(launch, task.id, firsts):
        return refuse("prerequisite-circle", key=task.key)
    return None


class TaskAdded(Change, frozen=True, kw_only=True):
    """A new task, or one put back whole by undoing its removal."""

    task: Task

    def check(self, launch: Launch) -> Refusal | None:
        if self.task.id in launch.tasks or self._key_taken(launch):
            return refuse("key-taken", key=self.task.key)
        if makes_a_circle(launch, self.task.id, self.task.prerequisites):
            return refuse("prerequisite-circle", key=self.task.key)
        return whole(launch, self.task)

    def _key_taken(self, launch: Launch) -> bool:
        key = self.task.key
        if is_new_key(launch, key) or key in launch.freed_keys:
            return False
        return any(other.key == key for other in values(launch.tasks))

    def apply(self, launch: Launch) -> Launch:
        task, freed = self.task, launch.freed_keys.discard(self.task.key)
        return numbered(replaced(launch, tasks=launch.tasks.insert(task.id, task), freed_keys=freed), task.key)

    def says(self, _: Launch, /) -> bool:
        return bool(self.task.acknowledgement or self.task.sent_back or self.task.confirmations)

    def inverse(self) -> TaskRemoved:
        return TaskRemoved(was=self.task)


class TaskRemoved(Change, frozen=True, kw_only=True):
    was: Task

    def check(self, launch: Launch) -> Refusal | None:
        task = launch.tasks.get(self.was.id)
        if task is None:
            return refuse("task-gone")
        if task != self.was:
            return refuse("moved-on", what=task.key, field="task")
        return loosening(launch, task, "remove")

    def apply(self, launch: Launch) -> Launch:
        freed = launch.freed_keys.insert(self.was.key, self.was.id)
        return replaced(launch, tasks=launch.tasks.discard(self.was.id), freed_keys=freed)

    def inverse(self) -> TaskAdded:
        return TaskAdded(task=self.was)


class TaskFields(Fields, frozen=True, kw_only=True):
    title: str | UnsetType = UNSET
    done_when: str | UnsetType = UNSET
    lane: str | UnsetType = UNSET
    area: str | UnsetType = UNSET
    position: int | UnsetType = UNSET
    owner: str | UnsetType = UNSET
    due: Due | UnsetType | None = UNSET
    gating: bool | UnsetType = UNSET
    notes: str | UnsetType = UNSET
    prerequisites: tuple[str, ...] | UnsetType = UNSET
    reviewer: str | UnsetType = UNSET
    asks: bool | UnsetType = UNSET


class TaskEdited(Change, frozen=True, kw_only=True):
    """Any of the task's own fields. Lane, area and position are how a task is moved."""

    task: str
    to: TaskFields
    was: TaskFields

    def check(self, launch: Launch) -> Refusal | None:
        task = launch.tasks.get(self.task)
        if task is None:
            return refuse("task-gone")
        return (
            changed(self.to, self.was, task, task.key)
            or self._agreed(launch, task)
            or whole(launch, replaced(task, **self.to.given()))
            or _prerequisites(launch, task, self.to.prerequisites or ())
        )

    def _agreed(self, launch: Launch, task: Task) -> Refusal | None:
        if self.to.gating is False and task.gating:
            return loosening(launch, task, "make-advisory")
        if self.to.lane is not UNSET and self.to.lane != task.lane:
            return loosening(launch, task, "move")
        return None

    def apply(self, launch: Launch) -> Launch:
        return with_task(launch, self.task, lambda task: replaced(task, **self.to.given()))

    def inverse(self) -> TaskEdited:
        return TaskEdited(task=self.task, to=self.was, was=self.to)


class Progress(Value, frozen=True, kw_only=True):
    """Where a task stands: its status, why it is blocked or not applicable, and who confirmed it."""

    status: Status = Status.TODO
    why: str = ""
    confirmations: tuple[Confirmation, ...] = ()


def progress(task: Task) -> Progress:
    return Progress(status=task.status, why=task.why, confirmations=task.confirmations)


class TaskProgressed(Change, frozen=True, kw_only=True):
    task: str
    to: Progress
    was: Progress

    def check(self, launch: Launch) -> Refusal | None:
        task = launch.tasks.get(self.task)
        if task is None:
            return refuse("task-gone")
        if progress(task) != self.was:
            return refuse("moved-on", what=task.key, field="status")
        return self._to(launch, task) or text(self.to.why, "reason", lines=True)

    def _to(self, launch: Launch, task: Task) -> Refusal | None:
        if self.to.status is Status.DONE:
            return _open_first(launch, task) or self._joint(launch, task)
        if self.to.status in (Status.BLOCKED, Status.NOT_APPLICABLE) and not self.to.why.strip():
            return refuse("reason-missing", key=task.key, status=self.to.status.value)
        if self.to.status is Status.NOT_APPLICABLE:
            return loosening(launch, task, "not-applicable")
        return None

    def _joint(self, launch: Launch, task: Task) -> Refusal | None:
        confirmed = {held.lane for held in self.to.confirmations} >= {lane.id for lane in SIGNING}
        if task.gating and is_shared(task.lane) and not confirmed:
            return refuse("joint-confirm", key=task.key, leads=lead_names(launch, task.lane))
        return None

    def apply(self, launch: Launch) -> Launch:
        to = self.to
        return with_task(
            launch,
            self.task,
            lambda task: replaced(task, status=to.status, why=to.why, confirmations=to.confirmations),
        )

    def says(self, launch: Launch, /) -> bool:
        task = launch.tasks.get(self.task)
        return not set(self.to.confirmations) <= set(task.confirmations if task else ())

    def inverse(self) -> TaskProgressed:
        return TaskProgressed(task=self.task, to=self.was, was=self.to)


def _open_first(launch: Launch, task: Task) -> Refusal | None:
    waiting = open_prerequisites(launch, task)
    return refuse("prerequisite-open", key=task.key, keys=tuple(first.key for first in waiting)) if waiting else None


class GateConfirmed(Judgement, frozen=True, kw_only=True):
    """A lead's word that a joint gate is done. With the last one it is. `gate` is what the lead saw."""

    task: str
    lane: str
    gate: CoveredGate

    def check(self, launch: Launch) -> Refusal | None:
        task = launch.tasks.get(self.task)
        if task is None:
            return refuse("task-gone")
        if not (task.gating and is_shared(task.lane)):
            return refuse("confirm-not-joint", key=task.key)
        if self.lane not in BY_ID or is_shared(self.lane) or not speaks_for(launch, self.lane, self.word):
            return not_its_lead(launch, self.lane)
        if any(held.lane == self.lane for held in task.confirmations):
            return refuse("already-confirmed", key=task.key, lane=self.lane)
        return _open_first(launch, task) or ground_moved(launch, task, self.gate)

    def apply(self, launch: Launch) -> Launch:
        def confirm(task: Task) -> Task:
            confirmations = (*task.confirmations, Confirmation(lane=self.lane, word=self.word))
            everyone = {held.lane for held in confirmations} >= {lane.id for lane in SIGNING}
            status = Status.DONE if everyone else task.status
            return replaced(task, confirmations=confirmations, status=status, why="" if everyone else task.why)

        return with_task(launch, self.task, confirm)


def ground_moved(launch: Launch, task: Task, seen: CoveredGate) -> Refusal | None:
    """Refuses a judgement on a task that is no longer what its author saw, with the difference."""
    now = gate_seen(launch, task)
    return None if now == seen else refuse("ground-moved", differences=tuple(gate_differences(seen, now)))
