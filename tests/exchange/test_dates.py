"""Due dates: every form that people write, and the ones that are never guessed."""

import datetime

import pytest

from launchready.exchange.checklist import ChecklistDue
from launchready.exchange.dates import find_due, read_due


def on(year: int, month: int, day: int) -> ChecklistDue:
    return ChecklistDue(date=datetime.date(year, month, day))


def after(days: int) -> ChecklistDue:
    return ChecklistDue(offset=days)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2026-03-04", on(2026, 3, 4)),
        ("2026/3/4", on(2026, 3, 4)),
        ("2026-03-04T23:30:00+02:00", on(2026, 3, 4)),
        ("2026-03-04 23:30:00.000+0200", on(2026, 3, 4)),
        ("2026-03-04T10:00:00Z", on(2026, 3, 4)),
        ("15/Feb/26 4:37 PM", on(2026, 2, 15)),
        ("25/Oct/19", on(2019, 10, 25)),
        ("Tue, 15 Nov 1994 08:12:31 GMT", on(1994, 11, 15)),
        ("15 Oct 2026", on(2026, 10, 15)),
        ("October 5th, 2026", on(2026, 10, 5)),
        ("[2026-03-04]", on(2026, 3, 4)),
        ("13/06/2023", on(2023, 6, 13)),
        ("06/25/23", on(2023, 6, 25)),
        ("05/05/2024", on(2024, 5, 5)),
        ("T-24", after(-24)),
        ("T\N{MINUS SIGN}14 days", after(-14)),
        ("T+1h", after(0)),
        ("T-48h", after(-2)),
        ("T-2w", after(-14)),
        ("L-7", after(-7)),
        ("1wk before", after(-7)),
        ("3 days after launch", after(3)),
        ("Launch day", after(0)),
    ],
)
def test_a_cell_with_one_meaning(text: str, due: ChecklistDue) -> None:
    assert read_due(text).due == due


@pytest.mark.parametrize("text", ["01/06/23", "06-09-2024 13:55", "3.4.2026"])
def test_day_and_month_that_could_be_swapped_are_ambiguous(text: str) -> None:
    assert (read_due(text).due, read_due(text).problem, read_due(text).said) == (None, "ambiguous", text)


@pytest.mark.parametrize("text", ["week 13", "soon", "2026-02-30", "T-36h", "T-9999", "Jan 5", "9" * 5_000, ""])
def test_a_cell_that_cannot_be_read(text: str) -> None:
    assert (read_due(text).due, read_due(text).problem) == (None, "unread")


@pytest.mark.parametrize(
    ("text", "due", "rest"),
    [
        ("Print the cards (due 2026-03-04)", on(2026, 3, 4), "Print the cards"),
        ("Print the cards by 4 Mar 2026 - @ana", on(2026, 3, 4), "Print the cards - @ana"),
        ("Print the cards, due: 2026-03-04", on(2026, 3, 4), "Print the cards"),
        ("Print (owner: Ana, due: 2026-03-04)", on(2026, 3, 4), "Print (owner: Ana)"),
        ("2026-03-04: Print the cards", on(2026, 3, 4), "Print the cards"),
        ("Print the cards - 25/Oct/19", on(2019, 10, 25), "Print the cards"),
        ("\N{CALENDAR} 2026-03-04 Print", on(2026, 3, 4), "Print"),
        ("Print the cards (T-14)", after(-14), "Print the cards"),
        ("T-3 days: print the cards", after(-3), "print the cards"),
        ("Print the cards T+2", after(2), "Print the cards"),
        ("2 weeks before launch", after(-14), ""),
    ],
)
def test_a_title_that_states_its_due_date(text: str, due: ChecklistDue, rest: str) -> None:
    assert (find_due(text).due, find_due(text).rest) == (due, rest)


@pytest.mark.parametrize(
    "text",
    [
        "T-7: Ticket of that number",
        "Read the report of 2026-03-04 again",
        "From T-14 to T-7",
        "Deadline: [DATE]",
        "Order T-shirts",
        "Two weeks",
        "Due YYYY-MM-DD",
        "Ring 1-2-3 " * 100,
    ],
)
def test_a_title_that_only_looks_like_it(text: str) -> None:
    assert (find_due(text).due, find_due(text).problem, find_due(text).rest) == (None, None, text)


def test_an_ambiguous_date_stays_in_the_title() -> None:
    reading = find_due("Print (by 01/06/23)")
    assert (reading.problem, reading.said, reading.rest) == ("ambiguous", "01/06/23", "Print (by 01/06/23)")


def test_a_due_is_an_offset_or_a_date_never_both_or_neither() -> None:
    with pytest.raises(ValueError, match="either"):
        ChecklistDue()
    with pytest.raises(ValueError, match="either"):
        ChecklistDue(offset=1, date=datetime.date(2026, 1, 1))
