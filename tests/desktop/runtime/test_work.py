"""Work in a thread: its results come back here, in order."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject

from launchready.desktop.runtime.work import Work, end_all


@pytest.fixture
def owner(qapp: Any) -> Iterator[QObject]:
    del qapp
    made = QObject()
    yield made
    end_all(made)


def test_values_come_in_order_in_the_window_s_thread(owner: QObject, qtbot: Any) -> None:
    came: list[tuple[object, bool]] = []
    work = Work(lambda: iter(range(3)), owner)
    work.came.connect(lambda value: came.append((value, threading.current_thread() is threading.main_thread())))
    with qtbot.waitSignal(work.done):
        work.start()
    assert came == [(0, True), (1, True), (2, True)]


def test_what_it_raises_is_told(owner: QObject, qtbot: Any) -> None:
    work = Work(lambda: iter([1 // 0]), owner)
    with qtbot.waitSignal(work.failed) as told:
        work.start()
    assert isinstance(told.args[0], ZeroDivisionError)


def test_once_cancelled_nothing_comes(owner: QObject, qtbot: Any) -> None:
    going_on = threading.Event()

    def steps() -> Iterator[int]:
        going_on.wait(5)
        yield 1

    work = Work(steps, owner)
    told: list[object] = []
    work.came.connect(told.append)
    work.done.connect(lambda: told.append("done"))
    work.start()
    work.cancel()
    going_on.set()
    work.wait()
    qtbot.wait(20)
    assert told == []
