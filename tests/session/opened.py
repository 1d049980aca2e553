"""Sessions to try: begun in memory, on a disk that can be full."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import pytest

from launchready.launch.changes import (
    AnyChange,
    ChecklistAgreed,
    TaskAdded,
)
from launchready.launch.coverage import coverage
from launchready.launch.log import Sealed
from launchready.launch.model import Author, Launch
from launchready.launch.refusal import Refused
from launchready.session import Session
from launchready.store.memory import MemoryStore
from launchready.store.port import Record, Unwritable
from tests.launch import builders as b

PRIYA, DANA = Author(name="Priya Nair"), Author(name="Dana Ruiz")
IDS = count()


class FullDisk(MemoryStore):
    """A store that can't write while `full`."""

    full = False

    def append(self, record: Record, after: str) -> None:
        if self.full:
            raise Unwritable("unwritable", name=self.name)
        super().append(record, after)


def opened(store: MemoryStore, author: Author = PRIYA) -> Session:
    return Session(store, author, clock=lambda: b.NOW, new_id=lambda: f"id{next(IDS)}")


def a_session(author: Author = PRIYA) -> Session:
    session = opened(FullDisk(), author)
    session.commit(lambda _: (*b.setup(), *(TaskAdded(task=task) for task in b.TASKS)))  # type: ignore[arg-type]
    return session


def full(session: Session, is_full: bool = True) -> None:
    assert isinstance(session.store, FullDisk)
    session.store.full = is_full


def rename(session: Session, title: str, task: str = "load") -> Sealed:
    return session.commit(lambda launch: [b.edit(launch, task, title=title)])


def title(session: Session, task: str = "load") -> str:
    return session.launch.tasks[task].title


def refused(session: Session, *changes: AnyChange) -> str:
    with pytest.raises(Refused) as answer:
        session.commit(lambda _: changes)
    return answer.value.refusal.code


def agreement(launch: Launch) -> Sequence[AnyChange]:
    return [ChecklistAgreed(lane="pm", covered=coverage(launch, "pm"), word=b.word(b.PRIYA))]
