"""One start of a window, in a process of its own: prints when it was painted, what opening took, and its memory.

`python -m tests.benchmarks.window_start [FILE]`: with a file the whole app, as `launchready FILE` starts it;
without one the floor, a bare window with one label.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

STEP, PATIENCE = 0.02, 5


def painted(seen: object) -> None:
    """Handles events until `seen` (a widget) has painted, and then as long as what follows takes."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QWidget

    class Watch(QObject):
        done = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            self.done = self.done or event.type() == QEvent.Type.Paint
            return super().eventFilter(watched, event)

    assert isinstance(seen, QWidget)
    watch = Watch()
    seen.installEventFilter(watch)
    end = time.monotonic() + PATIENCE
    while not watch.done:
        QApplication.processEvents()
        if time.monotonic() > end:
            raise TimeoutError(f"{type(seen).__name__} was not painted")
    seen.removeEventFilter(watch)


def report(opening: float) -> None:
    """The moment (monotonic clock, which processes share), seconds of opening, and then, at rest, kB of memory."""
    from PySide6.QtWidgets import QApplication

    moment = time.monotonic()
    end = moment + 0.6
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(STEP)
    print(moment, opening, memory())


def memory() -> int:
    """kB in memory, shared libraries included: those of both are the same, whoever else has them loaded."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def floor() -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    label = QLabel("Launchready")
    window.setCentralWidget(label)
    window.resize(1280, 800)
    window.show()
    painted(window)
    report(0)
    del app


def ours(file: str) -> None:
    from launchready.desktop import app
    from launchready.desktop.runtime import display

    gc.disable()  # this and the order as the program does it
    assert not display.problem()
    app.import_plainly()
    from PySide6.QtWidgets import QApplication

    from launchready.desktop.files import opening

    took: list[float] = []
    real = opening.open_file

    def timed(path: str) -> object:
        start = time.perf_counter()
        try:
            return real(path)
        finally:
            took.append(time.perf_counter() - start)

    def until_painted(*_: object) -> int:
        sys.excepthook = sys.__excepthook__
        from launchready.desktop.window import Window

        window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))
        painted(window)
        report(sum(took))
        return 0

    opening.open_file = timed  # type: ignore[assignment]
    QApplication.exec = until_painted  # type: ignore[method-assign, assignment]
    app.run([file])


if __name__ == "__main__":
    if len(sys.argv) > 1:
        ours(sys.argv[1])
    else:
        floor()
    sys.stdout.flush()
