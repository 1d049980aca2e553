"""Ctrl+F on a page that has a search field of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


class Finds(QWidget):
    """Base of pages with a `search` field and a main view: Ctrl+F goes to the field, and is not the window's then;
    Down goes from it to the view; Esc empties it first."""

    search: QLineEdit

    def event(self, event: QEvent) -> bool:
        override = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self.take_search()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
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
