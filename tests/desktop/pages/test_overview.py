"""The overview under keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QProgressBar, QTableView, QWidget

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.pages.overview import SEEN, OverviewPage
from launchready.desktop.window import Window
from launchready.identity import profile
from launchready.launch.changes import SignedOff
from launchready.launch.coverage import coverage, digest
from launchready.launch.drafting import Draft
from launchready.launch.model import Author, Position, Status
from launchready.launch.readiness import is_done, is_gate
from launchready.wording import reasons


@pytest.fixture
def page(window: Window) -> OverviewPage:
    found = window.open_page("overview")
    assert isinstance(found, OverviewPage)
    return found


def row_of(page: OverviewPage, opens: str) -> int:
    model = page.stands.model
    return next(row for row in range(model.rowCount()) if model.entry(row).opens == opens)


def test_says_the_verdict_its_rule_and_why(page: OverviewPage) -> None:
    card = page.decision_card
    assert card.verdict.text() == "No-go"
    assert reasons.why(page.bridge.decision)[:12] in card.why.text()
    assert "PMM has not signed." in card.why.text()
    assert "No-go" in card.accessibleDescription()
    assert not card.recorded.isVisible()


def make(page: OverviewPage, build: Callable[[Draft], object]) -> None:
    """An edit, and what follows it a moment later."""
    settled = QSignalSpy(page.bridge.settled)
    page.bridge.make(build)
    assert settled.count() or settled.wait(1000)


def test_before_the_go_no_go_it_says_what_that_day_would_bring(page: OverviewPage) -> None:
    make(page, lambda draft: draft.edit_launch(date=draft.launch.date.replace(month=12)))
    assert page.decision_card.verdict.text() == "Not ready"
    assert "From 22 Dec this would be No-go." in page.decision_card.why.text()


def test_the_recorded_decision_stands_beside_the_present_one(page: OverviewPage, window: Window) -> None:
    from launchready.desktop.widgets.dialogs import FormDialog

    window.trigger("record_decision")
    settled = QSignalSpy(page.bridge.settled)
    window.findChildren(FormDialog)[-1].form.send()
    assert settled.wait(1000)
    assert page.decision_card.recorded.text().startswith("No-go recorded 22 Nov, 09:30 by Dana Ruiz")
    make(page, lambda draft: draft.edit_launch(date=draft.launch.date.replace(month=12)))
    text = page.decision_card.recorded.text()
    assert text.startswith("No-go recorded 22 Nov, 09:30; Not ready now, because 2 gates are open")


def test_enter_on_a_row_opens_the_task(page: OverviewPage, window: Window) -> None:
    page.stands.table.choose_row(row_of(page, "task"))
    wanted = page.stands.model.entry(page.stands.table.currentIndex().row()).subject
    QTest.keyClick(page.stands.table, Qt.Key.Key_Return)
    checklist: Any = window.page("checklist")
    assert window.stack.currentWidget() is checklist
    assert checklist.table.current_task() == wanted


def test_a_click_on_a_row_opens_the_claim(page: OverviewPage, window: Window) -> None:
    table, row = page.stands.table, row_of(page, "claim")
    table.scrollTo(page.stands.model.index(row, 0))
    box = table.visualRect(page.stands.model.index(row, 0))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    claims: Any = window.page("claims")
    assert window.stack.currentWidget() is claims
    assert claims.claim().key == "C-1"


def test_a_row_about_a_sign_off_and_the_button_open_its_page(page: OverviewPage, window: Window) -> None:
    page.open_obstacle(row_of(page, "sign-off"))
    assert window.stack.currentWidget() is window.page("sign_off")
    window.open_page("overview")
    QTest.mouseClick(page.review, Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is window.page("sign_off")


def test_counts_follow_an_edit(page: OverviewPage) -> None:
    before = page.lanes["pm"].bar.value()
    gate = next(
        task for task in page.bridge.launch.tasks.values() if task.lane == "pm" and is_gate(task) and is_done(task)
    )
    make(page, lambda draft: draft.progress(draft.launch.tasks[gate.id], Status.TODO))
    assert page.lanes["pm"].bar.value() == before - 1
    assert f"{before - 1} of 22 gates done" in page.lanes["pm"].accessibleName()
    assert "39 of 43 gates done" in page.readiness.chart.accessibleDescription()


def test_nothing_in_the_way_is_said(page: OverviewPage) -> None:
    clear = msgspec.structs.replace(page.bridge.decision, reasons=())
    page.stands.show_obstacles(page.bridge.launch, clear, page.bridge.today)
    assert page.stands.nothing.isVisible()
    assert page.stands.table.isHidden()


def test_the_name_and_the_build_are_edited_where_they_stand(page: OverviewPage) -> None:
    field = page.launch_card.build
    field.setFocus()
    field.setText("3.0.999")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.bridge.launch.build == "3.0.999"
    page.launch_card.name.setText("")
    QTest.keyClick(page.launch_card.name, Qt.Key.Key_Return)
    assert "empty" in page.refusal.text()
    page.launch_card.name.setText("Half typed")
    page.bridge.make(lambda draft: draft.edit_launch(build="From elsewhere"))
    assert page.launch_card.name.text() == "Half typed"
    assert field.text() == "From elsewhere"


def test_what_changed_since_i_last_looked(page: OverviewPage, window: Window, bridge: LaunchBridge) -> None:
    assert page.since.title.text() == "Latest changes"
    me = bridge.me
    assert me is not None
    key = SEEN.format(launch=bridge.launch.id, person=me.id)
    assert window.settings.value(key) == bridge.session.head
    window.settings.setValue(key, bridge.session.entries[-3].hash)
    page.show_launch(bridge.launch, bridge.decision)
    assert page.since.title.text() == "Since you last looked"
    assert page.since.remark.text() == "2 changes"
    bridge.session.author = Author("M. Okafor")
    make(page, lambda draft: draft.edit_launch(name="Atlas 3.1"))
    bridge.session.author = Author("Dana Ruiz")
    page.settle(bridge.launch)
    assert page.since.remark.text() == "3 changes"
    page.mark_seen()
    assert page.since.remark.text() == "seen up to 22 Nov, 09:30"


def test_what_changed_is_told_to_whom_i_say_i_am(page: OverviewPage, window: Window) -> None:
    profile.save(profile.Profile("M. Okafor", ""))
    window.take_profile()
    assert page.since.title.text() == "Latest changes"
    make(page, lambda draft: draft.edit_launch(name="Atlas 3.1"))
    profile.save(profile.Profile("Dana Ruiz", ""))
    window.take_profile()
    assert page.since.title.text() == "Since you last looked"
    assert page.since.remark.text() == "1 change"
    profile.save(profile.Profile("M. Okafor", ""))
    window.take_profile()
    assert page.since.title.text() == "Since you last looked"
    assert page.since.remark.text().startswith("seen up to")


def test_a_lane_that_signs_shows_it(page: OverviewPage) -> None:
    def sign(draft: Draft) -> None:
        covered = coverage(draft.launch, "pmm")
        word = page.bridge.word(draft.launch)
        signed = SignedOff(
            id="s",
            lane="pmm",
            position=Position.NO_GO,
            covered=covered,
            digest=digest(covered),
            rationale="No",
            word=word,
        )
        draft.make(signed)

    make(page, sign)
    assert page.lanes["pmm"].pill.text() == "No-go"
    assert page.lanes["joint"].pill.text() == "PMM says No-go"
    assert page.decision_card.verdict.text() == "No-go"


@pytest.mark.parametrize("size", [(900, 600), (1280, 800), (2560, 1440)])
def test_nothing_is_cut_off_sideways(page: OverviewPage, window: Window, qtbot: Any, size: tuple[int, int]) -> None:
    page.bridge.make(lambda draft: draft.edit_launch(name="W" * 200, build="B" * 90))
    window.resize(*size)
    qtbot.waitUntil(lambda: page.width() > size[0] - 220)
    qtbot.waitUntil(lambda: page._inner.width() <= page.area.viewport().width())
    for card in page.lanes.values():
        qtbot.waitUntil(lambda card=card: card.pill.width() >= card.pill.sizeHint().width())


def test_everything_that_can_be_worked_has_a_name(page: OverviewPage) -> None:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QProgressBar, QTableView)
    found = [widget for kind in kinds for widget in page.findChildren(kind) if isinstance(widget, QWidget)]
    nameless = [
        type(widget).__name__
        for widget in found
        if not widget.accessibleName() and not getattr(widget, "text", str)() and "qt_" not in widget.objectName()
    ]
    assert nameless == []


def test_the_focus_goes_to_the_decision_where_nothing_stands_in_the_way(page: OverviewPage, window: Window) -> None:
    assert page.stands.table.hasFocus()
    page.stands.table.setFocus()
    page.show_decision(msgspec.structs.replace(page.bridge.decision, reasons=()))
    assert page.record.hasFocus()
    window.top.search.setFocus()
    page.take_focus()
    assert page.record.hasFocus()


def test_a_row_is_as_high_as_its_words_need(page: OverviewPage, window: Window) -> None:
    window.resize(1280, 800)
    table = page.stands.table
    blocked = next(row for row in range(page.stands.model.rowCount()) if "blocked" in page.stands.model.entry(row).text)
    QTest.qWait(20)
    assert table.rowHeight(blocked) > table.rowHeight(0)
    window.resize(1920, 1080)
    QTest.qWait(20)
    assert table.rowHeight(blocked) == table.rowHeight(0)
