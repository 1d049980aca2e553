"""A disk that fails at one step of an append: the change is refused with the reason, and the file opens as before."""

from __future__ import annotations

import errno
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from launchready.store import Broken, Record, StoreError, Unwritable, disk, storage
from launchready.store.file import FileStore
from tests.faults import refusal
from tests.store import chain

STEPS = ("open", "write", "fsync", "ftruncate")
TORN = b'{"log":{"4":{"entry":'


class FailingDisk:
    """Stands in for `os`: counts the calls, and lets those fail that a plan names as (step, number)."""

    def __init__(self, fails: Callable[[str, int], bool], reason: int = errno.EIO, short: int = 0) -> None:
        self.calls: Counter[str] = Counter()
        self._fails, self._reason, self._short = fails, reason, short

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in STEPS:
            return real

        def call(*args: Any) -> Any:
            self.calls[name] += 1
            if not self._fails(name, self.calls[name]):
                return real(*args)
            if name == "write" and self._short:
                real(args[0], args[1][: self._short])
            raise OSError(self._reason, os.strerror(self._reason))

        return call


class ShortWrites(FailingDisk):
    """A disk that never fails but takes a few bytes at a time."""

    def __init__(self) -> None:
        super().__init__(lambda *_: False)

    def write(self, fd: int, data: memoryview) -> int:
        return os.write(fd, data[:7])


@contextmanager
def failing(stand_in: object) -> Iterator[None]:
    disk.os = stand_in  # type: ignore[assignment]
    try:
        yield
    finally:
        disk.os = os


def plain(path: Path) -> None:
    """A file as it should be."""


def torn(path: Path) -> None:
    """A file with a torn last line, which has to be kept beside first."""
    with path.open("ab") as file:
        file.write(TORN)


def unterminated(path: Path) -> None:
    """A file whose last newline is missing."""
    os.truncate(path, path.stat().st_size - 1)


def check() -> str:
    with patch.object(storage, "MOMENT", 0):
        faults = sum(_check_state(prepare) for prepare in (plain, torn, unterminated))
        # A cut that isn't durable either may come undone, so then the store must not go on.
        assert isinstance(_append(plain, FailingDisk(lambda name, _: name == "fsync")), Broken)
    return f"open, write, fsync and truncate failing: {faults} faults, each refused, the file as before"


def _check_state(prepare: Callable[[Path], None]) -> int:
    """Every step that an append takes from this state, failing."""
    counted = FailingDisk(lambda *_: False)
    assert _append(prepare, counted) is None
    assert _append(prepare, ShortWrites()) is None
    assert counted.calls["fsync"] >= counted.calls["write"] > 0, "something was not made durable"
    steps = [(step, number) for step in STEPS for number in range(1, counted.calls[step] + 1)]
    return sum(_check_one(prepare, step, number) for step, number in steps)


def _check_one(prepare: Callable[[Path], None], step: str, number: int) -> int:
    """One step failing in every way: once, from then on, and together with the cut that would take it back."""
    faults = 0
    for reason in (errno.ENOSPC, errno.EIO):
        for short in (0, 1, 40) if step == "write" else (0,):
            once = FailingDisk(lambda name, n: (name, n) == (step, number), reason, short)
            ever = FailingDisk(lambda name, n: name == step and n >= number, reason, short)
            both = FailingDisk(lambda name, n: (name, n) == (step, number) or name == "ftruncate", reason, short)
            for stand_in in (once, ever, both):
                error = _append(prepare, stand_in)
                assert error is not None, f"{step} {number} failed and nobody noticed"
                told = str(error.arguments["reason"])
                assert told == os.strerror(reason), f"the reason given was {told}"
                faults += 1
    return faults


def _append(prepare: Callable[[Path], None], stand_in: object) -> StoreError | None:
    """Append the fourth of four records on such a disk; the refusal, having checked what it leaves behind."""
    records = chain(4)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.launchready")
        FileStore.create(path, records[:3]).close()
        prepare(path)
        before = path.read_bytes()
        store = FileStore.open(path)
        with failing(stand_in):
            refused = refusal(lambda: store.append(records[3], after=records[2].hash))
        _check_after(path, before, store, refused)
        store.close()
    return refused


def _check_after(path: Path, before: bytes, store: FileStore, refused: StoreError | None) -> None:
    """What is on disk after one append, refused or not; then the store goes on, or another where it has closed."""
    records = chain(4)
    if refused is None:
        assert _read(path) == records
    elif isinstance(refused, Unwritable):
        assert _read(path) == records[:3]
        kept = b"".join(file.read_bytes() for file in path.parent.glob("*.torn-*"))
        assert path.read_bytes() + kept in (before, before + TORN), "the torn line is neither in the file nor beside it"
        store.append(records[3], after=records[2].hash)
        assert _read(path) == records
    else:
        assert isinstance(refused, Broken)
        assert _read(path) in (records[:3], records)
        closed = refusal(store.read)
        assert closed is not None, "the store is still open"
        assert closed.code == "closed"
    if before.endswith(TORN) and not isinstance(refused, Broken):
        assert any(file.read_bytes() == TORN for file in path.parent.glob("*.torn-*")), "the torn line was not kept"


def _read(path: Path) -> list[Record]:
    store = FileStore.open(path)
    try:
        return store.read()
    finally:
        store.close()
