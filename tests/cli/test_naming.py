"""People, keys and dates as they are typed."""

from __future__ import annotations

import datetime as dt

import pytest

from launchready.cli.facts import due_as_set
from launchready.cli.naming import Unclear, due, split_keys
from launchready.launch.model import Due
from tests.cli.desk import PM, PMM, Desk


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("T-14", Due(offset=-14)),
        ("t−14w", Due(offset=-14, workday=True)),
        ("T+3", Due(offset=3)),
        ("T", Due(offset=0)),
        (" 2026-12-08 ", Due(date=dt.date(2026, 12, 8))),
        ("none", None),
    ],
)
def test_a_due_is_read_and_written_alike(typed: str, meant: Due | None) -> None:
    assert due(typed) == meant
    assert due(due_as_set(meant) or "none") == meant


@pytest.mark.parametrize("typed", ["yesterday", "2026-02-30", "T-", "T-99999", "14", "8.12.2026", "T−1x"])
def test_no_due(typed: str) -> None:
    with pytest.raises(Unclear, match="T-14"):
        due(typed)


@pytest.mark.parametrize("typed", ["soon", "none", "8.12.2026"])
def test_no_day(typed: str, desk: Desk) -> None:
    error = desk.refused("waiver ask", "PM-1", "--reason", "x", "--instead", "y", "--until", typed)
    assert error.endswith(f"“{typed}” is no date: write it as 2026-12-08, or as T-3.\n")


def test_keys_are_apart_by_commas_or_blanks() -> None:
    assert split_keys(" PM-1, PM-2 PM-3,,") == ["PM-1", "PM-2", "PM-3"]


@pytest.mark.parametrize(("key", "hint"), [("PM-99", "did you mean"), ("Q", "there are PM-1, PM-2")])
def test_an_unknown_key_says_what_there_is(key: str, hint: str, desk: Desk) -> None:
    assert hint in desk.refused("task start", key)


def test_keys_in_any_case_count_once(desk: Desk) -> None:
    desk.do("task start", "pm-1", "PM-1", "Pm-2")
    assert desk.json("log", "--last", "1")["entries"][0]["changes"] == ["TaskProgressed"] * 2


@pytest.mark.parametrize("slip", ["Dana Riuz", "dana", "Pria", "Priya Nai"])
def test_a_slip_in_a_name_adds_nobody(slip: str, desk: Desk) -> None:
    assert "did you mean" in desk.refused("task edit", "PM-1", "--owner", slip)


def test_somebody_new_is_added_and_told(desk: Desk) -> None:
    assert "and added Sam Oduya" in desk.do("task edit", "PM-1", "--owner", "Sam Oduya")
    assert desk.task("PM-1")["owner"] == "Sam Oduya"


def test_two_who_share_a_name_are_told_apart_by_e_mail(desk: Desk) -> None:
    desk.do("person add", "Dana Ruiz <other@example.com>")
    assert "add the e-mail" in desk.refused("task edit", "PM-1", "--owner", PMM)
    hint = desk.refused("sign", "--lane", "pmm", "--position", "no-go", by=PMM)
    assert "Dana Ruiz <other@example.com>" in hint
    assert "person edit FILE 'Dana Ruiz <>'" in hint
    desk.do("person edit", "Dana Ruiz <>", "--email", "dana@example.com")
    desk.sign("pmm", "no-go", by="Dana Ruiz <dana@example.com>")
    assert desk.json("status")["lanes"]["pmm"]["sign_off"]["by"] == "Dana Ruiz <dana@example.com>"
    desk.refused("sign", "--lane", "pmm", "--position", "no-go", by="Dana Ruiz <other@example.com>")


def test_a_judge_must_be_one_of_the_launch(desk: Desk) -> None:
    message = desk.refused("agree", by="Nobody Known")
    assert all(word in message for word in (PM, "--as", "--for", "person add"))


def test_who_speaks_for_two_lanes_says_which(nothing: Desk) -> None:
    nothing.make("--one-person", pmm=PM)
    assert "--lane" in nothing.refused("escalate", "Ship?", "--by", "T-2")
