from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, QSize, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from launchready.desktop import actions, pages
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.files.copies import place_for_copy, save_copy
from launchready.desktop.files.filing import launches_folder
from launchready.desktop.frame.frame import USUAL, fitted
from launchready.desktop.theme import Theme
from launchready.desktop.window import Window
from launchready.launch.changes import DelegateNamed
from launchready.launch.model import Author
from launchready.store.file import FileStore
from launchready.store.port import StoreError
from tests.desktop.shelves import put


def test_says_who_i_am_and_that_all_is_saved(window: Window) -> None:
    assert window.status._me.text() == "You are Dana Ruiz · "
    assert window.status._lane.text() == "PMM lead"
    assert window.status._saved.text() == "All changes saved"


def test_counts_have_plurals(window: Window) -> None:
    assert f"{len(window.bridge.launch.tasks)} tasks" in window.status._counts.text()


def test_shows_the_verdict_with_its_reason(window: Window, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: window.top.verdict.isVisible())
    assert "gates in the way" in window.top.verdict.text()
    assert window.top.verdict.accessibleDescription()


def test_the_palette_finds_a_task_and_opens_it(window: Window) -> None:
    window.show_palette()
    QTest.keyClicks(window._palette.field, "rollback rehearsed")
    QTest.keyClick(window._palette.field, Qt.Key.Key_Return)
    page: Any = window.page("checklist")
    assert window.bridge.launch.tasks[page.table.current_task()].title == "Rollback rehearsed"


def test_the_palette_finds_a_person_and_shows_what_they_have_to_do(window: Window) -> None:
    window.show_palette()
    QTest.keyClicks(window._palette.field, "okafor person")
    QTest.keyClick(window._palette.field, Qt.Key.Key_Return)
    page: Any = window.page("checklist")
    shown = [page.model.task_id(row) for row in range(page.model.rowCount())]
    owners = {window.bridge.launch.tasks[task].owner for task in shown if task}
    assert {window.bridge.launch.people[owner].name for owner in owners} == {"M. Okafor"}


def test_who_i_am_counts_at_once(window: Window, qtbot: Any) -> None:
    from launchready.desktop.dialogs.settings import SettingsDialog

    window.show_settings()
    (dialog,) = window.findChildren(SettingsDialog)
    qtbot.addWidget(dialog)
    for name, text in (("name", "Priya Nair"), ("email", "")):
        dialog._fields[name].setText(text)
    QTest.keyClick(dialog._fields["name"], Qt.Key.Key_Return)
    assert window.status._me.text() == "You are Priya Nair · "
    assert window.bridge.my_lanes() == ("pm",)
    dialog.close()


def test_the_menu_of_a_task_undoes_by_name(window: Window, task_id: Any) -> None:
    page: Any = window.open_page("checklist")
    page.show_task(task_id("Defects"))
    page.start_tasks()
    page._on_menu_requested(page.table.visualRect(page.table.currentIndex()).center())
    (menu,) = [each for each in page.findChildren(QMenu) if each.isVisible()]
    (undo,) = [each for each in menu.actions() if each.text().startswith("Undo: ")]
    assert "Defects" in undo.text()
    undo.trigger()
    menu.close()
    assert window.bridge.launch.tasks[task_id("Defects")].status.value == "blocked"


def test_the_palette_gives_the_focus_back(window: Window) -> None:
    page: Any = window.open_page("checklist")
    window.show_palette()
    QTest.keyClick(window._palette.field, Qt.Key.Key_Escape)
    assert not window._palette.isVisible()
    assert window.focusWidget() is page.table


def test_opens_a_file_and_remembers_it(
    qtbot: Any, theme: Theme, settings: QSettings, bridge: LaunchBridge, tmp_path: Path
) -> None:
    file = tmp_path / "atlas.launchready"
    save_copy(bridge.session, str(file))
    window = Window(theme, settings)
    qtbot.addWidget(window)
    assert window.open_file(str(file))
    assert window.windowTitle().startswith("Atlas 3.0")
    assert [recent.path for recent in window.recents.all()] == [str(file)]
    window.close()


def test_a_file_that_cannot_be_opened_leaves_the_open_one(window: Window, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.launchready"
    damaged.write_text("{}\n")
    assert not window.open_file(str(damaged))
    assert window.stack.currentWidget() is window.page("damaged")
    assert window.has_launch


def test_a_refusal_goes_when_another_page_opens(window: Window) -> None:
    window.open_page("overview")
    window.take_urls([QUrl("https://example.com/plan.csv")])
    window.open_page("overview")
    assert "is a link" in window.refusal.text()
    window.open_page("claims")
    assert window.refusal.text() == ""


def test_a_refusal_stays_while_something_is_not_saved(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreError("cannot-write", file="atlas.launchready", reason="No space left on device")

    window.open_page("overview")
    monkeypatch.setattr(window.bridge.session.store, "append", full)
    window.bridge.make(lambda draft: draft.edit_launch(name="Atlas 3.1"), window.refusal.say)
    window.open_page("claims")
    assert "kept here: try again, or save a copy" in window.refusal.text()


def test_a_file_that_is_gone_is_named_over_the_library(qtbot: Any, theme: Theme, settings: QSettings) -> None:
    window = Window(theme, settings)
    qtbot.addWidget(window)
    window.show()
    assert not window.open_file("/nowhere/atlas.launchready")
    assert window.stack.currentWidget() is window.page("library")
    assert "atlas.launchready" in window.refusal.text()


def test_a_copy_is_the_same_log(bridge: LaunchBridge, tmp_path: Path) -> None:
    save_copy(bridge.session, str(tmp_path / "copy.launchready"))
    store = FileStore.open(tmp_path / "copy.launchready")
    assert [record.hash for record in store.read()] == [sealed.hash for sealed in bridge.session.entries]
    store.close()


def test_switching_the_theme_repaints_everything(window: Window) -> None:
    window.open_page("checklist")
    light = window.grab().toImage()
    window.toggle_theme()
    dark = window.grab().toImage()
    assert light.pixelColor(600, 400).lightness() > 200 > 60 > dark.pixelColor(600, 400).lightness()


def test_the_window_comes_back_where_it_was(qtbot: Any, theme: Theme, settings: QSettings) -> None:
    first = Window(theme, settings)
    qtbot.addWidget(first)
    first.resize(780, 607)
    first.show()
    first.close()
    second = Window(theme, settings)
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (780, 607)


def test_the_sheet_lists_every_shortcut(window: Window, qtbot: Any) -> None:
    from PySide6.QtWidgets import QLabel

    from launchready.desktop import actions
    from launchready.desktop.dialogs.shortcuts import ShortcutsSheet, native

    sheet = ShortcutsSheet(window)
    qtbot.addWidget(sheet)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert {native(action.shortcut) for action in actions.available() if action.shortcut} <= shown


def test_time_is_the_launch_s_own(window: Window) -> None:
    assert window.bridge.today == dt.date(2026, 11, 22)


def test_the_palette_is_as_high_as_what_it_found(window: Window) -> None:
    window.show_palette()
    palette = window._palette
    whole = palette.height()
    QTest.keyClicks(palette.field, "rollback rehearsed")
    assert palette.list.isVisible()
    assert palette.height() < whole / 2
    assert palette.list.verticalScrollBar().maximum() == 0
    QTest.keyClicks(palette.field, " nobody has this")
    assert not palette.list.isVisible()
    assert palette._nothing.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    palette.field.clear()
    assert palette.height() == whole


def test_a_key_acts_on_a_choice_only_while_that_is_in_sight(window: Window, task_id: Any) -> None:
    page: Any = window.open_page("checklist")
    page.show_task(task_id("Defects"))
    head = window.bridge.session.head
    window.open_page("overview")
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.bridge.session.head == head
    assert window.stack.currentWidget() is window.page("overview")
    window.open_page("checklist")
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.bridge.session.head != head


def test_the_switch_of_a_done_task_says_that_it_reopens(window: Window, task_id: Any) -> None:
    page: Any = window.open_page("checklist")
    page.show_task(task_id("Defects"))
    switch = actions.find("toggle_done")
    assert switch is not None
    assert window.named(switch) == "Mark done"
    page.toggle_done()
    assert window.named(switch) == "Reopen"


def test_the_list_of_launches_follows_the_verdict_of_the_open_one(window: Window, qtbot: Any) -> None:
    path = put("atlas")
    assert window.open_file(path)
    marks = window.navigation._marks
    qtbot.waitUntil(lambda: path in marks and marks[path].accessibleName() == "No-go")
    bridge = window.bridge
    bridge.make(lambda draft: draft.edit_launch(date=bridge.launch.date.replace(year=2030)))
    qtbot.waitUntil(lambda: marks[path].accessibleName() == "Not ready")


def test_every_page_takes_the_focus_to_something_in_sight(window: Window) -> None:
    for entry in pages.PAGES:
        page = window.open_page(entry.id)
        focus = window.focusWidget()
        assert page is not None
        assert focus is not None
        assert page.isAncestorOf(focus), entry.id
        assert focus.isVisible(), entry.id


def test_the_palette_offers_what_acts_on_a_choice_only_where_it_is_in_sight(window: Window) -> None:
    def offered() -> set[str]:
        return {command.text for command in window._commands() if not command.why_not}

    page: Any = window.open_page("checklist")
    page.table.choose_task(next(filter(None, map(page.model.task_id, range(9)))))
    assert page.table.selected_tasks()
    assert {"Mark in progress", "Add a task"} <= offered()
    window.open_page("claims")
    assert {"Reword the claim", "Add a task"} <= offered()
    assert "Mark in progress" not in offered()
    window.open_page("overview")
    assert {"Reword the claim", "Mark in progress"}.isdisjoint(offered())
    assert {"Add a task", "Record the decision…"} <= offered()


def test_the_palette_says_why_a_command_cannot_be_run(window: Window) -> None:
    window.open_page("overview")
    window.show_palette()
    palette = window._palette
    assert not any(palette.model.command(row).why_not for row in range(palette.model.rowCount()))
    for typed, why in (
        ("redo", "nothing was undone"),
        ("resume the launch", "it is not called off"),
        ("reword the claim", "choose it on the page Claims first"),
    ):
        palette.field.setText(typed)
        assert (palette.model.rowCount(), palette.model.command(0).why_not) == (1, why)
        assert why in palette.model.data(palette.model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
        assert palette.isVisible()
    palette.field.setText("launch")
    QTest.qWait(1)
    assert palette.list.horizontalScrollBar().maximum() == 0
    possible = [not palette.model.command(row).why_not for row in range(palette.model.rowCount())]
    assert possible == sorted(possible, reverse=True)
    assert not all(possible)


def test_a_copy_is_offered_a_place_where_it_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = tmp_path / "held" / "atlas.launchready"
    held.parent.mkdir()
    held.touch()
    assert place_for_copy(held) == held.with_name("atlas-2.launchready")
    monkeypatch.setattr("os.access", lambda folder, _: folder != held.parent)
    assert place_for_copy(held) == launches_folder() / "atlas.launchready"


def test_a_delegate_is_not_called_the_lead(window: Window) -> None:
    launch = window.bridge.launch
    abe = next(person for person in launch.people.values() if person.name == "J. Abe")
    window.bridge.make(
        lambda draft: draft.make(
            DelegateNamed(
                id=draft.new_id(),
                lane="pmm",
                person=abe.id,
                start=window.bridge.today,
                end=window.bridge.today,
                word=window.bridge.word(draft.launch),
            )
        )
    )
    window.bridge.session.author = Author(abe.name, abe.email)
    window.status.show_launch(window.bridge)
    assert window.status._lane.text() == "PMM delegate"


def test_a_new_window_is_no_larger_than_the_screen(qtbot: Any, theme: Theme, settings: QSettings) -> None:
    """As at 200 % on a small screen: what lies outside of it can't be reached."""
    window = Window(theme, settings)
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    assert room.width() < USUAL.width()  # else this test shows nothing
    assert window.width() <= room.width()
    assert window.height() < room.height()
    assert fitted(QSize(9000, 100), window) == QSize(room.width(), 100)
