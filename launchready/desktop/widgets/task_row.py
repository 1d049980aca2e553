"""Paints a row of the checklist: the one place where a row's look is decided, for every state and theme."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from launchready.desktop.models.checklist import ChecklistModel
from launchready.desktop.models.facts import Fact
from launchready.desktop.models.grouping import Header
from launchready.desktop.models.lines import Line
from launchready.desktop.theme import BODY, CAPTION, SECONDARY, Theme
from launchready.desktop.widgets.shapes import paint as paint_shape
from launchready.wording import terms
from launchready.wording.language import tr

HEIGHT = 32
MARGIN, GAP, SHAPE = 16, 10, 17
GATE_WIDTH, OWNER_WIDTH, DUE_WIDTH = 44, 96, 84
ROOMY, LONG_OWNER = 700, 200
"""From this width on the owner has a quarter of what is more, up to a long name's width."""
WITHOUT_GATE, WITHOUT_OWNER = 560, 440
"""Below these widths a row leaves the words for gating, then the owner out; the inspector has both."""


class TaskRow(QStyledItemDelegate):
    """Draws headers and tasks of a `ChecklistModel`, and edits a title where it stands."""

    def __init__(self, model: ChecklistModel, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._theme = theme
        self._metrics: dict[tuple[int, int, bool], QFontMetrics] = {}
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(240, HEIGHT)

    # -- painting -----------------------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = self._model.entry(index.row())
        box: QRect = option.rect
        if isinstance(entry, Header):
            self._header(painter, box, entry)
            return
        selected = self._view.selectionModel().isSelected(index)  # the option's state would load all of QStyle's enums
        if selected:
            self._fill(painter, box, "accent_soft")
        elif self.hovered == index.row():
            self._fill(painter, box, "hover")
        painter.setPen(self._theme.color("line"))
        painter.drawLine(box.topLeft(), box.topRight())
        self._task(painter, box, self._model.line(entry))
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        if focused or (selected and self._theme.high_contrast):
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _fill(self, painter: QPainter, box: QRect, role: str) -> None:
        """As `fillRect`, whose first call loads every gradient that Qt knows."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(role))
        painter.drawRect(box)

    def _header(self, painter: QPainter, box: QRect, header: Header) -> None:
        inside = box.adjusted(MARGIN, 6, -MARGIN, 0)
        count = tr("{done} of {total}").format(done=header.done, total=header.total)
        width = self._width(count, SECONDARY, 400)
        self._text(painter, inside, count, SECONDARY, 400, "muted", Qt.AlignmentFlag.AlignRight)
        room = inside.adjusted(0, 0, -width - GAP, 0)
        if header.lane:
            lane = terms.lane(header.lane)
            room.setRight(room.right() - self._width(lane, CAPTION, 600) - GAP)
            used = self._text(painter, room, header.title, BODY, 600, "text")
            place = QRect(room.x() + used + GAP, inside.y(), 80, inside.height())
            self._text(painter, place, lane, CAPTION, 600, header.lane)
        else:
            self._text(painter, room, header.title, BODY, 600, "text")

    def _task(self, painter: QPainter, box: QRect, line: Line) -> None:
        shape = QRectF(box.x() + MARGIN, box.center().y() - SHAPE / 2 + 1, SHAPE, SHAPE)
        paint_shape(painter, line.look.shape, shape, self._theme.color(line.look.tone), self._theme.color("on_go"))
        right = box.right() - MARGIN
        for text, width, size, role, align in self._columns(box.width(), line):
            place = QRect(right - width, box.y(), width, box.height())
            self._text(painter, place, text, size, 400, role, align)
            right -= width + GAP
        title = self.title_box(box)
        title.setRight(right)
        weight, role = (400, "muted") if line.settled else (500, "text")
        used = self._text(painter, title, line.title, BODY, weight, role)
        rest = QRect(title.x() + used + GAP, title.y(), title.right() - title.x() - used - GAP, title.height())
        if line.note and rest.width() > 40:
            self._text(painter, rest, line.note, SECONDARY, 400, "muted")

    def _columns(self, width: int, line: Line) -> list[tuple[str, int, int, str, Qt.AlignmentFlag]]:
        """What stands at the right end, from the right: text, width, size, role, alignment."""
        left = Qt.AlignmentFlag.AlignLeft
        columns = [(line.due, DUE_WIDTH, BODY, line.due_tone, Qt.AlignmentFlag.AlignRight)]
        if width >= WITHOUT_OWNER:
            owner = min(LONG_OWNER, OWNER_WIDTH + max(0, width - ROOMY) // 4)
            columns.append((line.owner, owner, BODY, "muted", left))
        if width >= WITHOUT_GATE:
            gate = max(GATE_WIDTH, self._width(line.gate, CAPTION, 400))
            columns.append((line.gate, gate, CAPTION, "faint", left))
        return columns

    def title_box(self, box: QRect) -> QRect:
        """Where the title starts in a row."""
        return box.adjusted(MARGIN + SHAPE + GAP, 0, -MARGIN, 0)

    def _font(self, size: int, weight: int, figures: bool) -> QFont:
        return self._theme.font(size, weight, figures=figures)

    def _width(self, text: str, size: int, weight: int) -> int:
        return self._metric(size, weight, False).horizontalAdvance(text)

    def _metric(self, size: int, weight: int, figures: bool) -> QFontMetrics:
        found = self._metrics.get((size, weight, figures))
        if found is None:
            found = self._metrics[size, weight, figures] = QFontMetrics(self._font(size, weight, figures))
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
        painter.setFont(self._font(size, weight, figures))
        painter.setPen(self._color(role))
        x = box.right() + 1 - width if align == Qt.AlignmentFlag.AlignRight else box.x()
        y = box.y() + (box.height() + metric.ascent() - metric.descent()) / 2
        painter.drawText(QPointF(x, y), text)
        return width

    def _color(self, role: str) -> QColor:
        return self._theme.color(role)

    # -- editing ------------------------------------------------------------------------------------------------

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        del option
        editor = QLineEdit(parent)
        editor.setProperty("role", "cell")
        entry = self._model.entry(index.row())
        key = entry.task.key if isinstance(entry, Fact) else ""
        editor.setAccessibleName(self.tr("Title of {key}").format(key=key))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        del index
        box: QRect = option.rect
        editor.setGeometry(self.title_box(box).adjusted(-7, 2, 0, -2))
