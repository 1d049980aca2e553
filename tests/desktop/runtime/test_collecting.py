"""Garbage is looked for in the event loop only."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from launchready.desktop.runtime import collecting


class Circle:
    """Garbage that only the collector finds."""

    ended: list[threading.Thread]

    def __init__(self, ended: list[threading.Thread]) -> None:
        self.itself, self.ended = self, ended

    def __del__(self) -> None:
        self.ended.append(threading.current_thread())


@pytest.fixture
def limits() -> Iterator[None]:
    """Python would collect at nearly every object."""
    before = gc.get_threshold()
    gc.collect()
    gc.set_threshold(1, 1, 1)
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("limits")
def test_none_ends_in_a_thread_and_all_in_the_event_loop(
    qapp: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "EVERY", 10)
    collector = collecting.Collector(qapp)
    ended: list[threading.Thread] = []
    thread = threading.Thread(target=lambda: [Circle(ended) for _ in range(1000)])
    thread.start()
    thread.join()
    assert ended == []
    qtbot.waitUntil(lambda: len(ended) == 1000, timeout=5000)
    assert set(ended) == {threading.main_thread()}
    collector.deleteLater()


def test_the_program_has_one(theme: Any, qapp: Any) -> None:
    del theme
    assert len(qapp.findChildren(collecting.Collector)) == 1
    assert not gc.isenabled()
