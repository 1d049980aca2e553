"""A writer killed with SIGKILL, whatever it is doing: no change that it reported as stored may be missing."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from launchready.store.file import FileStore
from tests.faults import writer
from tests.store import chain, follows, record

LONG = 3_000_000
"""Bytes of the longest record: a kill can part long ones, which are written in pieces."""


def check(trials: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.launchready")
        FileStore.create(path, chain(1)).close()
        reported, torn = 0, 0
        for _ in range(trials):
            hashes = _killed_while_writing(path)
            reported += len(hashes)
            torn += _check(path, hashes)
            if path.stat().st_size > 30_000_000:
                path.unlink()
                FileStore.create(path, chain(1)).close()
        kept = len(list(Path(folder).glob("*.torn-*")))
    assert kept == torn, f"{torn} torn lines were seen and {kept} kept"
    return f"kill -9 in a writing loop: {trials} trials, {reported} changes reported, none lost, {torn} lines torn"


def _killed_while_writing(path: Path) -> list[str]:
    process = writer.start("log", path, 60, LONG)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(random.uniform(0, 0.03))
    process.kill()
    rest, _ = process.communicate()
    return [first.rstrip("\n"), *rest.splitlines()]


def _check(path: Path, hashes: list[str]) -> bool:
    """Whether the last line was torn, having checked that all is there and that writing goes on."""
    store = FileStore.open(path)
    torn = store.torn > 0
    records = store.read()
    assert follows(records)
    lost = set(hashes) - {one.hash for one in records}
    assert not lost, f"{len(lost)} reported changes lost"
    new = record(len(records), records[-1].hash)
    store.append(new, after=records[-1].hash)
    assert store.read(len(records)) == [new]
    assert store.torn == 0
    store.close()
    return torn
