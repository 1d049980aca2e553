"""Keys that mean something else on one page than in the rest of the window, such as Ctrl+F where it searches."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


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


class Finds(OwnKeys):
    """Base of pages with a `search` field and a main view: Ctrl+F goes to the field, Down goes from it to the view,
    Esc empties it first."""

    search: QLineEdit

    def own_keys(self) -> dict[str, Callable[[], object]]:
        return {**super().own_keys(), "Ctrl+F": self.take_search}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.take_view()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.take_view()
        else:
            super().keyPressEvent(event)

    def take_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def take_view(self) -> None:
        """Gives the main view the focus."""
        raise NotImplementedError
