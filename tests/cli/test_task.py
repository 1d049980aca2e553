"""`task`: added, edited, moved, finished, handed over."""

from __future__ import annotations

import pytest

from tests.cli.desk import PM, PMM, Desk


def test_add_with_every_option(desk: Desk) -> None:
    options = ("--area", "Press", "--owner", "Sam Oduya", "--due", "T-14w", "--gating", "--done-when", "It is live")
    more = ("--notes", "Soon", "--reviewer", "Legal", "--after", "PM-1,PM-2", "--asks")
    desk.do("task add", "Site copy", "--lane", "PMM", *options, *more)
    task = desk.task("PMM-3")
    expected = {
        "title": "Site copy",
        "lane": "pmm",
        "area": "Press",
        "owner": "Sam Oduya",
        "due_set": "T-14w",
        "gating": True,
        "done_when": "It is live",
        "notes": "Soon",
        "reviewer": "Legal",
        "prerequisites": ["PM-1", "PM-2"],
        "ack": "not-yet",
    }
    assert {name: task[name] for name in expected} == expected


def test_several_keys_make_one_entry_and_one_undo(desk: Desk) -> None:
    before = len(desk.json("log")["entries"])
    desk.do("task edit", "PM-1", "PM-2", "PMM-1", "--owner", "Sam Oduya")
    assert len(desk.json("log")["entries"]) == before + 1
    desk.do("undo")
    assert {task["owner"] for task in desk.json("tasks")["tasks"]} == {None}


def test_what_is_so_already_is_named(desk: Desk) -> None:
    desk.do("task start", "PM-1", "PM-2")
    assert "Nothing to change: PM-1 Build passes is so already." in desk.refused("task start", "PM-1")
    assert "PM-2 Known limitations are so already." in desk.refused("task start", "PM-1", "PM-2")


def test_one_wrong_key_among_several_changes_nothing(desk: Desk) -> None:
    desk.refused("task done", "PM-1", "PM-99")
    desk.refused("task na", "PM-1", "PM-2", "--reason", " ")


@pytest.mark.parametrize(
    ("verb", "options", "hint"),
    [
        ("task add", ("", "--lane", "pm"), "title is empty"),
        ("task add", ("X",), "--lane"),
        ("task add", ("X", "--lane", "pm", "--due", "soon"), "T-14"),
        ("task add", ("X", "--lane", "joint", "--asks"), "J-2"),
        ("task add", ("X", "--lane", "pm", "--gating", "--due", "T+1"), "PM-5"),
        ("task edit", ("PM-1",), "--owner"),
        ("task edit", ("PM-1", "--after", "PM-1"), "wait for itself"),
        ("task block", ("PM-1",), "reason"),
        ("task done", (), "KEY"),
        ("task move", ("PM-1",), "--lane"),
        ("task move", ("PM-1", "--before", "PM-1"), "beside itself"),
        ("task ack", ("PM-1",), "no acknowledgement"),
        ("task send-back", ("PM-2",), "--reason"),
    ],
)
def test_what_can_be_wrong(verb: str, options: tuple[str, ...], hint: str, desk: Desk) -> None:
    assert hint in desk.refused(verb, *options)


def test_a_prerequisite_comes_first(desk: Desk) -> None:
    desk.do("task edit", "PM-3", "--after", "PM-1")
    assert "PM-1" in desk.refused("task done", "PM-3")
    desk.do("task done", "PM-1", "PM-3")
    assert desk.task("PM-3")["status"] == "done"


def test_statuses(desk: Desk) -> None:
    for verb, options, status in (
        ("start", (), "in-progress"),
        ("block", ("--reason", "Why"), "blocked"),
        ("done", (), "done"),
        ("reopen", (), "to-do"),
        ("na", ("--reason", "Why"), "not-applicable"),
    ):
        desk.do(f"task {verb}", "PM-4", *options)
        assert desk.task("PM-4")["status"] == status
    assert desk.task("PM-4")["why"] == "Why"


def keys(desk: Desk, lane: str) -> list[str]:
    return [task["key"] for task in desk.json("tasks", "--lane", lane)["tasks"]]


def test_move(desk: Desk) -> None:
    desk.do("task move", "PM-4", "PM-3", "--before", "PM-1")
    assert keys(desk, "pm") == ["PM-4", "PM-3", "PM-1", "PM-2"]
    desk.do("task move", "PM-4", "PM-1", "--after", "PM-2")
    assert keys(desk, "pm") == ["PM-3", "PM-2", "PM-4", "PM-1"]
    desk.do("task move", "PM-4", "--lane", "pmm", "--area", "Press")
    assert (desk.task("PM-4")["lane"], desk.task("PM-4")["area"]) == ("pmm", "Press")


def test_moving_to_one_place_again_and_again_finds_room(desk: Desk) -> None:
    for number in range(30):
        desk.do("task move", f"PM-{3 + number % 2}", "--after", "PM-1")
    assert keys(desk, "pm") == ["PM-1", "PM-4", "PM-3", "PM-2"]


def test_a_joint_gate_takes_both_leads(desk: Desk) -> None:
    desk.refused("task done", "J-1", by="L. Chen")
    desk.do("task done", "J-1", by=PM)
    assert (desk.task("J-1")["status"], desk.task("J-1")["confirmed"]) == ("to-do", ["pm"])
    desk.refused("task done", "J-1", by=PM)
    desk.refused("task done", "J-1", "--lane", "pmm", by=PM)
    desk.do("task done", "J-1", by=PMM)
    assert desk.task("J-1")["status"] == "done"
    desk.do("task reopen", "J-1")
    assert desk.task("J-1")["confirmed"] == []


def test_a_hand_over_is_acknowledged_or_sent_back(desk: Desk) -> None:
    assert "not done" in desk.refused("task ack", "PM-2", by=PMM)
    desk.do("task done", "PM-2")
    desk.refused("task ack", "PM-2", by=PM)
    desk.do("task send-back", "PM-2", "--reason", "Two are missing", by=PMM)
    assert (desk.task("PM-2")["status"], desk.task("PM-2")["ack"]) == ("in-progress", "sent-back")
    desk.do("task done", "PM-2")
    desk.do("task ack", "PM-2", by=PMM)
    assert desk.task("PM-2")["ack"] == "given"
    desk.do("task ack", "PM-2", "--withdraw", by=PMM)
    assert desk.task("PM-2")["ack"] == "awaiting"


@pytest.mark.parametrize(
    ("verb", "options"),
    [("remove", ()), ("na", ("--reason", "No")), ("edit", ("--advisory",)), ("move", ("--lane", "pmm"))],
)
def test_an_agreed_gate_leaves_only_by_a_waiver(verb: str, options: tuple[str, ...], desk: Desk) -> None:
    desk.do("agree", by=PM)
    desk.do("agree", by=PMM)
    assert "waiver" in desk.refused(f"task {verb}", "PM-1", *options)
    desk.do("task edit", "PM-4", "--gating")
    assert "waiver" in desk.refused(f"task {verb}", "PM-4", *options)


def test_an_advisory_task_leaves_freely(desk: Desk) -> None:
    desk.do("agree", by=PM)
    desk.do("agree", by=PMM)
    desk.do("task remove", "PM-4")
    desk.do("undo")
    assert desk.task("PM-4")["status"] == "to-do"
