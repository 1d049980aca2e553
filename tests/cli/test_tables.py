"""Tables: plain in a pipe, fitted on a terminal."""

from __future__ import annotations

import sys

import pytest

from launchready.cli.tables import print_table

ROWS = [("PM-1", "[bold]not markup[/bold]"), ("PM-10", "two\nlines")]


def test_in_a_pipe_a_row_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("Key", "Task"), ROWS)
    assert capsys.readouterr().out == "Key    Task\nPM-1   [bold]not markup[/bold]\nPM-10  two lines\n"


def test_wide_characters_leave_the_columns_under_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("Task", "Lane"), [("日本", "PM"), ("e\u0301te", "PMM"), ("🚀", "PM")])
    assert capsys.readouterr().out == "Task  Lane\n日本  PM\ne\u0301te   PMM\n🚀    PM\n"


def test_on_a_terminal_text_is_no_markup(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    print_table(("Key", "Task"), ROWS)
    out = capsys.readouterr().out
    assert "[bold]not markup[/bold]" in out
    assert "PM-10" in out
