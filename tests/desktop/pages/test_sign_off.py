"""The sign-off page as a whole; its cards are tested in `signing`."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from launchready.desktop.pages.launch_card import agreement
from launchready.desktop.pages.overview import OverviewPage
from launchready.desktop.pages.sign_off import SignOffPage
from launchready.desktop.pictures.sample import sample_bridge
from launchready.desktop.window import Window
from launchready.identity import profile
from launchready.launch.decision import Verdict
from launchready.launch.model import Author, Position
from launchready.session import Session
from tests.desktop.signing.deeds import act_as, choose, launch, settle_all


@pytest.fixture
def page(window: Window) -> SignOffPage:
    """As the PMM lead sees it: PM's sign-off is stale, PMM has not signed, one PMM gate is open."""
    found = window.open_page("sign_off")
    assert isinstance(found, SignOffPage)
    return found


@pytest.fixture
def ready(page: SignOffPage) -> SignOffPage:
    """Nothing stands in PMM's way."""
    settle_all(page)
    return page


def test_the_strip_adds_the_positions_up(page: SignOffPage) -> None:
    assert page.strip.parts["pm"].text() == "Go, stale"
    assert page.strip.parts["pmm"].text() == "Not signed"
    assert page.strip.joint.text() == "No-go"
    assert page.strip.escalate.accessibleName() == "Escalate to L. Chen…"


def test_the_checklist_is_agreed_here_too(qtbot: Any, theme: Any, settings: Any) -> None:
    from launchready.desktop.bridge import LaunchBridge
    from launchready.desktop.pictures.sample import NOW
    from launchready.sample import PMM, Sample
    from launchready.store.memory import MemoryStore

    ids = iter(range(100_000))
    records = Sample(NOW, lambda: f"{next(ids):016x}").start().store.read()
    session = Session(MemoryStore(records, name="a"), Author(PMM), lambda: NOW, lambda: f"own{next(ids)}")
    window = Window(theme, settings)
    qtbot.addWidget(window)
    window.show()
    window.show_bridge(LaunchBridge(session), remember=False)
    page = window.open_page("sign_off")
    assert isinstance(page, SignOffPage)
    buttons = {each.text(): each for each in page.agreement.findChildren(QAbstractButton)}
    buttons["Agree as PMM"].click()
    assert launch(page).agreed["pmm"].recorded_by == ""
    buttons["Record for Priya Nair"].click()
    assert launch(page).agreed["pm"].recorded_by == "Dana Ruiz"


def test_the_verdict_follows(ready: SignOffPage, qtbot: Any) -> None:
    for lane in ("pmm", "pm"):
        if lane == "pm":
            act_as(ready, "Priya Nair")
        choose(ready.lanes[lane].form, Position.GO)
        ready.lanes[lane].form.submit.click()
    qtbot.waitUntil(lambda: ready.strip.joint.text() == "Go")
    assert ready.bridge.decision.verdict is Verdict.GO


def test_another_launch_starts_anew(page: SignOffPage, window: Window) -> None:
    from launchready.desktop.pictures.sample import sample_bridge

    form = page.lanes["pmm"].form
    choose(form, Position.NO_GO)
    form.reason.setPlainText("Of the first launch")
    window.show_bridge(sample_bridge(), remember=False)
    window.open_page("sign_off")
    assert form.reason.toPlainText() == ""
    assert form.choice.current() is None


def test_everything_that_can_be_worked_has_a_name(page: SignOffPage) -> None:
    form = page.lanes["pmm"].form
    choose(form, Position.CONDITIONS)
    form.conditions.add()
    page.rule()
    page.escalate()
    page.lanes["pm"].withdraw()
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    nameless = [
        widget
        for kind in kinds
        for widget in page.findChildren(kind)
        if isinstance(widget, QWidget) and widget.isVisibleTo(page) and not widget.accessibleName()
    ]
    assert [f"{type(widget).__name__} in {type(widget.parent()).__name__}" for widget in nameless] == []


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
def test_opens_at_the_top_whatever_has_the_focus(window: Window, size: tuple[int, int]) -> None:
    window.resize(*size)
    page = window.open_page("sign_off")
    assert isinstance(page, SignOffPage)
    QTest.qWait(50)
    assert page._area.verticalScrollBar().value() == 0
    focus = window.focusWidget()
    assert focus is not None
    assert page.isAncestorOf(focus)
    assert focus.visibleRegion().boundingRect() == focus.rect()


def test_what_i_began_is_not_there_for_whom_i_say_i_am_next(ready: SignOffPage, window: Window) -> None:
    form = ready.lanes["pmm"].form
    choose(form, Position.GO)
    profile.save(profile.Profile("Priya Nair", ""))
    window.take_profile()
    assert ready.bridge.my_lanes() == ("pm",)
    assert form.isHidden()
    assert not form.begun()


def test_ctrl_enter_on_the_chosen_position_signs(ready: SignOffPage) -> None:
    form = ready.lanes["pmm"].form
    choose(form, Position.GO)
    segment = form.choice.segment(Position.GO)
    segment.setFocus()
    QTest.keyClick(segment, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert launch(ready).sign_offs["pmm"].position is Position.GO


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
def test_after_signing_the_focus_goes_to_the_decision(
    ready: SignOffPage, window: Window, size: tuple[int, int]
) -> None:
    window.resize(*size)
    form = ready.lanes["pmm"].form
    choose(form, Position.GO)
    form.submit.setFocus()
    QTest.qWait(50)
    QTest.keyClick(form.submit, Qt.Key.Key_Space)
    QTest.qWait(50)
    assert launch(ready).sign_offs["pmm"].position is Position.GO
    assert ready.strip.record.hasFocus()
    assert ready.strip.joint.visibleRegion().boundingRect() == ready.strip.joint.rect()


def test_a_form_given_up_leaves_the_focus_where_it_was_opened(page: SignOffPage, window: Window) -> None:
    card = page.lanes["pm"]
    card.record_for(card.first_other())
    QTest.keyClick(card.form.cancel, Qt.Key.Key_Space)
    QTest.qWait(50)
    focus = window.focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus.text() == "Record for Priya Nair…"


def test_what_the_first_sign_off_agreed_waits_for_nobody(qtbot: Any, theme: Any, settings: Any) -> None:
    window = Window(theme, settings)
    qtbot.addWidget(window)
    window.show()
    window.show_bridge(sample_bridge(chapters=0), remember=False)
    page, overview = window.open_page("sign_off"), window.page("overview")
    assert isinstance(page, SignOffPage)
    assert isinstance(overview, OverviewPage)
    lanes = page.agreement._rows

    def said(lane: str) -> str:
        return " ".join(each.text() for each in lanes.row(lane).findChildren(QLabel))  # type: ignore[union-attr]

    page.agreement.agree("pmm")
    assert "PM: Priya Nair has not agreed" in said("pm")
    assert overview.can_agree()
    page.lanes["pmm"].form.choice.choose(Position.NO_GO)
    page.lanes["pmm"].form.sign()
    assert "PM: agreed with the first sign-off" in said("pm")
    assert not [each for each in lanes.findChildren(QAbstractButton) if each.isVisible()]
    assert not overview.can_agree()
    assert agreement(launch(page)).endswith("; PM with the first sign-off")


def test_nothing_scrolls_when_the_window_is_come_back_to(page: SignOffPage, window: Window) -> None:
    window.resize(900, 600)
    page.strip.escalate.setFocus()
    bar = page._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    down = bar.value()
    assert down > 0
    page._on_focus_changed(None, page.strip.escalate)  # as the system activates the window
    assert bar.value() == down
    page._on_focus_changed(window.top, page.strip.escalate)
    assert bar.value() < down


def test_signing_by_key_brings_the_form_back_into_sight(ready: SignOffPage, window: Window, qtbot: Any) -> None:
    window.resize(900, 600)
    window.trigger("sign")
    form = ready.lanes["pmm"].form
    bar = ready._area.verticalScrollBar()
    qtbot.waitUntil(lambda: form.visibleRegion().boundingRect() == form.rect())
    QTest.qWait(150)  # until it has come to rest
    bar.setValue(0)
    assert form.choice.visibleRegion().isEmpty()
    window.trigger("sign")
    qtbot.waitUntil(lambda: form.visibleRegion().boundingRect() == form.rect())
