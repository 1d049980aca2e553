"""What of a damaged launch file is still whole: its first lines, up to the damage. The file itself is left alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from launchready.store import disk
from launchready.store.file import line_record
from launchready.store.lines import LIMIT
from launchready.store.port import Record, Unwritable


class Whole(NamedTuple):
    """The records before the first line that is none, and how many lines the file has in all."""

    records: list[Record]
    lines: int


def whole_records(path: str | os.PathLike[str]) -> Whole:
    """What can be read of the file. Nothing of a file that isn't there, may not be read, or is no ordinary one."""
    try:
        fd = disk.open_file(Path(path))
    except (OSError, ValueError):
        return Whole([], 0)
    try:
        data = disk.read_at(fd, 0, LIMIT)
    except OSError:
        return Whole([], 0)
    finally:
        os.close(fd)
    lines = data.removesuffix(b"\n").split(b"\n") if data else []
    records: list[Record] = []
    for number, line in enumerate(lines, 1):
        record = line_record(line, number)
        if record is None:
            break
        records.append(record)
    return Whole(records, len(lines))


class ReadOnlyStore:
    """A log to look at: every write is refused, so that what is done to it stays unsaved until a copy is made."""

    def __init__(self, records: list[Record], name: str) -> None:
        self.name = name
        self.torn = 0
        self._records = records

    def read(self, after: int = 0) -> list[Record]:
        return self._records[after:]

    def append(self, record: Record, after: str) -> None:
        del record, after
        raise Unwritable("only-whole-part", file=self.name)

    def changed(self) -> bool:
        return False

    def place(self, n: int) -> str:
        return f"line {n + 1}"

    def close(self) -> None:
        """There is nothing to let go of."""
