"""Chooses tasks out of many, by a search."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QVBoxLayout, QWidget

from launchready.desktop.theme import SECONDARY
from launchready.desktop.widgets.cards import Card, EmptyState, button, row
from launchready.desktop.widgets.cells import RIGHT, Cells, FlatTable
from launchready.desktop.widgets.forms import Say
from launchready.desktop.widgets.labels import breakable, label
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.reading_order import Dialog
from launchready.desktop.widgets.tones import of_task
from launchready.launch.model import Launch, Task
from launchready.wording.language import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
HEIGHT, MARGIN, BOX, KEY = 32, 12, 16, 64


class TaskChoice(QAbstractTableModel):
    """Tasks with a box each."""

    def __init__(self, launch: Launch, tasks: Iterable[Task], chosen: Iterable[str], parent: QObject) -> None:
        super().__init__(parent)
        self.launch = launch
        self._all = [(f"{task.key} {task.title} {task.area}".casefold(), task) for task in tasks]
        self.shown = [task for _, task in self._all]
        self.chosen = dict.fromkeys(chosen)

    def search(self, text: str) -> None:
        """Keeps the tasks that have every word."""
        words = text.casefold().split()
        self.beginResetModel()
        self.shown = [task for key, task in self._all if all(word in key for word in words)]
        self.endResetModel()

    def toggle(self, row: int) -> None:
        if 0 <= row < len(self.shown):
            task = self.shown[row].id
            if task in self.chosen:
                del self.chosen[task]
            else:
                self.chosen[task] = None
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        task = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return task.title
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if task.id in self.chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{task.key}, {task.title}, {of_task(self.launch, task).text}"
        return None


class ChoiceRow(Cells):
    """A box, the title, the key and how the task stands."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TaskChoice):
            return
        box, task = self.ground(painter, option, index), model.shown[index.row()]
        square = QRect(box.x() + MARGIN, box.center().y() - BOX // 2 + 1, BOX - 2, BOX - 2)
        chosen = task.id in model.chosen
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.color("accent" if chosen else "line_strong"))
        painter.setBrush(self.theme.color("accent" if chosen else "surface"))
        painter.drawRoundedRect(square, 4, 4)
        painter.restore()
        if chosen:
            self.text(painter, square.adjusted(2, 0, 0, 0), "✓", size=SECONDARY, weight=600, role="on_accent")
        right = box.right() - MARGIN
        self.shape(painter, of_task(model.launch, task), right - BOX, box.center().y())
        key = QRect(right - BOX - KEY - 8, box.y(), KEY, box.height())
        self.text(painter, key, task.key, role="muted", align=RIGHT)
        left = square.right() + 12
        self.text(painter, QRect(left, box.y(), key.x() - left - 8, box.height()), task.title)


class TaskPicker(Dialog):
    """Shown with `open()`. `submit(ids, say)` gets the chosen ones; True closes."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        launch: Launch,
        tasks: Iterable[Task],
        chosen: Iterable[str],
        submit_text: str,
        submit: Callable[[tuple[str, ...], Say], bool],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._submit = submit
        self.model = TaskChoice(launch, tasks, chosen, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(breakable(title), "heading", wrap=True))
        self._add_list(column)
        self.refusal = RefusalBar()
        column.addWidget(self.refusal)
        self._count = label("", "muted")
        self.submit_button = button(submit_text, "primary", self.send)
        column.addLayout(row(self._count, 1, button(self.tr("Cancel"), "", self.close), self.submit_button))
        self.resize(520, min(520, parent.window().height() - 40))
        self._show_count()
        self.table.choose_row(0)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_list(self, column: QVBoxLayout) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by title, key or area"))
        self.search.setAccessibleName(self.tr("Search tasks"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_text_changed)
        self.search.installEventFilter(self)
        column.addWidget(self.search)
        self.table = FlatTable(HEIGHT, self.tr("Tasks"))
        self.table.setModel(self.model)
        self.table.setItemDelegate(ChoiceRow(self.table))
        self.table.watch()
        self.table.opened.connect(self._toggle)
        self.table.installEventFilter(self)
        self.table.viewport().installEventFilter(self)
        card = Card(margins=(1, 4, 1, 4), spacing=0)
        card.body.addWidget(self.table, 1)
        self._nothing = EmptyState(self.tr("No task matches"), self.tr("Search for another word."))
        self._nothing.hide()
        card.body.addWidget(self._nothing, 1)
        column.addWidget(card, 1)

    def _on_text_changed(self, text: str) -> None:
        self.model.search(text)
        self.table.choose_row(0)
        self.table.setVisible(self.model.rowCount() > 0)
        self._nothing.setVisible(self.model.rowCount() == 0)

    def _toggle(self, row_: int) -> None:
        self.model.toggle(row_)
        self._show_count()

    def _show_count(self) -> None:
        self._count.setText(tr("%n task(s) chosen", "", len(self.model.chosen)))

    def send(self) -> None:
        """What the button does."""
        self.refusal.clear()
        if self._submit(tuple(self.model.chosen), self.refusal.say):
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            if watched is self.table.viewport():
                self._toggle(self.table.indexAt(event.position().toPoint()).row())
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event, typing=watched is self.search)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent, *, typing: bool) -> bool:
        """Arrows, Enter and Ctrl+Enter work from the search too; Space chooses in the list."""
        key, current = event.key(), self.table.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.send()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (key == Qt.Key.Key_Space and not typing):
            self._toggle(current)
        elif typing and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.table.choose_row(max(0, min(self.model.rowCount() - 1, current + step)))
        else:
            return False
        return True
