"""A sheet of the tracker that is one table: header, filter, frozen panes, widths, and how it prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from launchready.exchange.report.report import Report
from launchready.exchange.summary.words import in_words
from launchready.exchange.tokens import roles
from launchready.exchange.tracker.look import Look, Shown, Value, fit_height, lines_in, write_cell

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

HEADER_HEIGHT = 24
A4 = 9


class Heading(msgspec.Struct, frozen=True):
    """A column; `width` in characters."""

    title: str
    width: int
    centred: bool = False


class Sheet(msgspec.Struct, frozen=True):
    """A section of the tracker; `nothing` is said where there are no rows. `kept` columns stay when it scrolls."""

    title: str
    colour: str  # a role
    headings: tuple[Heading, ...]
    rows: Sequence[tuple[Value, ...]]
    nothing: str
    kept: int = 1


def write_sheet(sheet: Worksheet, look: Look, content: Sheet, report: Report) -> None:
    """Fills an empty worksheet."""
    write_header(sheet, look, content.headings)
    for number, row in enumerate(content.rows, 1):
        fit_height(sheet, number, _lines(content.headings, row))
        for column, (heading, value) in enumerate(zip(content.headings, row, strict=True)):
            align = {"align": "center"} if heading.centred else {}
            write_cell(sheet, look, number, column, value, text_wrap=True, **align)
    if not content.rows:
        sheet.write_string(1, 0, content.nothing, look.format(font_color=roles()["muted"]))
    frame(sheet, content.title, content.colour, len(content.rows), len(content.headings), content.kept, report)


def _lines(headings: Iterable[Heading], row: tuple[Value, ...]) -> int:
    texts = (
        (value.text if isinstance(value, Shown) else value, heading.width)
        for heading, value in zip(headings, row, strict=True)
    )
    return max(lines_in(text, width) for text, width in texts if isinstance(text, str))


def write_header(sheet: Worksheet, look: Look, headings: Iterable[Heading]) -> None:
    """The first row, and the widths of the columns."""
    sheet.set_row(0, HEADER_HEIGHT)
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, heading.width)
        align = "center" if heading.centred else "left"
        sheet.write_string(0, column, heading.title, look.heading(align=align))


def frame(sheet: Worksheet, title: str, colour: str, rows: int, columns: int, kept: int, report: Report) -> None:
    """Everything around a table that starts in the first cell."""
    sheet.freeze_panes(1, kept)
    sheet.autofilter(0, 0, max(rows, 1), columns - 1)
    sheet.set_tab_color(roles()[colour])
    sheet.repeat_rows(0)
    printed(sheet, title, report)


def printed(sheet: Worksheet, title: str, report: Report) -> None:
    """A4 across, as wide as one page, with the launch, the section and the page in its margins."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
    sheet.set_header(f"&L&9{_margin(report.name)}&R&9{title}")
    sheet.set_footer(f"&L&9As of {in_words(report.generated_at)}&R&9Page &P of &N")


def _margin(text: str) -> str:
    """Text in a header, where `&` commands; 255 characters are all that one may hold."""
    return text[:80].replace("&", "&&")
