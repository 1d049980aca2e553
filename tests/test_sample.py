"""The sample launch tells its story, and `demo` leaves it behind."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import subprocess
import sys
from pathlib import Path

import pytest

from launchready.cli.main import run
from launchready.launch.decision import decide
from launchready.launch.readiness import Support, is_granted, support
from launchready.sample import Sample

NOW = dt.datetime(2026, 12, 5, 10, tzinfo=dt.UTC)
FILES = {"atlas-3.launchready", "atlas-3.md", "atlas-3.html", "atlas-3.pdf"}


def sample(now: dt.datetime = NOW) -> Sample:
    numbers = itertools.count()
    return Sample(now, lambda: f"id-{next(numbers)}")


def test_it_goes_from_not_ready_to_go_with_conditions() -> None:
    story = sample()
    session = story.start()
    verdicts = [decide(session.launch, story.at).verdict.value]
    kinds: set[str] = set()
    for _ in story.chapters():
        decision = decide(session.launch, story.at)
        verdicts.append(decision.verdict.value)
        kinds |= {reason.kind for reason in decision.reasons}
    assert (verdicts[0], verdicts[-1]) == ("not-ready", "conditions")
    assert {"sign-off-stale", "claim-unsupported", "gate-waived", "condition-open"} <= kinds
    assert session.launch.recorded is not None
    assert session.launch.recorded.verdict == "conditions"


def test_it_has_a_waiver_a_condition_and_claims_on_the_way() -> None:
    story = sample()
    session = story.start()
    assert all(chapter for chapter in story.chapters())
    launch = session.launch
    assert [is_granted(launch, waiver) for waiver in launch.waivers.values()] == [True]
    assert [condition.accepted is not None for condition in launch.conditions.values()] == [True]
    assert [support(launch, claim) for claim in launch.claims.values()] == [Support.SUPPORTED] * 2


@pytest.mark.parametrize("now", [NOW, dt.datetime(2027, 1, 3, 23, 59, tzinfo=dt.UTC), NOW.replace(hour=0)])
def test_it_ends_the_same_on_any_day(now: dt.datetime) -> None:
    story = sample(now)
    session = story.start()
    list(story.chapters())
    assert decide(session.launch, now).verdict.value == "conditions"


def test_every_entry_is_older_than_the_next() -> None:
    story = sample()
    session = story.start()
    list(story.chapters())
    moments = [sealed.entry.at for sealed in session.entries]
    assert moments == sorted(moments)
    assert moments[-1] <= NOW


def demo(folder: Path, now: dt.datetime = NOW) -> dict[str, bytes]:
    assert run(["demo", "--out", str(folder), "--now", now.isoformat()]) == 0
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def test_the_demo_leaves_the_launch_and_its_summaries(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert demo(tmp_path / "out").keys() == FILES
    told = capsys.readouterr().out
    assert "Not ready" in told
    assert "Go with conditions" in told
    assert run(["check", str(tmp_path / "out" / "atlas-3.launchready"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rules"] == []


def test_the_demo_runs_again_with_the_same_bytes(tmp_path: Path) -> None:
    first = demo(tmp_path / "out")
    assert demo(tmp_path / "out") == first
    assert demo(tmp_path / "elsewhere") == first
    assert demo(tmp_path / "out", NOW + dt.timedelta(days=1)) != first


def test_the_demo_needs_no_display_and_no_network(tmp_path: Path) -> None:
    """In a process without a display, whose every attempt to connect fails."""
    script = (
        "import os, socket, sys\n"
        "def offline(*_): raise AssertionError('the demo reached for the network')\n"
        "socket.socket.connect = socket.getaddrinfo = offline\n"
        "from launchready.cli.main import run\n"
        "code = run(['demo', '--out', 'out'])\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules)\n"
        "sys.exit(code)\n"
    )
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    tried = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=bare, capture_output=True, text=True, check=False
    )
    assert tried.returncode == 0, tried.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} >= FILES
