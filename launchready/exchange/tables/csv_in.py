"""Tables as text, with commas, semicolons or tabs between the cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from launchready.exchange.cells import LONGEST_CELL, Cell, Sheet
from launchready.exchange.checklist import ImportRefused
from launchready.exchange.source import read_text
from launchready.exchange.tables.header import header_score
from launchready.exchange.tables.rows import MAX_ROWS
from launchready.exchange.tables.sheets import read_tables
from launchready.exchange.understood import Options, Understood

if TYPE_CHECKING:
    from _csv import Reader as csv_Reader

DELIMITERS = (",", ";", "\t", "|")
MAX_CELLS = 2_000_000
MAX_BLANK = 100_000
MAX_COLUMNS = 16_384
_SNIFFED = 40
_SNIFFED_ROWS = 60
_HEAD = 200_000
_QUOTED = re.compile(r'"[^"]*"')
_SEP_LINE = re.compile(r"sep=(.)\n", re.I)


def read(path: str | Path, options: Options = Options()) -> Understood:  # noqa: B008 - frozen
    """The checklist in a CSV or TSV file."""
    return read_csv(read_text(path, encoding=options.encoding), str(path), options)


def read_csv(text: str, file: str, options: Options = Options()) -> Understood:  # noqa: B008 - frozen
    """As `read`, for text already at hand."""
    first_row = _SEP_LINE.match(text)
    delimiter = first_row[1] if first_row else _delimiter(text, options)
    _refuse_too_many(text, delimiter, file)
    rows = _rows(text, delimiter, file)
    if _is_one_column(text, delimiter, options):
        rows = [[line] for line in text.split("\n")]
    if first_row and rows:
        rows[0] = []
    return read_tables([Sheet(name="", rows=rows)], file, options, "csv")


def _delimiter(text: str, options: Options) -> str:
    """What parts the cells so that a row names most fields; lists such as `5;6` may hold more of the other signs."""
    usual = delimiter_of(text)
    best, best_score = usual, 0
    for delimiter in dict.fromkeys((usual, *DELIMITERS)):
        if delimiter in text:
            rows = csv.reader(io.StringIO(text[:_HEAD], newline=""), delimiter=delimiter)
            found = _score(rows, options)
            if found > best_score:
                best, best_score = delimiter, found
    return best


def _is_one_column(text: str, delimiter: str, options: Options) -> bool:
    """Lines of prose, of which some hold a comma: no row names columns, and most lines would be one cell."""
    if '"' in text or "\t" in text or len(text) > _HEAD:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    celled = sum(1 for line in lines if delimiter in line)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return 0 < 2 * celled < len(lines) and not _score(rows, options)


def _score(rows: Iterable[list[str]], options: Options) -> int:
    with suppress(csv.Error):
        found = header_score(list(islice(rows, _SNIFFED_ROWS)), options)
        return found[0] if found else 0
    return 0


def delimiter_of(text: str) -> str:
    """What stands between the cells of the first lines, most often and most evenly, quoted text aside."""
    lines = [line for line in _QUOTED.sub("", text[:200_000]).split("\n")[:_SNIFFED] if line.strip()]
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        counts = [line.count(delimiter) for line in lines]
        used = [count for count in counts if count]
        if not used:
            continue
        usual = max(set(used), key=used.count)
        score = usual * used.count(usual) + 0.1 * len(used)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _rows(text: str, delimiter: str, file: str) -> list[list[Cell]]:
    """All records, blank ones too, so that a row's number is that of a spreadsheet."""
    most = MAX_ROWS + MAX_BLANK
    try:
        rows: list[list[Cell]] = list(islice(_reader(text, delimiter), most + 1))  # type: ignore[arg-type]
    except csv.Error as error:
        raise _refusal(str(error), text, delimiter, file) from None
    if len(rows) > most:
        raise ImportRefused("import-too-many-rows", {"file": file, "limit": MAX_ROWS})
    if max(map(len, rows), default=0) > MAX_COLUMNS:
        row = next(number for number, row in enumerate(rows, start=1) if len(row) > MAX_COLUMNS)
        raise ImportRefused("import-too-many-columns", {"file": file, "row": row, "limit": MAX_COLUMNS})
    return rows


def _reader(text: str, delimiter: str) -> csv_Reader:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _refusal(reason: str, text: str, delimiter: str, file: str) -> ImportRefused:
    """What is wrong, and with which record: it is read up to there once more."""
    reader = _reader(text, delimiter)
    line = row = 1
    with suppress(csv.Error):
        for _ in reader:
            line, row = reader.line_num + 1, row + 1
    at: dict[str, str | int] = {"file": file, "line": line, "row": row}
    if "field larger" in reason:
        return ImportRefused("import-cell-too-long", {**at, "limit": LONGEST_CELL})
    if "unexpected end" in reason:
        return ImportRefused("import-quote-unclosed", {**at, "line": line + _lines_before_open_quote(text, line)})
    return ImportRefused("import-quote-misplaced", at)


def _lines_before_open_quote(text: str, line: int) -> int:
    """How many lines after the record's first its unclosed quote stands."""
    record = text.split("\n", line - 1)[-1]
    quotes = [match.start() for match in re.finditer('"', record)]
    opening = quotes[-1] if len(quotes) % 2 else 0
    return record.count("\n", 0, opening)


def _refuse_too_many(text: str, delimiter: str, file: str) -> None:
    """Before any cell is made: a file of commas alone would take a hundred times its size."""
    cells = text.count(delimiter)
    if cells > MAX_CELLS:
        raise ImportRefused("import-too-many-cells", {"file": file, "cells": cells, "limit": MAX_CELLS})
