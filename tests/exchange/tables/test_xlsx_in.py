"""Workbooks: where the table stands, what its cells hold, and which of several sheets is meant."""

from __future__ import annotations

import datetime as dt

import pytest

from launchready.exchange import readers
from launchready.exchange.checklist import ChecklistDue, ImportRefused
from launchready.exchange.understood import Options
from tests.exchange.reading_tables import HEADER, book, cells, package, text, warned

PLAN = [["Task", "Owner", "Due date"], ["Brief", "Ana", dt.date(2026, 3, 1)], ["Draft", "Bo", ""]]


def test_the_header_is_found_wherever_it_stands() -> None:
    gantt = [["Acme launch", *[""] * 5], ["", "Owner: Ana\nsince May"], [], *([""] for _ in range(4))]
    rows = [
        *gantt,
        ["", "TASK TITLE", "TASK OWNER", "DUE DATE", *range(1, 60)],
        ["", "Brief", "Ana", dt.date(2026, 3, 1)],
    ]
    (task,) = readers.read_content(book(("Plan", rows)), "plan.xlsx").checklist.tasks
    assert (task.title, task.owner, task.place) == ("Brief", "Ana", "row 9")
    assert task.due == ChecklistDue(date=dt.date(2026, 3, 1))


def test_of_several_sheets_the_plan_is_read_and_the_others_are_told() -> None:
    data = book(("Readme", [["How to use this"], ["Ask Ana"]]), ("Plan", PLAN), ("Lists", [["Status"], ["Done"]]))
    found = readers.read_content(data, "plan.xlsx")
    assert (found.sheets, found.sheets_read) == (("Readme", "Plan", "Lists"), ("Plan",))
    assert [task.title for task in found.checklist.tasks] == ["Brief", "Draft"]


def test_sheets_with_the_same_header_are_one_plan() -> None:
    found = readers.read_content(book(("May", PLAN), ("June", PLAN)), "plan.xlsx")
    assert [(task.area, task.place) for task in found.checklist.tasks][1:3] == [
        ("May", "May, row 3"),
        ("June", "June, row 2"),
    ]
    assert [task.id for task in found.checklist.tasks] == ["Brief", "Draft", "Brief (2)", "Draft (2)"]
    only = readers.read_content(book(("May", PLAN), ("June", PLAN)), "plan.xlsx", Options(sheet="june"))
    assert only.sheets_read == ("June",)


def test_a_sheet_of_the_plan_may_have_a_column_more() -> None:
    more = [[*PLAN[0], "Remarks"], *PLAN[1:]]
    sheets = ("May", PLAN), ("June", more), ("Totals", [["Phase", "Tasks"], ["May", 2]])
    found = readers.read_content(book(*sheets), "plan.xlsx")
    assert found.sheets_read == ("May", "June")
    assert len(found.checklist.tasks) == 2 * len(readers.read_content(book(sheets[0]), "plan.xlsx").checklist.tasks)


def test_hidden_sheets_are_told_and_read_by_name_or_where_there_are_no_others() -> None:
    more = [*PLAN, ["Ship", "Ana", ""], ["Thank", "Ana", ""]]
    data = book(("Plan", PLAN), ("Old", more), hidden=("Old",))
    found = readers.read_content(data, "plan.xlsx")
    assert len(found.checklist.tasks) == 2
    assert warned(found) == ["plan.xlsx: hidden sheets were left out: Old."]
    assert len(readers.read_content(data, "plan.xlsx", Options(sheet="Old")).checklist.tasks) == 4
    alone = book(("Readme", [["Ask Ana"]]), ("Plan", PLAN), hidden=("Plan",))
    found = readers.read_content(alone, "plan.xlsx")
    assert (len(found.checklist.tasks), warned(found)) == (
        2,
        ["plan.xlsx: the tasks stand in a hidden sheet, which was read: Plan."],
    )
    with pytest.raises(ImportRefused):
        readers.read_content(alone, "plan.xlsx", Options(skip_hidden=True))


def test_hidden_rows_are_read_and_told_and_can_be_left_out() -> None:
    row = '<row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>Draft</t></is></c></row>'
    data = package(HEADER + cells(2, text("Brief")) + row)
    found = readers.read_content(data, "plan.xlsx")
    assert [task.title for task in found.checklist.tasks] == ["Brief", "Draft"]
    assert warned(found) == ["plan.xlsx, row 3: 1 hidden row was read, too; the first stands here."]
    left = readers.read_content(data, "plan.xlsx", Options(skip_hidden=True))
    assert [task.title for task in left.checklist.tasks] == ["Brief"]
    assert [(row.place, row.why, row.said) for row in left.skipped] == [("row 3", "hidden", "Draft")]


def test_merged_cells_hold_for_their_rows() -> None:
    rows = [["Phase", "Task", "Owner"], ["Plan", "Brief", "Ana"], ["", "Draft", "Bo"], ["", "Ship", "Cy"]]
    found = readers.read_content(book(("Plan", rows), merge=["A2:A3"]), "plan.xlsx")
    assert [task.area for task in found.checklist.tasks][:2] == ["Plan", "Plan"]


def test_a_thousand_mostly_empty_rows() -> None:
    rows = [["Task", "Owner", "No"], ["Brief", "Ana", 1], *([["", "", number] for number in range(2, 1000)])]
    found = readers.read_content(book(("Plan", rows)), "plan.xlsx")
    assert (len(found.checklist.tasks), len(found.skipped)) == (1, 998)


def test_numbers_booleans_and_percentages() -> None:
    rows = [["ID", "Task", "% complete"], [1, "A", 1], [2.0, "B", 0.5], [3, "C", 0]]
    found = readers.read_content(book(("Plan", rows)), "plan.xlsx")
    assert [(task.id, task.status) for task in found.checklist.tasks] == [
        ("1", "done"),
        ("2", "in-progress"),
        ("3", "to-do"),
    ]
    ticks = [["Task", "Done"], ["A", True], ["B", False]]
    assert [task.done for task in readers.read_content(book(("Plan", ticks)), "x.xlsx").checklist.tasks] == [
        True,
        False,
    ]


def test_a_serial_that_was_not_formatted_as_a_date() -> None:
    rows = [["Task", "Due date"], ["A", 45306]]
    (task,) = readers.read_content(book(("Plan", rows)), "plan.xlsx").checklist.tasks
    assert task.due == ChecklistDue(date=dt.date(2024, 1, 15))


def test_indentation_by_leading_spaces() -> None:
    rows = [["Task", "Owner"], ["Network", ""], ["   Design", "Ana"], ["   Build", "Bo"], ["On call", "Cy"]]
    found = readers.read_content(book(("Plan", rows)), "plan.xlsx")
    assert [task.area for task in found.checklist.tasks] == ["Network", "Network", "Network", ""]


def test_a_formula_is_read_by_its_cached_value() -> None:
    row = cells(2, text("Brief"), ' t="str"><f>UPPER("ana")</f><v>ANA</v>', "><v>46082</v>")
    (task,) = readers.read_content(package(HEADER + row), "plan.xlsx").checklist.tasks
    assert (task.owner, task.due) == ("ANA", ChecklistDue(date=dt.date(2026, 3, 1)))


def test_a_fault_in_a_column_that_is_not_used_does_no_harm() -> None:
    header = cells(1, text("Task"), text("Jan"), text("Owner"))
    rows = cells(2, text("Brief"), ' t="e"><v>#REF!</v>', text("Ana")) + cells(
        3, text("Draft"), "><f>1+1</f>", text("Bo")
    )
    assert len(readers.read_content(package(header + rows), "plan.xlsx").checklist.tasks) == 2


def test_a_stray_format_in_the_last_row_does_no_harm() -> None:
    row = cells(2, text("Brief"), text("Ana"), ">") + '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    data = package(HEADER + row, dimension="A1:XFD1048576")
    assert len(readers.read_content(data, "plan.xlsx").checklist.tasks) == 1


def test_a_workbook_under_another_name_is_read_as_what_it_is() -> None:
    assert readers.read_content(book(("Plan", PLAN)), "plan.csv").format == "xlsx"
