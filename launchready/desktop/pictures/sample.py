"""The sample launch as the pictures and tests have it open."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING

CHAPTERS = 6
"""How far the sample is told: a gate was reopened after PM signed."""
if TYPE_CHECKING:
    from launchready.desktop.bridge import LaunchBridge

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)


def sample_bridge(
    now: dt.datetime = NOW, new_id: Callable[[], str] | None = None, *, chapters: int = CHAPTERS
) -> LaunchBridge:
    """The sample launch, in memory, as its PMM lead has it open."""
    from launchready.desktop.bridge import LaunchBridge
    from launchready.launch.model import Author
    from launchready.sample import PMM, Sample
    from launchready.session import Session
    from launchready.store.memory import MemoryStore

    numbers = itertools.count()
    sample = Sample(now, new_id or (lambda: f"{next(numbers):016x}"))
    records = sample.start().store
    sample.tell(chapters)
    store = MemoryStore(records.read(), name="atlas-3.launchready")
    return LaunchBridge(Session(store, Author(PMM), lambda: now, lambda: f"own-{next(numbers):012x}"))
