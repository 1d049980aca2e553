"""A file of JSON lines that only grows, however its writers end.

A change is one line, its newline included, and it is reported only after fsync. So of the last line of a file:

- With its newline it is whole, and if it can't be read the file is refused.
- Without one it may still be whole JSON. Then it counts, since it may have been acknowledged before some other program
  stripped the newline, and the missing newline is written before anything else. The beginning of a JSON object is
  never itself a whole one, so half a line can't be taken for this.
- If it breaks off (the NULs of a power cut aside) it was never acknowledged: it is being written right now, or its
  writer died. The two look alike, so a reader passes over it and only says how long it is; a write under way is whole
  at the next look. Whoever holds the lock knows that nobody else is writing, and only then the line is called torn,
  kept beside the file, and cut off.
- Anything else was not left by an interrupted write, and the file is refused.
"""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import msgspec

from launchready.store import disk
from launchready.store.port import Broken, Replaced, StoreError, Unreadable, Unwritable

LIMIT = 1 << 30
"""The most bytes a file may have. It is read into memory as a whole, and a launch is a few megabytes."""

_SEAL = 160
"""How many of the last known bytes are compared at each look. In a log they hold the last hash, and so all before."""

_syntax = msgspec.json.Decoder(msgspec.Raw)


class LineFile:
    """An open file of lines: what of it is known, whether it is still the same, and one more line at its end."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        self.length = 0
        self.torn = 0
        self._newline_missing = False
        self._seal = b""
        self._writable = False
        self._fd: int | None = self._open()
        self._identity = _identity(os.fstat(self._fd))
        self._seen: tuple[int, ...] = ()

    def _open(self) -> int:
        try:
            return disk.open_file(self.path)
        except disk.NotAFileError as error:
            raise Unreadable("not-a-file", file=self.name, kind=error.kind) from error
        except (FileNotFoundError, NotADirectoryError) as error:
            raise Unreadable("missing", file=self.name) from error
        except PermissionError as error:
            raise Unreadable("no-permission", file=self.name) from error
        except OSError as error:
            raise Unreadable("cannot-read", file=self.name, reason=disk.reason_of(error)) from error

    @property
    def fd(self) -> int:
        if self._fd is None:
            raise StoreError("closed", file=self.name)
        return self._fd

    def changed(self) -> bool:
        """Whether the file looks different from the last look, by its status alone."""
        try:
            return _stamp(self.path.stat()) != self._seen
        except OSError:
            return True

    def unread(self) -> bytes:
        """The lines behind the known ones; the last may lack its newline. Knows them only once they are `take`n."""
        status = self._check_unreplaced()
        if status.st_size > LIMIT:
            raise Unreadable("too-large", file=self.name, size=status.st_size, limit=LIMIT)
        data = self._read(self.length, status.st_size - self.length)
        if self._newline_missing and data:
            if not data.startswith(b"\n"):
                raise Replaced("overwritten", file=self.name)
            self._know(b"\n")
            data = data[1:]
        self._seen = _stamp(status)
        end = data.rfind(b"\n") + 1
        self.torn = len(data) - end if _breaks_off(data[end:]) else 0
        return data[:end] if self.torn else data

    def take(self, lines: bytes) -> None:
        """Count `lines`, which `unread` gave and which turned out good, as known."""
        if lines:
            self._know(lines)

    def _know(self, data: bytes) -> None:
        self.length += len(data)
        self._seal = (self._seal + data[-_SEAL:])[-_SEAL:]
        self._newline_missing = not data.endswith(b"\n")

    def _check_unreplaced(self) -> os.stat_result:
        try:
            status = self.path.stat()
        except OSError as error:
            raise Replaced("gone", file=self.name) from error
        if _identity(status) != self._identity:
            raise Replaced("replaced", file=self.name)
        if status.st_size < self.length:
            raise Replaced("shortened", file=self.name, known=self.length, size=status.st_size)
        if self._read(self.length - len(self._seal), len(self._seal)) != self._seal:
            raise Replaced("overwritten", file=self.name)
        return status

    def _read(self, start: int, size: int) -> bytes:
        try:
            return disk.read_at(self.fd, start, size)
        except OSError as error:
            raise Unreadable("cannot-read", file=self.name, reason=disk.reason_of(error)) from error

    def open_for_writing(self) -> None:
        """Trade the reading descriptor for a writing one, at the first write: reading must not need the permission."""
        if self._writable:
            return
        try:
            fd = disk.open_file(self.path, write=True)
        except FileNotFoundError as error:
            raise Replaced("gone", file=self.name) from error
        except disk.NotAFileError as error:
            raise Replaced("replaced", file=self.name) from error
        except OSError as error:
            raise Unwritable("read-only", file=self.name, reason=disk.reason_of(error)) from error
        if _identity(os.fstat(fd)) != self._identity:
            os.close(fd)
            raise Replaced("replaced", file=self.name)
        os.close(self.fd)
        self._fd, self._writable = fd, True

    def append(self, line: bytes) -> None:
        """Write `line` durably behind the known ones. Only under the lock, and after `unread` had nothing more."""
        data = b"\n" + line if self._newline_missing else line
        if self.length + len(data) > LIMIT:
            raise Unwritable("full", file=self.name, limit=LIMIT)
        self._set_torn_aside()
        try:
            disk.write_durably(self.fd, data)
        except BaseException as error:
            self._take_back(error)
            if isinstance(error, OSError):
                raise Unwritable("cannot-write", file=self.name, reason=disk.reason_of(error)) from error
            raise
        self._know(data)
        status = self._check_unreplaced()
        self._seen = _stamp(status) if status.st_size == self.length else ()

    def _take_back(self, cause: BaseException) -> None:
        try:
            disk.cut_durably(self.fd, self.length)
        except OSError as error:
            self.close()
            failures = {"reason": disk.reason_of(cause), "then": disk.reason_of(error)}
            raise Broken("not-taken-back", file=self.name, **failures) from cause

    def _set_torn_aside(self) -> None:
        """Keep a torn last line beside the file, as NAME.torn-1 or the next free number, before cutting it off."""
        if not self.torn:
            return
        kept: Path | None = None
        try:
            kept = self._keep(disk.read_at(self.fd, self.length, self.torn))
            disk.cut_durably(self.fd, self.length)
        except OSError as error:
            if kept is not None and os.fstat(self.fd).st_size > self.length:
                kept.unlink(missing_ok=True)
            raise Unwritable("cannot-write", file=self.name, reason=disk.reason_of(error)) from error
        self.torn = 0

    def _keep(self, data: bytes) -> Path:
        number = 1
        while True:
            kept = self.path.with_name(f"{self.path.name}.torn-{number}")
            try:
                disk.create(kept, data, os.fstat(self.fd).st_mode & 0o666)
            except FileExistsError:
                number += 1
            else:
                return kept

    def close(self) -> None:
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None


def _breaks_off(tail: bytes) -> bool:
    """Whether `tail` is the beginning of a JSON object that was not written to its end."""
    start = tail.rstrip(b"\0")
    if not start:
        return bool(tail)
    if not start.startswith(b"{"):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
        # A number cut after its point or exponent is malformed to the parser, not cut off; without it, the rest is.
        _syntax.decode(start.rstrip(b"+-.0123456789eE"))
    except UnicodeDecodeError:
        return False
    except msgspec.DecodeError as error:
        return "truncated" in str(error)
    except RecursionError:
        return False
    return False


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _stamp(status: os.stat_result) -> tuple[int, ...]:
    return *_identity(status), status.st_size, status.st_mtime_ns
