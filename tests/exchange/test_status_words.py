"""What people call a status."""

from __future__ import annotations

import pytest

from launchready.exchange.status_words import read_status


@pytest.mark.parametrize(
    ("said", "status", "how"),
    [
        ("Done", "done", "known"),
        ("  completed ", "done", "known"),
        ("\u2705 Done!", "done", "known"),
        ("\u2705", "done", "known"),
        ("Complted", "done", "similar"),
        ("Compelete", "done", "similar"),
        ("100 %", "done", "known"),
        ("Done in sprint 4", "done", "words"),
        ("To Do", "to-do", "known"),
        ("not-started", "to-do", "known"),
        ("Incomplete", "to-do", "known"),
        ("Not done", "to-do", "known"),
        ("0%", "to-do", "known"),
        ("Inprogress", "in-progress", "known"),
        ("3. In Progress", "in-progress", "known"),
        ("In progess", "in-progress", "similar"),
        ("IN UAT", "in-progress", "words"),
        ("Partially completed by Ana", "in-progress", "words"),
        ("40%", "in-progress", "known"),
        ("Working on it", "in-progress", "known"),
        ("Stuck", "blocked", "known"),
        ("On Hold - vendor", "blocked", "words"),
        ("Won\N{RIGHT SINGLE QUOTATION MARK}t Do", "not-applicable", "known"),
        ("N/A", "not-applicable", "known"),
        ("Cancelled", "not-applicable", "known"),
        ("Needs legal", "to-do", "words"),
        ("Banana", "to-do", "unknown"),
        ("", "to-do", "known"),
    ],
)
def test_words(said: str, status: str, how: str) -> None:
    assert read_status(said) == (status, how)


def test_a_very_long_word_is_no_status() -> None:
    assert read_status("done " * 100) == ("to-do", "unknown")
