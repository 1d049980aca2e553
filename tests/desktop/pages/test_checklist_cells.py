"""Cells of the checklist, edited where they stand by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from launchready.desktop.models.columns import AREA, DUE, GATING, LANE, OWNER, TITLE
from launchready.desktop.pages.checklist import ChecklistPage
from launchready.desktop.widgets.cell_editors import Below
from launchready.desktop.window import Window
from launchready.launch.changes import TaskRemoved
from launchready.launch.drafting import Draft
from launchready.launch.model import Task

Typed = Callable[[int, str], QLineEdit]


@pytest.fixture
def page(window: Window) -> ChecklistPage:
    """With two open PMM tasks in one area, the first of them current."""
    found = window.open_page("checklist")
    assert isinstance(found, ChecklistPage)

    def build(draft: Draft) -> None:
        first = draft.task("First extra", "pmm", area="Press", owner=draft.person("Dana Ruiz"))
        draft.task("Second extra", "pmm", area="Press", prerequisites=(first.id,))

    window.bridge.make(build)
    found.table.choose_task(held(found, "First extra").id)
    return found


def held(page: ChecklistPage, title: str) -> Task:
    return next(task for task in page.bridge.launch.tasks.values() if task.title == title)


def editor(page: ChecklistPage) -> Any:
    made = [each for kind in (QLineEdit, QComboBox) for each in page.table.viewport().findChildren(kind)]
    return next((each for each in made if not each.isHidden() and isinstance(each, QWidget)), None)


def below(page: ChecklistPage) -> str:
    shown = [each for each in page.table.viewport().findChildren(Below) if not each.isHidden()]
    return shown[0].accessibleName() if shown else ""


@pytest.fixture
def typed(page: ChecklistPage) -> Typed:
    """Opens a cell of the current row by F2 and types a text there."""

    def act(column: int, text: str) -> QLineEdit:
        page.table.edit_cell(column)
        found = editor(page)
        assert isinstance(found, QLineEdit)
        found.selectAll()
        QTest.keyClicks(found, text)
        return found

    return act


def test_arrows_go_from_cell_to_cell_and_enter_edits_the_one_they_are_on(page: ChecklistPage) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    assert page.table.currentIndex().column() == OWNER
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert editor(page).text() == "Dana Ruiz"
    assert editor(page).accessibleName() == f"Owner: {held(page, 'First extra').key}"
    QTest.keyClick(editor(page), Qt.Key.Key_Escape)
    assert editor(page) is None


def test_a_new_person_is_said_and_added_in_one_named_step(page: ChecklistPage, window: Window, typed: Typed) -> None:
    before = len(page.bridge.session.entries)
    field = typed(OWNER, "Zoe Q")
    assert below(page) == "New person: Zoe Q"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.bridge.launch.people[held(page, "First extra").owner].name == "Zoe Q"
    assert len(page.bridge.session.entries) == before + 1
    assert "First extra" in page.bridge.next_undo()
    window.undo()
    assert page.bridge.launch.people[held(page, "First extra").owner].name == "Dana Ruiz"
    assert "Zoe Q" not in {person.name for person in page.bridge.launch.people.values()}


def test_a_due_is_read_while_it_is_typed_and_refused_under_the_cell(page: ChecklistPage, typed: Typed) -> None:
    field = typed(DUE, "T-2")
    assert below(page) == "23 Nov · T−2"
    field.selectAll()
    QTest.keyClicks(field, "soon")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "“soon” is no due date: write T-14" in below(page)
    assert field.text() == "soon"
    field.selectAll()
    QTest.keyClicks(field, "tomorrow")
    QTest.keyClick(field, Qt.Key.Key_Return)
    due = held(page, "First extra").due
    assert due is not None
    assert str(due.date) == "2026-11-23"
    assert below(page) == ""


def test_a_refusal_of_the_launch_stands_under_the_cell_too(page: ChecklistPage, typed: Typed) -> None:
    field = typed(TITLE, " ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "title" in below(page)
    assert editor(page) is field


def test_a_gate_s_due_says_that_the_go_no_go_date_comes_first(page: ChecklistPage, typed: Typed) -> None:
    task = held(page, "First extra")
    page.bridge.make(lambda draft: draft.edit_task(draft.launch.tasks[task.id], gating=True))
    typed(DUE, "T-1")
    assert below(page).endswith("a gate is due by the go/no-go date")


def test_tab_goes_through_the_cells_and_on_to_the_next_task(page: ChecklistPage, qtbot: Any) -> None:
    page.table.edit_cell(TITLE)
    at = []
    for _ in range(4):
        at.append(page.table.currentIndex().column())
        QTest.keyClick(editor(page), Qt.Key.Key_Tab)
        qtbot.waitUntil(lambda: editor(page) is not None)
    assert at == [TITLE, GATING, OWNER, DUE]
    assert page.table.currentIndex().column() == TITLE
    assert page.table.current_task() == held(page, "Second extra").id
    QTest.keyClick(editor(page), Qt.Key.Key_Backtab)
    assert page.table.current_task() == held(page, "First extra").id
    assert page.table.currentIndex().column() == DUE


def test_esc_gives_a_new_task_up_but_no_other(page: ChecklistPage, qtbot: Any) -> None:
    page.add_task()
    QTest.keyClicks(editor(page), "Half a ti")
    QTest.keyClick(editor(page), Qt.Key.Key_Escape)
    assert "New task" not in {task.title for task in page.bridge.launch.tasks.values()}
    assert page.table.selected_tasks() == [page.table.current_task()]
    qtbot.waitUntil(lambda: editor(page) is None)
    page.add_task()
    QTest.keyClicks(editor(page), "Meant")
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor(page) is None)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    QTest.keyClick(editor(page), Qt.Key.Key_Escape)
    assert held(page, "Meant").id == page.table.current_task()


def test_enter_takes_a_whole_name_at_once(page: ChecklistPage, typed: Typed, qtbot: Any) -> None:
    field: Any = typed(OWNER, "M. Okafo")
    assert field.completer().popup().isVisible()
    QTest.keyClicks(field, "r")
    qtbot.waitUntil(lambda: not field.completer().popup().isVisible())
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.bridge.launch.people[held(page, "First extra").owner].name == "M. Okafor"


def test_a_double_click_opens_the_cell_under_it(page: ChecklistPage, qtbot: Any) -> None:
    box = page.table.visualRect(page.model.index(page.model.row_of(page.table.current_task()), GATING))
    QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    choice = editor(page)
    assert isinstance(choice, QComboBox)
    QTest.mouseRelease(page.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    qtbot.waitUntil(lambda: choice.view().isVisible())
    assert choice.view().verticalScrollBar().maximum() == 0
    QTest.keyClick(choice.view(), Qt.Key.Key_Up)
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: held(page, "First extra").gating)
    qtbot.waitUntil(lambda: editor(page) is None)


def test_a_double_click_on_the_shape_edits_nothing(page: ChecklistPage) -> None:
    box = page.table.visualRect(page.table.currentIndex())
    QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(24, 16))
    assert editor(page) is None


def test_area_and_lane_come_into_sight_while_they_are_edited(page: ChecklistPage, typed: Typed, qtbot: Any) -> None:
    assert page.table.isColumnHidden(AREA)
    field = typed(AREA, "Analysts")
    assert not page.table.isColumnHidden(AREA)
    assert below(page) == "New area: Analysts"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert held(page, "First extra").area == "Analysts"
    qtbot.waitUntil(lambda: page.table.isColumnHidden(AREA))
    assert page.table.currentIndex().column() == TITLE
    page.edit_lane()
    assert editor(page).value() == "pmm"
    assert page.table.currentIndex().column() == LANE


def test_what_is_half_typed_outlives_what_others_write(page: ChecklistPage, typed: Typed) -> None:
    task = held(page, "First extra").id
    field = typed(OWNER, "Half ty")
    page.bridge.make(lambda draft: draft.edit_task(draft.launch.tasks[task], owner="", notes="From elsewhere"))
    assert editor(page) is field
    assert field.text() == "Half ty"
    page.bridge.make(lambda draft: [draft.task(f"More {number}", "pm", area="Press") for number in range(80)])
    assert editor(page) is field
    assert field.text() == "Half ty"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert held(page, "First extra").owner == ""


def test_an_edited_task_stays_in_sight_whatever_the_filter_says(page: ChecklistPage, typed: Typed, qtbot: Any) -> None:
    task = held(page, "First extra").id
    page.model.choose(text="first extra")
    field = typed(DUE, "T-9")
    page.bridge.make(lambda draft: draft.edit_task(draft.launch.tasks[task], title="Another title"))
    assert editor(page) is field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert held(page, "Another title").due is not None
    qtbot.waitUntil(lambda: page.model.row_of(task) < 0)


def test_a_task_removed_under_the_hand_says_what_was_typed(page: ChecklistPage, typed: Typed) -> None:
    typed(TITLE, "Half typed title")
    task = held(page, "First extra")
    second = held(page, "Second extra").id

    def build(draft: Draft) -> None:
        draft.edit_task(draft.launch.tasks[second], prerequisites=())
        draft.make(TaskRemoved(was=draft.launch.tasks[task.id]))

    page.bridge.make(build)
    assert task.id not in page.bridge.launch.tasks
    assert "Half typed title" in page.refusal.text()


def test_going_to_another_window_leaves_the_cell_open(page: ChecklistPage, typed: Typed) -> None:
    field = typed(AREA, "Half ty")
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    assert editor(page) is field
    assert held(page, "First extra").area == "Press"


def test_going_elsewhere_in_the_window_takes_what_is_typed(page: ChecklistPage, typed: Typed) -> None:
    typed(AREA, "Analysts")
    page.table.setFocus(Qt.FocusReason.MouseFocusReason)
    assert editor(page) is None
    assert held(page, "First extra").area == "Analysts"


def test_what_is_refused_as_the_hand_leaves_is_said_above_the_table(page: ChecklistPage, typed: Typed) -> None:
    typed(DUE, "soon")
    page.table.setFocus(Qt.FocusReason.MouseFocusReason)
    assert editor(page) is None
    assert "“soon” is no due date" in page.refusal.text()


def test_each_cell_says_what_it_is(page: ChecklistPage) -> None:
    row = page.model.row_of(held(page, "First extra").id)
    said = [page.model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(1, 6)]
    assert said == ["Lane: PMM", "Area: Press", "Gating: advisory", "Owner: Dana Ruiz", "Due: none"]
