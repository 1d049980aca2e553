"""Gates done over time against the plan that the due dates make, in counts."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from launchready.desktop.timeline import Point
from launchready.launch.maps import values
from launchready.launch.model import Launch
from launchready.launch.readiness import is_done, is_gate, is_waived
from launchready.launch.schedule import due_date, go_no_go_date


class Step(NamedTuple):
    """So many gates are `done`, or planned to be, from `day` on: an ordinal, with a fraction for the time of day."""

    day: float
    done: int


class Readiness(NamedTuple):
    """What the chart shows. `planned` is how many gates should be done at the end of today, `late` how many of
    those that should be are not, waived ones aside; `ahead` or behind is `done - planned`."""

    done: tuple[Step, ...]
    plan: tuple[Step, ...]
    today: float
    meeting: float
    launch: float
    total: int
    is_now: int
    planned: int
    late: int

    @property
    def first(self) -> float:
        starts = [step.day for step in self.done[:1]] + [step.day - 1 for step in self.plan[:1]]
        return min(starts, default=self.today)

    @property
    def last(self) -> float:
        return max(self.launch, self.today, *(step.day for step in self.plan[-1:]))


def readiness(launch: Launch, points: Sequence[Point], now: dt.datetime) -> Readiness:
    """Where gates stand against their due dates at `now` (aware). `points` are the log's, oldest first."""
    zone = ZoneInfo(launch.zone)
    moment = _ordinal(now, zone)
    done = [Step(_ordinal(point.at, zone), point.done) for point in points]
    gates = [task for task in values(launch.tasks) if is_gate(task)]
    days = sorted(day.toordinal() for task in gates if (day := due_date(launch, task)) is not None)
    plan = [Step(day + 1.0, bisect_right(days, day)) for day in sorted(set(days))]
    today = int(moment)
    left = [task for task in gates if not is_done(task)]
    past = (task for task in left if (day := due_date(launch, task)) and day.toordinal() < today)
    late = sum(not is_waived(launch, task) for task in past)
    return Readiness(
        done=tuple(done),
        plan=tuple(plan),
        today=moment,
        meeting=float(go_no_go_date(launch).toordinal()),
        launch=float(launch.date.toordinal()),
        total=len(gates),
        is_now=len(gates) - len(left),
        planned=bisect_right(days, today - 1),
        late=late,
    )


def _ordinal(at: dt.datetime, zone: ZoneInfo) -> float:
    local = at.astimezone(zone)
    return local.toordinal() + (local.hour * 60 + local.minute) / 1440
