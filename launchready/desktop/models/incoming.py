"""The tasks that were understood of a file, as a table in which each can be left out."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from launchready.desktop.widgets.tones import of_status
from launchready.exchange.checklist import ChecklistTask
from launchready.exchange.importing import can_gate, due_of, status_of
from launchready.wording import terms
from launchready.wording.language import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
COLUMNS = ("title", "lane", "area", "owner", "due", "status", "place")


class IncomingModel(QAbstractTableModel):
    """`left` are the places of the tasks that are left out; `left_changed` tells of each choice."""

    left_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: tuple[ChecklistTask, ...] = ()
        self.left: set[str] = set()

    def show_tasks(self, tasks: tuple[ChecklistTask, ...]) -> None:
        """Takes in what is understood now; a task that is still there stays left out."""
        self.beginResetModel()
        self._tasks = tasks
        self.left &= {key_of(task) for task in tasks}
        self.endResetModel()

    def chosen(self) -> tuple[ChecklistTask, ...]:
        return tuple(task for task in self._tasks if key_of(task) not in self.left)

    def choose(self, rows: list[int], wanted: bool) -> None:
        keys = {key_of(self._tasks[row]) for row in rows}
        self.left = self.left - keys if wanted else self.left | keys
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(COLUMNS) - 1))
            self.left_changed.emit()

    def is_chosen(self, row: int) -> bool:
        return key_of(self._tasks[row]) not in self.left

    def _words(self, task: ChecklistTask, column: str) -> str:
        if column == "lane":
            return terms.lane(task.lane)
        if column == "due":
            return terms.due(due_of(task.due)) if task.due else ""
        if column == "status":
            gate = " · " + self.tr("gating") if can_gate(task) else ""
            return of_status(status_of(task)).text + gate
        if column == "title" and task.steps:
            return tr("{title}  (%n (step|steps))", "", len(task.steps)).format(title=task.title)
        if column == "place":
            return terms.place(task.place)
        return str(getattr(task, column))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else found

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Task"),
            self.tr("Lane"),
            self.tr("Area"),
            self.tr("Owner"),
            self.tr("Due"),
            self.tr("Status"),
            self.tr("Where it stands"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        task, column = self._tasks[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(task, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(task, column) or self.tr("none")
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (self._words(task, column), task.notes[:500] if column == "title" else "")))
        if role == Qt.ItemDataRole.CheckStateRole and column == "title":
            return Qt.CheckState.Checked if self.is_chosen(index.row()) else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.choose([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


def key_of(task: ChecklistTask) -> str:
    """What a task of the file is known by from one reading to the next."""
    return task.place or task.id or task.title
