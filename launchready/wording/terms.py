"""The product's words for values, days and people. One place, so that no two screens say it differently."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Sequence

from launchready.launch.model import Due
from launchready.wording.language import QT_TR_NOOP, QT_TRANSLATE_NOOP, Texts, tr

VERDICTS = Texts(
    {
        "go": QT_TRANSLATE_NOOP("Verdicts", "Go"),
        "conditions": QT_TRANSLATE_NOOP("Verdicts", "Go with conditions"),
        "hold": QT_TRANSLATE_NOOP("Verdicts", "Hold"),
        "not-ready": QT_TRANSLATE_NOOP("Verdicts", "Not ready"),
        "no-go": QT_TRANSLATE_NOOP("Verdicts", "No-go"),
        "scrubbed": QT_TRANSLATE_NOOP("Verdicts", "Scrubbed"),
    },
    "Verdicts",
)
POSITIONS = Texts(
    {
        "go": QT_TRANSLATE_NOOP("Positions", "Go"),
        "conditions": QT_TRANSLATE_NOOP("Positions", "Go with conditions"),
        "no-go": QT_TRANSLATE_NOOP("Positions", "No-go"),
    },
    "Positions",
)
RULES = Texts(
    {
        1: QT_TRANSLATE_NOOP("Rules", "the launch is called off"),
        2: QT_TRANSLATE_NOOP("Rules", "a No-go stands"),
        3: QT_TRANSLATE_NOOP("Rules", "a gate or a claim in use is open and nothing covers it"),
        4: QT_TRANSLATE_NOOP("Rules", "an escalation is open"),
        5: QT_TRANSLATE_NOOP("Rules", "a sign-off is missing or stale"),
        6: QT_TRANSLATE_NOOP("Rules", "a cover has lapsed or a condition is overdue"),
        7: QT_TRANSLATE_NOOP("Rules", "a cover is in use or a condition is not yet met"),
        8: QT_TRANSLATE_NOOP("Rules", "nothing stands in the way"),
    },
    "Rules",
)
STATUSES = Texts(
    {
        "to-do": QT_TRANSLATE_NOOP("Statuses", "to do"),
        "in-progress": QT_TRANSLATE_NOOP("Statuses", "in progress"),
        "blocked": QT_TRANSLATE_NOOP("Statuses", "blocked"),
        "done": QT_TRANSLATE_NOOP("Statuses", "done"),
        "not-applicable": QT_TRANSLATE_NOOP("Statuses", "not applicable"),
    },
    "Statuses",
)
CLAIM_STATES = Texts(
    {
        "draft": QT_TRANSLATE_NOOP("Claims", "draft"),
        "in-use": QT_TRANSLATE_NOOP("Claims", "in use"),
        "withdrawn": QT_TRANSLATE_NOOP("Claims", "withdrawn"),
    },
    "Claims",
)
MEANINGS = Texts(
    {
        "go": QT_TR_NOOP("Everything that this sign-off covers is ready to launch as it was signed."),
        "conditions": QT_TR_NOOP("Ready to launch if the named conditions are met by their dates."),
        "no-go": QT_TR_NOOP("This lane says the launch must not go ahead. It stands until the lane signs again."),
    }
)
LANES = Texts(
    {
        "pm": QT_TRANSLATE_NOOP("Lanes", "PM"),
        "pmm": QT_TRANSLATE_NOOP("Lanes", "PMM"),
        "joint": QT_TRANSLATE_NOOP("Lanes", "Joint"),
    },
    "Lanes",
)
MONTHS = Texts(
    {
        1: QT_TRANSLATE_NOOP("Months", "Jan"),
        2: QT_TRANSLATE_NOOP("Months", "Feb"),
        3: QT_TRANSLATE_NOOP("Months", "Mar"),
        4: QT_TRANSLATE_NOOP("Months", "Apr"),
        5: QT_TRANSLATE_NOOP("Months", "May"),
        6: QT_TRANSLATE_NOOP("Months", "Jun"),
        7: QT_TRANSLATE_NOOP("Months", "Jul"),
        8: QT_TRANSLATE_NOOP("Months", "Aug"),
        9: QT_TRANSLATE_NOOP("Months", "Sep"),
        10: QT_TRANSLATE_NOOP("Months", "Oct"),
        11: QT_TRANSLATE_NOOP("Months", "Nov"),
        12: QT_TRANSLATE_NOOP("Months", "Dec"),
    },
    "Months",
)
WEEKDAYS = Texts(
    {
        1: QT_TRANSLATE_NOOP("Weekdays", "Mon"),
        2: QT_TRANSLATE_NOOP("Weekdays", "Tue"),
        3: QT_TRANSLATE_NOOP("Weekdays", "Wed"),
        4: QT_TRANSLATE_NOOP("Weekdays", "Thu"),
        5: QT_TRANSLATE_NOOP("Weekdays", "Fri"),
        6: QT_TRANSLATE_NOOP("Weekdays", "Sat"),
        7: QT_TRANSLATE_NOOP("Weekdays", "Sun"),
    },
    "Weekdays",
)
PLACES = Texts(
    {
        "row": QT_TR_NOOP("row {number}"),
        "line": QT_TR_NOOP("line {number}"),
        "record": QT_TR_NOOP("record {number}"),
        "column": QT_TR_NOOP("column {number}"),
        "card": QT_TR_NOOP("card {number}"),
        "issue": QT_TR_NOOP("issue {number}"),
    }
)
PLACE = rf"(?s)(?:(?P<sheet>.*), )?(?P<kind>{'|'.join(PLACES)}) (?P<number>\S.*)"
ISOLATE, END = "\u2068", "\u2069"
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
MINUS = "−"  # a true minus sign, as wide as the plus in T+3


def lane(id_: str) -> str:
    return LANES.get(id_, id_)


def day(date: dt.date) -> str:
    """`3 Dec 2026`: no locale's month order to misread."""
    return tr("{day} {month} {year}").format(day=date.day, month=MONTHS[date.month], year=date.year)


def weekday(date: dt.date) -> str:
    """`Thu 3 Dec 2026`."""
    return tr("{weekday} {day}").format(weekday=WEEKDAYS[date.isoweekday()], day=day(date))


def iso_day(date: str) -> str:
    """A day in words from its ISO form; anything else as it is."""
    try:
        return day(dt.date.fromisoformat(date))
    except ValueError:
        return date


def moment(at: dt.datetime) -> str:
    """`3 Dec 2026, 14:05`, in whatever zone `at` is in."""
    return tr("{day}, {time}").format(day=day(at.date()), time=f"{at:%H:%M}")


def place(said: str) -> str:
    """A place in a file as stores and readers name it: `line 3`, `Plan, row 12`, `card “Press kit”`."""
    found = re.fullmatch(PLACE, said)
    if found is None:
        return said
    text = PLACES[found["kind"]].format(number=found["number"])
    return commas([found["sheet"], text]) if found["sheet"] else text


def offset(days: int) -> str:
    """`T−14`, `T`, `T+3`: a notation, the same in every language."""
    if days == 0:
        return "T"
    return f"T{MINUS}{-days}" if days < 0 else f"T+{days}"


def due(value: Due | None) -> str:
    """A due as it was set: `T−14`, with its weekday shift, or a fixed day."""
    if value is None or (value.offset is None and value.date is None):
        return tr("no due date")
    if value.offset is None:
        return day(value.date) if value.date else ""
    return tr("{due} (workdays)").format(due=offset(value.offset)) if value.workday else offset(value.offset)


def count(number: int, one: str, many: str = "") -> str:
    """`1 gate`, `3 gates`, in English."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listing(items: Sequence[str], most: int = 12) -> str:
    """`PM-1, PM-2 and PM-3`; a long list ends in how many more there are."""
    if not items:
        return tr("none")
    if len(items) > most:
        return tr("{some} and %n more", "", len(items) - most).format(some=commas(items[:most]))
    if len(items) == 1:
        return items[0]
    return tr("{some} and {last}").format(some=commas(items[:-1]), last=items[-1])


def choice(items: Sequence[str]) -> str:
    """`PM-1, PM-2 or PM-3`."""
    return tr("{some} or {last}").format(some=commas(items[:-1]), last=items[-1]) if len(items) > 1 else "".join(items)


def apart(text: str) -> str:
    """The text between isolates, line by line, if anything in it is read from right to left: a day or a count that
    follows it is not drawn into it then."""
    if text.isascii() or not RIGHT_TO_LEFT.search(text):
        return text
    return "\n".join(f"{ISOLATE}{line}{END}" if line else "" for line in text.split("\n"))


def commas(items: Sequence[str]) -> str:
    """`PM-1, PM-2, PM-3`."""
    pattern = tr("{some}, {next}")
    first, *rest = items or ("",)
    return functools.reduce(lambda some, following: pattern.format(some=some, next=following), rest, first)
