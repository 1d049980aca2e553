"""`task evidence` and `task step`."""

from __future__ import annotations

import pytest

from tests.cli.desk import Desk


def test_evidence_is_added_replaced_and_removed_by_its_label(desk: Desk) -> None:
    what = ("--link", "https://example.com/1", "--note", "Nightly", "--build", "1.0", "--on", "2026-11-14")
    desk.do("task evidence", "PM-1", "PM-2", "--label", "Run", *what)
    expected = {"label": "Run", "link": "https://example.com/1", "note": "Nightly", "build": "1.0"}
    assert desk.task("PM-2")["evidence"] == [{**expected, "date": "2026-11-14"}]
    desk.do("task evidence", "PM-2", "--replace", "run", "--label", "Run 2")
    assert [item["label"] for item in desk.task("PM-2")["evidence"]] == ["Run 2"]
    assert "“Run 2”" in desk.refused("task evidence", "PM-2", "--remove", "Run")
    desk.do("task evidence", "PM-2", "--remove", "Run 2")
    assert desk.task("PM-2")["evidence"] == []


@pytest.mark.parametrize("options", [(), ("--label", ""), ("--label", "Run", "--on", "today")])
def test_evidence_that_is_none(options: tuple[str, ...], desk: Desk) -> None:
    desk.refused("task evidence", "PM-1", *options)


def test_steps(desk: Desk) -> None:
    for text in ("Draft", "Review", "Send"):
        desk.do("task step", "PM-1", text)
    desk.do("task step", "PM-1", "--done", "2")
    desk.do("task step", "PM-1", "--edit", "1", "Draft it")
    desk.do("task step", "PM-1", "--remove", "3")
    assert desk.task("PM-1")["steps"] == [{"text": "Draft it", "done": False}, {"text": "Review", "done": True}]
    desk.do("task step", "PM-1", "--undone", "2")
    assert not desk.task("PM-1")["steps"][1]["done"]
    assert "2 steps" in desk.refused("task step", "PM-1", "--done", "3")


@pytest.mark.parametrize("options", [(), ("Text", "--done", "1"), ("--done", "1", "--undone", "1"), ("--done", "x")])
def test_a_step_is_one_thing_at_a_time(options: tuple[str, ...], desk: Desk) -> None:
    desk.do("task step", "PM-1", "Draft")
    desk.refused("task step", "PM-1", *options)
