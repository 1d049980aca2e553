"""Work beside the window: what would hold it up runs in a thread, and its results come back in the window's.

What runs there takes and gives plain values (a launch never changes, so a thread may read it) and touches no widget.

Python looks for garbage in whatever thread it is in, and may find a widget there, which must not go in any thread but
the window's. So no garbage is looked for while a thread runs; `_Quiet` sees to that.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import threading
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

log = logging.getLogger(__name__)
PATIENCE = 5.0
"""Seconds that closing waits for work under way, which can't be broken off."""
LOOK = 50
"""Milliseconds between two looks whether threads have ended."""


class _Quiet(QObject):
    """Keeps the garbage collector off until all threads have ended, and then has it run here."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._threads: list[threading.Thread] = []
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)

    def start(self, thread: threading.Thread) -> None:
        gc.disable()
        self._threads.append(thread)
        self._timer.start()
        thread.start()

    def look(self) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        if not self._threads:
            self._timer.stop()
            gc.enable()


def _quiet() -> _Quiet:
    app = QCoreApplication.instance()
    found = app.findChild(_Quiet) if app else None
    return found if isinstance(found, _Quiet) else _Quiet(app)


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
        _quiet().start(self._thread)

    def cancel(self) -> None:
        self._cancelled.set()

    def is_running(self) -> bool:
        return self._thread.is_alive()

    def wait(self) -> None:
        if self._thread.is_alive():
            self._thread.join(PATIENCE)
        _quiet().look()

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
