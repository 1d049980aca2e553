"""The responsibility checks: exactly one accountable, at least one responsible."""

from __future__ import annotations

import pytest

from launchready.launch.changes import ActivityAdded
from launchready.launch.model import Activity
from launchready.launch.raci import breaches, in_order, normalised
from tests.launch import builders as b


def row(id_: str = "r1", position: int = 1, **letters: str) -> Activity:
    return Activity(id=id_, key=f"R-{id_}", title="Positioning", position=position, letters=letters)


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ({"PM": "A", "PMM": "R"}, []),
        ({"PM": "AR"}, []),
        ({"PM": "A", "PMM": "R", "Engineering": "R", "Decider": "CI"}, []),
        ({}, ["raci-accountable", "raci-responsible"]),
        ({"PM": "A"}, ["raci-responsible"]),
        ({"PM": "R"}, ["raci-accountable"]),
        ({"PM": "AR", "PMM": "AR"}, ["raci-accountable"]),
    ],
)
def test_a_row_has_exactly_one_a_and_at_least_one_r(letters: dict[str, str], expected: list[str]) -> None:
    assert [breach.code for breach in breaches(row(**letters))] == expected


def test_a_breach_counts_the_accountable() -> None:
    (breach,) = breaches(row(PM="AR", PMM="A"))
    assert breach.args["count"] == 2


def test_a_breach_is_no_reason_to_refuse_an_edit() -> None:
    b.make(b.a_launch(), ActivityAdded(activity=row()))


@pytest.mark.parametrize(("given", "expected"), [("ra", "AR"), ("IRR", "RI"), ("", ""), ("xa", "AX")])
def test_letters_have_one_order(given: str, expected: str) -> None:
    assert normalised(given) == expected


def test_rows_are_in_order_of_position() -> None:
    rows = (row("a", 2), row("b", 1), row("c", 3))
    launch = b.make(b.a_launch(), *(ActivityAdded(activity=each) for each in rows))
    assert [activity.id for activity in in_order(launch)] == ["b", "a", "c"]
