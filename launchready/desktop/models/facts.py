"""What the checklist filters, groups and counts by, one fact a task; worked out once a state, in launch order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from launchready.launch.lanes import LANES
from launchready.launch.model import Launch, Status, Task
from launchready.launch.readiness import is_done, is_gate, is_granted, open_prerequisites
from launchready.launch.schedule import due_date, in_order


class View(NamedTuple):
    """What facts are seen from: whose are "mine" (person id), and the day it is."""

    me: str
    today: dt.date


def waived_tasks(launch: Launch) -> frozenset[str]:
    """The tasks with a granted waiver."""
    return frozenset(waiver.task for waiver in launch.waivers.values() if is_granted(launch, waiver))


class Scene(NamedTuple):
    """A launch as facts are seen in it; `waived` are the tasks with a granted waiver."""

    launch: Launch
    view: View
    waived: frozenset[str]

    def frame(self) -> tuple[object, ...]:
        """All but the tasks that a fact can depend on."""
        return self.view, self.launch.date, self.launch.go_no_go, self.waived


def scene(launch: Launch, view: View) -> Scene:
    return Scene(launch, view, waived_tasks(launch))


class Fact:
    """One task as the checklist sees it. All but `done` is worked out when it is asked for: of 10,000 tasks a
    window shows twenty."""

    __slots__ = ("_due", "_scene", "done", "task")

    def __init__(self, task: Task, scene: Scene) -> None:
        self.task = task
        self.done = is_done(task)
        self._scene = scene
        self._due: dt.date | _Unknown | None = UNKNOWN

    @property
    def due(self) -> dt.date | None:
        if isinstance(self._due, _Unknown):
            self._due = due_date(self._scene.launch, self.task)
        return self._due

    @property
    def gate(self) -> bool:
        return is_gate(self.task)

    @property
    def late(self) -> bool:
        """Only where it is still open and not waived."""
        if self.done or self.task.status is Status.NOT_APPLICABLE or self.task.id in self._scene.waived:
            return False
        return self.due is not None and self.due < self._scene.view.today

    @property
    def mine(self) -> bool:
        return bool(self._scene.view.me) and self.task.owner == self._scene.view.me and not self.done

    @property
    def held(self) -> int:
        """How many prerequisites hold it back."""
        if self.done or not self.task.prerequisites:
            return 0
        return len(open_prerequisites(self._scene.launch, self.task))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Fact) or self.task != other.task:
            return False
        if not self.task.prerequisites and self._scene.frame() == other._scene.frame():
            return True
        return (self.due, self.late, self.mine, self.held) == (other.due, other.late, other.mine, other.held)

    __hash__ = None  # type: ignore[assignment]


class _Unknown:
    """Not worked out yet, where None is an answer."""


UNKNOWN = _Unknown()


def facts(launch: Launch, view: View) -> list[Fact]:
    seen = scene(launch, view)
    return [Fact(task, seen) for task in in_order(launch)]


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
