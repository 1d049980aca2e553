"""Tables on standard output: as wide as the terminal, and unclipped where there is none."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Sequence

import click


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Prints rows under column headings. Into a file or pipe nothing is wrapped or coloured."""
    texts = [[str(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _print_on_terminal(columns, texts)
    else:
        _print_plainly(columns, texts)


def _print_on_terminal(columns: Sequence[str], rows: list[list[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column == "Key")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


def _print_plainly(columns: Sequence[str], rows: list[list[str]]) -> None:
    everything = [list(columns), *([cell.replace("\n", " ") for cell in row] for row in rows)]
    widths = [max(_width(row[index]) for row in everything) for index in range(len(columns))]
    for row in everything:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _width(text: str) -> int:
    """How many columns a text takes: none for marks and joiners, two for the wide characters of East Asia."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(one) in ("Mn", "Me", "Cf") else 1 + (unicodedata.east_asian_width(one) in "WF")
        for one in text
    )
