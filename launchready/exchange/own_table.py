"""What only tables that Launchready wrote hold: dues as they were set, evidence as lines, guarded text."""

from __future__ import annotations

import datetime
import re
from collections import Counter

from launchready.exchange.cells import Cell, Sheet, text_of
from launchready.exchange.checklist import ChecklistDue, Link
from launchready.exchange.dates import read_due
from launchready.exchange.table_rows import TaskRow

_WORKDAYS = re.compile(r"\s*\(workdays\)\s*$")
_EVIDENCE = re.compile(r"(?P<label>.*?)(?:\s*<(?P<link>[^<>\s]*)>)?(?:\s+\N{MIDDLE DOT}\s.*)?")
_FURTHEST_SHIFT = 2


def launch_day(rows: list[TaskRow], due: int, as_set: int) -> datetime.date | None:
    """The launch date that most rows agree on, by their day and their days from launch."""
    if due < 0 or as_set < 0:
        return None
    days: Counter[datetime.date] = Counter()
    for row in rows:
        day, offset = _day(row.cells[due]), _offset(row.cells[as_set])
        if day and offset and offset.offset is not None and not offset.workday:
            days[day - datetime.timedelta(days=offset.offset)] += 1
    return days.most_common(1)[0][0] if days else None


def due_as_set(as_set: Cell, due: Cell, launch: datetime.date | None) -> ChecklistDue | None:
    """What was set, unless somebody has edited the day beside it; None if neither column says it."""
    offset, day = _offset(as_set), _day(due)
    if offset is None or offset.offset is None:
        return ChecklistDue(date=day) if day else offset
    if day is None or launch is None:
        return offset
    expected = launch + datetime.timedelta(days=offset.offset)
    shift = abs((day - expected).days)
    return offset if shift == 0 or (offset.workday and shift <= _FURTHEST_SHIFT) else ChecklistDue(date=day)


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
