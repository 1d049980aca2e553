"""Due dates, the launch's own days, and what comes first."""

from __future__ import annotations

import datetime as dt

import pytest

from launchready.launch.model import Due
from launchready.launch.schedule import due_date, go_no_go_date, in_order, makes_a_circle, resolve, today
from tests.launch import builders as b

MONDAY = dt.date(2026, 12, 7)


def day(number: int) -> dt.date:
    return dt.date(2026, 12, number)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (None, None),
        (Due(offset=0), MONDAY),
        (Due(offset=-1), day(6)),
        (Due(offset=3), day(10)),
        (Due(offset=-1, workday=True), day(4)),
        (Due(offset=-2, workday=True), day(4)),
        (Due(offset=-3, workday=True), day(4)),
        (Due(offset=5, workday=True), day(14)),
        (Due(offset=6, workday=True), day(14)),
        (Due(offset=7, workday=True), day(14)),
        (Due(date=day(5), workday=True), day(5)),
    ],
)
def test_a_due_is_a_day(due: Due | None, expected: dt.date | None) -> None:
    assert resolve(due, MONDAY) == expected


def test_launch_day_itself_shifts_to_the_friday_before() -> None:
    assert resolve(Due(offset=0, workday=True), day(5)) == day(4)
    assert resolve(Due(offset=0), day(5)) == day(5)


def test_an_embargo_stays_when_the_launch_moves() -> None:
    launch = b.a_launch()
    embargo, relative = Due(date=day(1)), Due(offset=-7)
    launch = b.make(launch, b.edit(launch, "wiki", due=embargo), b.edit(launch, "blog", due=relative))
    moved = b.make(launch, b.edit_launch(launch, date=b.LAUNCH_DAY + dt.timedelta(days=14)))
    assert [due_date(held, held.tasks["wiki"]) for held in (launch, moved)] == [day(1), day(1)]
    assert [due_date(held, held.tasks["blog"]) for held in (launch, moved)] == [day(1), day(15)]


@pytest.mark.parametrize(
    ("due", "gate", "advisory"),
    [
        (None, b.MEETING, None),
        (Due(offset=-1), b.MEETING, day(7)),
        (Due(date=day(7)), b.MEETING, day(7)),
        (Due(offset=-7), day(1), day(1)),
    ],
)
def test_a_gate_is_due_by_the_go_no_go_date(due: Due | None, gate: dt.date, advisory: dt.date | None) -> None:
    launch = b.a_launch()
    launch = b.make(launch, b.edit(launch, "load", due=due)) if due else launch
    launch = b.make(launch, b.edit(launch, "wiki", due=due)) if due else launch
    assert due_date(launch, launch.tasks["load"]) == gate
    assert due_date(launch, launch.tasks["wiki"]) == advisory


def test_the_go_no_go_date_moves_with_the_launch_or_is_fixed() -> None:
    launch = b.a_launch()
    assert go_no_go_date(launch) == b.MEETING
    assert go_no_go_date(b.make(launch, b.edit_launch(launch, go_no_go=Due(date=day(1))))) == day(1)


@pytest.mark.parametrize(
    ("zone", "expected"), [("UTC", day(4)), ("Pacific/Auckland", day(5)), ("America/Los_Angeles", day(4))]
)
def test_a_day_is_a_day_of_the_launchs_zone(zone: str, expected: dt.date) -> None:
    assert today(b.a_launch(zone), b.at(day(4), 20)) == expected


def test_a_task_that_would_wait_for_itself_is_a_circle() -> None:
    launch = b.a_launch()
    launch = b.make(launch, b.edit(launch, "kit", prerequisites=("load",)))
    launch = b.make(launch, b.edit(launch, "press", prerequisites=("kit",)))
    assert makes_a_circle(launch, "load", ("press",))
    assert makes_a_circle(launch, "load", ("load",))
    assert not makes_a_circle(launch, "copy", ("press", "gone"))


def test_the_checklist_is_in_order_of_lane_and_position() -> None:
    launch = b.a_launch()
    launch = b.make(launch, b.edit(launch, "wiki", position=0))
    keys = ["PM-3", "PM-1", "PM-2", "PMM-1", "PMM-2", "PMM-3", "J-1"]
    assert [task.key for task in in_order(launch)] == keys
    assert [task.key for task in in_order(launch, "pmm")] == keys[3:6]
