"""Shell completion: verbs, values, files, and the keys of the launch that the line names."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.desk import Desk


def completed(desk: Desk, *words: str, mode: str = "bash_complete") -> list[str]:
    line = " ".join(("launchready", *words))
    environment = {"COMP_WORDS": line, "COMP_CWORD": str(len(words)), "_LAUNCHREADY_COMPLETE": mode}
    command = [sys.executable, "-c", "from launchready.__main__ import main; main()"]
    tried = subprocess.run(
        command, env={**os.environ, **environment}, cwd=desk.folder, capture_output=True, text=True, check=False
    )
    assert tried.stderr == ""
    return tried.stdout.split()


def test_the_script_for_the_shell(desk: Desk) -> None:
    assert "_launchready_completion()" in completed(desk, mode="bash_source")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("st",), ["plain,status"]),
        (("task", "se"), ["plain,send-back"]),
        (("sign", "x", "--lane", ""), ["plain,pm", "plain,pmm"]),
        (("status", ""), ["file,"]),
        (("task", "done", "atlas.launchready", "pm-"), [f"plain,PM-{number}" for number in (1, 2, 3, 4)]),
        (("task", "done", "atlas.launchready", "PM-1", "J"), ["plain,J-1"]),
        (("claim", "use", "atlas.launchready", "C"), ["plain,C-1"]),
        (("claim", "prove", "atlas.launchready", "C-1", "PMM-"), ["plain,PMM-1", "plain,PMM-2"]),
        (("raci", "set", "atlas.launchready", "R"), ["plain,R-1"]),
        (("task", "move", "atlas.launchready", "PM-1", "--before", "J"), ["plain,J-1"]),
        (("export", "atlas.launchready", "--format", "p"), ["plain,pdf", "plain,pptx"]),
        (("new", "X", "--template", "st"), ["plain,standard"]),
        (("template", "show", "./"), ["file,./"]),
        (("task", "done", "missing.launchready", "P"), []),
    ],
)
def test_what_is_offered(words: tuple[str, ...], offered: list[str], desk: Desk) -> None:
    desk.do("claim add", "Fast")
    assert completed(desk, *words) == offered
