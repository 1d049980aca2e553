"""Long work shows a sign of life on a terminal only, and only when it is long."""

from __future__ import annotations

import contextlib
import sys
import threading

import pytest

from launchready.cli import progress


def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Called by the test itself, which has another standard error than its fixtures."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", 0.05)


def timers() -> list[threading.Timer]:
    return [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]


def test_nothing_in_a_pipe(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with progress.working("Reading"):
        assert timers() == []
    assert capsys.readouterr() == ("", "")


def test_short_work_shows_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    terminal(monkeypatch)
    with progress.working("Reading"):
        pass
    assert capsys.readouterr().err == ""


def test_long_work_says_what_it_is(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    terminal(monkeypatch)
    with contextlib.suppress(ValueError), progress.working("Reading plan.md"):
        (timer,) = timers()
        timer.join()
        raise ValueError
    written = capsys.readouterr()
    assert "Reading plan.md" in written.err
    assert written.out == ""
    assert written.err.rindex("\x1b[?25h") > written.err.index("\x1b[?25l"), "the cursor is shown again"
