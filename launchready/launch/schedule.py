"""When things are due, and what has to come first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from launchready.launch.lanes import LANES
from launchready.launch.maps import values
from launchready.launch.model import Due, Launch, Task

SATURDAY = 5
RANK = {lane.id: number for number, lane in enumerate(LANES)}


def resolve(due: Due | None, launch_date: dt.date) -> dt.date | None:
    """The calendar day a due stands for, or None where there is none."""
    if due is None:
        return None
    if due.offset is None:
        return due.date
    day = launch_date + dt.timedelta(days=due.offset)
    if not due.workday or day.weekday() < SATURDAY:
        return day
    beyond = day.weekday() - SATURDAY
    return day + dt.timedelta(days=2 - beyond) if due.offset > 0 else day - dt.timedelta(days=1 + beyond)


def go_no_go_date(launch: Launch) -> dt.date:
    return resolve(launch.go_no_go, launch.date) or launch.date


def due_date(launch: Launch, task: Task) -> dt.date | None:
    """When the task is due. A gate is due by the go/no-go date, whatever its own due says."""
    day = resolve(task.due, launch.date)
    if not task.gating:
        return day
    limit = go_no_go_date(launch)
    return limit if day is None else min(day, limit)


def today(launch: Launch, now: dt.datetime) -> dt.date:
    """The day it is in the launch's zone, in which its days count. `now` is aware."""
    return now.astimezone(ZoneInfo(launch.zone)).date()


def makes_a_circle(launch: Launch, task: str, prerequisites: tuple[str, ...]) -> bool:
    """Whether `task` would have to wait for itself."""
    seen: set[str] = set()
    waiting = list(prerequisites)
    while waiting:
        current = waiting.pop()
        if current == task:
            return True
        if current not in seen:
            seen.add(current)
            found = launch.tasks.get(current)
            waiting.extend(found.prerequisites if found else ())
    return False


def in_order(launch: Launch, lane: str | None = None) -> Iterator[Task]:
    """The tasks by lane and position: the order of the checklist."""
    yield from ordered(task for task in values(launch.tasks) if lane is None or task.lane == lane)


def ordered(tasks: Iterable[Task]) -> list[Task]:
    """Some tasks in the order of the checklist."""
    return sorted(tasks, key=lambda task: (RANK[task.lane], task.position, task.id))
