"""Lint, format, types and import contracts, held by the same command as the tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "imports": ["lint-imports"],
}


@pytest.mark.parametrize("check", COMMANDS)
def test_the_code_passes(check: str) -> None:
    tool, *arguments = COMMANDS[check]
    beside = Path(sys.executable).parent / tool
    done = subprocess.run([str(beside), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_what_belongs_there_stands_at_the_top() -> None:
    allowed = {"launchready", "resources", "tests", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"}
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    if not any(tracked):
        pytest.skip("not a git checkout")
    top = {name.split("/")[0] for name in tracked if name}
    assert {name for name in top if not name.startswith(".")} <= allowed
