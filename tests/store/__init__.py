"""Tests of launchready.store, and the tiny logs they write."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from launchready.store import Record
from launchready.store.file import FileStore


def record(number: int, previous: str = "", **content: object) -> Record:
    """A small record that names its predecessor, as the entries of a log do."""
    body = json.dumps({"n": number, "prev": previous, **content}, sort_keys=True, separators=(",", ":")).encode()
    return Record(body, hashlib.sha256(body).hexdigest())


def chain(length: int, after: Record | None = None) -> list[Record]:
    """Records that follow one another, from 0 on or from the one behind `after`."""
    records: list[Record] = []
    number = json.loads(after.body)["n"] + 1 if after else 0
    previous = after.hash if after else ""
    for n in range(number, number + length):
        records.append(record(n, previous))
        previous = records[-1].hash
    return records


def follows(records: list[Record]) -> bool:
    """Whether records are one unbroken chain, each with the hash of its bytes."""
    previous = ""
    for n, one in enumerate(records):
        body = json.loads(one.body)
        if one.hash != hashlib.sha256(one.body).hexdigest() or (body["n"], body["prev"]) != (n, previous):
            return False
        previous = one.hash
    return True


def snapshot(folder: Path) -> dict[str, tuple[object, ...]]:
    """Everything about what lies in a folder that opening a file there must not change."""
    seen: dict[str, tuple[object, ...]] = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        content = path.read_bytes() if path.is_file() and status.st_size < 1 << 20 else b""
        seen[path.name] = (content, status.st_mode, status.st_size, status.st_mtime_ns, status.st_ino)
    return seen


def read(path: Path) -> list[Record]:
    store = FileStore.open(path)
    try:
        return store.read()
    finally:
        store.close()


def append(path: Path, new: Record, after: str) -> None:
    store = FileStore.open(path)
    try:
        store.append(new, after)
    finally:
        store.close()
