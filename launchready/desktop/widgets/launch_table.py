"""The table of the library: a row a launch, with its verdict, painted by hand."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from launchready.desktop import days
from launchready.desktop.files.shelf import Held
from launchready.desktop.models.launches import DATE, DECISION, FIRST_LANE, LAUNCH, LaunchesModel
from launchready.desktop.theme import BODY, SECONDARY, Theme
from launchready.desktop.widgets.flat import lay_flat
from launchready.desktop.widgets.shapes import Shape, paint
from launchready.desktop.widgets.tones import Look
from launchready.wording.language import tr

HEIGHT, MARGIN, GAP = 57, 18, 12
PILL, PILL_SIDE, PILL_SHAPE = 23, 8, 16
NARROW = 700
WIDTHS = {DECISION: (240, 160), DATE: (138, 106), FIRST_LANE: (84, 66), FIRST_LANE + 1: (84, 72)}
"""Widths of the columns behind the first, in a wide and in a narrow table."""


class LaunchRow(QStyledItemDelegate):
    """Draws the cells of a `LaunchesModel`."""

    def __init__(self, model: LaunchesModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(80, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        held = self._model.held(index.row())
        if held is None:
            return
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._theme.color("accent_soft"))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(box.topLeft(), box.topRight())
        inside = box.adjusted(MARGIN if index.column() == LAUNCH else GAP // 2, 0, -GAP // 2, 0)
        if index.column() == LAUNCH:
            self._name(painter, inside, held)
        elif index.column() == DECISION:
            self._decision(painter, inside, held)
        else:
            self._plain(painter, inside, held, index.column())
        if state & QStyle.StateFlag.State_Selected and (self._has_focus() or self._theme.high_contrast):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(self._theme.color("accent"), 1))
            self._frame(painter, box, index.column())
        painter.restore()

    def _has_focus(self) -> bool:
        view = self.parent()
        return isinstance(view, QWidget) and view.hasFocus()

    def _frame(self, painter: QPainter, box: QRect, column: int) -> None:
        """The focus of a row, drawn cell by cell: lines above and below, and at its two ends."""
        inner = box.adjusted(0, 0, -1 if column == self._model.columnCount() - 1 else 0, -1)
        painter.drawLine(inner.topLeft(), inner.topRight())
        painter.drawLine(inner.bottomLeft(), inner.bottomRight())
        if column == 0:
            painter.drawLine(inner.topLeft(), inner.bottomLeft())
        if column == self._model.columnCount() - 1:
            painter.drawLine(inner.topRight(), inner.bottomRight())

    def _name(self, painter: QPainter, box: QRect, held: Held) -> None:
        top = QRect(box.x(), box.y() + 9, box.width(), 20)
        self._text(painter, top, held.name, BODY, 600, "text")
        below = QRect(box.x(), box.y() + 29, box.width(), 18)
        self._text(painter, below, self._model.remark(held), SECONDARY, 400, "no_go" if held.problem else "muted")

    def _decision(self, painter: QPainter, box: QRect, held: Held) -> None:
        look = held.look
        if held.problem:
            look = Look(Shape.SQUARE, "no_go", tr("Can't be opened"))
        if look is None:
            return
        metrics = QFontMetrics(self._theme.font(SECONDARY, 600))
        room = box.width() - PILL_SHAPE - 2 * PILL_SIDE - 5
        words = _shortened(look.text, metrics, room)
        width = metrics.horizontalAdvance(words) + PILL_SHAPE + 2 * PILL_SIDE + 5
        pill = QRectF(box.x(), box.center().y() - PILL / 2 + 1, width, PILL)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.color(f"{look.tone}_soft"))
        painter.setPen(self._theme.color(look.tone) if self._theme.high_contrast else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(pill, PILL / 2, PILL / 2)
        shape = QRectF(pill.x() + PILL_SIDE, pill.center().y() - PILL_SHAPE / 2, PILL_SHAPE, PILL_SHAPE)
        paint(painter, look.shape, shape, self._theme.color(look.tone), self._theme.color("on_go"))
        left = round(shape.right()) + 3
        self._text(painter, QRect(left, box.y(), room + 2, box.height()), words, SECONDARY, 600, look.tone)

    def _plain(self, painter: QPainter, box: QRect, held: Held, column: int) -> None:
        if column != DATE:
            self._text(painter, box, self._model.lane_words(held, column - FIRST_LANE), BODY, 400, "text")
            return
        day, offset = self._model.date_words(held)
        day = self._fitting(day, offset, held, box.width())
        used = self._text(painter, box, day, BODY, 400, "text")
        self._text(painter, box.adjusted(used + 5, 0, 0, 0), offset, BODY, 400, "muted")

    def _fitting(self, day: str, offset: str, held: Held, room: int) -> str:
        """The day with its year, unless that leaves no room for how far off it is."""
        metrics = QFontMetrics(self._theme.font(BODY, 400, figures=True))
        fits = metrics.horizontalAdvance(day) + 5 + metrics.horizontalAdvance(offset) <= room
        return day if fits or held.look is None else days.day(held.date)

    def _text(self, painter: QPainter, box: QRect, text: str, size: int, weight: int, role: str) -> int:
        """Draws one line, with an ellipsis where it doesn't fit. Returns the width used."""
        font = self._theme.font(size, weight, figures=weight == 400)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        y = box.y() + (box.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(box.x(), y), shown)
        return metrics.horizontalAdvance(shown)


def _shortened(text: str, metrics: QFontMetrics, room: int) -> str:
    """`Not ready · 43 gates in the way`, or, where that has no room, `Not ready · 43`."""
    if metrics.horizontalAdvance(text) > room and " · " in text:
        verdict, _, rest = text.partition(" · ")
        text = f"{verdict} · {rest.split()[0]}"
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


class LaunchTable(QTableView):
    """`opened()` on Enter or a double click, `removed()` on Delete, `renamed()` on F2, `selected()` at each choice."""

    opened = Signal()
    removed = Signal()
    renamed = Signal()
    selected = Signal()

    def __init__(self, model: LaunchesModel, theme: Theme) -> None:
        super().__init__()
        self.launches = model
        self.setModel(model)
        self.setItemDelegate(LaunchRow(model, theme, self))
        self.setAccessibleName(self.tr("Launches"))
        lay_flat(self, HEIGHT)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(40)
        head.setProperty("role", "launches")
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit())

    def chosen(self) -> str:
        """The path of the chosen launch; empty where none is."""
        rows = self.selectionModel().selectedRows()
        held = self.launches.held(rows[0].row()) if rows else None
        return held.path if held else ""

    def choose(self, path: str) -> bool:
        row = self.launches.row_of(path)
        if row < 0:
            return False
        self.setCurrentIndex(self.launches.index(row, 0))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        rest = width
        for column, (wide, narrow) in WIDTHS.items():
            size = narrow if width < NARROW else wide
            self.setColumnWidth(column, size)
            rest -= size
        self.setColumnWidth(LAUNCH, max(80, rest))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that keys go to is chosen, so that it is seen."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        told = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Delete: self.removed,
            Qt.Key.Key_F2: self.renamed,
        }.get(Qt.Key(event.key()))
        if told is not None and plain and self.chosen():
            told.emit()
        else:
            super().keyPressEvent(event)
