"""Everything that can happen to a launch can be done by a verb."""

from __future__ import annotations

from typing import get_args

from launchready.launch.changes import AnyChange
from tests.cli.desk import DECIDER, PMM, Desk


def people(desk: Desk) -> None:
    desk.do("person add", "Ana Lee", "--email", "ana@example.com")
    desk.do("person edit", "Ana Lee", "--name", "Ana Maria Lee")
    desk.do("person remove", "Ana Maria Lee")
    desk.do("person delegate", "J. Abe", "--lane", "pm", "--from", "T-9", "--to", "T-8")
    desk.do("person delegate", "J. Abe", "--lane", "pm", "--remove")
    desk.do("person lead", "Sam Oduya", "--decider")
    desk.do("person lead", DECIDER, "--decider")


def tasks(desk: Desk) -> None:
    desk.do("edit", "--build", "1.0")
    desk.do("task add", "Extra", "--lane", "pmm")
    desk.do("task edit", "PMM-3", "--notes", "Soon")
    desk.do("task remove", "PMM-3")
    for options in (("--label", "Run 1"), ("--replace", "Run 1", "--build", "1.0"), ("--remove", "Run 1")):
        desk.do("task evidence", "PM-1", *options)
    for step in (("Draft",), ("--done", "1"), ("--remove", "1")):
        desk.do("task step", "PM-1", *step)
    desk.do("task done", "PM-2")
    desk.do("task send-back", "PM-2", "--reason", "Two are missing", by=PMM)
    desk.do("task done", "PM-2")
    desk.do("task ack", "PM-2", by=PMM)
    desk.do("task ack", "PM-2", "--withdraw", by=PMM)
    desk.do("task done", "J-1")


def claims_and_raci(desk: Desk) -> None:
    desk.do("claim add", "Slip")
    desk.do("undo")
    desk.do("claim add", "Fast")
    desk.do("claim edit", "C-2", "--text", "Faster")
    desk.do("claim use", "C-2")
    desk.do("claim prove", "C-2", "--evidence", "Benchmark")
    desk.do("claim accept", "C-2")
    desk.do("claim prove", "C-2", "--remove-evidence", "Benchmark")
    desk.do("claim withdraw", "C-2")
    desk.do("raci add", "Beta program")
    desk.do("raci set", "R-2", "PM", "AR")
    desk.do("raci set", "R-2", "--title", "Beta")
    desk.do("raci remove", "R-2")


def waivers(desk: Desk) -> None:
    desk.do("waiver ask", "PM-3", "--reason", "Late", "--compensation", "None named", "--until", "T+9")
    desk.do("waiver consent", "PM-3", by=PMM)
    desk.do("waiver review", "PM-3", by="Legal")
    desk.do("waiver renew", "PM-3", "--until", "T+19")
    desk.do("waiver withdraw", "PM-3")


def words(desk: Desk) -> None:
    desk.do("agree")
    named = "PM-1, PM-2, PM-3, J-1"
    desk.sign("pm", "conditions", "--condition", f"Finish; ; T-2; {named}", "--condition", "Tell the press")
    desk.do("condition accept", "CD-1", by=PMM)
    desk.do("condition met", "CD-2", by=PMM)
    desk.do("condition release", "CD-1", by=PMM)
    desk.do("withdraw", "--lane", "pm")
    for options in (("Ship?", "--by", "T-2"), ("--withdraw",)):
        desk.do("escalate", *options, by=PMM)
    desk.do("rule", "--position", "go", "--reason", "Ship", "--accept", "all", by=DECIDER)
    desk.do("withdraw", "--ruling", by=DECIDER)
    desk.do("decide")
    desk.do("call-off", "--reason", "No market")
    desk.do("resume")


def test_every_change_can_be_made_by_a_verb(desk: Desk) -> None:
    for chapter in (people, tasks, claims_and_raci, waivers, words):
        chapter(desk)
    made = {name for entry in desk.json("log")["entries"] for name in entry["changes"]}
    assert {change.__name__ for change in get_args(AnyChange)} - made == set()
    assert desk.json("check")["rules"] == []
