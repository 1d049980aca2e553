"""`demo`: where it goes. What it tells is in tests/test_sample.py."""

from __future__ import annotations

import pytest

from tests.cli.desk import Desk


def test_its_files_are_named_at_the_end(nothing: Desk) -> None:
    code, out, error = nothing.run("demo", "--now", nothing.now)
    assert (code, error) == (0, "")
    file = "launchready-demo/atlas-3.launchready"
    assert out.splitlines()[-4:-2] == [f"  launchready {file}", f"  launchready status {file}"]
    nothing.file = nothing.folder / "launchready-demo" / "atlas-3.launchready"
    assert nothing.json("status")["verdict"] == "conditions"


def test_what_to_say_next_is_what_the_shell_finds(nothing: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    program = nothing.folder / "bin" / "launchready"
    program.parent.mkdir()
    program.touch(mode=0o755)
    monkeypatch.setattr("sys.argv", ["bin/launchready"])
    monkeypatch.setenv("PATH", str(nothing.folder))
    assert nothing.run("demo")[1].splitlines()[-1].startswith("  bin/launchready log ")
    monkeypatch.setenv("PATH", str(program.parent))
    assert nothing.run("demo")[1].splitlines()[-1].startswith("  launchready log ")


def test_a_file_stands_where_the_folder_would(nothing: Desk) -> None:
    (nothing.folder / "taken").write_text("mine")
    code, out, error = nothing.run("demo", "--out", "taken")
    assert (code, out, error.count("\n")) == (2, "", 1)
    assert "--out" in error
    assert (nothing.folder / "taken").read_text() == "mine"


def test_open_shows_the_launch_that_it_made(nothing: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys
    import types

    shown: list[str] = []
    stand_in = types.ModuleType("launchready.desktop.app")
    stand_in.run = lambda arguments: shown.extend(arguments) or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "launchready.desktop.app", stand_in)
    nothing.run("demo", "--out", "there", "--open")
    assert [name.replace("\\", "/") for name in shown] == ["there/atlas-3.launchready"]
