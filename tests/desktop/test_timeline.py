from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

import pytest

from launchready.cli.log import told
from launchready.desktop import timeline
from launchready.desktop.bridge import LaunchBridge
from launchready.launch.changes import AnyChange
from launchready.launch.drafting import Draft
from launchready.launch.lanes import LANES
from launchready.launch.log import Entry, Sealed, fold
from launchready.launch.model import Author, Launch
from launchready.launch.readiness import lane_readiness
from launchready.launch.schedule import in_order


@pytest.fixture
def line(bridge: LaunchBridge) -> timeline.Timeline:
    made = timeline.of(bridge)
    made.catch_up(float("inf"))
    return made


def test_tells_each_entry_as_the_command_line_does(line: timeline.Timeline, bridge: LaunchBridge) -> None:
    expected = [(sealed.hash, words) for sealed, words in told(bridge.session.entries)]
    assert [(each.sealed.hash, each.words) for each in line.told] == expected


def test_any_moment_is_the_session_s(line: timeline.Timeline, bridge: LaunchBridge) -> None:
    for number in (0, 1, 30, len(line.told) - 1):
        assert line.before(number + 1) == bridge.session.at(line.told[number].sealed.hash)


def test_counts_gates_as_the_lanes_do_after_every_entry(line: timeline.Timeline) -> None:
    points = {point.at: point for point in line.points}
    last = None
    for each in line.told:
        last = points.get(each.sealed.entry.at, last)
        counts = [lane_readiness(line.before(each.number + 1), lane.id) for lane in LANES]
        assert last is not None
        assert (last.done, last.total) == (sum(c.done for c in counts), sum(c.total for c in counts))


def test_goes_on_where_it_stopped(line: timeline.Timeline, bridge: LaunchBridge) -> None:
    before = list(line.told)
    bridge.make(lambda draft: draft.edit_launch(name="Another name"))
    assert not line.is_complete()
    line.catch_up()
    assert line.told[:-1] == before
    assert "Another name" in line.told[-1].words
    assert line.is_mine(line.told[-1])
    assert line.told[-1].topics == {"launch"}


def test_undone_and_done_again(line: timeline.Timeline, bridge: LaunchBridge) -> None:
    sealed = bridge.make(lambda draft: draft.edit_launch(name="Another name"))
    assert sealed is not None
    for undone in (True, False, True, False):
        assert bridge.undo() if undone else bridge.redo()
        line.catch_up(float("inf"))
        assert line.is_undone(sealed.hash) is undone


def test_what_is_new_leaves_my_own_out(line: timeline.Timeline, bridge: LaunchBridge) -> None:
    head = bridge.session.head
    bridge.make(lambda draft: draft.edit_launch(name="Mine"))
    bridge.session.author = Author("M. Okafor")
    bridge.make(lambda draft: draft.edit_launch(name="Theirs"))
    bridge.session.author = Author("Dana Ruiz")
    line.catch_up(float("inf"))
    assert ["Theirs" in each.words for each in line.since(head)] == [True]


def test_every_change_belongs_to_a_page() -> None:
    assert {timeline.topic(kind) for kind in get_args(AnyChange)} == set(timeline.TOPICS.values())


def test_twenty_thousand_entries_are_told_in_slices_and_none_is_folded_from_the_start(
    bridge: LaunchBridge, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries, launch = bridge.session.entries, bridge.launch
    task = next(in_order(launch))
    for number in range(20_000):
        draft = Draft(launch, str)
        draft.edit_task(launch.tasks[task.id], notes=f"Note {number}")
        launch = draft.launch
        entry = Entry(id=str(number), at=entries[-1].entry.at, by=entries[-1].entry.by, changes=tuple(draft.changes))
        entries.append(Sealed(entry, f"{number:064x}"))
    line = timeline.of(bridge)
    assert not line.catch_up()
    assert 0 < len(line.told) < len(entries)
    qtbot.waitUntil(line.is_complete, timeout=10_000)
    folded: list[Entry] = []

    def counted(launch: Launch, entries: Iterable[Entry]) -> Launch:
        folded.extend(entries)
        return fold(launch, folded)

    monkeypatch.setattr(timeline.log, "fold", counted)
    line.before(15_100)
    assert 0 < len(folded) <= timeline.MARK
