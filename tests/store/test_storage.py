"""The storage by itself: what a write leaves on disk, what is refused, and several databases on one file."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock, Timeout
from tinydb import TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.table import Document

from launchready.store import Moved, StoreError, Unreadable
from launchready.store.database import SharedDatabase, SharedTable
from launchready.store.encoding import DEPTH
from launchready.store.storage import AppendOnlyStorage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data.jsonl"


@pytest.fixture
def database(path: Path) -> Iterator[TinyDB]:
    with SharedDatabase(path) as opened:
        yield opened


def nested(depth: int) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for _ in range(depth - 1):
        document = {"a": document}
    return document


def test_a_missing_path_is_an_empty_database_and_reading_does_not_make_it(path: Path, database: TinyDB) -> None:
    assert database.all() == []
    assert database.tables() == set()
    assert database.search(where("a") == 1) == []
    assert not path.exists()


def test_a_write_is_one_line_of_what_differs(path: Path, database: TinyDB) -> None:
    database.insert_multiple([{"b": 1, "a": None}, {"c": "ü"}])
    database.update({"b": 2}, doc_ids=[1])
    database.table("empty").truncate()
    database.remove(doc_ids=[1])
    database.update({"c": "ü"}, doc_ids=[2])
    database.insert({"d": {}})
    database.drop_table("empty")
    database.drop_tables()
    assert path.read_text(encoding="utf-8").splitlines() == [
        '{"_default":{"1":{"a":null,"b":1},"2":{"c":"ü"}}}',
        '{"_default":{"1":{"a":null,"b":2}}}',
        '{"empty":{}}',
        '{"_default":{"1":null}}',
        '{"_default":{"3":{"d":{}}}}',
        '{"empty":null}',
        '{"_default":null}',
    ]


def test_values_are_converted_as_json_does(database: TinyDB) -> None:
    database.insert({"t": (1, (2,)), "k": {2: "a", None: "b", True: "c", 1.5: "d"}, "n": 10**99, "f": 1e16, "z": -0.0})
    (document,) = database.all()
    keys = {"2": "a", "null": "b", "true": "c", "1.5": "d"}
    assert document == {"t": [1, [2]], "k": keys, "n": 10**99, "f": 1e16, "z": 0.0}
    assert math.copysign(1, document["z"]) == -1


@pytest.mark.parametrize(
    "document",
    [
        {"a": math.nan},
        {"a": [{"b": (0, -math.inf)}]},
        {"a": "\ud800"},
        {"a": {1, 2}},
        {"a": b"bytes"},
        nested(DEPTH + 1),
        nested(100_000),
    ],
    ids=["nan", "inf-inside", "surrogate", "set", "bytes", "deep", "absurdly-deep"],
)
def test_what_could_not_be_read_back_is_refused_and_nothing_is_written(
    path: Path, database: TinyDB, document: dict[str, Any]
) -> None:
    database.insert({"a": 1})
    before = path.read_bytes()
    with pytest.raises((ValueError, TypeError, RecursionError)):
        database.insert(document)
    assert path.read_bytes() == before
    assert database.insert({"a": 2}) == 2


def test_the_deepest_document_comes_back(path: Path, database: TinyDB) -> None:
    database.insert(nested(DEPTH))
    with SharedDatabase(path) as again:
        assert again.all() == [nested(DEPTH)]


def test_a_document_is_a_mapping(path: Path) -> None:
    storage = AppendOnlyStorage(path)
    with pytest.raises(TypeError):
        storage.write({"t": {"1": None}})  # type: ignore[dict-item]
    storage.close()


def test_what_read_gave_can_be_changed_without_changing_the_storage(path: Path) -> None:
    storage = AppendOnlyStorage(path)
    storage.write({"t": {"1": {"a": [1]}}})
    given = storage.read()
    assert given is not None
    given["t"]["1"]["a"].append(2)
    assert storage.read() == {"t": {"1": {"a": [1]}}}
    storage.write(given)
    assert storage.read() == {"t": {"1": {"a": [1, 2]}}}
    storage.close()


def test_another_database_is_seen_at_once_and_ids_are_not_given_twice(path: Path, database: TinyDB) -> None:
    with SharedDatabase(path) as other:
        assert database.insert({"a": 1}) == 1
        assert other.insert({"a": 1}) == 2
        assert database.insert_multiple([{"a": 1}, {"a": 2}]) == [3, 4]
        assert len(other.search(where("a") == 1)) == 3
        database.update({"a": 2}, doc_ids=[1])
        assert len(other.search(where("a") == 1)) == 2
        assert other.upsert({"a": 3}, where("a") == 3) == [5]
        assert database.upsert({"a": 3, "b": 1}, where("a") == 3) == [5]
        other.drop_tables()
        database.table("more").insert({})
        other.drop_table("more")
        assert database.tables() == set()
        assert database.all() == []


def test_nobody_writes_between_the_two_halves_of_an_upsert(
    path: Path, database: TinyDB, monkeypatch: pytest.MonkeyPatch
) -> None:
    insert = SharedTable.insert
    tried = []

    def insert_while_another_tries(table: SharedTable, document: dict[str, Any]) -> int:
        with pytest.raises(Timeout):
            FileLock(path.with_name(f".{path.name}.lock"), timeout=0).acquire()
        tried.append(document)
        return insert(table, document)

    database.insert({"a": 1})
    monkeypatch.setattr(SharedTable, "insert", insert_while_another_tries)
    database.upsert({"a": 2}, where("a") == 2)
    assert tried == [{"a": 2}]


def test_a_query_is_answered_from_the_cache_while_nobody_writes(database: TinyDB, monkeypatch: Any) -> None:
    database.insert({"a": 1})
    first = database.search(where("a") == 1)
    monkeypatch.setattr(AppendOnlyStorage, "read", None)
    assert database.search(where("a") == 1) == first


def test_stock_tables_are_refused_a_write_over_another_ones(path: Path) -> None:
    with TinyDB(path, storage=AppendOnlyStorage) as mine, TinyDB(path, storage=AppendOnlyStorage) as other:
        mine.insert({"a": 1})
        seen = mine.storage.read()
        other.insert({"a": 2})
        assert seen is not None
        with pytest.raises(Moved):
            mine.storage.write(seen)
        assert [document["a"] for document in mine.all()] == [1, 2]


def test_a_cache_is_not_flushed_over_what_another_wrote(path: Path, database: TinyDB) -> None:
    database.insert({"a": 1})
    cached = SharedDatabase(path, storage=CachingMiddleware(AppendOnlyStorage))
    cached.insert({"a": 2})
    database.insert({"a": 3})
    with pytest.raises(Moved):
        cached.close()
    cached.storage.storage.close()  # type: ignore[attr-defined]
    assert [document["a"] for document in database.all()] == [1, 3]


def test_explicit_ids_keep_their_order(path: Path, database: TinyDB) -> None:
    for doc_id in (10, 9, 2):
        database.insert(Document({}, doc_id))
    with SharedDatabase(path) as again:
        assert [document.doc_id for document in again] == [10, 9, 2]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "empty", None),
        (b'{"t":{"1":', "no-whole-line", None),
        (b"[]\n", "unexpected", 1),
        (b'{"t":{"1":{}}}\n{"t":{"2":[]}}\n', "unexpected", 2),
        (b'{"t":{"1":{}}}\n{"t":{"2":{"a":1,"a":1}}}\n', "not-canonical", 2),
        (b'{"t": {"1":{}}}\n', "not-canonical", 1),
        (b'{"t":{"1":{},"1":{}}}\n', "not-canonical", 1),
        (b'{"t":{"1":{"b":1,"a":1}}}\n', "not-canonical", 1),
        (b'{"t":{"1":{"a":1e400}}}\n', "not-json", 1),
        (b'{"t":{"1":{"a":"\\u00e4"}}}\n', "not-canonical", 1),
        (b'{"t":{"1":{"a":' + b"[" * DEPTH + b"]" * DEPTH + b"}}}\n", "too-deep", 1),
        (b'{"t":{"1":{"a":' + b"[" * 200_000 + b"]" * 200_000 + b"}}}\n", "too-deep", 1),
    ],
)
def test_a_file_that_was_not_written_so_is_refused(path: Path, content: bytes, code: str, line: int | None) -> None:
    path.write_bytes(content)
    with pytest.raises(Unreadable) as refused:
        SharedDatabase(path)
    assert (refused.value.code, refused.value.arguments.get("line")) == (code, line)
    assert path.read_bytes() == content


def test_a_closed_database_answers_nothing(path: Path) -> None:
    database = SharedDatabase(path)
    database.insert({})
    database.close()
    for question in (database.all, lambda: database.insert({}), database.drop_tables):
        with pytest.raises(StoreError):
            question()


def test_reading_does_not_import_filelock(path: Path, database: TinyDB) -> None:
    database.insert({"a": 1})
    code = (
        "import sys; from launchready.store.database import SharedDatabase as D; d = D(sys.argv[1]); "
        "assert d.all() == [{'a': 1}]; assert 'filelock' not in sys.modules; d.insert({}); d.close()"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    assert len(database) == 2
