"""Work beside the window: what would hold it up runs in a thread, and its results come back in the window's.

What runs there takes and gives plain values (a launch never changes, so a thread may read it) and touches no widget,
not even by ending one that is garbage (`collecting`).
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)
PATIENCE = 5.0
"""Seconds that closing waits for work under way, which can't be broken off."""


class Work(QObject):
    """Runs `steps` and gives each value that it yields as `came`, then `done`; `failed` with what it raised.

    Once cancelled it gives nothing more: what is under way runs to its end unseen.
    """

    came = Signal(object)
    done = Signal()
    failed = Signal(object)
    _told = Signal(str, object)
    """From the thread to the window's; Qt queues it."""

    def __init__(self, steps: Callable[[], Iterable[object]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._told.connect(self._on_told)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        self._cancelled.set()

    def is_running(self) -> bool:
        return self._thread.is_alive()

    def wait(self) -> None:
        if self._thread.is_alive():
            self._thread.join(PATIENCE)

    def _run(self) -> None:
        try:
            for value in self._steps():
                if self._cancelled.is_set():
                    return
                self._tell("came", value)
        except Exception as error:  # it is told to whoever asked for the work
            self._tell("failed", error)
        else:
            self._tell("done", None)

    def _tell(self, what: str, value: object) -> None:
        if not self._cancelled.is_set():
            with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
                self._told.emit(what, value)

    def _on_told(self, what: str, value: object) -> None:
        if self._cancelled.is_set():
            return
        if what == "came":
            self.came.emit(value)
        elif what == "done":
            self.done.emit()
        else:
            self.failed.emit(value)


def end_all(owner: QObject) -> None:
    """Cancels the work that belongs to `owner` and waits for its threads, before what they read goes away."""
    works = owner.findChildren(Work)
    for work in works:
        work.cancel()
    for work in works:
        work.wait()
