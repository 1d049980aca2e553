"""The tasks as CSV (RFC 4180), one a line, in the columns of `task_columns`.

UTF-8 with a byte order mark: without one Excel reads UTF-8 as the system's old code page and spoils every name that is
not ASCII. Readers of CSV skip the mark. Text that a spreadsheet would run as a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import datetime as dt
import io

from launchready.exchange.carried import carried
from launchready.exchange.export import Export
from launchready.exchange.task_columns import COLUMNS, guarded, rows


def write(export: Export) -> bytes:
    """The file, days as ISO 8601."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(column.title for column in COLUMNS)
    for row in rows(export, export.report):
        table.writerow(_cell(column.value(row)) for column in COLUMNS)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: str | dt.date) -> str:
    return guarded(carried(value)) if isinstance(value, str) else value.isoformat()
