"""The tables of the annex as the PDF's template takes them.

A launch of 1,000 tasks has tens of thousands of runs of text, and what a template asks of each one costs more than
setting it. So all that can be known before is decided here. A run is a string where it is plain, otherwise a list of
its kind and its text; a cell is its runs with `"\\n"` between its lines, or a pair of the longest word that its column
has room for and its runs, where one is longer. A row that is too tall for a page has `true` after its cells.
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
    """Encodes tables; lines that come again, such as names and days, are encoded once."""

    def __init__(self) -> None:
        self._lines: dict[Line, tuple[list[Run], int, int]] = {}

    def table(self, table: Table) -> dict[str, Any]:
        """What `data-table` of the template reads."""
        columns = [_column(column) for column in table.columns]
        limits = [column["limit"] for column in columns]
        groups = [(group.title, [self._row(row, limits) for row in group.rows]) for group in table.groups]
        return {"type": "table", "title": table.title, "columns": columns, "groups": groups}

    def _row(self, row: tuple[Cell, ...], limits: list[int]) -> list[Any]:
        cells: list[Any] = []
        tall = False
        for cell, limit in zip(row, limits, strict=True):
            runs, longest, lines = self._cell(cell, limit)
            tall = tall or lines > _TALL
            cells.append([limit, runs] if longest >= limit else runs)
        return [*cells, True] if tall else cells

    def _cell(self, cell: Cell, limit: int) -> tuple[list[Run], int, float]:
        """Its runs, its longest word, and about how many lines it takes."""
        if len(cell) == 1:
            runs, longest, length = self._line(cell[0])
            return runs, longest, 1 + length // (limit * 0.6)
        runs, longest, lines = [], 0, 0.0
        for spans in cell:
            if runs:
                runs.append("\n")
            more, word, length = self._line(spans)
            runs += more
            longest = max(longest, word)
            lines += 1 + length // (limit * 0.6)
        return runs, longest, lines

    def _line(self, spans: Line) -> tuple[list[Run], int, int]:
        known = self._lines.get(spans)
        if known is None:
            runs = [run for span in spans for run in _runs(span)]
            words = [len(word) for span in spans for word in span.text.split()]
            known = self._lines[spans] = runs, max(words, default=0), sum(len(span.text) for span in spans)
        return known


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
