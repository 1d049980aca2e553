"""`demo`: where it goes. What it tells is in tests/test_sample.py."""

from __future__ import annotations

import pytest

from tests.cli.desk import Desk


def test_its_files_are_named_at_the_end(nothing: Desk) -> None:
    code, out, error = nothing.run("demo", "--now", nothing.now)
    assert (code, error) == (0, "")
    assert out.splitlines()[-1].startswith("Look around: launchready status launchready-demo/atlas-3.launchready")
    nothing.file = nothing.folder / "launchready-demo" / "atlas-3.launchready"
    assert nothing.json("status")["verdict"] == "conditions"


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
