"""The model of the responsibilities: cells, breaches, and that views hear exactly what changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from launchready.desktop import raci_edits
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.models.raci import RaciModel
from launchready.launch.raci import in_order

EDITS: list[tuple[str, str, str]] = []


@pytest.fixture
def model(bridge: LaunchBridge) -> Iterator[RaciModel]:
    EDITS.clear()
    made = RaciModel(lambda *edit: EDITS.append(edit))
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show_launch(bridge.launch)
    yield made
    del tester


def test_shows_activities_parties_and_what_goes_with_them(model: RaciModel, bridge: LaunchBridge) -> None:
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert titles == ["Activity", *bridge.launch.parties, "Input expected", "Escalates to"]
    first = in_order(bridge.launch)[0]
    assert model.index(0, 0).data() == first.title
    assert model.index(0, titles.index("PM")).data() == first.letters["PM"] == "AR"


def test_a_cell_is_spoken_in_words(model: RaciModel) -> None:
    spoken = str(model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.endswith("PM: accountable and responsible")
    assert str(model.index(0, 5).data(Qt.ItemDataRole.AccessibleTextRole)).endswith("QA: none")


def test_a_text_is_edited_and_letters_are_not(model: RaciModel, bridge: LaunchBridge) -> None:
    first = in_order(bridge.launch)[0]
    last = model.columnCount() - 1
    assert model.setData(model.index(0, last), " Head of product ")
    assert [(first.id, "escalates_to", "Head of product")] == EDITS
    assert not model.setData(model.index(0, 1), "R")
    assert not model.flags(model.index(0, 1)) & Qt.ItemFlag.ItemIsEditable


@pytest.mark.parametrize(
    ("party", "letter", "breach"),
    [("PMM", "A", "More than one A"), ("PM", "", "No A"), ("Sales", "", "")],
)
def test_a_breach_stands_in_its_row(
    model: RaciModel, bridge: LaunchBridge, party: str, letter: str, breach: str
) -> None:
    first = in_order(bridge.launch)[0]
    bridge.make(lambda draft: raci_edits.type_letter(draft, first.id, party, letter))
    model.show_launch(bridge.launch)
    assert model.breach(0) == breach
    assert model.broken() == ([first.id] if breach else [])


def test_without_any_letter_both_are_missing(model: RaciModel, bridge: LaunchBridge) -> None:
    bridge.make(lambda draft: draft.activity("Nobody's"))
    model.show_launch(bridge.launch)
    assert model.breach(model.rowCount() - 1) == "No A and no R"
    bridge.make(lambda draft: raci_edits.type_letter(draft, model.activity(model.rowCount() - 1).id, "PM", "A"))  # type: ignore[union-attr]
    model.show_launch(bridge.launch)
    assert model.breach(model.rowCount() - 1) == "No R"


def test_columns_come_go_and_move_under_a_held_index(model: RaciModel, bridge: LaunchBridge) -> None:
    sales = bridge.launch.parties.index("Sales") + 1
    held = QPersistentModelIndex(model.index(2, sales))
    letters = held.data()
    bridge.make(lambda draft: raci_edits.add_party(draft, "Finance"))
    bridge.make(lambda draft: raci_edits.move_party(draft, "Sales", -1))
    model.show_launch(bridge.launch)
    assert held.column() == sales - 1
    assert (model.party(held.column()), held.data()) == ("Sales", letters)
    assert model.party(len(bridge.launch.parties)) == "Finance"
    bridge.make(lambda draft: raci_edits.remove_party(draft, "Finance"))
    model.show_launch(bridge.launch)
    assert "Finance" not in model.parties


def test_renaming_a_party_takes_its_letters_along_and_is_undone_as_one(model: RaciModel, bridge: LaunchBridge) -> None:
    before = bridge.launch.activities
    bridge.make(lambda draft: raci_edits.rename_party(draft, "Engineering", "R&D"))
    model.show_launch(bridge.launch)
    assert "R&D" in model.parties
    assert "Engineering" not in model.parties
    first = in_order(bridge.launch)[0]
    assert first.letters["R&D"] == "I"
    bridge.undo()
    assert bridge.launch.activities == before


def test_rows_move_to_their_place(model: RaciModel, bridge: LaunchBridge) -> None:
    rows = in_order(bridge.launch)
    for _ in range(15):  # more often than positions have room between them
        bridge.make(lambda draft: raci_edits.move(draft, rows[2].id, -1))
        bridge.make(lambda draft: raci_edits.move(draft, rows[2].id, 1))
    bridge.make(lambda draft: raci_edits.move(draft, rows[2].id, -1))
    model.show_launch(bridge.launch)
    assert [model.row_of(rows[number].id) for number in (0, 2, 1, 3)] == [0, 1, 2, 3]
    assert bridge.make(lambda draft: raci_edits.move(draft, rows[0].id, -1)) is None
