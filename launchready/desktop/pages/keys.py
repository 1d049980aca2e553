"""Keys that mean something else on one page than in the rest of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class OwnKeys(QWidget):
    """A page that answers keys itself while the focus is in it, before the window's shortcuts do."""

    def own_keys(self) -> dict[str, Callable[[], object]]:
        """What each key does, by Qt's portable text."""
        return {}

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            sequence = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
            act = self.own_keys().get(sequence.replace("Enter", "Return"))
            if act is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    act()
                return True
        return super().event(event)
