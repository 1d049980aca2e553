"""TinyDB on a file that only grows: a crash costs the change that was being written and nothing before it.

A write is one line, `{table: {id: document}}`: the documents that differ, whole, and null for one that was removed;
null instead of a table for one that was dropped, and `{table: {}}` for an empty new one. Reading folds the lines. A
line is as it was encoded here, byte for byte, or the file is refused: that covers duplicate keys, NaN and stray spacing
in one rule. Inside a document keys are sorted; ids stand in the order of their tables, which TinyDB shows.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Raw
from tinydb.storages import Storage

from launchready.store import disk, encoding
from launchready.store.encoding import Line
from launchready.store.lines import LineFile
from launchready.store.lock import WriterLock
from launchready.store.port import Moved, StoreError, Unreadable, Unwritable

MOMENT = 0.05
"""Seconds to give a write that seems to be under way at opening."""


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
                time.sleep(MOMENT)
                self.refresh()
        except BaseException:
            self.close()
            raise
        self._base = self.lines

    @property
    def exists(self) -> bool:
        """Whether there is a file by now."""
        return self._file is not None

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
        return encoding.decode_tables(self.tables())

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Append what differs between `data` and what is stored: one line, or none."""
        with self.locked():
            if self.lines != self._base:
                raise Moved("moved", file=self.name)
            if changes := self._differences(data):
                self.append(changes)
            self._base = self.lines

    def changed(self) -> bool:
        """Whether `refresh` could find something, by the file's status alone."""
        return self._file.changed() if self._file else self._path.exists()

    def close(self) -> None:
        self._closed = True
        self._lock.close()
        if self._file is not None:
            self._file.close()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only writer, with everything counted in that others wrote before."""
        self.refresh()
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
            try:
                self._file = LineFile(self._path, self.name)
            except Unreadable as error:
                if error.code == "missing":
                    return
                raise
        data = self._file.unread()
        if data:
            self._take(self._decode(data))
            self._file.take(data)
        elif not self.lines:
            raise Unreadable("no-whole-line" if self.torn else "empty", file=self.name)

    def append(self, *lines: Line) -> None:
        """Write lines durably, all or none. Only under the lock, unless they make the file: that is exclusive anyway.

        What could not be read back is never written: ValueError.
        """
        data = encoding.encode_lines(lines)
        try:
            decoded = self._decode(data)
        except Unreadable as error:
            raise ValueError(f"this could not be read back: {error.code}") from error
        if self._file is None:
            self._create(data)
            self.refresh()
        else:
            self._file.append(data)
            self._take(decoded)

    def tables(self) -> dict[str, dict[str, Raw]]:
        """All documents as they are stored, as of the last `refresh`."""
        return self._tables

    def _create(self, data: bytes) -> None:
        folder = str(self._path.parent)
        try:
            disk.create(self._path, data)
        except FileExistsError as error:
            raise Moved("moved", file=self.name) from error
        except (FileNotFoundError, NotADirectoryError) as error:
            raise Unwritable("no-folder", file=self.name, folder=folder) from error
        except OSError as error:
            raise Unwritable("cannot-create", file=self.name, folder=folder, reason=disk.reason_of(error)) from error

    def _require_open(self) -> None:
        if self._closed:
            raise StoreError("closed", file=self.name)

    def _differences(self, data: Mapping[str, Mapping[Any, Any]]) -> Line:
        tables = self.tables()
        changes: Line = {table: None for table in tables if table not in data}
        for table, documents in data.items():
            stored = tables.get(table)
            known = stored or {}
            now = {str(key): Raw(encoding.canonical(document)) for key, document in documents.items()}
            differing = {key: document for key, document in now.items() if known.get(key) != document}
            differing |= {key: encoding.NULL for key in known if key not in now}
            if differing or stored is None:
                changes[table] = differing
        return changes

    def _take(self, lines: list[Any]) -> None:
        self.fold(lines)
        self.lines += len(lines)

    def fold(self, lines: list[Any]) -> None:
        """Bring the tables up to date with what `decode` gave."""
        for line in lines:
            for table, documents in line.items():
                if documents is None:
                    self._tables.pop(table, None)
                    continue
                stored = self._tables.setdefault(table, {})
                for key, document in documents.items():
                    if document == encoding.NULL:
                        stored.pop(key, None)
                    else:
                        stored[key] = document

    def _decode(self, data: bytes) -> list[Any]:
        """The lines of `data`, all of them good, or Unreadable with the first that isn't."""
        if not data.endswith(b"\n"):
            data += b"\n"
        lines = self.decode(data)
        if lines is None:
            numbered = enumerate(data[:-1].split(b"\n"), self.lines + 1)
            faults = ((code, number) for number, line in numbered if (code := self.fault(line, number)))
            code, number = next(faults, ("not-canonical", self.lines + 1))
            raise Unreadable(code, file=self.name, line=number)
        return lines

    def decode(self, data: bytes) -> list[Any] | None:
        """The lines of `data`, to be folded, or None if any has a fault."""
        lines = encoding.decode_lines(data)
        return None if lines is None or any(map(encoding.documents_fault, lines)) else lines

    def fault(self, line: bytes, number: int) -> str | None:  # noqa: ARG002  (a log's lines are numbered)
        """What is wrong with one line, without its newline, if anything is."""
        if code := encoding.line_fault(line):
            return code
        (decoded,) = encoding.decode_lines(line + b"\n") or [{}]
        return encoding.documents_fault(decoded)
