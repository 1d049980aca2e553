"""Where a row's task stands: by its status category, its resolution, its status word, a tick or date, a percentage."""

from __future__ import annotations

import datetime

from launchready.exchange.cells import Cell, text_of
from launchready.exchange.checklist import ChecklistStatus
from launchready.exchange.dates import read_due
from launchready.exchange.gathering import Gathering
from launchready.exchange.status_words import read_status
from launchready.exchange.tables.columns import Columns
from launchready.exchange.tables.rows import TaskRow
from launchready.exchange.tables.task_cells import is_number, read_category, read_resolution, read_share

Standing = tuple[ChecklistStatus | None, str]


class StatusColumns:
    """Reads the columns that tell how far a task is."""

    def __init__(self, columns: Columns, gathering: Gathering, product: str) -> None:
        ticked_first = product in ("asana", "trello")
        order = ("completed", "status", "progress") if ticked_first else ("status", "completed", "progress")
        self._places = {field: columns.first(field) for field in ("category", "resolution", *order)}  # type: ignore[arg-type]
        self._order = [field for field in order if self._places[field] >= 0]
        self._used = [place for place in self._places.values() if place >= 0]
        self._names = columns.names
        self._gathering = gathering
        self._open_says_nothing = product == "trello"  # a card that isn't ticked stands where its list says
        self._wholes: dict[str, float] = {}

    def standings(self, rows: list[TaskRow], places: list[str]) -> list[Standing]:
        """For each row its status and a word for a note; the status is None where no column tells it."""
        if not self._used:
            return [(None, "")] * len(rows)
        self._scale(rows)
        known: dict[tuple[Cell, ...], Standing] = {}
        again: dict[tuple[Cell, ...], int] = {}
        used = self._used
        found = []
        for row, place in zip(rows, places, strict=True):
            cells = row.cells
            key = (cells[used[0]],) if len(used) == 1 else tuple([cells[at] for at in used])
            standing = known.get(key)
            if standing is None:
                standing = known[key] = self._read(row, place)
            else:
                again[key] = again.get(key, 0) + 1
            found.append(standing)
        self._count(again)
        return found

    def _scale(self, rows: list[TaskRow]) -> None:
        """Finds whether all of a task is 1 or 100, from the largest number."""
        for field in ("progress", "completed"):
            place = self._places.get(field, -1)
            cells = [row.cells[place] for row in rows if is_number(row.cells[place])] if place >= 0 else []
            whole = 100.0 if cells and max(float(text_of(cell)) for cell in cells) > 1 else 1.0
            self._wholes[field] = whole

    def _count(self, again: dict[tuple[Cell, ...], int]) -> None:
        """Tells how often each word stood there."""
        if self._places["status"] >= 0:
            at = self._used.index(self._places["status"])
            for key, times in again.items():
                if said := text_of(key[at]).strip():
                    self._gathering.count_statuses({said: times})

    def _read(self, row: TaskRow, place: str) -> Standing:
        category = read_category(self._text(row, "category"))
        resolution = read_resolution(self._text(row, "resolution"))
        said = self._text(row, "resolution") if resolution == "not-applicable" else ""
        if category == "done":
            self._word(row, place, quietly=True)
            return "done", f"Resolution: {said}" if said else ""
        if category is None and resolution is not None:
            self._word(row, place, quietly=True)
            return resolution, said
        if category is not None:
            word = self._word(row, place, quietly=True)
            blocked = word in ("blocked", "not-applicable")
            return (word if blocked else category), self._text(row, "status") if blocked else ""
        for field in self._order:
            status = self._by(field, row, place)
            if status is not None and (status == "done" or field != "completed" or not self._open_says_nothing):
                return status, self._text(row, field) if status in ("blocked", "not-applicable") else ""
        return "to-do", ""

    def _by(self, field: str, row: TaskRow, place: str) -> ChecklistStatus | None:
        if field == "status":
            return self._word(row, place)
        cell = row.cells[self._places[field]]
        if isinstance(cell, (datetime.date, datetime.datetime)):
            return "done"
        if not text_of(cell).strip():
            return None
        share = read_share(cell, self._wholes[field])
        if share is not None:
            return share
        text = text_of(cell).strip()
        status, how = read_status(text)
        if how == "known" and text.casefold() not in self._gathering.said_statuses:
            return status
        if any(sign.isdigit() for sign in text) and read_due(text).problem != "unread":
            return "done"
        return self._gathering.status(text, place, self._names[self._places[field]], row=row.number)

    def _word(self, row: TaskRow, place: str, *, quietly: bool = False) -> ChecklistStatus | None:
        """The status word's meaning; `quietly` where something surer decides, so that it asks nothing."""
        text = self._text(row, "status")
        if not text:
            return None
        column = self._names[self._places["status"]]
        if quietly and read_status(text)[1] == "unknown" and text.casefold() not in self._gathering.said_statuses:
            return None
        return self._gathering.status(text, place, column, row=row.number)

    def _text(self, row: TaskRow, field: str) -> str:
        place = self._places[field]
        return text_of(row.cells[place]).strip() if place >= 0 else ""
