"""What every store keeps to, whatever it stores in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from launchready.store import Moved, Store, StoreError
from launchready.store.file import FileStore
from launchready.store.memory import MemoryStore
from tests.store import chain, follows, record

Pair = tuple[Store, Store]
"""Two stores on one log of two records."""


def _in_file(folder: Path) -> Pair:
    path = folder / "a.launchready"
    return FileStore.create(path, chain(2)), FileStore.open(path)


def _in_memory(_folder: Path) -> Pair:
    store = MemoryStore(chain(2))
    return store, store.beside()


@pytest.fixture(params=[_in_file, _in_memory], ids=["file", "memory"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Pair]:
    make: Callable[[Path], Pair] = request.param
    stores = make(tmp_path)
    yield stores
    for store in stores:
        store.close()


def test_records_come_back_byte_for_byte_and_in_order(pair: Pair) -> None:
    store, _ = pair
    odd = record(2, chain(2)[-1].hash, text='Füße, 日本 \x7f  \\ " \n \u2028 🚀')
    store.append(odd, after=chain(2)[-1].hash)
    assert store.read() == [*chain(2), odd]
    assert store.read(2) == [odd]
    assert store.read(3) == []


def test_append_behind_anything_but_the_last_is_moved_and_changes_nothing(pair: Pair) -> None:
    store, _ = pair
    first, second = chain(2)
    for wrong in ("", first.hash, "0" * 64):
        with pytest.raises(Moved) as refused:
            store.append(record(2, wrong), after=wrong)
        assert refused.value.code == "moved"
    assert store.read() == [first, second]


def test_what_one_appends_the_other_finds(pair: Pair) -> None:
    mine, theirs = pair
    mine.read(), theirs.read()
    assert not theirs.changed()
    (third,) = chain(1, after=chain(2)[-1])
    mine.append(third, after=chain(2)[-1].hash)
    assert not mine.changed()
    assert theirs.changed()
    assert theirs.read(2) == [third]
    assert not theirs.changed()


def test_the_second_of_two_writers_is_moved_and_then_appends(pair: Pair) -> None:
    mine, theirs = pair
    head = mine.read()[-1].hash
    theirs.read()
    mine.append(record(2, head), after=head)
    with pytest.raises(Moved):
        theirs.append(record(2, head, who="other"), after=head)
    (new,) = theirs.read(2)
    theirs.append(record(3, new.hash, who="other"), after=new.hash)
    assert follows(mine.read())
    assert len(mine.read()) == 4


def test_appending_without_reading_again_works_while_the_head_is_right(pair: Pair) -> None:
    store, _ = pair
    head = chain(2)[-1]
    for new in chain(20, after=head):
        store.append(new, after=head.hash)
        head = new
    assert store.read() == chain(22)


def test_a_store_has_a_name_and_places(pair: Pair) -> None:
    for store in pair:
        assert store.name
        assert store.torn == 0
        assert store.place(0).endswith(" 1")
        assert store.place(16).endswith(" 17")


def test_a_closed_store_answers_nothing(pair: Pair) -> None:
    store, other = pair
    store.close()
    store.close()
    for question in (store.read, lambda: store.append(record(2, chain(2)[-1].hash), after=chain(2)[-1].hash)):
        with pytest.raises(StoreError) as refused:
            question()
        assert refused.value.code == "closed"
    assert other.read() == chain(2)
