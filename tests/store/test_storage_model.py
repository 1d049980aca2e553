"""Whatever TinyDB does on our storage gives what it gives on its own JSONStorage."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tinydb import TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import JSONStorage
from tinydb.table import Document

from launchready.store.database import SharedDatabase
from launchready.store.storage import AppendOnlyStorage

KEYS = st.sampled_from(["a", "b", "ä", ""])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=4)
IDS = st.integers(1, 6)
TABLES = st.sampled_from(["_default", "log", "ü"])
CONDITIONS = st.sampled_from(
    [where("a").exists(), where("a") == None, where("b") != None, where("a").test(bool), where("b")["a"].exists()]  # noqa: E711
)


def nested_edit(value: Any) -> Callable[[Any], None]:
    """An update that changes a document deep inside, where TinyDB's dict is all that knows of it."""

    def edit(document: Any) -> None:
        inner = document.setdefault("b", {})
        if isinstance(inner, dict):
            inner["a"] = copy.deepcopy(value)
        elif isinstance(inner, list):
            inner.append(copy.deepcopy(value))
        else:
            document["b"] = None

    return edit


class SameAsJSONStorage(RuleBasedStateMachine):
    """Two databases, one on each storage, that get the same operations and must agree after each."""

    @initialize(cached=st.booleans())
    def start(self, cached: bool) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.cached = cached
        self._open()

    def _open(self) -> None:
        ours: Any = CachingMiddleware(AppendOnlyStorage) if self.cached else AppendOnlyStorage
        stock: Any = CachingMiddleware(JSONStorage) if self.cached else JSONStorage
        self.ours: TinyDB = SharedDatabase(Path(self.folder.name, "ours"), storage=ours)
        self.stock = TinyDB(Path(self.folder.name, "stock"), storage=stock)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.ours.close()
            self.stock.close()
            self.folder.cleanup()

    def both(self, table: str, operation: Callable[..., object], *values: Any) -> None:
        """Run an operation on both, each with its own copy of the values, which a cache might hold on to."""
        answers = []
        for database in (self.ours, self.stock):
            target = database.table(table)
            # TinyDB keeps the next id from one operation to the next, which is wrong as soon as others write.
            target._next_id = None
            try:
                answers.append(operation(target, *copy.deepcopy(values)))
            except ValueError as error:
                answers.append(str(error))
        assert answers[0] == answers[1]

    @rule(table=TABLES, document=DOCUMENTS)
    def insert(self, table: str, document: dict[str, Any]) -> None:
        self.both(table, lambda t, d: t.insert(d), document)

    @rule(table=TABLES, document=DOCUMENTS, doc_id=IDS)
    def insert_as(self, table: str, document: dict[str, Any], doc_id: int) -> None:
        self.both(table, lambda t, d: t.insert(Document(d, doc_id)), document)

    @rule(table=TABLES, documents=st.lists(DOCUMENTS, max_size=3))
    def insert_multiple(self, table: str, documents: list[dict[str, Any]]) -> None:
        self.both(table, lambda t, d: t.insert_multiple(d), documents)

    @rule(table=TABLES, fields=DOCUMENTS, condition=CONDITIONS | st.none())
    def update(self, table: str, fields: dict[str, Any], condition: Any) -> None:
        self.both(table, lambda t, f: t.update(f, condition), fields)

    @rule(table=TABLES, value=VALUES, doc_ids=st.lists(IDS, max_size=3))
    def update_inside(self, table: str, value: Any, doc_ids: list[int]) -> None:
        self.both(table, lambda t, v: t.update(nested_edit(v), doc_ids=doc_ids), value)

    @rule(table=TABLES, fields=DOCUMENTS, value=VALUES, conditions=st.tuples(CONDITIONS, CONDITIONS))
    def update_multiple(self, table: str, fields: dict[str, Any], value: Any, conditions: tuple[Any, Any]) -> None:
        first, second = conditions
        self.both(table, lambda t, f, v: t.update_multiple([(f, first), (nested_edit(v), second)]), fields, value)

    @rule(table=TABLES, document=DOCUMENTS, condition=CONDITIONS)
    def upsert(self, table: str, document: dict[str, Any], condition: Any) -> None:
        self.both(table, lambda t, d: t.upsert(d, condition), document)

    @rule(table=TABLES, document=DOCUMENTS, doc_id=IDS)
    def upsert_as(self, table: str, document: dict[str, Any], doc_id: int) -> None:
        self.both(table, lambda t, d: t.upsert(Document(d, doc_id)), document)

    @rule(table=TABLES, condition=CONDITIONS)
    def remove(self, table: str, condition: Any) -> None:
        self.both(table, lambda t: t.remove(condition))

    @rule(table=TABLES, doc_ids=st.lists(IDS, max_size=3, unique=True))
    def remove_ids(self, table: str, doc_ids: list[int]) -> None:
        self.both(table, lambda t: t.remove(doc_ids=doc_ids))

    @rule(table=TABLES)
    def truncate(self, table: str) -> None:
        self.both(table, lambda t: t.truncate())

    @rule(table=TABLES)
    def drop_table(self, table: str) -> None:
        self.ours.drop_table(table)
        self.stock.drop_table(table)

    @rule()
    def drop_tables(self) -> None:
        self.ours.drop_tables()
        self.stock.drop_tables()

    @rule(table=TABLES, condition=CONDITIONS)
    def search(self, table: str, condition: Any) -> None:
        self.both(table, lambda t: sorted((document.doc_id, document) for document in t.search(condition)))
        self.both(table, lambda t: t.contains(condition))

    @rule(table=TABLES, doc_id=IDS)
    def get(self, table: str, doc_id: int) -> None:
        self.both(table, lambda t: t.get(doc_id=doc_id))

    @rule()
    def reopen(self) -> None:
        self.ours.close()
        self.stock.close()
        self._open()

    @invariant()
    def same(self) -> None:
        if not hasattr(self, "ours"):
            return
        assert self.ours.tables() == self.stock.tables()
        for table in self.stock.tables():
            ours = [(document.doc_id, document) for document in self.ours.table(table)]
            stock = [(document.doc_id, document) for document in self.stock.table(table)]
            if self.cached:  # one line for many operations: a document removed and put back keeps its old place
                ours.sort(key=lambda pair: pair[0])
                stock.sort(key=lambda pair: pair[0])
            assert ours == stock


TestSameAsJSONStorage = SameAsJSONStorage.TestCase
TestSameAsJSONStorage.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
