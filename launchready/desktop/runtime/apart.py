"""Work that may take a while: beside the window, with a sign of life and Cancel once it takes half a second."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from launchready.desktop.runtime.work import Work
from launchready.desktop.widgets.cards import button
from launchready.desktop.widgets.labels import label

PATIENCE = 500
"""Milliseconds of work that need no sign of life."""
Made = TypeVar("Made")


class Progress(QFrame):
    """What goes on, at the bottom of the window, with Cancel."""

    def __init__(self, host: QWidget, text: str, cancel: Callable[[], object]) -> None:
        super().__init__(host)
        self.setProperty("role", "toast")
        self.setAccessibleName(text)
        self._host = host
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(16)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(80)
        bar.setAccessibleName(text)
        row.addWidget(label(text))
        row.addWidget(bar)
        self.cancel = button(self.tr("Cancel"), "", cancel)
        row.addWidget(self.cancel)
        host.installEventFilter(self)
        self.hide()

    def appear(self) -> None:
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._host.width() - self.width()) // 2, self._host.height() - self.height() - 96)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)


@contextmanager
def busy(pressed: QPushButton, text: str) -> Iterator[None]:
    """Work of a moment that must be done here: the button that was pressed says so, and the pointer too."""
    words, focused = pressed.text(), pressed.hasFocus()
    pressed.setText(text)
    pressed.setEnabled(False)
    pressed.repaint()
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
        pressed.setText(words)
        pressed.setEnabled(True)
        if focused:
            pressed.setFocus()


def run_apart(
    host: QWidget,
    text: str,
    make: Callable[[], Made],
    done: Callable[[Made], object],
    failed: Callable[[Exception], object],
) -> Work:
    """Has `make` run in a thread; `done` or `failed` follows in the window's, neither after Cancel."""

    def steps() -> Iterable[object]:
        yield make()

    work = Work(steps, host)
    progress = Progress(host, text, lambda: give_up())
    late = QTimer(progress)
    late.setSingleShot(True)
    late.timeout.connect(progress.appear)
    late.start(PATIENCE)

    def put_away() -> None:
        progress.hide()
        progress.deleteLater()
        work.deleteLater()

    def give_up() -> None:
        work.cancel()
        progress.hide()
        progress.deleteLater()

    work.came.connect(done)
    work.failed.connect(failed)
    work.failed.connect(lambda _: put_away())
    work.done.connect(put_away)
    work.start()
    return work
