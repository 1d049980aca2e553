"""The columns of the task list where it leaves as a table, and how the same tasks can be read back from it.

`Due` is the day that counts; `Due as set` is what was set: `T−14`, `T−14 (workdays)` or a day. Where `Due` and `Due
when exported` differ, somebody has edited `Due`. `Lane`, `Status` and `Gating` hold the words below. Steps stand one a
line, `[x] text` or `[ ] text`; evidence as `evidence_lines` writes it; prerequisites are keys. `ID` is the task's
identity, by which a table that was edited updates the tasks it came from. Texts are as they are held, with the spaces
at their ends, and without what `carried` leaves behind.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from launchready.exchange import evidence_lines
from launchready.exchange.export import Export
from launchready.exchange.report import report as shown
from launchready.exchange.report.lists import by_area
from launchready.exchange.report.report import Report
from launchready.exchange.summary.words import LANES
from launchready.launch.model import Due, Step, Task
from launchready.launch.schedule import due_date
from launchready.wording import terms

STATUSES = ("To do", "In progress", "Blocked", "Done", "Not applicable")
YES, NO = "Yes", "No"
ACKNOWLEDGEMENT, DUE_EXPORTED = "Acknowledgement", "Due when exported"
WORKDAYS = " (workdays)"

_FORMULA = re.compile(r"['\s]*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"'['\s]*[=+\-@\t\r\n]")


class Row(Struct, frozen=True):
    """A task as it is and as it is shown, and the day on which it is due."""

    task: Task
    shown: shown.Task
    due: dt.date | None


class Column(Struct, frozen=True):
    """`width` is in characters; `lines` marks text that may take several of them."""

    title: str
    width: int
    value: Callable[[Row], str | dt.date]
    lines: bool = False


COLUMNS = (
    Column("Key", 8, lambda row: row.shown.key),
    Column("Title", 44, lambda row: row.task.title, lines=True),
    Column("Lane", 8, lambda row: LANES[row.shown.lane]),
    Column("Area", 22, lambda row: row.task.area, lines=True),
    Column("Owner", 20, lambda row: row.shown.owner, lines=True),
    Column("Due", 13, lambda row: row.due or ""),
    Column("Due as set", 12, lambda row: _as_set(row.task.due)),
    Column("Status", 15, lambda row: row.shown.status.capitalize()),
    Column("Why", 26, lambda row: row.task.why, lines=True),
    Column("Gating", 9, lambda row: YES if row.shown.gating else NO),
    Column("Done when", 40, lambda row: row.task.done_when, lines=True),
    Column("Covered by", 18, lambda row: row.shown.covered, lines=True),
    Column(ACKNOWLEDGEMENT, 26, lambda row: row.shown.acknowledgement, lines=True),
    Column("Reviewer", 16, lambda row: row.shown.reviewer, lines=True),
    Column("Prerequisites", 14, lambda row: ", ".join(row.shown.prerequisites), lines=True),
    Column("Steps", 34, lambda row: "\n".join(map(_step, row.task.steps)), lines=True),
    Column("Evidence", 44, lambda row: evidence_lines.written(row.task.evidence), lines=True),
    Column("Notes", 44, lambda row: row.task.notes, lines=True),
    Column(DUE_EXPORTED, 12, lambda row: row.due or ""),
    Column("ID", 12, lambda row: row.task.id),
)


def rows(export: Export, report: Report) -> Iterator[Row]:
    """The tasks of the launch beside those of its report, cleaned or as it was, in the order of both."""
    launch = export.launch
    for task, words in zip(by_area(launch), report.tasks, strict=True):
        yield Row(task, words, due_date(launch, task))


def _as_set(due: Due | None) -> str:
    if due is None:
        return ""
    return due.date.isoformat() if due.date is not None else terms.due(due)


def _step(step: Step) -> str:
    return f"[{'x' if step.done else ' '}] {step.text}"


def guarded(text: str) -> str:
    """Text that a spreadsheet would take for a formula, with an apostrophe before it; other text as it is."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if _GUARDED.match(text) else text
