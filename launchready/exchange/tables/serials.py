"""Dates that were exported as mere numbers."""

from __future__ import annotations

import datetime
import re

_EXCEL = datetime.date(1899, 12, 30)
_DIGITS = re.compile(r"(\d{5}|\d{8}|\d{10}|\d{13})(?:\.\d{1,10})?")


def date_of_number(text: str) -> datetime.date | None:
    """The date of a spreadsheet's serial (45306), a compact date (20240115), or seconds or milliseconds since 1970."""
    match = _DIGITS.fullmatch(text)
    if not match:
        return None
    digits = match[1]
    try:
        if len(digits) == 5:
            return _EXCEL + datetime.timedelta(days=int(digits)) if 25_000 <= int(digits) <= 75_000 else None
        if len(digits) == 8:
            return datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        seconds = int(digits) if len(digits) == 10 else int(digits) / 1000
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()
    except (ValueError, OverflowError):
        return None
