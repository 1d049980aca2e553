"""Tables: plain in a pipe, fitted on a terminal."""

from __future__ import annotations

import sys

import pytest

from launchready.cli.tables import print_hanging, print_table

ROWS = [("PM-1", "[bold]not markup[/bold]"), ("PM-10", "two\nlines")]


def test_in_a_pipe_a_row_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("Key", "Task"), ROWS)
    assert capsys.readouterr().out == "Key    Task\nPM-1   [bold]not markup[/bold]\nPM-10  two lines\n"


def test_wide_characters_leave_the_columns_under_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("Task", "Lane"), [("日本", "PM"), ("e\u0301te", "PMM"), ("🚀", "PM")])
    assert capsys.readouterr().out == "Task  Lane\n日本  PM\ne\u0301te   PMM\n🚀    PM\n"


def to_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed goes to a terminal of 40 columns that shows neither bold nor colour."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "40")


def printed(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


def test_on_a_terminal_text_is_no_markup(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    to_terminal(monkeypatch)
    print_table(("Key", "Task"), ROWS)
    assert printed(capsys)[2:] == ["PM-1   [bold]not markup[/bold]", "PM-10  two", "       lines"]


def test_a_column_is_never_narrower_than_its_longest_word(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    to_terminal(monkeypatch)
    print_table(("Key", "Task", "Area"), [("PM-1", "Breaking-change notice", "Sales enablement and press")])
    assert printed(capsys)[2:] == ["PM-1  Breaking-change   Sales enablement", "      notice            and press"]


def test_where_no_table_fits_a_row_is_a_block(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    to_terminal(monkeypatch)
    columns = ("Key", "Activity", "Engineering", "Design", "Escalates to")
    print_table(columns, [("R-1", "Customer research", "I", "", "Decider"), ("R-2", "Roadmap", "", "C", "")])
    assert printed(capsys) == [
        "R-1  Customer research",
        "     Engineering: I · Escalates to:",
        "     Decider",
        "R-2  Roadmap",
        "     Design: C",
    ]


def test_a_long_line_is_wrapped_between_words_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    to_terminal(monkeypatch)
    print_hanging("  PM-4  Partner and vendor dependencies is to do", 8)
    assert printed(capsys) == ["  PM-4  Partner and vendor dependencies", "        is to do"]


def test_a_long_line_is_one_line_in_a_pipe(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    print_hanging("  PM-4  Partner and vendor dependencies is to do", 8)
    assert printed(capsys) == ["  PM-4  Partner and vendor dependencies is to do"]
