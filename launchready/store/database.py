"""TinyDB for several processes at once: what TinyDB remembers between operations, another process may have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from launchready.store.storage import AppendOnlyStorage


class SharedTable(Table):
    """A table whose operations each see what others wrote before and let nobody write in between.

    Between operations it keeps neither the next id nor, once anyone has written, the results of queries.
    """

    _as_of = -1
    _storage: Any

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._storage.locked():
            self._next_id = None
            yield

    def insert(self, document: Mapping[str, Any]) -> int:
        with self._alone():
            return super().insert(document)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        with self._alone():
            return super().upsert(document, cond)

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        with self._alone():
            super()._update_table(updater)

    def search(self, cond: QueryLike) -> list[Document]:
        self._storage.refresh()
        if self._as_of != self._storage.lines:
            self.clear_cache()
            self._as_of = self._storage.lines
        return super().search(cond)


class SharedDatabase(TinyDB):
    """A TinyDB of such tables in one append-only file."""

    table_class = SharedTable
    default_storage_class: Any = AppendOnlyStorage

    def drop_table(self, name: str) -> None:
        with self._alone():
            super().drop_table(name)

    def drop_tables(self) -> None:
        with self._alone():
            super().drop_tables()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        storage: Any = self.storage
        with storage.locked():
            storage.read()
            yield
