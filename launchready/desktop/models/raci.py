"""The responsibilities as a table: an activity a row, a party a column, then what goes with the activity."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchready.desktop.models.updating import KeyedRows
from launchready.launch.model import Activity, Launch
from launchready.launch.raci import breaches, in_order
from launchready.wording import terms
from launchready.wording.refusals import refusal

Index: TypeAlias = "QModelIndex | QPersistentModelIndex"
NOWHERE = QModelIndex()
BREACHES = {"A": "accountable", "R": "responsible"}
FIELDS = ("input_expected", "escalates_to")
Edit: TypeAlias = Callable[[str, str, str], object]
"""Changes a field of an activity: its id, the field, the text."""


class RaciModel(QAbstractTableModel):
    """Column 0 is the activity, then one a party, then input expected and escalates to. `edit` takes typed texts."""

    def __init__(self, edit: Edit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self._rows: KeyedRows[Activity] = KeyedRows(self)
        self.parties: list[str] = []

    def show_launch(self, launch: Launch) -> None:
        """Takes in another state by what differs, so that selection, scroll and a half-typed cell survive."""
        self._show_parties(list(launch.parties))
        was = {activity.id: activity for activity in self._rows.items}
        shown = in_order(launch)
        self._rows.show(shown, [activity.id for activity in shown])
        for row, activity in enumerate(shown):
            if was.get(activity.id) != activity:
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def _show_parties(self, wanted: list[str]) -> None:
        for number in reversed(range(len(self.parties))):
            if self.parties[number] not in wanted:
                self.beginRemoveColumns(NOWHERE, number + 1, number + 1)
                del self.parties[number]
                self.endRemoveColumns()
        for number, party in enumerate(wanted):
            if number < len(self.parties) and self.parties[number] == party:
                continue
            if party in self.parties:
                here = self.parties.index(party)
                self.beginMoveColumns(NOWHERE, here + 1, here + 1, NOWHERE, number + 1)
                self.parties.insert(number, self.parties.pop(here))
                self.endMoveColumns()
            else:
                self.beginInsertColumns(NOWHERE, number + 1, number + 1)
                self.parties.insert(number, party)
                self.endInsertColumns()

    # -- what is where ------------------------------------------------------------------------------------------

    def activity(self, row: int) -> Activity | None:
        return self._rows.items[row] if 0 <= row < len(self._rows.items) else None

    def id_at(self, row: int) -> str:
        """The id of the activity in a row; empty where there is none."""
        found = self.activity(row)
        return found.id if found else ""

    def row_of(self, activity: str) -> int:
        return self._rows.row_of(activity)

    def party(self, column: int) -> str:
        """The party of a column; empty where it is none."""
        return self.parties[column - 1] if 1 <= column <= len(self.parties) else ""

    def field(self, column: int) -> str:
        """The field of an activity that a column shows; empty for a party's."""
        if column == 0:
            return "title"
        number = column - 1 - len(self.parties)
        return FIELDS[number] if 0 <= number < len(FIELDS) else ""

    def text(self, row: int, column: int) -> str:
        activity = self.activity(row)
        if activity is None:
            return ""
        party = self.party(column)
        return activity.letters.get(party, "") if party else str(getattr(activity, self.field(column)))

    def breach(self, row: int) -> str:
        """What breaks the rule in that row, in few words; empty where nothing does."""
        activity = self.activity(row)
        found = {each.code: each for each in breaches(activity)} if activity else {}
        several = "raci-accountable" in found and bool(found["raci-accountable"].args["count"])
        words = [self.tr("More than one A")] if several else []
        missing = [letter for letter in "AR" if f"raci-{BREACHES[letter]}" in found and not (letter == "A" and several)]
        if missing:
            words.append(self.tr("No {letters}").format(letters=self.tr(" and no ").join(missing)))
        return " · ".join(words)

    def broken(self) -> list[str]:
        """Ids of the activities that break the rule, in order."""
        return [activity.id for activity in self._rows.items if breaches(activity)]

    # -- Qt -----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows.items)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(self.parties) + len(FIELDS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column) or None
        return None

    def _spoken(self, row: int, column: int) -> str:
        activity, text = self.activity(row), self.text(row, column)
        if column == 0:
            return ", ".join(part for part in (text, self.breach(row)) if part)
        heading = str(self.headerData(column, Qt.Orientation.Horizontal) or "")
        words = terms.listing([self.meaning(letter) for letter in text]) if self.party(column) and text else text
        return self.tr("{activity}, {column}: {value}").format(
            activity=activity.title if activity else "", column=heading, value=words or self.tr("none")
        )

    def _tip(self, row: int, column: int) -> str:
        activity = self.activity(row)
        if activity is None:
            return ""
        if self.party(column):
            return self._spoken(row, column)
        if column == 0:
            return "\n".join([activity.title, *(refusal(each) for each in breaches(activity))])
        return self.text(row, column)

    def meaning(self, letter: str) -> str:
        """What a letter stands for."""
        return {
            "R": self.tr("responsible"),
            "A": self.tr("accountable"),
            "C": self.tr("consulted"),
            "I": self.tr("informed"),
        }.get(letter, letter)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            center = Qt.AlignmentFlag.AlignCenter
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return int(center if self.party(section) else left)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        titles = {
            "title": self.tr("Activity"),
            "input_expected": self.tr("Input expected"),
            "escalates_to": self.tr("Escalates to"),
        }
        return self.party(section) or titles.get(self.field(section), "")

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        if self.field(index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        activity = self.activity(index.row()) if index.isValid() else None
        if role != Qt.ItemDataRole.EditRole or activity is None or not self.field(index.column()):
            return False
        if str(value).strip() != self.text(index.row(), index.column()):
            self._edit(activity.id, self.field(index.column()), str(value).strip())
        return True
