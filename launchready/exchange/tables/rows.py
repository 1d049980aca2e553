"""Which rows of a sheet are tasks, and what the others are: sections, headers again, subitems, rows without title."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from launchready.exchange.cells import Cell, Sheet, letter_of, text_of
from launchready.exchange.checklist import ChecklistStep, ImportRefused
from launchready.exchange.gathering import Gathering
from launchready.exchange.source import MAX_TASKS
from launchready.exchange.status_words import read_status
from launchready.exchange.tables.asides import (
    ASIDE_FIELDS,
    MAY_BE_ASIDE,
    TOTAL,
    ends_form,
    ends_template,
    is_total,
    names_columns,
    names_other_columns,
    stands_alone,
)
from launchready.exchange.tables.columns import Columns
from launchready.exchange.tables.filling import add_addresses, fill_merged
from launchready.exchange.tables.headings import field_of

MAX_ROWS = MAX_TASKS
_PHASE = re.compile(r"(?:phase|stage|section|part|week|workstream|milestone|track)\b|[ivx]{1,4}\.\s|.*:$", re.I)
_HEADER_BELOW_GAP = 2
"""A gap and a name may stand above the header of another table."""
_SUBITEMS = ("Subitems", "subitems")


class TaskRow(msgspec.Struct, gc=False):
    """A row that gives a task; `number` is the spreadsheet's. `heads` tells a row that stands over those below it."""

    number: int
    cells: list[Cell]
    section: str = ""
    heads: bool = False
    indent: int = 0
    steps: list[ChecklistStep] = []


class RowSelection:
    """One pass over the rows below the header."""

    def __init__(
        self,
        sheet: Sheet,
        header: int,
        columns: Columns,
        gathering: Gathering,
        sheet_name: str,
        *,
        unit: str = "row",
        subitems: bool = True,
    ) -> None:
        self.rows: list[TaskRow] = []
        self._sheet = sheet
        self._columns = columns
        self._gathering = gathering
        self._first = sheet.first
        self._place = f"{sheet_name}, {unit} " if sheet_name else f"{unit} "
        self._title = columns.first("title")
        self._width = len(columns.headers)
        self._header_texts = [text.casefold() for text in columns.headers]
        self._section = ""
        self._subitems: list[str] = []
        self._subitem_headers = _SUBITEMS if subitems else ()
        self._repeated = False
        self._gap = -_HEADER_BELOW_GAP - 1
        self._body = range(header + 1, len(sheet.rows))
        self._header = header
        texts = self._header_texts
        self._kinds = texts.index("type") if {"type", "content", "indent"} <= {*texts} else -1
        self._archived = next((at for at, word in enumerate(texts) if word in ("archived", "is_archived")), -1)

    def select(self) -> list[TaskRow]:
        """The rows that are tasks, in their order; all others are kept as skipped, with the reason."""
        fill_merged(self._sheet, self._header, self._columns)
        add_addresses(self._sheet, self._header, self._columns)
        self._walk()
        if len(self.rows) > MAX_ROWS:
            raise ImportRefused("import-too-many-rows", {"file": self._gathering.file, "limit": MAX_ROWS})
        self._leave_asides()
        self._refuse_faults()
        self._tell_hidden()
        if self._repeated and self.rows:
            self._name_first_group()
        self._find_heads()
        for task in self.rows if self._sheet.indents else ():
            task.indent = self._sheet.indents.get((task.number - self._first, self._title), 0)
        return self.rows

    def _walk(self) -> None:
        """Row by row: a task, or what it is instead."""
        title, width, rows = self._title, self._width, self._sheet.rows
        last, append = len(self._header_texts), self.rows.append
        first = rows[self._header][0] if self._header >= 0 else None
        opens = isinstance(first, str) and first != ""
        options = self._gathering.options
        some_left_out = bool(options.skip or options.skip_hidden) or max(self._kinds, self._archived) >= 0
        other_until, near = 0, -1
        for index in self._body:
            if index < other_until:
                continue
            row = rows[index]
            if len(row) < width:
                row = [*row, *[""] * (width - len(row))]
            cell = row[title]
            if some_left_out and self._is_left_out(index, row):
                continue
            if cell == "" or (isinstance(cell, str) and cell[0].isspace() and not cell.strip()):
                self._untitled(index, row)
                near = self._gap + _HEADER_BELOW_GAP
            elif cell in self._subitem_headers and sum(other != "" for other in row) > 1:
                self._open_subitems(row, self.place(index + self._first))
            elif row[0] == first and self._is_header(row[:last]):
                self._header_again(index)
            elif (opens and row[0] == first and names_columns(row)) or (
                index <= near and names_other_columns(row, self._columns.headers)
            ):
                other_until = self._leave_other_table(index)
            else:
                if self._subitems:
                    self._subitems = []
                append(TaskRow(index + self._first, row, self._section))

    def _is_left_out(self, index: int, row: list[Cell]) -> bool:
        """Whether a row is hidden, archived, left out on request, or of another kind, as Todoist's sections are."""
        number, options, why = index + self._first, self._gathering.options, ""
        if options.skip_hidden and number in self._sheet.hidden_rows:
            why = "hidden"
        elif self._archived >= 0 and text_of(row[self._archived]).casefold() == "true":
            why = "archived"
        elif number in options.skip:
            why = "said"
        elif self._kinds >= 0 and row[self._kinds] == "section":
            self._open_section(index, text_of(row[self._title]))
            return True
        elif self._kinds >= 0 and row[self._kinds] not in ("task", ""):
            why = "no-title"
        if why:
            self._gathering.skip(self.place(number), why, text_of(row[self._title]))
        return bool(why)

    def addresses(self) -> dict[int, str]:
        """What the titles of rows link to, by the rows' places among the tasks."""
        links = self._sheet.links
        keys = [(row.number - self._first, self._title) for row in self.rows] if links else []
        return {at: links[key] for at, key in enumerate(keys) if "://" in links.get(key, "")}

    def place(self, number: int) -> str:
        return f"{self._place}{number}"

    def _is_header(self, row: list[Cell]) -> bool:
        return [" ".join(text_of(cell).split()).casefold() for cell in row] == self._header_texts

    def _leave_other_table(self, index: int) -> int:
        """Leaves a table with other columns, and the row that names it; returns where this table goes on."""
        if (
            self.rows
            and self.rows[-1].number > self._gap + self._first
            and stands_alone(self.rows[-1].cells, self._title)
        ):
            name = self.rows.pop()
            self._gathering.skip(self.place(name.number), "other-table", text_of(name.cells[self._title]))
        for below in range(index, len(self._sheet.rows)):
            row = self._sheet.rows[below]
            if self._header >= 0 and self._is_header(row[: self._width]):
                return below
            if texts := [text for cell in row if (text := text_of(cell).strip())]:
                self._gathering.skip(self.place(below + self._first), "other-table", " ".join(texts))
        return len(self._sheet.rows)

    def _header_again(self, index: int) -> None:
        """A header in the midst of the rows opens a group, which the row above it names if it holds nothing else."""
        self._repeated = True
        if self.rows and stands_alone(self.rows[-1].cells, self._title):
            group = self.rows.pop()
            self._section = " ".join(text_of(group.cells[self._title]).split())
            self._gathering.skip(self.place(group.number), "section", self._section)
        self._gathering.skip(self.place(index + self._first), "header-again")

    def _name_first_group(self) -> None:
        """Where headers stand again at each group, the first group's name stands above the first header."""
        above = self._sheet.rows[self._header - 1] if self._header else []
        texts = [text for cell in above if (text := " ".join(text_of(cell).split()))]
        if len(texts) == 1:
            for row in self.rows:
                if row.section:
                    break
                row.section = texts[0]

    def _untitled(self, index: int, row: list[Cell]) -> None:
        filled = [(place, text) for place, cell in enumerate(row) if (text := text_of(cell).strip())]
        if not filled:
            self._gap = index
            return
        place = self.place(index + self._first)
        if self._subitems and self.rows:
            name = self._subitem(row)
            self._gathering.skip(place, "subitem" if name else "no-title", name or filled[0][1])
        elif (
            len(filled) == 1 and not filled[0][1].replace(".", "").isdecimal() and filled[0][1] not in ("TRUE", "FALSE")
        ):
            self._open_section(index, filled[0][1])
        else:
            self._gathering.skip(place, "no-title", " ".join(text for _, text in filled))

    def _open_section(self, index: int, name: str) -> None:
        self._section = " ".join(name.split())
        self._gathering.skip(self.place(index + self._first), "section", self._section)

    def _open_subitems(self, row: list[Cell], place: str) -> None:
        known = [field_of(text_of(cell)) for cell in row]
        self._subitems = [field[0] if field else "" for field in known]
        self._gathering.skip(place, "header-again")

    def _subitem(self, row: list[Cell]) -> str:
        """The row as a step of the task above it; empty if it names none."""
        parts = dict(zip(reversed(self._subitems), (text_of(cell).strip() for cell in reversed(row)), strict=False))
        name = parts.get("title", "")
        if name:
            done = read_status(parts.get("status", ""))[0] == "done"
            self.rows[-1].steps = [*self.rows[-1].steps, ChecklistStep(text=name, done=done)]
        return name

    def _refuse_faults(self) -> None:
        """A cell that a formula left without a value can't be read as an empty one, if its column is used."""
        if not self._sheet.faults:
            return
        used = {
            place: column.name
            for place, column in ((_place_of(column.letter), column) for column in self._columns.columns)
            if column.field not in (None, "ignore")
        }
        rows = {row.number for row in self.rows}
        for (row, place), fault in sorted(self._sheet.faults.items()):
            if row > self._header and place in used and (row + 1 in rows or place == self._title):
                code = "import-formula-without-value" if fault == "formula" else "import-cell-error"
                at: dict[str, str | int] = {
                    "row": row + 1,
                    "column": used[place],
                    "cell": f"{letter_of(place)}{row + 1}",
                    "said": fault,
                }
                raise ImportRefused(code, {"file": self._gathering.file, **at})

    def _leave_asides(self) -> None:
        """Rows that sum up those above, and those that end a template or a form, are no tasks."""
        told = [place for field in ASIDE_FIELDS for place in self._columns.of(field)]
        ids = self._columns.of("id")
        titles = [text_of(row.cells[self._title]).strip() for row in self.rows]
        asides = dict.fromkeys(range(self._closing(titles), len(titles)), "aside")
        may_be = MAY_BE_ASIDE.match
        for at in [at for at, title in enumerate(titles) if may_be(title) or title.endswith(TOTAL)]:
            if is_total(titles[at], cells := self.rows[at].cells, told, ids):
                asides[at] = "total"
            elif ends_template(titles[at]) and stands_alone(cells, self._title):
                asides[at] = "aside"
        for at, why in sorted(asides.items()):
            self._gathering.skip(self.place(self.rows[at].number), why, titles[at])
        if asides:
            self.rows[:] = [row for at, row in enumerate(self.rows) if at not in asides]

    def _closing(self, titles: list[str]) -> int:
        """Where the rows begin that end a form below a gap; where there are none, the end."""
        at = len(titles)
        while at > 1 and ends_form(titles[at - 1]):
            at -= 1
        return at if at < len(titles) and self.rows[at].number > self.rows[at - 1].number + 1 else len(titles)

    def _tell_hidden(self) -> None:
        """Hidden rows are read: most often a filter hides them, and the task is there."""
        if self._sheet.hidden_rows:
            hidden = [row.number for row in self.rows if row.number in self._sheet.hidden_rows]
            if hidden:
                self._gathering.warn("import-hidden-rows", row=hidden[0], count=len(hidden))

    def _find_heads(self) -> None:
        """Rows with a title and nothing else that stand over others: phases, by their words or by a merged cell."""
        aside = {self._title, *self._columns.of("id"), *self._columns.of("wbs"), *self._columns.of("level")}
        others = sorted({*range(self._width)} - aside, key=lambda place: -self._columns.filled(place))
        bare = [not any(row.cells[place] != "" for place in others) for row in self.rows]
        if not any(bare) or sum(bare) * 2 > len(bare):
            return
        merged = {area[0] + 1 for area in self._sheet.merged if area[1] <= self._title <= area[3] > area[1]}
        always = bare[0] and sum(bare) > 1 and not any(a and b for a, b in pairwise(bare))
        for row, is_bare, next_bare in zip(self.rows, bare, [*bare[1:], True], strict=True):
            title = text_of(row.cells[self._title]).strip()
            named = _PHASE.match(title) or (title.isupper() and len(title) > 5) or row.number in merged
            row.heads = is_bare and not next_bare and bool(named or always)


def _place_of(letter: str) -> int:
    number = 0
    for sign in letter:
        number = number * 26 + ord(sign) - 64
    return number - 1
