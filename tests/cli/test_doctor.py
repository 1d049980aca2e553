"""`doctor`: versions, places, and what the window lacks."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.cli.desk import Desk

ROOT = Path(__file__).parents[2]
BROKEN = "ImportError: libEGL.so.1: cannot open shared object file: No such file or directory\n"


def test_versions_and_places(nothing: Desk, home: Path) -> None:
    code, out, error = nothing.run("doctor", "--json")
    assert (code, error) == (0, "")
    facts = json.loads(out)
    assert all(version[0].isdigit() for version in facts["parts"].values())
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert set(facts["parts"]) == {re.split("[<>=]", one)[0] for one in needed}
    assert facts["places"]["settings"] == str(home / "config" / "launchready")
    assert not list(home.iterdir())


def test_what_is_missing_comes_with_the_line_that_installs_it(nothing: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = subprocess.CompletedProcess([], returncode=1, stdout="", stderr=f"Traceback\n{BROKEN}")
    monkeypatch.setattr("subprocess.run", lambda *_, **__: tried)
    assert json.loads(nothing.run("doctor", "--json")[1])["window"]["missing"] == ["libegl1"]
    out = nothing.run("doctor")[1]
    assert "sudo apt-get install" in out
    assert "libegl1" in out
