"""What is read of a damaged file: the lines before the damage, never one behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from launchready.store.file import FileStore
from launchready.store.port import Record, Unwritable
from launchready.store.salvage import ReadOnlyStore, whole_records

RECORDS = [Record(f'{{"number":{number}}}'.encode(), f"hash-{number}") for number in range(5)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    FileStore.create(tmp_path / "a.launchready", RECORDS).close()
    return tmp_path / "a.launchready"


def test_a_sound_file_is_whole(file: Path) -> None:
    assert whole_records(file) == (RECORDS, 5)


@pytest.mark.parametrize("bad", [b"\0\0\0", b"{}", b"not json", b'{"log":{"9":{"entry":{},"hash":""}}}', b"\xff"])
def test_it_ends_before_the_first_bad_line(file: Path, bad: bytes) -> None:
    lines = file.read_bytes().split(b"\n")
    lines[2] = bad
    file.write_bytes(b"\n".join(lines))
    assert whole_records(file) == (RECORDS[:2], 5)


def test_a_torn_last_line_is_left_out(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])
    assert whole_records(file) == (RECORDS[:4], 5)


def test_of_nothing_nothing_is_whole(tmp_path: Path) -> None:
    assert whole_records(tmp_path / "gone") == ([], 0)
    assert whole_records(tmp_path) == ([], 0)
    (tmp_path / "empty").touch()
    assert whole_records(tmp_path / "empty") == ([], 0)


def test_what_is_looked_at_is_not_written_to() -> None:
    store = ReadOnlyStore(RECORDS, "a")
    with pytest.raises(Unwritable, match="only-whole-part"):
        store.append(RECORDS[0], "hash-4")
    assert store.read(3) == RECORDS[3:]
    assert not store.changed()
