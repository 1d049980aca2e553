"""Changes under way: each fits on those before it."""

from __future__ import annotations

from itertools import count

import pytest

from launchready.launch.drafting import SPACING, Draft, between, parse_author
from launchready.launch.model import Author, Launch, Status
from tests.launch import builders as b


def a_draft(launch: Launch) -> Draft:
    ids = count()
    return Draft(launch, lambda: f"n{next(ids)}")


def test_the_changes_of_a_draft_fit_together() -> None:
    launch = b.a_launch()
    draft = a_draft(launch)
    first = draft.task("New", "pm", owner=draft.person("Kim <kim@x.example>"))
    second = draft.task("Newer", "pm", prerequisites=(first.id,))
    draft.edit_task(first, title="Renamed")
    draft.progress(draft.launch.tasks[first.id], Status.DONE)
    draft.claim("It is new", proof=(second.id,))
    draft.activity("Press", letters={"PM": "AR"})
    draft.edit_launch(build="3.1")
    assert b.canonical(b.make(launch, *draft.changes)) == b.canonical(draft.launch)
    assert (first.key, second.key) == ("PM-4", "PM-5")
    assert second.position - first.position == SPACING


def test_a_task_is_added_behind_one_that_the_same_draft_moved_to_the_end() -> None:
    draft = a_draft(b.a_launch())
    first = draft.task("First", "pm")
    draft.edit_task(first, position=first.position + 5 * SPACING)
    assert draft.task("Second", "pm").position > draft.launch.tasks[first.id].position


def test_somebody_known_is_not_added_again() -> None:
    draft = a_draft(b.a_launch())
    assert (draft.person("priya nair"), draft.person(" "), draft.changes) == (b.PRIYA, "", [])
    assert draft.person("Kim") == draft.person("kim")
    assert len(draft.changes) == 1


def test_an_edit_holds_only_what_differs() -> None:
    draft = a_draft(b.a_launch())
    load = draft.launch.tasks["load"]
    draft.edit_task(load, title=load.title, notes=load.notes)
    draft.progress(load, Status.TODO)
    assert draft.changes == []
    draft.edit_task(load, title=load.title, notes="Ask Kim")
    assert draft.changes == [b.edit(b.a_launch(), "load", notes="Ask Kim")]


def test_leaving_done_takes_the_confirmations_along() -> None:
    draft = a_draft(b.done(b.a_launch(), "copy"))
    draft.progress(draft.launch.tasks["copy"], Status.IN_PROGRESS)
    assert draft.launch.tasks["copy"].confirmations == ()


def test_one_leads_confirmation_stays_while_the_gate_is_worked_on() -> None:
    launch = b.make(b.a_launch(), b.confirm(b.a_launch(), "copy", "pm"))
    draft = a_draft(launch)
    draft.progress(launch.tasks["copy"], Status.IN_PROGRESS)
    assert [held.lane for held in draft.launch.tasks["copy"].confirmations] == ["pm"]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Dana  Ruiz ", Author("Dana Ruiz")),
        ("Dana Ruiz <d@x.example>", Author("Dana Ruiz", "d@x.example")),
        ("<d@x.example>", Author("", "d@x.example")),
    ],
)
def test_a_person_is_written_as_name_and_e_mail(text: str, author: Author) -> None:
    assert parse_author(text) == author


@pytest.mark.parametrize(
    ("before", "after", "expected"), [(0, None, SPACING), (0, 10, 5), (4, 6, 5), (4, 5, None), (4, 4, None)]
)
def test_a_place_between_two_where_there_is_room(before: int, after: int | None, expected: int | None) -> None:
    assert between(before, after) == expected
