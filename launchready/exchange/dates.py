"""When something is due, as people write it: read where it has one meaning, never guessed."""

import datetime
import re
from typing import Literal

import msgspec

from launchready.exchange.checklist import ChecklistDue

_MONTHS = """
    jan ene gen янв sty, feb fev fév фев lut, mar mär mrz mrt maa мар, apr avr abr апр kwi, may mai mag mei май мая maj,
    jun juin giu июн cze, jul juil lug июл lip, aug ago aou aoû авг sie, sep set сен wrz, oct okt out ott окт paź,
    nov ноя lis, dec dez déc dic дек gru
"""
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS.split(","), 1) for name in names.split()}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:(?P<w0>mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_CLOCK = (
    r"(?:[T\s,]\s*(?:at\s+)?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?"
    r"\s*(?:[ap]\.?m\.?)?\s*(?:Z|(?:UTC|GMT)[+-]\d{1,2}|\(?[A-Z]{2,4}\)?|[+-]\d{2}:?\d{2})?)?"
)
_UNIT = r"(?:hours?|hrs?|h|days?|d|weeks?|wks?|w)"
_LAUNCH = r"(?:the\s+)?(?:launch(?:\s+day)?|release|ga|go[- ]?live)"

_ISO = r"(?P<y1>\d{4})[-/](?P<m1>\d{1,2})[-/](?P<d1>\d{1,2})"
_YEAR_FIRST_ABROAD = r"(?P<y1>\d{4})(?:[-/.]|年\s?)(?P<m1>\d{1,2})(?:[-/.]|月\s?)(?P<d1>\d{1,2})日?"
_DAY_FIRST = rf"(?P<d2>{_DAY})[\s/-](?:of\s+)?(?P<m2>{_MONTH}),?[\s/-]\s*(?P<y2>\d{{4}}|\d{{2}})"
_DAY_FIRST_ABROAD = (
    rf"(?P<d2>{_DAY})(?:\.\s?|[\s/-])(?:(?:of|de)\s+)?(?P<m2>[^\W\d_]{{3,10}}\.?),?[\s/-]\s*(?:de\s+)?"
    r"(?P<y2>\d{4}|\d{2})"
)
_MONTH_FIRST = rf"(?P<m3>{_MONTH})\s+(?P<d3>{_DAY}),?\s+(?P<y3>\d{{4}})"
_NUMERIC = r"(?P<n1>\d{1,2})[/.-](?P<n2>\d{1,2})[/.-](?P<y4>\d{4}|\d{2})"
DATE = rf"{_WEEKDAY}(?:{_ISO}|{_DAY_FIRST}|{_MONTH_FIRST}|{_NUMERIC}){_CLOCK}(?![\w/])"
_DATE_ALONE = rf"{_WEEKDAY}(?:{_YEAR_FIRST_ABROAD}|{_DAY_FIRST_ABROAD}|{_MONTH_FIRST}|{_NUMERIC}){_CLOCK}(?![\w/])"
OFFSET = (
    r"T\s?(?P<sign>[-+\N{MINUS SIGN}\N{EN DASH}])\s?(?P<count>\d{1,4})"
    rf"(?:[\s-]?(?P<unit>{_UNIT}))?(?![\w.,/-]?\d)(?!\w)"
)
_COUNTED = rf"(?P<count>\d{{1,3}})[\s-]?(?P<unit>{_UNIT})\s+(?P<side>before|prior\s+to|after)"

_WHOLE_DATE = re.compile(_DATE_ALONE, re.I)
_ANY_DATE = re.sub(r"\?P<\w+>", "?:", _DATE_ALONE)
_SPAN = re.compile(rf"{_ANY_DATE}\s+(?:\N{{RIGHTWARDS ARROW}}|\N{{EN DASH}}|-|to)\s+", re.I)
"""The first day of a span; it is due at its end."""
_DATE_INSIDE = re.compile(DATE, re.I)
_WHOLE_OFFSET = re.compile(OFFSET.replace("T", "[TDL]", 1), re.I)
_WHOLE_COUNTED = re.compile(rf"{_COUNTED}(?:\s+{_LAUNCH})?", re.I)
_LAUNCH_DAY = re.compile(r"(?:on\s+)?(?:launch[- ]day|day\s+of\s+launch|d-day|t(?:-?0)?)", re.I)

_OPEN, _CLOSE = r"(?:[(\[]\s*)", r"(?:\s*[)\]])"
_DUE_WORD = r"(?:due(?:\s+(?:date|by|on))?|deadline|by|until|before|eta|target(?:\s+date)?|complete\s+by)\s*[:=]?\s*"
_IN_PROSE = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\s*{_OPEN}{_DUE_WORD}(?P<date>{DATE}){_CLOSE}",
        rf"\s*[-\N{{EN DASH}}\N{{EM DASH}},;|]?\s*(?<!\w){_DUE_WORD}(?P<date>{DATE})",
        rf"\s*\N{{CALENDAR}}\s*(?P<date>{DATE})",
        rf"\s*{_OPEN}(?P<date>{DATE}){_CLOSE}",
        rf"\s+[-\N{{EN DASH}}\N{{EM DASH}}|]\s+(?P<date>{DATE})\s*$",
        rf"^\s*(?P<date>{DATE})\s*[:\N{{EN DASH}}\N{{EM DASH}}|-]\s+",
    )
)
_OFFSET_IN_PROSE = re.compile(rf"(?<![\w-]){OFFSET}")
_BEFORE_BARE_OFFSET = re.compile(r".*(?:[(\[]\s*|\s[-\N{EN DASH}\N{EM DASH}|@]\s+|\b(?:due|by|at)[\s:]+)", re.I)
_AFTER_BARE_OFFSET = re.compile(r"\s*(?:$|[)\],;])")
_COUNTED_IN_PROSE = re.compile(rf"(?<![\w-]){_COUNTED}\s+{_LAUNCH}\b", re.I)
_SPAN_FOLLOWS = re.compile(r"\s*(?:to|until|through|\N{EN DASH}|-)\s*(?:T|\d)", re.I)

_FURTHEST = 3650
_LONGEST = 400

DateOrder = Literal["day-first", "month-first"]


class DueReading(msgspec.Struct, frozen=True, kw_only=True):
    """What a text says of a due date; `rest` is the text without it.

    `problem` is set when there is a date that has two meanings, or, for a whole cell, no meaning that we know.
    """

    due: ChecklistDue | None = None
    problem: Literal["ambiguous", "unread"] | None = None
    said: str = ""
    rest: str = ""


def read_due(text: str, order: DateOrder | None = None) -> DueReading:
    """The meaning of a cell or field that is there to hold a due date and holds nothing else.

    `order` is how somebody said that dates of two meanings (01/06/23) are to be read.
    """
    said = text.strip().strip("()[]*_ ")
    if len(said) > _LONGEST:
        return DueReading(problem="unread", said=said)
    if _LAUNCH_DAY.fullmatch(said):
        return DueReading(due=ChecklistDue(offset=0), said=said)
    for pattern in (_WHOLE_OFFSET, _WHOLE_COUNTED):
        match = pattern.fullmatch(said)
        if match:
            return _reading_of_offset(match, said)
    date = _WHOLE_DATE.fullmatch(_SPAN.sub("", said) if _SPAN.match(said) else said)
    return _reading_of_date(date, said, order) if date else DueReading(problem="unread", said=said)


def find_due(text: str) -> DueReading:
    """The due date that a title or heading states in passing, if it states just one.

    A date counts only where its place says that it is a due date: after "due" or "by", in brackets, or at an end.
    """
    if len(text) > _LONGEST:
        return DueReading(rest=text)
    offsets = [match for match in _OFFSET_IN_PROSE.finditer(text) if _is_no_ticket(match)]
    offsets += _COUNTED_IN_PROSE.finditer(text)
    if len(offsets) > 1 or (offsets and _SPAN_FOLLOWS.match(text, offsets[0].end())):
        return DueReading(rest=text)
    if offsets:
        offset = offsets[0]
        return _read_in_prose(_reading_of_offset(offset, offset[0]), text, offset)
    for pattern in _IN_PROSE:
        match = pattern.search(text)
        if match:
            found = _DATE_INSIDE.match(match["date"])
            assert found is not None  # noqa: S101 - the same pattern has just matched
            return _read_in_prose(_reading_of_date(found, match["date"]), text, match)
    return DueReading(rest=text)


def _read_in_prose(reading: DueReading, text: str, match: re.Match[str]) -> DueReading:
    """The reading with the rest of its text, which keeps what was not understood."""
    rest = _without(text, match.start(), match.end()) if reading.due else text
    return DueReading(due=reading.due, problem=reading.problem, said=reading.said, rest=rest)


def _without(text: str, start: int, end: int) -> str:
    before = text[:start].rstrip(" -\N{EN DASH}\N{EM DASH},;|")
    after = text[end:].lstrip(" " if before else " -\N{EN DASH}\N{EM DASH},;:|")
    rest = f"{before} {after}" if after[:1] not in (")", "]") else before + after
    return re.sub(r"\s*(?:\(\s*\)|\[\s*\])", "", rest).strip()


def _is_no_ticket(match: re.Match[str]) -> bool:
    """Many files number their tasks T-1, T-2; a bare T-7 is a due date only in brackets, after a dash or after "by"."""
    if match["unit"] or match["sign"] == "+":
        return True
    text = match.string
    if match[0] == text.strip():
        return True
    set_off = _BEFORE_BARE_OFFSET.fullmatch(text, 0, match.start()) and _AFTER_BARE_OFFSET.match(text, match.end())
    return set_off is not None


def _reading_of_offset(match: re.Match[str], said: str) -> DueReading:
    parts = match.groupdict()
    days = _days(int(parts["count"]), (parts["unit"] or "d").lower())
    if days is None or days > _FURTHEST:
        return DueReading(problem="unread", said=said)
    after = parts.get("sign") == "+" or (parts.get("side") or "").lower() == "after"
    return DueReading(due=ChecklistDue(offset=days if after else -days), said=said)


def _days(count: int, unit: str) -> int | None:
    """Whole days; hours count only when they name a day (T-1h is launch day, T-48h two days before)."""
    if unit.startswith("w"):
        return count * 7
    if unit.startswith("h"):
        return 0 if count < 24 else count // 24 if count % 24 == 0 else None
    return count


def _reading_of_date(match: re.Match[str], said: str, order: DateOrder | None = None) -> DueReading:
    parts = match.groupdict()
    if parts["y1"]:
        year, month, day = int(parts["y1"]), int(parts["m1"]), int(parts["d1"])
    elif parts["y2"]:
        year, month, day = _year(parts["y2"]), _month(parts["m2"]), _number(parts["d2"])
    elif parts["y3"]:
        year, month, day = _year(parts["y3"]), _month(parts["m3"]), _number(parts["d3"])
    else:
        year, first, second = _year(parts["y4"]), int(parts["n1"]), int(parts["n2"])
        if first != second and first <= 12 and second <= 12:
            order = _order_by_weekday(year, first, second, parts["w0"]) or order
            if order is None:
                return DueReading(problem="ambiguous", said=said)
        day_first = first > 12 or (second <= 12 and order == "day-first")
        day, month = (first, second) if day_first else (second, first)
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return DueReading(problem="unread", said=said)
    return DueReading(due=ChecklistDue(date=date), said=said)


def _order_by_weekday(year: int, first: int, second: int, said: str | None) -> DateOrder | None:
    """The order in which a date falls on the weekday that stands before it, if only one does."""
    if not said or not (year and first and second):
        return None
    fits: list[DateOrder] = []
    for order, day, month in (("day-first", first, second), ("month-first", second, first)):
        if _WEEKDAYS[datetime.date(year, month, day).weekday()] == said[:3].lower():
            fits.append(order)  # type: ignore[arg-type]
    return fits[0] if len(fits) == 1 else None


def _month(name: str) -> int:
    """Its number, 0 for what is no month: then there is no such day."""
    lower = name.lower()
    return _MONTH_NUMBERS.get(lower[:4]) or _MONTH_NUMBERS.get(lower[:3], 0)


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else 2000 + year if year < 70 else 1900 + year
