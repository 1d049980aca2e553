"""Paints a row of the checklist: the one place where a row's look is decided, for every state and theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from launchready.desktop.models.checklist import ChecklistModel
from launchready.desktop.models.columns import AREA, DUE, GATING, LANE, OWNER, TITLE, of_header
from launchready.desktop.models.facts import Fact
from launchready.desktop.models.grouping import Header
from launchready.desktop.models.lines import Line
from launchready.desktop.theme import BODY, CAPTION, SECONDARY, Theme
from launchready.desktop.widgets.shapes import paint as paint_shape
from launchready.desktop.widgets.task_columns import GAP, INSET, MARGIN
from launchready.wording import terms

if TYPE_CHECKING:
    from launchready.desktop.widgets.cell_editing import CellEditing

HEIGHT = 32
SHAPE = 17


class TaskRow(QStyledItemDelegate):
    """Draws headers and tasks of a `ChecklistModel`, and edits a cell where it stands.

    `let_go()` tells that an editor goes, `lost(text)` why something typed was not taken that is typed no longer,
    `given_up(task)` that Esc left an editor.
    """

    let_go = Signal()
    lost = Signal(str)
    given_up = Signal(str)

    def __init__(self, model: ChecklistModel, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._theme = theme
        self._metrics: dict[tuple[int, int, bool], QFontMetrics] = {}
        self.hovered = -1
        self.editing: CellEditing | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(240, HEIGHT)

    # -- painting -----------------------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = self._model.entry(index.row())
        box: QRect = option.rect
        column = index.column()
        if isinstance(entry, Header):
            self._header(painter, box, entry, column)
            return
        selected = self._view.selectionModel().isSelected(index)  # the option's state would load all of QStyle's enums
        if selected:
            self._fill(painter, box, "accent_soft")
        elif self.hovered == index.row():
            self._fill(painter, box, "hover")
        painter.setPen(self._theme.color("line"))
        painter.drawLine(box.topLeft(), box.topRight())
        line = self._model.line(entry)
        if column == TITLE:
            self._title(painter, box, line)
        else:
            self._cell(painter, box, entry, line, column)
        painter.setPen(QPen(self._theme.color("accent"), 1))
        if selected and self._theme.high_contrast:  # told by more than its ground
            painter.drawLine(box.topLeft(), box.topRight())
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _fill(self, painter: QPainter, box: QRect, role: str) -> None:
        """As `fillRect`, whose first call loads every gradient that Qt knows."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(role))
        painter.drawRect(box)

    def _header(self, painter: QPainter, box: QRect, header: Header, column: int) -> None:
        if column == DUE:
            inside = box.adjusted(0, 6, -MARGIN, 0)
            count = of_header(header, "due")
            self._text(painter, inside, count, SECONDARY, 400, "muted", Qt.AlignmentFlag.AlignRight)
        if column != TITLE:
            return
        room = box.adjusted(MARGIN, 6, -GAP, 0)
        if header.lane:
            lane = terms.lane(header.lane)
            room.setRight(room.right() - self._width(lane, CAPTION, 600) - GAP)
            used = self._text(painter, room, header.title, BODY, 600, "text")
            place = QRect(room.x() + used + GAP, room.y(), 80, room.height())
            self._text(painter, place, lane, CAPTION, 600, header.lane)
        else:
            self._text(painter, room, header.title, BODY, 600, "text")

    def _title(self, painter: QPainter, box: QRect, line: Line) -> None:
        shape = QRectF(box.x() + MARGIN, box.center().y() - SHAPE / 2 + 1, SHAPE, SHAPE)
        paint_shape(painter, line.look.shape, shape, self._theme.color(line.look.tone), self._theme.color("on_go"))
        title = self.title_box(box)
        weight, role = (400, "muted") if line.settled else (500, "text")
        used = self._text(painter, title, line.title, BODY, weight, role)
        rest = QRect(title.x() + used + GAP, title.y(), title.right() - title.x() - used - GAP, title.height())
        if line.note and rest.width() > 40:
            self._text(painter, rest, line.note, SECONDARY, 400, "muted")

    def _cell(self, painter: QPainter, box: QRect, entry: Fact, line: Line, column: int) -> None:
        """Everything but the title."""
        if column == DUE:
            inside = box.adjusted(0, 0, -MARGIN, 0)
            self._text(painter, inside, line.due, BODY, 400, line.due_tone, Qt.AlignmentFlag.AlignRight)
            return
        inside = box.adjusted(INSET, 0, INSET - GAP, 0)
        if column == OWNER:
            self._text(painter, inside, line.owner, BODY, 400, "muted")
        elif column == GATING:
            self._text(painter, inside, line.gate, CAPTION, 400, "faint")
        elif column == AREA:
            self._text(painter, inside, entry.task.area, BODY, 400, "muted")
        elif column == LANE:
            self._text(painter, inside, terms.lane(entry.task.lane), CAPTION, 600, entry.task.lane)

    def title_box(self, box: QRect) -> QRect:
        """Where the title stands in its cell."""
        return box.adjusted(MARGIN + SHAPE + GAP, 0, -GAP, 0)

    def _width(self, text: str, size: int, weight: int) -> int:
        return self._metric(size, weight, False).horizontalAdvance(text)

    def _metric(self, size: int, weight: int, figures: bool) -> QFontMetrics:
        found = self._metrics.get((size, weight, figures))
        if found is None:
            found = self._metrics[size, weight, figures] = QFontMetrics(self._theme.font(size, weight, figures=figures))
        return found

    def _text(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        size: int,
        weight: int,
        role: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> int:
        """Draws one line, with an ellipsis where it doesn't fit. Returns the width used.

        What stands at the right are days and counts, so their digits are equally wide.
        """
        if not text or box.width() <= 0:
            return 0
        figures = align == Qt.AlignmentFlag.AlignRight
        metric = self._metric(size, weight, figures)
        width = metric.horizontalAdvance(text)
        if width > box.width():
            text = metric.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            width = metric.horizontalAdvance(text)
        painter.setFont(self._theme.font(size, weight, figures=figures))
        painter.setPen(self._theme.color(role))
        x = box.right() + 1 - width if align == Qt.AlignmentFlag.AlignRight else box.x()
        y = box.y() + (box.height() + metric.ascent() - metric.descent()) / 2
        painter.drawText(QPointF(x, y), text)
        return width

    # -- editing ------------------------------------------------------------------------------------------------

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        del option
        if self.editing is None:
            from launchready.desktop.widgets.cell_editing import CellEditing

            self.editing = CellEditing(self, self._model)
        return self.editing.open(parent, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if self.editing is not None:
            box: QRect = option.rect
            title = self.title_box(box).adjusted(-7, 0, GAP, 0)
            self.editing.place(editor, title if index.column() == TITLE else box, index.column())

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if self.editing is not None:
            self.editing.fill(editor, index)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Nothing: `CellEditing` takes what is typed, and says at the cell what is refused."""

    def destroyEditor(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if self.editing is not None:
            self.editing.close(editor)
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return self.editing is not None and self.editing.sees(watched, event)
