"""What is exported comes back: the same tasks in another launch, nothing to update in the same one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from launchready.exchange.carried import many_lines, one_line, plain_spaced
from launchready.exchange.export import export_of
from launchready.exchange.importing import Imported, draft_tasks
from launchready.exchange.readers import read_content
from launchready.exchange.report.lists import by_area
from launchready.exchange.understood import Understood
from launchready.exchange.updating import draft_update
from launchready.exchange.writers import WRITERS
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import name
from launchready.launch.model import Launch, Task
from tests.exchange.any_launch import edits, launches
from tests.launch.builders import a_bare_launch, make

NOW = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
FORMATS = ("csv", "xlsx", "json", "md")
PROPERTY = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))


def exported(launch: Launch, suffix: str) -> bytes:
    return WRITERS[suffix].write(export_of(launch, (), NOW))


def read(data: bytes, suffix: str) -> Understood:
    found = read_content(data, f"atlas.{suffix}")
    found.require_answers()
    assert found.product == "launchready"
    assert not found.warnings
    return found


def said(launch: Launch, suffix: str, person: Callable[[Launch, str], str]) -> list[dict[str, object]]:
    """The tasks without ids, keys and sources, as far as `carried` says that a file of that kind has them."""
    keys = {task.id: number for number, task in enumerate(by_area(launch))}
    return [_said(launch, task, keys, suffix, person) for task in by_area(launch)]


def with_mail(launch: Launch, id_: str) -> str:
    person = launch.people.get(id_)
    return f"{person.name} <{person.email}>" if person and person.email else name(launch, id_)


def _said(
    launch: Launch, task: Task, order: dict[str, int], suffix: str, person: Callable[[Launch, str], str]
) -> dict[str, object]:
    spaced: Callable[[str], str] = plain_spaced if suffix == "md" else str

    def line(text: str) -> str:
        return spaced(one_line(text))

    def lines(text: str) -> str:
        return spaced(many_lines(text))

    return {
        "title": line(task.title),
        "lane": task.lane,
        "area": line(task.area),
        "owner": line(person(launch, task.owner)),
        "reviewer": line(person(launch, task.reviewer)),
        "due": task.due,
        "gating": task.gating,
        "status": task.status,
        "why": lines(task.why),
        "done when": lines(task.done_when),
        "notes": lines(task.notes),
        "asks": task.asks,
        "first": sorted(order[first] for first in task.prerequisites),
        "steps": [(line(step.text), step.done) for step in task.steps],
        "evidence": [
            (line(one.label), line(one.link), lines(one.note), one.date, line(one.build)) for one in task.evidence
        ],
    }


def imported(launch: Launch, found: Understood) -> Launch:
    """The launch with these tasks; every change passes its own check."""
    numbers = iter(range(100_000))
    draft = Draft(launch, lambda: f"new-{next(numbers)}")
    draft_tasks(draft, found.checklist, "atlas")
    return make(launch, *draft.changes)


def updated(launch: Launch, found: Understood) -> tuple[Launch, Imported, list[Any]]:
    numbers = iter(range(100_000))
    draft = Draft(launch, lambda: f"new-{next(numbers)}")
    told = draft_update(draft, found.checklist, "atlas")
    return make(launch, *draft.changes), told, draft.changes


@pytest.mark.parametrize("suffix", FORMATS)
@PROPERTY
@given(launches())
def test_another_launch_gets_the_same_tasks(suffix: str, launch: Launch) -> None:
    found = read(exported(launch, suffix), suffix)
    back = said(imported(a_bare_launch(), found), suffix, with_mail)
    sent = said(launch, suffix, with_mail if suffix == "json" else name)
    assert len(back) == len(sent)
    for one, other in zip(back, sent, strict=True):
        assert {field: said for field, said in one.items() if said != other[field]} == {}, other


@pytest.mark.parametrize("suffix", FORMATS)
@PROPERTY
@given(launches())
def test_the_same_launch_has_nothing_to_update(suffix: str, launch: Launch) -> None:
    after, told, changes = updated(launch, read(exported(launch, suffix), suffix))
    assert changes == []
    assert (after, told.added, told.updated, told.kept) == (launch, (), (), ())


@pytest.mark.parametrize("suffix", FORMATS)
@PROPERTY
@given(st.data())
def test_what_was_changed_in_an_export_and_nothing_else_is_updated(suffix: str, data: st.DataObject) -> None:
    launch = data.draw(launches())
    edited = data.draw(edits(launch))
    after, told, _ = updated(launch, read(exported(edited, suffix), suffix))
    back, wanted, was = (_by_key(each, suffix) for each in (after, edited, launch))
    for key, one in back.items():
        assert {field: said for field, said in one.items() if said != wanted[key][field]} == {}, wanted[key]
    assert set(told.updated) <= {key for key, one in was.items() if one != wanted[key]}
    assert (told.added, told.kept) == ((), ())


def _by_key(launch: Launch, suffix: str) -> dict[str, dict[str, object]]:
    return {task.key: one for task, one in zip(by_area(launch), said(launch, suffix, name), strict=True)}
