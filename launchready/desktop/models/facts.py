"""What the checklist filters, groups and counts by, one fact a task; worked out once a state, in launch order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from launchready.launch.lanes import LANES
from launchready.launch.model import Launch, Status, Task
from launchready.launch.readiness import is_done, is_gate, is_granted, open_prerequisites
from launchready.launch.schedule import due_date, in_order


class Fact(NamedTuple):
    """One task as the checklist sees it. `late` only where it is still open and not waived; `held` counts the
    prerequisites that hold it back."""

    task: Task
    due: dt.date | None
    done: bool
    gate: bool
    late: bool
    mine: bool
    held: int


class View(NamedTuple):
    """What facts are seen from: whose are "mine" (person id), and the day it is."""

    me: str
    today: dt.date


def waived_tasks(launch: Launch) -> frozenset[str]:
    """The tasks with a granted waiver."""
    return frozenset(waiver.task for waiver in launch.waivers.values() if is_granted(launch, waiver))


def fact(launch: Launch, task: Task, view: View, waived: frozenset[str]) -> Fact:
    due = due_date(launch, task)
    done = is_done(task)
    open_ = not done and task.status is not Status.NOT_APPLICABLE and task.id not in waived
    return Fact(
        task=task,
        due=due,
        done=done,
        gate=is_gate(task),
        late=open_ and due is not None and due < view.today,
        mine=bool(view.me) and task.owner == view.me and not done,
        held=len(open_prerequisites(launch, task)) if task.prerequisites and not done else 0,
    )


def facts(launch: Launch, view: View) -> list[Fact]:
    waived = waived_tasks(launch)
    return [fact(launch, task, view, waived) for task in in_order(launch)]


FILTERS: dict[str, Callable[[Fact], bool]] = {
    "all": lambda _: True,
    **{lane.id: (lambda found, lane=lane.id: found.task.lane == lane) for lane in LANES},  # type: ignore[misc]
    "mine": lambda found: found.mine,
    "gating": lambda found: found.gate,
    "late": lambda found: found.late,
    "blocked": lambda found: found.task.status is Status.BLOCKED,
}
COUNTED = ("mine", "gating", "late", "blocked")


def counts(found: list[Fact]) -> dict[str, int]:
    """How many tasks each counted filter would show."""
    return {name: sum(map(FILTERS[name], found)) for name in COUNTED}
