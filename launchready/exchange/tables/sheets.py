"""One or several sheets of cells as a checklist; what CSV and XLSX have in common."""

from __future__ import annotations

import re
from pathlib import PurePath

from msgspec.structs import replace

from launchready.exchange.cells import Sheet, text_of
from launchready.exchange.checklist import ChecklistTask, ImportRefused
from launchready.exchange.gathering import Gathering
from launchready.exchange.products import origin_of, product_of
from launchready.exchange.status_words import is_known, read_status
from launchready.exchange.tables.columns import TELL_STATUS, Columns
from launchready.exchange.tables.header import find_header, joined_header
from launchready.exchange.tables.own import OwnTasks, told, unguard
from launchready.exchange.tables.rows import MAX_ROWS, RowSelection
from launchready.exchange.tables.shape import Shape, join_levels, part_boxes, shape_of
from launchready.exchange.tables.side_by_side import side_by_side
from launchready.exchange.tables.tasks import TableTasks
from launchready.exchange.understood import Options, Understood

_SHARED = 3
_LETTER = re.compile(r"[A-Za-z]{1,3}")
_ID_COLUMN_OF_NUMBERS = frozenset(("#", "no", "number", "nr", "s no", "sr no", "sl no", "sno", "row", "row number"))


class Table:
    """A sheet with its header and columns found."""

    def __init__(self, sheet: Sheet, shape: Shape, options: Options, file: str) -> None:
        self.sheet = sheet
        self.header = header = shape.header
        self.shaped = bool(shape.fields)
        self.columns = Columns(sheet, header, options, file, shape.fields)
        title = self.columns.first("title")
        rows = sheet.rows[header + 1 :]
        self.filled = sum(1 for row in rows if title < len(row) and row[title] != "")
        self.fields = sum(1 for column in self.columns.columns if column.field)

    @property
    def tells_status(self) -> bool:
        return any(self.columns.of(field) for field in TELL_STATUS)

    def is_continued_by(self, other: Table) -> bool:
        """Whether another sheet is part of the same plan: some of its sheets may have a column more or less."""
        mine, theirs = ([name for name in table.columns.headers if name] for table in (self, other))
        if mine == theirs or product_of(mine) == "launchready" or min(self.header, other.header) < 0:
            return mine == theirs
        title = self.columns.heading(self.columns.first("title"))
        same_title = title == other.columns.heading(other.columns.first("title"))
        return same_title and len({*mine} & {*theirs} - {""}) >= _SHARED


def read_tables(sheets: list[Sheet], file: str, options: Options, form: str) -> Understood:
    """The checklist in the sheet that looks most like a plan, and in those with the same columns or most of them."""
    gathering = Gathering(file, options)
    tables = _shown(_chosen(_tables(sheets, file, options, form), options), gathering)
    best = max(tables, key=lambda table: (table.filled > 0, table.fields, table.filled))
    alike = [table for table in tables if table.filled and best.is_continued_by(table)] or [best]
    if sum(table.filled for table in alike) > MAX_ROWS:
        raise ImportRefused("import-too-many-rows", {"file": file, "limit": MAX_ROWS})
    product = product_of(best.columns.headers)
    tasks = _tasks(alike, product, form, gathering)
    if not tasks:
        row = best.header + best.sheet.first
        code = "import-no-rows" if gathering.skipped else "import-header-only"
        raise ImportRefused(code, {"file": file, "row": row, "rows": len(gathering.skipped)})
    if best.shaped:
        read = ", ".join(f"{each.name or each.letter}={each.field}" for each in best.columns.columns if each.field)
        gathering.warn("import-columns-by-shape", said=read)
    _warn_of_more(best, gathering)
    return gathering.understood(
        tasks,
        tells=told(best.sheet, best.columns) if product == "launchready" else frozenset(),
        form=form,
        product=product,
        title=PurePath(file).stem or file,
        origin=origin_of(file, product, has_ids=_has_ids(best.columns)),
        columns=best.columns.columns,
        sheets=tuple(sheet.name for sheet in sheets if sheet.name),
        sheets_read=tuple(dict.fromkeys(table.sheet.name for table in alike if table.sheet.name)),
    )


def _tasks(alike: list[Table], product: str, form: str, gathering: Gathering) -> list[ChecklistTask]:
    own = product == "launchready"
    if own:
        unguard([table.sheet for table in alike])
    tasks: list[ChecklistTask] = []
    names = {table.sheet.name for table in alike}
    states = len(names) > 1 and all(map(is_known, names)) and not any(table.tells_status for table in alike)
    for table in alike:
        several = table.sheet.name if len({each.sheet.name for each in alike}) > 1 or form == "markdown" else ""
        unit = "line" if form == "markdown" else "row"
        selection = RowSelection(
            table.sheet, table.header, table.columns, gathering, several, unit=unit, subitems=not own
        )
        if own:
            tasks.extend(OwnTasks(selection, table.columns, gathering).tasks())
        elif states:  # a sheet for each status, as a board has lists
            status = read_status(several)[0]
            made = TableTasks(selection, table.columns, gathering, product).tasks()
            tasks.extend(replace(task, status=status, done=status == "done") for task in made)
        else:
            tasks.extend(TableTasks(selection, table.columns, gathering, product).tasks(table.sheet.part or several))
    return tasks


def _tables(sheets: list[Sheet], file: str, options: Options, form: str) -> list[Table]:
    wanted = options.sheet.strip().casefold()
    named = [sheet for sheet in sheets if not wanted or sheet.name.strip().casefold() == wanted]
    if not named:
        allowed = ", ".join(sheet.name for sheet in sheets)
        raise ImportRefused("import-unknown-sheet", {"file": file, "said": options.sheet, "allowed": allowed})
    tables = []
    refusal: ImportRefused | None = None
    for sheet in named:
        join_levels(sheet)
        if form != "markdown":
            part_boxes(sheet)
        header = find_header(sheet, options)
        for part in [sheet] if header is None or options.columns else side_by_side(sheet, header):
            shape = _shape(part, options) if header is None else Shape(joined_header(part, header), {})
            if shape is not None:
                try:
                    tables.append(Table(part, shape, options, file))
                except ImportRefused as refused:
                    refusal = refusal or refused
    if not tables:
        raise refusal or _no_header(named, file)
    return tables


def _shape(sheet: Sheet, options: Options) -> Shape | None:
    """How a sheet without known headings is read: by its shape, or as somebody says of columns by their letters."""
    said = any(field == "title" and _LETTER.fullmatch(name.strip()) for name, field in options.columns.items())
    return shape_of(sheet) or (Shape(-1, {}) if said and any(sheet.rows) else None)


def _chosen(tables: list[Table], options: Options) -> list[Table]:
    """With a sheet named, only that one."""
    return [table for table in tables if table.sheet.name == tables[0].sheet.name] if options.sheet else tables


def _shown(tables: list[Table], gathering: Gathering) -> list[Table]:
    """Without the hidden sheets, unless there are no others or one is asked for; what became of them is told."""
    hidden = [table for table in tables if table.sheet.hidden]
    shown = [table for table in tables if not table.sheet.hidden]
    if hidden and not gathering.options.sheet:
        code = "import-hidden-sheets-left" if shown else "import-hidden-sheets-read"
        gathering.warn(code, said=", ".join(table.sheet.name for table in hidden)[:200])
    return shown or hidden


def _no_header(sheets: list[Sheet], file: str) -> ImportRefused:
    """No row names a title: the refusal names what looks most like a header."""
    best: tuple[int, int, list[str]] = (0, 0, [])
    for sheet in sheets:
        for index, row in enumerate(sheet.rows[:60]):
            found = [" ".join(text_of(cell).split())[:60] for cell in row]
            found = [text for text in found if text]
            if len(found) > best[0]:
                best = (len(found), index + sheet.first, found)
    if not best[0]:
        return ImportRefused("import-empty", {"file": file})
    return ImportRefused("import-no-title-column", {"file": file, "row": best[1], "found": ", ".join(best[2][:60])})


def _has_ids(columns: Columns) -> bool:
    places = columns.of("id")
    return bool(places) and columns.heading(places[0]) not in _ID_COLUMN_OF_NUMBERS


def _warn_of_more(table: Table, gathering: Gathering) -> None:
    width = len(table.columns.headers)
    for index, row in enumerate(table.sheet.rows[table.header + 1 :], start=table.header + 1 + table.sheet.first):
        if len(row) > width and any(cell != "" for cell in row[width:]):
            gathering.warn("import-row-too-long", row=index, columns=width, cells=len(row))
