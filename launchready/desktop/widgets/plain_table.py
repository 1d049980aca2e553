"""A plain table with a header: one column takes the rest of the width, others give way where there is little."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from launchready.desktop.widgets.cells import FlatTable

HEIGHT = 30
LEAST = 120


class PlainTable(FlatTable):
    """`widths` are those of the columns in pixels, 0 for the one that takes the rest; `dropped` are (column, least
    width of the table) of columns that a narrower one leaves out."""

    def __init__(
        self, model: QAbstractItemModel, name: str, widths: tuple[int, ...], dropped: tuple[tuple[int, int], ...] = ()
    ) -> None:
        super().__init__(HEIGHT, name)
        self._widths, self._dropped = widths, dropped
        self.setModel(model)
        self.setProperty("role", "incoming")
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setProperty("role", "incoming")
        head.show()
        self.watch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        gone = {column for column, least in self._dropped if width < least}
        rest = width
        for column, wanted in enumerate(self._widths):
            self.setColumnHidden(column, column in gone)
            if column not in gone and wanted:
                self.setColumnWidth(column, wanted)
                rest -= wanted
        self.setColumnWidth(self._widths.index(0), max(LEAST, rest))
