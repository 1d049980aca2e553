"""`import` of tables: what was understood, what may be said against it, and the same file again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import PM, PMM, Desk

TABLE = "Task Name;Who;Status;Due\nPrice page;Ana;Doing;06/05/2026\nBlog;Ben;Complete;2026-12-01\n"


def imported(desk: Desk, *arguments: str) -> str:
    """What an import that may remark on the file printed."""
    code, out, error = desk.call("import", *arguments, by=PM)
    assert code == 0, error
    return out


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_dry_run_shows_columns_words_and_dates_to_answer(desk: Desk, plan: Path) -> None:
    before = desk.file.read_bytes()
    out = imported(desk, str(plan), "--dry-run")
    assert "Task Name" in out
    assert "Status word" in out
    assert f"{plan}: read as CSV or TSV.\n" in out
    assert "“06/05/2026” may be 2026-05-06 or 2026-06-05: say --dates." in out
    assert desk.file.read_bytes() == before


def test_a_column_and_a_word_are_mapped(desk: Desk, plan: Path) -> None:
    imported(desk, str(plan), "--map", "Who=owner", "--status", "Doing=blocked", "--dates", "day-first")
    added = {task["title"]: task for task in desk.json("tasks")["tasks"]}
    assert (added["Price page"]["owner"], added["Price page"]["status"]) == ("Ana", "blocked")
    assert added["Price page"]["due"] == "2026-05-06"


def test_an_unknown_field_is_refused_with_those_there_are(desk: Desk, plan: Path) -> None:
    refused = desk.refused("import", str(plan), "--map", "Who=boss")
    assert "boss" in refused
    assert "owner" in refused


def test_the_same_file_again_updates_and_makes_no_second_copy(desk: Desk, plan: Path) -> None:
    imported(desk, str(plan))
    tasks = len(desk.json("tasks")["tasks"])
    assert "nothing to change" in imported(desk, str(plan))
    plan.write_text(TABLE.replace("Doing", "Complete") + "Deck;Ana;Open;\n", encoding="utf-8")
    assert "1 updated, 1 task added, 1 as they were" in imported(desk, str(plan))
    assert len(desk.json("tasks")["tasks"]) == tasks + 1
    desk.do("undo")
    assert len(desk.json("tasks")["tasks"]) == tasks


def test_a_dry_run_of_an_update_shows_what_would_change_field_by_field(desk: Desk, plan: Path) -> None:
    imported(desk, str(plan))
    before = desk.file.read_bytes()
    assert "every task is as it has it: nothing to change.\n" in imported(desk, str(plan), "--dry-run")
    assert "Would import 2 tasks" in imported(desk, str(plan), "--dry-run", "--as-new")
    plan.write_text("Task Name;Who;Status\nPrice page;Zoe;Complete\nDeck;Ana;Open\n", encoding="utf-8")
    code, out, remark = desk.call("import", str(plan), "--dry-run", by=PM)
    assert code == 0
    key = next(task["key"] for task in desk.json("tasks")["tasks"] if task["title"] == "Price page")
    rows = [line.split("  ") for line in out.splitlines() if line.startswith(key)]
    assert [[cell.strip() for cell in row if cell] for row in rows] == [
        [key, "Price page", "owner", "Ana", "Zoe"],
        [key, "Price page", "status", "in progress", "done"],
    ]
    assert "would update 1, add 1 task and leave 0 as they are. Nothing was changed." in out
    assert "not among its tasks now" in remark
    assert desk.file.read_bytes() == before


def test_an_update_tells_what_the_file_no_longer_has(desk: Desk, plan: Path) -> None:
    imported(desk, str(plan))
    gone = next(task["key"] for task in desk.json("tasks")["tasks"] if task["title"] == "Blog")
    plan.write_text("\n".join(TABLE.splitlines()[:-1]) + "\n", encoding="utf-8")
    _, out, remark = desk.call("import", str(plan), by=PM)
    assert "nothing to change" in out
    assert f"left as they are: {gone}." in remark


def test_as_new_adds_a_second_copy(desk: Desk, plan: Path) -> None:
    imported(desk, str(plan))
    tasks = len(desk.json("tasks")["tasks"])
    imported(desk, str(plan), "--as-new")
    assert len(desk.json("tasks")["tasks"]) == tasks + 2


def test_another_launch_gives_its_checklist_and_no_word_of_anybody(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.launchready"
    desk.do("sign", "--lane", "pmm", "--position", "no-go", by=PMM)
    desk.do("duplicate", "-o", str(other))
    imported(desk, str(other))
    entry = desk.json("log", "--last", "1")["entries"][0]
    assert set(entry["changes"]) <= {"TaskAdded", "TaskEdited", "PersonAdded"}


def test_a_dry_run_says_whose_export_it_is_and_why_rows_were_left_out(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "Asana.csv"
    path.write_text("Task ID,Name,Section/Column,Colour\n1,Deck,Press,red\n2,,Press,red\n", encoding="utf-8")
    out = imported(desk, str(path), "--dry-run")
    assert f"{path}: read as CSV or TSV, as Asana exports it.\n" in out
    assert "Row 3, “2 Press red”: left out, it has no title\n" in out
    assert "unknown heading" in next(line for line in out.splitlines() if line.startswith("Colour"))
