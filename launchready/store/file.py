"""A launch in a file: record n of its log is document n + 1 of the table "log", on line n + 1.

A line is `{"log":{"17":{"entry":ENTRY,"hash":"HASH"}}}` with the entry's bytes as they were hashed. They are checked
here to be one JSON value, and nothing more: that they are canonical, and what they say, is for the reader of the log.
No other table is known, so a file that has one is refused and not guessed at.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import Self

import msgspec
from msgspec import Raw

from launchready.store.encoding import Line
from launchready.store.port import Moved, Record, Unreadable, Unwritable
from launchready.store.storage import AppendOnlyStorage

_TABLE = "log"
_BEFORE_ENTRY, _BEFORE_HASH, _END = b'{"entry":', b',"hash":"', b'"}'
_HASH_START = -64 - len(_END)
_ENTRY_START, _ENTRY_END = len(_BEFORE_ENTRY), _HASH_START - len(_BEFORE_HASH)
_is_hash = re.compile(r"[0-9a-f]{64}").fullmatch


class _Row(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    entry: Raw
    hash: str


_rows = msgspec.json.Decoder(list[_Row])
_encoder = msgspec.json.Encoder()


class _LogStorage(AppendOnlyStorage):
    """The storage that takes nothing but the lines of a log, and its entries unlooked-at, for speed."""

    def check(self, lines: list[Line]) -> None:
        documents: list[Raw] = []
        for number, line in enumerate(lines, self.lines + 1):
            table = line.get(_TABLE)
            if len(line) != 1 or not table:
                raise Unreadable("unexpected", name=self.name, line=number)
            if table.keys() != {str(number)}:
                raise Unreadable("out-of-sequence", name=self.name, line=number)
            documents += table.values()
        if code := _fault(documents):
            faults = (number for number, one in enumerate(documents, self.lines + 1) if _fault([one]))
            raise Unreadable(code, name=self.name, line=next(faults, self.lines + 1))


def _fault(documents: list[Raw]) -> str | None:
    joined = b"[" + b",".join(documents) + b"]"
    try:
        rows = _rows.decode(joined)
    except (msgspec.DecodeError, RecursionError):
        return "unexpected"
    if b"\n" in joined or _encoder.encode(rows) != joined:
        return "not-canonical"
    return None if all(_is_hash(row.hash) for row in rows) else "unexpected"


class FileStore:
    """The store of one launch file. Reading needs no more than the permission to read."""

    def __init__(self, storage: _LogStorage) -> None:
        self._storage = storage

    @classmethod
    def create(cls, path: str | os.PathLike[str], records: Iterable[Record]) -> Self:
        """A new file with at least one record: whole or not at all, and never in the place of anything."""
        lines = [_line(number, record) for number, record in enumerate(records, 1)]
        if not lines:
            raise ValueError("a log has at least one record")
        name = os.fspath(path)
        if os.path.lexists(name):
            raise Unwritable("exists", name=name)
        storage = _LogStorage(path)
        try:
            if storage.exists:
                raise Unwritable("exists", name=name)
            storage.append(*lines)
        except Moved as error:
            raise Unwritable("exists", name=name) from error
        except BaseException:
            storage.close()
            raise
        return cls(storage)

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Self:
        """The file as it lies there, or Unreadable with what is wrong and where. Nothing is changed or created."""
        try:
            storage = _LogStorage(path)
        except ValueError as error:  # a name the system can't have, such as one with a NUL
            raise Unreadable("missing", name=os.fspath(path)) from error
        if not storage.exists:
            raise Unreadable("missing", name=storage.name)
        return cls(storage)

    @property
    def name(self) -> str:
        return self._storage.name

    @property
    def torn(self) -> int:
        return self._storage.torn

    def read(self, after: int = 0) -> list[Record]:
        self._storage.refresh()
        documents = self._storage.documents(_TABLE)
        if after == 0:
            return [_record(bytes(document)) for document in documents.values()]
        return [_record(bytes(documents[str(n)])) for n in range(after + 1, len(documents) + 1)]

    def append(self, record: Record, after: str) -> None:
        with self._storage.locked():
            count = self._storage.lines
            head = _record(bytes(self._storage.documents(_TABLE)[str(count)])).hash
            if head != after:
                raise Moved("moved", name=self.name)
            self._storage.append(_line(count + 1, record))

    def changed(self) -> bool:
        return self._storage.changed()

    def place(self, n: int) -> str:
        return f"line {n + 1}"

    def close(self) -> None:
        self._storage.close()


def _line(number: int, record: Record) -> Line:
    document = _BEFORE_ENTRY + record.body + _BEFORE_HASH + record.hash.encode() + _END
    return {_TABLE: {str(number): Raw(document)}}


def _record(document: bytes) -> Record:
    return Record(document[_ENTRY_START:_ENTRY_END], document[_HASH_START : -len(_END)].decode())
