"""Rows among a table's tasks that are none: sums, a template's closing words, the header of another table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from launchready.exchange.cells import Cell, text_of
from launchready.exchange.status_words import read_status
from launchready.exchange.tables.headings import field_of
from launchready.exchange.understood import TableField

ASIDE_FIELDS: tuple[TableField, ...] = ("owner", "email", "due", "status", "category", "lane")
"""What a row that sums up says nothing of, if it doesn't count."""
_TOTAL = re.compile(
    r"(?:grand |sub ?-?)?totals?(?:$|\s*[:=(]|\s+(?:tasks?|items?|hours?|cost|budget|effort)\b)"
    r"|sub ?-?total\b"
    r"|(?:sum|summe|gesamt|gesamtsumme|average|count)\s*(?:$|[:=])",
    re.I,
)
_SURE_TOTAL = re.compile(r"(?:grand |sub ?-?)?totals?\b|(?:sum|summe|gesamt|gesamtsumme|average|count)\b", re.I)
_SUMMARY = re.compile(
    r"(?:tasks?\s+)?(?:completed?|done|open|remaining|overdue|in progress|not started|pending|blocked)(?:\s+tasks?)?"
    r"\s*:?|(?:overall\s+)?(?:progress|completion(?:\s+rate)?|(?:%|percent(?:age)?)\s*(?:completed?|done))\s*:?",
    re.I,
)
_SUMS_UP = re.compile(rf"{_TOTAL.pattern}|(?:{_SUMMARY.pattern})$", re.I)
_COUNT = re.compile(r"\d{1,6}(?:[.,]\d+)?\s*%?|\d{1,5}\s*/\s*\d{1,5}")
_TEMPLATE_END = re.compile(
    r"(?:to add (?:more )?\w+, )?(?:please )?(?:insert|add) (?:any )?(?:new |more |additional )*(?:rows?|lines?|tasks?)"
    r" (?:above|before) this(?: (?:one|line|row))?\W*|this is an empty row\W*",
    re.I,
)
_FORM_END = re.compile(
    r"(?:approved|prepared|reviewed|signed|checked|verified|authori[sz]ed|completed)(?: off)? by\s*:?[\s_]*"
    r"|signatures?\s*(?::.*|_.*)?|(?:notes?|legend|key|disclaimer|source|nb|n\.b\.)\s*:.*|[*\u00a9].*"
    r"|generated (?:at|by|on) .*",
    re.I | re.S,
)
MAY_BE_ASIDE = re.compile(rf"{_SUMS_UP.pattern}|{_TEMPLATE_END.pattern}", re.I)
"""Which titles are worth a closer look, beside those that end in `TOTAL`."""
TOTAL = (" total", " Total", " TOTAL")
_FEWEST_NAMES = 3
_SUMMARY_OF = ("status", "owner", "team", "area")
"""What a small table beside or below a plan counts its tasks by."""


def is_total(title: str, cells: Sequence[Cell], told: list[int], ids: list[int]) -> bool:
    """A row that sums up those above says so, and nobody, no day and no status, if not counts; "Done" needs a count to
    be no task."""
    if not (told or ids) or not (_SUMS_UP.match(title) or title.endswith(TOTAL)):
        return False
    counts = [at for at, cell in enumerate(cells) if cell != "" and _COUNT.fullmatch(text_of(cell).strip())]
    if not counts and not _SURE_TOTAL.match(title):
        return False
    return all(cells[at] == "" or at in counts for at in told) and all(cells[at] == "" for at in ids)


def ends_template(title: str) -> bool:
    """Whether a row only says where a template's rows end: "Insert new rows above this one"."""
    return _TEMPLATE_END.fullmatch(title) is not None


def ends_form(title: str) -> bool:
    """Whether a row may stand below a form: "Approved by:", a note, when it was made."""
    return _FORM_END.fullmatch(title) is not None


def stands_alone(cells: Sequence[Cell], place: int) -> bool:
    """Whether all other cells of the row are empty."""
    return all(cell == "" for number, cell in enumerate(cells) if number != place)


def names_columns(row: Sequence[Cell]) -> bool:
    fields = {known[0] for cell in row if (known := field_of(text_of(cell)))}
    return "title" in fields and len(fields) > 1


def names_other_columns(cells: Sequence[Cell], header: Sequence[str]) -> bool:
    """Whether a row below a gap is the header of another table: only words, three of them names of columns, or one
    that stands in this table's header, too, or the first one what tasks are counted by."""
    filled = [(at, cell.strip()) for at, cell in enumerate(cells) if isinstance(cell, str) and cell.strip()]
    if len(filled) < 2 or len(filled) < sum(cell != "" for cell in cells):
        return False
    named = {at: known[0] for at, text in filled if (known := field_of(text)) and read_status(text)[1] != "known"}
    same = any(at < len(header) and header[at].casefold() == text.casefold() for at, text in filled if at in named)
    return len(named) >= _FEWEST_NAMES or same or named.get(filled[0][0]) in _SUMMARY_OF
