"""The same file imported again: its tasks are updated, new ones are added, none is removed, no judgement is touched."""

from __future__ import annotations

from typing import Any

from launchready.exchange.checklist import Checklist, ChecklistTask
from launchready.exchange.importing import (
    Imported,
    add_prerequisites,
    add_task,
    can_gate,
    due_of,
    evidence_of,
    many_lines,
    one_line,
    person_line,
    source_of,
    status_of,
)
from launchready.launch.changes import AnyChange, EvidenceAdded, StepAdded, TaskEdited, TaskProgressed
from launchready.launch.changes.tasks import Progress, TaskFields, progress
from launchready.launch.drafting import Draft
from launchready.launch.lanes import is_shared
from launchready.launch.model import Launch, Status, Step, Task

OWN_ORIGIN = "launchready"


def has_update(launch: Launch, checklist: Checklist, file: str) -> bool:
    """Whether some of these tasks are in the launch already, so that an update is to be offered."""
    return bool(_known(launch, checklist, file))


def draft_update(draft: Draft, checklist: Checklist, file: str) -> Imported:
    """Makes the launch's tasks of this source as the file has them, field by field where the file gives one.

    What a rule refuses (a gate of an agreed checklist, a status that judgements rest on) stays and is told as `kept`.
    """
    known = _known(draft.launch, checklist, file)
    update = _Update(draft)
    made: dict[str, str] = {}
    added: list[ChecklistTask] = []
    updated: list[str] = []
    unchanged: list[str] = []
    for task in checklist.tasks:
        held = known.get(task.id or task.place)
        if held is None:
            made[task.id] = add_task(draft, task, source_of(checklist, task, file))
            added.append(task)
            continue
        made[task.id] = held
        before = draft.launch.tasks[held]
        update.task(held, task)
        (unchanged if draft.launch.tasks[held] == before else updated).append(draft.launch.tasks[held].key)
    fresh = Checklist(title=checklist.title, tasks=tuple(added))
    add_prerequisites(draft, fresh, made)
    for task in checklist.tasks:
        if (task.id or task.place) in known and update.prerequisites(made[task.id], task, made):
            key = draft.launch.tasks[made[task.id]].key
            if key in unchanged:
                unchanged.remove(key)
                updated.append(key)
    keys = tuple(draft.launch.tasks[made[task.id]].key for task in added)
    return Imported(added=keys, updated=tuple(updated), unchanged=tuple(unchanged), kept=tuple(update.kept))


def _known(launch: Launch, checklist: Checklist, file: str) -> dict[str, str]:
    """Tasks of the launch by what the file calls them."""
    by_source = {task.source: task.id for task in launch.tasks.values() if task.source}
    known = {}
    for task in checklist.tasks:
        held = by_source.get(source_of(checklist, task, file), "")
        if not held and checklist.origin == OWN_ORIGIN and task.id in launch.tasks:
            held = task.id
        if held:
            known[task.id or task.place] = held
    return known


class _Update:
    """Changes single tasks, each change only if its own check allows it."""

    def __init__(self, draft: Draft) -> None:
        self.kept: list[tuple[str, str]] = []
        self._draft = draft

    def task(self, id_: str, task: ChecklistTask) -> None:
        for field, value in self._given(id_, task).items():
            self._edit(id_, field, value)
        self._progress(id_, task)
        self._steps(id_, task)
        self._evidence(id_, task)

    def prerequisites(self, id_: str, task: ChecklistTask, made: dict[str, str]) -> bool:
        """Adds what the file says comes first to what came first already; True if that changed anything."""
        held = self._held(id_)
        given = tuple(made[first] for first in task.prerequisites if first in made)
        wanted = (*held.prerequisites, *(first for first in given if first not in held.prerequisites))
        self._edit(id_, "prerequisites", wanted)
        return self._held(id_) != held

    def _held(self, id_: str) -> Task:
        return self._draft.launch.tasks[id_]

    def _given(self, id_: str, task: ChecklistTask) -> dict[str, Any]:
        """The fields that the file gives; an empty cell gives nothing."""
        held = self._held(id_)
        given: dict[str, Any] = {
            "title": one_line(task.title),
            "done_when": many_lines(task.done_when),
            "area": one_line(task.area),
            "owner": self._draft.person(person_line(task.owner)),
            "reviewer": self._draft.person(person_line(task.reviewer)),
            "due": due_of(task.due),
            "notes": many_lines(task.notes),
        }
        found = {field: value for field, value in given.items() if value}
        if task.lane_said:
            found["lane"] = task.lane
        if task.gating is not None and can_gate(task) != held.gating:
            found["gating"] = can_gate(task)
        return found

    def _edit(self, id_: str, field: str, value: Any) -> None:
        held = self._held(id_)
        was = getattr(held, field)
        if was != value:
            self._make(
                TaskEdited(task=id_, to=TaskFields(**{field: value}), was=TaskFields(**{field: was})), held, field
            )

    def _progress(self, id_: str, task: ChecklistTask) -> None:
        """Moves the task on as the file has it, unless somebody's word stands on where it is.

        A box that isn't ticked says only that the task isn't done.
        """
        held, status = self._held(id_), status_of(task)
        if status is held.status or (task.status is None and not task.done and held.status is not Status.DONE):
            return
        judged = held.confirmations or held.acknowledgement or held.sent_back or (held.gating and is_shared(held.lane))
        if judged:
            self.kept.append((held.key, "status"))
            return
        needs_why = status in (Status.BLOCKED, Status.NOT_APPLICABLE)
        why = (many_lines(task.why) or "As imported") if needs_why else ""
        self._make(TaskProgressed(task=id_, to=Progress(status=status, why=why), was=progress(held)), held, "status")

    def _steps(self, id_: str, task: ChecklistTask) -> None:
        """Ticks steps as the file has them and adds new ones; a step is known by its words."""
        by_text = {step.text: step for step in self._held(id_).steps}
        for step in task.steps:
            text = one_line(step.text)
            known = by_text.get(text)
            if known is None and text:
                new = Step(id=self._draft.new_id(), text=text, done=step.done)
                self._make(StepAdded(task=id_, step=new), self._held(id_), "steps")
                by_text[text] = new
            elif known is not None and known.done != step.done:
                self._draft.edit_step(self._held(id_), known, done=step.done)
                by_text[text] = Step(id=known.id, text=text, done=step.done)

    def _evidence(self, id_: str, task: ChecklistTask) -> None:
        """Adds evidence whose link and label are both new."""
        held = self._held(id_)
        links = {evidence.link for evidence in held.evidence if evidence.link}
        labels = {evidence.label for evidence in held.evidence if not evidence.link}
        for evidence in evidence_of(self._draft, task):
            if evidence.link not in links if evidence.link else evidence.label not in labels:
                self._make(EvidenceAdded(task=id_, evidence=evidence), held, "evidence")

    def _make(self, change: AnyChange, held: Task, field: str) -> None:
        if change.check(self._draft.launch) is None:
            self._draft.make(change)
        else:
            self.kept.append((held.key, field))
