"""Days and times as people say them, in the system's locale, and how far they lie from launch."""

from __future__ import annotations

import datetime as dt
import functools
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale

from launchready.launch.model import Due, Launch, Task
from launchready.launch.schedule import due_date
from launchready.wording import terms
from launchready.wording.language import tr


@functools.cache
def _pattern(weekday: bool, year: bool) -> str:
    """Day and month in the order of the system's own short dates, as Qt writes formats."""
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    day_first = short.find("d") <= short.find("M")
    middle = "d MMM" if day_first else "MMM d"
    return ("ddd " if weekday else "") + middle + (" yyyy" if year else "")


@functools.lru_cache(maxsize=4096)
def day(date: dt.date, *, weekday: bool = False, year: bool = False) -> str:
    """`8 Dec`, `Tue 8 Dec`, `8 Dec 2026`."""
    return QLocale().toString(QDate(date.year, date.month, date.day), _pattern(weekday, year))


def near(date: dt.date, today: dt.date) -> str:
    """`8 Dec`, with its year where that is not this one."""
    return day(date, year=date.year != today.year)


def local(launch: Launch, at: dt.datetime) -> dt.datetime:
    """A time in the launch's zone."""
    return at.astimezone(ZoneInfo(launch.zone))


def moment(launch: Launch, at: dt.datetime) -> str:
    """`20 Nov, 09:14`, in the launch's zone."""
    there = local(launch, at)
    return f"{day(there.date())}, {there:%H:%M}"


def offset(launch: Launch, date: dt.date) -> str:
    """How far a day lies from launch: `T−16`."""
    return terms.offset((date - launch.date).days)


def lateness(date: dt.date, today: dt.date) -> str:
    """`3 d late`; empty where it is not late."""
    days = (today - date).days
    return tr("%n d late", "", days) if days > 0 else ""


def due(launch: Launch, task: Task, today: dt.date) -> str:
    """`19 Nov · T−19`, or that there is none."""
    date = due_date(launch, task)
    return f"{near(date, today)} · {offset(launch, date)}" if date else tr("No due date")


def as_typed(date: dt.date) -> str:
    """A day in a form that `parse_date` reads: `8 Dec 2026`, ISO where the system's locale can't read its own."""
    said = day(date, year=True)
    return said if parse_date(said) == date else date.isoformat()


def due_as_typed(due: Due | None) -> str:
    """A due in the form that `dues.parse` reads: `T-14`, `T-14w`, `8 Dec 2026`; empty for none."""
    if due is None:
        return ""
    if due.offset is None:
        return as_typed(due.date) if due.date else ""
    sign = "+" if due.offset > 0 else "-"
    return ("T" if due.offset == 0 else f"T{sign}{abs(due.offset)}") + ("w" if due.workday else "")


def parse_date(text: str) -> dt.date | None:
    """A day as people type it: ISO, or the system's short form, with or without the year."""
    stripped = text.strip()
    try:
        return dt.date.fromisoformat(stripped)
    except ValueError:
        pass
    for form in (QLocale().dateFormat(QLocale.FormatType.ShortFormat), "d MMM yyyy", "MMM d yyyy", "d MMMM yyyy"):
        read = QLocale().toDate(stripped, form)
        if read.isValid():
            year = read.year() if read.year() >= 2000 else read.year() + 100
            return dt.date(year, read.month(), read.day())
    return None


def ago(at: dt.datetime, now: dt.datetime) -> str:
    """How long ago: `just now`, `5 min ago`, `2 h ago`, `yesterday`, then the day. In the local zone of `now`."""
    minutes = int((now - at).total_seconds() // 60)
    here = now.astimezone()
    days_ago = (here.date() - at.astimezone().date()).days
    if minutes < 1:
        return tr("just now")
    if minutes < 60:
        return tr("%n min ago", "", minutes)
    if days_ago == 0 or minutes < 6 * 60:
        return tr("%n h ago", "", minutes // 60)
    return tr("yesterday") if days_ago == 1 else near(at.astimezone().date(), here.date())
