"""The table of the checklist: keys, selection, hovering, and dragging tasks to another place."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QItemSelectionModel, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from launchready.desktop.models.checklist import ChecklistModel
from launchready.desktop.models.columns import COLUMNS, TITLE
from launchready.desktop.models.facts import Fact
from launchready.desktop.theme import Theme
from launchready.desktop.widgets.flat import lay_flat
from launchready.desktop.widgets.task_columns import MARGIN, fit, lay_out
from launchready.desktop.widgets.task_row import HEIGHT, SHAPE, TaskRow

MIME = "application/x-launchready-tasks"


class Drop(NamedTuple):
    """Where tasks are dropped: right before or right behind a task, in that task's group."""

    beside: str
    behind: bool


class TaskTable(QTableView):
    """`toggled(tasks)` on Space or a click on the shape, `opened(task)` on Enter on a title, `removed(tasks)` on
    Delete, `dropped(tasks, drop)` after a drag. `selected()` at each change of selection."""

    toggled = Signal(list)
    opened = Signal(str)
    removed = Signal(list)
    dropped = Signal(list, object)
    selected = Signal()
    escaped = Signal()

    def __init__(self, model: ChecklistModel, theme: Theme) -> None:
        super().__init__()
        self.setViewport(QWidget())  # one that Qt makes costs a look through every class that it could be
        self.checklist = model
        self._theme = theme
        self._drop: Drop | None = None
        self.setModel(model)
        self.row = TaskRow(model, theme, self)
        self.setItemDelegate(self.row)
        lay_flat(self, HEIGHT)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # scrolling then moves what is painted
        self.horizontalHeader().hide()
        lay_out(self)
        self.row.let_go.connect(self._on_let_go)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setAutoScroll(True)
        self.setAccessibleName(self.tr("Checklist"))
        self.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit())
        self.selectionModel().currentRowChanged.connect(lambda *_: self.selected.emit())

    # -- selection ----------------------------------------------------------------------------------------------

    def selected_tasks(self) -> list[str]:
        """Ids of the selected tasks, in the order shown."""
        spans = self.selectionModel().selection()
        found = (spans.at(number) for number in range(spans.count()))
        rows = sorted({row for span in found for row in range(span.top(), span.bottom() + 1)})
        return [task for task in map(self.checklist.task_id, rows) if task]

    def current_task(self) -> str:
        return self.checklist.task_id(self.currentIndex().row())

    def choose_task(self, task: str) -> bool:
        """Selects that one task and brings it into sight. False where it is not shown."""
        row = self.checklist.row_of(task)
        if row < 0:
            return False
        index = self.checklist.index(row, max(TITLE, self.currentIndex().column()))
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, alone)  # the view's own would add to it while Ctrl is held
        self.scrollTo(index)
        return True

    def choose_first(self) -> None:
        for row in range(self.checklist.rowCount()):
            if task := self.checklist.task_id(row):
                self.choose_task(task)
                return

    # -- keys and mouse -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        tasks = self.selected_tasks()
        if self.state() == QAbstractItemView.State.EditingState:  # a line edit lets Enter through to its parents
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space and plain and tasks:
            self.toggled.emit(tasks)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.current_task():
            if self.currentIndex().column() == TITLE:
                self.opened.emit(self.current_task())
            else:
                self.edit_cell(self.currentIndex().column())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and plain and tasks:
            self.removed.emit(tasks)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing letters does nothing here: Ctrl+F filters, which finds more."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        task = self.checklist.task_id(index.row()) if self._is_on_shape(event.position().x()) else ""
        if event.button() == Qt.MouseButton.LeftButton and task:
            self.toggled.emit([task])
            return
        super().mousePressEvent(event)

    @staticmethod
    def _is_on_shape(x: float) -> bool:
        return MARGIN - 6 <= x <= MARGIN + SHAPE + 6

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        can_edit = self.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
        if can_edit and self.checklist.task_id(index.row()) and not self._is_on_shape(event.position().x()):
            self.edit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position().toPoint())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(QPoint(-1, -1))
        super().leaveEvent(event)

    def _hover(self, point: QPoint) -> None:
        row = self.indexAt(point).row()
        if row != self.row.hovered:
            was, self.row.hovered = self.row.hovered, row
            for each in (was, row):
                if 0 <= each < self.checklist.rowCount():
                    self.viewport().update(self._row_box(each))

    def _row_box(self, row: int) -> QRect:
        return QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))

    # -- columns and cells --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Shows the columns that have room, and the one that is edited."""
        fit(self, self.checklist.grouping, self.row.editing.index.column() if self.row.editing else -1)

    def edit_cell(self, column: int) -> None:
        """Opens that cell of the current row, and has it in sight meanwhile."""
        index = self.checklist.index(self.currentIndex().row(), column)
        if self.checklist.task_id(index.row()):
            fit(self, self.checklist.grouping, column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
            self.edit(index)

    def closeEditor(self, editor: QWidget, hint: TaskRow.EndEditHint) -> None:
        """As Qt's, but Tab goes to the next cell that is shown, and from the last to the next task."""
        hints = TaskRow.EndEditHint
        left = QPersistentModelIndex(self.row.editing.index) if self.row.editing else QPersistentModelIndex()
        step = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}.get(hint, 0)
        super().closeEditor(editor, hints.NoHint if step else hint)
        if step and left.isValid():
            self._edit_beside(left.row(), left.column(), step)

    def _edit_beside(self, row: int, column: int, step: int) -> None:
        shown = [each for each in range(len(COLUMNS)) if each == column or not self.isColumnHidden(each)]
        there = shown.index(column) + step
        if not 0 <= there < len(shown):
            row += step
            while 0 <= row < self.checklist.rowCount() and not self.checklist.task_id(row):
                row += step
            if not self.choose_task(self.checklist.task_id(row)):
                return
        self.edit_cell(shown[there % len(shown)])

    def half_typed(self) -> tuple[str, str]:
        """The task whose cell is open, and what is typed there that is not taken yet."""
        return self.row.editing.half_typed() if self.row.editing else ("", "")

    def _on_let_go(self) -> None:
        self.fit()
        if self.isColumnHidden(max(TITLE, self.currentIndex().column())):
            title = self.currentIndex().siblingAtColumn(TITLE)
            self.selectionModel().setCurrentIndex(title, QItemSelectionModel.SelectionFlag.NoUpdate)

    # -- dragging -----------------------------------------------------------------------------------------------

    def startDrag(self, supported: Qt.DropAction) -> None:
        del supported
        from launchready.desktop.widgets.row_dragging import drag

        if tasks := self.selected_tasks():
            drag(self, MIME, "\n".join(tasks))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from launchready.desktop.widgets.row_dragging import take_own

        take_own(event, self, MIME)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._show_drop(self.drop_at(event.position().toPoint()))
        event.setAccepted(self._drop is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        drop = self.drop_at(event.position().toPoint())
        self._show_drop(None)
        if drop is not None and event.source() is self:
            tasks = bytes(event.mimeData().data(MIME).data()).decode().split("\n")
            self.dropped.emit(tasks, drop)
            event.acceptProposedAction()

    def drop_at(self, point: QPoint) -> Drop | None:
        """Where a drop at that point goes: a header stands for the first place of its group."""
        row = self.rowAt(point.y())
        if row < 0:
            row = self.checklist.rowCount() - 1
            return Drop(self.checklist.task_id(row), behind=True) if row >= 0 else None
        entry = self.checklist.entry(row)
        if isinstance(entry, Fact):
            middle = self._row_box(row).center().y()
            return Drop(entry.task.id, behind=point.y() > middle)
        following = self.checklist.task_id(row + 1)
        return Drop(following, behind=False) if following else None

    def _show_drop(self, drop: Drop | None) -> None:
        if drop != self._drop:
            self._drop = drop
            self.viewport().update()

    def _paint_ground(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("surface"))
        painter.drawRect(event.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_ground(event)
        super().paintEvent(event)
        if self._drop is None:
            return
        box = self._row_box(self.checklist.row_of(self._drop.beside))
        y = box.bottom() + 1 if self._drop.behind else box.top()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.drawLine(box.left() + MARGIN, y, box.right() - MARGIN, y)
