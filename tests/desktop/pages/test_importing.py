"""The import page: what was understood, put right, taken in as one entry."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from launchready.desktop.window import Window
from launchready.launch.model import Status
from launchready.launch.schedule import in_order
from tests.desktop.pages.importing import settled, shown


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


def test_the_button_says_that_it_works(
    window: Window, markdown: str, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, bridge, seen = shown(window, markdown, qtbot), window.bridge, []

    def make(_: object, answer: Any) -> None:
        seen.append((page.take_button.text(), page.take_button.isEnabled(), QApplication.overrideCursor() is not None))
        answer("Refused")

    monkeypatch.setattr(bridge, "make", make)
    page.take_button.setFocus()
    page.take()
    assert seen == [("Importing…", False, True)]
    assert QApplication.overrideCursor() is None
    assert page.take_button.hasFocus()
    assert page.take_button.text() == "Import 2 tasks"


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


def test_the_same_file_again_updates(window: Window, markdown: str, qtbot: Any) -> None:
    shown(window, markdown, qtbot).take()
    count = len(window.bridge.launch.tasks)
    Path(markdown).write_text(Path(markdown).read_text().replace("[ ] Send it", "[x] Send it"))
    page = shown(window, markdown, qtbot)
    assert page.update_offer.is_wanted()
    assert page.take_button.text() == "Update 1 task"
    page.take()
    assert len(window.bridge.launch.tasks) == count
    sent = next(task for task in window.bridge.launch.tasks.values() if task.title == "Send it")
    assert sent.status is Status.DONE


def test_the_same_file_unchanged_has_nothing_to_press(window: Window, markdown: str, qtbot: Any) -> None:
    shown(window, markdown, qtbot).take()
    page = shown(window, markdown, qtbot)
    assert page.take_button.text() == "Nothing to update"
    assert not page.take_button.isEnabled()
    page.update_offer.box.setChecked(False)
    assert page.take_button.text() == "Import 2 tasks"
    assert page.take_button.isEnabled()


def test_a_dropped_checklist_is_shown_and_a_dropped_launch_opens(window: Window, markdown: str, qtbot: Any) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(markdown)])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    dropped = QDropEvent(QPointF(10, 10), both, data, buttons, keys)
    dropped.setDropAction(Qt.DropAction.MoveAction)  # as many a file manager proposes
    window.dropEvent(dropped)
    assert dropped.dropAction() == Qt.DropAction.CopyAction
    page: Any = window.page("import")
    settled(page, qtbot)
    assert window.stack.currentWidget() is page
    assert page.model.rowCount() == 2


@pytest.mark.parametrize(
    ("dropped", "said"),
    [
        (("https://example.com/plan.csv",), "https://example.com/plan.csv is a link"),
        (("a.csv", "b.csv"), "Drop one file at a time, not 2"),
        (("folder",), "folder is a folder"),
    ],
)
def test_a_drop_that_can_t_be_taken_is_answered(
    window: Window, tmp_path: Path, dropped: tuple[str, ...], said: str
) -> None:
    (tmp_path / "folder").mkdir()
    data = QMimeData()
    local = (QUrl.fromLocalFile(str(tmp_path / name)) for name in dropped)
    data.setUrls([QUrl(name) if ":" in name else path for name, path in zip(dropped, local, strict=True)])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    before = window.stack.currentWidget()
    window.dropEvent(QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, data, buttons, keys))
    assert window.refusal.text().startswith(said)
    assert window.stack.currentWidget() is before


def test_the_model_keeps_to_qt_s_rules(window: Window, plan: str, qtbot: Any) -> None:
    page = shown(window, plan, qtbot)
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.model.choose([0], False)
    page.model.show_tasks(())
    assert page.model.rowCount() == 0
    del tester


def test_what_was_left_out_says_where_and_why(window: Window, tmp_path: Path, qtbot: Any) -> None:
    (tmp_path / "odd.csv").write_text("Task,Owner,Due\nBrief,Ana,bogus\n,Zed,2031-01-01\nTask,Owner,Due\nCall,Ben,\n")
    page = shown(window, str(tmp_path / "odd.csv"), qtbot)
    assert page.remarks.text().splitlines() == [
        "Row 2, column Due: “bogus” is no date that can be read, so it was kept in the notes.",
        "Row 3, “Zed 2031-01-01”: left out, it has no title",
        "Row 4: left out, it repeats the header",
    ]


def test_an_update_is_told_before_it_is_made(window: Window, markdown: str, qtbot: Any) -> None:
    shown(window, markdown, qtbot).take()
    Path(markdown).write_text(Path(markdown).read_text().replace("[ ] Send it", "[x] Send it") + "- [ ] Follow up\n")
    page = shown(window, markdown, qtbot)
    assert page.update_offer.is_wanted()
    assert page.update_offer._said.text() == "1 changed · 1 added · 1 as the file has it"
    sent = next(task for task in window.bridge.launch.tasks.values() if task.title == "Send it")
    assert page.update_offer._differences.text() == f"{sent.key} Send it\n    status: to do → done"
    page.update_offer.box.setChecked(False)
    assert page.take_button.text() == "Import 3 tasks"
    page.update_offer.box.setChecked(True)
    page.take()
    assert window._toast is not None
    assert window._toast.text() == "Updated from plan.md: 1 changed · 1 added"


def test_the_offer_of_an_update_follows_the_launch(window: Window, markdown: str, qtbot: Any) -> None:
    shown(window, markdown, qtbot).take()
    page = shown(window, markdown, qtbot)
    assert page.update_offer._said.text().startswith("Nothing to change")
    sent = next(task for task in window.bridge.launch.tasks.values() if task.title == "Send it")
    window.bridge.make(lambda draft: draft.edit_task(sent, area="Elsewhere"))
    qtbot.waitUntil(lambda: page.update_offer._said.text().startswith("1 changed"))
    page.take()
    assert page.update_offer._work is None


def test_of_many_differences_the_rest_is_shown_when_asked_for(window: Window, tmp_path: Path, qtbot: Any) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text("Task;Owner\n" + "".join(f"Task {number};Ana\n" for number in range(9)))
    shown(window, str(plan), qtbot).take()
    plan.write_text(plan.read_text().replace("Ana", "Zoe"))
    offer = shown(window, str(plan), qtbot).update_offer
    assert offer._differences.text().count("owner: Ana → Zoe") == 6
    assert offer._all.text() == "Show 3 more"
    offer._all.click()
    assert offer._differences.text().count("owner: Ana → Zoe") == 9
    assert not offer._all.isVisible()
    shown(window, str(plan), qtbot).take()
    assert shown(window, str(plan), qtbot).update_offer._said.text() == "Nothing to change · 9 as the file has them"


def test_the_checklist_of_another_launch_is_brought_in(window: Window, qtbot: Any) -> None:
    from tests.desktop.shelves import put

    page = shown(window, put("other"), qtbot)
    assert page.model.rowCount() > 10
    assert page._product.text().startswith("The checklist of another launch")
    (other := Path(put("broken"))).write_bytes(b"no launch\n")
    page = shown(window, str(other), qtbot)
    assert "broken.launchready" in page.refusal.text()


def test_nothing_is_taken_while_the_file_is_being_read(window: Window, plan: str, qtbot: Any) -> None:
    page = shown(window, plan, qtbot)
    entries = len(window.bridge.session.entries)
    page.choices.set(statuses={"FLUBBED": "done"})
    assert not page.take_button.isEnabled()
    page.take()
    assert len(window.bridge.session.entries) == entries
    settled(page, qtbot)
    assert page.take_button.isEnabled()


def test_what_is_left_out_is_left_out_of_the_update_too(window: Window, markdown: str, qtbot: Any) -> None:
    shown(window, markdown, qtbot).take()
    Path(markdown).write_text(Path(markdown).read_text().replace("[ ] Send it", "[x] Send it") + "- [ ] Follow up\n")
    page = shown(window, markdown, qtbot)
    page.model.choose([2], False)
    qtbot.waitUntil(lambda: page.take_button.text() == "Update 1 task")
    page.take()
    assert "Follow up" not in {task.title for task in window.bridge.launch.tasks.values()}
