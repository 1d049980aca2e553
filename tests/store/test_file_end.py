"""The end of a launch file, where a write may have been interrupted or still be under way."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from launchready.store import Moved
from launchready.store.file import FileStore
from tests.store import append, chain, read, record, snapshot

THREE = chain(3)
HEAD = THREE[-1].hash
FOUR = chain(4)


@pytest.mark.parametrize("cut", [1, 5, 60, -2], ids=lambda cut: f"[:{cut}]")
@pytest.mark.parametrize("padding", [b"", bytes(4096)], ids=["", "NULs"])
def test_a_torn_line_is_passed_over_said_and_kept_beside(path: Path, cut: int, padding: bytes) -> None:
    append(path, FOUR[3], HEAD)
    lines = path.read_bytes().splitlines(keepends=True)
    whole, torn = b"".join(lines[:3]), lines[3][:cut] + padding
    path.write_bytes(whole + torn)
    before = snapshot(path.parent)
    store = FileStore.open(path)
    assert store.torn == len(torn)
    assert store.read() == THREE
    assert snapshot(path.parent) == before
    new = record(3, HEAD, other=True)
    store.append(new, after=HEAD)
    assert store.torn == 0
    assert store.read() == read(path) == [*THREE, new]
    assert path.with_name("a.launchready.torn-1").read_bytes() == torn
    store.close()


def test_a_line_torn_inside_a_number_is_torn_too(path: Path) -> None:
    for tail in (b'{"log":{"4":{"entry":{"n":-', b'{"log":{"4":{"entry":{"n":1.', b'{"log":{"4":{"entry":{"t":"\xc3'):
        path.write_bytes(path.read_bytes() + tail)
        store = FileStore.open(path)
        assert store.torn == len(tail)
        store.close()
        path.write_bytes(path.read_bytes()[: -len(tail)])


def test_kept_torn_lines_are_never_overwritten(path: Path) -> None:
    head = HEAD
    for n in (1, 2, 3):
        with path.open("ab") as file:
            file.write(b'{"log":%d' % n)
        new = record(2 + n, head)
        append(path, new, head)
        head = new.hash
    kept = sorted(path.parent.glob("*.torn-*"))
    assert [file.read_bytes() for file in kept] == [b'{"log":1', b'{"log":2', b'{"log":3']


def test_a_refused_append_leaves_the_torn_line_alone(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b'{"log"')
    before = path.read_bytes()
    with pytest.raises(Moved):
        append(path, FOUR[3], THREE[0].hash)
    assert path.read_bytes() == before


def test_a_whole_last_line_without_its_newline_counts_and_gets_it_first(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    mine, other = FileStore.open(path), FileStore.open(path)
    assert mine.torn == 0
    assert mine.read() == other.read() == THREE
    assert path.read_bytes() == whole[:-1]
    mine.append(FOUR[3], after=HEAD)
    assert path.read_bytes().startswith(whole)
    assert mine.read() == other.read() == read(path) == FOUR
    mine.close(), other.close()


def test_a_newline_that_comes_later_is_nothing_new(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    store = FileStore.open(path)
    with path.open("ab") as file:
        file.write(b"\n")
    assert store.read(3) == []
    store.append(FOUR[3], after=HEAD)
    assert store.read() == read(path) == FOUR
    store.close()


def test_a_write_under_way_at_opening_is_not_called_torn(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append(path, FOUR[3], HEAD)
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    monkeypatch.setattr(time, "sleep", lambda _: path.write_bytes(whole))
    store = FileStore.open(path)
    assert store.torn == 0
    assert store.read() == FOUR
    store.close()


def test_a_write_under_way_is_whole_at_a_later_look(path: Path, opened: FileStore) -> None:
    line = b'{"log":{"4":{"entry":%b,"hash":"%b"}}}\n' % (FOUR[3].body, FOUR[3].hash.encode())
    for piece in (line[:50], line[50:-1]):
        assert opened.read() == THREE
        with path.open("ab") as file:
            file.write(piece)
        assert opened.changed()
    assert opened.read(3) == [FOUR[3]]
    assert not opened.changed()
    assert opened.torn == 0
