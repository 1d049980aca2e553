"""A file that another program replaces, moves, cuts or overwrites under an open store: noticed, and left alone."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from launchready.store import Replaced
from launchready.store.file import FileStore
from tests.faults import refusal
from tests.faults.failing import failing
from tests.store import chain, record, snapshot


def replace(path: Path) -> None:
    """As sync clients and editors do."""
    other = path.with_name("other")
    shutil.copyfile(path, other)
    other.replace(path)


def overwrite(path: Path) -> None:
    """As `cp` does with another, longer launch: the file stays the same one, and its content doesn't."""
    records = [record(0, other=True)]
    for n in range(1, 8):
        records.append(record(n, records[-1].hash))
    other = path.with_name("other")
    FileStore.create(other, records).close()
    shutil.copyfile(other, path)
    other.unlink()


def overwrite_in_place(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:-80] + content[-80:].replace(b"0", b"1"))


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1)


def put_a_folder_there(path: Path) -> None:
    path.unlink()
    path.mkdir()


def move(path: Path) -> None:
    path.rename(path.with_name("moved"))


KINDS: dict[Callable[[Path], None], str] = {
    Path.unlink: "gone",
    move: "gone",
    replace: "replaced",
    put_a_folder_there: "replaced",
    overwrite: "overwritten",
    overwrite_in_place: "overwritten",
    cut: "shortened",
}


def check() -> str:
    for kind, code in KINDS.items():
        for appended in (0, 1, 5):
            with tempfile.TemporaryDirectory() as folder:
                _check_between(Path(folder, "a.launchready"), kind, code, appended)
        with tempfile.TemporaryDirectory() as folder:
            _check_during(Path(folder, "a.launchready"), kind, code)
    return f"a file replaced underneath: {4 * len(KINDS)} times, noticed each time, before and during a write"


def _check_between(path: Path, kind: Callable[[Path], None], code: str, appended: int) -> None:
    records = chain(3 + appended)
    store = FileStore.create(path, records[:3])
    for before, new in pairwise(records[2:]):
        store.append(new, after=before.hash)
    kind(path)
    left = snapshot(path.parent)
    assert store.changed()
    new = record(len(records), records[-1].hash)
    for question in (store.read, lambda: store.append(new, after=records[-1].hash)):
        _refused(question, code, path)
    assert snapshot(path.parent) == left, "something was written into what is not ours"
    store.close()


def _check_during(path: Path, kind: Callable[[Path], None], code: str) -> None:
    """Replaced after the write and before it would be reported: it must not be."""
    records = chain(4)
    store = FileStore.create(path, records[:3])

    class ReplacedMeanwhile:
        done = False

        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

        def fsync(self, fd: int) -> None:
            os.fsync(fd)
            if not self.done:
                self.done = True
                kind(path)

    with failing(ReplacedMeanwhile()):
        _refused(lambda: store.append(records[3], after=records[2].hash), code, path)
    store.close()


def _refused(question: Callable[[], object], code: str, path: Path) -> None:
    refused = refusal(question)
    assert isinstance(refused, Replaced), f"not noticed: {code}"
    assert (refused.code, refused.arguments["file"]) == (code, str(path))
