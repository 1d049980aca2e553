"""What may come after a paint waits for it, so that the first thing a person sees comes first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class _Waiting(QObject):
    """Sees a widget being painted, and then lets go of it."""

    def __init__(self, seen: QWidget, act: Callable[[], object]) -> None:
        super().__init__(seen)
        self._act = act
        seen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._on_painted)
        return False

    def _on_painted(self) -> None:
        self.deleteLater()
        self._act()


def after_paint(widget: QWidget, act: Callable[[], object]) -> None:
    """Calls `act` once, after the next paint of `widget`. One that is never seen is never painted."""
    _Waiting(widget, act)
    widget.update()
