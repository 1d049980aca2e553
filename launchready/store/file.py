"""A launch in a file: record n of its log is document n + 1 of the table "log", on line n + 1.

A line is `{"log":{"17":{"entry":ENTRY,"hash":"HASH"}}}` with the entry's bytes as they were hashed. They are checked
here to be one JSON value, and nothing more: that they are canonical, and what they say, is for the reader of the log.
No other table is known, so a file that has one is refused and not guessed at.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Self

import msgspec
from msgspec import Raw

from launchready.store import encoding
from launchready.store.encoding import Line
from launchready.store.port import Moved, Record, Unreadable, Unwritable
from launchready.store.storage import AppendOnlyStorage

_TABLE = "log"


class _Row(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    entry: Raw
    hash: str


class _LogLine(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    log: dict[str, _Row]


_lines = msgspec.json.Decoder(_LogLine)
_encoder = msgspec.json.Encoder()


class _LogStorage(AppendOnlyStorage):
    """The storage that takes nothing but the lines of a log, and keeps records instead of documents, for speed."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.records: list[Record] = []
        super().__init__(path)

    def tables(self) -> dict[str, dict[str, Raw]]:
        lines = (_line(number, record) for number, record in enumerate(self.records, 1))
        return {_TABLE: {key: row for line in lines for key, row in (line[_TABLE] or {}).items()}}

    def fold(self, lines: list[_LogLine]) -> None:
        self.records += [Record(bytes(row.entry), row.hash) for line in lines for row in line.log.values()]

    def decode(self, data: bytes) -> list[_LogLine] | None:
        try:
            data.decode()
            lines = _lines.decode_lines(data)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        numbers = list(map(str, range(self.lines + 1, self.lines + len(lines) + 1)))
        if [key for line in lines for key in line.log] != numbers or any(len(line.log) != 1 for line in lines):
            return None
        return lines if data.count(b"\n") == len(lines) and _encoder.encode_lines(lines) == data else None

    def fault(self, line: bytes, number: int) -> str | None:
        if code := encoding.line_fault(line):
            return code
        tables = msgspec.json.decode(line, type=Line)
        table = tables.get(_TABLE)
        if len(tables) != 1 or not table:
            return "unexpected"
        if table.keys() != {str(number)}:
            return "out-of-sequence"
        try:
            return None if _encoder.encode(_lines.decode(line)) == line else "not-canonical"
        except msgspec.DecodeError:
            return "unexpected"


def line_record(line: bytes, number: int) -> Record | None:
    """The record on one line, without its newline; None where the line is not that of a log at `number`."""
    if encoding.line_fault(line):
        return None
    try:
        row = _lines.decode(line).log[str(number)]
        whole = _encoder.encode(_lines.decode(line)) == line
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, KeyError):
        return None
    return Record(bytes(row.entry), row.hash) if whole else None


def _line(number: int, record: Record) -> Line:
    return {_TABLE: {str(number): Raw(_encoder.encode(_Row(Raw(record.body), record.hash)))}}


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
            raise Unwritable("exists", file=name)
        storage = _LogStorage(path)
        try:
            if storage.exists:
                raise Unwritable("exists", file=name)
            storage.append(*lines)
        except Moved as error:
            raise Unwritable("exists", file=name) from error
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
            raise Unreadable("missing", file=os.fspath(path)) from error
        if not storage.exists:
            raise Unreadable("missing", file=storage.name)
        return cls(storage)

    @property
    def name(self) -> str:
        return self._storage.name

    @property
    def torn(self) -> int:
        return self._storage.torn

    def read(self, after: int = 0) -> list[Record]:
        self._storage.refresh()
        return self._storage.records[after:]

    def append(self, record: Record, after: str) -> None:
        with self._storage.locked():
            records = self._storage.records
            if records[-1].hash != after:
                raise Moved("moved", file=self.name)
            self._storage.append(_line(len(records) + 1, record))

    def changed(self) -> bool:
        return self._storage.changed()

    def place(self, n: int) -> str:
        return f"line {n + 1}"

    def close(self) -> None:
        self._storage.close()
