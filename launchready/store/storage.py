"""TinyDB on a file that only grows: a crash costs the change that was being written and nothing before it.

A write is one line, `{table: {id: document}}`: the documents that differ, whole, and null for one that was removed;
null instead of a table for one that was dropped, and `{table: {}}` for an empty new one. Reading folds the lines. A
line is as it was encoded here, byte for byte, or the file is refused: that covers duplicate keys, NaN and stray spacing
in one rule. Inside a document keys are sorted; ids stand in the order of their tables, which TinyDB shows.

Values are those of JSON, converted as `json` does (tuples to lists, keys to strings), but NaN and infinities are
refused, and so are strings that UTF-8 can't hold and nesting deeper than DEPTH.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import msgspec
from msgspec import Raw
from tinydb.storages import Storage

from launchready.store import disk
from launchready.store.lines import LineFile
from launchready.store.lock import WriterLock
from launchready.store.port import Moved, StoreError, Unreadable, Unwritable

DEPTH = 100
"""The most brackets inside one another in a document. What one Python can nest, another could not read."""

Line = dict[str, dict[str, Raw] | None]
"""What one write changed."""

_NULL = Raw(b"null")
_A_MOMENT = 0.05
"""Seconds to give a write that seems to be under way at opening."""

_lines = msgspec.json.Decoder(Line)
_json = msgspec.json.Decoder()
_in_order = msgspec.json.Encoder()
_sorted = msgspec.json.Encoder(order="sorted")


class AppendOnlyStorage(Storage):
    """A `tinydb.Storage`. A missing path is an empty database, made at the first write; an empty file is damage.

    `write` takes what the last `read` gave, changed; if another process wrote in between it is refused as Moved.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.name = os.fspath(path)
        self.lines = 0
        self._path = Path(os.path.realpath(self.name))
        self._lock = WriterLock(self._path, self.name)
        self._tables: dict[str, dict[str, Raw]] = {}
        self._file: LineFile | None = None
        self._closed = False
        try:
            self.refresh()
            if self.torn:
                time.sleep(_A_MOMENT)
                self.refresh()
        except BaseException:
            self.close()
            raise
        self._base = self.lines

    @property
    def torn(self) -> int:
        """The bytes of an unfinished last line, which is not counted in."""
        return self._file.torn if self._file else 0

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables, decoded afresh, because TinyDB changes what it gets."""
        self.refresh()
        self._base = self.lines
        if self._file is None:
            return None
        return cast(dict[str, dict[str, Any]], _json.decode(_in_order.encode(self._tables)))

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Append what differs between `data` and what is stored: one line, or none."""
        with self.locked():
            if self.lines != self._base:
                raise Moved("moved", name=self.name)
            if changes := self._differences(data):
                self.append(changes)
            self._base = self.lines

    def changed(self) -> bool:
        """Whether `refresh` could find something, by the file's status alone."""
        return self._file.changed() if self._file else self._path.exists()

    def close(self) -> None:
        self._closed = True
        if self._file is not None:
            self._file.close()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only writer, with everything counted in that others wrote before."""
        self._require_open()
        if self._file is not None:
            self._file.open_for_writing()
        with self._lock.held():
            self.refresh()
            if self._file is not None:
                self._file.open_for_writing()
            yield

    def refresh(self) -> None:
        """Count in what others have written."""
        self._require_open()
        if self._file is None:
            if not os.path.lexists(self._path):
                return
            self._file = LineFile(self._path, self.name)
        data = self._file.unread()
        if data:
            self._fold(self._decode(data))
            self._file.take(data)
        elif not self.lines:
            raise Unreadable("no-whole-line" if self.torn else "empty", name=self.name)

    def append(self, changes: Line) -> None:
        """Write one line, durably. Only under the lock. What could not be read back is never written: ValueError."""
        line = _in_order.encode(changes) + b"\n"
        try:
            decoded = self._decode(line)
        except Unreadable as error:
            raise ValueError(f"this could not be read back ({error.code})") from error
        if self._file is None:
            self._create(line)
        else:
            self._file.append(line)
        self._fold(decoded)

    def _create(self, line: bytes) -> None:
        try:
            disk.create(self._path, line)
        except FileExistsError as error:
            raise Moved("moved", name=self.name) from error
        except OSError as error:
            raise Unwritable("cannot-create", name=self.name, reason=error.strerror or str(error)) from error
        self._file = LineFile(self._path, self.name)
        self._file.take(self._file.unread())

    def _require_open(self) -> None:
        if self._closed:
            raise StoreError("closed", name=self.name)

    def _differences(self, data: Mapping[str, Mapping[Any, Any]]) -> Line:
        changes: Line = {table: None for table in self._tables if table not in data}
        for table, documents in data.items():
            stored = self._tables.get(table)
            known = stored or {}
            now = {str(key): Raw(canonical(document)) for key, document in documents.items()}
            differing = {key: document for key, document in now.items() if known.get(key) != document}
            differing |= {key: _NULL for key in known if key not in now}
            if differing or stored is None:
                changes[table] = differing
        return changes

    def _fold(self, lines: list[Line]) -> None:
        for line in lines:
            for table, documents in line.items():
                if documents is None:
                    self._tables.pop(table, None)
                    continue
                stored = self._tables.setdefault(table, {})
                for key, document in documents.items():
                    if document == _NULL:
                        stored.pop(key, None)
                    else:
                        stored[key] = document
        self.lines += len(lines)

    def _decode(self, data: bytes) -> list[Line]:
        """The lines of `data`, all of them good, or Unreadable with the first that isn't."""
        if not data.endswith(b"\n"):
            data += b"\n"
        try:
            data.decode()
            lines = _lines.decode_lines(data)
            if _in_order.encode_lines(lines) == data:
                self.check(lines)
                return lines
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            pass
        for number, line in enumerate(data.splitlines(keepends=True), self.lines + 1):
            if code := _fault(line):
                raise Unreadable(code, name=self.name, line=number)
        raise AssertionError("lines that are good one by one are good together")

    def check(self, lines: list[Line]) -> None:
        """Refuse documents that are not objects in canonical form. The lines around them are in order already."""
        for number, line in enumerate(lines, self.lines + 1):
            for documents in line.values():
                for document in (documents or {}).values():
                    if code := _document_fault(document):
                        raise Unreadable(code, name=self.name, line=number)
