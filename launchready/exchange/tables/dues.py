"""When the tasks of a table are due."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import repeat

from launchready.exchange.cells import Cell, text_of
from launchready.exchange.checklist import ChecklistDue
from launchready.exchange.gathering import Gathering
from launchready.exchange.reading import is_placeholder
from launchready.exchange.tables.columns import Columns
from launchready.exchange.tables.rows import TaskRow
from launchready.exchange.tables.serials import date_of_number

Due = tuple[ChecklistDue | None, str]
_NO_DUE: Due = (None, "")


def dues_of(rows: list[TaskRow], places: list[str], columns: Columns, gathering: Gathering) -> Iterable[Due]:
    """For each row its due, and what a note keeps of one that was not understood."""
    place = columns.first("due")
    if place < 0:
        return repeat(_NO_DUE, len(rows))
    known: dict[Cell, Due] = {"": _NO_DUE}
    found = []
    for number, row in enumerate(rows):
        cell = row.cells[place]
        due = known.get(cell)
        if due is None or due[1]:  # what was not understood is told of each row
            due = known[cell] = _read(cell, row.number, places[number], columns.names[place], gathering)
        found.append(due)
    return found


def _read(cell: Cell, number: int, place: str, column: str, gathering: Gathering) -> Due:
    if isinstance(cell, datetime.datetime):
        return ChecklistDue(date=cell.date()), ""
    if isinstance(cell, datetime.date):
        return ChecklistDue(date=cell), ""
    text = text_of(cell).strip()
    serial = date_of_number(text)
    if serial:
        return ChecklistDue(date=serial), ""
    if is_placeholder(text):
        return _NO_DUE
    due, note = gathering.due(text, place, column, row=number)
    if due and due.date:
        gathering.note_order(text, due.date)
    return due, note
