"""The table of launches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from launchready.desktop.files.shelf import Held, unread
from launchready.desktop.models.launches import LaunchesModel
from launchready.desktop.widgets.tones import of_verdict
from launchready.launch.decision import Verdict

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
DAY = NOW.date()


@pytest.fixture
def model(theme: object) -> Iterator[LaunchesModel]:
    del theme
    made = LaunchesModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    del tester


def held(name: str, days: int = 5, *, archived: bool = False, problem: str = "") -> Held:
    return Held(
        path=f"/launches/{name}.launchready",
        name=name,
        archived=archived,
        tier=2,
        date=DAY + dt.timedelta(days=days),
        days=days,
        day=DAY,
        look=None if problem else of_verdict(Verdict.HOLD),
        lanes=((1, 2), (0, 0)),
        edited=NOW - dt.timedelta(hours=2),
        problem=problem,
    )


def names(model: LaunchesModel) -> list[object]:
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def test_the_nearest_comes_first_the_gone_last_the_damaged_at_the_end(model: LaunchesModel) -> None:
    model.show_launches([held("Gone", -3), held("Bad", problem="Why"), held("Far", 50), held("Near", 2)], NOW)
    assert names(model) == ["Near", "Far", "Gone", "Bad"]


def test_what_is_chosen_stays_chosen_when_others_come(model: LaunchesModel) -> None:
    model.show_launches([held("B", 5), held("C", 9)], NOW)
    chosen = QPersistentModelIndex(model.index(1, 0))
    model.show_launches([held("A", 1), held("B", 5), held("C", 9)], NOW)
    assert chosen.data() == "C"


def test_filter_and_archive(model: LaunchesModel) -> None:
    model.show_launches([held("Atlas"), held("Beacon"), held("Old", archived=True)], NOW)
    model.choose(text="BEA")
    assert names(model) == ["Beacon"]
    model.choose(text="", archived=True)
    assert names(model) == ["Old"]
    assert model.count(archived=False) == 2


def test_cells_say_what_the_library_shows(model: LaunchesModel) -> None:
    model.show_launches([held("Atlas", 16)], NOW)
    cells = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert cells == ["Atlas", "Hold", "8 Dec T−16" if cells[2] != "Dec 8 T−16" else cells[2], "1 of 2", "no gates"]
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Atlas, Tier 2 · edited 2 h ago"


def test_an_unread_file_says_that_it_is_being_read(model: LaunchesModel) -> None:
    model.show_launches([unread("/launches/atlas.launchready")], NOW)
    assert model.remark(model.held(0) or held("x")) == "Being read…"
