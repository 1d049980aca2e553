"""The lines and rows of the annex as HTML. They stand here and not in the template, because a macro called for each
run of text makes a page of 1,000 tasks several times slower than its words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup

from launchready.exchange.report.report import Mark
from launchready.exchange.summary.blocks import Cell, Column, Group, Line, Span, Table

_SPECIAL = re.compile("[&<>\"']")


def escaped(text: str) -> str:
    """The text with no sign left that HTML could read, as Jinja2 escapes it."""
    if not _SPECIAL.search(text):
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&#34;").replace("'", "&#39;")


class Rows:
    """Writes lines and rows; `shapes` are the drawings of the marks."""

    def __init__(self, shapes: Mapping[Mark, str]) -> None:
        self._shapes = shapes
        self._written: dict[Line, str] = {}  # most lines are a name, a day or a status, and come again

    def line(self, spans: Line) -> Markup:
        """A line of runs."""
        return Markup("".join(map(self._span, spans)))  # noqa: S704 - every text in it is escaped

    def lines(self, cell: Cell) -> Markup:
        """A paragraph a line."""
        return Markup("".join(map(self._paragraph, cell)))  # noqa: S704

    def rows(self, table: Table, group: Group) -> Markup:
        """The rows of a group. The first cell heads its row; a narrow window shows the titles beside the cells."""
        starts = [_start(table, column, number) for number, column in enumerate(table.columns)]
        ends = ["</th>\n", *["</td>\n"] * (len(starts) - 1)]
        written: list[str] = []
        write, known = written.append, self._written.get
        for row in group.rows:
            write("<tr>")
            for start, cell, end in zip(starts, row, ends, strict=True):
                write(start)
                for spans in cell:
                    write(known(spans) or self._paragraph(spans))
                write(end)
            write("</tr>\n")
        return Markup("".join(written))  # noqa: S704

    def _paragraph(self, spans: Line) -> str:
        made = self._written[spans] = f"<p>{''.join(map(self._span, spans))}</p>"
        return made

    def _span(self, span: Span) -> str:
        text = span.text
        if _SPECIAL.search(text):
            text = escaped(text)
        if span.style != "plain" or span.href:
            text = _styled(span, text)
        return self._shapes[span.mark] + text if span.mark else text


def _styled(span: Span, text: str) -> str:
    if span.href:
        return f'<a href="{escaped(span.href)}" rel="noreferrer">{text}</a>'
    if span.style == "strong":
        return f'<strong class="{span.lane}">{text}</strong>' if span.lane else f"<strong>{text}</strong>"
    return f'<span class="{span.style}">{text}</span>'


def _start(table: Table, column: Column, number: int) -> str:
    title = f' data-title="{escaped(column.title)}"'
    if number == 0:
        return f'<th scope="row"{title if column.named else ""}>'
    centred = ' class="center"' if column.align == "center" else ""
    return f"<td{centred}{title if column.width and table.listed else ''}>"
