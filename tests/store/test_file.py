"""The launch file: what stands in it, and who may read and write it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import filelock
import pytest
from tinydb import TinyDB

from launchready.store import Record, Store, Unwritable, disk, lines, lock
from launchready.store.file import FileStore
from launchready.store.storage import AppendOnlyStorage
from tests.store import append, chain, read, snapshot
from tests.store.nobody import as_nobody, open_folder

THREE = chain(3)
HEAD = THREE[-1].hash
FOUR = chain(4)


def test_a_record_is_a_line_with_the_bytes_as_they_are(path: Path, opened: FileStore) -> None:
    opened.append(FOUR[3], after=HEAD)
    lines = [b'{"log":{"%d":{"entry":%b,"hash":"%b"}}}\n' % (n, r.body, r.hash.encode()) for n, r in enumerate(FOUR, 1)]
    assert path.read_bytes() == b"".join(lines)
    assert opened.place(3) == "line 4"


def test_an_append_is_on_disk_before_it_is_reported(
    path: Path, opened: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = []

    class Watched:
        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

        def fsync(self, fd: int) -> None:
            os.fsync(fd)
            synced.append((os.fstat(fd).st_ino, os.fstat(fd).st_size))

    monkeypatch.setattr(disk, "os", Watched())
    opened.append(FOUR[3], after=HEAD)
    assert synced == [(path.stat().st_ino, path.stat().st_size)]
    new = path.with_name("new")
    FileStore.create(new, THREE).close()
    assert synced[1:] == [(file.stat().st_ino, file.stat().st_size) for file in (new, new.parent)]


def test_tinydb_reads_a_launch_file(path: Path) -> None:
    with TinyDB(path, storage=AppendOnlyStorage) as database:
        documents = database.table("log").all()
    assert [document.doc_id for document in documents] == [1, 2, 3]
    assert documents == [{"entry": json.loads(r.body), "hash": r.hash} for r in THREE]


@pytest.mark.parametrize(
    "bad",
    [
        Record(b"{", HEAD),
        Record(b"", HEAD),
        Record(b"{\n}", HEAD),
        Record(b'{"a":NaN}', HEAD),
        Record(b'"\xff"', HEAD),
        Record(b'1,"more":2', HEAD),
        Record(b'{},"hash":""', HEAD),
        Record(b"[" * 100_000 + b"]" * 100_000, HEAD),
    ],
)
def test_what_is_not_a_record_is_refused_and_not_written(path: Path, opened: FileStore, bad: Record) -> None:
    before = path.read_bytes()
    with pytest.raises(ValueError, match="could not be read back"):
        opened.append(bad, after=HEAD)
    assert path.read_bytes() == before
    opened.append(FOUR[3], after=HEAD)
    assert opened.read() == FOUR


def test_what_another_program_wrote_behind_is_refused_with_its_line(path: Path, opened: FileStore) -> None:
    with path.open("ab") as file:
        file.write(b"signed: ana\n")
    before = path.read_bytes()
    for question in (opened.read, lambda: opened.append(FOUR[3], after=HEAD)):
        with pytest.raises(Exception, match="not-json") as refused:
            question()
        assert refused.value.arguments["line"] == 4
    assert path.read_bytes() == before


def test_touching_a_file_is_no_change(path: Path, opened: FileStore) -> None:
    os.utime(path, ns=(1, 1))
    assert opened.changed()
    assert opened.read() == THREE
    assert not opened.changed()


def test_a_link_to_a_file_shares_its_lock_and_its_content(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "link").symlink_to(path)
    append(folder / "link", FOUR[3], HEAD)
    assert read(path) == FOUR
    assert [file.name for file in folder.iterdir()] == ["link"]
    assert (tmp_path / ".a.launchready.lock").exists()


def test_a_writer_that_never_ends_is_not_waited_for_forever(
    path: Path, opened: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with filelock.FileLock(path.with_name(".a.launchready.lock")), pytest.raises(Unwritable) as refused:
        opened.append(FOUR[3], after=HEAD)
    assert refused.value.code == "busy"
    opened.append(FOUR[3], after=HEAD)


def test_a_lock_that_was_removed_is_made_again(path: Path, opened: FileStore) -> None:
    sibling = path.with_name(".a.launchready.lock")
    opened.append(FOUR[3], after=HEAD)
    sibling.unlink()
    opened.append(chain(5)[4], after=FOUR[3].hash)
    assert sibling.exists()
    with filelock.FileLock(sibling, timeout=0):
        pass


def test_what_is_in_the_way_of_the_lock_is_said(path: Path, opened: FileStore) -> None:
    path.with_name(".a.launchready.lock").mkdir()
    with pytest.raises(Unwritable) as refused:
        opened.append(FOUR[3], after=HEAD)
    assert refused.value.code == "cannot-lock"
    assert opened.read() == THREE


def test_a_file_is_not_written_beyond_what_can_be_opened(
    path: Path, opened: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "LIMIT", path.stat().st_size + 10)
    with pytest.raises(Unwritable) as refused:
        opened.append(FOUR[3], after=HEAD)
    assert refused.value.code == "full"
    assert read(path) == THREE


def test_the_lock_may_be_taken_by_whoever_may_write(path: Path) -> None:
    path.chmod(0o660)
    append(path, FOUR[3], HEAD)
    assert path.with_name(".a.launchready.lock").stat().st_mode & 0o777 == 0o660


def _read_then_append(path: Path) -> object:
    store: Store = FileStore.open(path)
    assert store.read() == THREE
    assert not store.changed()
    store.append(FOUR[3], after=HEAD)
    return "written"


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o444, 0o777), (0o666, 0o755)])
def test_a_read_only_file_or_folder_is_read_and_an_append_says_why_not(file_mode: int, folder_mode: int) -> None:
    with open_folder() as folder:
        path = folder / "a.launchready"
        FileStore.create(path, THREE).close()
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        before = snapshot(folder)
        kind, code, args = as_nobody(lambda: _read_then_append(path))  # type: ignore[misc]
        assert (kind, code) == ("Unwritable", "read-only" if file_mode == 0o444 else "cannot-lock")
        assert (args["file"], args["reason"]) == (str(path), "Permission denied")
        assert snapshot(folder) == before


def test_another_user_may_write_where_the_modes_allow_it() -> None:
    with open_folder() as folder:
        path = folder / "a.launchready"
        FileStore.create(path, THREE).close()
        path.chmod(0o666)
        folder.chmod(0o777)
        append(path, FOUR[3], HEAD)
        (new,) = chain(1, after=FOUR[3])
        assert as_nobody(lambda: append(path, new, FOUR[3].hash)) is None
        assert read(path) == [*FOUR, new]
