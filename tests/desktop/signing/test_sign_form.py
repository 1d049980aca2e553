"""A lane's form: signed, refused, with conditions."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from launchready.desktop.pages.sign_off import SignOffPage
from launchready.launch.drafting import Draft
from launchready.launch.model import Author, Position, Status
from launchready.session import Session
from tests.desktop.signing.deeds import add_condition, choose, elsewhere, launch, open_gate, spoken


def test_go_is_not_offered_while_a_gate_is_open(page: SignOffPage) -> None:
    form = page.lanes["pmm"].form
    assert not form.choice.segment(Position.GO).isEnabled()
    assert form.hint.text().startswith("Go is not offered to PMM while PMM-13 is open: finish it, waive it")
    form.submit.click()
    assert "Choose a position first" in form.refusal.text()


def test_signs_go_by_keys_alone(ready: SignOffPage) -> None:
    form = ready.lanes["pmm"].form
    form.choice.segment(Position.GO).setFocus()
    QTest.keyClick(form.choice.segment(Position.GO), Qt.Key.Key_Space)
    QTest.keyClicks(form.reason, "All of it is in place")
    QTest.keyClick(form.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    held = launch(ready).sign_offs["pmm"]
    assert (held.position, held.rationale, held.word.recorded_by) == (Position.GO, "All of it is in place", "")
    assert not form.isVisible()
    assert ready.lanes["pmm"].pill.text() == "Go, signed 22 Nov"


def test_arrows_go_from_position_to_position(ready: SignOffPage) -> None:
    choice = ready.lanes["pmm"].form.choice
    choice.setFocus()
    QTest.keyClick(choice.segment(Position.GO), Qt.Key.Key_Space)
    QTest.keyClick(choice.segment(Position.GO), Qt.Key.Key_Right)
    assert choice.current() is Position.CONDITIONS


def test_go_with_conditions_names_who_what_and_when(page: SignOffPage) -> None:
    form = page.lanes["pmm"].form
    choose(form, Position.CONDITIONS)
    assert "needs at least one condition" in form.hint.text()
    add_condition(form, "Read the notes")
    assert "neither waived nor named" in form.hint.text()
    form.conditions.edit(0)
    assert form.conditions.form is not None
    form.submit.click()
    assert "still being written" in form.refusal.text()
    form.conditions.form.set_value("covers", open_gate(page))
    form.conditions.form.set_value("owner", "Nobody Yet")
    form.conditions.form.send()
    assert form.hint.text() == ""
    form.submit.click()
    (held,) = launch(page).conditions.values()
    assert (held.text, held.covers, held.due) == ("Read the notes", (open_gate(page),), dt.date(2026, 11, 24))
    assert launch(page).people[held.owner].name == "Nobody Yet"
    assert launch(page).sign_offs["pmm"].position is Position.CONDITIONS


@pytest.mark.parametrize(("field", "value", "says"), [("text", "", "give it some text"), ("due", "soon", "is no date")])
def test_a_condition_that_says_too_little_is_refused_in_its_form(
    page: SignOffPage, field: str, value: str, says: str
) -> None:
    form = page.lanes["pmm"].form
    choose(form, Position.CONDITIONS)
    form.conditions.add()
    assert form.conditions.form is not None
    form.conditions.form.set_value("text", "Something")
    form.conditions.form.set_value(field, value)
    form.conditions.form.send()
    assert says in form.conditions.form.refusal.text()
    assert form.conditions.proposals == []


def test_a_sign_off_whose_ground_moved_is_refused_with_the_difference(ready: SignOffPage) -> None:
    form = ready.lanes["pmm"].form
    choose(form, Position.GO)
    form.reason.setPlainText("Half a sen")
    count = len(ready.bridge.session.entries) + 1
    elsewhere(ready, "Sales kit")
    assert "PMM-11 Sales kit: reopened" in form.ground.text()
    form.submit.click()
    assert "PMM-11 Sales kit: reopened" in form.refusal.text()
    assert "pmm" not in launch(ready).sign_offs
    assert len(ready.bridge.session.entries) == count
    assert form.reason.toPlainText() == "Half a sen"
    assert form.choice.current() is Position.GO
    form.ground.again.click()
    assert form.ground.text() == ""
    assert "PMM-11 is open" in form.hint.text()
    choose(form, Position.NO_GO)
    form.submit.click()
    assert launch(ready).sign_offs["pmm"].position is Position.NO_GO
    assert launch(ready).sign_offs["pmm"].rationale == "Half a sen"


def test_what_another_writer_did_unseen_is_refused_too(ready: SignOffPage) -> None:
    """The other entry is in the file, and this window has not looked yet."""
    form, mine = ready.lanes["pmm"].form, ready.bridge.session
    choose(form, Position.GO)
    other = Session(mine.store, Author("Priya Nair"), mine.clock, lambda: "other-entry")
    task = next(each for each in other.launch.tasks.values() if each.title == "Sales kit")
    draft = Draft(other.launch, other.new_id)
    draft.progress(task, Status.TODO)
    other.commit(lambda _: draft.changes)
    assert form.ground.text() == ""
    form.submit.click()
    assert "PMM-11 Sales kit: reopened" in form.refusal.text()
    assert "PMM-11 Sales kit: reopened" in form.ground.text()
    assert "pmm" not in launch(ready).sign_offs
    assert form.choice.current() is Position.GO


def test_the_list_stays_what_will_be_signed_until_one_looks_again(ready: SignOffPage) -> None:
    form, covers = ready.lanes["pmm"].form, ready.lanes["pmm"].covers
    choose(form, Position.GO)
    before = spoken(covers)
    elsewhere(ready, "Sales kit")
    assert spoken(covers) == before
    form.look_again()
    assert spoken(covers) != before


def test_what_is_not_covered_may_move_meanwhile(ready: SignOffPage) -> None:
    form = ready.lanes["pmm"].form
    choose(form, Position.GO)
    task = next(each for each in launch(ready).tasks.values() if not each.gating)
    ready.bridge.make(lambda draft: draft.edit_task(draft.launch.tasks[task.id], notes="A note"))
    assert form.ground.text() == ""
    form.submit.click()
    assert launch(ready).sign_offs["pmm"].position is Position.GO


def test_an_untouched_form_follows_the_launch(ready: SignOffPage) -> None:
    elsewhere(ready, "Sales kit")
    form = ready.lanes["pmm"].form
    assert form.ground.text() == ""
    assert form.seen is launch(ready)


def test_half_typed_conditions_survive_what_others_write(page: SignOffPage) -> None:
    form = page.lanes["pmm"].form
    choose(form, Position.CONDITIONS)
    form.conditions.add()
    assert form.conditions.form is not None
    form.conditions.form.set_value("text", "Half ty")
    elsewhere(page, "Sales kit")
    assert form.conditions.form.values()["text"] == "Half ty"
    assert form.conditions.isVisible()
    assert form.choice.current() is Position.CONDITIONS
