"""The preview of an import: a plain table, with Space to leave rows out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from launchready.desktop.models.incoming import COLUMNS, IncomingModel

HEIGHT = 30
SHARES = {"title": 0, "lane": 54, "area": 108, "owner": 92, "due": 100, "status": 92, "place": 92}
"""Widths of the columns; the title gets what is left."""
DROPPED = (("place", 760), ("owner", 620), ("area", 520), ("lane", 400))
"""Columns that a narrower table leaves out, the first first."""


class IncomingTable(QTableView):
    def __init__(self, model: IncomingModel) -> None:
        super().__init__()
        self._incoming = model
        self.setModel(model)
        self.setAccessibleName(self.tr("What was understood"))
        self.setProperty("role", "incoming")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setProperty("role", "incoming")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        gone = {name for name, least in DROPPED if width < least}
        rest = width
        for number, name in enumerate(COLUMNS):
            self.setColumnHidden(number, name in gone)
            if name not in gone and SHARES[name]:
                self.setColumnWidth(number, SHARES[name])
                rest -= SHARES[name]
        self.setColumnWidth(0, max(120, rest))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if event.key() == Qt.Key.Key_Space and rows:
            self._incoming.choose(rows, not all(map(self._incoming.is_chosen, rows)))
        else:
            super().keyPressEvent(event)
