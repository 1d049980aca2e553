"""The launch beside a template."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from launchready.desktop.models.comparison import ADDED, CHANGED, LEFT_OUT
from launchready.desktop.pages.comparing import ComparePage
from launchready.desktop.window import Window
from launchready.launch.changes import TaskRemoved
from launchready.launch.schedule import in_order
from launchready.templates import saved, toml_of
from launchready.templates.library import own_folder


@pytest.fixture
def page(window: Window) -> ComparePage:
    """The sample beside a template that was saved from it; since then one task went, one changed, one came."""
    own_folder().mkdir(parents=True)
    (own_folder() / "ours.toml").write_text(toml_of(saved(window.bridge.launch, "ours").template), encoding="utf-8")
    gone, other = [task for task in in_order(window.bridge.launch) if not task.gating][:2]
    window.bridge.make(lambda draft: draft.make(TaskRemoved(was=gone)))
    window.bridge.make(lambda draft: draft.edit_task(other, title="Other words", area="Elsewhere"))
    window.bridge.make(lambda draft: draft.task("Our own", "pm"))
    window.trigger("compare_template")
    found = window.page("compare")
    assert isinstance(found, ComparePage)
    found.choose("ours")
    found.take_focus()
    return found


def test_what_differs_is_told(page: ComparePage) -> None:
    assert [len(page.model.of(what)) for what in (LEFT_OUT, CHANGED, ADDED)] == [1, 1, 1]
    assert page._counts.text().endswith("1 left out · 1 changed · 1 added")
    (changed,) = page.model.of(CHANGED)
    assert [each.field for each in changed.differences] == ["title", "area"]
    words = [page.model.index(row, 2).data() for row in range(3)]
    assert "Elsewhere" in words[1]


def test_enter_takes_in_what_was_left_out_as_one_entry_that_is_undone(page: ComparePage, window: Window) -> None:
    (left,) = page.model.of(LEFT_OUT)
    entries, tasks = len(window.bridge.session.entries), len(window.bridge.launch.tasks)
    assert page.follow_button.text() == "Take it into the launch"
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert len(window.bridge.session.entries) == entries + 1
    assert left.title in {task.title for task in window.bridge.launch.tasks.values()}
    assert page.model.of(LEFT_OUT) == []
    window.undo()
    assert len(window.bridge.launch.tasks) == tasks
    assert [row.title for row in page.model.of(LEFT_OUT)] == [left.title]


def test_enter_opens_a_task_that_is_there(page: ComparePage, window: Window) -> None:
    page.table.choose_row(1)
    (changed,) = page.model.of(CHANGED)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    checklist: Any = window.page("checklist")
    assert window.stack.currentWidget() is checklist
    assert window.bridge.launch.tasks[changed.id].title == "Other words"
    assert checklist.table.selected_tasks() == [changed.id]


def test_all_that_was_left_out_is_taken_in_at_once(page: ComparePage, window: Window) -> None:
    gone = [task for task in in_order(window.bridge.launch) if not task.gating and task.title != "Our own"][:2]
    for task in gone:
        window.bridge.make(lambda draft, task=task: draft.make(TaskRemoved(was=task)))  # type: ignore[misc]
    assert page.take_all_button.isVisible()
    entries = len(window.bridge.session.entries)
    window.trigger("take_left_out")
    assert page.model.of(LEFT_OUT) == []
    assert len(window.bridge.session.entries) == entries + 1


def test_the_selection_survives_what_others_change(page: ComparePage, window: Window) -> None:
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.table.choose_row(2)
    chosen = QPersistentModelIndex(page.model.index(2, 1))
    other = next(task for task in in_order(window.bridge.launch) if not task.gating and task.title != "Our own")
    window.bridge.make(lambda draft: draft.make(TaskRemoved(was=other)))
    assert chosen.data() == "Our own"
    held = page.current()
    assert held is not None
    assert held.title == "Our own"
    del tester


def test_a_template_with_a_mistake_says_where(page: ComparePage) -> None:
    (own_folder() / "broken.toml").write_text("title = ")
    page.choose("broken")
    assert "broken.toml, line 1" in page.refusal.text()
    assert page.model.rowCount() == 0
    page.choose("ours")
    assert page.refusal.text() == ""
