"""The sheet that is worked in: the tasks, with choices for lane, status and gating, whose colours follow an edit."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from launchready.exchange.carried import carried
from launchready.exchange.export import Export
from launchready.exchange.report.report import Report
from launchready.exchange.summary.words import LANES, safe_link
from launchready.exchange.task_columns import COLUMNS, DUE_EXPORTED, NO, STATUSES, YES, Row, guarded, rows
from launchready.exchange.tokens import LANE_ROLES, roles
from launchready.exchange.tracker.look import (
    DAY,
    MOST_LINKS,
    Look,
    fit_height,
    fitted,
    lines_in,
    write_day,
    write_link,
    write_text,
)
from launchready.exchange.tracker.sheet import Heading, frame, write_header

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NAME = "Tasks"
KEPT = 2  # key and title
LAST_PRINTED = "Covered by"
SPARE_ROWS = 200  # below the tasks, where new ones get the same choices and colours
_TONES = {  # ink and ground, by role: what is over or not begun stays quiet
    "To do": ("waiting", ""),
    "In progress": ("text", "waiting_soft"),
    "Blocked": ("no_go", "no_go_soft"),
    "Done": ("go", "go_soft"),
    "Not applicable": ("faint", ""),
}
_AT = {column.title: number for number, column in enumerate(COLUMNS)}


def write_tasks(sheet: Worksheet, look: Look, export: Export, report: Report) -> None:
    """Fills an empty worksheet with the columns of `task_columns`."""
    write_header(sheet, look, (Heading(column.title, column.width) for column in COLUMNS))
    sheet.set_column(_AT[DUE_EXPORTED], _AT["ID"], 12, None, {"hidden": True})
    count = _write_rows(sheet, look, export)
    frame(sheet, NAME, "accent", count, len(COLUMNS), KEPT, report)
    sheet.print_area(0, 0, max(count, 1), _AT[LAST_PRINTED])
    _choices(sheet, count + SPARE_ROWS)
    _colours(sheet, look, count + SPARE_ROWS, export.now.date())


class _Looks(NamedTuple):
    """The formats of the task rows, looked up once and not for each cell."""

    columns: list[Format]
    day: Format
    link: Format

    @classmethod
    def of(cls, look: Look) -> _Looks:
        columns = [look.format(text_wrap=True) if column.lines else look.format() for column in COLUMNS]
        columns[_AT["Title"]] = look.format(text_wrap=True, bold=True)
        link = look.format(text_wrap=True, font_color=roles()["accent"])
        return cls(columns, look.format(num_format=DAY), link)


def _write_rows(sheet: Worksheet, look: Look, export: Export) -> int:
    looks, evidence = _Looks.of(look), _AT["Evidence"]
    fitting = [one.width if one.lines and number <= _AT[LAST_PRINTED] else 0 for number, one in enumerate(COLUMNS)]
    columns = [(number, one.value, looks.columns[number], fitting[number]) for number, one in enumerate(COLUMNS)]
    text = sheet.write_string
    count = 0
    for count, row in enumerate(rows(export, export.report), 1):
        lines = 1
        for number, value_of, style, width in columns:
            value = value_of(row)
            if not value:
                continue
            if not isinstance(value, str):
                write_day(sheet, look, count, number, value, looks.day)
                continue
            value = carried(value)
            if value[:1] == "'":
                value = guarded(value)  # a reader takes one apostrophe away before such text
            if not value:
                continue
            if value[0] in "=+-@\t\r":
                write_text(sheet, count, number, value, look, text_wrap=True)
            elif number == evidence and count <= MOST_LINKS and (link := _one_link(row)):
                write_link(sheet, count, number, link, value, looks.link)
            else:
                text(count, number, fitted(value), style)
            if width and (len(value) > width or "\n" in value):
                lines = max(lines, lines_in(value, width))
        fit_height(sheet, count, lines)
    return count


def _one_link(row: Row) -> str:
    """The address of a task's evidence, if it is one and safe: a cell holds one link."""
    return safe_link(row.shown.evidence[0].link) if len(row.shown.evidence) == 1 else ""


def _choices(sheet: Worksheet, last: int) -> None:
    lists: dict[str, list[str]] = {"Lane": list(LANES.values()), "Status": list(STATUSES), "Gating": [YES, NO]}
    for title, words in lists.items():
        sheet.data_validation(1, _AT[title], last, _AT[title], {"validate": "list", "source": words})


def _colours(sheet: Worksheet, look: Look, last: int, today: dt.date) -> None:
    """By what the cells say, so that they follow an edit. Late is as in the summary: by the day of the export, and
    nothing that is waived.

    The line under a row is one of them: so cells with nothing in them need not be written.
    """
    status, due = _letter("Status"), _letter("Due")
    for word in STATUSES:
        ink, ground = _TONES[word]
        style = {"font_color": roles()[ink], **({"bg_color": roles()[ground]} if ground else {})}
        _when_equal(sheet, look, "Status", word, last, style)
    for lane, word in LANES.items():
        _when_equal(sheet, look, "Lane", word, last, {"font_color": roles()[LANE_ROLES[lane]], "bold": True})
    _when_equal(sheet, look, "Gating", YES, last, {"bold": True})
    before = f"${due}2<DATE({today.year},{today.month},{today.day})"
    waived = f'ISNUMBER(SEARCH("waive",${_letter("Covered by")}2))'
    over = f'AND(ISNUMBER(${due}2),{before},${status}2<>"Done",${status}2<>"Not applicable",NOT({waived}))'
    late = look.conditional(font_color=roles()["no_go"], bold=True)
    rule = {"type": "formula", "criteria": f"={over}", "format": late}
    sheet.conditional_format(1, _AT["Due"], last, _AT["Due"], rule)
    line = {
        "type": "formula",
        "criteria": f'=${_letter("Title")}2<>""',
        "format": look.conditional(bottom=1, bottom_color=roles()["line"]),
    }
    sheet.conditional_format(1, 0, last, len(COLUMNS) - 1, line)


def _letter(title: str) -> str:
    return chr(ord("A") + _AT[title])


def _when_equal(sheet: Worksheet, look: Look, title: str, word: str, last: int, style: dict[str, Any]) -> None:
    rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look.conditional(**style)}
    sheet.conditional_format(1, _AT[title], last, _AT[title], rule)
