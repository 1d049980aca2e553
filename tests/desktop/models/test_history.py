from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from launchready.desktop import timeline
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.models.history import WHAT, WHEN, HistoryModel


@pytest.fixture
def model(bridge: LaunchBridge) -> Iterator[HistoryModel]:
    made = HistoryModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    show(made, bridge)
    yield made
    del tester


def show(model: HistoryModel, bridge: LaunchBridge) -> None:
    line = timeline.of(bridge)
    line.catch_up(float("inf"))
    model.show(line, bridge.launch, bridge.today)


def words(model: HistoryModel) -> list[str]:
    return [str(model.data(model.index(row, WHAT))) for row in range(model.rowCount())]


def test_newest_first_and_all_of_them(model: HistoryModel, bridge: LaunchBridge) -> None:
    assert model.rowCount() == len(bridge.session.entries)
    assert words(model)[0].startswith("Marked PM-22 Defects blocked")
    assert words(model)[-1].startswith("Created “Atlas 3.0”")


def test_filters_narrow_together(model: HistoryModel) -> None:
    model.choose(topic="sign-off")
    assert len(words(model)) == 3
    model.choose(person="Priya Nair")
    assert all("PM" in text for text in words(model))
    model.choose(text="SIGNED off")
    assert words(model) == ["Signed off PM as Go: Release build 3.0.118 meets the Tier 1 bar."]
    model.choose(topic="all", person="", text="", back="week")
    assert 0 < model.rowCount() < model.total()
    assert all("Nov" in str(model.data(model.index(row, WHEN))) for row in range(model.rowCount()))


def test_finds_an_entry_by_its_hash(model: HistoryModel, bridge: LaunchBridge) -> None:
    model.choose(text=bridge.session.entries[5].hash[:12])
    found = model.entry(0)
    assert model.rowCount() == 1
    assert found is not None
    assert found.number == 5


def test_what_comes_is_one_row_more_and_selection_stays(model: HistoryModel, bridge: LaunchBridge) -> None:
    held = QPersistentModelIndex(model.index(3, 0))
    hash_ = model.entry(3)
    bridge.make(lambda draft: draft.edit_launch(name="Another"))
    show(model, bridge)
    assert held.row() == 4
    assert model.entry(4) == hash_


def test_what_is_undone_says_so(model: HistoryModel, bridge: LaunchBridge) -> None:
    bridge.make(lambda draft: draft.edit_launch(name="Another"))
    show(model, bridge)
    bridge.undo()
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last, _: changed.extend(range(first.row(), last.row() + 1)))
    show(model, bridge)
    assert 1 in changed
    said = str(model.data(model.index(1, WHEN), Qt.ItemDataRole.AccessibleTextRole))
    assert "by you" in said
    assert "undone" in said
    assert words(model)[0].startswith("Undid: Changed name")
