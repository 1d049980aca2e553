"""The product's words for values, days and people. One place, so that no two screens say it differently."""

from __future__ import annotations

import datetime as dt

from launchready.launch.lanes import BY_ID
from launchready.launch.model import Due

VERDICTS = {
    "go": "Go",
    "conditions": "Go with conditions",
    "hold": "Hold",
    "not-ready": "Not ready",
    "no-go": "No-go",
    "scrubbed": "Scrubbed",
}
POSITIONS = {"go": "Go", "conditions": "Go with conditions", "no-go": "No-go"}
RULES = {
    1: "the launch is called off",
    2: "a No-go stands",
    3: "a gate or a claim in use is open and nothing covers it",
    4: "an escalation is open",
    5: "a sign-off is missing or stale",
    6: "a cover has lapsed or a condition is overdue",
    7: "a cover is in use or a condition is not yet met",
    8: "nothing stands in the way",
}
STATUSES = {
    "to-do": "to do",
    "in-progress": "in progress",
    "blocked": "blocked",
    "done": "done",
    "not-applicable": "not applicable",
}
CLAIM_STATES = {"draft": "draft", "in-use": "in use", "withdrawn": "withdrawn"}
MEANINGS = {
    "go": "Everything that this sign-off covers is ready to launch as it was signed.",
    "conditions": "Ready to launch if the named conditions are met by their dates.",
    "no-go": "This lane says the launch must not go ahead. It stands until the lane signs again.",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MINUS = "−"  # a true minus sign, as wide as the plus in T+3


def lane(id_: str) -> str:
    return BY_ID[id_].title if id_ in BY_ID else id_


def day(date: dt.date) -> str:
    """`3 Dec 2026`: no locale's month order to misread."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def weekday(date: dt.date) -> str:
    """`Thu 3 Dec 2026`."""
    return f"{WEEKDAYS[date.weekday()]} {day(date)}"


def iso_day(date: str) -> str:
    """A day in words from its ISO form; anything else as it is."""
    try:
        return day(dt.date.fromisoformat(date))
    except ValueError:
        return date


def moment(at: dt.datetime) -> str:
    """`3 Dec 2026, 14:05`, in whatever zone `at` is in."""
    return f"{day(at.date())}, {at:%H:%M}"


def offset(days: int) -> str:
    """`T−14`, `T`, `T+3`."""
    if days == 0:
        return "T"
    return f"T{MINUS}{-days}" if days < 0 else f"T+{days}"


def due(value: Due | None) -> str:
    """A due as it was set: `T−14`, with its weekday shift, or a fixed day."""
    if value is None:
        return "no due date"
    if value.offset is None:
        return day(value.date) if value.date else "no due date"
    return offset(value.offset) + (" (workdays)" if value.workday else "")


def count(number: int, one: str, many: str = "") -> str:
    """`1 gate`, `3 gates`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listing(items: tuple[str, ...] | list[str], most: int = 12) -> str:
    """`PM-1, PM-2 and PM-3`; a long list ends in how many more there are."""
    shown = list(items[:most])
    if len(items) > most:
        return ", ".join(shown) + f" and {len(items) - most} more"
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + f" and {shown[-1]}" if shown else "none"
