"""An imported checklist as a template."""

from __future__ import annotations

import datetime as dt

from launchready.exchange.checklist_template import template_of
from launchready.templates import parse, toml_of
from launchready.templates.model import Due
from tests.exchange.reading_tables import understood

PLAN = (
    "ID,Task,Owner,Due,Gate,Depends on,Lane,Done when,Steps\n"
    "A,Brief,Ana,2026-11-01,,,PM,agreed,One|Two\n"
    "B,Draft,Bo,2026-11-15,yes,A,PMM,,\nC,Thank,,,,,Joint,,\nD,Post,,T+3,,,PMM,,\n"
)


def test_dates_become_days_from_the_last_due_date_or_the_one_that_is_given() -> None:
    template = template_of(understood(PLAN).checklist, "plan")
    assert [task.tiers[1].days for task in template.tasks] == [-14, -3, -14, 3]
    later = template_of(understood(PLAN).checklist, "plan", launch_date=dt.date(2026, 12, 1))
    assert [task.tiers[1] for task in later.tasks][:2] == [Due(-30, False, False), Due(-16, True, False)]


def test_it_reads_back_as_it_was_written() -> None:
    template = template_of(understood(PLAN).checklist, "plan", title="Our plan")
    assert parse(toml_of(template), "plan.toml") == template
    assert (template.title, template.tasks[1].prerequisites) == ("Our plan", ("A",))
    assert (template.tasks[0].steps, template.tasks[0].owner_role) == (("One", "Two"), "")
