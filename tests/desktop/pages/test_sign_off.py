"""The sign-off page under keys and mouse: given, refused, recorded, withdrawn, and everything that goes with it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from launchready.desktop.pages.launch_card import agreement
from launchready.desktop.pages.overview import OverviewPage
from launchready.desktop.pages.sign_off import SignOffPage
from launchready.desktop.pictures import sample_bridge
from launchready.desktop.signing.sign_form import SignForm
from launchready.desktop.widgets.rows import RowList
from launchready.desktop.window import Window
from launchready.identity import profile
from launchready.launch.decision import Verdict
from launchready.launch.drafting import Draft
from launchready.launch.model import Author, ClaimState, Launch, Position, Status
from launchready.launch.readiness import is_done, is_gate
from launchready.session import Session


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


def settle_all(page: SignOffPage) -> None:
    """Every gate done, every claim withdrawn."""

    def build(draft: Draft) -> None:
        for task in list(draft.launch.tasks.values()):
            if is_gate(task) and not is_done(task):
                draft.progress(draft.launch.tasks[task.id], Status.DONE)

    page.bridge.make(build)


def act_as(page: SignOffPage, name: str) -> None:
    """Lets another person of the launch sit at this window."""
    person = next(each for each in page.bridge.launch.people.values() if each.name == name)
    page.bridge.session.author = Author(person.name, person.email)
    page.refresh(page.bridge.launch, page.bridge.launch)


def elsewhere(page: SignOffPage, title: str, status: Status = Status.BLOCKED) -> None:
    """Another writer changes a task, which this window hears of as it does of any entry."""
    task = next(each for each in page.bridge.launch.tasks.values() if each.title == title)
    page.bridge.make(lambda draft: draft.progress(draft.launch.tasks[task.id], status, "Seen elsewhere"))


def choose(form: SignForm, position: Position) -> None:
    QTest.mouseClick(form.choice.segment(position), Qt.MouseButton.LeftButton)


def launch(page: SignOffPage) -> Launch:
    return page.bridge.launch


def spoken(rows: RowList) -> list[str]:
    """The rows of a list as a screen reader says them."""
    found = (rows.row(key) for key in rows.keys())  # noqa: SIM118
    return [row.accessibleName() for row in found if row is not None]


def open_gate(page: SignOffPage) -> str:
    return next(task.id for task in launch(page).tasks.values() if task.title == "Analyst briefings")


def add_condition(form: SignForm, text: str, covers: str = "", due: str = "T-1", owner: str = "") -> None:
    form.conditions.add()
    asked = form.conditions.form
    assert asked is not None
    for name, value in (("text", text), ("covers", covers), ("due", due), ("owner", owner)):
        asked.set_value(name, value)
    asked.send()


# -- what is shown ------------------------------------------------------------------------------------------------


def test_the_strip_adds_the_positions_up(page: SignOffPage) -> None:
    assert page.strip.parts["pm"].text() == "Go, stale"
    assert page.strip.parts["pmm"].text() == "Not signed"
    assert page.strip.joint.text() == "No-go"
    assert page.strip.escalate.accessibleName() == "Escalate to L. Chen…"


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


# -- signing ------------------------------------------------------------------------------------------------------


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


# -- recorded, withdrawn ------------------------------------------------------------------------------------------


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


# -- conditions and waivers -----------------------------------------------------------------------------------------


@pytest.fixture
def conditional(page: SignOffPage) -> SignOffPage:
    """Signed with one condition that covers the open gate, and one that covers nothing; Priya Nair sits here now."""
    form = page.lanes["pmm"].form
    choose(form, Position.CONDITIONS)
    add_condition(form, "Second firm briefed", open_gate(page))
    add_condition(form, "Notes read")
    form.submit.click()
    act_as(page, "Priya Nair")
    return page


def test_the_other_lead_accepts_calls_met_and_releases(conditional: SignOffPage) -> None:
    card = conditional.conditions
    buttons = {each.accessibleName(): each for each in card.findChildren(QAbstractButton)}
    buttons["Accept: CD-1 Second firm briefed"].click()
    buttons["Accept: CD-2 Notes read"].click()
    first, second = sorted(launch(conditional).conditions.values(), key=lambda each: each.key)
    assert first.accepted is not None
    assert second.accepted is not None
    assert card.remark.text() == "2 unmet"
    conditional.call_condition_met()
    assert launch(conditional).conditions[second.id].met is not None
    card.release(first.id)
    assert card.form is not None
    card.form.set_value("reason", "Not needed")
    card.form.send()
    assert launch(conditional).conditions[first.id].released is not None
    assert card.earlier.text() == "1 earlier"


def test_the_one_who_asked_accepts_for_the_other_only_by_recording(conditional: SignOffPage) -> None:
    act_as(conditional, "Dana Ruiz")
    card = conditional.conditions
    conditional.accept_condition()
    assert card.form is not None
    card.form.send()
    held = launch(conditional).conditions[card.rows.keys()[0]]
    assert held.accepted is not None
    assert held.accepted.recorded_by == "Dana Ruiz"


def test_a_covered_gate_shows_its_condition(conditional: SignOffPage) -> None:
    conditional.accept_condition()
    conditional.accept_condition()
    assert "Analyst briefings, 0 of 1, Covered by CD-1" in spoken(conditional.lanes["pmm"].covers)


def test_a_waiver_is_renewed_consented_to_and_withdrawn(page: SignOffPage) -> None:
    card = page.waivers
    (held,) = launch(page).waivers.values()
    act_as(page, "Priya Nair")
    card.renew(held)
    assert card.form is not None
    card.form.set_value("expires", "soon")
    card.form.send()
    assert "is no date" in card.form.refusal.text()
    card.form.set_value("expires", "2027-03-01")
    card.form.send()
    assert launch(page).waivers[held.id].renewal is not None
    act_as(page, "Dana Ruiz")
    page.consent_next_waiver()
    assert launch(page).waivers[held.id].terms.expires == dt.date(2027, 3, 1)
    card.withdraw(launch(page).waivers[held.id])
    assert card.form is not None
    card.form.send()
    assert launch(page).waivers[held.id].withdrawn is not None
    assert card.rows.keys() == []


def test_a_reviewer_reviews(page: SignOffPage) -> None:
    (held,) = launch(page).waivers.values()

    def build(draft: Draft) -> None:
        draft.edit_task(draft.launch.tasks[held.task], reviewer=draft.person("Legal"))

    page.bridge.make(build)
    row = page.waivers.rows.row(held.id)
    assert row is not None
    assert any("waits for the review of Legal" in each.text() for each in row.findChildren(QLabel))
    page.waivers.review(held)
    assert page.waivers.form is not None
    page.waivers.form.send()
    assert launch(page).waivers[held.id].review is not None


# -- escalation, ruling, agreement ----------------------------------------------------------------------------------


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


def test_the_checklist_is_agreed_here_too(qtbot: Any, theme: Any, settings: Any) -> None:
    from launchready.desktop.bridge import LaunchBridge
    from launchready.desktop.pictures import NOW
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


# -- keeping ------------------------------------------------------------------------------------------------------


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


def test_the_verdict_follows(ready: SignOffPage, qtbot: Any) -> None:
    for lane in ("pmm", "pm"):
        if lane == "pm":
            act_as(ready, "Priya Nair")
        choose(ready.lanes[lane].form, Position.GO)
        ready.lanes[lane].form.submit.click()
    qtbot.waitUntil(lambda: ready.strip.joint.text() == "Go")
    assert ready.bridge.decision.verdict is Verdict.GO


def test_another_launch_starts_anew(page: SignOffPage, window: Window) -> None:
    from launchready.desktop.pictures import sample_bridge

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


def test_no_claim_in_use_means_no_line_about_claims(page: SignOffPage) -> None:
    def build(draft: Draft) -> None:
        from launchready.launch.changes import ClaimStateChanged

        for claim in list(draft.launch.claims.values()):
            draft.make(ClaimStateChanged(claim=claim.id, to=ClaimState.WITHDRAWN, was=claim.state))

    page.bridge.make(build)
    assert not any("Claims" in words for words in spoken(page.lanes["pmm"].covers))


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
