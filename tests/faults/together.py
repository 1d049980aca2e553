"""Several processes writing one file at once: nothing is lost, and each of them gets on."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path

from tinydb import where

from launchready.store.database import SharedDatabase
from launchready.store.file import FileStore
from tests.faults import writer
from tests.store import chain, follows


def check(processes: int, seconds: float) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.launchready")
        FileStore.create(path, chain(1)).close()
        reported = _write(processes, "log", path, seconds)
        store = FileStore.open(path)
        records = store.read()
        store.close()
    assert follows(records)
    hashes = [one for lines in reported for one in lines]
    assert sorted(hashes) == sorted(one.hash for one in records[1:])
    return f"{processes} processes appending for {seconds:g} s: none lost, {_shares(reported)} changes"


def check_table(processes: int, seconds: float) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table")
        with SharedDatabase(path) as database:
            database.insert({"count": 0})
            reported = _write(processes, "table", path, seconds)
            (counter,) = database.search(where("count").exists())
            ids = sorted(document.doc_id for document in database.search(where("by").exists()))
            moments = [document["moment"] for document in database.search(where("moment").exists())]
    inserted = sorted(int(one) for lines in reported for one in lines)
    assert ids == inserted, "an insert was lost, or two got the same id"
    assert len(moments) == len(set(moments)), "two processes inserted what they should have shared"
    assert counter["count"] == len(inserted), "an update was lost"
    return f"{processes} processes updating a TinyDB table for {seconds:g} s: none lost, {_shares(reported)} changes"


def _write(processes: int, kind: str, path: Path, seconds: float) -> list[list[str]]:
    """What each process reported as stored. To a file, since one whose pipe is full would stop writing."""
    outputs = [path.with_name(f"out-{n}") for n in range(processes)]
    with ExitStack() as stack:
        files = [stack.enter_context(output.open("w")) for output in outputs]
        running = [writer.start(kind, path, seconds, out=file) for file in files]
        for process in running:
            process.wait()
    assert all(process.returncode == 0 for process in running), "a writer failed"
    return [output.read_text().splitlines() for output in outputs]


def _shares(reported: list[list[str]]) -> str:
    shares = sorted(len(lines) for lines in reported)
    assert shares[0] >= 3, f"a writer made hardly any progress: {shares}"
    return " + ".join(str(share) for share in shares)
