"""One writer at a time, among all processes that have the same file open."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from launchready.store import disk
from launchready.store.port import Unwritable

PATIENCE = 10.0
"""Seconds to wait for another writer, who needs milliseconds, before the write is refused."""

_BETWEEN_TRIES = 0.001


class WriterLock:
    """The lock of a file: a hidden sibling `.NAME.lock`, which stays behind because removing it would part waiters.

    The system's own lock on it ends with the process, however that ends. It is filelock's lock of a descriptor, which
    stays open between writes; `FileLock` would take half as long again as the fsync of a small write. Two hard links
    to one file have two locks; people don't make those, and the checks before a write still hold.
    filelock is imported at the first write only: it is slow to import, and reading needs no lock.
    """

    def __init__(self, path: Path, name: str) -> None:
        self._path = path
        self._sibling = path.with_name(f".{path.name}.lock")
        self._name = name
        self._fd: int | None = None
        self._depth = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock; holding it within itself is free."""
        if not self._depth:
            self._acquire()
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if not self._depth and self._fd is not None:
                from filelock import unlock_descriptor

                unlock_descriptor(self._fd)

    def close(self) -> None:
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def _acquire(self) -> None:
        from filelock import lock_descriptor

        end = time.monotonic() + PATIENCE
        try:
            while not lock_descriptor(self._open(), blocking=False) or self._lost():
                if time.monotonic() > end:
                    raise Unwritable("busy", file=self._name, seconds=int(PATIENCE), lock=str(self._sibling))
                time.sleep(_BETWEEN_TRIES)
        except OSError as error:
            reason = disk.reason_of(error)
            raise Unwritable("cannot-lock", file=self._name, lock=str(self._sibling), reason=reason) from error

    def _lost(self) -> bool:
        """Whether someone removed the sibling, so that others lock another one: then open that."""
        try:
            if os.path.samestat(os.fstat(self._open()), self._sibling.stat()):
                return False
        except FileNotFoundError:
            pass
        self.close()
        return True

    def _open(self) -> int:
        """The lock gets the mode of the file: whoever may write the one must be able to lock the other."""
        if self._fd is None:
            try:
                self._fd = disk.open_file(self._sibling, write=True)
            except FileNotFoundError:
                mode = self._path.stat().st_mode & 0o666 if self._path.exists() else None
                self._fd = disk.open_new(self._sibling, mode)
        return self._fd
