"""Tables whose first row names no known columns, or names none at all: read by what stands in their columns.

It takes a column of texts and one of statuses, ticks or dates to make that plain; anything less is refused.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from launchready.exchange.cells import Cell, Sheet, text_of
from launchready.exchange.dates import read_due
from launchready.exchange.status_words import TICKS, read_box, read_status
from launchready.exchange.understood import TableField

_LOOKED_AT = 200
_MOST = 0.8
_FEWEST = 2
_WIDEST = 60
_LONGEST_STATUS = 30
_HEADER_WITHIN = 60
_LEVEL = re.compile(r"(?:title|(?:wbs |task |outline )?level) \d", re.I)
_BEGIN = re.compile(r"start|begin|created|raised|opened|reported|logged|updated|modified|assigned", re.I)
_BOXED = re.compile(r"\s*(?:[-*\u2022]\s+)?(?P<box>\[[ xX]?\]|[\u2610\u2611\u2705\u25a1\u2b1c])\ufe0f?\s*(?=\w)")
_TITLES_WITHIN = 6
_LETTERS = re.compile(r"[^\W\d_]{2}")


class Shape(NamedTuple):
    """`header` is the index of the row that names the columns, -1 where none does; `fields` are what columns hold."""

    header: int
    fields: dict[int, TableField]


def shape_of(sheet: Sheet) -> Shape | None:
    """The shape of a sheet, if it is plain."""
    filled = [index for index, row in enumerate(sheet.rows) if sum(cell != "" for cell in row) > 1][:_LOOKED_AT]
    if len(filled) < _FEWEST:
        return None
    rows = [sheet.rows[index] for index in filled]
    width = min(max(map(len, rows)), _WIDEST)
    columns = [[row[at] if at < len(row) else "" for row in rows] for at in range(width)]
    fields: dict[int, TableField] = {}
    named = sheet.named
    for at, cells in sorted(enumerate(columns), key=lambda column: _tells_begin(column[1][0])):
        field = _field_of(cells[1:])
        if field is not None and field not in fields.values():
            fields[at] = field
            named = named or (cells[0] != "" and _field_of(cells[:1]) != field)
    texts = {at: cells[1:] if named else cells for at, cells in enumerate(columns) if at not in fields}
    lengths = {at: _length(cells) for at, cells in texts.items() if _are_texts(cells)}
    spaced = {at: length for at, length in lengths.items() if _mostly(texts[at], lambda cell: " " in text_of(cell))}
    lengths = spaced or lengths
    title = next((at for at, length in lengths.items() if 2 * length >= max(lengths.values())), None)
    if not fields or title is None or (len(filled) == _FEWEST and named):
        return None
    return Shape(filled[0] if named else -1, {title: "title", **fields})


def join_levels(sheet: Sheet) -> None:
    """Where each level of a tree has a column of titles, `Title 1`, `Title 2`, they become one that is indented; where
    rows name their levels above, too, the outermost is the area."""
    for header, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        places = [at for at, cell in enumerate(row) if isinstance(cell, str) and _LEVEL.fullmatch(cell.strip())]
        if len(places) < 2:
            continue
        rows = sheet.rows[header + 1 :]
        if 2 * sum(1 for cells in rows if sum(at < len(cells) and cells[at] != "" for at in places) > 1) > len(rows):
            _name_levels(row, rows, places)
            return
        for cells in (row, *rows):
            held = [(level, at) for level, at in enumerate(places) if at < len(cells) and cells[at] != ""]
            if held and len(cells) > places[0]:
                level, at = held[0]
                title = "Title" if cells is row else "  " * level + text_of(cells[at])
                for _, other in held:
                    cells[other] = ""
                cells[places[0]] = title
        return


def part_boxes(sheet: Sheet) -> None:
    """Where titles begin with a box, `[x] Brief`, the boxes become a column of their own at the right."""
    for at in range(min(_TITLES_WITHIN, max(map(len, sheet.rows), default=0))):
        texts = [row[at] for row in sheet.rows[: 2 * _LOOKED_AT] if at < len(row) and row[at] != ""]
        boxed = [text for text in texts if isinstance(text, str) and _BOXED.match(text)]
        if len(boxed) < _FEWEST or 2 * len(boxed) < len(texts):
            continue
        width = max(map(len, sheet.rows))
        named = False
        for row in sheet.rows:
            cell = row[at] if at < len(row) else ""
            match = _BOXED.match(cell) if isinstance(cell, str) else None
            if match and isinstance(cell, str):
                row[at] = cell[match.end() :]
                row += ["" for _ in range(width - len(row))] + [match["box"]]
            elif not named and cell != "":
                row += ["" for _ in range(width - len(row))] + ["Done"]
                named = True
        return


def _name_levels(header: list[Cell], rows: list[list[Cell]], places: list[int]) -> None:
    first, last = places[0], places[-1]
    for cells in rows:
        held = [at for at in places if at < len(cells) and cells[at] != ""]
        if held and held[-1] != first and last < len(cells):
            cells[last], cells[held[-1]] = cells[held[-1]], "" if held[-1] != last else cells[last]
    for at in places:
        header[at] = "Area" if at == first else "Title" if at == last else ""


def _field_of(cells: Sequence[Cell]) -> TableField | None:
    """What all of these hold: ticks, statuses or dates."""
    values = [cell for cell in cells if text_of(cell).strip()]
    if not values or 2 * len(values) < len(cells):
        return None
    if _mostly(values, _is_tick):
        return "completed"
    if _mostly(values, _is_status):
        return "status"
    return "due" if _mostly(values, _is_date) else None


def _tells_begin(header: Cell) -> bool:
    """Whether a heading is that of a day on which something began, which is due another day."""
    return isinstance(header, str) and _BEGIN.search(header) is not None


def _is_tick(cell: Cell) -> bool:
    return text_of(cell).strip().casefold() in TICKS or read_box(text_of(cell)) is not None


def _is_status(cell: Cell) -> bool:
    text = text_of(cell).strip()
    return len(text) <= _LONGEST_STATUS and read_status(text)[1] == "known"


def _is_date(cell: Cell) -> bool:
    if isinstance(cell, datetime.date):
        return True
    return read_due(text_of(cell)).problem != "unread"


def _are_texts(cells: Sequence[Cell]) -> bool:
    """Whether a column may hold titles: words, nearly each its own."""
    texts = [cell.strip() for cell in cells if isinstance(cell, str) and cell.strip()]
    worded = sum(1 for text in texts if _is_worded(text))
    return worded >= _MOST * len(cells) and len(set(texts)) >= _MOST * len(texts)


def _is_worded(text: str) -> bool:
    """Words rather than an address or a time."""
    return bool(_LETTERS.search(text)) and "://" not in text[:9] and 2 * sum(map(str.isdigit, text)) < len(text)


def _length(cells: Sequence[Cell]) -> float:
    texts = [min(len(cell), 200) for cell in cells if isinstance(cell, str) and cell.strip()]
    return sum(texts) / max(1, len(texts))


def _mostly(values: Sequence[Cell], holds: Callable[[Cell], bool]) -> bool:
    return sum(1 for value in values if holds(value)) >= _MOST * len(values)
