"""The same file imported again: its tasks are updated, new ones are added, none is removed, no judgement is touched."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from launchready.exchange.carried import many_lines, one_line, person_line, plain_spaced
from launchready.exchange.checklist import Checklist, ChecklistTask
from launchready.exchange.importing import (
    OWN_ORIGIN,
    Imported,
    People,
    add_prerequisites,
    add_task,
    can_gate,
    due_of,
    evidence_of,
    source_of,
    status_of,
    steps_of,
)
from launchready.exchange.products import NAMES
from launchready.exchange.updating_parts import evidence_changes, step_changes
from launchready.launch.changes import AnyChange, TaskEdited, TaskProgressed
from launchready.launch.changes.tasks import Progress, TaskFields, progress
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import name
from launchready.launch.lanes import is_shared
from launchready.launch.model import Launch, Status, Task
from launchready.launch.schedule import in_order

_TEXTS: dict[str, Callable[[str], str]] = {
    "title": one_line,
    "done_when": many_lines,
    "area": one_line,
    "notes": many_lines,
}


def has_update(launch: Launch, checklist: Checklist, file: str) -> bool:
    """Whether some of these tasks are in the launch already, so that an update is to be offered."""
    return bool(_known(launch, checklist, file))


class Preview(NamedTuple):
    """What an update would make of the launch that it was worked out on, and by which changes."""

    update: Imported
    before: Launch
    changes: tuple[AnyChange, ...]


def preview_update(launch: Launch, checklist: Checklist, file: str) -> Preview | None:
    """What an update would do; None where the launch has none of these tasks."""
    if not has_update(launch, checklist, file):
        return None
    numbers = itertools.count()
    draft = Draft(launch, lambda: f"preview-{next(numbers)}")
    return Preview(draft_update(draft, checklist, file), launch, tuple(draft.changes))


def draft_update(draft: Draft, checklist: Checklist, file: str) -> Imported:
    """Makes the launch's tasks of this source as the file has them, field by field where the file gives one.

    What a rule refuses (a gate of an agreed checklist, a status that judgements rest on) stays and is told as `kept`.
    """
    known = _known(draft.launch, checklist, file)
    before = draft.launch.tasks
    update = _Update(draft, checklist)
    made: dict[str, str] = {}
    added: list[ChecklistTask] = []
    there: list[tuple[str, ChecklistTask]] = []
    for task in checklist.tasks:
        held = known.get(task.id or task.place)
        if held is None:
            made[task.id] = add_task(draft, task, source_of(checklist, task, file), update.people)
            added.append(task)
        else:
            made[task.id] = held
            there.append((held, task))
            update.task(held, task)
    add_prerequisites(draft, Checklist(title=checklist.title, tasks=tuple(added)), made)
    for held, task in there:
        update.prerequisites(held, task, made)
    update.progress(there)
    keys: tuple[list[str], list[str]] = [], []
    for held, _ in there:
        now = draft.launch.tasks[held]
        keys[now == before[held]].append(now.key)
    new = tuple(draft.launch.tasks[made[task.id]].key for task in added)
    return Imported(
        added=new,
        updated=tuple(keys[False]),
        unchanged=tuple(keys[True]),
        kept=tuple(update.kept),
        missing=_missing(draft.launch, checklist, set(made.values())),
    )


def _missing(launch: Launch, checklist: Checklist, there: set[str]) -> tuple[str, ...]:
    """Tasks of this very file that it has no more; an export of a product may hold any part of what there is."""
    if not checklist.origin or checklist.origin in NAMES:
        return ()
    start = one_line(f"{checklist.origin}#")
    return tuple(task.key for task in in_order(launch) if task.source.startswith(start) and task.id not in there)


def _known(launch: Launch, checklist: Checklist, file: str) -> dict[str, str]:
    """Tasks of the launch by what the file calls them."""
    by_source = {task.source: task.id for task in launch.tasks.values() if task.source}
    known = {}
    for task in checklist.tasks:
        held = by_source.get(source_of(checklist, task, file), "")
        if checklist.origin == OWN_ORIGIN and task.id in launch.tasks:
            held = task.id
        if held:
            known[task.id or task.place] = held
    return known


class _Update:
    """Changes single tasks, each change only if its own check allows it."""

    def __init__(self, draft: Draft, checklist: Checklist) -> None:
        self.kept: list[tuple[str, str]] = []
        self.people = People(draft, checklist)
        self._draft = draft
        self._checklist = checklist
        self._spaced: Callable[[str], str] = plain_spaced if checklist.plain_spaced else str

    def task(self, id_: str, task: ChecklistTask) -> None:
        tells = self._tells(id_, task)
        for field, value in self._given(id_, task, tells).items():
            self._edit(id_, field, value)
        held = self._held(id_)
        steps, evidence = steps_of(self._draft, task), evidence_of(self._draft, task)
        for change in step_changes(held, steps, self._spaced, whole="steps" in tells):
            self._make(change, held, "steps")
        for proof in evidence_changes(held, evidence, self._spaced, own=self._is_own(id_, task)):
            self._make(proof, held, "evidence")

    def prerequisites(self, id_: str, task: ChecklistTask, made: dict[str, str]) -> None:
        """Adds what the file says comes first to what came first already; a file of our own says all of it.

        What comes first but isn't in the file is never taken away.
        """
        held = self._held(id_)
        given = [made[first] for first in task.prerequisites if first in made]
        in_file = set(made.values()) if "prerequisites" in self._tells(id_, task) else set()
        kept = [first for first in held.prerequisites if first not in in_file or first in given]
        wanted = (*kept, *(first for first in given if first not in kept))
        if set(wanted) != set(held.prerequisites):
            self._edit(id_, "prerequisites", wanted)

    def progress(self, there: Sequence[tuple[str, ChecklistTask]]) -> None:
        """Moves tasks on, again and again while one makes way for the next: a task is done after those before it."""
        waiting = [(id_, change) for id_, task in there if (change := self._progress(id_, task))]
        while waiting:
            left = [(id_, change) for id_, change in waiting if not self._makes(change)]
            if len(left) == len(waiting):
                self.kept.extend((self._held(id_).key, "status") for id_, _ in left)
                return
            waiting = left

    def _tells(self, id_: str, task: ChecklistTask) -> frozenset[str]:
        """The fields whose emptiness counts: of the very task that was exported, not of its copy in another launch."""
        return self._checklist.tells if self._is_own(id_, task) else frozenset()

    def _is_own(self, id_: str, task: ChecklistTask) -> bool:
        return self._checklist.origin == OWN_ORIGIN and id_ == task.id

    def _held(self, id_: str) -> Task:
        return self._draft.launch.tasks[id_]

    def _given(self, id_: str, task: ChecklistTask, tells: frozenset[str]) -> dict[str, Any]:
        """The fields that the file gives and that are otherwise here; an empty cell mostly gives nothing."""
        held = self._held(id_)
        given: dict[str, Any] = {"due": due_of(task.due)}
        for field, carried in _TEXTS.items():
            value, was = carried(getattr(task, field)), carried(getattr(held, field))
            given[field] = getattr(held, field) if self._alike(value, was) else value
        for field in ("owner", "reviewer"):
            given[field] = self._person(getattr(held, field), getattr(task, field))
        found = {field: value for field, value in given.items() if value or (field in tells and field != "title")}
        if task.lane_said:
            found["lane"] = task.lane
        if task.gating is not None and can_gate(task) != held.gating:
            found["gating"] = can_gate(task)
        if "asks" in tells and not is_shared(task.lane):
            found["asks"] = task.asks
        return found

    def _alike(self, value: str, was: str) -> bool:
        return self._spaced(value) == self._spaced(was)

    def _person(self, held: str, said: str) -> str:
        """Whom the file names; the same one where it names them as a file does."""
        person = self._draft.launch.people.get(held)
        if person is not None:
            shown = name(self._draft.launch, held), f"{person.name} <{person.email}>" if person.email else person.name
            if any(self._alike(person_line(said), person_line(one)) for one in shown):
                return held
        return self.people.found(said)

    def _edit(self, id_: str, field: str, value: Any) -> None:
        held = self._held(id_)
        was = getattr(held, field)
        if was != value:
            self._make(
                TaskEdited(task=id_, to=TaskFields(**{field: value}), was=TaskFields(**{field: was})), held, field
            )

    def _progress(self, id_: str, task: ChecklistTask) -> TaskProgressed | None:
        """Where the file has the task, unless somebody's word stands on where it is.

        A box that isn't ticked says only that the task isn't done.
        """
        held, status = self._held(id_), status_of(task)
        if task.status is None and not task.done and held.status is not Status.DONE:
            return None
        needs_why = status in (Status.BLOCKED, Status.NOT_APPLICABLE)
        why = (many_lines(task.why) or ("" if status is held.status else "As imported")) if needs_why else ""
        if status is held.status and (not why or self._alike(why, many_lines(held.why))):
            return None
        if held.confirmations or held.acknowledgement or held.sent_back:
            self.kept.append((held.key, "status"))
            return None
        return TaskProgressed(task=id_, to=Progress(status=status, why=why), was=progress(held))

    def _make(self, change: AnyChange, held: Task, field: str) -> None:
        if not self._makes(change):
            self.kept.append((held.key, field))

    def _makes(self, change: AnyChange) -> bool:
        refused = change.check(self._draft.launch) is not None
        if not refused:
            self._draft.make(change)
        return not refused
