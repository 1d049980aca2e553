"""A question to the decider and the ruling, as the lead and the decider see them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from launchready.desktop.pages.overview import OverviewPage
from launchready.desktop.pages.sign_off import SignOffPage
from launchready.desktop.signing.rule_form import RuleForm
from launchready.desktop.widgets.notices import LAID_OUT
from launchready.desktop.window import Window
from launchready.launch.model import Author, Position
from tests.desktop.signing.deeds import act_as, elsewhere, launch, open_gate


@pytest.fixture
def asked(page: SignOffPage) -> SignOffPage:
    """The PMM lead put a question to the decider."""
    page.escalate()
    assert page.escalations.form is not None
    page.escalations.form.set_value("question", "Do we launch without the briefing?")
    page.escalations.form.send()
    return page


@pytest.fixture
def decider(asked: SignOffPage, window: Window) -> SignOffPage:
    """The decider sits at the window."""
    asked.bridge.session.author = Author("L. Chen", "chen@example.com")
    asked.refresh(asked.bridge.launch, asked.bridge.launch)
    window.status.show_launch(asked.bridge)
    return asked


def choose(form: RuleForm, position: Position) -> None:
    QTest.mouseClick(form.choice.segment(position), Qt.MouseButton.LeftButton)


def outlook(form: RuleForm) -> str:
    return form.outlook.text()


def test_a_question_goes_to_the_decider_who_rules(page: SignOffPage) -> None:
    page.strip.escalate.click()
    card = page.escalations
    assert card.form is not None
    card.form.set_value("question", "Do we launch without the briefing?")
    card.form.set_value("respond_by", "T-1")
    card.form.send()
    (asked,) = launch(page).escalations
    assert (asked.lane, asked.respond_by) == ("pmm", dt.date(2026, 11, 24))
    assert card.remark.text() == "1 open"
    act_as(page, "L. Chen")
    card.rule_button.click()
    form = card.rule_form
    form.submit.click()
    assert "Choose Go or No-go" in form.refusal.text()
    QTest.mouseClick(form.choice.segment(Position.GO), Qt.MouseButton.LeftButton)
    QTest.keyClick(form.accepts.box(open_gate(page)), Qt.Key.Key_Space)
    form.submit.click()
    assert "give it some text" in form.refusal.text()
    form.reason.setPlainText("Worth the risk")
    form.submit.click()
    ruling = launch(page).ruling
    assert ruling is not None
    assert (ruling.accepts, ruling.word.recorded_by) == ((open_gate(page),), "")
    assert launch(page).escalations[0].ruling == ruling.id
    page.withdraw_ruling()
    assert launch(page).ruling.withdrawn is not None  # type: ignore[union-attr]


def test_a_ruling_whose_ground_moved_is_refused_and_keeps_what_was_typed(page: SignOffPage) -> None:
    page.rule()
    form = page.escalations.rule_form
    QTest.mouseClick(form.choice.segment(Position.GO), Qt.MouseButton.LeftButton)
    form.reason.setPlainText("Go on")
    form.accepts.check([open_gate(page)])
    elsewhere(page, "Sales kit")
    form.submit.click()
    assert "Sales kit: reopened" in form.refusal.text()
    assert launch(page).ruling is None
    form.ground.again.click()
    assert form.accepts.checked() == [open_gate(page)]
    form.submit.click()
    assert launch(page).ruling is not None
    assert launch(page).ruling.word.recorded_by == "Dana Ruiz"  # type: ignore[union-attr]


def test_an_escalation_is_withdrawn_by_its_lane(page: SignOffPage) -> None:
    page.escalate()
    assert page.escalations.form is not None
    page.escalations.form.set_value("question", "Now?")
    page.escalations.form.send()
    page.withdraw_escalation()
    assert launch(page).escalations[0].withdrawn is not None
    assert not page.has_escalation()


def test_a_question_that_was_put_is_told_and_stays_in_sight(page: SignOffPage, window: Window) -> None:
    page.strip.escalate.setFocus()
    page.strip.escalate.click()
    form: Any = page.escalations.form
    form.set_value("question", "Now?")
    form.send()
    assert window._toast is not None
    assert "Escalated: Now?" in window._toast.text()
    assert page.escalations.isAncestorOf(window.focusWidget())


def test_a_question_that_was_not_put_gives_the_focus_back(page: SignOffPage, window: Window) -> None:
    page.strip.escalate.setFocus()
    page.strip.escalate.click()
    form: Any = page.escalations.form
    form.close_form()
    assert window.focusWidget() is page.strip.escalate


def test_the_decider_is_offered_to_answer(decider: SignOffPage, window: Window) -> None:
    assert window.status._lane.text() == "decider"
    assert decider.strip.escalate.accessibleName() == "Answer the escalation…"
    overview: Any = window.open_page("overview")
    assert isinstance(overview, OverviewPage)
    assert overview.review.text() == "Answer the escalation…"
    QTest.mouseClick(overview.review, Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is decider
    assert decider.escalations.rule_form.isVisible()


def test_a_ruling_says_what_it_leads_to(decider: SignOffPage) -> None:
    decider.rule()
    form = decider.escalations.rule_form
    choose(form, Position.GO)
    assert "It answers every open escalation." in outlook(form)
    assert "With it the decision is No-go." in outlook(form)
    for subject in form.accepts._boxes:
        form.accepts.box(subject).click()
    assert "With it the decision is Hold." in outlook(form)  # no ruling stands in for a sign-off
    choose(form, Position.NO_GO)
    assert "With it the decision is No-go." in outlook(form)


def test_a_ruling_is_given_by_keys_from_anywhere_in_the_form(decider: SignOffPage) -> None:
    decider.rule()
    form = decider.escalations.rule_form
    form.reason.setPlainText("Not yet")
    QTest.keyClick(form.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.refusal.text()
    choose(form, Position.NO_GO)
    assert not form.refusal.text()
    QTest.keyClick(form.choice.segment(Position.NO_GO), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert decider.bridge.launch.ruling is not None


def test_a_ruling_that_opens_comes_into_sight(decider: SignOffPage, window: Window, qtbot: Any) -> None:
    window.resize(1280, 800)
    window.open_page("overview")
    window.trigger("rule")
    form = decider.escalations.rule_form
    qtbot.waitUntil(lambda: form.visibleRegion().boundingRect() == form.rect())


def test_a_change_elsewhere_leaves_the_page_where_it_was_scrolled_to(
    decider: SignOffPage, window: Window, qtbot: Any
) -> None:
    window.resize(1280, 600)
    window.open_page("overview")
    window.trigger("rule")
    form = decider.escalations.rule_form
    qtbot.waitUntil(lambda: not form.visibleRegion().isEmpty())
    qtbot.wait(2 * LAID_OUT[-1])
    bar = decider.findChild(QScrollArea).verticalScrollBar()
    assert bar.value() > 0
    bar.setValue(0)
    kit = next(task for task in launch(decider).tasks.values() if task.title == "Sales kit")
    decider.bridge.make(lambda draft: draft.edit_task(kit, notes="Printed"))
    qtbot.wait(2 * LAID_OUT[-1])
    assert bar.value() == 0


def test_the_row_of_an_escalation_leads_to_it(asked: SignOffPage, window: Window, qtbot: Any) -> None:
    window.resize(1280, 800)
    overview: Any = window.open_page("overview")
    qtbot.waitUntil(lambda: any("Escalated" in entry.text for entry in rows(overview)))
    overview.open_obstacle(next(n for n, entry in enumerate(rows(overview)) if "Escalated" in entry.text))
    card = asked.escalations
    qtbot.waitUntil(lambda: card.visibleRegion().boundingRect() == card.rect())


def rows(overview: OverviewPage) -> list[Any]:
    model = overview.stands.model
    return [model.entry(row) for row in range(model.rowCount())]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_link_is_followed_by_enter_and_by_space(page: SignOffPage, key: Qt.Key) -> None:
    page.strip.escalate.setFocus()
    QTest.keyClick(page.strip.escalate, key)
    assert page.escalations.form is not None
