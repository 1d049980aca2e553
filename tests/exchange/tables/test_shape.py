"""Tables without known headings: read where a column of texts beside statuses, ticks or dates makes them plain."""

from __future__ import annotations

import datetime as dt

import pytest

from launchready.exchange.checklist import ChecklistDue
from launchready.exchange.understood import mapping
from tests.exchange.reading_tables import refused, tasks, understood, warned

BARE = "Write the brief,Ana,Done,2026-03-01\nDraft the page,Bo,Open,2026-03-04\nShip it,Cy,In progress,2026-04-01\n"


def test_a_file_without_a_header_is_offered_with_columns_by_letter() -> None:
    found = understood(BARE)
    first, *_ = found.checklist.tasks
    assert (first.title, first.done, first.place) == ("Write the brief", True, "row 1")
    assert first.due == ChecklistDue(date=dt.date(2026, 3, 1))
    assert [(column.name, column.field) for column in found.columns] == [
        ("A", "title"),
        ("B", None),
        ("C", "status"),
        ("D", "due"),
    ]
    assert warned(found) == [
        "plan.csv: no column is named as a task's title is, so columns were read by what they hold: A=title, C=status, "
        "D=due."
    ]


def test_its_columns_can_be_mapped_by_letter() -> None:
    found = tasks(BARE, columns=mapping(["B=owner", "D=ignore"], "plan.csv"))
    assert [(task.owner, task.due) for task in found] == [("Ana", None), ("Bo", None), ("Cy", None)]
    plain = "Brief,Ana\nDraft,Bo\n"
    assert refused(plain)[0] == "import-no-title-column"
    assert [task.title for task in tasks(plain, columns=mapping(["A=title"], "plan.csv"))] == ["Brief", "Draft"]


@pytest.mark.parametrize(
    "text",
    [
        "Was bleibt;Wer macht es;Ok?\nSeite bauen;Ana;ja\nTexte schreiben;Bo;nein\nLos;Cy;\n",
        "Launch thing;Person in charge here;Done\nBuild;Ana;yes\nWrite it;Bo;no\nGo;Cy;no\n",
    ],
)
def test_unknown_headings_over_a_plain_table(text: str) -> None:
    found = tasks(text)
    assert [task.place for task in found] == ["row 2", "row 3", "row 4"]
    assert [task.done for task in found] == [True, False, False]


def test_boxes_tell_it_too() -> None:
    found = tasks("[x],Write the brief\n[ ],Draft it\n\u2610,Ship it\n")
    assert [(task.title, task.done) for task in found] == [
        ("Write the brief", True),
        ("Draft it", False),
        ("Ship it", False),
    ]


@pytest.mark.parametrize(
    "text",
    ["Colour,Size\nred,4\nblue,5\n", "Ana,x@y.org\nBo,z@y.org\n", "Done\nOpen\nDone\n", "1,2026-01-01\n2,2026-01-02\n"],
)
def test_what_is_not_plain_is_refused(text: str) -> None:
    assert refused(text)[0] == "import-no-title-column"


def test_lines_of_prose_are_one_column_whatever_commas_they_hold() -> None:
    prose = "Check the DNS\nCache pages, CSS, JS\nMinify the scripts\n"
    assert "Check the DNS" in refused(prose)[1]
    assert [task.title for task in tasks(prose, columns=mapping(["A=title"], "plan.csv"))] == prose.split("\n")[:3]


def test_a_kind_that_stands_in_each_row_names_no_column() -> None:
    row = "<https://x.org/{0}>,2026-03-0{0} 20:08:19 +0000 UTC,acme/app#{0},Issue,Ship part {0} of it,Open\n"
    found = understood("".join(row.format(number) for number in (1, 2, 3)))
    assert [task.title for task in found.checklist.tasks] == [f"Ship part {number} of it" for number in (1, 2, 3)]


def test_a_task_called_as_its_column_takes_the_header_nothing() -> None:
    found = tasks("Task,Owner,Due date\nTask,Ana,2026-12-01\nShip it,Bo,2026-12-02\n")
    assert [(task.title, task.owner) for task in found] == [("Task", "Ana"), ("Ship it", "Bo")]


def test_a_first_row_that_sounds_like_a_heading_is_no_second_row_of_the_header() -> None:
    found = tasks("Launch action,Owner,Due date\nDeliverables,,\nShip it,Ana,2026-12-01\n")
    assert [task.title for task in found] == ["Deliverables", "Ship it"]


def test_a_task_that_sounds_like_a_heading_is_not_the_header_of_those_below() -> None:
    assert refused("Launch action,Effort,Priority\nWrite it,4,High\nTest,,High\nShip it,2,Low\n")[0] == (
        "import-no-title-column"
    )


@pytest.mark.parametrize("pair", ["Yes,No", "Pass,Fail"])
def test_answers_that_are_counted_tick_nothing(pair: str) -> None:
    found = tasks(f"Question,{pair}\nDo you like it?,12,3\nWould you buy it?,5,6\n")
    assert [task.status for task in found] == [None, None]
