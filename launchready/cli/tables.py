"""Tables and long lines on standard output: as wide as the terminal, and as they are where there is none."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.table import Table

GAP = 2
"""Blanks between two columns."""


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Prints rows under column headings. Into a file or pipe nothing is wrapped or coloured."""
    texts = [[str(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _print_on_terminal(columns, texts)
    else:
        _print_plainly(columns, texts)


def print_hanging(text: str, indent: int) -> None:
    """Prints a line; on a terminal wrapped between words, with what follows the first line indented."""
    if sys.stdout.isatty():
        import shutil
        import textwrap

        room = shutil.get_terminal_size().columns
        text = textwrap.fill(text, room, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)
    click.echo(text)


def _print_on_terminal(columns: Sequence[str], rows: list[list[str]]) -> None:
    import shutil

    from rich.console import Console

    terminal = shutil.get_terminal_size()
    console = Console(width=terminal.columns, height=terminal.lines)  # by itself it takes a dumb one for 80 wide
    widths = _fitted([columns, *rows], console.width - GAP * (len(columns) - 1))
    console.print(_table(columns, rows, widths) if widths else _blocks(columns, rows, console.width // 3))


def _fitted(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """The widths of the columns in that room, none narrower than its longest word; nothing where that can't be."""
    columns = list(zip(*rows, strict=True))
    least = [max(_width(word) for cell in cells for word in cell.split() or [""]) for cells in columns]
    widths = [max(_width(line) for cell in cells for line in cell.splitlines() or [""]) for cells in columns]
    if sum(least) > room:
        return []
    while sum(widths) > room:
        widest = max((width, index) for index, width in enumerate(widths) if width > least[index])[1]
        widths[widest] -= 1
    return widths


def _table(columns: Sequence[str], rows: list[list[str]], widths: list[int]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, GAP - 1, 0, 0), pad_edge=False, header_style="bold")
    for column, width in zip(columns, widths, strict=True):
        table.add_column(column, width=width, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _blocks(columns: Sequence[str], rows: list[list[str]], most: int) -> Table:
    """Each row as a few lines: the first two cells, then the others under them by name."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, GAP, 0, 0))
    grid.add_column(max_width=most, overflow="fold", style="bold")
    grid.add_column(overflow="fold")
    for key, what, *others in rows:
        named = (f"{column}: {cell}" for column, cell in zip(columns[2:], others, strict=True) if cell)
        grid.add_row(Text(key), Text("\n".join(filter(None, (what, " · ".join(named))))))
    return grid


def _print_plainly(columns: Sequence[str], rows: list[list[str]]) -> None:
    everything = [list(columns), *([cell.replace("\n", " ") for cell in row] for row in rows)]
    widths = [max(_width(row[index]) for row in everything) for index in range(len(columns))]
    for row in everything:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        click.echo((" " * GAP).join(cells).rstrip())


def _width(text: str) -> int:
    """How many columns a text takes: none for marks and joiners, two for the wide characters of East Asia."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(one) in ("Mn", "Me", "Cf") else 1 + (unicodedata.east_asian_width(one) in "WF")
        for one in text
    )
