"""Launch files for the tests of the library."""

from __future__ import annotations

import itertools
from pathlib import Path

from launchready.desktop.files import filing
from launchready.desktop.files.opening import clock
from launchready.sample import Sample
from launchready.store.file import FileStore


def put(name: str, title: str = "", chapters: int = 0) -> str:
    """A sample launch in the launches folder, told so far. Returns its path."""
    numbers = itertools.count()
    sample = Sample(clock(), lambda: f"{name}-{next(numbers)}")
    session = sample.start()
    sample.tell(chapters)
    path = filing.launches_folder() / f"{name}.launchready"
    FileStore.create(path, session.store.read()).close()
    if title:
        filing.rename_launch(str(path), title)
    return str(path)


def damage(path: str, line: int) -> None:
    """Changes one line of a launch file, as no program does."""
    lines = Path(path).read_bytes().splitlines(keepends=True)
    lines[line] = lines[line].replace(b"a", b"b", 3)
    Path(path).write_bytes(b"".join(lines))
