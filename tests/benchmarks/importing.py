"""What reading a table costs above the least it could: `csv.reader`, and the same tasks built from its rows."""

from __future__ import annotations

import csv
import datetime as dt
import io
import tempfile
from pathlib import Path
from statistics import median
from typing import get_args

from launchready.exchange import readers
from launchready.exchange.checklist import ChecklistDue, ChecklistStatus, ChecklistTask, Link
from tests.benchmarks.storage import Row, _timed

HEADER = (
    *("Task ID", "Task Name", "Owner", "Status", "Priority", "Phase", "Start Date", "Due Date", "Depends on"),
    *("Acceptance criteria", "Evidence", "Notes"),
)
SUBJECTS = (
    "release notes",
    "load test",
    "landing page",
    "press release",
    "rollback plan",
    "pricing page",
    "demo video",
)
STATUSES: tuple[ChecklistStatus, ...] = get_args(ChecklistStatus)
SHOWN = {"to-do": "Not started", "in-progress": "In Progress", "blocked": "On hold", "done": "Done"}


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return [reading(Path(folder), 10_000)]


def table(size: int) -> list[list[str]]:
    """A plan of as many tasks, whose owners, phases and dates recur as they do in real ones."""
    day = dt.date(2026, 1, 5)
    made = []
    for number in range(size):
        due = day + dt.timedelta(days=number % 300)
        status = STATUSES[number % 4]
        made.append(
            [
                *(f"LR-{number}", f"Draft and review the {SUBJECTS[number % 7]} for region {number}"),
                *(f"Person {number % 40}", SHOWN[status], "High", f"Phase {number % 12}"),
                *((due - dt.timedelta(days=7)).isoformat(), due.isoformat(), f"LR-{number - 1}" if number % 3 else ""),
                *(f"Signed by the lead of region {number}", f"https://example.com/{number}" if number % 4 == 0 else ""),
                f"Agreed in the weekly of {due.isoformat()},\nto be repeated for wave {number % 9}",
            ]
        )
    return made


def reading(folder: Path, size: int, rounds: int = 9) -> Row:
    """A CSV file as a checklist with its preview, beside a bare reader and the same structs."""
    path = folder / "plan.csv"
    out = io.StringIO(newline="")
    csv.writer(out).writerows([HEADER, *table(size)])
    path.write_text(out.getvalue(), encoding="utf-8", newline="")
    assert len(readers.read(path).checklist.tasks) == len(_floor(path)) == size
    ours, floor = [], []
    for _ in range(rounds):
        ours.append(_timed(lambda: readers.read(path)))
        floor.append(_timed(lambda: _floor(path)))
    return Row(f"importing {size:,} rows of CSV / csv.reader and the structs", median(ours), median(floor), 6.0)


def _floor(path: Path) -> list[ChecklistTask]:
    statuses: dict[str, ChecklistStatus] = {word: status for status, word in SHOWN.items()}  # type: ignore[misc]
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        return [
            ChecklistTask(
                id=row[0],
                title=row[1],
                owner=row[2],
                status=statuses[row[3]],
                done=row[3] == "Done",
                area=row[5],
                due=ChecklistDue(date=dt.date.fromisoformat(row[7])),
                prerequisites=(row[8],) if row[8] else (),
                done_when=row[9],
                links=(Link("", row[10]),) if row[10] else (),
                notes=row[11],
                place=f"row {number}",
            )
            for number, row in enumerate(reader, start=2)
        ]
