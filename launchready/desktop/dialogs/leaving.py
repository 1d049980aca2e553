"""Leaving a launch with something unsaved: the one thing that undo can't bring back, so it is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.labels import label
from launchready.desktop.widgets.reading_order import Dialog
from launchready.wording.language import tr

if TYPE_CHECKING:
    from launchready.desktop.window import Window


class Unsaved(Dialog):
    """Shown with `open()`. `then` is what leaving was for; it is done once what is unsaved is in a copy or given up."""

    def __init__(self, window: Window, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        self.setWindowTitle(self.tr("Not saved"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        unsaved = window.bridge.session.unsaved
        count = len(unsaved.entries) if unsaved else 0
        column.addWidget(label(tr("%n change(s) (is|are) not saved", "", count), "detail"))
        column.addWidget(label(window.bridge.unsaved, wrap=True))
        words = self.tr("A copy holds the whole launch with what is not saved.")
        column.addWidget(label(words, "muted", wrap=True))
        column.addSpacing(4)
        self.copy = button(self.tr("Save a copy…"), "primary", self._on_copy)
        self.drop = button(tr("Leave without (it|them)", "", count), "", self._on_drop)
        self.stay = button(self.tr("Stay"), "", self.reject)
        column.addLayout(row(self.copy, self.drop, 1, self.stay))
        self.setMinimumWidth(460)

    def _on_copy(self) -> None:
        self.accept()
        self._window.save_copy()

    def _on_drop(self) -> None:
        self._window.bridge.session.discard()
        self.accept()
        self._then()
