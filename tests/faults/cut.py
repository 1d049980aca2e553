"""A file cut at every byte: refused, or opened with the records that were whole. Never as a launch without any."""

from __future__ import annotations

import tempfile
from pathlib import Path
from unittest.mock import patch

from launchready.store import storage
from launchready.store.file import FileStore
from tests.faults import refusal
from tests.store import chain


def check(records: int) -> str:
    with tempfile.TemporaryDirectory() as folder, patch.object(storage, "MOMENT", 0):
        path = Path(folder, "a.launchready")
        FileStore.create(path, chain(records + 1)).close()
        whole = path.read_bytes()
        cuts = len(b"".join(whole.splitlines(keepends=True)[:records]))
        refused = sum(_check_cut(Path(folder, str(cut)), whole, cut) for cut in range(cuts))
    return f"a file cut at each of {cuts} bytes: {cuts - refused} recovered, {refused} refused, none empty"


def _check_cut(path: Path, whole: bytes, cut: int) -> bool:
    path.write_bytes(whole[:cut])
    lines = whole.splitlines(keepends=True)
    # A line without its newline is whole: nothing of what it says is missing.
    expected = sum(len(b"".join(lines[: n + 1])) - 1 <= cut for n in range(len(lines)))
    if not expected:
        refused = refusal(lambda: FileStore.open(path))
        assert refused is not None, f"opened with nothing whole at byte {cut}"
        assert refused.code == ("no-whole-line" if cut else "empty")
        assert path.read_bytes() == whole[:cut]
        return True
    store = FileStore.open(path)
    records = store.read()
    assert records == chain(expected)
    torn = whole[len(b"".join(lines[:expected])) : cut]
    assert store.torn == len(torn)
    assert path.read_bytes() == whole[:cut]
    store.append(chain(expected + 1)[-1], after=records[-1].hash)
    store.close()
    assert path.read_bytes() == b"".join(lines[: expected + 1])
    kept = path.with_name(f"{path.name}.torn-1")
    assert (kept.read_bytes() if kept.exists() else b"") == torn
    return False
