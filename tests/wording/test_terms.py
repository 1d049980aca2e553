"""The product's words for values, days and people."""

from __future__ import annotations

import datetime as dt

import pytest

from launchready.launch.decision import OTHERWISE, RULES, Verdict
from launchready.launch.lanes import LANES
from launchready.launch.model import ClaimState, Due, Position, Status
from launchready.wording import terms


def test_every_value_has_its_word() -> None:
    assert terms.VERDICTS.keys() == {verdict.value for verdict in Verdict}
    assert terms.POSITIONS.keys() == terms.MEANINGS.keys() == {position.value for position in Position}
    assert terms.STATUSES.keys() == {status.value for status in Status}
    assert terms.CLAIM_STATES.keys() == {state.value for state in ClaimState}
    assert terms.RULES.keys() == {rule.number for rule in RULES} | {OTHERWISE}


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (None, "no due date"),
        (Due(), "no due date"),
        (Due(offset=0), "T"),
        (Due(offset=-14), "T−14"),
        (Due(offset=3), "T+3"),
        (Due(offset=-2, workday=True), "T−2 (workdays)"),
        (Due(date=dt.date(2026, 12, 3)), "3 Dec 2026"),
    ],
)
def test_a_due_reads_as_it_was_set(due: Due | None, words: str) -> None:
    assert terms.due(due) == words


def test_days_and_moments_read_alike_everywhere() -> None:
    day = dt.date(2026, 12, 3)
    assert (terms.day(day), terms.weekday(day), terms.iso_day("2026-12-03")) == (
        "3 Dec 2026",
        "Thu 3 Dec 2026",
        "3 Dec 2026",
    )
    assert terms.iso_day("soon") == "soon"
    assert terms.moment(dt.datetime(2026, 12, 3, 14, 5, tzinfo=dt.UTC)) == "3 Dec 2026, 14:05"


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([], "none"),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b, c and 1 more"),
    ],
)
def test_a_list_ends_in_and_or_in_how_many_more(items: list[str], words: str) -> None:
    assert terms.listing(items, most=3) == words


def test_a_choice_ends_in_or() -> None:
    assert [terms.choice(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a or b",
        "a, b or c",
    ]


@pytest.mark.parametrize(
    "said", ["line 3", "row 12", "Plan, row 12", "A, B, row 2", "card “Press kit”", "record 1", "PM-3", "", "line "]
)
def test_a_place_in_a_file_reads_as_readers_name_it(said: str) -> None:
    assert terms.place(said) == said


def test_every_lane_has_its_word() -> None:
    assert dict(terms.LANES) == {lane.id: lane.title for lane in LANES}


def test_a_count_agrees_with_its_noun() -> None:
    counted = (terms.count(1, "gate"), terms.count(2, "gate"), terms.count(2, "person", "people"))
    assert counted == ("1 gate", "2 gates", "2 people")


def test_an_unknown_lane_is_named_as_it_is() -> None:
    assert (terms.lane("pmm"), terms.lane("nowhere")) == ("PMM", "nowhere")


def test_a_text_from_right_to_left_stands_apart_and_no_other_does() -> None:
    assert terms.apart("השקה 2024") == "\u2068השקה 2024\u2069"
    assert terms.apart("השקה\n\nQ3 השקה") == "\u2068השקה\u2069\n\n\u2068Q3 השקה\u2069"
    for text in ("", "Launch 2024", "Größe 3", "発売 3"):
        assert terms.apart(text) == text
