"""The tour of the README does what it says, command by command."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from launchready.cli.main import run

README = Path(__file__).parents[1] / "README.md"
NOW = ("--now", "2026-11-23T12:00:00+00:00")
REFUSED = ("sign atlas.launchready --lane pm --position go",)


def tour() -> Iterator[list[str]]:
    """The commands of the tour, each as its words."""
    text = README.read_text(encoding="utf-8").partition("## A tour")[2].partition("\n## ")[0]
    for block in re.findall(r"```\n(.*?)```", text, re.DOTALL):
        yield from map(shlex.split, block.replace("\\\n", " ").splitlines())


def test_the_tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv("LAUNCHREADY_USER", raising=False)
    assert run(["demo", *NOW]) == 0
    done = 0
    for program, *words in tour():
        if program == "cp":
            Path(words[1]).write_bytes(Path(words[0]).read_bytes())
        if program != "launchready":
            continue
        said = " ".join(words)
        now = () if words[0] == "profile" else NOW
        assert run([*words, *now]) == (2 if said in REFUSED else 0), f"{said}: {capsys.readouterr().err}"
        done += 1
    assert done > 20
    assert "finish them, waive them" in capsys.readouterr().err
