"""The right side of the checklist: the inspector for one task, the bulk editor for several.

Both are built a moment after the table is painted, or as soon as somebody asks for them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.runtime.first_paint import after_paint
from launchready.desktop.widgets.cards import Card

if TYPE_CHECKING:
    from launchready.desktop.inspector.bulk import Bulk
    from launchready.desktop.inspector.inspector import Inspector

WIDTH = 340


class Side(QWidget):
    """`closed` tells that a person wants it out of the way."""

    closed = Signal()

    def __init__(
        self, parent: QWidget, bridge: LaunchBridge, open_task: Callable[[str], object], told: Callable[[str], object]
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._open_task, self._told = open_task, told
        self._inspector: Inspector | None = None
        self._bulk: Bulk | None = None
        self._tasks: list[str] = []
        self._closable = False
        self.setFixedWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._waiting = Card()
        self._column.addWidget(self._waiting)
        after_paint(self, lambda: self.inspector)

    @property
    def inspector(self) -> Inspector:
        if self._inspector is None:
            from launchready.desktop.inspector.inspector import Inspector

            self._waiting.hide()
            self._inspector = Inspector(self.bridge, self._open_task)
            self._inspector.closed.connect(self.closed)
            self._inspector.close_button.setVisible(self._closable)
            self._column.addWidget(self._inspector)
            self.show_tasks(self._tasks)
        return self._inspector

    @property
    def bulk(self) -> Bulk:
        if self._bulk is None:
            from launchready.desktop.inspector.bulk import Bulk

            self._bulk = Bulk(self.bridge, self._told)
            self._bulk.hide()
            self._column.addWidget(self._bulk)
        return self._bulk

    def show_tasks(self, tasks: list[str]) -> None:
        """Shows what is selected now, none, one or several."""
        self._tasks = tasks
        several = len(tasks) > 1
        if several:
            self.bulk.show_tasks(tasks)
        if self._bulk is not None:
            self._bulk.setVisible(several)
        if self._inspector is not None:
            self._inspector.setVisible(not several)
            if not several:
                self._inspector.show_task(tasks[0] if tasks else "")

    def set_closable(self, closable: bool) -> None:
        self._closable = closable
        if self._inspector is not None:
            self._inspector.close_button.setVisible(closable)
