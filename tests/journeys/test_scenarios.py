"""The twelve scenarios, through the command line: verdict, rule, reasons and staleness at each step."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.cli.desk import DECIDER, PM, PMM, Desk

UNSIGNED = ("sign-off-missing pm", "sign-off-missing pmm")
EVERY_GATE = tuple(f"gate-open {key}" for key in ("PM-1", "PM-2", "PM-3", "PMM-1", "PMM-2", "J-1"))


def signed(desk: Desk) -> None:
    """Everything done, and both lanes say Go."""
    desk.finish()
    desk.sign("pm")
    desk.sign("pmm")


def test_kick_off_to_decision(desk: Desk) -> None:
    desk.stands("not-ready", 3, *EVERY_GATE, *UNSIGNED, pm="missing", pmm="missing", joint="missing")
    desk.do("agree", by=PM)
    desk.do("agree", by=PMM)
    desk.on("2026-12-10")
    desk.finish("PM-2")
    desk.do("task done", "PM-2")
    desk.stands("not-ready", 3, "gate-unacknowledged PM-2", *UNSIGNED)
    desk.on("2026-12-12")
    desk.stands("no-go", 3, "gate-unacknowledged PM-2", *UNSIGNED)
    desk.do("task ack", "PM-2", by=PMM)
    desk.stands("hold", 5, *UNSIGNED)
    desk.sign("pm")
    desk.stands("hold", 5, "sign-off-missing pmm", pm="current", pmm="missing", joint="missing")
    desk.sign("pmm")
    desk.stands("go", 8, pm="current", pmm="current", joint="current")
    desk.do("decide", "--present", PM, "--present", PMM, "--next", "T-1", by=PMM)
    recorded = desk.json("status")["recorded"]
    assert (recorded["verdict"], recorded["rule"], recorded["by"]) == ("go", 8, PMM)
    assert recorded["next_checkpoint"] == "2026-12-14"


def test_a_bug_reopened_the_day_before(desk: Desk) -> None:
    signed(desk)
    desk.on("2026-12-14")
    desk.do("decide")
    desk.do("task block", "PM-1", "--reason", "Export fails", by="Q. Tester")
    desk.stands("no-go", 3, "gate-open PM-1", "sign-off-stale pm", pm="stale", pmm="current", joint="stale")
    assert desk.changes("pm") == "PM-1 Build passes: reopened"
    assert "Go recorded 14 Dec 2026; No-go now." in desk.do("status")
    desk.do("task done", "PM-1")
    desk.stands("go", 8, pm="current")


def test_conditions_met_and_missed(desk: Desk) -> None:
    desk.finish("PMM-1", "PMM-2")
    desk.sign("pm")
    conditions = ("--condition", "Train; Dana Ruiz; T-5; PMM-1", "--condition", "Release; ; T-2; PMM-2")
    desk.sign("pmm", "conditions", *conditions)
    proposed = ("condition-proposed CD-1", "condition-proposed CD-2")
    desk.stands("not-ready", 3, "gate-open PMM-1", "gate-open PMM-2", *proposed, pmm="current")
    desk.do("condition accept", "CD-1", "CD-2", by=PM)
    desk.stands("conditions", 7, "condition-open CD-1", "condition-open CD-2")
    desk.on("2026-12-11")
    desk.stands("hold", 6, "condition-overdue CD-1", "condition-open CD-2")
    desk.do("task done", "PMM-1", by=PMM)
    desk.stands("conditions", 7, "condition-open CD-2", pmm="current")
    desk.do("task done", "PMM-2", by=PMM)
    desk.stands("go", 8, pm="current", pmm="current")
    assert [row["state"] for row in desk.json("condition list")["conditions"]] == ["met", "met"]


def test_no_go_against_go_escalated_and_ruled(desk: Desk) -> None:
    desk.finish()
    desk.sign("pmm")
    desk.sign("pm", "no-go", "--reason", "Crashes in the field")
    desk.stands("no-go", 2, "lane-no-go pm", pm="current", pmm="current")
    desk.do("escalate", "Do we ship?", "--by", "2026-11-20", by=PMM)
    desk.stands("no-go", 2, "lane-no-go pm", "escalation-open pmm")
    assert "L. Chen" in desk.refused("rule", "--position", "go", "--reason", "Ship", by=PMM)
    desk.do("rule", "--position", "go", "--reason", "Rare crash, fix follows", "--accept", "pm", by=DECIDER)
    desk.stands("conditions", 7, "lane-no-go-ruled pm", pm="current", pmm="current")
    assert desk.json("status")["lanes"]["pm"]["sign_off"]["position"] == "no-go"
    desk.do("task reopen", "PMM-1", by=PMM)
    desk.stands("no-go", 2, "lane-no-go pm", "gate-open PMM-1", "sign-off-stale pmm", pmm="stale")


def test_a_slip_of_two_weeks_leaves_the_embargo(desk: Desk) -> None:
    desk.do("task add", "Embargo lifts", "--lane", "pmm", "--due", "2026-12-15", by=PMM)
    desk.do("task add", "Invite", "--lane", "pmm", "--due", "T-1", by=PMM)
    signed(desk)
    desk.do("edit", "--date", "2026-12-29")
    desk.stands("hold", 5, "sign-off-stale pm", "sign-off-stale pmm", pm="stale", pmm="stale", joint="stale")
    assert desk.changes("pmm") == "launch date moved from 15 Dec 2026 to 29 Dec 2026"
    assert (desk.task("PMM-3")["due"], desk.task("PMM-4")["due"]) == ("2026-12-15", "2026-12-28")
    desk.sign("pm")
    desk.sign("pmm")
    desk.stands("go", 8, pm="current", pmm="current")


def test_a_claim_whose_requirement_was_cut(desk: Desk) -> None:
    desk.do("claim add", "Twice as fast", "--where", "Web", "--proof", "PM-4", "--use", by=PMM)
    desk.finish()
    desk.do("task done", "PM-4")
    desk.sign("pm")
    desk.sign("pmm")
    desk.stands("go", 8)
    desk.do("task na", "PM-4", "--reason", "Cut from scope")
    desk.stands("not-ready", 3, "claim-cut C-1", "sign-off-stale pm", "sign-off-stale pmm", pm="stale", pmm="stale")
    assert desk.changes("pmm") == "C-1 “Twice as fast”: proof cut"
    assert "C-1" in desk.refused("sign", "--lane", "pmm", "--position", "go", by=PMM)
    desk.do("claim withdraw", "C-1", by=PMM)
    desk.stands("go", 8, pm="current", pmm="current")


def test_one_person_leads_both_lanes(nothing: Desk) -> None:
    nothing.make("--one-person", "--decider", "", pm=PM, pmm=PM)
    desk = nothing
    desk.finish("PMM-1", "PM-2", "J-1")
    desk.do("task done", "PM-2")
    desk.do("task ack", "PM-2")
    desk.do("task done", "J-1")
    desk.stands("not-ready", 3, "gate-open PMM-1", *UNSIGNED)
    desk.do("waiver ask", "PMM-1", "--reason", "No sales yet", "--compensation", "Web only", "--until", "T+30")
    desk.do("waiver consent", "PMM-1")
    desk.sign("pm", by=PM)
    desk.sign("pmm", by=PM)
    desk.stands("conditions", 7, "gate-waived PMM-1", pm="current", pmm="current")
    desk.do("export", "--to", str(desk.folder / "summary.md"))
    assert "self-accepted" in (desk.folder / "summary.md").read_text(encoding="utf-8").casefold()


def test_a_delegate_signs_for_the_lead(desk: Desk) -> None:
    desk.finish()
    desk.do("person delegate", "J. Abe", "--lane", "pmm", "--from", "2026-12-01", "--to", "2026-12-10", by=PMM)
    desk.sign("pm")
    signing = ("--lane", "pmm", "--position", "go")
    assert PMM in desk.refused("sign", *signing, by="J. Abe")
    desk.on("2026-12-10")
    desk.do("sign", *signing, by="J. Abe")
    desk.stands("go", 8, pm="current", pmm="current")
    assert desk.json("status")["lanes"]["pmm"]["sign_off"]["by"] == "J. Abe"
    desk.on("2026-12-11")
    desk.stands("go", 8, pmm="current")
    desk.refused("withdraw", "--lane", "pmm", by="J. Abe")


def test_a_waiver_of_a_joint_gate(desk: Desk) -> None:
    desk.finish("J-1")
    terms = ("--reason", "No room", "--compensation", "Video call", "--until", "2026-12-20")
    desk.do("waiver ask", "J-1", *terms, by=PMM)
    desk.stands("not-ready", 3, "gate-open J-1", *UNSIGNED)
    desk.refused("waiver consent", "J-1", by=PMM)
    desk.do("waiver consent", "J-1", by=PM)
    desk.stands("hold", 5, "gate-waived J-1", *UNSIGNED)
    desk.sign("pm")
    desk.sign("pmm")
    desk.stands("conditions", 7, "gate-waived J-1", pm="current", pmm="current")
    desk.on("2026-12-21")
    desk.stands("hold", 6, "waiver-lapsed J-1", pm="current", pmm="current")
    desk.do("waiver renew", "J-1", "--until", "2026-12-30", by=PMM)
    desk.stands("hold", 6, "waiver-lapsed J-1")
    desk.do("waiver consent", "J-1", by=PM)
    desk.stands("conditions", 7, "gate-waived J-1")


def test_a_gate_added_after_signing(desk: Desk) -> None:
    signed(desk)
    desk.do("task add", "Penetration test", "--lane", "pm", "--gating", "--due", "T-5")
    desk.stands("not-ready", 3, "gate-open PM-5", "sign-off-stale pm", pm="stale", pmm="current", joint="stale")
    assert desk.changes("pm") == "PM-5 Penetration test: added as a gate"
    assert "waiver" in desk.refused("task remove", "PM-5")
    desk.do("task done", "PM-5")
    desk.stands("go", 8, pm="current")


def test_evidence_replaced(desk: Desk) -> None:
    desk.do("task evidence", "PM-2", "--label", "List", "--link", "https://example.com/1", "--build", "1.0")
    signed(desk)
    desk.do("task evidence", "PM-2", "--replace", "List", "--link", "https://example.com/2", "--build", "1.1")
    desk.stands("not-ready", 3, "gate-unacknowledged PM-2", "sign-off-stale pm", pm="stale", pmm="current")
    assert "evidence “List” removed or replaced" in desk.changes("pm")
    desk.do("undo")
    desk.stands("go", 8, pm="current", pmm="current")
    desk.do("redo")
    desk.do("task ack", "PM-2", by=PMM)
    desk.stands("hold", 5, "sign-off-stale pm", pm="stale")
    desk.sign("pm")
    desk.stands("go", 8, pm="current")


def test_a_lead_is_replaced(desk: Desk) -> None:
    signed(desk)
    desk.do("person lead", "Ana Lee", "--lane", "pmm", by=DECIDER)
    desk.stands("hold", 5, "sign-off-stale pmm", pm="current", pmm="stale", joint="stale")
    assert desk.changes("pmm") == "the lane's lead changed from Dana Ruiz to Ana Lee"
    assert "Ana Lee" in desk.refused("sign", "--lane", "pmm", "--position", "go", by=PMM)
    desk.sign("pmm", by="Ana Lee")
    desk.stands("go", 8, pm="current", pmm="current")


def test_processes_of_their_own_reach_a_decision(tmp_path: Path) -> None:
    """The same, as a script would: one process a verb, the exit code of `gate` at the end."""

    def launchready(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "launchready", *arguments, "--now", "2026-12-01T09:00:00+01:00"]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)

    dates = ("--tier", "3", "--date", "2026-12-15", "--zone", "Europe/Berlin")
    made = launchready("new", "Atlas", *dates, "--pm", PM, "--pmm", PMM, "-o", "a.launchready", "--as", PM)
    assert made.returncode == 0, made.stderr
    gates = json.loads(launchready("tasks", "a.launchready", "--gating", "--json").stdout)["tasks"]
    keys = [gate["key"] for gate in gates if gate["lane"] != "joint"]
    assert launchready("task", "done", "a.launchready", *keys, "--as", PM).returncode == 0
    asked = [gate["key"] for gate in gates if gate["ack"] != "not-asked"]
    for key in asked:
        other = PMM if key.startswith("PM-") else PM
        assert launchready("task", "ack", "a.launchready", key, "--as", other).returncode == 0
    joint = [gate["key"] for gate in gates if gate["lane"] == "joint"]
    assert launchready("gate", "a.launchready").returncode == 3
    for who in (PM, PMM):
        assert launchready("task", "done", "a.launchready", *joint, "--as", who).returncode == 0
    for who, lane in ((PM, "pm"), (PMM, "pmm")):
        done = launchready("sign", "a.launchready", "--lane", lane, "--position", "go", "--as", who)
        assert done.returncode == 0, done.stderr
    assert launchready("gate", "a.launchready").returncode == 0
