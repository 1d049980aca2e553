"""The log as a table, newest first, filtered by topic, person, time and text."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchready.desktop import days
from launchready.desktop.models.updating import KeyedRows
from launchready.desktop.timeline import Timeline, Told
from launchready.launch.model import Launch
from launchready.wording.language import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
WHEN, WHO, WHAT = range(3)
SPANS = {"all": None, "today": 0, "week": 7, "month": 30}
"""How many days back an entry may lie, by the id of the choice."""


class HistoryModel(QAbstractTableModel):
    """Three columns: when, who, what."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = KeyedRows[Told](self)
        self._timeline: Timeline | None = None
        self._launch = Launch()
        self._today = dt.date.min
        self._hays: list[str] = []
        self._known = 0
        self.topic, self.person, self.back, self.text = "all", "", "all", ""

    def show(self, timeline: Timeline, launch: Launch, today: dt.date) -> None:
        """Takes in what is told by now."""
        if timeline is not self._timeline:
            self._timeline, self._hays, self._known = timeline, [], 0
        self._launch, self._today = launch, today
        new = timeline.told[self._known :]
        self._known = len(timeline.told)
        self._arrange()
        if any(told.sealed.entry.undoes for told in new) and self._rows.items:
            self.dataChanged.emit(self.index(0, WHEN), self.index(self.rowCount() - 1, WHAT))

    def choose(
        self, *, topic: str | None = None, person: str | None = None, back: str | None = None, text: str | None = None
    ) -> None:
        self.topic = self.topic if topic is None else topic
        self.person = self.person if person is None else person
        self.back = self.back if back is None else back
        self.text = self.text if text is None else text.casefold().strip()
        self._arrange()

    def _arrange(self) -> None:
        told = self._timeline.told if self._timeline is not None else []
        shown = told
        if self.text:
            hays = self._haystacks(told)
            shown = [each for each in shown if self.text in hays[each.number]]
        if self.topic != "all":
            shown = [each for each in shown if self.topic in each.topics]
        if self.person:
            shown = [each for each in shown if each.sealed.entry.by.name == self.person]
        reach = SPANS[self.back]
        if reach is not None:
            first = self._today - dt.timedelta(days=reach)
            shown = [each for each in shown if self._day(each) >= first]
        newest = shown[::-1]
        self._rows.show(newest, [each.sealed.hash for each in newest])

    def _day(self, told: Told) -> dt.date:
        return days.local(self._launch, told.sealed.entry.at).date()

    def _haystacks(self, told: list[Told]) -> list[str]:
        """What the text filter searches, one string an entry: what, who, and the hash."""
        for each in told[len(self._hays) :]:
            self._hays.append(f"{each.words} {each.sealed.entry.by.name} {each.sealed.hash}".casefold())
        return self._hays

    # -- questions ----------------------------------------------------------------------------------------------

    def people(self) -> list[str]:
        """Who wrote entries, by name."""
        told = self._timeline.told if self._timeline is not None else []
        return sorted({each.sealed.entry.by.name for each in told}, key=str.casefold)

    def total(self) -> int:
        return self._known

    def entry(self, row: int) -> Told | None:
        return self._rows.items[row] if 0 <= row < len(self._rows.items) else None

    def row_of(self, hash_: str) -> int:
        return self._rows.row_of(hash_)

    def is_mine(self, told: Told) -> bool:
        return self._timeline is not None and self._timeline.is_mine(told)

    def is_undone(self, told: Told) -> bool:
        return self._timeline is not None and self._timeline.is_undone(told.sealed.hash)

    def when(self, told: Told) -> str:
        at = days.local(self._launch, told.sealed.entry.at)
        return f"{days.near(at.date(), self._today)}, {at:%H:%M}"

    # -- Qt -----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows.items)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        told = self._rows.items[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == WHEN:
            marks = [tr("by you")] if self.is_mine(told) else []
            marks += [tr("undone")] if self.is_undone(told) else []
            return ", ".join((told.words, told.sealed.entry.by.name, self.when(told), *marks))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (self.when(told), told.sealed.entry.by.name, told.words)[index.column()]
        return told.words if role == Qt.ItemDataRole.ToolTipRole and index.column() == WHAT else None
