"""The grid of responsibilities: letters typed where they stand, and a row that says what breaks the rule in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from launchready.desktop.models.raci import RaciModel
from launchready.desktop.theme import BODY, CAPTION, SECONDARY, Theme
from launchready.desktop.widgets.flat import lay_flat
from launchready.desktop.widgets.row_dragging import RowDragging
from launchready.desktop.widgets.shapes import Shape, paint
from launchready.launch.raci import LETTERS
from launchready.wording.language import tr

HEIGHT, MARGIN = 46, 18
LEAST = {"title": 200, "input_expected": 170, "escalates_to": 104}
SHARE = {"title": 5, "input_expected": 4, "escalates_to": 2}
"""The least widths of the columns of text, and how what is left is divided among them."""
PARTY, PARTY_MOST = 46, 110


def wrapped(metrics: QFontMetrics, text: str, width: int, lines: int) -> list[str]:
    """The text in at most so many lines; the last ends in an ellipsis where there is more."""
    found: list[str] = []
    words = text.split()
    while words and len(found) < lines - 1:
        count = 1
        while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
            count += 1
        found.append(metrics.elidedText(" ".join(words[:count]), Qt.TextElideMode.ElideRight, width))
        words = words[count:]
    if words:
        found.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
    return found


class RaciCell(QStyledItemDelegate):
    """Draws the cells of a `RaciModel`, and edits those that hold text."""

    def __init__(self, model: RaciModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(60, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.setPen(self._theme.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        party = self._model.party(index.column())
        if party:
            self._letters(painter, box, index)
        elif index.column() == 0:
            self._activity(painter, box.adjusted(MARGIN, 0, -8, 0), index.row())
        else:
            self._plain(painter, box.adjusted(10, 0, -10, 0), self._model.text(index.row(), index.column()))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -3, -3), 5, 5)

    def _activity(self, painter: QPainter, box: QRect, row: int) -> None:
        breach = self._model.breach(row)
        font = self._theme.font(BODY, 500)
        metrics = QFontMetrics(font)
        lines = wrapped(metrics, self._model.text(row, 0), box.width(), 1 if breach else 2)
        top = box.y() + (box.height() - metrics.height() * len(lines) - (16 if breach else 0)) // 2
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        for number, line in enumerate(lines):
            painter.drawText(box.x(), top + metrics.ascent() + number * metrics.height(), line)
        if breach:
            shape = QRectF(box.x() - 1, top + metrics.height() + 1, 14, 14)
            paint(painter, Shape.TRIANGLE, shape, self._theme.color("conditional"))
            small = self._theme.font(CAPTION, 500)
            painter.setFont(small)
            painter.setPen(self._theme.color("conditional"))
            width = box.width() - 16
            text = QFontMetrics(small).elidedText(breach, Qt.TextElideMode.ElideRight, width)
            place = QRect(box.x() + 16, top + metrics.height(), width, 16)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)

    def _plain(self, painter: QPainter, box: QRect, text: str) -> None:
        font = self._theme.font(SECONDARY)
        metrics = QFontMetrics(font)
        lines = wrapped(metrics, text, box.width(), 2)
        top = box.y() + (box.height() - metrics.height() * len(lines)) // 2
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        for number, line in enumerate(lines):
            painter.drawText(box.x(), top + metrics.ascent() + number * metrics.height(), line)

    def _letters(self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        letters = self._model.text(index.row(), index.column())
        strong = "A" in letters or "R" in letters
        tone = "accent" if "A" in letters else "go"
        if "A" in letters and self._model.breach(index.row()).startswith(tr("More than one A")):
            tone = "conditional"
        font = self._theme.font(BODY, 600 if strong else 400)
        text = " ".join(letters)
        if strong:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = max(34, QFontMetrics(font).horizontalAdvance(text) + 14)
            center = box.center()
            painter.setBrush(self._theme.color(f"{tone}_soft"))
            painter.setPen(self._theme.color(tone) if self._theme.high_contrast else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(center.x() - width / 2 + 1, center.y() - 11, width, 24), 5, 5)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(font)
        painter.setPen(self._theme.color(tone if strong else "muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        del option
        editor = QLineEdit(parent)
        editor.setProperty("role", "cell")
        heading = str(self._model.headerData(index.column(), Qt.Orientation.Horizontal) or "")
        editor.setAccessibleName(heading)
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """What is half typed stays, whatever comes from elsewhere."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box: QRect = option.rect
        left = MARGIN - 7 if index.column() == 0 else 3
        editor.setGeometry(box.adjusted(left, 8, -3, -9))


class RaciHeader(QHeaderView):
    """Titles right above what stands below them; a party's name that doesn't fit ends in an ellipsis."""

    def __init__(self, model: RaciModel, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._model = model
        self._theme = theme

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, party = self._theme, self._model.party(logicalIndex)
        painter.fillRect(rect, theme.color("surface"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(theme.color("muted"))
        font = theme.font(SECONDARY)
        painter.setFont(font)
        left = 1 if party else MARGIN if logicalIndex == 0 else 10
        box = rect.adjusted(left, 0, -1, 0)
        text = str(self._model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        align = Qt.AlignmentFlag.AlignHCenter if party else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, shown)


class RaciGrid(RowDragging):
    """`typed(activity, party, letter)` for a letter on a party's cell, empty for Backspace; `moved(activity, step)` for
    Alt with Up and Down, and for a row dragged; `removed(activity)` for Delete on an activity."""

    typed = Signal(str, str, str)
    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, model: RaciModel, theme: Theme) -> None:
        super().__init__()
        self.raci = model
        self._theme = theme
        self.setModel(model)
        self.cell = RaciCell(model, theme, self)
        self.setItemDelegate(self.cell)
        self.setAccessibleName(self.tr("Responsibilities"))
        lay_flat(self, HEIGHT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = RaciHeader(model, theme)
        self.setHorizontalHeader(head)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(PARTY)
        head.setFixedHeight(38)
        head.setHighlightSections(False)
        self.row_dropped.connect(lambda row, step: self.moved.emit(self.raci.id_at(row), step))
        for changed in (model.columnsInserted, model.columnsRemoved, model.columnsMoved, model.modelReset):
            changed.connect(self.arrange)

    # -- widths -------------------------------------------------------------------------------------------------

    def arrange(self) -> None:
        """Gives the parties what their names need, as far as there is room, and the rest to the texts."""
        model, room = self.raci, self.viewport().width()
        metrics = QFontMetrics(self._theme.font(SECONDARY))
        named = [min(PARTY_MOST, max(PARTY, metrics.horizontalAdvance(party) + 14)) for party in model.parties]
        least = sum(LEAST.values())
        tight = (room - least) // max(1, len(named))
        if sum(named) + least > room and tight >= PARTY:  # else it scrolls, and names may have their room
            named = [min(width, tight) for width in named]
        left = max(0, room - sum(named) - least)
        for column in range(model.columnCount()):
            field = model.field(column)
            width = LEAST[field] + left * SHARE[field] // sum(SHARE.values()) if field else named[column - 1]
            self.setColumnWidth(column, width)

    def whole_height(self) -> int:
        """What all rows need, with room for a scroll bar below them."""
        return self.horizontalHeader().height() + HEIGHT * self.raci.rowCount() + 16

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    # -- keys ---------------------------------------------------------------------------------------------------

    def current_activity(self) -> str:
        return self.raci.id_at(self.currentIndex().row())

    def current_party(self) -> str:
        return self.raci.party(self.currentIndex().column())

    def choose(self, activity: str, column: int = 0) -> bool:
        """Makes a cell the current one and brings it into sight."""
        row = self.raci.row_of(activity)
        if row < 0:
            return False
        index = self.raci.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def event(self, event: QEvent) -> bool:
        """Alt with Up and Down moves a row here, whatever it does elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        activity, party = self.current_activity(), self.current_party()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        letter = event.text().upper()
        erases = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        if self.state() == QAbstractItemView.State.EditingState or not activity:
            super().keyPressEvent(event)
        elif step := _step(event):
            self.moved.emit(activity, step)
        elif party and plain and len(letter) == 1 and letter in LETTERS:
            self.typed.emit(activity, party, letter)
        elif party and plain and erases:
            self.typed.emit(activity, party, "")
        elif event.key() == Qt.Key.Key_Delete and plain and self.currentIndex().column() == 0:
            self.removed.emit(activity)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and not party:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing sets letters here; it doesn't look for rows."""


def _step(event: QKeyEvent) -> int:
    """1 and -1 for Alt with Down and Up, else 0."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
