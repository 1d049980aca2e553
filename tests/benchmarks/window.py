"""What the window costs above the least that Qt needs for the same: starting, filtering, scrolling, ticking, memory."""

from __future__ import annotations

import compileall
import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import launchready
from launchready.launch.drafting import Draft
from launchready.launch.model import Author, Due, Launch, Status
from launchready.session import create
from launchready.templates import load
from launchready.templates.launching import NewLaunch, first_entry
from tests.benchmarks.session import AT, ids
from tests.benchmarks.storage import Row

AREAS = ("Product quality", "Operations", "Press", "Sales enablement", "Analyst briefings", "Pricing", "Legal", "Docs")
WHAT = ("release notes", "load test", "landing page", "press release", "rollback plan", "pricing page", "demo video")


def rows() -> list[Row]:
    from tests.benchmarks import window_work

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={screen(folder)}")
        small, large = made(folder, 200), made(folder, 10_000)
        return [*starting(small, large), *window_work.rows(str(large))]


def made(folder: Path, size: int) -> Path:
    """A launch file with as many tasks: the standard template's, and more like them."""
    path = folder / f"{size}.launchready"
    new_id = ids().__next__
    details = NewLaunch(name="Atlas", tier=1, date=dt.date(2026, 12, 8), pm="Priya Nair", pmm="Dana Ruiz")
    draft = Draft(Launch(), new_id)
    for change in first_entry(details, load("standard"), new_id):
        draft.make(change)
    people = [draft.person(f"Person {number}") for number in range(20)]
    for number in range(size - len(draft.launch.tasks)):
        task = draft.task(
            f"Draft and review the {WHAT[number % 7]} for region {number}",
            ("pm", "pmm", "joint")[number % 3],
            area=AREAS[number // 3 % 8],
            owner=people[number % 20],
            due=Due(offset=-(number % 60)),
            gating=number % 5 == 0,
        )
        if number % 4 == 0:
            draft.progress(task, Status.IN_PROGRESS)
    create(str(path), draft.changes, Author("Dana Ruiz"), lambda: AT, new_id)
    return path


class Start(NamedTuple):
    """One start: seconds from the process's start to the first paint, opening aside, and kB of memory at rest."""

    seconds: float
    memory: int


def start(home: str, *arguments: str) -> Start:
    """Starts a window in a process of its own, with compiled modules and nobody's settings."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        environment[name] = home
    began = time.monotonic()
    command = [sys.executable, "-m", "tests.benchmarks.window_start", *arguments]
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    moment, opening, memory = said.split()
    return Start(float(moment) - began - float(opening), int(memory))


def screen(folder: Path) -> Path:
    """A screen that holds the windows as large as they like to be; Qt's own without a display is 800 × 800."""
    path = folder / "screen.json"
    geometry = {"x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    path.write_text(json.dumps({"screens": [{"name": "screen", **geometry}]}))
    return path


def starting(small: Path, large: Path, rounds: int = 15) -> list[Row]:
    """Whole starts, ours and the floor in turn, each in a home of its own: none shows the other's among its recents."""
    compileall.compile_dir(str(Path(launchready.__file__).parent), quiet=2)
    compileall.compile_dir(str(Path(__file__).parent), quiet=2)
    few, many, bare = [], [], []
    with tempfile.TemporaryDirectory() as name:
        homes = [Path(name) / kind for kind in ("bare", "few", "many")]
        for home in homes:
            settings = home / "launchready" / "window.ini"
            settings.parent.mkdir(parents=True)
            settings.write_text("[window]\npage=checklist\n")
        for _ in range(rounds):
            bare.append(start(str(homes[0])))
            few.append(start(str(homes[1]), str(small)))
            many.append(start(str(homes[2]), str(large)))
    paint = [median(each.seconds for each in starts) for starts in (few, bare, many)]
    held = [median(each.memory for each in starts) for starts in (few, bare)]
    return [
        Row("first paint with 200 tasks / bare window with one label", paint[0], paint[1], 1.5),
        Row("first paint with 10,000 tasks, opening aside / with 200", paint[2], paint[0], 1.2),
        Row("memory (MB, not ms) with 200 tasks / bare window", held[0] / 1e6, held[1] / 1e6, 1.4),
    ]
