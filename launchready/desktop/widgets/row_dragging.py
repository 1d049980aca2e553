"""A table whose rows are dragged to another place, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QTableView

from launchready.desktop.theme import in_force

MIME = "application/x-launchready-row"


class RowDragging(QTableView):
    """`row_dropped(row, step)`: how many places down, or up where it is negative. Nothing moves by itself."""

    row_dropped = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._before = -1
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setAutoScroll(True)

    def startDrag(self, supported: Qt.DropAction) -> None:
        del supported
        data = QMimeData()
        data.setData(MIME, str(self.currentIndex().row()).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._show_place(self.place_at(event.position().toPoint()))
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_place(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_place(-1)
        row, before = int(bytes(event.mimeData().data(MIME).data())), self.place_at(event.position().toPoint())
        step = before - row - (before > row)
        event.acceptProposedAction()
        if step:
            self.row_dropped.emit(row, step)

    def place_at(self, point: QPoint) -> int:
        """The row before which a drop at that point goes; the number of rows for the end."""
        row = self.rowAt(point.y())
        if row < 0:
            return self.model().rowCount()
        return row + (point.y() > self.rowViewportPosition(row) + self.rowHeight(row) // 2)

    def _show_place(self, before: int) -> None:
        if before != self._before:
            self._before = before
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._before < 0:
            return
        last = self.model().rowCount() - 1
        y = self.rowViewportPosition(min(self._before, last)) + (self.rowHeight(last) if self._before > last else 0)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(in_force().color("accent"), 2))
        painter.drawLine(8, max(1, y), self.viewport().width() - 8, max(1, y))
