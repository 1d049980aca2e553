"""One writer at a time, among all processes that have the same file open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from launchready.store.port import Unwritable

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 10.0
"""Seconds to wait for another writer, who needs milliseconds, before the write is refused."""

_BETWEEN_TRIES = 0.002


class WriterLock:
    """The lock of a file: a hidden sibling `.NAME.lock`, which stays behind because removing it would part waiters.

    Two hard links to one file have two locks; people don't make those, and the checks before a write still hold.
    filelock is imported at the first write only: it is slow to import, and reading needs no lock.
    """

    def __init__(self, path: Path, name: str) -> None:
        self._path = path
        self._sibling = path.with_name(f".{path.name}.lock")
        self._name = name
        self._lock: BaseFileLock | None = None
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
            if not self._depth and self._lock is not None:
                self._lock.release()

    def _acquire(self) -> None:
        from filelock import Timeout

        try:
            self._lock = self._lock or self._make()
            self._lock.acquire(poll_interval=_BETWEEN_TRIES)
        except Timeout as error:
            raise Unwritable("busy", name=self._name, seconds=int(PATIENCE), lock=str(self._sibling)) from error
        except (OSError, NotImplementedError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise Unwritable("cannot-lock", name=self._name, lock=str(self._sibling), reason=reason) from error

    def _make(self) -> BaseFileLock:
        """The lock gets the mode of the file: whoever may write the one must be able to lock the other."""
        from filelock import FileLock

        if not self._path.exists():
            return FileLock(self._sibling, PATIENCE, thread_local=False)
        mode = self._path.stat().st_mode & 0o666 | 0o600
        return FileLock(self._sibling, PATIENCE, mode, thread_local=False)
