"""The history page under keys and mouse."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from launchready.desktop.pages.history import HistoryPage
from launchready.desktop.window import Window
from launchready.launch.model import Status


@pytest.fixture
def page(window: Window) -> HistoryPage:
    found = window.open_page("history")
    assert isinstance(found, HistoryPage)
    return found


def choose(page: HistoryPage, start: str) -> None:
    rows = range(page.model.rowCount())
    page.table.choose_row(next(row for row in rows if page.model.entry(row).words.startswith(start)))  # type: ignore[union-attr]


def test_lists_all_that_happened_and_all_of_one_entry(page: HistoryPage) -> None:
    assert page.model.rowCount() == len(page.bridge.session.entries)
    choose(page, "Created")
    assert page.panel.words.text().startswith("Created “Atlas 3.0”")
    assert "changes" in page.panel._heading.text()
    assert page.panel._hash.accessibleDescription() == page.bridge.session.entries[0].hash


def test_any_moment_is_shown_as_it_was_and_left_again(page: HistoryPage, window: Window) -> None:
    choose(page, "Signed off PM")
    told = page.entry()
    assert told is not None
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    past = page._past
    assert past is not None
    assert past.isVisible()
    assert past.title.text() == "As it was on 19 Nov 2026, 09:37"
    launch = page.bridge.session.at(told.sealed.hash)
    assert past.model.total() == len(launch.tasks)
    assert past.lanes["pm"].pill.text() == "Go"
    assert past.decision.verdict.text() == "Not ready"
    assert past.back.hasFocus()
    count = len(page.bridge.session.entries)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_F2):
        past.table.choose_row(1)
        QTest.keyClick(past.table, key)
    assert len(page.bridge.session.entries) == count
    past._later.click()
    assert past.lanes["pm"].pill.text() == "Go, stale"
    past._earlier.click()
    QTest.keyClick(past, Qt.Key.Key_Escape)
    assert page._present.isVisible()
    assert page.table.hasFocus()
    now = page.entry()
    assert now is not None
    assert now.sealed.hash == told.sealed.hash
    assert window.stack.currentWidget() is page


def test_others_may_write_while_a_moment_is_looked_at(page: HistoryPage) -> None:
    page.look_back()
    assert page._past is not None
    title = page._past.title.text()
    page.bridge.make(lambda draft: draft.edit_launch(name="Another"))
    assert page._past.isVisible()
    assert page._past.title.text() == title


def test_undoes_an_older_entry_by_a_new_one(page: HistoryPage, window: Window) -> None:
    task = next(task for task in page.bridge.launch.tasks.values() if task.title == "Defects")
    assert task.status is Status.BLOCKED
    choose(page, "Marked PM-22 Defects blocked")
    count = len(page.bridge.session.entries)
    page._undo.click()
    assert len(page.bridge.session.entries) == count + 1
    assert page.bridge.launch.tasks[task.id].status is Status.DONE
    assert window._toast is not None
    assert window._toast.text().startswith("Undone: marked PM-22")
    entry = page.entry()
    assert entry is not None
    assert page.model.is_undone(entry)
    assert not page._undo.isVisible()
    assert "This was undone." in page.panel._state.text()


def test_a_judgement_stays_and_says_what_to_do_instead(page: HistoryPage) -> None:
    choose(page, "Signed off PM")
    window_undo = len(page.bridge.session.entries)
    page.undo_entry()
    assert "withdraw it" in page.panel.refusal.text()
    assert len(page.bridge.session.entries) == window_undo
    page.table.choose_row(0)
    assert page.panel.refusal.text() == ""


def test_copies_the_hash(page: HistoryPage) -> None:
    page.table.choose_row(0)
    page.copy_hash()
    assert QGuiApplication.clipboard().text() == page.bridge.session.head


def test_filters_by_topic_person_time_and_words(page: HistoryPage) -> None:
    page.chips._buttons["sign-off"].click()
    assert page.model.rowCount() == 3
    page.people.setCurrentIndex(page.people.findText("Dana Ruiz"))
    page.people.activated.emit(page.people.currentIndex())
    assert page.model.rowCount() == 1
    QTest.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "no such thing")
    assert page._nothing.isVisible()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.model.rowCount() == page.model.total()
    assert page.chips.current() == "all"
    page.span._actions["week"].trigger()
    assert 0 < page.model.rowCount() < page.model.total()


def test_what_others_write_comes_on_top_and_the_choice_stays(page: HistoryPage) -> None:
    page.table.choose_row(4)
    told = page.entry()
    page.bridge.make(lambda draft: draft.edit_launch(name="Another"))
    assert page.entry() == told
    assert page.table.currentIndex().row() == 5


def test_the_navigation_counts_the_entries(page: HistoryPage, window: Window, qtbot: Any) -> None:
    page.bridge.make(lambda draft: draft.edit_launch(name="Another"))
    wanted = str(len(page.bridge.session.entries))
    qtbot.waitUntil(lambda: window.navigation._counts["history"].text() == wanted)


def test_a_narrow_window_shows_the_entry_over_the_table(page: HistoryPage, window: Window, qtbot: Any) -> None:
    window.resize(900, 600)
    qtbot.waitUntil(lambda: page.width() < 800)
    assert not page.panel.isVisible()
    choose(page, "Signed off PM")
    page.undo_entry()
    assert page.panel.isVisible()
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_an_entry_of_one_change_says_it_once(page: HistoryPage) -> None:
    page.table.choose_row(0)
    assert page.panel.words.text() == "Marked PM-22 Defects blocked: Severity 1: data export fails over 2 GB"
    assert page.panel._heading.isHidden()
    assert page.panel._changes.count() == 0
