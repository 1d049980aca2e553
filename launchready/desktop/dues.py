"""A due date as people type it."""

from __future__ import annotations

import datetime as dt
import re

from launchready.desktop import days
from launchready.launch.model import Due

OFFSET = re.compile(r"T?\s*(?:([+\-−–])\s*(\d{1,4})|(?<=T))\s*(w?)", re.IGNORECASE)


class Unclear(ValueError):  # noqa: N818  an answer, not an error
    """What was typed names no day."""


def parse(text: str) -> Due | None:
    """`T-14`, `T+3`, `T-14w` (off weekends), a day, or nothing. Raises Unclear."""
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
    date = days.parse_date(stripped)
    if date is None:
        raise Unclear(stripped)
    return Due(date=date)


def parse_day(text: str, launch_date: dt.date) -> dt.date:
    """A day, typed as a date or as days from launch. Raises Unclear."""
    from launchready.launch.schedule import resolve

    found = resolve(parse(text), launch_date)
    if found is None:
        raise Unclear(text)
    return found
