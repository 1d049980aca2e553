"""`import` and `export`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.desk import PM, Desk

CHECKLIST = "## Press\n\n- [ ] Draft release (due 2026-12-01)\n- [x] Embargo list\n  - [ ] Ask legal\n"


@pytest.fixture
def checklist(tmp_path: Path) -> str:
    path = tmp_path / "plan.md"
    path.write_text(CHECKLIST, encoding="utf-8")
    return str(path)


def test_a_dry_run_shows_and_changes_nothing(desk: Desk, checklist: str) -> None:
    before = desk.file.read_bytes()
    out = desk.do("import", checklist, "--dry-run")
    assert "Would import 2 tasks with 1 step; 1 of 3 done. Nothing was changed." in out
    assert "1 Dec 2026" in out
    assert desk.file.read_bytes() == before


def test_one_import_is_one_entry_of_advisory_tasks(desk: Desk, checklist: str) -> None:
    desk.do("import", checklist, "--lane", "pmm", "--area", "Launch day")
    entry = desk.json("log", "--last", "1")["entries"][0]
    assert set(entry["changes"]) == {"TaskAdded"}
    added = [desk.task("PMM-3"), desk.task("PMM-4")]
    assert [(task["status"], task["area"], task["gating"]) for task in added] == [
        ("to-do", "Launch day", False),
        ("done", "Launch day", False),
    ]
    assert added[1]["steps"] == [{"text": "Ask legal", "done": False}]
    desk.do("undo")
    assert len(desk.json("tasks")["tasks"]) == 7


def test_fenced_boxes_are_read_when_asked(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "fenced.md"
    path.write_text("- [ ] Open\n\n```\n- [ ] Fenced\n```\n", encoding="utf-8")
    _, out, remark = desk.call("import", str(path), "--dry-run", by=PM)
    assert "Would import 1 task;" in out
    assert "--include-fenced" in remark
    assert "Would import 2 tasks;" in desk.do("import", str(path), "--dry-run", "--include-fenced")


@pytest.mark.parametrize("content", [None, b"No boxes here.\n", b"\xff\xfe\xff- [ ] x\n", b""])
def test_what_is_no_checklist(content: bytes | None, desk: Desk) -> None:
    path = desk.folder / "bad.md"
    if content is not None:
        path.write_bytes(content)
    assert "bad.md" in desk.refused("import", str(path))


@pytest.mark.parametrize("suffix", ["md", "html", "pdf"])
def test_a_summary_has_the_same_bytes_again(suffix: str, desk: Desk) -> None:
    written = [desk.folder / f"{name}.{suffix}" for name in ("one", "two")]
    for path in written:
        assert desk.do("export", "--to", str(path)) == f"Wrote {path}.\n"
    assert written[0].read_bytes() == written[1].read_bytes() != b""


def test_the_format_can_be_named(desk: Desk) -> None:
    desk.do("export", "--to", "summary", "--format", "MD")
    assert "Atlas" in (desk.folder / "summary").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (("--to", "a.docx"), "md, html"),
        (("--to", ""), "summary.pdf"),
        (("--to", "no/such/a.md"), "--to"),
        (("--to", "atlas.launchready", "--format", "md"), "the launch itself"),
        (("--to", "other.launchready", "--format", "md"), "taken for a launch"),
        (("--to", ".", "--format", "md"), "is a folder"),
        (("--to", "summary"), "--format"),
        (("--to", "-"), "--format"),
        ((), "--to"),
    ],
)
def test_no_summary(options: tuple[str, ...], hint: str, desk: Desk) -> None:
    before = set(desk.folder.iterdir())
    assert hint in desk.refused("export", *options)
    assert set(desk.folder.iterdir()) == before


def test_an_export_keeps_the_permissions_of_what_it_replaces(desk: Desk) -> None:
    path = desk.folder / "a.md"
    path.write_text("old")
    path.chmod(0o640)
    desk.do("export", "--to", str(path), by=PM)
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_text(encoding="utf-8") != "old"


def test_standard_output_gets_the_export_and_nothing_else(desk: Desk) -> None:
    before = set(desk.folder.iterdir())
    assert desk.do("export", "--to", "-", "--format", "md").startswith("# Atlas")
    assert set(desk.folder.iterdir()) == before


def test_an_export_through_a_link_reaches_its_file(desk: Desk) -> None:
    path, link = desk.folder / "a.md", desk.folder / "link.md"
    path.write_text("old")
    link.symlink_to(path)
    desk.do("export", "--to", str(link))
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") != "old"


def test_an_export_never_replaces_what_is_no_file(desk: Desk) -> None:
    pipe = desk.folder / "pipe.md"
    os.mkfifo(pipe)
    assert "not a file" in desk.refused("export", "--to", str(pipe))
    assert pipe.is_fifo()
