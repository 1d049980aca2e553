"""`template save`, `from` and `compare`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.desk import Desk


def plain(desk: Desk, *arguments: str) -> str:
    code, out, error = desk.run(*arguments)
    assert code == 0, error
    return out


def test_a_launch_is_saved_and_a_new_one_made_from_it(desk: Desk, tmp_path: Path) -> None:
    saved = tmp_path / "ours.toml"
    plain(desk, "template", "save", str(desk.file), str(saved))
    assert "sound" in plain(desk, "template", "check", str(saved))
    assert 'title = "Sales enabled"' in saved.read_text(encoding="utf-8")
    assert "exists already" in desk.refused("template save", str(saved))


def test_a_checklist_becomes_a_template(desk: Desk, tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text("Task,Due,Owner\nPrice page,2026-12-01,Ana\nBlog,2026-12-08,\nDeck,,\n", encoding="utf-8")
    out = tmp_path / "plan.toml"
    code, _, remarks = desk.run("template", "from", str(plan), str(out), "--date", "2026-12-08")
    assert code == 0
    assert "T-7" in out.read_text(encoding="utf-8")
    assert "1 task without a due date: the template gives T−14." in remarks
    assert "1 task with an owner: the template names none." in remarks


def test_a_launch_is_compared_with_its_template(desk: Desk) -> None:
    template = str(desk.folder / "small.toml")
    assert "7 tasks as in the template" in desk.do("template compare", "--template", template)
    desk.do("task edit", "PM-1", "--title", "Build is green")
    desk.do("task add", "One more", "--lane", "pm")
    found = desk.json("template compare", "--template", template)
    assert [(row["what"], row["title"]) for row in found["tasks"]] == [
        ("added", "One more"),
        ("changed", "Build is green"),
    ]


def test_what_was_left_out_is_taken_in(desk: Desk) -> None:
    template = str(desk.folder / "small.toml")
    desk.do("task remove", "PM-1")
    (left,) = desk.json("template compare", "--template", template)["tasks"]
    assert left["what"] == "left out"
    assert "“nothing”" in desk.refused("template take", "nothing", "--template", template)
    assert left["title"] in desk.do("template take", left["key"], "--template", template)
    assert desk.json("template compare", "--template", template)["tasks"] == []
