"""What the checklist's gestures change: builders over a Draft, with no Qt in them.

Each takes the draft, which holds the state that the changes are checked on, and ids of tasks; tasks that are gone
by then are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from launchready.launch.changes import GateConfirmed, TaskRemoved
from launchready.launch.coverage import gate_seen
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import lanes_of
from launchready.launch.lanes import SIGNING, is_shared
from launchready.launch.model import Launch, Status, Task, Word
from launchready.launch.readiness import is_done

Whose = Callable[[Launch], Word]
"""Gives the word of who acts, for a launch."""


def _present(draft: Draft, tasks: Iterable[str]) -> Iterator[Task]:
    for task in tasks:
        found = draft.launch.tasks.get(task)
        if found is not None:
            yield found


def wants_done(launch: Launch, tasks: Iterable[str]) -> bool:
    """Whether toggling these marks them done: as soon as one of them isn't."""
    return any(not is_done(launch.tasks[task]) for task in tasks if task in launch.tasks)


def toggle_done(draft: Draft, tasks: Iterable[str], word: Whose) -> None:
    """Marks all done, or, where all are, to do again. A joint gate gets the confirmation of the lead who acts."""
    chosen = list(tasks)
    if wants_done(draft.launch, chosen):
        mark_done(draft, chosen, word)
    else:
        set_status(draft, chosen, Status.TODO)


def mark_done(draft: Draft, tasks: Iterable[str], word: Whose) -> None:
    for task in _present(draft, tasks):
        if is_done(task):
            continue
        if task.gating and is_shared(task.lane):
            _confirm(draft, task, word(draft.launch))
        else:
            draft.progress(task, Status.DONE)


def _confirm(draft: Draft, task: Task, word: Word) -> None:
    """Confirms for every lane that the author speaks for and that hasn't; a refusal tells whose word is missing."""
    confirmed = {held.lane for held in task.confirmations}
    spoken = lanes_of(draft.launch, word) if word.by else ()
    waiting = [lane for lane in spoken if lane not in confirmed]
    others = [lane.id for lane in SIGNING if lane.id not in confirmed]
    for lane in waiting or spoken[:1] or others[:1]:
        now = draft.launch.tasks[task.id]
        draft.make(GateConfirmed(task=task.id, lane=lane, gate=gate_seen(draft.launch, now), word=word))


def set_status(draft: Draft, tasks: Iterable[str], status: Status, why: str = "") -> None:
    for task in _present(draft, tasks):
        draft.progress(task, status, why)


def edit(draft: Draft, tasks: Iterable[str], **fields: Any) -> None:
    """Gives all the same fields. `owner` and `reviewer` are names, as typed."""
    for name in ("owner", "reviewer"):
        if name in fields:
            fields[name] = draft.person(fields[name])
    for task in _present(draft, tasks):
        draft.edit_task(task, **fields)


def give_owner(draft: Draft, tasks: Iterable[str], owner: str) -> None:
    """As `edit`, with the owner's id."""
    for task in _present(draft, tasks):
        draft.edit_task(task, owner=owner)


def remove(draft: Draft, tasks: Iterable[str]) -> None:
    for task in _present(draft, tasks):
        draft.make(TaskRemoved(was=task))


def place(draft: Draft, tasks: Iterable[str], beside: str, *, behind: bool) -> None:
    """Moves tasks right before or behind another one, into its lane and area, in their order."""
    anchor = draft.launch.tasks.get(beside)
    if anchor is None:
        return
    chosen = [task for task in _present(draft, tasks) if task.id != beside]
    for task in chosen:
        position = draft.room_beside(task, anchor, behind=behind)
        draft.edit_task(draft.launch.tasks[task.id], lane=anchor.lane, area=anchor.area, position=position)
        anchor = draft.launch.tasks[task.id if behind else anchor.id]
