"""A log in memory, for tests and previews: the same port, and nothing left when it goes."""

from __future__ import annotations

from collections.abc import Iterable

from launchready.store.port import Moved, Record, StoreError


class MemoryStore:
    """A store on a list. `beside` gives another store on the same list, as a second window would have it."""

    def __init__(self, records: Iterable[Record] = (), name: str = "memory") -> None:
        self.name = name
        self.torn = 0
        self._records = list(records)
        self._known = 0
        self._closed = False

    def beside(self) -> MemoryStore:
        other = MemoryStore(name=self.name)
        other._records = self._records
        return other

    def read(self, after: int = 0) -> list[Record]:
        self._require_open()
        self._known = len(self._records)
        return self._records[after:]

    def append(self, record: Record, after: str) -> None:
        self._require_open()
        if after != (self._records[-1].hash if self._records else ""):
            raise Moved("moved", file=self.name)
        self._records.append(record)
        self._known = len(self._records)

    def changed(self) -> bool:
        return self._known != len(self._records)

    def place(self, n: int) -> str:
        return f"record {n + 1}"

    def close(self) -> None:
        self._closed = True

    def _require_open(self) -> None:
        if self._closed:
            raise StoreError("closed", file=self.name)
