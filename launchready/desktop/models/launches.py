"""The launches of the library as a table: one row a file, filtered as one types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchready.desktop import days
from launchready.desktop.files.shelf import Held
from launchready.desktop.models.updating import KeyedRows
from launchready.launch.lanes import SIGNING
from launchready.wording import terms

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LAUNCH, DECISION, DATE, FIRST_LANE = range(4)


class LaunchesModel(QAbstractTableModel):
    """Columns: launch, decision, launch day, and the gates of each signing lane. Its paths are unique."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[str, Held] = {}
        self._now = dt.datetime.min.replace(tzinfo=dt.UTC)
        self._text = ""
        self._archived = False
        self._rows = KeyedRows[Held](self)

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_launches(self, found: Iterable[Held], now: dt.datetime) -> None:
        self._all = {held.path: held for held in found}
        self._now = now
        self._arrange()

    def take(self, held: Held) -> None:
        """Takes in what was read of one file."""
        if held.path in self._all:
            self._all[held.path] = held
            self._arrange()

    def choose(self, *, text: str | None = None, archived: bool | None = None) -> None:
        self._text = self._text if text is None else text.casefold().strip()
        self._archived = self._archived if archived is None else archived
        self._arrange()

    def count(self, *, archived: bool) -> int:
        return sum(held.archived is archived for held in self._all.values())

    def _arrange(self) -> None:
        """Nearest launch day first, those gone by last; what can't be opened at the end."""
        shown = [held for held in self._all.values() if held.archived is self._archived and self._matches(held)]
        shown.sort(key=lambda held: (bool(held.problem), held.days < 0, abs(held.days), held.name.casefold()))
        self._rows.show(shown, [held.path for held in shown])
        if shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, self.columnCount() - 1))

    def _matches(self, held: Held) -> bool:
        return self._text in f"{held.name} {held.path.rpartition('/')[2]}".casefold()

    def held(self, row: int) -> Held | None:
        return self._rows.items[row] if 0 <= row < len(self._rows.items) else None

    def row_of(self, path: str) -> int:
        return self._rows.row_of(path)

    # -- in words -----------------------------------------------------------------------------------------------

    def remark(self, held: Held) -> str:
        """What stands below the name: `Tier 1 · edited 2 h ago`, or why it can't be opened."""
        if held.problem:
            return held.problem
        if held.look is None:
            return self.tr("Being read…")
        tier = self.tr("Tier {tier}").format(tier=held.tier)
        return f"{tier} · " + self.tr("edited {when}").format(when=self._ago(held))

    def _ago(self, held: Held) -> str:
        if held.edited is None:
            return ""
        return days.ago(held.edited, self._now)

    def date_words(self, held: Held) -> tuple[str, str]:
        """`8 Dec` and `T−16`."""
        if held.look is None:
            return "", ""
        return days.near(held.date, held.day), terms.offset(-held.days)

    def lane_words(self, held: Held, lane: int) -> str:
        if held.look is None:
            return ""
        done, total = held.lanes[lane]
        return self.tr("{done} of {total}").format(done=done, total=total) if total else self.tr("no gates")

    def _words(self, held: Held, column: int) -> str:
        if column == LAUNCH:
            return held.name
        if column == DECISION:
            return self.tr("Can't be opened") if held.problem else held.look.text if held.look else ""
        if column == DATE:
            return " ".join(self.date_words(held)).strip()
        return self.lane_words(held, column - FIRST_LANE)

    # -- Qt -----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows.items)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else FIRST_LANE + len(SIGNING)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = [
            self.tr("Launch"),
            self.tr("Decision"),
            self.tr("Launches"),
            *(terms.lane(lane.id) for lane in SIGNING),
        ]
        return titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        held = self.held(index.row()) if index.isValid() else None
        if held is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(held, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(held, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{held.problem}\n{held.path}" if held.problem else held.path
        return None

    def _spoken(self, held: Held, column: int) -> str:
        """With its column's name, since no header is heard; the remark too, in the first."""
        words = self._words(held, column)
        if column == LAUNCH:
            return f"{words}, {self.remark(held)}"
        return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {words}" if words else ""
