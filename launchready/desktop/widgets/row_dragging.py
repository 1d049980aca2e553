"""Dragging within a table, and one whose rows are dragged to another place, one at a time."""

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
from PySide6.QtWidgets import QTableView, QWidget

from launchready.desktop.theme import in_force

MIME = "application/x-launchready-row"


def drag(source: QWidget, mime: str, what: str) -> None:
    """Drags that text until it is dropped."""
    data = QMimeData()
    data.setData(mime, what.encode())
    dragged = QDrag(source)
    dragged.setMimeData(data)
    dragged.exec(Qt.DropAction.MoveAction)


def take_own(event: QDragEnterEvent, target: QWidget, mime: str) -> None:
    """Takes what was dragged from the same widget, and nothing else."""
    if event.source() is target and event.mimeData().hasFormat(mime):
        event.acceptProposedAction()
    else:
        event.ignore()


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
        drag(self, MIME, str(self.currentIndex().row()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        take_own(event, self, MIME)

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
