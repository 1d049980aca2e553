"""The claims page under keys and mouse."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from launchready.desktop.models.claims import PROOF
from launchready.desktop.pages.claims import ClaimsPage
from launchready.desktop.widgets.dialogs import FormDialog
from launchready.desktop.widgets.task_picker import TaskPicker
from launchready.desktop.window import Window
from launchready.launch.model import Claim, ClaimState


@pytest.fixture
def page(window: Window) -> ClaimsPage:
    found = window.open_page("claims")
    assert isinstance(found, ClaimsPage)
    return found


def chosen(page: ClaimsPage) -> Claim:
    found = page.claim()
    assert found is not None
    return page.bridge.launch.claims[found.id]


def draft_claim(page: ClaimsPage, text: str = "A draft") -> Claim:
    made: list[Claim] = []
    page.bridge.make(lambda draft: made.append(draft.claim(text)))
    page.show_claim(made[0].id)
    return made[0]


def test_a_claim_is_added_and_shown(page: ClaimsPage, window: Window) -> None:
    window.trigger("add_claim")
    form = window.findChildren(FormDialog)[-1].form
    form.send()
    assert "empty" in form.refusal.text()
    form.set_value("text", "Set up in ten minutes")
    form.set_value("where", "Blog")
    form.send()
    assert chosen(page).text == "Set up in ten minutes"
    assert chosen(page).state is ClaimState.DRAFT
    assert page.panel.head.words.toPlainText() == "Set up in ten minutes"


def test_f2_rewords_where_the_words_stand(page: ClaimsPage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    words = page.panel.head.words
    assert words.hasFocus()
    words.setPlainText("Exports every size in one click")
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert chosen(page).text == "Exports every size in one click"
    page.panel.head.where.setText("Everywhere")
    QTest.keyClick(page.panel.head.where, Qt.Key.Key_Return)
    assert chosen(page).where == "Everywhere"


def test_put_in_use_draft_withdraw_and_undo(page: ClaimsPage, window: Window) -> None:
    claim = draft_claim(page)
    for deed, state in (
        ("use_claim", ClaimState.IN_USE),
        ("draft_claim", ClaimState.DRAFT),
        ("withdraw_claim", ClaimState.WITHDRAWN),
    ):
        window.trigger(deed)
        assert page.bridge.launch.claims[claim.id].state is state
        assert chosen(page).id == claim.id
    window.undo()
    assert page.bridge.launch.claims[claim.id].state is ClaimState.DRAFT


def test_delete_removes_a_draft_and_refuses_what_is_in_use(page: ClaimsPage, window: Window) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert "withdraw it instead" in page.refusal.text()
    claim = draft_claim(page)
    page.take_focus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert claim.id not in page.bridge.launch.claims
    assert page.refusal.text() == ""
    window.undo()
    assert claim.id in page.bridge.launch.claims


def test_the_picker_proves_by_tasks_found_by_a_search(page: ClaimsPage, window: Window) -> None:
    claim = draft_claim(page)
    window.trigger("prove_by_tasks")
    picker = window.findChildren(TaskPicker)[-1]
    QTest.keyClicks(picker.search, "rollback rehearsed")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    picker.search.setText("load")
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.search, Qt.Key.Key_Up)
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    QTest.keyClick(picker.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    titles = [page.bridge.launch.tasks[task].title for task in page.bridge.launch.claims[claim.id].proof]
    assert titles == ["Rollback rehearsed", "Load and performance"]
    window.trigger("prove_by_tasks")
    picker = window.findChildren(TaskPicker)[-1]
    assert picker.model.rowCount() > 10
    row = next(row for row, task in enumerate(picker.model.shown) if task.title == "Rollback rehearsed")
    box = picker.table.visualRect(picker.model.index(row, 0))
    picker.table.scrollTo(picker.model.index(row, 0))
    box = picker.table.visualRect(picker.model.index(row, 0))
    QTest.mouseClick(picker.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    picker.send()
    assert len(page.bridge.launch.claims[claim.id].proof) == 1


def test_evidence_is_added_accepted_by_the_pm_and_removed(page: ClaimsPage, window: Window) -> None:
    claim = draft_claim(page)
    window.trigger("prove_by_evidence")
    form = page.panel.proof.form
    assert form is not None
    form.set_value("date", "some day")
    form.set_value("label", "Lab report")
    form.send()
    assert "is no date" in form.refusal.text()
    form.set_value("date", "2026-11-20")
    form.send()
    held = page.bridge.launch.claims[claim.id].evidence
    assert [item.evidence.label for item in held] == ["Lab report"]
    assert "waits for Priya Nair" in page.panel.proof._under(page_proof(page), held[0])
    window.trigger("accept_evidence")
    form = page.panel.proof.form
    assert form is not None
    form.send()
    accepted = page.bridge.launch.claims[claim.id].evidence[0].accepted
    assert accepted is not None
    assert accepted.recorded_by == "Dana Ruiz"
    window.trigger("remove_proof")
    form = page.panel.proof.form
    assert form is not None
    form.send()
    assert page.bridge.launch.claims[claim.id].evidence == ()


def page_proof(page: ClaimsPage) -> Any:
    from launchready.desktop.models.claims import facts

    return facts(page.bridge.launch, chosen(page)).proof[0]


def test_from_a_claim_to_its_task_and_back(page: ClaimsPage, window: Window, qtbot: Any) -> None:
    index = page.model.index(0, PROOF)
    entry = page.model.entry(0)
    assert entry is not None
    place = page.cells._places(page.table.visualRect(index).adjusted(12, 0, -4, 0), entry)[0][0]
    page.open_proof(index, place.center())
    checklist: Any = window.page("checklist")
    assert window.stack.currentWidget() is checklist
    assert window.bridge.launch.tasks[checklist.table.current_task()].title == "Defects"
    relied = checklist.inspector.facts._relied

    def link() -> list[QAbstractButton]:
        return [each for each in relied.findChildren(QAbstractButton) if "C-1" in each.accessibleName()]

    qtbot.waitUntil(lambda: bool(link()))
    link()[0].click()
    assert window.stack.currentWidget() is page
    assert chosen(page).key == "C-1"


def test_filters_by_state_place_and_text(page: ClaimsPage) -> None:
    page.chips._buttons["unsupported"].click()
    assert page.model.rowCount() == 1
    QTest.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "nothing like it")
    assert page._nothing.isVisible()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.model.filter == "all"


def test_half_typed_words_survive_what_others_write(page: ClaimsPage) -> None:
    claim = chosen(page)
    page.panel.head.where.setFocus()
    page.panel.head.where.setText("Half ty")
    page.bridge.make(lambda draft: draft.edit_claim(draft.launch.claims[claim.id], text="Reworded elsewhere"))
    assert page.panel.head.where.text() == "Half ty"
    assert page.panel.head.words.toPlainText() == "Reworded elsewhere"
    assert chosen(page).id == claim.id


def test_a_narrow_window_opens_the_claim_as_a_drawer(page: ClaimsPage, window: Window, qtbot: Any) -> None:
    window.resize(900, 600)
    qtbot.waitUntil(lambda: page.width() < 800)
    assert not page.panel.isVisible()
    page.take_focus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    page.close_panel()
    assert not page.panel.isVisible()


def test_the_first_claim_has_room_beside_the_panel(page: ClaimsPage, qtbot: Any) -> None:
    claims = list(page.bridge.launch.claims.values())
    for claim in claims:
        page.show_claim(claim.id)
        page.withdraw_claim()
        page.remove_claim()
    page.bridge.make(lambda draft: draft.claim("Finds any document in under a second"))
    qtbot.waitUntil(page.panel.isVisible)
    qtbot.waitUntil(lambda: page.table.columnWidth(0) > page.table.columnWidth(2))


def test_an_empty_page_teaches_and_offers_the_next_step(page: ClaimsPage, window: Window) -> None:
    for claim in list(page.bridge.launch.claims.values()):
        page.show_claim(claim.id)
        page.withdraw_claim()
        page.remove_claim()
    assert page.model.rowCount() == 0
    assert page._nothing.isVisible()
    assert not page.panel.isVisible()
    offered = page._nothing.findChildren(QAbstractButton)[0]
    offered.click()
    assert window.findChildren(FormDialog)
    assert not page.has_claim()
