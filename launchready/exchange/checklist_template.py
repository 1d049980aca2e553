"""An imported checklist as a template."""

from __future__ import annotations

import datetime

from launchready.exchange.carried import many_lines, one_line
from launchready.exchange.checklist import Checklist, ChecklistTask
from launchready.exchange.ids import identified, unique
from launchready.exchange.importing import can_gate, title_of
from launchready.templates.model import GO_NO_GO, TIERS, Due, Template, TemplateTask
from launchready.templates.saved import FURTHEST

_UNDATED = -14


def template_of(
    checklist: Checklist, name: str, *, launch_date: datetime.date | None = None, title: str = ""
) -> Template:
    """The checklist as a template for all tiers; owners are people and are left out.

    Fixed dates become days from `launch_date`, by default the day of the last task that is due. Tasks without a date
    are due two weeks before launch.
    """
    tasks = identified(checklist.tasks)
    dates = [task.due.date for task in tasks if task.due and task.due.date]
    launch = launch_date or max(dates, default=None)
    ids = dict(zip((task.id for task in tasks), unique([one_line(task.id) for task in tasks]), strict=True))
    made = tuple(_task(task, launch, ids) for task in tasks)
    heading = one_line(title or checklist.title) or name
    return Template(name, heading, "", made, (), (), dict(GO_NO_GO))


def _task(task: ChecklistTask, launch: datetime.date | None, ids: dict[str, str]) -> TemplateTask:
    dues = {tier: _due(task, launch, GO_NO_GO[tier]) for tier in TIERS}
    return TemplateTask(
        id=ids[task.id],
        title=title_of(task),
        done_when=many_lines(task.done_when),
        lane=task.lane,
        area=one_line(task.area),
        owner_role="",
        reviewer="",
        acknowledged=task.asks and task.lane != "joint",
        notes=many_lines(task.notes),
        prerequisites=tuple(ids[first] for first in task.prerequisites if first in ids and first != task.id),
        steps=tuple(text for step in task.steps if (text := one_line(step.text))),
        tiers=dues,
    )


def _due(task: ChecklistTask, launch: datetime.date | None, go_no_go: int) -> Due:
    due, days = task.due, _UNDATED
    if due is not None and due.offset is not None:
        days = due.offset
    elif due is not None and due.date is not None and launch is not None:
        days = (due.date - launch).days
    gating = can_gate(task)
    days = max(-FURTHEST, min(FURTHEST, days))
    return Due(min(days, go_no_go) if gating else days, gating, due.workday if due else False)
