"""A launch beside its template."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from launchready.launch.changes import TaskRemoved
from launchready.launch.drafting import Draft
from launchready.launch.model import Due
from launchready.templates import compare, load
from launchready.templates.comparing import in_launch
from launchready.templates.launching import take_in
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


def test_with_another_template_tasks_belong_together_by_their_titles() -> None:
    launch = from_standard()
    other = replace(
        STANDARD, name="other", tasks=tuple(replace(task, id=f"x-{task.id}") for task in STANDARD.tasks[1:])
    )
    found = compare(launch, other)
    alone = STANDARD.tasks[0]
    assert [launch.tasks[id_].title for id_ in found.added] == ([alone.title] if launch.tier in alone.tiers else [])
    assert found.removed == ()


def test_two_of_one_title_are_not_taken_for_one_another() -> None:
    draft = Draft(from_standard(), iter(("new-1", "new-2")).__next__)
    again = draft.task(next(iter(draft.launch.tasks.values())).title, "pm")
    assert compare(draft.launch, STANDARD).added == (again.id,)


def test_what_was_left_out_is_taken_in_with_what_it_waits_for() -> None:
    launch = from_standard()
    (first, due), (second, _), *_ = STANDARD.for_tier(launch.tier)
    tasks = (replace(first, prerequisites=(second.id,)), *STANDARD.tasks[1:])
    template = replace(STANDARD, tasks=tasks)
    draft = Draft(launch, iter(f"new-{number}" for number in range(99)).__next__)
    draft.make(TaskRemoved(was=in_launch(launch, template)[first.id]))
    (taken,) = take_in(draft, template, (first.id,))
    assert (taken.title, taken.gating, taken.due) == (
        first.title,
        due.gating,
        Due(offset=due.days, workday=due.workday),
    )
    assert taken.prerequisites == (in_launch(launch, template)[second.id].id,)
    assert compare(draft.launch, template).removed == ()
    assert take_in(draft, template, (first.id,)) == []
