"""What is typed or chosen in a cell of the checklist: what is offered, how it reads, what it means."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from launchready.desktop import days, dues
from launchready.launch.drafting import parse_author
from launchready.launch.entitlement import name, person_for
from launchready.launch.lanes import LANES
from launchready.launch.maps import values
from launchready.launch.model import Launch, Task
from launchready.launch.schedule import go_no_go_date, resolve
from launchready.wording import terms
from launchready.wording.language import tr


def choices(column: str) -> tuple[tuple[str, str], ...]:
    """The values of a column that has few, with their words; none for one that is typed."""
    if column == "lane":
        return tuple((lane.id, terms.lane(lane.id)) for lane in LANES)
    return (("yes", tr("Gating")), ("no", tr("Advisory"))) if column == "gating" else ()


def hint(column: str) -> str:
    return {"owner": tr("Nobody yet"), "due": tr("T-14 or a date"), "area": tr("No area")}.get(column, "")


def known(launch: Launch, column: str) -> tuple[str, ...]:
    """What is completed while it is typed."""
    if column == "owner":
        return tuple(name(launch, person) for person in launch.people)
    return tuple({task.area for task in values(launch.tasks) if task.area}) if column == "area" else ()


def reading(launch: Launch, task: Task, column: str, text: str, today: dt.date) -> str:
    """How a half-typed text would be taken, where that is worth a word."""
    if column == "due":
        return _due_read(launch, task, text, today)
    if column == "owner" and text.strip() and person_for(launch, parse_author(text)) is None:
        return tr("New person: {name}").format(name=parse_author(text).name)
    if column == "area" and text.strip() and text.strip() not in known(launch, "area"):
        return tr("New area: {area}").format(area=text.strip())
    return ""


def _due_read(launch: Launch, task: Task, text: str, today: dt.date) -> str:
    try:
        due = dues.parse(text, today)
    except dues.Unclear:
        return tr("T-14, 3 Dec, tomorrow, or nothing")
    read = days.due(launch, msgspec.structs.replace(task, due=due), today)
    asked = resolve(due, launch.date)
    if task.gating and (asked is None or asked > go_no_go_date(launch)):
        return tr("{day}: a gate is due by the go/no-go date").format(day=read)
    return read


def meaning(column: str, text: str, today: dt.date) -> dict[str, Any]:
    """The field of a task and its value, as `edits.edit` takes it. Raises dues.Unclear."""
    if column == "due":
        return {"due": dues.parse(text, today)}
    return {column: text == "yes" if column == "gating" else text.strip()}
