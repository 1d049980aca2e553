"""The preview of an import: a plain table, with Space to leave rows out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from launchready.desktop.models.incoming import COLUMNS, IncomingModel
from launchready.desktop.widgets.plain_table import PlainTable

WIDTHS = {"title": 0, "lane": 54, "area": 108, "owner": 92, "due": 100, "status": 92, "place": 92}
DROPPED = (("place", 760), ("owner", 620), ("area", 520), ("lane", 400), ("status", 330))
"""Columns that a narrower table leaves out, the first first."""


class IncomingTable(PlainTable):
    def __init__(self, model: IncomingModel) -> None:
        dropped = tuple((COLUMNS.index(name), least) for name, least in DROPPED)
        super().__init__(model, "", tuple(WIDTHS[name] for name in COLUMNS), dropped)
        self.setAccessibleName(self.tr("What was understood"))
        self._incoming = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if event.key() == Qt.Key.Key_Space and rows:
            self._incoming.choose(rows, not all(map(self._incoming.is_chosen, rows)))
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
