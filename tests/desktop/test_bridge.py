from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from launchready.desktop import edits
from launchready.desktop.bridge import LaunchBridge
from launchready.launch.model import Author, Status
from launchready.session import Session
from launchready.store.memory import MemoryStore
from launchready.store.port import Unwritable


@pytest.fixture
def store(bridge: LaunchBridge) -> MemoryStore:
    found = bridge.session.store
    assert isinstance(found, MemoryStore)
    return found


def first_open(bridge: LaunchBridge) -> str:
    """An open task without prerequisites, made where the sample has none."""
    open_ = (task.id for task in bridge.launch.tasks.values() if task.title == "Open one")
    if found := next(open_, ""):
        return found
    bridge.make(lambda draft: draft.task("Open one", "pmm", area="Press"))
    return first_open(bridge)


def test_an_edit_is_told_once_with_its_origin(bridge: LaunchBridge, qtbot: Any) -> None:
    task = first_open(bridge)
    with qtbot.waitSignal(bridge.launch_changed) as told:
        bridge.make(lambda draft: edits.set_status(draft, [task], Status.IN_PROGRESS))
    before, after, _, origin = told.args
    assert (before.tasks[task].status, after.tasks[task].status) == (Status.TODO, Status.IN_PROGRESS)
    assert origin == "here"


def test_what_another_window_writes_arrives_by_itself(bridge: LaunchBridge, store: MemoryStore, qtbot: Any) -> None:
    task = first_open(bridge)
    other = Session(store.beside(), Author("Priya Nair"), bridge.session.clock, lambda: "other-1")
    bridge.start()
    with qtbot.waitSignal(bridge.launch_changed, timeout=1000) as told:
        other.commit(lambda launch: _edited(bridge, launch, task))
    assert told.args[3] == "elsewhere"


def _edited(bridge: LaunchBridge, launch: Any, task: str) -> Any:
    draft = bridge.draft(launch)
    edits.edit(draft, [task], title="From elsewhere")
    return draft.changes


def test_nothing_is_written_where_nothing_differs(bridge: LaunchBridge) -> None:
    task = first_open(bridge)
    count = len(bridge.session.entries)
    assert bridge.make(lambda draft: edits.edit(draft, [task], area="Press")) is None
    assert len(bridge.session.entries) == count


def test_a_refusal_goes_to_the_hand_that_tried(bridge: LaunchBridge) -> None:
    said: list[str] = []
    task = first_open(bridge)
    assert bridge.make(lambda draft: edits.edit(draft, [task], title=" "), said.append) is None
    assert said == ["The title is empty: give it some text."]


def test_what_cannot_be_written_is_kept_and_told(
    bridge: LaunchBridge, store: MemoryStore, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    def full(*_: object) -> None:
        raise Unwritable("exists", file="atlas")

    said: list[str] = []
    task = first_open(bridge)
    with monkeypatch.context() as patch, qtbot.waitSignal(bridge.unsaved_changed):
        patch.setattr(store, "append", full)
        bridge.make(lambda draft: edits.set_status(draft, [task], Status.IN_PROGRESS), said.append)
    assert bridge.unsaved
    assert said[0].endswith("What you changed is kept here: try again, or save a copy.")
    assert bridge.session.unsaved is not None
    assert bridge.launch.tasks[task].status is Status.IN_PROGRESS  # as its author meant it, and goes on from it
    with qtbot.waitSignal(bridge.unsaved_changed):
        bridge.retry()
    assert bridge.unsaved == ""
    assert bridge.launch.tasks[task].status is Status.IN_PROGRESS


def test_undo_and_redo_are_named(bridge: LaunchBridge) -> None:
    task = first_open(bridge)
    bridge.make(lambda draft: edits.set_status(draft, [task], Status.IN_PROGRESS))
    assert "in progress" in bridge.next_undo()
    assert "in progress" in bridge.undo()
    assert bridge.launch.tasks[task].status is Status.TODO
    assert "in progress" in bridge.redo()
    assert bridge.launch.tasks[task].status is Status.IN_PROGRESS


def test_the_decision_is_worked_out_once_a_state(bridge: LaunchBridge) -> None:
    assert bridge.decision is bridge.decision


def test_the_decision_follows_the_day(bridge: LaunchBridge) -> None:
    first = bridge.decision
    bridge.session.clock = lambda: dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    assert bridge.decision is not first


def test_i_am_the_lead_that_my_name_says(bridge: LaunchBridge) -> None:
    assert bridge.me is not None
    assert bridge.my_lanes() == ("pmm",)
