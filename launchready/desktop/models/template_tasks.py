"""A template that is to be saved, task by task: what it keeps, what becomes T−n or a role, what it leaves out."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchready.desktop.models.updating import KeyedRows
from launchready.exchange.checklist import ChecklistTask
from launchready.launch.entitlement import name
from launchready.launch.model import Due, Launch, Task
from launchready.launch.schedule import in_order
from launchready.templates import Saved, Template, TemplateTask
from launchready.wording import terms
from launchready.wording.language import tr
from launchready.wording.templates import ADAPTED

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
TASK, REMARK = 0, 4


class TemplateRow(NamedTuple):
    """One task of the template in words; `remarks` say what of it was otherwise before."""

    id: str
    title: str
    lane: str
    due: str
    role: str
    remarks: tuple[str, ...] = ()


def rows_of_launch(launch: Launch, saved: Saved) -> list[TemplateRow]:
    """The tasks of a launch as its template has them."""
    codes: dict[str, list[str]] = {}
    for key, code in saved.adapted:
        codes.setdefault(key, []).append(code)
    pairs = zip(in_order(launch), saved.template.tasks, strict=True)
    return [_row(held, _of_launch(launch, task, held, codes.get(task.key, []))) for task, held in pairs]


def rows_of_checklist(tasks: tuple[ChecklistTask, ...], template: Template) -> list[TemplateRow]:
    """The tasks of a checklist as its template has them; nobody who is named there has a role."""
    rows = []
    for task, held in zip(tasks, template.tasks, strict=True):
        was = task.due.date if task.due else None
        remarks = [tr("{date} becomes {due}").format(date=terms.day(was), due=_due(held))] if was else []
        remarks += [tr("no due date; the template gives one")] if task.due is None else []
        remarks += [tr("{person} is left out").format(person=task.owner)] if task.owner else []
        rows.append(_row(held, remarks))
    return rows


def _of_launch(launch: Launch, task: Task, held: TemplateTask, codes: list[str]) -> list[str]:
    fixed = task.due.date if task.due else None
    remarks = [tr("{date} becomes {due}").format(date=terms.day(fixed), due=_due(held))] if fixed else []
    if held.owner_role:
        words = tr("{person} becomes {role}")
        remarks.append(words.format(person=name(launch, task.owner), role=_role(held)))
    elif task.owner:
        remarks.append(tr("{person} leads no lane and is left out").format(person=name(launch, task.owner)))
    return [*remarks, *(ADAPTED[code] for code in codes if code != "owner-left-out")]


def _row(held: TemplateTask, remarks: list[str]) -> TemplateRow:
    return TemplateRow(held.id, held.title, terms.lane(held.lane), _due(held), _role(held), tuple(remarks))


def _due(held: TemplateTask) -> str:
    due = next(iter(held.tiers.values()))
    gate = f" · {tr('gating')}" if due.gating else ""
    return terms.due(Due(offset=due.days, workday=due.workday)) + gate


def _role(held: TemplateTask) -> str:
    return {"pm lead": tr("PM lead"), "pmm lead": tr("PMM lead")}.get(held.owner_role, "")


class TemplateTasksModel(QAbstractTableModel):
    """`show(rows)` brings it to what it should be."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = KeyedRows[TemplateRow](self)

    def show(self, rows: list[TemplateRow]) -> None:
        self._rows.show(rows, [row.id for row in rows])

    def remarked(self) -> int:
        """How many tasks are not taken over as they are."""
        return sum(bool(row.remarks) for row in self._rows.items)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows.items)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Task"), tr("Lane"), tr("Due"), tr("Owner"), tr("What becomes of it"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = (row.title, row.lane, row.due, row.role, " · ".join(row.remarks))[index.column()]
            return words or (tr("none") if role == Qt.ItemDataRole.AccessibleTextRole else "")
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (TASK, REMARK):
            return "\n".join((row.title, *row.remarks))
        return None
