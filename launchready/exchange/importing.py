"""An imported checklist as changes to a launch: advisory tasks, never a sign-off."""

from __future__ import annotations

from launchready.exchange.checklist import Checklist, ChecklistDue, ChecklistTask
from launchready.launch.drafting import Draft
from launchready.launch.model import Due, Evidence, Status, Step


def draft_tasks(draft: Draft, checklist: Checklist, file: str) -> None:
    """Adds every task of the checklist to the draft; `file` names where they came from."""
    for task in checklist.tasks:
        _add(draft, task, f"{file}, {task.place}" if task.place else file)


def _add(draft: Draft, task: ChecklistTask, source: str) -> None:
    draft.task(
        one_line(task.title),
        task.lane,
        area=one_line(task.area),
        owner=draft.person(one_line(task.owner)),
        due=_due(task.due),
        status=Status.DONE if task.done else Status.TODO,
        notes=task.notes,
        steps=tuple(Step(id=draft.new_id(), text=one_line(step.text), done=step.done) for step in task.steps),
        evidence=tuple(
            Evidence(id=draft.new_id(), label=one_line(label) or link, link=link) for label, link in task.links
        ),
        source=one_line(source),
    )


def _due(due: ChecklistDue | None) -> Due | None:
    return None if due is None else Due(offset=due.offset, date=due.date)


def one_line(text: str) -> str:
    """Text on one line, without what no line can show."""
    return "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split())).strip()
