from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.models.stands import Obstacle, Obstacles, lane_counts, standing, tally
from launchready.exchange.report import Report
from launchready.exchange.reporting import report_of
from launchready.exchange.summary_front import front
from launchready.launch.drafting import Draft
from launchready.launch.model import Status


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
