"""The sample launch as a file, far enough that its leads may sign."""

from __future__ import annotations

import itertools
from pathlib import Path

from launchready.desktop.files.opening import clock
from launchready.identity import profile
from launchready.sample import PMM, Sample
from launchready.store.file import FileStore


def sample(folder: Path, chapters: int = 7) -> str:
    """Written once: after so many chapters of its story, for Dana Ruiz, whose profile it saves."""
    path = folder / "atlas.launchready"
    if not path.exists():
        profile.save(profile.Profile(PMM, "dana@example.com"))
        numbers = itertools.count()
        told = Sample(clock(), lambda: f"{next(numbers):016x}")
        store = told.start().store
        told.tell(chapters)
        FileStore.create(str(path), store.read()).close()
    return str(path)
