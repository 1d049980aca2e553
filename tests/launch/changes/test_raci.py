"""The rows and letters of the RACI."""

from __future__ import annotations

from typing import Any

import pytest

from launchready.launch.changes import ActivityAdded, ActivityEdited, ActivityRemoved, LettersSet
from launchready.launch.changes.raci import ActivityFields
from launchready.launch.model import Activity, Launch
from tests.launch import builders as b


def row(**fields: Any) -> Activity:
    return Activity(**{"id": "r", "key": "R-1", "title": "Press", "position": 1, "letters": {"PMM": "AR"}, **fields})


def with_row() -> Launch:
    return b.make(b.a_launch(), ActivityAdded(activity=row()))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": ""}, "text-empty"),
        ({"letters": {"Sales": "A"}}, "party-unknown"),
        ({"letters": {"PM": "RA"}}, "letters-unknown"),
        ({"letters": {"PM": "X"}}, "letters-unknown"),
        ({"letters": {"PM": "a"}}, "letters-unknown"),
        ({"input_expected": "a\nb"}, "text-control"),
    ],
)
def test_a_row_has_a_title_and_letters_of_known_parties(fields: dict[str, Any], code: str) -> None:
    assert b.refused(b.a_launch(), ActivityAdded(activity=row(**fields))) == code


def test_a_row_has_a_key_of_its_own() -> None:
    assert b.refused(with_row(), ActivityAdded(activity=row(key="R-2"))) == "key-taken"
    assert b.refused(with_row(), ActivityAdded(activity=row(id="r2"))) == "key-taken"


def test_a_cell_is_set_from_what_was_seen_and_emptied() -> None:
    launch = b.make(with_row(), LettersSet(activity="r", party="PM", to="C"))
    assert launch.activities["r"].letters == {"PMM": "AR", "PM": "C"}
    assert b.refused(launch, LettersSet(activity="r", party="PM", to="I")) == "moved-on"
    assert b.refused(launch, LettersSet(activity="r", party="PM", to="Q", was="C")) == "letters-unknown"
    launch = b.make(launch, LettersSet(activity="r", party="PM", to="", was="C"))
    assert launch.activities["r"].letters == {"PMM": "AR"}


def test_a_row_is_edited_and_removed_as_it_was_seen() -> None:
    launch = with_row()
    edit = ActivityEdited(activity="r", to=ActivityFields(title="Launch"), was=ActivityFields(title="Press"))
    edited = b.make(launch, edit)
    assert edited.activities["r"].title == "Launch"
    assert b.refused(edited, edit) == "moved-on"
    assert b.refused(edited, ActivityRemoved(was=row())) == "moved-on"
    assert len(b.make(launch, ActivityRemoved(was=row())).activities) == 0
    empty = ActivityEdited(activity="r", to=ActivityFields(title=" "), was=ActivityFields(title="Press"))
    assert b.refused(launch, empty) == "text-empty"


def test_nothing_is_done_to_a_row_that_is_not_there() -> None:
    to, was = ActivityFields(title="Launch"), ActivityFields(title="Press")
    assert b.refused(b.a_launch(), ActivityEdited(activity="r", to=to, was=was)) == "activity-gone"
    assert b.refused(b.a_launch(), LettersSet(activity="r", party="PM", to="A")) == "activity-gone"
