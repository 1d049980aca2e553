"""A launch beside a template, a row a task that differs."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchready.desktop.models.updating import KeyedRows
from launchready.launch.model import Launch
from launchready.templates import Comparison, Difference, Template, TemplateTask
from launchready.wording import terms
from launchready.wording.language import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
WHAT, TASK, DIFFERENCE = range(3)
LEFT_OUT, CHANGED, ADDED = "left-out", "changed", "added"


class Told(NamedTuple):
    """One task that differs. `id` is that in the launch, of what is left out that in the template."""

    what: str
    id: str
    title: str
    remark: str
    differences: tuple[Difference, ...] = ()

    @property
    def unique(self) -> str:
        return f"{self.what}:{self.id}"


def told(launch: Launch, template: Template, found: Comparison) -> list[Told]:
    """What was left out, then what was changed, then what was added."""
    left = [
        Told(LEFT_OUT, task.id, task.title, _where(task, due.gating))
        for task, due in template.for_tier(launch.tier)
        if task.id in found.removed
    ]
    changed = [Told(CHANGED, each.task, each.title, each.key, each.differences) for each in found.changed]
    own = [launch.tasks[id_] for id_ in found.added]
    return [*left, *changed, *(Told(ADDED, task.id, task.title, task.key) for task in own)]


def _where(task: TemplateTask, gating: bool) -> str:
    places = dict.fromkeys((terms.lane(task.lane), task.area, tr("gating") if gating else ""))
    return " · ".join(filter(None, places))


def in_words(difference: Difference) -> tuple[str, str, str]:
    """The field, as the template has it, as the launch has it."""
    field = {
        "title": tr("Title"),
        "done_when": tr("Done when"),
        "lane": tr("Lane"),
        "area": tr("Area"),
        "due": tr("Due"),
        "gating": tr("Gating"),
        "acknowledged": tr("Asks for an acknowledgement"),
        "prerequisites": tr("Prerequisites"),
        "steps": tr("Steps"),
    }[difference.field]
    return field, _value(difference.field, difference.template), _value(difference.field, difference.launch)


def _value(field: str, value: str) -> str:
    if field == "lane":
        return terms.lane(value)
    if field == "due":
        return value.replace("T-", f"T{terms.MINUS}").replace("workday", tr("workdays")) or tr("none")
    return {"yes": tr("yes"), "no": tr("no")}.get(value, value) if field in ("gating", "acknowledged") else value


class ComparisonModel(QAbstractTableModel):
    """`show(rows)` brings it to what differs now; selection survives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = KeyedRows[Told](self)

    def show(self, rows: list[Told]) -> None:
        self._rows.show(rows, [row.unique for row in rows])

    def row(self, number: int) -> Told | None:
        return self._rows.items[number] if 0 <= number < len(self._rows.items) else None

    def of(self, what: str) -> list[Told]:
        return [row for row in self._rows.items if row.what == what]

    def _summary(self, row: Told) -> str:
        if row.what != CHANGED:
            return row.remark
        fields = [in_words(each) for each in row.differences]
        return " · ".join(f"{field}: {was} → {now}" if was and now else field for field, was, now in fields)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows.items)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("What"), tr("Task"), tr("In the template → in the launch"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows.items[index.row()]
        words = {LEFT_OUT: tr("Left out"), CHANGED: tr("Changed"), ADDED: tr("Added")}[row.what]
        if role == Qt.ItemDataRole.DisplayRole:
            return (words, row.title, self._summary(row))[index.column()].replace("\n", " / ")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((words, row.title, self._summary(row))) if index.column() == WHAT else row.title
        return self._summary(row) if role == Qt.ItemDataRole.ToolTipRole and index.column() == DIFFERENCE else None
