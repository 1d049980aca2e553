"""The shapes that scripts read: `status --json` and `tasks --json`."""

from __future__ import annotations

from tests.cli.desk import PM, PMM, Desk

STATUS = {"name", "tier", "date", "zone", "state", "verdict", "rule", "reasons", "head", "lanes", "recorded"}
REASON = {"rule", "lane", "kind", "key", "owner", "text"}
SIGN_OFF = {"state", "position", "by", "at", "signed", "digest", "changes"}
TASK = {"key", "title", "done_when", "lane", "area", "owner", "due", "gating", "status", "ack", "evidence", "steps"}


def test_status(desk: Desk) -> None:
    desk.finish("PMM-1")
    desk.sign("pm")
    status = desk.json("status")
    assert status.keys() >= STATUS
    assert status["state"] == "planned"
    assert all(reason.keys() >= REASON for reason in status["reasons"])
    assert status["reasons"][0] == {
        "rule": 3,
        "lane": "pmm",
        "kind": "gate-open",
        "key": "PMM-1",
        "owner": PMM,
        "text": "Sales enabled is to do",
    }
    assert list(status["lanes"]) == ["pm", "pmm", "joint"]
    for lane in status["lanes"].values():
        assert lane.keys() >= {"lead", "gating", "sign_off"}
        assert lane["gating"].keys() == {"done", "total"}
        assert lane["sign_off"].keys() >= SIGN_OFF
    given = status["lanes"]["pm"]["sign_off"]
    assert (given["state"], given["position"], given["by"], given["at"]) == (
        "current",
        "go",
        PM,
        "2026-11-15T12:00:00+00:00",
    )
    assert len(given["digest"]) == 64
    assert status["recorded"] is None
    assert status["head"] == desk.head


def test_a_recorded_decision_and_a_call_off(desk: Desk) -> None:
    desk.do("decide", "--present", PM, "--note", "By phone")
    desk.do("call-off", "--reason", "No market")
    status = desk.json("status")
    assert (status["state"], status["verdict"]) == ("called-off", "scrubbed")
    assert status["recorded"]["verdict"] == "not-ready"
    assert status["recorded"]["present"] == [PM]


def test_tasks(desk: Desk) -> None:
    desk.do("task step", "PM-2", "Collect")
    desk.do("task evidence", "PM-2", "--label", "List", "--on", "2026-11-20")
    task = desk.task("PM-2")
    assert task.keys() >= TASK | {"waiver"}
    assert (task["lane"], task["gating"], task["status"], task["ack"]) == ("pm", True, "to-do", "not-yet")
    assert task["due"] == "2026-12-08"
    assert task["steps"] == [{"text": "Collect", "done": False}]
    assert task["evidence"][0]["date"] == "2026-11-20"
    assert (task["owner"], task["waiver"]) == (None, None)


def test_a_waiver_as_it_stands(desk: Desk) -> None:
    desk.do("waiver ask", "PM-1", "--reason", "Late", "--compensation", "By hand", "--until", "T+9")
    assert desk.task("PM-1")["waiver"]["state"] == "asked"
    desk.do("waiver consent", "PM-1", by=PMM)
    waiver = desk.task("PM-1")["waiver"]
    assert (waiver["state"], waiver["consented_by"], waiver["expires"]) == ("granted", PMM, "2026-12-24")
