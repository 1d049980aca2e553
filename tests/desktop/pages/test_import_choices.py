"""What is understood of a file, put right by a person's choices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from launchready.desktop.window import Window
from tests.desktop.pages.importing import choose, settled, shown


def test_the_lane_of_an_area_is_chosen(window: Window, markdown: str, qtbot: Any) -> None:
    page = shown(window, markdown, qtbot)
    choose(page, "Lane of “Press”", "pm", qtbot)
    assert {page.model.data(page.model.index(row, 1)) for row in range(2)} == {"PM"}


def test_a_word_nobody_knows_has_to_be_explained(window: Window, plan: str, qtbot: Any) -> None:
    page = shown(window, plan, qtbot)
    entries = len(window.bridge.session.entries)
    page.take()
    assert "FLUBBED" in page.refusal.text()
    assert len(window.bridge.session.entries) == entries
    choose(page, "Status for “FLUBBED”", "in-progress", qtbot)
    assert page.model.data(page.model.index(1, 5)) == "In progress"
    page.take()
    assert len(window.bridge.session.entries) == entries + 1


def test_the_order_of_dates_is_asked_for(window: Window, plan: str, qtbot: Any) -> None:
    page = shown(window, plan, qtbot)
    assert page.model.data(page.model.index(1, 4)) == ""
    choose(page, "Order of dates", "day-first", qtbot)
    assert page.model.data(page.model.index(1, 4)) == "1 Jun 2031"


def test_a_column_is_read_as_another_field(window: Window, plan: str, qtbot: Any) -> None:
    page = shown(window, plan, qtbot)
    choose(page, "Field for column “Odd”", "area", qtbot)
    assert page.model.data(page.model.index(0, 2)) in ("x", "Messaging")
    choose(page, "Field for column “Phase”", "ignore", qtbot)
    assert page.model.data(page.model.index(0, 2)) == "x"


def test_a_refused_file_says_why_and_asks(window: Window, tmp_path: Path, qtbot: Any) -> None:
    (tmp_path / "old.csv").write_bytes("Task,Owner\nCafé besuchen,Zoë\n".encode("cp1252"))
    page = shown(window, str(tmp_path / "old.csv"), qtbot)
    assert "not UTF-8" in page.refusal.text()
    assert page.asking.form is not None
    page.asking.form.send()
    settled(page, qtbot)
    assert page.model.data(page.model.index(0, 0)) == "Café besuchen"
    assert page.refusal.text() == ""


def test_a_question_is_answered_where_it_is_asked(window: Window, plan: str, qtbot: Any) -> None:
    page = shown(window, plan, qtbot)
    texts = [each.text() for each in page.choices.findChildren(QLabel)]
    assert "Row 3, column Status: “FLUBBED” is no status known here. Choose what it means." in texts
    page.take()
    asked = page.choices.focusWidget()
    assert asked is not None
    assert asked.accessibleName() == "Status for “FLUBBED”"
    QTest.keyClick(asked, Qt.Key.Key_Down)
    asked.activated.emit(asked.currentIndex())  # type: ignore[attr-defined]
    settled(page, qtbot)
    assert page.found is not None
    assert not page.found.questions
    again = window.focusWidget()
    assert again is not None
    assert again.accessibleName() == "Status for “FLUBBED”"


def test_a_word_for_a_lane_is_explained_and_can_be_explained_otherwise(
    window: Window, tmp_path: Path, qtbot: Any
) -> None:
    (tmp_path / "lanes.csv").write_text("Task,Lane\nBrief,Sales\nCall,Sales\n")
    page = shown(window, str(tmp_path / "lanes.csv"), qtbot)
    choose(page, "Lane for “Sales”", "pmm", qtbot)
    assert {page.model.data(page.model.index(row, 1)) for row in range(2)} == {"PMM"}
    choose(page, "Lane for “Sales”", "pm", qtbot)
    assert {page.model.data(page.model.index(row, 1)) for row in range(2)} == {"PM"}


def test_boxes_in_a_code_fence_are_read_where_somebody_says_so(window: Window, tmp_path: Path, qtbot: Any) -> None:
    (tmp_path / "plan.md").write_text("# Plan\n- [ ] One\n\n```\n- [ ] Two\n```\n")
    page = shown(window, str(tmp_path / "plan.md"), qtbot)
    assert "--" not in page.remarks.text()
    choose(page, "Boxes in a code fence", "yes", qtbot)
    assert page.model.rowCount() == 2


def test_of_many_columns_the_unread_ones_are_shown_when_asked_for(window: Window, tmp_path: Path, qtbot: Any) -> None:
    names = [f"Odd {number}" for number in range(60)]
    (tmp_path / "wide.csv").write_text(f"Task,{','.join(names)}\nOne,{','.join('v' * 60)}\n")
    page = shown(window, str(tmp_path / "wide.csv"), qtbot)
    more = next(each for each in page.choices.findChildren(QPushButton) if each.text() == "Show 37 more")
    more.click()
    shown_now = {each.accessibleName() for each in page.choices.findChildren(QComboBox) if each.isVisible()}
    assert "Field for column “Odd 59”" in shown_now


def test_a_cell_with_an_error_is_read_around(window: Window, tmp_path: Path, qtbot: Any) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "plan.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Task", "Owner", "Due"])
        sheet.write_row(1, 0, ["Brief", "Ana"])
        sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
    page = shown(window, str(tmp_path / "plan.xlsx"), qtbot)
    assert page.refusal.text().startswith("plan.xlsx, row 2, column Due: cell C2 holds the error #DIV/0!")
    assert page.asking.form is not None
    page.asking.form.send()
    settled(page, qtbot)
    assert page.model.rowCount() == 1


def test_boxes_in_tables_are_read_where_somebody_says_so(window: Window, tmp_path: Path, qtbot: Any) -> None:
    table = "| Owner | Task | Done |\n|--|--|--|\n| Ana | Two | [x] |\n"
    (tmp_path / "plan.md").write_text(f"# Plan\n- [ ] One\n\n{table}")
    page = shown(window, str(tmp_path / "plan.md"), qtbot)
    assert "1 table row holds a box in another column" in page.remarks.text()
    choose(page, "Boxes in tables", "yes", qtbot)
    assert page.model.rowCount() == 2
