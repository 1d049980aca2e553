"""The first sheet of the tracker: the verdict, the lanes, and what stands in the way; on one printed page if short."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from launchready.exchange.export import Export
from launchready.exchange.report.report import Report
from launchready.exchange.summary.front import Front, front
from launchready.exchange.summary.words import GLYPHS, LANES, columns_of, in_words, sentence_parts
from launchready.exchange.tokens import roles, tone
from launchready.exchange.tracker.look import SIZE, Look, Shown, Value, fit_height, lines_in, write_cell
from launchready.exchange.tracker.sheet import printed
from launchready.launch.schedule import go_no_go_date

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

WIDTHS = (14, 50, 24, 16, 16, 26)
LAST = len(WIDTHS) - 1
MOST_ON_A_PAGE = 16  # reasons; with more of them it would print too small
_ACROSS = sum(WIDTHS) - 6  # characters in a line over all columns
_LINE = 14  # points


def write_summary(sheet: Worksheet, look: Look, export: Export, report: Report) -> None:
    """Fills an empty worksheet."""
    page = front(report)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    row = _verdict(sheet, look, page, report)
    row = _facts(sheet, look, export, page, row)
    row = _lanes(sheet, look, page, report, row)
    row = _reasons(sheet, look, page, row)
    _closing(sheet, look, page, row)
    sheet.set_tab_color(tone(page.mark)[0])
    printed(sheet, "Summary", report)
    if len(page.rows) <= MOST_ON_A_PAGE:
        sheet.fit_to_pages(1, 1)
    sheet.set_first_sheet()
    sheet.activate()


def _across(sheet: Worksheet, look: Look, row: int, text: str, **properties: object) -> None:
    """Text over all columns, in a row as high as its lines."""
    size = properties.get("font_size", SIZE)
    assert isinstance(size, int)  # noqa: S101 - given here as a number
    lines = 1 + int(columns_of(text) * size / SIZE / _ACROSS)
    sheet.set_row(row, lines * _LINE * size / SIZE + 4)
    shape = look.format(text_wrap=True, **properties)
    sheet.merge_range(row, 0, row, LAST, "", shape)
    if text:
        sheet.write_string(row, 0, text, shape)


def _verdict(sheet: Worksheet, look: Look, page: Front, report: Report) -> int:
    muted = roles()["muted"]
    ink, ground = tone(page.mark)
    _across(sheet, look, 0, page.name, bold=True, font_size=18, valign="vcenter")
    as_of = f"as of {in_words(report.generated_at)}"
    _across(sheet, look, 1, sentence_parts("Readiness summary", page.state, as_of), font_color=muted)
    verdict = f"{GLYPHS[page.mark]} {page.verdict}"
    band = {"bg_color": ground, "indent": 1}
    _across(sheet, look, 3, verdict, bold=True, font_size=16, font_color=ink, valign="vcenter", **band)
    _across(sheet, look, 4, page.why, **band)
    _across(sheet, look, 5, page.rule + page.rule_words, font_color=muted, **band)
    row = 6
    if page.recorded is not None:
        _across(sheet, look, row, f"{GLYPHS[page.recorded.mark]} {page.recorded.line}", **band)
        row += 1
    return row + 1


def _facts(sheet: Worksheet, look: Look, export: Export, page: Front, row: int) -> int:
    launch = export.launch
    (_, _, clock), (to_go, days, _), _, (_, build, _), (_, tier, _) = page.facts
    pairs: tuple[tuple[str, Value], ...] = (
        ("Launch", launch.date),
        ("At", clock),
        ("Go/no-go", go_no_go_date(launch)),
        (to_go, days),
        ("Release build", build),
        ("Tier", tier),
    )
    for number, (caption, value) in enumerate(pairs):
        sheet.write_string(row + number, 0, caption, look.format(font_color=roles()["muted"]))
        write_cell(sheet, look, row + number, 1, value, bold=True, bottom=0)
    for number, panel in enumerate(page.panels):
        sheet.write_string(row + number, 2, panel.title, look.format(font_color=roles()["muted"]))
        sheet.write_string(row + number, 3, panel.count, look.format(bold=True))
    return row + len(pairs) + 1


def _lanes(sheet: Worksheet, look: Look, page: Front, report: Report, row: int) -> int:
    _titles(sheet, look, row, ("Lane", "Lead", "Sign-off", "Gates done", "Gates", "Open and late"))
    for number, (card, lane) in enumerate(zip(page.cards, report.lanes, strict=True), row + 1):
        values: tuple[Value, ...] = (
            Shown(card.name, lane=card.lane),
            card.people,
            Shown(card.badge, mark=card.mark),
            lane.gates_done,
            lane.gates_total,
            sentence_parts(card.note, card.late),
        )
        fit_height(sheet, number, lines_in(card.people, WIDTHS[1]))
        for column, value in enumerate(values):
            write_cell(sheet, look, number, column, value, text_wrap=True)
    return row + len(page.cards) + 2


def _reasons(sheet: Worksheet, look: Look, page: Front, row: int) -> int:
    _across(sheet, look, row, page.heading, bold=True, font_size=12)
    if not page.rows:
        _across(sheet, look, row + 1, page.nothing)
        return row + 3
    _titles(sheet, look, row + 1, ("Key", "What", "Owner", "Lane", "Due", "About"))
    sheet.repeat_rows(row + 1)
    for number, reason in enumerate(page.rows, row + 2):
        due = Shown(reason.due, mark="no-go") if reason.late else reason.due
        lane = Shown(LANES[reason.lane], lane=reason.lane) if reason.lane else ""
        text = Shown(f"{GLYPHS[reason.mark]} {reason.text}", style="strong")
        wrapped = ((text.text, WIDTHS[1]), (reason.owner, WIDTHS[2]), (reason.detail, WIDTHS[5]))
        fit_height(sheet, number, max(lines_in(words, width) for words, width in wrapped))
        for column, value in enumerate((reason.key, text, reason.owner, lane, due, reason.detail)):
            write_cell(sheet, look, number, column, value, text_wrap=True)
    return row + len(page.rows) + 3


def _closing(sheet: Worksheet, look: Look, page: Front, row: int) -> None:
    for number, (term, value) in enumerate(page.closing, row):
        _across(sheet, look, number, f"{term}: {value}")


def _titles(sheet: Worksheet, look: Look, row: int, titles: Sequence[str]) -> None:
    for column, title in enumerate(titles):
        sheet.write_string(row, column, title, look.heading())
