"""The log as the window reads it: each entry in words, and how many gates were done after it.

Both need the launch as it was at that entry, so one walk over the log gives both. It is walked once, in slices
between events, and goes on where it stopped when entries come.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from launchready.desktop.bridge import LaunchBridge
from launchready.launch import log
from launchready.launch.changes import AnyChange
from launchready.launch.log import Hash, Sealed
from launchready.launch.model import Author, Launch, Task
from launchready.launch.readiness import is_done, is_gate
from launchready.wording import history

SLICE = 0.012
"""Seconds that one slice of the walk may take, so that the window stays quick meanwhile."""
MARK = 256
"""Every how many entries the launch is kept, so that any moment is at most so many entries away."""

TOPICS = {
    "tasks": "checklist",
    "task_parts": "checklist",
    "waivers": "checklist",
    "claims": "claims",
    "raci": "responsibilities",
    "sign_offs": "sign-off",
    "escalation": "sign-off",
    "launch": "launch",
    "people": "launch",
}
"""What a change is about, by the module of its class: the page where it is made."""


def topic(kind: type) -> str:
    return TOPICS[kind.__module__.rpartition(".")[2]]


class Told(Struct, frozen=True):
    """One entry in words. `topics` are what its changes are about; of an undo, what that took back is about."""

    number: int
    sealed: Sealed
    words: str
    topics: frozenset[str]


class Point(NamedTuple):
    """How many gates there were, and how many of them were done, from `at` on."""

    at: dt.datetime
    done: int
    total: int


class Timeline(QObject):
    """One a bridge; see `of`. `advanced` tells that more of the log is told."""

    advanced = Signal()

    def __init__(self, bridge: LaunchBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self.told: list[Told] = []
        self.points: list[Point] = []
        self._launch = Launch()
        self._marks: list[Launch] = []
        self._places: dict[Hash, int] = {}
        self._undone: dict[Hash, Hash] = {}
        self._authors: dict[tuple[Author, Author], bool] = {}
        self._done = self._total = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_slice)

    def is_complete(self) -> bool:
        return len(self.told) == len(self._bridge.session.entries)

    def catch_up(self, slice_: float = SLICE) -> bool:
        """Takes in what came, for so long; the rest follows between events. Whether all is told."""
        self._walk(slice_)
        if self.is_complete():
            self._timer.stop()
        else:
            self._timer.start()
        return self.is_complete()

    def _on_slice(self) -> None:
        self.catch_up()
        self.advanced.emit()

    def _walk(self, slice_: float) -> None:
        until = time.monotonic() + slice_
        entries = self._bridge.session.entries
        while len(self.told) < len(entries):
            self._take(entries[len(self.told)])
            if len(self.told) % 16 == 0 and time.monotonic() > until:
                return

    def _take(self, sealed: Sealed) -> None:
        number, entry, before = len(self.told), sealed.entry, self._launch
        if number % MARK == 0:
            self._marks.append(before)
        undone = self._entry(entry.undoes)
        self._launch = log.fold(before, (entry,))
        words = history.entry(entry, before, undone.sealed.entry if undone else None)
        topics = frozenset(topic(type(change)) for change in entry.changes)
        self.told.append(Told(number, sealed, words, topics))
        self._places[sealed.hash] = number
        if entry.undoes:
            self._undone[entry.undoes] = sealed.hash
        self._count(entry, before)

    def _entry(self, hash_: Hash) -> Told | None:
        number = self._places.get(hash_)
        return self.told[number] if number is not None else None

    def _count(self, entry: log.Entry, before: Launch) -> None:
        """Gates done and in all, changed only by the tasks that the entry touches."""
        after = self._launch
        for task in {touched for change in entry.changes for touched in tasks_of(change)}:
            was, now = before.tasks.get(task), after.tasks.get(task)
            self._total += _is_gate(now) - _is_gate(was)
            self._done += _is_done(now) - _is_done(was)
        last = self.points[-1] if self.points else None
        if last is None or (last.done, last.total) != (self._done, self._total):
            self.points.append(Point(entry.at, self._done, self._total))

    # -- questions ----------------------------------------------------------------------------------------------

    def before(self, number: int) -> Launch:
        """The launch as it was before the entry at that position."""
        mark = number // MARK
        if mark >= len(self._marks):
            return self._launch
        entries = self._bridge.session.entries[mark * MARK : number]
        return log.fold(self._marks[mark], (sealed.entry for sealed in entries))

    def place(self, hash_: Hash) -> int:
        """The position of the entry of that hash; -1 where it is not told."""
        return self._places.get(hash_, -1)

    def is_mine(self, told: Told) -> bool:
        """Whether it is an entry of whoever I am now."""
        by, me = told.sealed.entry.by, self._bridge.session.author
        found = self._authors.get((by, me))
        if found is None:
            found = self._authors[by, me] = self._bridge.session.is_mine(by)
        return found

    def is_undone(self, hash_: Hash) -> bool:
        """Whether an entry was taken back by another that stands itself."""
        undone = False
        while (undoer := self._undone.get(hash_)) is not None:
            undone, hash_ = not undone, undoer
        return undone

    def since(self, hash_: Hash) -> Iterator[Told]:
        """What others did after the entry of that hash, newest first."""
        for told in reversed(self.told[self.place(hash_) + 1 :]):
            if not self.is_mine(told):
                yield told


def of(bridge: LaunchBridge) -> Timeline:
    """The bridge's timeline, made when it is first asked for."""
    found = bridge.findChild(Timeline)
    return found if isinstance(found, Timeline) else Timeline(bridge)


def tasks_of(change: AnyChange) -> Iterator[str]:
    """Ids of the tasks that a change touches itself."""
    for name in ("task", "was"):
        held = getattr(change, name, None)
        if isinstance(held, Task):
            yield held.id
        elif name == "task" and isinstance(held, str):
            yield held


def _is_gate(task: Task | None) -> bool:
    return task is not None and is_gate(task)


def _is_done(task: Task | None) -> bool:
    return task is not None and is_gate(task) and is_done(task)
