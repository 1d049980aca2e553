"""What stands in a table's cells by other means than their text: merged cells, and what cells link to."""

from __future__ import annotations

from launchready.exchange.cells import Sheet, text_of
from launchready.exchange.tables.columns import Columns
from launchready.exchange.tables.task_cells import read_links

_MOST_FILLED = 200_000
_NOT_CARRIED = frozenset(("title", "id", "wbs", "steps", "level"))


def fill_merged(sheet: Sheet, header: int, columns: Columns) -> None:
    """What stands in a merged cell holds for all rows that it spans: a phase, an owner; but a title is one task."""
    kept = {place for field in _NOT_CARRIED for place in columns.of(field)}  # type: ignore[arg-type]
    left = _MOST_FILLED
    for first, start, last, _ in sheet.merged:
        if last <= first or first <= header or start in kept or start >= len(columns.headers):
            continue
        rows = sheet.rows[first : min(last, len(sheet.rows) - 1) + 1]
        value = rows[0][start] if rows and start < len(rows[0]) else ""
        left -= len(rows)
        if value == "" or left < 0:
            continue
        for row in rows[1:]:
            if start < len(row) and row[start] == "":
                row[start] = value


def add_addresses(sheet: Sheet, header: int, columns: Columns) -> None:
    """What cells for links lead to stands behind their words; in a table of our own it is among them."""
    places = columns.of("link") if sheet.links and columns.first("due_set") < 0 else []
    for (row, place), address in sheet.links.items():
        if place in places and header < row < len(sheet.rows) and place < len(sheet.rows[row]):
            text = text_of(sheet.rows[row][place])
            sheet.rows[row][place] = text if read_links(text) else f"{text} {address}"
