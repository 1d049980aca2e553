from __future__ import annotations

import datetime as dt

from launchready.desktop import timeline
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.models.lane_counts import lane_counts
from launchready.desktop.models.plan import readiness
from launchready.desktop.pictures.sample import NOW
from launchready.launch.model import Launch


def test_agrees_with_the_lanes(bridge: LaunchBridge) -> None:
    line = timeline.of(bridge)
    line.catch_up(float("inf"))
    shown = readiness(bridge.launch, line.points, NOW)
    counts = lane_counts(bridge.launch, bridge.today).values()
    assert shown.is_now == sum(each.done for each in counts) == shown.done[-1].done
    assert shown.total == sum(each.total for each in counts) == shown.plan[-1].done
    assert shown.late == sum(each.late for each in counts)


def test_the_plan_is_what_the_due_dates_say(bridge: LaunchBridge) -> None:
    line = timeline.of(bridge)
    line.catch_up(float("inf"))
    early = readiness(bridge.launch, line.points, NOW - dt.timedelta(days=200))
    late = readiness(bridge.launch, line.points, NOW + dt.timedelta(days=200))
    assert early.planned == 0
    assert late.planned == late.total
    days = [step.day for step in late.plan]
    assert days == sorted(set(days))


def test_no_gates_make_an_empty_chart(bridge: LaunchBridge) -> None:
    del bridge
    shown = readiness(Launch(date=NOW.date(), id="a", name="Empty"), (), NOW)
    assert (shown.total, shown.is_now, shown.plan, shown.done) == (0, 0, (), ())
    assert shown.first <= shown.last
