"""A due date as people type it."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import QDate, QLocale

from launchready.desktop import days
from launchready.launch.model import Due
from launchready.wording.language import tr

OFFSET = re.compile(r"T?\s*(?:([+\-−–])\s*(\d{1,4})|(?<=T))\s*(w?)", re.IGNORECASE)


class Unclear(ValueError):  # noqa: N818  an answer, not an error
    """What was typed names no day."""


def unclear(text: str) -> str:
    """What to say of a text that names no day."""
    return tr("“{text}” is no due date: write T-14, T-14w (off weekends), T+3, 3 Dec or tomorrow.").format(text=text)


def parse(text: str, today: dt.date | None = None) -> Due | None:
    """`T-14`, `T+3`, `T-14w` (off weekends), a day, or nothing. Raises Unclear.

    A day without its year, or named as in speech (`tomorrow`, `friday`), is the next such day from `today` on.
    """
    stripped = text.strip()
    if stripped.casefold() in ("", "none", "—"):
        return None
    if stripped.casefold() in ("t", "t-0", "t+0"):
        return Due(offset=0)
    matched = OFFSET.fullmatch(stripped)
    if matched is not None and matched.group(2):
        return Due(
            offset=int(matched.group(2)) * (1 if matched.group(1) == "+" else -1), workday=bool(matched.group(3))
        )
    date = days.parse_date(stripped) or _spoken(stripped.casefold(), today or dt.datetime.now().astimezone().date())
    if date is None:
        raise Unclear(stripped)
    return Due(date=date)


def _spoken(text: str, today: dt.date) -> dt.date | None:
    """A day of the coming year as it is said."""
    for ahead, word in enumerate((tr("today"), tr("tomorrow"))):
        if text == word.casefold():
            return today + dt.timedelta(days=ahead)
    locale = QLocale()
    for ahead in range(1, 8):
        day = today + dt.timedelta(days=ahead)
        kinds = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
        if text in {locale.dayName(day.isoweekday(), kind).casefold() for kind in kinds}:
            return day
    for year in range(today.year, today.year + 9):  # 29 Feb may be a while
        for form in ("d MMM", "MMM d", "d MMMM", "MMMM d"):
            read: QDate = locale.toDate(f"{text.rstrip('.')} {year}", f"{form} yyyy")
            if read.isValid() and (day := dt.date(read.year(), read.month(), read.day())) >= today:
                return day
    return None


def parse_day(text: str, launch_date: dt.date) -> dt.date:
    """A day, typed as a date or as days from launch. Raises Unclear."""
    from launchready.launch.schedule import resolve

    found = resolve(parse(text), launch_date)
    if found is None:
        raise Unclear(text)
    return found
