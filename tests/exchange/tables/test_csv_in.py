"""Tables as text: each oddity of real exports on a small one."""

from __future__ import annotations

import datetime as dt

import pytest

from launchready.exchange.checklist import ChecklistDue, Link
from tests.exchange.reading_tables import JIRA, one, tasks, understood, warned


def test_columns_in_any_order_give_a_task() -> None:
    task = one(
        "Notes,Owner,Gate,Lane,Phase,Task,Due date,Status,Done when,Link,Ref\n"
        "Ask legal,Ana,yes,PMM,Beta,Write the brief,2026-03-04,In progress,agreed,see https://x.org/a,A-1\n"
    )
    assert (task.title, task.owner, task.lane, task.lane_said, task.area) == (
        "Write the brief",
        "Ana",
        "pmm",
        True,
        "Beta",
    )
    assert (task.status, task.done, task.gating, task.done_when) == ("in-progress", False, True, "agreed")
    assert (task.due, task.notes, task.id) == (ChecklistDue(date=dt.date(2026, 3, 4)), "Ask legal", "A-1")
    assert (task.links, task.place) == ((Link("see", "https://x.org/a"),), "row 2")


def test_repeated_names_lose_nothing() -> None:
    found = understood(f"{JIRA},Labels,Labels,Comment,Comment\nFix,T-1,1,Bug,Open,red,blue,first,second\n")
    assert found.product == "jira"
    assert found.checklist.tasks[0].notes == "first\nComment: second\nLabels: red\nLabels: blue"
    assert [column.name for column in found.columns][-4:] == ["Labels", "Labels #2", "Comment", "Comment #2"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    task = one(f'Task{delimiter}Owner\n"Write; talk, and\tship | it"{delimiter}Ana\n')
    assert (task.title, task.owner) == ("Write; talk, and ship | it", "Ana")


def test_lists_inside_cells_are_not_taken_for_columns() -> None:
    found = tasks("ID,Task,Depends on\n1,A,\n2,B,\n3,C,1;2\n4,D,1;2;3\n5,E,1;2;3;4\n6,F,1;2;3;4;5\n")
    assert found[-1].prerequisites == ("1", "2", "3", "4", "5")


def test_parents_in_a_circle_are_read_and_soon() -> None:
    rows = "".join(f"{number},T{number},{(number + 1) % 20_000}\n" for number in range(20_000))
    assert len(tasks(f"Task ID,Name,Parent\n{rows}")) == 20_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_byte_order_marks(encoding: str) -> None:
    from launchready.exchange import readers

    found = readers.read_content("Task,Owner\nPrüfen,Zoë\n".encode(encoding), "plan.csv")
    assert (found.checklist.tasks[0].title, found.checklist.tasks[0].owner) == ("Prüfen", "Zoë")


def test_another_encoding_is_read_where_it_is_named() -> None:
    from launchready.exchange import readers
    from launchready.exchange.understood import Options

    found = readers.read_content("Task,Owner\nPrüfen,Zoë\n".encode("cp1252"), "plan.csv", Options(encoding="cp1252"))
    assert found.checklist.tasks[0].title == "Prüfen"


def test_cells_of_several_lines_keep_the_numbers_of_rows() -> None:
    first, second = tasks('Task,Notes\nOne,"a\nb\n\nc"\n\nTwo,\n')
    assert (first.notes, first.place, second.place) == ("a\nb\n\nc", "row 2", "row 4")


def test_a_title_of_several_lines_keeps_the_others_as_notes() -> None:
    task = one('Task,Owner\n"Write it\nand send it",Ana\n')
    assert (task.title, task.notes) == ("Write it", "and send it")


def test_a_very_long_title_is_cut_and_kept_whole_in_the_notes() -> None:
    said = "word " * 60
    task = one(f"Task,Owner\n{said},Ana\n")
    assert len(task.title) <= 201
    assert task.notes == said.strip()


def test_a_parent_that_is_named_twice_is_the_first() -> None:
    found = tasks("Name,Task ID,Section/Column,Parent task\nReview,1,A,\nReview,2,B,\nCheck,3,,Review\n")
    assert found[2].area == "Review"
    assert [task.id for task in found] == ["1", "2", "3"]


def test_a_preamble_may_stand_above_the_header() -> None:
    text = 'Project plan,,\n"Owner: Ana\nUpdated weekly",,\n,,\nTask,Owner,Status\nBrief,Ana,done\n'
    assert one(text).place == "row 5"


def test_a_header_may_stand_in_row_eight() -> None:
    assert one("Plan\n\nx\n\ny\n\nz\nTASK TITLE,TASK OWNER,PCT OF TASK COMPLETE\nBrief,Ana,1\n").done


def test_pct_of_one_and_of_a_half() -> None:
    found = tasks("WBS NUMBER,TASK TITLE,PCT OF TASK COMPLETE\n1,A,1\n2,B,.5\n3,C,0\n4,D,\n")
    assert [task.status for task in found] == ["done", "in-progress", "to-do", "to-do"]


def test_percentages_of_a_hundred() -> None:
    assert [task.status for task in tasks("Task,% complete\nA,100\nB,1\n")] == ["done", "in-progress"]


def test_true_and_false_as_text_and_a_tick_column_with_x() -> None:
    assert [task.done for task in tasks("Task,Done\nA,TRUE\nB,FALSE\nC,\n")] == [True, False, False]
    assert [task.done for task in tasks("Task,\u2713\nA,x\nB,\n")] == [True, False]


def test_outline_numbers_and_indentation_name_areas() -> None:
    text = "WBS,Task,Owner\n1,Before launch,\n1.1,Brief,Ana\n1.2,Draft,Bo\n2,After launch,\n2.1,Thank,Ana\n"
    assert [task.area for task in tasks(text)] == ["Before launch"] * 3 + ["After launch"] * 2
    indented = "Task,Owner\nBefore launch,\n  Brief,Ana\n    Detail,Bo\nAfter launch,\n  Thank,\n"
    found = understood(indented)
    assert [(task.title, task.area) for task in found.checklist.tasks][2] == ("Detail", "Before launch")
    assert any("rows that stand over others were read as tasks, too (3)" in warning for warning in warned(found))


def test_parents_can_be_areas_instead() -> None:
    text = "WBS,Task,Owner\n1,Before launch,\n1.1,Brief,Ana\n1.2,Draft,Bo\n"
    found = understood(text, parents="areas")
    assert [task.title for task in found.checklist.tasks] == ["Brief", "Draft"]
    assert [(row.place, row.why) for row in found.skipped] == [("row 2", "area")]


def test_a_row_with_one_cell_outside_the_title_opens_a_section() -> None:
    text = "Phase,Task,Owner\nPlanning,,\n,Brief,Ana\n,Draft,Bo\nLaunch,,\n,Ship,Ana\n"
    assert [task.area for task in tasks(text)] == ["Planning", "Planning", "Launch"]


def test_phase_rows_without_an_owner_head_the_rows_below() -> None:
    text = "Task,Owner,Status\nPhase 1: Plan,,\nBrief,Ana,done\nDraft,Bo,open\nPhase 2: Ship,,\nShip,Ana,open\n"
    assert [task.area for task in tasks(text)] == ["Phase 1: Plan"] * 3 + ["Phase 2: Ship"] * 2


def test_an_area_that_is_named_once_holds_for_the_rows_below() -> None:
    found = tasks("Phase,Task,Owner\nPlan,A,x\n,B,y\nShip,C,z\n,D,z\n")
    assert [task.area for task in found] == ["Plan", "Plan", "Ship", "Ship"]


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("2026-02-15", dt.date(2026, 2, 15)),
        ("2020-12-03T14:05:20.974+0100", dt.date(2020, 12, 3)),
        ("2020-12-03T14:05:20.974+01:00", dt.date(2020, 12, 3)),
        ("15/Feb/26 4:37 PM", dt.date(2026, 2, 15)),
        ("25/Oct/19", dt.date(2019, 10, 25)),
        ("16-09-2024 13:55", dt.date(2024, 9, 16)),
        ("Tue, 03 Jun 2025 10:00:00 +0000", dt.date(2025, 6, 3)),
        ("45306", dt.date(2024, 1, 15)),
        ("20240115", dt.date(2024, 1, 15)),
        ("1705276800000", dt.date(2024, 1, 15)),
        ("T-24", -24),
        ("T+1h", 0),
        ("1wk before", -7),
        ("[DATE]", None),
        ("TBD", None),
        ("YYYY-MM-DD", None),
        ("_________", None),
        ("", None),
    ],
)
def test_dates(said: str, due: dt.date | int | None) -> None:
    found = understood(f'Task,Due date\nBrief,"{said}"\n')
    expected = None if due is None else ChecklistDue(offset=due) if isinstance(due, int) else ChecklistDue(date=due)
    assert found.checklist.tasks[0].due == expected
    assert not found.warnings


def test_a_week_by_its_number_is_no_date_and_is_kept() -> None:
    found = understood("Task,Due date\nBrief,week 13\n")
    assert found.checklist.tasks[0].notes == "Due date: week 13"
    assert warned(found) == [
        "plan.csv, row 2, column Due date: “week 13” is no date that can be read, so it was kept in the notes."
    ]


def test_an_ambiguous_date_is_asked_about_and_never_guessed() -> None:
    text = "Task,Due date\nBrief,01/06/23\nDraft,25/06/23\n"
    found = understood(text)
    (date,) = found.dates
    assert found.checklist.tasks[0].due is None
    assert (date.day_first, date.month_first) == (dt.date(2023, 6, 1), dt.date(2023, 1, 6))
    assert (date.place, date.column, found.suggested) == ("row 2", "Due date", "day-first")
    assert "in two ways" in warned(found)[0]
    assert tasks(text, dates="day-first")[0].due == ChecklistDue(date=dt.date(2023, 6, 1))
    assert tasks(text, dates="month-first")[0].due == ChecklistDue(date=dt.date(2023, 1, 6))


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("Ana", "Ana"),
        ("@ana & @bo", "@ana"),
        ("- Ian", "Ian"),
        ("Deanna / Peta", "Deanna"),
        ("GM / Peta", "GM"),
        ("_team lead_", "team lead"),
        ("ana@example.com", "ana@example.com"),
        ("712020:b0892835-64bc-4809-afd1-cc09a3ffc2aa", ""),
        ("5fe07a7dd3649601392ba191", ""),
        ("TBD", ""),
    ],
)
def test_owners(said: str, owner: str) -> None:
    task = one(f'Task,Owner\nBrief,"{said}"\n')
    assert task.owner == owner
    if not owner and said != "TBD":
        assert said in task.notes


def test_prerequisites_by_number_by_link_and_by_title() -> None:
    found = tasks('ID,Task,Predecessors\n5,A,\n6,B,5\n7,C,5;6\n8,D,6fs\n9,E,"A; B"\n10,F,7ss\n')
    assert [task.prerequisites for task in found] == [(), ("5",), ("5", "6"), ("6",), ("5", "6"), ()]


def test_prerequisites_from_repeated_columns_of_links() -> None:
    text = (
        f"{JIRA},Inward issue link (Blocks),Inward issue link (Blocks)\n"
        "a,T-1,1,Bug,Open,,\nb,T-2,2,Bug,Open,T-1,T-3\nc,T-3,3,Bug,Open,,\n"
    )
    assert [task.prerequisites for task in tasks(text)] == [(), ("T-1", "T-3"), ()]


def test_a_circle_of_prerequisites_is_opened_and_told() -> None:
    found = understood("ID,Task,Depends on\n1,A,2\n2,B,1\n")
    assert sorted(task.prerequisites for task in found.checklist.tasks) == [(), ("2",)]
    assert "would wait for itself" in warned(found)[0]


def test_a_prerequisite_that_is_not_there_is_told() -> None:
    found = understood("ID,Task,Depends on\n1,A,Z-9\n")
    assert warned(found) == [
        "plan.csv, row 2, column Depends on: “Z-9” names no task of this file, so nothing waits for it."
    ]


def test_ids_that_stand_twice_are_numbered() -> None:
    found = understood("Task ID,Name,Section/Column\n7,A,\n7,B,\n")
    assert [task.id for task in found.checklist.tasks] == ["7", "7 (2)"]
    assert "some ids stand more than once" in warned(found)[0]


def test_a_row_without_a_title_is_skipped_and_told() -> None:
    found = understood("Task,Owner,Status\nBrief,Ana,done\n,Bo,open\n")
    assert [(row.place, row.why) for row in found.skipped] == [("row 3", "no-title")]


def test_cells_beyond_the_header_are_told() -> None:
    assert "row 2: 3 cells stand under 2 columns" in warned(understood("Task,Owner\nBrief,Ana,lost\n"))[0]


def test_a_line_that_names_the_separator_is_no_row() -> None:
    assert one("sep=;\nTask;Owner\nBrief;Ana\n").place == "row 3"


def test_a_second_download_of_the_same_file_has_the_same_origin() -> None:
    text = "Task,Owner\nBrief,Ana\n"
    assert understood(text, "in/plan (1).csv").checklist.origin == understood(text, "plan.csv").checklist.origin
