"""The tables of the annex as the PDF's template takes them.

A launch of 1,000 tasks has tens of thousands of runs of text, and what a template asks of each one costs more than
setting it. So all that can be known before is decided here, and a cell that comes again is made once: names, days and
states are most of them. A run is a string where it is plain, otherwise a list of its kind and its text.
"""

from __future__ import annotations

from typing import Any

from launchready.exchange.summary.blocks import Cell, Column, Facts, Table
from launchready.exchange.summary.lines import Lines

Run = str | list[str]
Encoded = list[Run] | dict[str, Any]
"""The runs of a cell, and what is special about it, if anything."""

_KINDS = {"plain": "", "strong": "s", "muted": "m", "alert": "a", "mono": "f"}
_JOINED = ("", "s", "m")
_FIGURES = ("Due", "Done", "Rule")
_SHARE = 24  # characters that a column without a width has room for at least
_FACT = 40  # characters that a fact has room for at least
_TALL = 40  # lines: what is taller may break between pages
_WIDTH = 493.2  # points between the margins of the page
INSET = 5  # points on either side of a column, but not at the margins


def table(table: Table, *, lean: bool = False) -> dict[str, Any]:
    """What `data-table` of the template reads: `cells`, and in each group its rows: the numbers of their cells among
    them, and of each row its lines, 0 where they are not known.

    A `lean` table is set without kerning, and its rows have a fixed height where it is known how many lines they take.
    """
    columns = [_column(column) for column in table.columns]
    rows = _Rows(columns, lean=lean)
    groups = []
    for group in table.groups:
        made = [rows.made(row) for row in group.rows]
        numbers = [number for row, _ in made for number in row]
        limit = _SHARE if longest_word(group.title) >= _SHARE else 0
        groups.append((group.title, limit, numbers, [lines for _, lines in made]))
    return {
        "type": "table",
        "title": table.title,
        "columns": columns,
        "cells": rows.cells,
        "groups": groups,
        "lean": lean,
    }


def facts(facts: Facts) -> dict[str, Any]:
    """What `fact-list` of the template reads."""
    return {
        "type": "facts",
        "title": _cell((facts.title,), 0),
        "pairs": [(term, _cell(cell, _FACT)) for term, cell in facts.pairs],
        "tall": sum(_about(cell, _FACT) for _, cell in facts.pairs) > _TALL,
    }


class _Rows:
    """The rows of a table; `cells` are those that they are made of, each once."""

    def __init__(self, columns: list[dict[str, Any]], *, lean: bool) -> None:
        self.cells: list[Encoded] = []
        self._columns = columns
        self._counters = _counters(columns) if lean else None
        self._known: dict[tuple[int, Cell], tuple[int, int, bool]] = {}

    def made(self, row: tuple[Cell, ...]) -> tuple[list[int], int]:
        """The numbers of its cells, and its lines."""
        found = [self._known.get(key) or self._added(*key) for key in enumerate(row)]
        if any(tall for _, _, tall in found):
            first = len(self.cells)
            self.cells += [self._encoded(at, cell, 0, tall=True) for at, cell in enumerate(row)]
            return list(range(first, len(self.cells))), 0
        lines = [lines for _, lines, _ in found]
        return [number for number, _, _ in found], max(lines) if all(lines) else 0

    def _added(self, at: int, cell: Cell) -> tuple[int, int, bool]:
        lines = self._counters[at].of(cell) if self._counters else 0
        tall = (lines or _about(cell, self._columns[at]["limit"])) > _TALL
        self.cells.append(self._encoded(at, cell, lines))
        made = self._known[at, cell] = len(self.cells) - 1, lines, tall
        return made

    def _encoded(self, at: int, cell: Cell, lines: int, *, tall: bool = False) -> Encoded:
        column = self._columns[at]
        limit = 0 if lines else column["limit"]
        unknown = self._counters is not None and not lines
        return _cell(cell, limit, figures=column["figures"], tall=tall, unknown=unknown)


def _counters(columns: list[dict[str, Any]]) -> list[Lines]:
    widths = [column["width"] for column in columns]
    share = (_WIDTH - sum(widths)) / max(1, widths.count(0))
    inner = [2 * INSET] * len(columns)
    inner[0] -= INSET
    inner[-1] -= INSET
    rooms = [(width or share) - inset for width, inset in zip(widths, inner, strict=True)]
    return [Lines(room, tabular=column["figures"]) for room, column in zip(rooms, columns, strict=True)]


def _about(cell: Cell, limit: int) -> float:
    """About how many lines it takes, at so many characters a line."""
    length = sum([len(span.text) for spans in cell for span in spans])
    return len(cell) + length // (limit * 0.6)


def longest_word(text: str) -> int:
    """Characters without a space between them."""
    return max(map(len, text.split()), default=0)


def _column(column: Column) -> dict[str, Any]:
    limit = max(4, int((column.width - 8) / 4.7)) if column.width else _SHARE
    return {
        "title": column.title,
        "breaks": limit if longest_word(column.title) >= limit else 0,
        "width": column.width,
        "align": column.align,
        "limit": limit,
        "figures": is_of_figures(column),
    }


def is_of_figures(column: Column) -> bool:
    """Whether it holds figures that stand under each other, and so are of one width."""
    return column.title in _FIGURES


def _cell(cell: Cell, limit: int, **special: bool) -> Encoded:
    """`limit` is of characters without a space, beyond which they break anywhere; 0 where none are as many."""
    if limit:
        words = [longest_word(span.text) for spans in cell for span in spans if span.style != "mono"]
        limit = limit if max(words, default=0) >= limit else 0
    return {"runs": runs(cell), "limit": limit, **special} if limit or any(special.values()) else runs(cell)


def runs(cell: Cell) -> list[Run]:
    """Its lines in one: a new line is in whatever style is at hand, and what is set alike is one run."""
    made: list[list[str]] = []
    for spans in cell:
        if made and made[-1][0] in _JOINED:
            made[-1][1] += "\n"
        elif made:
            made.append(["", "\n"])
        for span in spans:
            if span.mark:
                made.append(["k", span.mark])
            kind = "l" if span.href else "c" if span.lane else _KINDS[span.style]
            if kind in _JOINED and made and made[-1][0] == kind:
                made[-1][1] += span.text
            elif span.text:
                made.append(
                    [kind, span.text, span.href or span.lane or ""] if kind in ("l", "c") else [kind, span.text]
                )
    return [run if run[0] else run[1] for run in made]
