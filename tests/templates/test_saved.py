"""A launch saved as a template, and a template written as TOML."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from launchready.launch.drafting import Draft
from launchready.launch.model import Due, Launch, Step
from launchready.templates import Template, load, parse, saved, toml_of
from launchready.templates.launching import NewLaunch, first_entry
from launchready.templates.model import Due as TemplateDue
from launchready.templates.model import TemplateTask
from tests.launch.builders import CHEN, DANA, PRIYA, a_bare_launch, a_launch, make

LINES = st.text(st.characters(exclude_categories=("Cs",)), max_size=20).map(str.strip)


def from_standard(tier: int = 1) -> Launch:
    numbers = iter(range(10_000))
    new = NewLaunch(name="Atlas", tier=tier, date=dt.date(2026, 12, 8), pm="Priya Nair", pmm="Dana Ruiz")
    launch = Launch()
    for change in first_entry(new, load("standard"), lambda: f"id-{next(numbers)}"):
        launch = change.apply(launch)
    return launch


def test_the_standard_template_is_the_same_when_written_and_read() -> None:
    standard = load("standard")
    assert parse(toml_of(standard), "standard.toml") == standard


def test_a_launch_from_a_template_saves_as_its_tier_of_it() -> None:
    found = saved(from_standard(), "again")
    read = parse(toml_of(found.template), "again.toml")
    assert read == found.template
    assert _tasks(read) == _tasks(load("standard"))
    assert found.adapted == ()
    assert (read.parties, read.raci) == (load("standard").parties, load("standard").raci)


def _tasks(template: Template) -> dict[str, tuple[object, ...]]:
    return {task.id: (task.title, task.lane, task.done_when, task.reviewer, due) for task, due in template.for_tier(1)}


def test_dates_become_days_from_launch_and_people_become_roles() -> None:
    launch = a_bare_launch()
    draft = Draft(launch, iter("abcdefgh").__next__)
    draft.task("By a date", "pm", due=Due(date=launch.date - dt.timedelta(days=9)), owner=PRIYA)
    draft.task("By a lead of the other lane", "pm", due=Due(offset=-9, workday=True), owner=DANA)
    draft.task("By somebody", "pmm", owner=CHEN, reviewer=CHEN)
    draft.task("Late gate", "pm", gating=True, due=Due(offset=-1), steps=(Step(id="s", text="One", done=True),))
    found = saved(draft.launch, "mine", description="Ours")
    date, other, somebody, gate = sorted(found.template.tasks, key=lambda task: task.title)[:4]
    tasks = {task.title: task for task in found.template.tasks}
    assert len({date.id, other.id, somebody.id, gate.id}) == 4
    assert tasks["By a date"].tiers[1] == TemplateDue(-9, False, False)
    assert (tasks["By a date"].owner_role, tasks["By a lead of the other lane"].owner_role) == ("pm lead", "pmm lead")
    assert tasks["By a lead of the other lane"].tiers[2].workday
    assert (tasks["By somebody"].owner_role, tasks["By somebody"].tiers[1].days) == ("", -3)
    assert (tasks["Late gate"].tiers[1], tasks["Late gate"].steps) == (TemplateDue(-3, True, False), ("One",))
    assert {code for _, code in found.adapted} == {
        "due-missing",
        "gate-moved-to-go-no-go",
        "owner-left-out",
        "reviewer-left-out",
    }
    assert parse(toml_of(found.template), "mine.toml").tasks == found.template.tasks


def test_what_happened_is_left_out() -> None:
    text = toml_of(saved(a_launch(), "mine").template)
    for word in ("status", "evidence", "waiver", "Priya", "2026"):
        assert word not in text


def test_rows_of_the_raci_that_no_template_may_hold_are_left_out() -> None:
    draft = Draft(a_bare_launch(), iter("abcdefgh").__next__)
    draft.activity("Sound", letters={"PM": "AR"})
    draft.activity("Nobody accountable", letters={"PM": "R"})
    draft.activity("Unknown party", letters={"Nobody": "AR"})
    found = saved(draft.launch, "mine")
    assert [row.name for row in found.template.raci] == ["Sound"]
    assert [code for _, code in found.adapted] == ["raci-left-out"] * 2


@given(LINES, LINES, st.lists(LINES.filter(bool), max_size=3))
def test_any_text_survives_the_writing(title: str, notes: str, steps: list[str]) -> None:
    task = TemplateTask(
        id="a",
        title=" ".join(f"T {title}".split()),
        done_when=notes,
        lane="pm",
        area=title,
        owner_role="",
        reviewer="",
        acknowledged=True,
        notes=notes,
        prerequisites=(),
        steps=tuple(steps),
        tiers={1: TemplateDue(-3, True, True), 3: TemplateDue(5, False, False)},
    )
    template = Template("x", f"T{title}T", notes, (task,), (), (), {1: -3, 2: -3, 3: -1})
    read = parse(toml_of(template), "x.toml")
    assert (read.tasks[0].title, read.tasks[0].notes, read.tasks[0].tiers) == (task.title, task.notes, task.tiers)
    assert (read.title, read.tasks[0].steps) == (template.title, task.steps)


def test_the_launch_that_it_is_saved_from_stays_as_it_is() -> None:
    launch = a_launch()
    saved(launch, "mine")
    assert make(launch) == launch
