"""Cells of a table as text, whatever a spreadsheet or a text file keeps them as."""

from __future__ import annotations

import datetime
import re

import msgspec

Cell = str | int | float | bool | datetime.date | datetime.datetime | datetime.time | datetime.timedelta

LONGEST_CELL = 131_072
_SURROGATES = re.compile("[\ud800-\udfff]")


class Sheet(msgspec.Struct, kw_only=True):
    """A table as it stands in a file: `rows[0]` is row `first`; `part` names one of the tables side by side. `merged`
    are (first row, first column, last row, last column), from 0; `faults` says of cells why they hold nothing: an error
    such as `#REF!`, or `formula`. `links` and `indents` are what cells link to and how far in they stand, by (row,
    column), too. `named`: the first row is known to name the columns. `hidden_rows` are numbers."""

    name: str
    part: str = ""
    rows: list[list[Cell]]
    merged: list[tuple[int, int, int, int]] = []
    faults: dict[tuple[int, int], str] = {}
    links: dict[tuple[int, int], str] = {}
    indents: dict[tuple[int, int], int] = {}
    first: int = 1
    named: bool = False
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()


def text_of(cell: Cell) -> str:
    """A cell as people read it: 3.0 is 3, TRUE is true, a midnight has no clock."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime.datetime):
        midnight = cell.time() == datetime.time()
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
    return str(cell)


def letter_of(column: int) -> str:
    """What a spreadsheet calls a column: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def whole_text(text: str) -> str:
    """Text without halves of characters that no file could be written with."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text) if not text.isascii() else text
