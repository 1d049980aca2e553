"""What only tables that Launchready wrote hold: dues as they were set, evidence as lines, guarded text."""

from __future__ import annotations

import datetime
import re
from collections import Counter

from launchready.exchange.cells import Cell, Sheet, text_of
from launchready.exchange.checklist import ChecklistDue, Link
from launchready.exchange.dates import read_due
from launchready.exchange.table_cells import read_gating
from launchready.exchange.table_rows import TaskRow

_WORKDAYS = re.compile(r"\s*\(workdays\)\s*$")
_EVIDENCE = re.compile(r"(?P<label>.*?)(?:\s*<(?P<link>[^<>\s]*)>)?(?:\s+\N{MIDDLE DOT}\s.*)?")
_FURTHEST_SHIFT = 2


class OwnDues:
    """Dues from the day that counts and from what was set beside it: the day stands only where somebody edited it.

    The day that counts of a gate is never after the go/no-go, whatever was set; that is no edit.
    """

    def __init__(self, rows: list[TaskRow], due: int, as_set: int, gating: int) -> None:
        self._due, self._as_set, self._gating = due, as_set, gating
        days: Counter[datetime.date] = Counter()
        gates = []
        for row in rows:
            day, offset = self._day(row), _offset(row.cells[as_set])
            if day and offset and offset.offset is not None and not offset.workday:
                days[day - datetime.timedelta(days=offset.offset)] += 1
            if day and self._is_gate(row):
                gates.append(day)
        self._launch = days.most_common(1)[0][0] if days else None
        self._limit = max(gates, default=None)

    def due(self, row: TaskRow) -> ChecklistDue | None:
        """What was set, or the day beside it where that was edited."""
        said, day = _offset(row.cells[self._as_set]), self._day(row)
        limited = day is not None and self._is_gate(row) and day == self._limit
        if said is None:
            return ChecklistDue(date=day) if day and not limited else None
        expected = said.date
        if said.offset is not None and self._launch is not None:
            expected = self._launch + datetime.timedelta(days=said.offset)
        if day is None or expected is None or (limited and expected > day):
            return said
        shift = abs((day - expected).days)
        return said if shift == 0 or (said.workday and shift <= _FURTHEST_SHIFT) else ChecklistDue(date=day)

    def _day(self, row: TaskRow) -> datetime.date | None:
        return _day(row.cells[self._due]) if self._due >= 0 else None

    def _is_gate(self, row: TaskRow) -> bool:
        return self._gating >= 0 and read_gating(text_of(row.cells[self._gating])) is True


def evidence_lines(text: str) -> list[Link]:
    """Evidence as it was written, one a line: `label <link> · note`."""
    found = []
    for line in text.split("\n"):
        match = _EVIDENCE.fullmatch(line.strip())
        if match and (match["label"] or match["link"]):
            found.append((match["label"].strip(), match["link"] or ""))
    return found


def unguard(sheets: list[Sheet]) -> None:
    """Takes away the apostrophe before text that a spreadsheet would have run as a formula."""
    from launchready.exchange.task_columns import unguarded

    for sheet in sheets:
        for row in sheet.rows:
            for place, cell in enumerate(row):
                if isinstance(cell, str) and cell.startswith("'"):
                    row[place] = unguarded(cell)


def _day(cell: Cell) -> datetime.date | None:
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, datetime.date):
        return cell
    reading = read_due(text_of(cell)).due if cell != "" else None
    return reading.date if reading else None


def _offset(cell: Cell) -> ChecklistDue | None:
    if isinstance(cell, (datetime.date, datetime.datetime)):
        return ChecklistDue(date=_day(cell))
    text = text_of(cell)
    due = read_due(_WORKDAYS.sub("", text)).due if text.strip() else None
    if due is not None and due.offset is not None:
        return ChecklistDue(offset=due.offset, workday=_WORKDAYS.search(text) is not None)
    return due
