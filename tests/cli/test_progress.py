"""Long work shows a sign of life on a terminal only, and only when it is long."""

from __future__ import annotations

import contextlib
import sys
import threading
import time

import pytest

from launchready.cli import progress


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    del capsys  # in place before its stream is made a terminal
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", 0.05)


def test_nothing_in_a_pipe(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with progress.working("Reading"):
        time.sleep(0.02)
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("terminal")
def test_short_work_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.working("Reading"):
        pass
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("terminal")
def test_long_work_says_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    before = threading.active_count()
    with contextlib.suppress(ValueError), progress.working("Reading plan.md"):
        time.sleep(0.3)
        raise ValueError
    written = capsys.readouterr()
    assert "Reading plan.md" in written.err
    assert written.out == ""
    assert threading.active_count() == before
