"""Questions to the decider, and the ruling."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from launchready.desktop.pages.sign_off import SignOffPage
from launchready.launch.model import Position
from tests.desktop.signing.deeds import act_as, elsewhere, launch, open_gate


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
