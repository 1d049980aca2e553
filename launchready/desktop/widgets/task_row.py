"""Paints a row of the checklist: the one place where a row's look is decided, for every state and theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

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
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from launchready.desktop.models.checklist import ChecklistModel
from launchready.desktop.models.columns import AREA, COLUMNS, DUE, GATING, LANE, OWNER, TITLE, of_header
from launchready.desktop.models.facts import Fact
from launchready.desktop.models.grouping import Header
from launchready.desktop.models.lines import Line
from launchready.desktop.theme import BODY, CAPTION, SECONDARY, Theme
from launchready.desktop.widgets.shapes import paint as paint_shape
from launchready.desktop.widgets.task_columns import GAP, INSET, MARGIN
from launchready.wording import terms

if TYPE_CHECKING:
    from launchready.desktop.widgets.cell_editors import CellEditor

HEIGHT = 32
SHAPE = 17
HINT = QStyledItemDelegate.EndEditHint
LEAVES = {
    Qt.Key.Key_Return: HINT.SubmitModelCache,
    Qt.Key.Key_Enter: HINT.SubmitModelCache,
    Qt.Key.Key_Tab: HINT.EditNextItem,
    Qt.Key.Key_Backtab: HINT.EditPreviousItem,
}
"""The keys that take what is typed in a cell, and where the hand goes then."""


class TaskRow(QStyledItemDelegate):
    """Draws headers and tasks of a `ChecklistModel`, and edits a cell where it stands.

    `let_go()` tells that an editor goes, `lost(text)` why something typed was not taken that is typed no longer.
    """

    let_go = Signal()
    lost = Signal(str)

    def __init__(self, model: ChecklistModel, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._theme = theme
        self._metrics: dict[tuple[int, int, bool], QFontMetrics] = {}
        self.hovered = -1
        self._editor: CellEditor | None = None
        self.edited = QPersistentModelIndex()

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
        if self._view.selectionModel().isSelected(index):  # the option's state would load all of QStyle's enums
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
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(self._theme.color("accent"), 1))
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
        from launchready.desktop.models.cell_values import reading
        from launchready.desktop.widgets.cell_editors import CellChoice, editor_for

        del option
        model, entry = self._model, self._model.entry(index.row())
        assert isinstance(entry, Fact)  # noqa: S101  a header can't be edited
        task, column = entry.task.id, COLUMNS[index.column()]

        def read(text: str) -> str:
            found = model.launch.tasks.get(task)
            return reading(model.launch, found, column, text, model.today) if found else ""

        made = editor_for(parent, model.launch, entry.task, column, read)
        if isinstance(made, CellChoice):
            made.chosen.connect(lambda: self._leave(made, HINT.SubmitModelCache))
        self._editor, self.edited = made, QPersistentModelIndex(index)
        model.hold(task)
        return made

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        from launchready.desktop.widgets.cell_editors import place

        box: QRect = option.rect
        title = index.column() == TITLE
        place(editor, COLUMNS[index.column()], self.title_box(box).adjusted(-7, 0, GAP, 0) if title else box)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        cast("CellEditor", editor).show_value(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Nothing: what is typed is taken by `_leave`, which says at the cell what is refused."""

    def destroyEditor(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        gone = cast("CellEditor", editor)
        gone.let_go()
        if gone is self._editor:
            self._editor, self.edited = None, QPersistentModelIndex()
            QTimer.singleShot(0, self, self._on_let_go)  # rows must not change while Qt takes an editor away
        super().destroyEditor(editor, index)

    def _on_let_go(self) -> None:
        if self._editor is None:
            self._model.hold("")
            self.let_go.emit()

    def half_typed(self) -> tuple[str, str]:
        """The task whose cell is open, and what is typed there that is not taken yet."""
        editor = self._editor
        if editor is None or not editor.is_dirty():
            return "", ""
        return self._model.task_id(self.edited.row()), editor.text() if isinstance(editor, QLineEdit) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and focus of an open editor. Going to another window leaves it open, with what is half typed."""
        editor = cast("CellEditor", watched)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.closeEditor.emit(editor, HINT.RevertModelCache)
                return True
            if (hint := LEAVES.get(Qt.Key(event.key()))) is not None:
                self._leave(editor, hint)
                return True
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus() and not _stays(editor, event.reason()):
            self._put_away(editor)
        return False

    def _leave(self, editor: CellEditor, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Takes what is typed and closes the editor; where it is refused, says so under it and stays."""
        if refusal := self._taken(editor):
            editor.refuse(refusal)
        else:
            self.closeEditor.emit(editor, hint)

    def _put_away(self, editor: CellEditor) -> None:
        """The hand went elsewhere: what is refused now has no place at the cell any more."""
        if refusal := self._taken(editor):
            self.lost.emit(refusal)
        self.closeEditor.emit(editor, HINT.NoHint)

    def _taken(self, editor: CellEditor) -> str:
        if editor is not self._editor or not self.edited.isValid() or not editor.is_dirty():
            return ""
        return self._model.take(self.edited, editor.value())


def _stays(editor: QWidget, reason: Qt.FocusReason) -> bool:
    """Whether an editor that loses the focus stays open: for another window, or for a list of its own."""
    if reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        return True
    found = QApplication.focusWidget()
    while found is not None and found is not editor:
        found = found.parentWidget()
    return found is editor
