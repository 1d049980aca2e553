"""Editing a cell of the checklist where it stands: which is open, which keys leave it, what becomes of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QWidget

from launchready.desktop.models.cell_values import reading
from launchready.desktop.models.checklist import ChecklistModel
from launchready.desktop.models.columns import COLUMNS
from launchready.desktop.models.facts import Fact
from launchready.desktop.widgets.cell_editors import CellChoice, CellEditor, CellField, editor_for, place

if TYPE_CHECKING:
    from launchready.desktop.widgets.task_row import TaskRow

HINT = QStyledItemDelegate.EndEditHint
LEAVES = {
    Qt.Key.Key_Return: HINT.SubmitModelCache,
    Qt.Key.Key_Enter: HINT.SubmitModelCache,
    Qt.Key.Key_Tab: HINT.EditNextItem,
    Qt.Key.Key_Backtab: HINT.EditPreviousItem,
}
"""The keys that take what is typed in a cell, and where the hand goes then."""


class CellEditing(QObject):
    """The editing half of a `TaskRow`, made when a cell is first edited. One editor is open at a time."""

    def __init__(self, row: TaskRow, model: ChecklistModel) -> None:
        super().__init__(row)
        self._row, self._model = row, model
        self._editor: CellEditor | None = None
        self.index = QPersistentModelIndex()

    def open(self, parent: QWidget, index: QModelIndex | QPersistentModelIndex) -> CellEditor:
        model, entry = self._model, self._model.entry(index.row())
        assert isinstance(entry, Fact)  # noqa: S101  a header can't be edited
        task, column = entry.task.id, COLUMNS[index.column()]

        def read(text: str) -> str:
            found = model.launch.tasks.get(task)
            return reading(model.launch, found, column, text, model.today) if found else ""

        made = editor_for(parent, model.launch, entry.task, column, read)
        if isinstance(made, CellChoice):
            made.chosen.connect(lambda: self._leave(made, HINT.SubmitModelCache))
        self._editor, self.index = made, QPersistentModelIndex(index)
        model.hold(task)
        return made

    def fill(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """With the value that is there now; what is half typed stays."""
        cast(CellEditor, editor).show_value(str(index.data(Qt.ItemDataRole.EditRole)))

    def place(self, editor: QWidget, box: QRect, column: int) -> None:
        place(editor, COLUMNS[column], box)

    def close(self, editor: QWidget) -> None:
        """Qt takes an editor away. Rows must not change meanwhile, so what it held is let go of afterwards."""
        cast(CellEditor, editor).let_go()
        if editor is self._editor:
            self._editor, self.index = None, QPersistentModelIndex()
            QTimer.singleShot(0, self, self._on_closed)

    def _on_closed(self) -> None:
        if self._editor is None:
            self._model.hold("")
            self._row.let_go.emit()

    def half_typed(self) -> tuple[str, str]:
        """The task whose cell is open, and what is typed there that is not taken yet."""
        editor = self._editor
        if editor is None or not editor.is_dirty():
            return "", ""
        return self._model.task_id(self.index.row()), editor.text() if isinstance(editor, CellField) else ""

    # -- keys and focus -----------------------------------------------------------------------------------------

    def sees(self, watched: QObject, event: QEvent) -> bool:
        """The events of an open editor. Going to another window leaves it open, with what is half typed."""
        editor = cast(CellEditor, watched)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                task = self._model.task_id(self.index.row())
                self._row.closeEditor.emit(editor, HINT.RevertModelCache)
                self._row.given_up.emit(task)
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
            self._row.closeEditor.emit(editor, hint)

    def _put_away(self, editor: CellEditor) -> None:
        """The hand went elsewhere: what is refused now has no place at the cell any more."""
        if refusal := self._taken(editor):
            self._row.lost.emit(refusal)
        self._row.closeEditor.emit(editor, HINT.NoHint)

    def _taken(self, editor: CellEditor) -> str:
        if editor is not self._editor or not self.index.isValid() or not editor.is_dirty():
            return ""
        return self._model.take(self.index, editor.value())


def _stays(editor: QWidget, reason: Qt.FocusReason) -> bool:
    """Whether an editor that loses the focus stays open: for another window, or for a list of its own."""
    if reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        return True
    found = QApplication.focusWidget()
    while found is not None and found is not editor:
        found = found.parentWidget()
    return found is editor
