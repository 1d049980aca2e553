"""How wide the columns of the annex are: no wider than what stands in them, and the text beside them gets the rest."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import msgspec

from launchready.exchange.summary.blocks import Column, Line, Section, Span, Table
from launchready.exchange.summary.lines import width_of
from launchready.exchange.summary.runs import INSET, is_of_figures
from launchready.exchange.summary.words import clipped

_PARTIES_WIDTH = 330  # points that the parties of the RACI grid share beside its activities
_SLACK = 1  # point: kerning is not counted, and may be more than it takes away


def fitted(section: Section) -> Section:
    """The section with columns as wide as they need to be; tables of the same columns stay alike."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    columns = {columns: _columns(columns, tables) for columns in {table.columns for table in tables}}
    blocks = [
        msgspec.structs.replace(block, columns=columns[block.columns]) if isinstance(block, Table) else block
        for block in section.blocks
    ]
    return msgspec.structs.replace(section, blocks=tuple(blocks))


def _columns(columns: tuple[Column, ...], tables: list[Table]) -> tuple[Column, ...]:
    if any(column.align == "center" for column in columns):
        return (columns[0], *_parties(columns[1:]))
    inset = [INSET if at in (0, len(columns) - 1) else 2 * INSET for at in range(len(columns))]
    return tuple(_narrowed(column, inset[at], _lines(column, at, columns, tables)) for at, column in enumerate(columns))


def _narrowed(column: Column, inset: float, lines: Iterable[Line]) -> Column:
    """As wide as the longest of the lines, and never wider than it was."""
    room = column.width - inset - _SLACK
    widest = 0.0
    for line in lines if column.width else ():
        widest = max(widest, width_of(line, tabular=is_of_figures(column)))
        if widest >= room:
            return column
    return msgspec.structs.replace(column, width=math.ceil(widest + inset + _SLACK)) if column.width else column


def _lines(column: Column, at: int, columns: tuple[Column, ...], tables: list[Table]) -> Iterator[Line]:
    """The title of a column, and each line that stands in it once."""
    yield (Span(column.title, "strong"),)
    seen: set[Line] = set()
    for table in tables:
        if table.columns == columns:
            for group in table.groups:
                for row in group.rows:
                    for line in row[at]:
                        if line not in seen:
                            seen.add(line)
                            yield line


def _parties(columns: tuple[Column, ...]) -> Iterator[Column]:
    """Each gets as much as its longest word needs and all of them can share."""
    wanted = [
        min(64, max(26, 10 + 5 * max((len(word) for word in column.title.split()), default=0))) for column in columns
    ]
    scale = min(1.0, _PARTIES_WIDTH / max(1, sum(wanted)))
    for column, width in zip(columns, wanted, strict=True):
        yield msgspec.structs.replace(column, title=clipped(column.title, 60), width=max(1, int(width * scale)))
