"""Which row of a table names its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, compress

from launchready.exchange.cells import Cell, Sheet, text_of
from launchready.exchange.tables.headings import DESCRIBES, INSTEAD, field_of, may_be_title, plain
from launchready.exchange.understood import Options

_HEADER_WITHIN = 60
_ROWS_AFTER_HEADER = 15
_TELL = frozenset(("due", "status", "progress", "completed"))
_WIDEST_HEADER = 1_000


def find_header(sheet: Sheet, options: Options) -> int | None:
    """The index of the row that names the columns: the one that names most fields, a title among them."""
    best = header_score(sheet.rows, options)
    return best[1] if best else None


def joined_header(sheet: Sheet, header: int) -> int:
    """Where the columns' names end: a second row may part a heading, `Dates` into `Start` and `End`."""
    rows = sheet.rows
    if header < 0 or header + 1 >= len(rows):
        return header
    above = [*rows[header], *[""] * (len(rows[header + 1]) - len(rows[header]))]
    below = [*rows[header + 1], *[""] * (len(above) - len(rows[header + 1]))]
    fields = [field_of(text_of(cell)) for cell in above]
    named = [(at, cell) for at, cell in enumerate(below) if cell != ""]
    if not all(isinstance(cell, str) and fields[at] is None for at, cell in named):
        return header
    if not any(above[at] == "" and field_of(text_of(cell)) for at, cell in named):
        return header
    rows[header + 1] = [under if under != "" else over for over, under in zip(above, below, strict=True)]
    return header + 1


def header_score(rows: Sequence[Sequence[Cell]], options: Options) -> tuple[int, int] | None:
    """How many fields the best row among the first names, and which it is."""
    said = {name.strip().casefold() for name, field in options.columns.items() if field == "title"}
    best: tuple[int, int] | None = None
    seen = widest = 0
    for index, row in enumerate(rows):
        filled = _filled(row)
        if not filled:
            continue
        score = _score(filled, said)
        beside = _with_same_title(row, [*rows[max(0, index - 1) : index], *rows[index + 1 : index + 2]])
        if score and any(_score(_filled(other), said) >= score for other in beside):
            score = 0
        if score == 1 and seen and (len(filled) <= max(1, widest) or any(text.isdecimal() for text in filled)):
            score = 0
        if score and (best is None or score > best[0]):
            best = (score, index)
        seen, widest = seen + 1, max(widest, len(filled))
        if seen >= _HEADER_WITHIN or (best and best[0] > 2 and index - best[1] >= _ROWS_AFTER_HEADER):
            break
    return best


def _filled(row: Sequence[Cell]) -> list[str]:
    return [text for cell in row if (text := " ".join(text_of(cell).split()))][:_WIDEST_HEADER]


def _with_same_title(row: Sequence[Cell], around: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    """The rows beside one in which what would name the column of titles stands, too: as a kind, `Issue`, does."""
    titles = [at for at, cell in enumerate(row) if (known := field_of(text_of(cell))) and known[0] == "title"]
    return [other for other in around if other != row and any(other[at : at + 1] == row[at : at + 1] for at in titles)]


def _score(texts: list[str], said: set[str]) -> int:
    """How many fields a row names; 0 for a row that can't be a header."""
    found = {known[0] for text in texts if (known := field_of(text))}
    titled = "title" in found or any(text.casefold() in said for text in texts)
    if not titled and len(found) >= 2:
        titled = any(may_be_title(text) for text in texts) or any(plain(text).startswith(DESCRIBES) for text in texts)
        titled = titled or (
            found >= {"owner", "area"} and len(found & _TELL) > 0 and not INSTEAD.isdisjoint(map(plain, texts))
        )
    return len(found | {"title"}) if titled else 0


def known_beside(headers: Sequence[str], values: Sequence[Sequence[str]]) -> list[int]:
    """For each column how many known ones stand in its block, which empty columns part from others."""
    known = [bool(field_of(header)) for header in headers]
    blocks = list(accumulate(not (header or held) for header, held in zip(headers, values, strict=True)))
    counts = Counter(compress(blocks, known))
    return [counts[block] for block in blocks]
