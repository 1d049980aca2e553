"""The checklist page under keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from launchready.desktop import edits
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.files import opening
from launchready.desktop.files.copies import save_copy
from launchready.desktop.inspector.history import events
from launchready.desktop.pages.checklist import ChecklistPage
from launchready.desktop.pictures.sample import sample_bridge
from launchready.desktop.widgets.task_table import Drop
from launchready.desktop.window import Window
from launchready.launch.changes import DelegateNamed
from launchready.launch.drafting import Draft
from launchready.launch.model import Author, Status
from launchready.store.port import Unwritable

Find = Callable[[str], str]


@pytest.fixture
def page(window: Window) -> ChecklistPage:
    """With three open PMM tasks, of which the third waits for the first, and an open joint gate."""
    found = window.open_page("checklist")
    assert isinstance(found, ChecklistPage)

    def build(draft: Draft) -> None:
        first = draft.task("First extra", "pmm", area="Press")
        draft.task("Second extra", "pmm", area="Press", gating=True)
        draft.task("Third extra", "pmm", area="Press", prerequisites=(first.id,))
        draft.task("Joint extra", "joint", area="Decision", gating=True)

    window.bridge.make(build)
    return found


def open_tasks(page: ChecklistPage) -> list[str]:
    return [named(page, "First extra"), named(page, "Second extra")]


def named(page: ChecklistPage, title: str) -> str:
    return next(task.id for task in page.bridge.launch.tasks.values() if task.title == title)


def test_space_marks_done_and_again_to_do(page: ChecklistPage) -> None:
    task = open_tasks(page)[0]
    page.show_task(task)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.bridge.launch.tasks[task].status is Status.DONE
    assert page.table.current_task() == task
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.bridge.launch.tasks[task].status is Status.TODO


def test_space_on_a_joint_gate_confirms_for_my_lane(page: ChecklistPage) -> None:
    task = named(page, "Joint extra")
    page.show_task(task)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert [held.lane for held in page.bridge.launch.tasks[task].confirmations] == ["pmm"]
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert "confirmed" in page.refusal.text()


def test_a_refusal_stands_on_the_page(page: ChecklistPage) -> None:
    page.show_task(named(page, "Third extra"))
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert "can't be done before" in page.refusal.text()


def test_several_are_edited_together_and_undone_as_one(page: ChecklistPage, window: Window) -> None:
    chosen = open_tasks(page)[:2]
    page.show_task(chosen[0])
    selection = page.table.selectionModel()
    index = page.model.index(page.model.row_of(chosen[1]), 0)
    selection.select(index, selection.SelectionFlag.Select)
    assert page.bulk.isVisible()
    count = len(page.bridge.session.entries)
    page.toggle_done()
    assert len(page.bridge.session.entries) == count + 1
    assert window._toast is not None
    assert window._toast.text() == f"Marked {len(chosen)} tasks done"
    window.undo()
    assert all(page.bridge.launch.tasks[task].status is Status.TODO for task in chosen)


def test_f2_renames_where_the_title_stands(page: ChecklistPage, qtbot: Any) -> None:
    task = open_tasks(page)[0]
    page.show_task(task)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Another title")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.bridge.launch.tasks[task].title == "Another title")
    qtbot.waitUntil(lambda: page.table.viewport().findChild(QLineEdit) is None)


def test_a_drop_moves_between_areas(page: ChecklistPage, task_id: Find) -> None:
    task, beside = open_tasks(page)[0], task_id("Launch brief")
    page.place([task], Drop(beside, behind=True))
    assert "moved to another lane" not in page.refusal.text()
    moved = page.bridge.launch.tasks[task]
    assert moved.area == page.bridge.launch.tasks[beside].area
    assert page.model.row_of(task) == page.model.row_of(beside) + 1


def test_half_typed_text_survives_what_others_write(page: ChecklistPage, qtbot: Any) -> None:
    task = open_tasks(page)[0]
    page.show_task(task)
    field = page.inspector.facts.area
    field.setFocus()
    field.setText("Half ty")
    page.bridge.make(lambda draft: draft.edit_task(draft.launch.tasks[task], notes="From elsewhere"))
    qtbot.waitUntil(lambda: page.inspector.notes.notes.toPlainText() == "From elsewhere")
    assert field.text() == "Half ty"


def test_blocking_asks_why_and_refuses_without(page: ChecklistPage) -> None:
    task = open_tasks(page)[0]
    page.show_task(task)
    page.block_tasks()
    form = page.inspector.head.form
    assert form is not None
    form.send()
    assert "say why" in form.refusal.text()
    form.set_value("why", "The vendor is late")
    form.send()
    assert page.bridge.launch.tasks[task].why == "The vendor is late"


def test_a_due_is_typed_as_it_is_said(page: ChecklistPage) -> None:
    task = open_tasks(page)[0]
    page.show_task(task)
    due = page.inspector.facts.due
    due.setFocus()
    due.setText("T-20w")
    QTest.keyClick(due, Qt.Key.Key_Return)
    held = page.bridge.launch.tasks[task].due
    assert held is not None
    assert (held.offset, held.workday) == (-20, True)


def test_evidence_is_added_replaced_and_removed(page: ChecklistPage) -> None:
    task = open_tasks(page)[0]
    page.show_task(task)
    evidence = page.inspector.evidence
    for act, label in ((evidence.add, "First"), (evidence.replace, "Second")):
        act()
        assert evidence.form is not None
        evidence.form.set_value("label", label)
        evidence.form.send()
        assert [item.label for item in page.bridge.launch.tasks[task].evidence] == [label]
    evidence.remove()
    assert page.bridge.launch.tasks[task].evidence == ()


def test_a_waiver_is_asked_for_and_consented_to_by_the_other_lead(page: ChecklistPage) -> None:
    page.show_task(named(page, "Second extra"))
    page.ask_waiver()
    form = page.inspector.waiver.form
    assert form is not None
    form.set_value("reason", "Not needed")
    form.set_value("compensation", "A call")
    form.send()
    held = page.inspector.waiver.held
    assert held is not None, form.refusal.text()
    page.consent_waiver()
    assert page.inspector.waiver.form is not None
    page.inspector.waiver.form.send()
    held = page.inspector.waiver.held
    assert held is not None
    assert held.consent is not None
    assert held.consent.recorded_by == "Dana Ruiz"


def test_the_filter_keeps_the_hand_on_it(page: ChecklistPage) -> None:
    page.filter_tasks()
    QTest.keyClicks(page.search, "analyst")
    assert page.model.rowCount() < 10
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.model.total() == len(page.bridge.launch.tasks)
    assert page.search.text() == ""


def test_an_empty_checklist_offers_the_next_step(window: Window) -> None:
    window.show_bridge(sample_bridge(chapters=0), remember=False)
    page: Any = window.open_page("checklist")
    page.bridge.make(lambda draft: edits.remove(draft, list(draft.launch.tasks)))
    page.take_focus()
    nothing = page._nothing
    assert [each.text() for each in nothing.begin if each.isVisible()] == ["Add a task", "From a template…", "Import…"]
    assert nothing.begin[0].hasFocus()
    page.settle(page.bridge.launch)
    assert page.inspector._empty._text.text().startswith("Ctrl+T adds the first task.")
    QTest.mouseClick(nothing.begin[1], Qt.MouseButton.LeftButton)
    compare: Any = window.page("compare")
    assert window.stack.currentWidget() is compare
    compare.take_all()
    window.open_page("checklist")
    assert page.table.isVisible()
    assert not nothing.isVisible()


def test_a_filter_that_nothing_passes_is_taken_away_by_hand_and_by_esc(page: ChecklistPage) -> None:
    def empty() -> bool:
        page._on_filter_chosen("blocked")
        page.search.setText("nothing has this")
        page._on_selected()
        assert "Esc takes it away" in page.inspector._empty._text.text()
        return page._nothing.isVisible()

    for take_away in (page._nothing.unfilter.click, lambda: QTest.keyClick(page, Qt.Key.Key_Escape)):
        assert empty()
        assert not any(each.isVisible() for each in page._nothing.begin)
        take_away()
        assert page.model.total() == len(page.bridge.launch.tasks)
        assert page.chips.current() == "all"
        assert page.table.hasFocus()


def test_a_narrow_window_opens_the_task_as_a_drawer(page: ChecklistPage, window: Window, qtbot: Any) -> None:
    window.resize(900, 600)
    qtbot.waitUntil(lambda: page.width() < 800)
    assert not page.inspector.isVisible()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.inspector.isVisible()
    page._on_escaped()
    assert not page.inspector.isVisible()


def test_everything_that_can_be_worked_has_a_name(window: Window) -> None:
    window.open_page("checklist")
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    nameless = [
        widget
        for kind in kinds
        for widget in window.findChildren(kind)
        if isinstance(widget, QWidget)
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
        and "qt_" not in widget.objectName()
        and type(widget.parent()).__name__ != "QLineEdit"
    ]
    assert [f"{type(widget).__name__} in {type(widget.parent()).__name__}" for widget in nameless] == []


@pytest.mark.parametrize(
    ("link", "opens"),
    [
        ("https://example.com/a", True),
        ("http://example.com", True),
        ("mailto:a@example.com", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https:", False),
        ("smb://host/share", False),
        ("notes.txt", False),
    ],
)
def test_only_web_and_mail_links_open(link: str, opens: bool) -> None:
    from launchready.desktop.inspector.evidence_form import can_open

    assert can_open(link) is opens


def test_the_history_of_a_task_says_it_in_whole_sentences(bridge: LaunchBridge) -> None:
    texts = [event.text for task in bridge.launch.tasks.values() for event in events(bridge, task)]
    assert any(text.startswith("Added evidence") for text in texts)
    assert [text for text in texts if text.endswith((" to", " of", " from", ":"))] == []


def test_a_delegate_gives_their_own_word(page: ChecklistPage) -> None:
    bridge = page.bridge
    abe = next(person for person in bridge.launch.people.values() if person.name == "J. Abe")

    def delegate(draft: Draft) -> None:
        word, today = bridge.word(draft.launch), bridge.today
        draft.make(DelegateNamed(id=draft.new_id(), lane="pmm", person=abe.id, start=today, end=today, word=word))

    assert bridge.make(delegate) is not None
    bridge.session.author = Author(abe.name, abe.email)
    page.show_task(named(page, "User findings shared with PMM"))
    page.send_back()
    form = page.inspector.acknowledgement.form
    assert form is not None
    form.set_value("why", "Two interviews are missing")
    form.send()
    back = bridge.launch.tasks[named(page, "User findings shared with PMM")].sent_back
    assert back is not None, form.refusal.text()
    assert (back.word.by, back.word.recorded_by) == (abe.id, "")


def test_an_edit_that_cannot_be_saved_stands_in_its_row_and_can_be_gone_on_from(
    page: ChecklistPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(*_: object) -> None:
        raise Unwritable("exists", file="atlas")

    task = open_tasks(page)[0]
    page.show_task(task)
    with monkeypatch.context() as patch:
        patch.setattr(page.bridge.session.store, "append", full)
        for words in ("Found", "Found and mended"):
            assert page.edit_cell(task, "title", words) == ""
        QTest.keyClick(page.table, Qt.Key.Key_Space)
        row = page.model.index(page.model.row_of(task), 0)
        assert "Found and mended" in page.model.data(row)
        assert page.model.launch.tasks[task].status is Status.DONE
        assert len(page.bridge.session.waiting) == 3
        save_copy(page.bridge.session, str(tmp_path / "copy.launchready"))
        page.shell.trigger("undo")
        assert page.model.launch.tasks[task].status is Status.TODO
        page.add_task()
        new = page.table.current_task()
        field = page.table.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert new not in page.model.launch.tasks
        assert len(page.bridge.session.waiting) == 2
    page.bridge.retry()
    assert page.model.launch.tasks[task].title == "Found and mended"
    assert page.bridge.unsaved == ""
    copy = opening.open_file(str(tmp_path / "copy.launchready"))
    assert (copy.launch.tasks[task].title, copy.launch.tasks[task].status) == ("Found and mended", Status.DONE)
    copy.close()
