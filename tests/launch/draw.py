"""Draws one thing at a time: what changes are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

from launchready.launch.coverage import gate_seen
from launchready.launch.lanes import LANES, SIGNING
from launchready.launch.model import (
    CoveredGate,
    Due,
    Evidence,
    Launch,
    Word,
)
from tests.launch import builders as b

T = TypeVar("T")

GONE = "gone"

TEXTS = ("Beta notes", "Größe, “quoted”", "x", "Go", "Two\nlines", "", "\x07")


class Draw:
    """Draws one thing at a time, for a launch as it is."""

    def __init__(self, seed: int, launch: Launch) -> None:
        self.random = Random(seed)
        self.launch = launch
        self.day = b.TODAY + dt.timedelta(days=self.number(30))

    def number(self, most: int) -> int:
        return self.random.randint(0, most)

    def pick(self, items: Sequence[T]) -> T:
        return items[self.number(len(items) - 1)]

    def seldom(self) -> bool:
        return self.number(9) == 9

    def one_of(self, known: Any) -> str:
        """An id that is there, now and then one that isn't."""
        ids = sorted(known)
        return GONE if not ids or self.seldom() else self.pick(ids)

    def new_id(self) -> str:
        return f"n{self.number(10**6)}"

    def text(self) -> str:
        return self.pick(TEXTS)

    def date(self) -> dt.date:
        return dt.date.max if self.number(40) == 40 else b.TODAY + dt.timedelta(days=self.number(60) - 5)

    def due(self) -> Due:
        if self.number(2):
            return Due(offset=self.number(30) - 28, workday=bool(self.number(1)))
        return Due(date=self.date())

    def lane(self) -> str:
        return "nowhere" if self.number(19) == 19 else self.pick(LANES).id

    def signing(self) -> str:
        return self.lane() if self.seldom() else self.pick(SIGNING).id

    def word(self, *plausible: str) -> Word:
        """A word of one of those whose it may be, now and then of anybody."""
        likely = [person for person in plausible if person]
        by = self.one_of(self.launch.people) if not likely or self.seldom() else self.pick(likely)
        return Word(by=by, at=b.at(self.day), recorded_by="Sam" if self.seldom() else "")

    def lead(self, lane: str) -> Word:
        return self.word(self.launch.leads.get(lane, ""))

    def other(self, lane: str) -> Word:
        return self.word(*(lead for held, lead in sorted(self.launch.leads.items()) if held != lane))

    def evidence(self) -> Evidence:
        return Evidence(id=self.new_id(), label=self.text(), link=self.text(), build=self.text())

    def held(self, items: tuple[T, ...], make: Callable[[], T]) -> tuple[T, int]:
        """An item of those with its index, or one that is not among them."""
        if not items or self.seldom():
            return make(), 0
        index = self.number(len(items) - 1)
        return items[index], -1 if self.seldom() else index

    def gate(self, task: str) -> CoveredGate:
        held = self.launch.tasks.get(task)
        if held is None or self.seldom():
            return CoveredGate(id=task, key="PM-99", title="Seen elsewhere", lane=self.lane())
        return gate_seen(self.launch, held)


def found(items: Any, id_: str, other: T) -> T:
    """What has that id, or the other where nothing has."""
    held: T | None = items.get(id_)
    return other if held is None else held
