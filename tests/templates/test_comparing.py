"""A launch beside its template."""

from __future__ import annotations

import datetime as dt

from launchready.launch.changes import TaskRemoved
from launchready.launch.drafting import Draft
from launchready.launch.model import Due
from launchready.templates import compare, load
from tests.templates.test_saved import from_standard

STANDARD = load("standard")


def test_a_launch_as_it_was_made_differs_in_nothing() -> None:
    for tier in (1, 2, 3):
        found = compare(from_standard(tier), STANDARD)
        assert (found.added, found.removed, found.changed) == ((), (), ())
        assert found.same == len(STANDARD.for_tier(tier))


def test_added_removed_and_changed_tasks() -> None:
    launch = from_standard()
    draft = Draft(launch, iter(("new-1", "new-2")).__next__)
    first, second, third, *_ = sorted(launch.tasks.values(), key=lambda task: task.position)
    draft.make(TaskRemoved(was=first))
    draft.edit_task(second, title="Other words", gating=not second.gating, due=Due(date=dt.date(2026, 11, 1)))
    draft.edit_task(third, due=Due(offset=-55, workday=True), owner="", notes="said")
    added = draft.task("Our own", "pm")
    found = compare(draft.launch, STANDARD)
    assert found.added == (added.id,)
    assert found.removed == (first.source.partition(":")[2],)
    changed = {each.task: {one.field: one for one in each.differences} for each in found.changed}
    assert changed[second.id].keys() >= {"title", "gating", "due"}
    assert changed[second.id]["title"].launch == "Other words"
    assert changed[second.id]["due"].launch == "2026-11-01"
    assert changed[third.id]["due"].launch == "T-55 workday"
    assert changed[third.id].keys() == {"due"}


def test_a_launch_from_another_template_shares_nothing() -> None:
    launch = Draft(from_standard(), str).launch
    other = load("standard").__class__("other", "", "", STANDARD.tasks, (), (), STANDARD.go_no_go)
    found = compare(launch, other)
    assert (len(found.added), found.same) == (len(launch.tasks), 0)
