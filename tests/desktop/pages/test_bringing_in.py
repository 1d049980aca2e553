"""The import page: what was understood, put right, taken in as one entry."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox

from launchready.desktop.pages.bringing_in import ImportPage
from launchready.desktop.window import Window
from launchready.launch.model import Status
from launchready.launch.schedule import in_order

PLAN = """Task Name,Who,Status,Due Date,Phase,Odd
Write the brief,Dana Ruiz,Done,2031-10-01,Messaging,x
Call the analysts,T. Lind,FLUBBED,01/06/31,Analyst briefings,y
Load test,M. Okafor,To do,T-14,Product quality,z
"""
LIST = "# Plan\n\n## Press\n\n- [x] Write it\n- [ ] Send it\n  - [ ] to one\n"


@pytest.fixture
def plan(tmp_path: Path) -> str:
    (tmp_path / "plan.csv").write_text(PLAN)
    return str(tmp_path / "plan.csv")


@pytest.fixture
def markdown(tmp_path: Path) -> str:
    (tmp_path / "plan.md").write_text(LIST)
    return str(tmp_path / "plan.md")


def shown(window: Window, path: str, qtbot: Any) -> ImportPage:
    window.import_file(path)
    page = window.page("import")
    assert isinstance(page, ImportPage)
    settled(page, qtbot)
    return page


def settled(page: ImportPage, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: page._work is None, timeout=5000)


def choose(page: ImportPage, name: str, value: str, qtbot: Any) -> None:
    """Chooses in the combo box of that name, as a person does."""
    combo = next(each for each in page.choices.findChildren(QComboBox) if each.accessibleName() == name)
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())
    settled(page, qtbot)


def test_nothing_changes_before_it_is_taken(window: Window, markdown: str, qtbot: Any) -> None:
    entries = len(window.bridge.session.entries)
    page = shown(window, markdown, qtbot)
    assert page.model.rowCount() == 2
    assert len(window.bridge.session.entries) == entries
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is not page
    assert len(window.bridge.session.entries) == entries


def test_one_import_is_one_entry_and_one_undo(window: Window, markdown: str, qtbot: Any) -> None:
    before = window.bridge.launch.tasks
    entries = len(window.bridge.session.entries)
    page = shown(window, markdown, qtbot)
    QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = [task for task in in_order(window.bridge.launch) if task.id not in before]
    assert [(task.title, task.area, task.status) for task in made] == [
        ("Write it", "Press", Status.DONE),
        ("Send it", "Press", Status.TODO),
    ]
    assert len(window.bridge.session.entries) == entries + 1
    assert window._toast is not None
    assert window._toast.text() == "Imported 2 tasks from plan.md"
    window._toast._act()
    assert set(window.bridge.launch.tasks) == set(before)


def test_space_leaves_a_task_out(window: Window, markdown: str, qtbot: Any) -> None:
    page = shown(window, markdown, qtbot)
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.take_button.text() == "Import 1 task"
    before = set(window.bridge.launch.tasks)
    page.take()
    made = set(window.bridge.launch.tasks) - before
    assert [window.bridge.launch.tasks[task].title for task in made] == ["Send it"]


def test_with_everything_left_out_there_is_nothing_to_import(window: Window, markdown: str, qtbot: Any) -> None:
    page = shown(window, markdown, qtbot)
    page.model.choose([0, 1], False)
    assert not page.take_button.isEnabled()


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


def test_the_same_file_again_updates(window: Window, markdown: str, qtbot: Any) -> None:
    shown(window, markdown, qtbot).take()
    count = len(window.bridge.launch.tasks)
    Path(markdown).write_text(LIST.replace("[ ] Send it", "[x] Send it"))
    page = shown(window, markdown, qtbot)
    assert page.update_box.isVisible()
    page.take()
    assert len(window.bridge.launch.tasks) == count
    sent = next(task for task in window.bridge.launch.tasks.values() if task.title == "Send it")
    assert sent.status is Status.DONE


def test_a_refused_file_says_why_and_asks(window: Window, tmp_path: Path, qtbot: Any) -> None:
    (tmp_path / "old.csv").write_bytes("Task,Owner\nCafé besuchen,Zoë\n".encode("cp1252"))
    page = shown(window, str(tmp_path / "old.csv"), qtbot)
    assert "not UTF-8" in page.refusal.text()
    assert page._form is not None
    page._form.send()
    settled(page, qtbot)
    assert page.model.data(page.model.index(0, 0)) == "Café besuchen"
    assert page.refusal.text() == ""


def test_a_dropped_checklist_is_shown_and_a_dropped_launch_opens(window: Window, markdown: str, qtbot: Any) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(markdown)])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, buttons, keys))
    page: Any = window.page("import")
    settled(page, qtbot)
    assert window.stack.currentWidget() is page
    assert page.model.rowCount() == 2


def test_a_remote_drop_is_left_alone(window: Window) -> None:
    from launchready.desktop.file_deeds import _dropped

    data = QMimeData()
    data.setUrls([QUrl("https://example.com/plan.csv")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    assert _dropped(QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, data, buttons, keys)) == ""
    assert window.has_launch


def test_the_model_keeps_to_qt_s_rules(window: Window, plan: str, qtbot: Any) -> None:
    page = shown(window, plan, qtbot)
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.model.choose([0], False)
    page.model.show_tasks(())
    assert page.model.rowCount() == 0
    del tester
