"""`list` and `duplicate`."""

from __future__ import annotations

import json

from tests.cli.desk import PM, Desk


def test_a_damaged_launch_does_not_hide_the_others(desk: Desk) -> None:
    (desk.folder / "bad.launchready").write_bytes(b"")
    code, out, error = desk.run("list", str(desk.folder), "--json", "--now", desk.now)
    assert code == 2
    good, bad = json.loads(out)["launches"]
    assert (good["name"], good["verdict"], good["days"]) == ("Atlas", "not-ready", 30)
    assert "empty" in bad["problem"]
    code, out, error = desk.run("list", str(desk.folder), "--now", desk.now)
    assert (code, error.count("\n")) == (2, 1)
    assert "Not ready" in out


def test_an_empty_folder_and_none(nothing: Desk) -> None:
    assert "launchready new" in nothing.run("list")[1]
    assert nothing.run("list", "nowhere")[0] == 2


def test_a_duplicate_has_nothing_done_and_nothing_signed(desk: Desk) -> None:
    desk.do("task edit", "PM-4", "--owner", "Sam Oduya")
    desk.finish()
    desk.sign("pm")
    before = desk.file.read_bytes()
    desk.do("duplicate", "-o", "two.launchready", "--date", "2027-03-01", by=PM)
    assert desk.file.read_bytes() == before
    desk.file = desk.folder / "two.launchready"
    status = desk.json("status")
    assert (status["name"], status["date"]) == ("Copy of Atlas", "2027-03-01")
    assert status["lanes"]["pm"]["sign_off"]["state"] == "missing"
    tasks = desk.json("tasks")["tasks"]
    assert {task["status"] for task in tasks} == {"to-do"}
    assert [task["owner"] for task in tasks if task["key"] == "PM-4"] == ["Sam Oduya"]
    desk.refused("duplicate", "-o", str(desk.file))
