"""A lane's card: what was signed, recorded, withdrawn, and what it covers."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QAbstractButton

from launchready.desktop.pages.sign_off import SignOffPage
from launchready.desktop.window import Window
from launchready.launch.drafting import Draft
from launchready.launch.model import ClaimState, Position
from tests.desktop.signing.deeds import act_as, choose, launch, open_gate, spoken


def test_a_stale_sign_off_says_what_changed_in_words(page: SignOffPage) -> None:
    card = page.lanes["pm"]
    assert card.pill.text() == "Go, signed 19 Nov, stale"
    words = spoken(card.changes.rows)
    assert words[0] == "PM-22 Defects: reopened, 20 Nov, Makes it stale"
    assert any("no longer supported" in each for each in words)


def test_what_is_signed_is_counted_as_the_report_counts_it(page: SignOffPage) -> None:
    from launchready.exchange.report.reporting import report_of

    report = report_of(launch(page), "", 0, page.bridge.session.clock())
    lane = next(each for each in report.lanes if each.lane == "pmm")
    wanted = {f"{area.name}, {area.done} of {area.total}" for area in lane.areas}
    shown = {words.rpartition(", ")[0] for words in spoken(page.lanes["pmm"].covers)}
    assert wanted <= shown
    assert {"Joint gates, 4 of 4", "Claims in use, supported, 1 of 2"} <= shown


def test_an_open_area_leads_to_its_task(page: SignOffPage, window: Window) -> None:
    links = page.lanes["pmm"].covers.findChildren(QAbstractButton)
    next(each for each in links if each.accessibleName() == "Analyst briefings").click()
    checklist: Any = window.page("checklist")
    assert checklist.table.current_task() == open_gate(page)


def test_the_digest_stands_in_the_details_only(page: SignOffPage) -> None:
    card = page.lanes["pm"]
    held = launch(page).sign_offs["pm"]
    assert not card._digest.isVisible()
    card.details.click()
    assert card._digest.isVisible()
    assert held.digest in card._digest.text()


def test_what_is_recorded_for_somebody_is_never_shown_as_signed(ready: SignOffPage) -> None:
    card = ready.lanes["pm"]
    next(
        each for each in card.findChildren(QAbstractButton) if each.accessibleName() == "Record for Priya Nair…"
    ).click()
    assert card.form.isVisible()
    choose(card.form, Position.GO)
    card.form.submit.click()
    held = launch(ready).sign_offs["pm"]
    assert held.word.recorded_by == "Dana Ruiz"
    assert card.pill.text() == "Go, recorded 22 Nov"
    assert ready.strip.parts["pm"].text() == "Go, recorded"
    assert card._by.text().startswith("Recorded by Dana Ruiz for Priya Nair")
    recorded = card.pill.grab().toImage()
    ready.lanes["pmm"].pill.show_sign_off(ready_look(ready, recorded=False))
    assert ready.lanes["pmm"].pill.grab().toImage() != recorded


def ready_look(page: SignOffPage, *, recorded: bool) -> Any:
    from launchready.desktop.widgets.sign_off_state import of_sign_off

    return of_sign_off(launch(page), "pm")._replace(recorded=recorded)


def test_a_cancelled_record_leaves_nothing(page: SignOffPage) -> None:
    card = page.lanes["pm"]
    card.record_for(launch(page).leads["pm"])
    card.form.reason.setPlainText("He said")
    card.form.cancel.click()
    assert not card.form.isVisible()
    assert card.form.reason.toPlainText() == ""


def test_a_sign_off_is_withdrawn_with_a_reason(ready: SignOffPage) -> None:
    form = ready.lanes["pmm"].form
    choose(form, Position.GO)
    form.submit.click()
    card = ready.lanes["pmm"]
    card.withdraw_button.click()
    assert card.withdrawing is not None
    card.withdrawing.set_value("reason", "Too early")
    card.withdrawing.send()
    assert launch(ready).sign_offs["pmm"].withdrawn is not None
    assert card.pill.text() == "Withdrawn 22 Nov"
    assert card.form.isVisible()


def test_a_no_go_is_not_withdrawn(page: SignOffPage) -> None:
    form = page.lanes["pmm"].form
    choose(form, Position.NO_GO)
    form.submit.click()
    assert not page.lanes["pmm"].withdraw_button.isVisible()
    assert page.lanes["pmm"].sign_again.isVisible()


def test_somebody_who_leads_nothing_can_only_record(page: SignOffPage) -> None:
    act_as(page, "T. Lind")
    assert not any(card.form.isVisible() for card in page.lanes.values())
    assert not page.can_sign()
    assert page.can_record()


def test_no_claim_in_use_means_no_line_about_claims(page: SignOffPage) -> None:
    def build(draft: Draft) -> None:
        from launchready.launch.changes import ClaimStateChanged

        for claim in list(draft.launch.claims.values()):
            draft.make(ClaimStateChanged(claim=claim.id, to=ClaimState.WITHDRAWN, was=claim.state))

    page.bridge.make(build)
    assert not any("Claims" in words for words in spoken(page.lanes["pmm"].covers))
