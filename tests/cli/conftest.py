"""Fixtures of the command line: a home of its own for every test, and a launch."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import Desk


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the user's own folders, or acts under their name."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    monkeypatch.delenv("LAUNCHREADY_USER", raising=False)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk without a launch yet."""
    return Desk(tmp_path, capsys)


@pytest.fixture
def desk(nothing: Desk) -> Desk:
    nothing.make()
    return nothing
