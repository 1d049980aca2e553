"""What tables that paint themselves share: text with an ellipsis in a theme's fonts, the ground of a row, the table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from launchready.desktop.theme import BODY, Theme, in_force
from launchready.desktop.widgets.flat import lay_flat
from launchready.desktop.widgets.shapes import paint as paint_shape
from launchready.desktop.widgets.tones import Look

Index = QModelIndex | QPersistentModelIndex
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MARGIN, GAP, SHAPE = 16, 10, 17


class Cells(QStyledItemDelegate):
    """Base of delegates that paint rows. `hovered` is the row under the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hovered = -1
        self._metrics: dict[tuple[str, int, int, bool], QFontMetrics] = {}

    @property
    def theme(self) -> Theme:
        return in_force()

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QRect:
        """Paints selection, focus, hovering and the line above; returns the cell's box."""
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self.theme.color("accent_soft"))
        elif self.hovered == index.row():
            painter.fillRect(box, self.theme.color("hover"))
        painter.setPen(self.theme.color("line"))
        painter.drawLine(box.topLeft(), box.topRight())
        view = self.parent()
        focused = isinstance(view, QWidget) and view.hasFocus()
        if state & QStyle.StateFlag.State_Selected and (focused or self.theme.high_contrast):
            self._frame(painter, box, index)
        return box

    def _frame(self, painter: QPainter, box: QRect, index: Index) -> None:
        """The line around the chosen row of a table that has the focus, each cell its part of it."""
        painter.setPen(QPen(self.theme.color("accent"), 1))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if index.column() == 0:
            painter.drawLine(box.topLeft(), box.bottomLeft())
        if index.column() == index.model().columnCount() - 1:
            painter.drawLine(box.topRight(), box.bottomRight())

    def shape(self, painter: QPainter, look: Look, x: int, middle: int, side: int = SHAPE) -> None:
        box = QRectF(x, middle - side / 2 + 1, side, side)
        paint_shape(painter, look.shape, box, self.theme.color(look.tone), self.theme.color("on_go"))

    def metric(self, size: int = BODY, weight: int = 400, *, figures: bool = False) -> QFontMetrics:
        key = (self.theme.family, size, weight, figures)
        found = self._metrics.get(key)
        if found is None:
            found = self._metrics[key] = QFontMetrics(self.theme.font(size, weight, figures=figures))
        return found

    def text(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        *,
        size: int = BODY,
        weight: int = 400,
        role: str = "text",
        align: Qt.AlignmentFlag = LEFT,
    ) -> int:
        """One line in the middle of `box`, with an ellipsis where it doesn't fit. Returns the width used."""
        if not text or box.width() <= 0:
            return 0
        figures = align == RIGHT
        metric = self.metric(size, weight, figures=figures)
        width = metric.horizontalAdvance(text)
        if width > box.width():
            text = metric.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            width = metric.horizontalAdvance(text)
        painter.setFont(self.theme.font(size, weight, figures=figures))
        painter.setPen(self.theme.color(role))
        x = box.right() + 1 - width if align == RIGHT else box.x()
        y = box.y() + (box.height() + metric.ascent() - metric.descent()) / 2
        painter.drawText(QPointF(x, y), text)
        return width


class FlatTable(QTableView):
    """Rows of one height, chosen as wholes. `opened(row)` on Enter or a double click, `selected()` at each change
    of the current row, `escaped()` on Esc."""

    opened = Signal(int)
    selected = Signal()
    escaped = Signal()

    def __init__(self, height: int, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        lay_flat(self, height)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns = self.horizontalHeader()
        columns.hide()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def watch(self) -> None:
        """Listens to the selection; to be called once the model is set."""
        self.selectionModel().currentRowChanged.connect(lambda *_: self.selected.emit())

    def choose_row(self, row: int) -> None:
        if 0 <= row < self.model().rowCount():
            index = self.model().index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that keys go to is chosen, so that it is seen."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            rows = range(max(0, self.currentIndex().row()), self.model().rowCount())
            found = (row for row in rows if self.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled)
            self.choose_row(next(found, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        row = self.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and row >= 0:
            self.opened.emit(row)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing letters does nothing here: Ctrl+F filters, which finds more."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0:
            self.opened.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position().toPoint())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(QPoint(-1, -1))
        super().leaveEvent(event)

    def _hover(self, point: QPoint) -> None:
        row, cells = self.indexAt(point).row(), self.itemDelegate()
        if isinstance(cells, Cells) and row != cells.hovered:
            cells.hovered = row
            self.viewport().update()
