"""One launch file, a clock, and its people: what the tests of the command line drive it with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from launchready.cli.main import run

PM, PMM, DECIDER = "Priya Nair", "Dana Ruiz", "L. Chen"
MONTH_BEFORE, LAUNCH_DAY = "2026-11-15", "2026-12-15"
READS = (
    "status",
    "tasks",
    "gate",
    "log",
    "check",
    "export",
    "raci show",
    "claim list",
    "condition list",
    "waiver list",
    "person list",
    "template save",
    "template compare",
)

TEMPLATE = """
title = "Small"
parties = ["PM", "PMM", "Decider"]
[go_no_go]
1 = "T-3"
2 = "T-3"
3 = "T-3"
"""
TASKS = (
    'title = "Build passes"\nlane = "pm"\narea = "Product quality"\ndue = "T-10"\ngating = true',
    'title = "Known limitations"\nlane = "pm"\narea = "Quality"\ndue = "T-7"\ngating = true\nacknowledged = true',
    'title = "Legal review"\nlane = "pm"\narea = "Legal and security"\ndue = "T-7"\ngating = true\nreviewer = "Legal"',
    'title = "Usage data"\nlane = "pm"\narea = "Operations"\ndue = "T-5"',
    'title = "Sales enabled"\nlane = "pmm"\narea = "Sales enablement"\ndue = "T-5"\ngating = true',
    'title = "Press release"\nlane = "pmm"\narea = "Press"\ndue = "T-4"\ngating = true',
    'title = "Launch room"\nlane = "joint"\narea = "Joint"\ndue = "T-4"\ngating = true',
)
"""PM-1 to PM-4, PMM-1, PMM-2 and J-1: gates all but PM-4."""
RACI = '[[raci]]\nactivity = "Go/no-go"\nletters = {PM = "R", PMM = "R", Decider = "A"}\n'


def template() -> str:
    return "\n".join([TEMPLATE, *(f"[[tasks]]\n{task}" for task in TASKS), RACI])


class Desk:
    """Runs verbs on one launch, each at `now`, and by the person who is named."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.file = folder / "atlas.launchready"
        self.capsys = capsys
        self.on(MONTH_BEFORE)

    def on(self, day: str) -> None:
        self.now = f"{day}T12:00:00+00:00"

    def run(self, *arguments: str) -> tuple[int, str, str]:
        code = run(arguments)
        printed = self.capsys.readouterr()
        return code, printed.out, printed.err

    def call(self, verb: str, *arguments: str, by: str = "") -> tuple[int, str, str]:
        acting = ("--as", by) if by else ()
        return self.run(*verb.split(), str(self.file), *arguments, *acting, "--now", self.now)

    def make(self, *options: str, pm: str = PM, pmm: str = PMM) -> None:
        small = self.folder / "small.toml"
        small.write_text(template(), encoding="utf-8")
        leads = ("--pm", pm, "--pmm", pmm, "--decider", DECIDER, "--as", pm)
        what = ("--tier", "1", "--date", LAUNCH_DAY, "--template", str(small))
        code, _, error = self.run("new", "Atlas", *what, *leads, *options, "-o", str(self.file), "--now", self.now)
        assert (code, error) == (0, "")

    def do(self, verb: str, *arguments: str, by: str = PM) -> str:
        """What a verb that must succeed printed."""
        code, out, error = self.call(verb, *arguments, by="" if verb in READS else by)
        assert (code, error) == (0, ""), error
        return out

    def refused(self, verb: str, *arguments: str, by: str = PM) -> str:
        """The one line of a verb that must be refused, and change nothing."""
        before = self.file.read_bytes()
        code, out, error = self.call(verb, *arguments, by="" if verb in READS else by)
        assert (code, out) == (2, "")
        assert error.startswith("launchready: ")
        assert error.count("\n") == 1
        assert self.file.read_bytes() == before
        return error

    def json(self, verb: str, *arguments: str) -> Any:
        return json.loads(self.do(verb, *arguments, "--json"))

    @property
    def head(self) -> str:
        return str(self.json("log")["head"])

    def task(self, key: str) -> Any:
        return next(task for task in self.json("tasks")["tasks"] if task["key"] == key)

    def finish(self, *but: str) -> None:
        """Everything done, acknowledged and confirmed, but for the gates named."""
        alone = [key for key in ("PM-1", "PM-2", "PM-3", "PMM-1", "PMM-2") if key not in but]
        self.do("task done", *alone)
        if "PM-2" not in but:
            self.do("task ack", "PM-2", by=PMM)
        if "J-1" not in but:
            self.do("task done", "J-1", by=PM)
            self.do("task done", "J-1", by=PMM)

    def sign(self, lane: str, position: str = "go", *options: str, by: str = "") -> None:
        self.do("sign", "--lane", lane, "--position", position, *options, by=by or {"pm": PM, "pmm": PMM}[lane])

    def stands(self, verdict: str, rule: int, *reasons: str, **sign_offs: str) -> None:
        """Asserts the decision: reasons as `kind key` or `kind lane`, in any order; `pm="stale"` a lane's sign-off."""
        status = self.json("status")
        found = {f"{reason['kind']} {reason['key'] or reason['lane'] or ''}".strip() for reason in status["reasons"]}
        assert (status["verdict"], status["rule"], found) == (verdict, rule, set(reasons))
        states = {lane: status["lanes"][lane]["sign_off"]["state"] for lane in sign_offs}
        assert states == sign_offs

    def changes(self, lane: str) -> str:
        """What made the lane's sign-off stale."""
        return "; ".join(self.json("status")["lanes"][lane]["sign_off"]["changes"])
