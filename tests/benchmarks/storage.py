"""What the store costs above the least it could: a bare append and fsync, and TinyDB reading as many documents."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tinydb import TinyDB
from tinydb.storages import JSONStorage

from launchready.store import Record
from launchready.store.file import FileStore
from tests.store import record


class Row(NamedTuple):
    """One figure beside its floor, in seconds; `limit` is the most the ratio may be."""

    name: str
    ours: float
    floor: float
    limit: float

    @property
    def ratio(self) -> float:
        return self.ours / self.floor


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return [*appending(Path(folder), 200, 20_000), opening(Path(folder), 20_000)]


def appending(folder: Path, small: int, large: int, rounds: int = 300) -> list[Row]:
    """A durable append to a small and a large log, in turns, each beside a bare one of as many bytes."""
    logs = {size: _Appending(folder, size) for size in (small, large)}
    for _ in range(rounds):
        for log in logs.values():
            log.append_both()
    found = [
        Row(f"append to {size:,} records against a bare append and fsync", median(log.ours), median(log.floor), 2.0)
        for size, log in logs.items()
    ]
    for log in logs.values():
        log.close()
    return [*found, Row(f"append to {large:,} records against {small:,}", found[1].ours, found[0].ours, 1.5)]


class _Appending:
    """A log of some size, and beside it a plain file that gets as many bytes."""

    def __init__(self, folder: Path, size: int) -> None:
        records = _records(size)
        self.ours: list[float] = []
        self.floor: list[float] = []
        self._size, self._last = size, records[-1]
        self._store = FileStore.create(folder / f"log-{size}", records)
        self._bare = os.open(folder / f"bare-{size}", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        content = Path(self._store.name).read_bytes()
        self._line = b"x" * len(content.splitlines(keepends=True)[-1])
        os.write(self._bare, content)

    def append_both(self) -> None:
        new, last = _record(self._size, self._last.hash), self._last.hash
        self.ours.append(_timed(lambda: self._store.append(new, after=last)))
        self.floor.append(_timed(lambda: (os.write(self._bare, self._line), os.fsync(self._bare))))
        self._size, self._last = self._size + 1, new

    def close(self) -> None:
        self._store.close()
        os.close(self._bare)


def opening(folder: Path, size: int, rounds: int = 7) -> Row:
    """Opening and reading a launch file, its chain not yet checked, against TinyDB's `.all()`."""
    records = _records(size)
    path, stock = folder / "opened", folder / "stock.json"
    FileStore.create(path, records).close()
    documents = {str(n): {"entry": json.loads(one.body), "hash": one.hash} for n, one in enumerate(records, 1)}
    stock.write_text(json.dumps({"_default": documents}), encoding="utf-8")
    ours, floor = [], []
    for _ in range(rounds):
        ours.append(_timed(lambda: _read_ours(path)))
        floor.append(_timed(lambda: _read_stock(stock)))
    return Row(f"opening {size:,} records against TinyDB's .all()", median(ours), median(floor), 0.6)


def _read_ours(path: Path) -> None:
    store = FileStore.open(path)
    store.read()
    store.close()


def _read_stock(path: Path) -> None:
    with TinyDB(path, storage=JSONStorage) as database:
        database.all()


def _record(number: int, previous: str) -> Record:
    """About as long as an entry of a launch, and made like one."""
    change = {"type": "TaskAdded", "key": f"M-{number}", "title": "Draft the announcement and have it checked"}
    return record(number, previous, at="2026-01-01T09:00:00Z", who="ana", changes=[change])


def _records(size: int) -> list[Record]:
    records = [_record(0, "")]
    for number in range(1, size):
        records.append(_record(number, records[-1].hash))
    return records


def _timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    for row in rows():
        print(
            f"{row.name:65} {row.ours * 1e3:9.3f} ms {row.floor * 1e3:9.3f} ms {row.ratio:5.2f} (at most {row.limit})"
        )
