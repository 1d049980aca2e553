"""`raci`: shown, set and checked."""

from __future__ import annotations

import pytest

from tests.cli.desk import Desk


def letters(desk: Desk, key: str) -> object:
    return next(row["letters"] for row in desk.json("raci show")["activities"] if row["key"] == key)


def test_rows_and_parties(desk: Desk) -> None:
    assert letters(desk, "R-1") == {"PM": "R", "PMM": "R", "Decider": "A"}
    desk.do("raci add", "--party", "Sales")
    assert "added Sales" in desk.do("log", "--last", "1")
    desk.do("raci set", "go/no-go", "sales", "c/i", "--input", "Pipeline", "--escalates-to", "Decider")
    assert letters(desk, "R-1") == {"PM": "R", "PMM": "R", "Decider": "A", "Sales": "CI"}
    assert "Sales" in desk.refused("raci remove", "--party", "Sales")
    desk.do("raci set", "R-1", "Sales", "none")
    desk.do("raci remove", "--party", "Sales")
    assert desk.json("raci show")["parties"] == ["PM", "PMM", "Decider"]


def test_a_row_that_breaks_the_rule_is_told(desk: Desk) -> None:
    code, _, error = desk.call("raci set", "R-1", "Decider", "R", by="Priya Nair")
    assert code == 0
    assert "exactly one party is accountable" in error
    assert "exactly one party is accountable" in desk.do("raci show")
    assert desk.json("raci show")["breaches"] == desk.json("check")["raci"] != []


@pytest.mark.parametrize(
    ("verb", "options", "hint"),
    [
        ("set", ("R-1", "PM", "X"), "RACI letters"),
        ("set", ("R-1", "Sales", "C"), "PM, PMM and Decider"),
        ("set", ("R-9", "PM", "C"), "R-1"),
        ("set", ("R-1",), "--input"),
        ("add", (), "--party"),
        ("add", ("Beta", "--party", "Sales"), "--party"),
        ("add", ("--party", "PM"), "different names"),
        ("remove", ("--party", "Sales"), "there are PM"),
        ("remove", (), "--party"),
    ],
)
def test_what_can_be_wrong(verb: str, options: tuple[str, ...], hint: str, desk: Desk) -> None:
    assert hint in desk.refused(f"raci {verb}", *options)
