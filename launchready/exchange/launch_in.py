"""The checklist of another launch: handed over as it is, or as the JSON that a launch is written as."""

from __future__ import annotations

import datetime
from typing import cast

from launchready.exchange.cells import whole_text
from launchready.exchange.checklist import (
    ChecklistDue,
    ChecklistStep,
    ChecklistTask,
    ImportRefused,
    Lane,
    Link,
)
from launchready.exchange.gathering import Gathering
from launchready.exchange.ids import unique
from launchready.exchange.json_in import Json, part, parts, said, text
from launchready.exchange.references import without_circles
from launchready.exchange.understood import LANES, STATUSES, Options, Understood
from launchready.launch.entitlement import name
from launchready.launch.model import Launch, Task
from launchready.launch.schedule import in_order

ORIGIN = "launchready"
_TOLD = frozenset(("area", "owner", "reviewer", "due", "notes", "done_when", "steps", "prerequisites", "asks"))


def read_launch(launch: Launch, file: str, options: Options = Options()) -> Understood:  # noqa: B008 - frozen
    """The checklist of a launch: its tasks, what they wait for and how far they are; nobody's word is taken along."""
    gathering = Gathering(file, options)
    tasks = [_task(launch, task, gathering) for task in in_order(launch)]
    if not tasks:
        raise ImportRefused("import-launch-empty", {"file": file})
    return gathering.understood(tasks, form="launch", product=ORIGIN, title=launch.name, origin=ORIGIN)


def _task(launch: Launch, task: Task, gathering: Gathering) -> ChecklistTask:
    due = task.due
    area = task.area if gathering.options.area is None else gathering.options.area
    return ChecklistTask(
        title=task.title,
        done=task.status.value == "done",
        id=task.id,
        status=task.status.value,
        why=task.why,
        gating=task.gating,
        done_when=task.done_when,
        prerequisites=tuple(first for first in task.prerequisites if first in launch.tasks),
        lane=gathering.lane(task.title, area, "", cast(Lane, task.lane)),
        lane_said=True,
        area=area,
        owner=_person(launch, task.owner),
        reviewer=_person(launch, task.reviewer),
        due=ChecklistDue(offset=due.offset, date=due.date, workday=due.workday) if due else None,
        notes=task.notes,
        steps=tuple(ChecklistStep(text=step.text, done=step.done) for step in task.steps),
        asks=task.asks,
        links=tuple(Link(one.label, one.link, one.note, one.date, one.build) for one in task.evidence),
        place=task.key,
    )


def _person(launch: Launch, person: str) -> str:
    """Name and e-mail, so that the same person is found in another launch."""
    if not person:
        return ""
    held = launch.people.get(person)
    return f"{held.name} <{held.email}>" if held and held.email else name(launch, person)


def read_document(document: Json, file: str, options: Options) -> Understood:
    """The checklist in a launch's JSON. What is missing or of another type counts as not said."""
    gathering = Gathering(file, options)
    people = {said(person.get("id")): person for person in parts(document.get("people"))}
    found = parts(document.get("tasks"))
    kept = [task for task in found if text(task.get("title")).strip()]
    for task in found:
        if task not in kept:
            gathering.skip(text(task.get("key")) or "a task", "no-title")
    if not kept:
        raise ImportRefused("import-launch-empty", {"file": file})
    ids = unique([said(task.get("id")) or text(task.get("title")) for task in kept])
    needs = _prerequisites(kept, ids)
    parts_of = zip(kept, ids, needs, strict=True)
    tasks = [_from_json(task, id_, firsts, people, gathering) for task, id_, firsts in parts_of]
    title = text(part(document, "launch", "name")) or file
    return gathering.understood(tasks, form="json", product=ORIGIN, title=title, origin=ORIGIN, tells=_TOLD)


def _prerequisites(tasks: list[Json], ids: list[str]) -> list[tuple[str, ...]]:
    """What each task waits for, without circles, which only a document that was tampered with has."""
    known = {id_: number for number, id_ in enumerate(ids)}
    firsts = [
        list(dict.fromkeys(known[text(first)] for first in _list(task.get("prerequisites")) if text(first) in known))
        for task in tasks
    ]
    for number, needs in enumerate(firsts):
        firsts[number] = [first for first in needs if first != number]
    without_circles(firsts)
    return [tuple(ids[first] for first in needs) for needs in firsts]


def _from_json(
    task: Json, id_: str, firsts: tuple[str, ...], people: dict[str, Json], gathering: Gathering
) -> ChecklistTask:
    place = text(task.get("key")) or id_
    title = whole_text(text(task.get("title")))
    area = whole_text(text(task.get("area"))) if gathering.options.area is None else gathering.options.area
    lane = next((each for each in LANES if each == task.get("lane")), None)
    if lane is None and task.get("lane"):
        lane = gathering.unknown_lane(str(task.get("lane")), task=place, column="lane")
    status = next((each for each in STATUSES if each == task.get("status")), None)
    if status is None and text(task.get("status")):
        status = gathering.status(text(task.get("status")), place, "status", task=place)
    gating = task.get("gating")
    return ChecklistTask(
        title=title,
        done=status == "done",
        id=id_,
        status=status,
        why=whole_text(text(task.get("why"))),
        gating=gating if isinstance(gating, bool) else None,
        done_when=whole_text(text(task.get("done_when"))),
        prerequisites=firsts,
        lane=gathering.lane(title, area, "", lane),
        lane_said=lane is not None,
        area=area,
        owner=_person_of(people.get(said(task.get("owner"))), text(task.get("owner_name"))),
        reviewer=_person_of(people.get(said(task.get("reviewer"))), ""),
        due=_due(task.get("due")),
        notes=whole_text(text(task.get("notes"))),
        steps=_steps(task),
        asks=task.get("asks") is True,
        links=tuple(_link(each) for each in parts(task.get("evidence"))),
        place=place,
    )


def _steps(task: Json) -> tuple[ChecklistStep, ...]:
    named = [(whole_text(text(step.get("text"))), step.get("done") is True) for step in parts(task.get("steps"))]
    return tuple(ChecklistStep(text=said_step, done=done) for said_step, done in named if said_step.strip())


def _link(said: Json) -> Link:
    label, link, note, build = (whole_text(text(said.get(field))) for field in ("label", "link", "note", "build"))
    return Link(label, link, note, _day(said.get("date")), build)


def _person_of(person: Json | None, shown: str) -> str:
    known = text((person or {}).get("name")) or shown
    mail = text((person or {}).get("email"))
    return whole_text(f"{known} <{mail}>" if known and mail else known)


def _due(value: object) -> ChecklistDue | None:
    offset, date, workday = (part(value, key) for key in ("offset", "date", "workday"))
    if isinstance(offset, int) and not isinstance(offset, bool) and abs(offset) <= 3650:
        return ChecklistDue(offset=offset, workday=workday is True)
    day = _day(date)
    return ChecklistDue(date=day) if day else None


def _day(said: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
