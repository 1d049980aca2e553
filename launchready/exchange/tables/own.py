"""Tables that Launchready wrote, read to the letter: what stands in a cell is what was there, or is an edit.

Other tables are read by what people mostly mean; here a title may say `Subitems` and an owner's name hold a comma.
"""

from __future__ import annotations

from launchready.exchange import evidence_lines
from launchready.exchange.cells import Cell, Sheet, text_of
from launchready.exchange.checklist import ChecklistDue, ChecklistStatus, ChecklistStep, ChecklistTask, Lane
from launchready.exchange.dates import read_due
from launchready.exchange.fields import read_lane
from launchready.exchange.gathering import Gathering
from launchready.exchange.ids import unique
from launchready.exchange.references import without_circles
from launchready.exchange.tables.columns import Columns
from launchready.exchange.tables.rows import RowSelection, TaskRow
from launchready.exchange.tables.serials import date_of_number
from launchready.exchange.tables.task_cells import read_gating
from launchready.exchange.task_columns import (
    ACKNOWLEDGEMENT,
    DUE_EXPORTED,
    WORKDAYS,
    unguarded,
)
from launchready.exchange.tracker.look import LONGEST
from launchready.exchange.understood import TableField

_TOLD: dict[TableField, str] = {
    "area": "area",
    "owner": "owner",
    "reviewer": "reviewer",
    "notes": "notes",
    "done_when": "done_when",
    "steps": "steps",
    "prerequisites": "prerequisites",
}


def unguard(sheets: list[Sheet]) -> None:
    """Takes away the apostrophe before text that a spreadsheet would have run as a formula."""
    for sheet in sheets:
        for row in sheet.rows:
            for place, cell in enumerate(row):
                if isinstance(cell, str) and cell.startswith("'"):
                    row[place] = unguarded(cell)


def told(sheet: Sheet, columns: Columns) -> frozenset[str]:
    """The fields of which every row speaks in full, so that an empty cell was emptied."""
    fields = {field for column, field in _TOLD.items() if columns.first(column) >= 0}
    if columns.first("due_set") >= 0 and columns.first("due") >= 0:
        fields.add("due")
    if ACKNOWLEDGEMENT in columns.headers:
        fields.add("asks")
    steps = columns.first("steps")
    if any(steps < len(row) and is_cut(row[steps]) for row in sheet.rows):
        fields.discard("steps")
    return frozenset(fields)


class OwnTasks:
    """The tasks of one sheet."""

    def __init__(self, selection: RowSelection, columns: Columns, gathering: Gathering) -> None:
        self._rows = selection.select()
        self._places = [selection.place(row.number) for row in self._rows]
        self._columns = columns
        self._gathering = gathering
        self._found = {field: columns.first(field) for field in (*_TOLD, "title", "lane", "due", "due_set", "gating")}
        self._found |= {field: columns.first(field) for field in ("status", "why", "link")}
        headers = {name: number for number, name in reversed([*enumerate(columns.headers)])}
        self._exported = headers.get(DUE_EXPORTED, -1)
        self._acknowledgement = headers.get(ACKNOWLEDGEMENT, -1)

    def tasks(self) -> list[ChecklistTask]:
        """All of them, in the order of their rows."""
        ids, needs = self._order()
        parts = zip(self._rows, self._places, ids, needs, strict=True)
        return [self._task(row, place, id_, firsts) for row, place, id_, firsts in parts]

    def _task(self, row: TaskRow, place: str, id_: str, needs: tuple[str, ...]) -> ChecklistTask:
        title, owner = self._text(row, "title"), self._text(row, "owner")
        area = self._text(row, "area") if self._gathering.options.area is None else self._gathering.options.area
        lane, status = self._lane(row), self._status(row, place)
        asks = self._acknowledgement >= 0 and row.cells[self._acknowledgement] != ""
        return ChecklistTask(
            title=title,
            done=status == "done",
            id=id_,
            status=status,
            why=self._text(row, "why"),
            gating=read_gating(self._text(row, "gating")),
            done_when=self._text(row, "done_when"),
            prerequisites=needs,
            lane=self._gathering.lane(title, area, owner, lane),
            lane_said=lane is not None,
            area=area,
            owner=owner,
            reviewer=self._text(row, "reviewer"),
            asks=asks and lane != "joint",
            due=self._due(row, place),
            notes=self._text(row, "notes"),
            steps=_steps(self._text(row, "steps")),
            links=evidence_lines.read(self._text(row, "link")),
            place=place,
        )

    def _text(self, row: TaskRow, field: TableField) -> str:
        place = self._found[field]
        text = text_of(row.cells[place]) if place >= 0 else ""
        return text.rpartition("\n")[0] if is_cut(text) else text

    def _lane(self, row: TaskRow) -> Lane | None:
        said = self._text(row, "lane").strip()
        if not said or (lane := read_lane(said)) is not None:
            return lane if said else None
        return self._gathering.unknown_lane(said, row=row.number, column=self._columns.names[self._found["lane"]])

    def _status(self, row: TaskRow, place: str) -> ChecklistStatus | None:
        said, column = self._text(row, "status").strip(), self._found["status"]
        return self._gathering.status(said, place, self._columns.names[column], row=row.number) if said else None

    def _due(self, row: TaskRow, place: str) -> ChecklistDue | None:
        """What was set, unless the day that counts was changed since it was exported."""
        day = self._cell(row, self._found["due"])
        if self._exported < 0 or day == self._cell(row, self._exported):
            return self._as_set(row, place)
        return self._read(day, row, place, self._found["due"])

    def _as_set(self, row: TaskRow, place: str) -> ChecklistDue | None:
        cell = self._cell(row, self._found["due_set"])
        text = text_of(cell).strip()
        if not text.endswith(WORKDAYS):
            return self._read(cell, row, place, self._found["due_set"])
        due = read_due(text.removesuffix(WORKDAYS)).due
        return ChecklistDue(offset=due.offset, workday=True) if due and due.offset is not None else None

    def _cell(self, row: TaskRow, place: int) -> Cell:
        return row.cells[place] if place >= 0 else ""

    def _read(self, cell: Cell, row: TaskRow, place: str, column: int) -> ChecklistDue | None:
        text = text_of(cell).strip()
        if not text:
            return None
        serial = date_of_number(text)
        if serial is not None:
            return ChecklistDue(date=serial)
        due, _ = self._gathering.due(text, place, self._columns.names[column], row=row.number)
        return due

    def _order(self) -> tuple[list[str], list[tuple[str, ...]]]:
        """The rows' ids, and of each row the ids of those that come first; keys name them, or ids."""
        columns = [[text_of(row.cells[at]).strip() for row in self._rows] for at in self._columns.of("id")]
        titles = [self._text(row, "title") for row in self._rows]
        ids = columns[0] if columns else [""] * len(titles)
        known = {said: number for column in reversed(columns) for number, said in enumerate(column) if said}
        firsts: list[list[int]] = []
        for number, row in enumerate(self._rows):
            parts = [part for said in self._text(row, "prerequisites").split(",") if (part := said.strip())]
            firsts.append(list(dict.fromkeys(known[part] for part in parts if known.get(part, number) != number)))
            for part in parts:
                if part not in known:
                    column = self._columns.names[self._found["prerequisites"]]
                    at: dict[str, str | int] = {"row": row.number, "column": column}
                    self._gathering.warn("import-prerequisite-unknown", said=part[:80], **at)
        for task, _ in without_circles(firsts):
            self._gathering.warn("import-prerequisite-circle", row=self._rows[task].number)
        named = unique([id_ or title for id_, title in zip(ids, titles, strict=True)])
        return named, [tuple(named[first] for first in needs) for needs in firsts]


def _steps(text: str) -> tuple[ChecklistStep, ...]:
    """`[x] text` or `[ ] text`, one a line; a line without a box is one that somebody added."""
    found = []
    for line in text.split("\n"):
        boxed = line[:4] in ("[x] ", "[X] ", "[ ] ")
        said = line[4:] if boxed else line
        if said.strip():
            found.append(ChecklistStep(text=said, done=boxed and line[1] != " "))
    return tuple(found)


def is_cut(cell: Cell) -> bool:
    """Whether a cell of a workbook could not hold all of its text."""
    return isinstance(cell, str) and len(cell) == LONGEST and cell.endswith("\N{HORIZONTAL ELLIPSIS}")
