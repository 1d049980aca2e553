"""The checklist model: what it shows, and that it tells views exactly what changed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from launchready.desktop import edits
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.models.checklist import ChecklistModel
from launchready.desktop.models.facts import Fact
from launchready.desktop.models.grouping import GROUPINGS, Header
from launchready.launch.drafting import Draft
from launchready.launch.model import Launch, Status

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def model(bridge: LaunchBridge) -> Iterator[ChecklistModel]:
    made = ChecklistModel(lambda *_: None)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show_launch(bridge.launch, "", TODAY)
    yield made
    del tester


def titles(model: QAbstractItemModel) -> list[str]:
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def drafted(launch: Launch, number: int = 0) -> Draft:
    ids = iter(range(10_000))
    return Draft(launch, lambda: f"drafted-{number}-{next(ids)}")


def tasks(model: ChecklistModel) -> list[str]:
    return [task for row in range(model.rowCount()) if (task := model.task_id(row))]


def test_shows_every_task_once_under_its_area(model: ChecklistModel, bridge: LaunchBridge) -> None:
    assert sorted(tasks(model)) == sorted(bridge.launch.tasks)
    area = ""
    for row in range(model.rowCount()):
        entry = model.entry(row)
        if isinstance(entry, Header):
            area = entry.title
        else:
            assert entry.task.area == area


@pytest.mark.parametrize("grouping", GROUPINGS)
def test_each_grouping_keeps_all_tasks_and_its_counts(model: ChecklistModel, grouping: str) -> None:
    before = sorted(tasks(model))
    model.choose(grouping=grouping)
    assert sorted(tasks(model)) == before
    headers = [entry for row in range(model.rowCount()) if isinstance(entry := model.entry(row), Header)]
    assert sum(header.total for header in headers) == len(before)
    assert len({header.id for header in headers}) == len(headers)


def test_the_text_filter_finds_words_anywhere(model: ChecklistModel) -> None:
    model.choose(text="ROLLBACK")
    assert "Rollback rehearsed" in titles(model)
    found = [model.launch.tasks[task] for task in tasks(model)]
    assert all("rollback" in f"{task.title} {task.area} {task.why}".casefold() for task in found)
    model.choose(text="")
    assert model.total() == len(tasks(model))


def test_a_filter_that_nothing_passes_leaves_no_header(model: ChecklistModel) -> None:
    model.choose(text="no such words")
    assert model.rowCount() == 0


def test_a_tick_is_one_row_of_data(model: ChecklistModel, bridge: LaunchBridge) -> None:
    task = next(each for each in bridge.launch.tasks.values() if each.status is Status.DONE and each.lane == "pm")
    draft = drafted(bridge.launch)
    draft.progress(task, Status.TODO)
    heard: list[str] = []
    changed: list[int] = []
    for signal in ("modelReset", "layoutChanged", "rowsInserted", "rowsRemoved", "rowsMoved"):
        getattr(model, signal).connect(lambda *_, signal=signal: heard.append(signal))
    model.dataChanged.connect(lambda first, last, _roles: changed.extend(range(first.row(), last.row() + 1)))
    model.show_launch(draft.launch, "", TODAY)
    assert heard == []
    assert model.row_of(task.id) in changed
    assert len(changed) <= 4  # the task, its header, and what waits for it


def test_a_removed_and_an_added_task_move_no_other(model: ChecklistModel, bridge: LaunchBridge) -> None:
    shown = tasks(model)
    kept = QPersistentModelIndex(model.index(model.row_of(shown[20]), 0))
    draft = drafted(bridge.launch)
    edits.remove(draft, [shown[3]])
    new = draft.task("A new one", "pmm", area="Press")
    model.show_launch(draft.launch, "", TODAY)
    assert model.task_id(kept.row()) == shown[20]
    assert shown[3] not in tasks(model)
    assert new.id in tasks(model)


@pytest.mark.parametrize("seed", range(8))
def test_any_sequence_of_edits_ends_where_a_fresh_model_starts(
    model: ChecklistModel, bridge: LaunchBridge, seed: int
) -> None:
    chance = random.Random(seed)
    launch = bridge.launch
    model.choose(grouping=chance.choice(GROUPINGS))
    for step in range(12):
        draft = drafted(launch, seed * 100 + step)
        some = chance.sample(sorted(launch.tasks), 3)
        chance.choice(
            (
                lambda draft=draft, some=some: edits.remove(draft, some[:1]),
                lambda draft=draft, some=some: edits.place(draft, some[:2], some[2], behind=True),
                lambda draft=draft, some=some: edits.set_status(draft, some, Status.IN_PROGRESS),
                lambda draft=draft, some=some: edits.edit(draft, some, owner="Somebody New"),
                lambda draft=draft, step=step: draft.task(f"Task {step}", "joint", area="Decision"),
            )
        )()
        launch = draft.launch
        if chance.random() < 0.3:
            model.choose(text=chance.choice(("", "e", "re")), filter=chance.choice(("all", "gating", "pm")))
        model.show_launch(launch, "", TODAY)
        fresh = ChecklistModel(lambda *_: None)
        fresh.choose(text=model.text, filter=model.filter, grouping=model.grouping)
        fresh.show_launch(launch, "", TODAY)
        assert [model.entry(row) for row in range(model.rowCount())] == [
            fresh.entry(row) for row in range(fresh.rowCount())
        ]


def test_selection_survives_filtering(model: ChecklistModel) -> None:
    wanted = tasks(model)[5]
    selection = QItemSelectionModel(model)
    index = model.index(model.row_of(wanted), 0)
    flag = QItemSelectionModel.SelectionFlag
    selection.setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
    model.choose(grouping="owner")
    model.choose(grouping="status")
    assert model.task_id(selection.currentIndex().row()) == wanted
    assert [model.task_id(each.row()) for each in selection.selectedRows()] == [wanted]


def test_a_row_says_all_that_it_shows(model: ChecklistModel) -> None:
    row = next(row for row in range(model.rowCount()) if "Partner and vendor" in str(model.data(model.index(row, 0))))
    said = str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole))
    entry = model.entry(row)
    assert isinstance(entry, Fact)
    for part in (entry.task.key, entry.task.title, "Waived", "gating", "S. Varga"):
        assert part in said
