"""One window a launch file: a second start raises the one that has it open.

A window holds a lock file for the launch it shows, and a second start lays a ring beside it, which the window takes
away. Both lie in the config folder: nothing here needs Qt's network.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from launchready import places

ANSWER_WITHIN, LOOK_EVERY = 0.3, 0.005
"""Seconds."""


def _files(path: str) -> tuple[Path, Path]:
    """The lock and the ring of a launch file, named by its real path."""
    name = hashlib.sha256(os.path.realpath(path).encode(errors="surrogateescape")).hexdigest()[:24]
    folder = places.config_folder() / "open"
    return folder / f"{name}.lock", folder / f"{name}.ring"


def _lock(file: Path) -> QLockFile:
    """Held however long a window stays open; that of a process that is gone is nobody's."""
    made = QLockFile(str(file))
    made.setStaleLockTime(0)
    return made


def raise_other(path: str) -> bool:
    """Asks whoever has the file open to come to the front. False where nobody has, or nobody answers."""
    held, ring = _files(path)
    if not held.exists():
        return False
    lock = _lock(held)
    if lock.tryLock(0):
        lock.unlock()
        return False
    with contextlib.suppress(OSError):
        ring.touch()
        end = time.monotonic() + ANSWER_WITHIN
        while time.monotonic() < end:
            if not ring.exists():
                return True
            time.sleep(LOOK_EVERY)
        ring.unlink(missing_ok=True)
    return False


class Doorbell(QObject):
    """Answers for the file that this process has open. `rung` tells that a second start wants the window."""

    rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock: QLockFile | None = None
        self._ring = Path()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_folder_changed)

    def answer_for(self, path: str) -> None:
        """From now on for this file, and no longer for the one before. Where nothing can be written, for none."""
        self.close()
        held, self._ring = _files(path)
        lock = _lock(held)
        try:
            held.parent.mkdir(parents=True, exist_ok=True)
            if not lock.tryLock(0):
                return
            self._ring.unlink(missing_ok=True)
        except OSError:
            return
        self._lock = lock
        self._watcher.addPath(str(held.parent))

    def close(self) -> None:
        if self._lock is not None:
            self._watcher.removePath(str(self._ring.parent))
            self._lock.unlock()
            self._lock = None

    def _on_folder_changed(self, _folder: str) -> None:
        with contextlib.suppress(OSError):
            self._ring.unlink()
            self.rung.emit()
