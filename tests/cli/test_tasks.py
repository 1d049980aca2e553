"""`tasks`: the checklist, filtered."""

from __future__ import annotations

import pytest

from tests.cli.desk import PMM, Desk

EVERYTHING = ["PM-1", "PM-2", "PM-3", "PM-4", "PMM-1", "PMM-2", "J-1"]


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        ((), EVERYTHING),
        (("--lane", "PMM"), ["PMM-1", "PMM-2"]),
        (("--area", "press"), ["PMM-2"]),
        (("--owner", "sam"), ["PM-4"]),
        (("--status", "done"), ["PM-1"]),
        (("--status", "done", "--status", "blocked"), ["PM-1", "PMM-1"]),
        (("--gating", "--lane", "pm"), ["PM-1", "PM-2", "PM-3"]),
        (("--late",), ["PM-2", "PM-3"]),
        (("--owner", "nobody"), []),
    ],
)
def test_filters(options: tuple[str, ...], keys: list[str], desk: Desk) -> None:
    desk.do("task edit", "PM-4", "--owner", "Sam Oduya")
    desk.do("task done", "PM-1")
    desk.do("task block", "PMM-1", "--reason", "No deck")
    desk.on("2026-12-09")
    assert [task["key"] for task in desk.json("tasks", *options)["tasks"]] == keys


def test_what_is_waived_is_not_late(desk: Desk) -> None:
    desk.do("waiver ask", "PM-2", "--reason", "Late", "--compensation", "By hand", "--until", "T+9")
    desk.do("waiver consent", "PM-2", by=PMM)
    desk.on("2026-12-09")
    assert "PM-2" not in [task["key"] for task in desk.json("tasks", "--late")["tasks"]]


def test_the_table_says_what_is_waited_for(desk: Desk) -> None:
    desk.do("task done", "PM-2")
    desk.do("task done", "J-1")
    desk.do("task block", "PMM-1", "--reason", "No deck")
    out = desk.do("tasks")
    for words in ("done, awaiting acknowledgement", "PM confirmed", "blocked: No deck", "7 tasks, 1 done"):
        assert words in out
    assert desk.do("tasks", "--area", "nowhere") == "No tasks match.\n"


def test_an_unknown_lane_or_status(desk: Desk) -> None:
    assert "pmm" in desk.refused("tasks", "--lane", "sales")
    assert "in-progress" in desk.refused("tasks", "--status", "finished")
