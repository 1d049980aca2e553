"""`template`: listed, checked, shown."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.desk import Desk, template


def test_a_sound_one(nothing: Desk) -> None:
    path = nothing.folder / "small.toml"
    path.write_text(template(), encoding="utf-8")
    assert nothing.run("template", "check", str(path)) == (0, f"{path}: sound, with 7 tasks and 1 RACI row.\n", "")
    shown = json.loads(nothing.run("template", "show", str(path), "--json")[1])
    assert [task["due"] for task in shown["tasks"]][:2] == ["T-10", "T-7"]
    assert shown["tasks"][3]["gating"] is False


def test_a_mistake_is_told_with_its_line(nothing: Desk) -> None:
    path = nothing.folder / "small.toml"
    path.write_text(template() + "oops = 1\n", encoding="utf-8")
    line = template().count("\n") + 1
    code, out, error = nothing.run("template", "check", str(path))
    assert (code, out, error.count("\n")) == (2, "", 1)
    assert f"{path}, line {line}: " in error


def test_your_own_are_listed_beside_the_shipped_and_damaged_ones_too(nothing: Desk, home: Path) -> None:
    own = home / "config" / "launchready" / "templates"
    own.mkdir(parents=True)
    (own / "acme.toml").write_text(template(), encoding="utf-8")
    (own / "bad.toml").write_text("title = 3\n", encoding="utf-8")
    code, out, _ = nothing.run("template", "list", "--json")
    rows = {row["name"]: row for row in json.loads(out)["templates"]}
    assert code == 0
    assert (rows["standard"]["shipped"], rows["acme"]["shipped"]) == (True, False)
    assert rows["acme"]["tasks"] == {"1": 7, "2": 7, "3": 7}
    assert "line 1" in rows["bad"]["problem"]


def test_an_unknown_one(nothing: Desk) -> None:
    code, out, error = nothing.run("template", "show", "nope")
    assert (code, out) == (2, "")
    assert "standard" in error
