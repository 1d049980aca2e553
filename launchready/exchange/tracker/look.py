"""How the cells of the tracker look, and writing them: whatever a text holds, it goes in as text."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from launchready.exchange.report.report import LaneName, Mark
from launchready.exchange.summary.text_widths import lines_about
from launchready.exchange.summary.words import GLYPHS
from launchready.exchange.tokens import LANE_ROLES, roles, tone

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

TYPE = "Arial"  # what everybody has: a sheet can't bring its own fonts
SIZE = 10
LONGEST = 32_767  # characters in a cell
MOST_LINKS = 65_000  # in a sheet
DAY, MOMENT = "d mmm yyyy", "d mmm yyyy hh:mm"
MOST_LINES = 12  # of a row at first; the cell holds the rest
_CHARACTER = 0.55  # em: a figure of the type, by which columns are measured
LINE_HEIGHT, PADDING = 13, 2.5  # points
_EARLIEST = 1900
_FORMULA = re.compile(r"[=+\-@\t\r]")


class Shown(msgspec.Struct, frozen=True):
    """A cell that is more than its text: with a shape, in a lane's colour, a link, strong or muted."""

    text: str
    mark: Mark | None = None
    lane: LaneName | None = None
    href: str = ""
    style: str = ""


Value: TypeAlias = str | int | dt.date | Shown


class Look:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def format(self, **properties: object) -> Format:
        """A format with these properties over the common ones."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            common = {
                "font_name": TYPE,
                "font_size": SIZE,
                "font_color": roles()["text"],
                "valign": "top",
                "align": "left",
            }
            self._made[key] = self._workbook.add_format({**common, **properties})
        return self._made[key]

    def conditional(self, **properties: object) -> Format:
        """What a condition lays over a cell: these properties and no others."""
        return self._workbook.add_format(properties)

    def cell(self, **properties: object) -> Format:
        """A cell of a table: a thin line under it."""
        return self.format(**{"bottom": 1, "bottom_color": roles()["line"], **properties})

    def heading(self, **properties: object) -> Format:
        """The first row of a table."""
        look = {"bold": True, "font_color": roles()["muted"], "bg_color": roles()["background"], "valign": "vcenter"}
        return self.format(bottom=1, bottom_color=roles()["line_strong"], **look, **properties)

    def coloured(self, value: Shown) -> dict[str, object]:
        """The properties of a shown cell."""
        if value.mark is not None:
            ink, ground = tone(value.mark)
            return {"font_color": ink, "bg_color": ground, "bold": True}
        if value.lane is not None:
            return {"font_color": roles()[LANE_ROLES[value.lane]], "bold": True}
        if value.href:
            return {"font_color": roles()["accent"], "underline": 1}
        if value.style == "muted":
            return {"font_color": roles()["muted"]}
        return {"bold": True} if value.style == "strong" else {}


def lines_in(text: str, width: int) -> int:
    """About how many lines a wrapped text takes in a column of so many characters."""
    if len(text) * (1 if text.isascii() else 2) <= width and "\n" not in text:
        return 1
    return lines_about(text, width * _CHARACTER)


def fit_height(sheet: Worksheet, row: int, lines: int) -> None:
    """Makes a row as high as its lines: only Excel would do so by itself."""
    if lines > 1:
        sheet.set_row(row, min(lines, MOST_LINES) * LINE_HEIGHT + PADDING)


def write_cell(sheet: Worksheet, look: Look, row: int, column: int, value: Value, **properties: object) -> None:
    """Writes days and moments as such, numbers as numbers, and all else as text."""
    if isinstance(value, dt.date):
        pattern = MOMENT if isinstance(value, dt.datetime) else DAY
        shape = look.cell(**{"num_format": pattern, **properties})
        write_day(sheet, look, row, column, value, shape)
    elif isinstance(value, int):
        sheet.write_number(row, column, value, look.cell(**properties))
    elif isinstance(value, str):
        write_text(sheet, row, column, value, look, **properties)
    else:
        shape = f"{GLYPHS[value.mark]} " if value.mark and value.text else ""
        style = look.coloured(value) if value.text else {}
        if value.href:
            write_link(sheet, row, column, value.href, value.text, look.cell(**properties, **style))
        else:
            write_text(sheet, row, column, shape + value.text, look, **properties, **style)


def write_day(sheet: Worksheet, look: Look, row: int, column: int, day: dt.date, shape: Format) -> None:
    """A day, or a moment as its own zone's clock shows it; before 1900, which no sheet can count, as text."""
    if day.year <= _EARLIEST:
        write_text(sheet, row, column, day.isoformat(), look)
    else:
        sheet.write_datetime(row, column, day.replace(tzinfo=None) if isinstance(day, dt.datetime) else day, shape)


def write_text(sheet: Worksheet, row: int, column: int, text: str, look: Look, **properties: object) -> None:
    """Text that stays text when somebody edits the cell, even where it looks like a formula."""
    if not text:
        sheet.write_blank(row, column, None, look.cell(**properties))
        return
    quote = {"quote_prefix": True} if _FORMULA.match(text) else {}
    sheet.write_string(row, column, fitted(text), look.cell(**properties, **quote))


def write_link(sheet: Worksheet, row: int, column: int, href: str, text: str, look: Format) -> None:
    """A link that was found safe."""
    sheet.write_url(row, column, href, look, string=fitted(text))


def fitted(text: str) -> str:
    """As much of a text as one cell may hold."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"
