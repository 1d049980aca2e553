"""The tables of the annex as the PDF's template takes them.

A launch of 1,000 tasks has tens of thousands of runs of text, and what a template asks of each one costs more than
setting it. So all that can be known before is decided here, and a cell that comes again is made once: names, days and
states are most of them. A run is a string where it is plain, otherwise a list of its kind and its text.
"""

from __future__ import annotations

from typing import Any

from launchready.exchange.summary_blocks import Cell, Column, Line, Span, Table

Run = str | list[str]

_KINDS = {"strong": "s", "muted": "m", "alert": "a", "mono": "f"}
_FIGURES = ("Due", "Done", "Rule")  # columns of figures that stand under each other
_SHARE = 24  # characters that a column without a width has room for at least
_TALL = 40  # lines: a row of more may break between pages


class Runs:
    """Encodes tables; lines that come again are encoded once."""

    def __init__(self) -> None:
        self._lines: dict[Line, tuple[list[Run], int]] = {}

    def table(self, table: Table) -> dict[str, Any]:
        """What `data-table` of the template reads: `cells`, and each row as the numbers of its cells among them."""
        columns = [_column(column) for column in table.columns]
        kinds = [(column["limit"], column["figures"]) for column in columns]
        cells: dict[tuple[Cell, int, bool, bool], int] = {}
        groups = []
        for group in table.groups:
            numbers: list[int] = []
            for row in group.rows:
                tall = any(_lines(cell, limit) > _TALL for cell, (limit, _) in zip(row, kinds, strict=True))
                for cell, (limit, figures) in zip(row, kinds, strict=True):
                    numbers.append(cells.setdefault((cell, limit, figures, tall), len(cells)))
            groups.append((group.title, numbers))
        made = [self._cell(*key) for key in cells]
        return {"type": "table", "title": table.title, "columns": columns, "cells": made, "groups": groups}

    def _cell(self, cell: Cell, limit: int, figures: bool, tall: bool) -> list[Run] | dict[str, Any]:
        """Its runs, and what is special about it, if anything: `limit` is 0 where no word is longer than the column."""
        runs: list[Run] = []
        longest = 0
        for spans in cell:
            more, word = self._line(spans)
            longest = max(longest, word)
            for run in ("\n", *more) if runs else more:
                _join(runs, run)
        if longest < limit and not figures and not tall:
            return runs
        return {"runs": runs, "limit": limit if longest >= limit else 0, "figures": figures, "tall": tall}

    def _line(self, spans: Line) -> tuple[list[Run], int]:
        known = self._lines.get(spans)
        if known is None:
            runs = [run for span in spans for run in _runs(span)]
            words = [len(word) for span in spans for word in span.text.split()]
            known = self._lines[spans] = runs, max(words, default=0)
        return known


def _lines(cell: Cell, limit: int) -> float:
    """About how many lines it takes; few enough to be told at once, mostly."""
    length = sum([len(span.text) for spans in cell for span in spans])
    return len(cell) + length // (limit * 0.6)


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
