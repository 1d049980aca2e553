"""The tables of the annex as the PDF's template takes them.

A launch of 1,000 tasks has tens of thousands of runs of text, and what a template asks of each one costs more than
setting it. So all that can be known before is decided here, and a cell that comes again is made once: names, days and
states are most of them. A run is a string where it is plain, otherwise a list of its kind and its text.
"""

from __future__ import annotations

from typing import Any

from launchready.exchange.summary_blocks import Cell, Column, Facts, Line, Span, Table
from launchready.exchange.summary_lines import Lines

Run = str | list[str]
Encoded = list[Run] | dict[str, Any]
"""The runs of a cell, and what is special about it, if anything."""

_KINDS = {"strong": "s", "muted": "m", "alert": "a", "mono": "f"}
_FIGURES = ("Due", "Done", "Rule")  # columns of figures that stand under each other
_SHARE = 24  # characters that a column without a width has room for at least
_FACT = 40  # characters that a fact has room for at least
_TALL = 40  # lines: what is taller may break between pages
_WIDTH = 493.2  # points between the margins of the page
_INSET = 5  # points on either side of a column, but not at the margins


class Runs:
    """Encodes tables and facts; lines that come again are encoded once.

    `lean` tables are set without kerning, and a row has a fixed height where it is known how many lines it takes.
    """

    def __init__(self, *, lean: bool = False) -> None:
        self.lean = lean
        self._lines: dict[Line, tuple[list[Run], int]] = {}

    def table(self, table: Table) -> dict[str, Any]:
        """What `data-table` of the template reads: `cells`, and in each group its rows: the numbers of their cells
        among them, and of each row its lines, 0 where they are not known."""
        columns = [_column(column) for column in table.columns]
        rows = _Rows(self, columns)
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
            "lean": self.lean,
        }

    def facts(self, facts: Facts) -> dict[str, Any]:
        """What `fact-list` of the template reads."""
        return {
            "type": "facts",
            "title": self.cell((facts.title,), 0),
            "pairs": [(term, self.cell(cell, _FACT)) for term, cell in facts.pairs],
            "tall": sum(_about(cell, _FACT) for _, cell in facts.pairs) > _TALL,
        }

    def cell(self, cell: Cell, limit: int, **special: bool) -> Encoded:
        """`limit` is of characters without a space, beyond which they break anywhere; 0 where there is none."""
        runs: list[Run] = []
        longest = 0
        for spans in cell:
            more, word = self._line(spans)
            longest = max(longest, word)
            for run in ("\n", *more) if runs else more:
                _join(runs, run)
        breaks = limit if 0 < limit <= longest else 0
        return {"runs": runs, "limit": breaks, **special} if breaks or any(special.values()) else runs

    def _line(self, spans: Line) -> tuple[list[Run], int]:
        known = self._lines.get(spans)
        if known is None:
            runs = [run for span in spans for run in _runs(span)]
            words = [longest_word(span.text) for span in spans if span.style != "mono"]
            known = self._lines[spans] = runs, max(words, default=0)
        return known


class _Rows:
    """The rows of a table; `cells` are those that they are made of, each once."""

    def __init__(self, runs: Runs, columns: list[dict[str, Any]]) -> None:
        self.cells: list[Encoded] = []
        self._runs = runs
        self._columns = columns
        self._counters = _counters(columns) if runs.lean else None
        self._known: dict[tuple[int, Cell], tuple[int, int, bool]] = {}

    def made(self, row: tuple[Cell, ...]) -> tuple[list[int], int]:
        """The numbers of its cells, and its lines."""
        found = [self._known.get(key) or self._added(*key) for key in enumerate(row)]
        if any([tall for _, _, tall in found]):
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
        unknown = self._runs.lean and not lines
        return self._runs.cell(cell, limit, figures=column["figures"], tall=tall, unknown=unknown)


def _counters(columns: list[dict[str, Any]]) -> list[Lines]:
    widths = [column["width"] for column in columns]
    share = (_WIDTH - sum(widths)) / max(1, widths.count(0))
    inner = [2 * _INSET] * len(columns)
    inner[0] -= _INSET
    inner[-1] -= _INSET
    rooms = [(width or share) - inset for width, inset in zip(widths, inner, strict=True)]
    return [Lines(room, tabular=column["figures"]) for room, column in zip(rooms, columns, strict=True)]


def _about(cell: Cell, limit: int) -> float:
    """About how many lines it takes, at so many characters a line."""
    length = sum([len(span.text) for spans in cell for span in spans])
    return len(cell) + length // (limit * 0.6)


def longest_word(text: str) -> int:
    """Characters without a space between them."""
    return max(map(len, text.split()), default=0)


def _join(runs: list[Run], run: Run) -> None:
    """Adds a run, to the one before where that is set alike: a new line is in whatever style is at hand."""
    last = runs[-1] if runs else None
    if isinstance(last, str):
        if isinstance(run, str):
            runs[-1] = last + run
            return
    elif last is not None and last[0] in "sm":
        if run == "\n":
            runs[-1] = [last[0], last[1] + "\n"]
            return
        if run[0] == last[0] and not isinstance(run, str):
            runs[-1] = [last[0], last[1] + run[1]]
            return
    runs.append(run)


def _column(column: Column) -> dict[str, Any]:
    limit = max(4, int((column.width - 8) / 4.7)) if column.width else _SHARE
    return {
        "title": column.title,
        "breaks": limit if longest_word(column.title) >= limit else 0,
        "width": column.width,
        "align": column.align,
        "limit": limit,
        "figures": column.title in _FIGURES,
    }


def _runs(span: Span) -> list[Run]:
    mark: list[Run] = [["k", span.mark]] if span.mark else []
    if span.href:
        return [*mark, ["l", span.text, span.href]]
    if span.lane:
        return [*mark, ["c", span.text, span.lane]]
    if span.style != "plain":
        return [*mark, [_KINDS[span.style], span.text]]
    return [*mark, span.text] if span.text else mark
