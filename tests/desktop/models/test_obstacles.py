from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.models.facts import View, facts
from launchready.desktop.models.lane_counts import lane_counts, standing
from launchready.desktop.models.obstacles import Obstacle, Obstacles, tally
from launchready.desktop.models.plan import readiness
from launchready.desktop.pictures.sample import sample_bridge
from launchready.exchange.report.report import Report
from launchready.exchange.report.reporting import report_of
from launchready.exchange.summary.front import front
from launchready.launch.changes import WaiverAsked
from launchready.launch.drafting import Draft
from launchready.launch.model import Status, Terms


def obstacles(bridge: LaunchBridge) -> list[Obstacle]:
    model = Obstacles()
    model.show(bridge.launch, bridge.decision, bridge.today)
    return [model.entry(row) for row in range(model.rowCount())]


def summary(bridge: LaunchBridge) -> Report:
    return report_of(bridge.launch, bridge.session.head, len(bridge.session.entries), bridge.session.clock())


def test_the_rows_are_those_of_the_summary_in_its_order(bridge: LaunchBridge) -> None:
    shown, rows = obstacles(bridge), front(summary(bridge)).rows
    assert [(each.text, each.lane) for each in shown] == [(row.text, row.lane) for row in rows]
    assert tally(bridge.decision) == front(summary(bridge)).tally == "2 gates, 1 claim, 2 sign-offs · 1 waived"


def test_the_cards_say_what_the_summary_says(bridge: LaunchBridge) -> None:
    for card in front(summary(bridge)).cards:
        counts = lane_counts(bridge.launch, bridge.today)[card.lane]
        assert (counts.done, counts.total) == (card.done, card.total)
        assert standing(bridge.launch, card.lane).text == card.badge
        assert (f"{counts.late} late" if counts.late else "") == card.late
        assert (f"{counts.waived} waived" in card.note) == bool(counts.waived)


@pytest.mark.parametrize("chapters", range(10))
def test_the_same_gates_are_counted_everywhere(theme: object, chapters: int) -> None:
    """What is waived is counted apart: on the cards, in the chart, by the checklist's chips, in the summary."""
    del theme
    bridge = sample_bridge(chapters=chapters)
    launch, now = bridge.launch, bridge.session.clock()
    counts = lane_counts(launch, bridge.today).values()
    assert all(each.done + each.open + each.waived == each.total for each in counts)
    gates = [found for found in facts(launch, View("", bridge.today)) if found.gate]
    late = sum(each.late for each in counts)
    assert sum(found.late for found in gates) == late == readiness(launch, [], now).late
    lanes = {each.lane: each for each in summary(bridge).lanes}
    assert [(lanes[each.lane].open, lanes[each.lane].waived, lanes[each.lane].late) for each in counts] == [
        (each.open, each.waived, each.late) for each in counts
    ]
    waived = {found.subject for found in bridge.decision.reasons if found.kind == "gate-waived"}
    assert sum(each.waived for each in counts) == len(waived)


def test_a_blocked_gate_is_a_square_and_a_row_says_all_of_it(bridge: LaunchBridge) -> None:
    found = next(each for each in obstacles(bridge) if "blocked" in each.text)
    assert found.look.tone == "no_go"
    assert all(part in found.sentence() for part in ("Blocked", "PM-22", "M. Okafor", "4 d late"))


def test_the_model_follows_the_reasons(bridge: LaunchBridge) -> None:
    model = Obstacles()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(bridge.launch, bridge.decision, bridge.today)
    before = model.rowCount()

    def reopen(draft: Draft) -> None:
        for task in [task for task in draft.launch.tasks.values() if task.gating and task.lane == "pm"][:3]:
            draft.progress(task, Status.TODO)

    bridge.make(reopen)
    model.show(bridge.launch, bridge.decision, bridge.today)
    assert model.rowCount() > before
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert model.entry(0).text in str(said)
    assert {model.entry(row).opens for row in range(model.rowCount())} == {"task", "claim", "sign-off"}
    del tester


def test_every_lane_has_a_card(bridge: LaunchBridge) -> None:
    assert [counts.people for counts in lane_counts(bridge.launch, bridge.today).values()] == [
        "Priya Nair",
        "Dana Ruiz",
        "Both leads",
    ]


def test_a_waiver_that_waits_is_said(bridge: LaunchBridge) -> None:
    task = next(each for each in bridge.launch.tasks.values() if each.title == "Defects")
    terms = Terms(reason="Rare", compensation="A note", expires=bridge.today + dt.timedelta(days=30))

    def ask(draft: Draft) -> None:
        word = bridge.word(draft.launch, draft.launch.leads["pm"])
        draft.make(WaiverAsked(id=draft.new_id(), task=task.id, lane="pm", terms=terms, word=word))

    assert bridge.make(ask) is not None
    found = next(each for each in obstacles(bridge) if each.subject == task.id)
    assert found.under == "PM-22 · waiver waits for consent"
