"""An imported checklist as changes to a launch: advisory tasks unless the file says otherwise, never a sign-off."""

from __future__ import annotations

import re

import msgspec

from launchready.exchange.checklist import Checklist, ChecklistDue, ChecklistTask
from launchready.launch.changes.base import LONGEST
from launchready.launch.drafting import Draft
from launchready.launch.lanes import is_shared
from launchready.launch.model import Due, Evidence, Status, Step

_LONGEST_LINE = 2_000
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What an import makes of a launch, by keys: tasks added, tasks changed, tasks that are as the file has them.

    `kept` are (key, field) of what the file says otherwise but a rule or a judgement holds.
    """

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()


def draft_tasks(draft: Draft, checklist: Checklist, file: str) -> tuple[str, ...]:
    """Adds every task of the checklist to the draft, and answers with their keys; `file` names where they came from."""
    made = {}
    for task in checklist.tasks:
        made[task.id] = add_task(draft, task, source_of(checklist, task, file))
    add_prerequisites(draft, checklist, made)
    return tuple(draft.launch.tasks[id_].key for id_ in made.values())


def source_of(checklist: Checklist, task: ChecklistTask, file: str) -> str:
    """What a task of the launch is known by when its file comes again: the file or product, and its id there."""
    if task.id:
        return one_line(f"{checklist.origin or file}#{task.id}")
    return one_line(f"{file}, {task.place}" if task.place else file)


def add_task(draft: Draft, task: ChecklistTask, source: str) -> str:
    """Adds one task, still without prerequisites; the id it got."""
    gating = can_gate(task)
    status = status_of(task)
    if gating and is_shared(task.lane) and status is Status.DONE:
        status = Status.TODO  # only both leads' confirmations make a joint gate done
    added = draft.task(
        one_line(task.title) or "Untitled",
        task.lane,
        done_when=many_lines(task.done_when),
        area=one_line(task.area),
        owner=draft.person(person_line(task.owner)),
        reviewer=draft.person(person_line(task.reviewer)),
        due=due_of(task.due),
        gating=gating,
        status=status,
        why=many_lines(task.why) if status in (Status.BLOCKED, Status.NOT_APPLICABLE) else "",
        notes=many_lines(task.notes),
        steps=steps_of(draft, task),
        evidence=evidence_of(draft, task),
        source=source,
    )
    return added.id


def add_prerequisites(draft: Draft, checklist: Checklist, made: dict[str, str]) -> None:
    """Lets tasks that are in the launch wait for each other; `made` maps their ids in the file to those here."""
    for task in checklist.tasks:
        firsts = tuple(made[first] for first in task.prerequisites if first in made)
        if firsts and task.id in made:
            draft.edit_task(draft.launch.tasks[made[task.id]], prerequisites=firsts)


def status_of(task: ChecklistTask) -> Status:
    if task.status is not None:
        return Status(task.status)
    return Status.DONE if task.done else Status.TODO


def can_gate(task: ChecklistTask) -> bool:
    """Whether a column says that it is a gate; what is due after launch can't be one."""
    return bool(task.gating) and not (task.due is not None and (task.due.offset or 0) > 0)


def steps_of(draft: Draft, task: ChecklistTask) -> tuple[Step, ...]:
    texts = ((one_line(step.text), step.done) for step in task.steps)
    return tuple(Step(id=draft.new_id(), text=text, done=done) for text, done in texts if text)


def evidence_of(draft: Draft, task: ChecklistTask) -> tuple[Evidence, ...]:
    pairs = ((one_line(label), one_line(link)) for label, link in task.links)
    return tuple(Evidence(id=draft.new_id(), label=label or link, link=link) for label, link in pairs if label or link)


def due_of(due: ChecklistDue | None) -> Due | None:
    return None if due is None else Due(offset=due.offset, date=due.date, workday=due.workday)


def one_line(text: str) -> str:
    """Text on one line, without what no line can show."""
    shown = "".join(sign if sign.isprintable() else " " for sign in " ".join(text[:LONGEST].split()))
    return shown.strip()[:_LONGEST_LINE]


def person_line(text: str) -> str:
    """An owner on one line; signs alone name nobody."""
    line = one_line(text)
    return line if re.search(r"\w", line.partition("<")[0]) else ""


def many_lines(text: str) -> str:
    """Text of several lines, without what can't be kept or shown, and no longer than a launch keeps."""
    shown = _UNSHOWN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"
