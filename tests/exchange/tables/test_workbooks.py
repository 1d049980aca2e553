"""Workbooks as people have them: what stands beside, below and behind a plan."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
from xlsxwriter import Workbook

from launchready.exchange import readers
from launchready.exchange.checklist import ChecklistDue
from launchready.exchange.understood import Understood
from tests.exchange.reading_tables import PACKAGE, RELATIONS, book, cells, package, text

PLAN = [["Task", "Owner", "Status", "Due"], ["Brief", "Ana", "Done", "2026-03-01"], ["Draft", "Bo", "Open", ""]]
DAY = dt.date(2026, 3, 1)


def read(*rows: list[Any], **more: Any) -> Understood:
    return readers.read_content(book(("Plan", rows), **more), "plan.xlsx")


def titles(found: Understood) -> list[str]:
    return [task.title for task in found.checklist.tasks]


def done(found: Understood) -> list[bool]:
    return [task.done for task in found.checklist.tasks]


def whys(found: Understood) -> list[str]:
    return [row.why for row in found.skipped]


@pytest.mark.parametrize(
    "below",
    [
        [["Team member", "Role", "Email"], ["Ana", "PM", "a@x.io"]],
        [["Status", "Count"], ["Done", 1]],
        [["Task", "Risk", "Impact"], ["Late supplier", "High", "High"]],
    ],
)
def test_a_table_with_other_columns_below_a_gap_is_left(below: list[list[Any]]) -> None:
    found = read(*PLAN, [], *below)
    assert (titles(found), whys(found)) == (["Brief", "Draft"], ["other-table", "other-table"])


def test_a_named_table_below_is_left_with_its_name_until_the_plan_goes_on() -> None:
    found = read(*PLAN, [], ["Risks"], ["Task", "Role", "Email"], ["Rain", "PM", "a"], [], PLAN[0], ["Ship", "Bo"])
    assert titles(found) == ["Brief", "Draft", "Ship"]
    assert whys(found)[:3] == ["other-table"] * 3


def test_tasks_below_a_gap_are_tasks_whatever_their_words() -> None:
    more = [[], ["Content", "Team", "Open"], [], ["Review", "Lead", "Done"], [], ["Test", "QA", "Open"]]
    assert titles(read(*PLAN, *more)) == ["Brief", "Draft", "Content", "Review", "Test"]


@pytest.mark.parametrize(
    "last",
    ["Insert new rows ABOVE this one", "To add more data, insert new rows ABOVE this one", "This is an empty row"],
)
def test_what_ends_a_template_is_no_task(last: str) -> None:
    found = read(*PLAN, [last])
    assert (titles(found), whys(found)) == (["Brief", "Draft"], ["aside"])


def test_what_stands_below_a_form_is_no_task() -> None:
    found = read(*PLAN, [], ["Approved by:"], ["Signature: ____", "", "Date: ____"], ["Note: keep it for a year."])
    assert (titles(found), whys(found)) == (["Brief", "Draft"], ["aside"] * 3)
    assert titles(read(*PLAN, ["Approved by:"]))[-1] == "Approved by:"


def test_sums_of_sections_are_no_tasks() -> None:
    found = read(
        ["Task", "Owner", "Hours"], ["Brief", "Ana", 3], ["Subtotal Planning", "", 3], ["Planning total", "", 3]
    )
    assert (titles(found), whys(found)) == (["Brief"], ["total", "total"])
    assert titles(read(["Task", "Owner"], ["Check the total", ""])) == ["Check the total"]


def test_tables_side_by_side_are_read_with_their_names_as_areas() -> None:
    header = ["Task", "Owner", "Done"]
    rows = ["Copy", "Ana", "x", "", "Links", "Bo", "x"], ["Icons", "Ana", "", "", "", "", ""]
    found = read(["Before", "", "", "", "After"], [*header, "", *header], *rows)
    told = [(task.title, task.area, task.owner, task.done) for task in found.checklist.tasks]
    assert told == [
        ("Copy", "Before", "Ana", True),
        ("Icons", "Before", "Ana", False),
        ("Links", "After", "Bo", True),
    ]
    assert found.sheets_read == ("Plan",)


def test_a_summary_beside_the_plan_does_not_hold_its_titles() -> None:
    rows = [["Brief", "Ana", "Done", "", "Done", 1], ["Draft", "Bo", "Open", "", "Open", 1]]
    found = read(["Task", "Owner", "Status", "", "Summary", "Count"], *rows)
    assert (titles(found), done(found)) == (["Brief", "Draft"], [True, False])


@pytest.mark.parametrize(("font", "letters"), [("Wingdings", "\xfc\xfeo\xfb"), ("Wingdings 2", "PR\xa3O")])
def test_letters_that_a_font_shows_as_ticks(font: str, letters: str) -> None:
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        symbols = workbook.add_format({"font_name": font})
        sheet.write_row(0, 0, ["Item", "Done"])
        for row, letter in enumerate(letters, 1):
            sheet.write(row, 0, f"Item {row}")
            sheet.write(row, 1, letter, symbols)
    assert done(readers.read_content(out.getvalue(), "plan.xlsx")) == [True, True, False, False]


def test_titles_that_stand_indented_stand_under_those_that_do_not() -> None:
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        indented = workbook.add_format({"indent": 1})
        sheet.write_row(0, 0, ["Task", "Owner"])
        for row, (title, look) in enumerate(
            [("Plan", None), ("Brief", indented), ("Build", None), ("Code", indented)], 1
        ):
            sheet.write(row, 0, title, look)
            sheet.write(row, 1, "Ana")
    tasks = readers.read_content(out.getvalue(), "plan.xlsx").checklist.tasks
    assert [task.area for task in tasks] == ["Plan", "Plan", "Build", "Build"]


def test_what_cells_link_to_is_evidence() -> None:
    header = cells(1, text("Task"), text("Owner"), text("Link"))
    formula = '><f>HYPERLINK("https://example.com/b","The draft")</f>'
    rows = cells(2, text("Brief"), text("Ana"), text("Spec")) + cells(3, text("Draft"), text("Bo"), formula)
    relations = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{RELATIONS}/hyperlink" '
        'Target="https://example.com/a?b=1&amp;c=2" TargetMode="External"/></Relationships>'
    )
    data = package(header + rows, extra={"xl/worksheets/_rels/sheet1.xml.rels": relations})
    link = f'</sheetData><hyperlinks xmlns:r="{RELATIONS}"><hyperlink ref="C2" r:id="r1"/></hyperlinks>'
    found = readers.read_content(_changed(data, "</sheetData>", link), "plan.xlsx")
    assert [[tuple(link[:2]) for link in task.links] for task in found.checklist.tasks] == [
        [("Spec", "https://example.com/a?b=1&c=2")],
        [("The draft", "https://example.com/b")],
    ]


@pytest.mark.parametrize(
    ("part", "name"), [("xl/workbook.xml", "xl/workbook22.xml"), ("xl/workbook.xml", "xl\\workbook.xml")]
)
def test_parts_may_be_numbered_and_their_folders_parted_otherwise(part: str, name: str) -> None:
    data = _changed(package(cells(1, text("Task")) + cells(2, text("Brief"))), part, name, names=True)
    assert titles(readers.read_content(data, "plan.xlsx")) == ["Brief"]


def test_checkboxes_without_a_heading() -> None:
    assert done(read(["", "Task", "Who"], [True, "Brief", "Ana"], [False, "Draft", "Bo"])) == [True, False]


def test_boxes_before_titles() -> None:
    rows = ["\u2611 Brief", "Ana"], ["\u2610 Draft", "Bo"], ["\u2611 Price", "Bo"]
    found = read(["Launch checklist", "Owner"], *rows)
    assert (titles(found), done(found)) == (["Brief", "Draft", "Price"], [True, False, True])


def test_a_resolution_in_words_of_its_own_is_a_note() -> None:
    rows = ["Login fails", "Closed", "Fixed the token"], ["Typos", "Open", "Being corrected"]
    found = read(["Issue description", "Status", "Resolution"], *rows)
    assert done(found) == [True, False]
    assert [task.notes for task in found.checklist.tasks] == ["Fixed the token", "Being corrected"]


def test_a_sheet_for_each_status() -> None:
    header = ["Task", "Owner", "Due"]
    sheets = ("To do", [header, ["Brief", "Ana", DAY]]), ("Done", [header, ["Draft", "Bo", DAY]])
    tasks = readers.read_content(book(*sheets), "board.xlsx").checklist.tasks
    assert [(task.title, task.done, task.area) for task in tasks] == [("Brief", False, ""), ("Draft", True, "")]


def test_a_status_of_numbers_is_a_share() -> None:
    assert done(read(["Task", "Status"], ["Brief", 1], ["Draft", 0.5], ["Ship", 0])) == [True, False, False]


def test_done_by_the_day_it_was_finished() -> None:
    rows = ["Brief", "Ana", DAY, DAY], ["Draft", "Bo", DAY, ""]
    assert done(read(["Task", "Owner", "Planned finish", "Actual finish"], *rows)) == [True, False]


def test_a_check_beside_whether_it_is_ready() -> None:
    found = read(["Area", "Check", "Ready?"], ["Ops", "Backups run", "Yes"], ["Ops", "Alerts are on", "No"])
    assert (titles(found), done(found)) == (["Backups run", "Alerts are on"], [True, False])


def test_projects_with_owners_and_days_are_tasks_where_nothing_else_is() -> None:
    header = ["Project", "Category", "Assigned to", "Estimated finish", "Actual finish"]
    found = read(header, ["Website", "Web", "Ana", DAY, DAY], ["Shop", "Web", "Bo", DAY, ""])
    assert (titles(found), done(found)) == (["Website", "Shop"], [True, False])


def test_levels_in_columns_of_their_own() -> None:
    tree = read(["Level 1", "Level 2", "Owner"], ["Plan"], ["", "Brief", "Ana"], ["", "Draft", "Bo"])
    assert [(task.title, task.area) for task in tree.checklist.tasks] == [
        ("Plan", "Plan"),
        ("Brief", "Plan"),
        ("Draft", "Plan"),
    ]
    filled = read(["Level 1", "Level 2", "Owner"], ["Plan", "Brief", "Ana"], ["Build", "Page", "Bo"])
    assert [(task.title, task.area) for task in filled.checklist.tasks] == [("Brief", "Plan"), ("Page", "Build")]


@pytest.mark.parametrize(
    "rows",
    [
        (["Actividad", "Responsable", "Fecha de término", "Estado"], ["Textos", "Ana", DAY, "Realizado"]),
        (["Arbeitspaket", "Verantwortlich", "Ende", "Fortschritt in %"], ["Texte", "Ana", DAY, 100]),
        (["작업명", "담당자", "종료일", "상태"], ["문안", "안", DAY, "완료"]),
        (["Görev", "Sorumlu", "Bitiş", "Durum"], ["Metin", "Ana", DAY, "Tamamlandı"]),
        (["Завдання", "Відповідальний", "Термін", "Статус"], ["Тексти", "Анна", DAY, "Виконано"]),
        (["المهمة", "المسؤول", "تاريخ الاستحقاق", "الحالة"], ["إعداد النص", "آنا", DAY, "مكتمل"]),
    ],
)
def test_plans_in_more_languages(rows: tuple[list[Any], list[Any]]) -> None:
    (task,) = read(*rows).checklist.tasks
    assert (task.title, task.owner, task.done) == (*rows[1][:2], True)
    assert task.due == ChecklistDue(date=DAY)


def test_a_task_may_be_called_as_its_column_is() -> None:
    header = ["Key", "Title", "Lane", "Area", "Owner", "Due", "Status"]
    assert titles(read(header, ["PM-1", "Title", "PM", "", "", "", "Open"])) == ["Title"]


def test_names_of_one_field_joined_by_a_slash() -> None:
    assert titles(read(["Task / Deliverable", "PM", "PMM"], ["Brief", "A", "R"])) == ["Brief"]


def _changed(data: bytes, old: str, new: str, *, names: bool = False) -> bytes:
    """A workbook with other words in its sheets, or with `names`, with another name for a part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            info = zipfile.ZipInfo(new if names and name == old else name)
            if "\\" in new and names:
                info.filename = new if name == old else name
            content = given.read(name)
            sheet = not names and name.startswith("xl/worksheets/sheet")
            made.writestr(info, content.replace(old.encode(), new.encode()) if sheet else content)
    return out.getvalue()
