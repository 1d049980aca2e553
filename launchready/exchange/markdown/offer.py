"""Markdown among the other formats: the same preview, and what to do with a file that has no boxes."""

from __future__ import annotations

import re
from functools import reduce

import msgspec

from launchready.exchange.cells import Cell, Sheet, text_of
from launchready.exchange.checklist import Checklist, ChecklistWarning, ImportRefused
from launchready.exchange.gathering import area_lanes_of
from launchready.exchange.ids import unique
from launchready.exchange.markdown.blocks import Document, Heading, Row, TooComplex, read_blocks
from launchready.exchange.markdown.box import read_box
from launchready.exchange.markdown.inline import read_inline
from launchready.exchange.markdown.own import is_own, read_own
from launchready.exchange.markdown.tasks import read_markdown
from launchready.exchange.markdown.title import skip_front_matter
from launchready.exchange.products import origin_of
from launchready.exchange.status_words import read_box as read_status_box
from launchready.exchange.tables.header import find_header
from launchready.exchange.tables.shape import shape_of
from launchready.exchange.tables.sheets import read_tables
from launchready.exchange.understood import Options, Skipped, Understood

_MOST_TABLES = 200
_APPROVAL = re.compile(r"\b(?:approv|signature|signed|sign-?off)", re.I)
_FENCE = re.compile(r"\s*(?:```|~~~)")
_ITEM = re.compile(r"(\s*(?:[-*+]|\d{1,3}[.)])[ \t]+)(?=[^\s\[]|\[[^\]\n]{2,200}\])")
_SIGN = re.compile(
    r"(?:(?P<done>[\N{CHECK MARK}\N{HEAVY CHECK MARK}\N{WHITE HEAVY CHECK MARK}]|:(?:white|heavy)_check_mark:)"
    r"|[\N{CROSS MARK}\N{BALLOT X}\N{WHITE LARGE SQUARE}\N{WHITE SQUARE BUTTON}\N{BLACK SQUARE BUTTON}]|:x:)"
    r"\N{VARIATION SELECTOR-16}?\s*"
)


def read_offer(text: str, file: str, options: Options) -> Understood:
    """The checklist in a Markdown text; `skip` are its lines."""
    if is_own(text):
        return read_own(text, file, options)
    all_tables = _tables(text) if options.include_plain else []
    tables = [sheet for sheet in all_tables if _is_plan(sheet, options)][:_MOST_TABLES]
    try:
        found = _boxes(_read(text, file, options), file, options)
    except ImportRefused as refused:
        if refused.code not in ("import-no-checklist", "import-nothing") or not options.include_plain:
            raise
        if tables or (all_tables and not refused.arguments.get("items")):
            return _rows(tables or all_tables[:_MOST_TABLES], file, options)
        found = _boxes(_read(_with_boxes(text), file, options), file, options)
        plain = ChecklistWarning(code="plain-items-read", arguments={"count": found.checklist.counts.tasks})
        checklist = msgspec.structs.replace(found.checklist, warnings=(plain, *found.warnings))
        return msgspec.structs.replace(found, checklist=checklist)
    return _together(found, _rows(tables, file, options)) if tables else found


def _boxes(found: Checklist, file: str, options: Options) -> Understood:
    """What was read, without the lines to skip, and with the lanes that areas are said to have."""
    lanes = {area.strip().casefold(): lane for area, lane in options.lanes.items()}
    skip = {f"line {line}" for line in options.skip}
    tasks = tuple(
        msgspec.structs.replace(task, lane=lanes.get(task.area.casefold(), task.lane))
        for task in found.tasks
        if task.place not in skip
    )
    skipped = tuple(
        Skipped(place=task.place, why="said", said=task.title[:80]) for task in found.tasks if task.place in skip
    )
    origin = options.origin or origin_of(file)
    return Understood(
        file=file,
        format="markdown",
        product="markdown",
        checklist=msgspec.structs.replace(found, tasks=tasks, origin=origin),
        areas=area_lanes_of(tasks),
        skipped=skipped,
    )


def _rows(tables: list[Sheet], file: str, options: Options) -> Understood:
    """The rows of all tables, those with the same columns as one; a table that can't be read is told."""
    alike: dict[tuple[str, ...], list[Sheet]] = {}
    for sheet in tables:
        alike.setdefault(tuple(map(text_of, sheet.rows[0])), []).append(sheet)
    found: list[Understood] = []
    left: list[Skipped] = []
    refusal: ImportRefused | None = None
    for sheets in alike.values():
        try:
            found.append(read_tables(sheets, file, options, "markdown"))
        except ImportRefused as refused:
            refusal = refusal or refused
            left.extend(Skipped(place=f"line {sheet.first}", why="unread", said=sheet.name) for sheet in sheets)
    if not found:
        raise refusal or ImportRefused("import-empty", {"file": file})
    together = reduce(_together, found)
    return msgspec.structs.replace(together, skipped=(*together.skipped, *left))


def _together(one: Understood, other: Understood) -> Understood:
    """Two parts of a file as one; ids are told apart, and boxes that were left out became rows."""
    left = [warning for warning in one.warnings if warning.code != "table-boxes-left-out"]
    both = (*one.checklist.tasks, *other.checklist.tasks)
    ids = unique([task.id or task.title for task in both])
    tasks = tuple(msgspec.structs.replace(task, id=id_) for task, id_ in zip(both, ids, strict=True))
    checklist = msgspec.structs.replace(one.checklist, tasks=tasks, warnings=(*left, *other.warnings))
    return msgspec.structs.replace(
        one,
        product=other.product,
        checklist=checklist,
        columns=(*one.columns, *other.columns),
        statuses=(*one.statuses, *other.statuses),
        dates=(*one.dates, *other.dates),
        suggested=one.suggested or other.suggested,
        areas=area_lanes_of(tasks),
        skipped=(*one.skipped, *other.skipped),
        questions=(*one.questions, *other.questions),
    )


def _read(text: str, file: str, options: Options) -> Checklist:
    return read_markdown(text, name=file, lane=options.lane, area=options.area, include_fenced=options.include_fenced)


def _tables(text: str) -> list[Sheet]:
    """The tables, each under its heading, but those of people; rows that begin with a box are no part."""
    sheets: list[Sheet] = []
    heading = ""
    try:
        document = read_blocks(skip_front_matter(text)[1])
    except TooComplex:
        return []
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = read_inline(block.source, document.markdown, document.env).text
        if not isinstance(block, Row) or (block.cells and read_box(block.cells[0]) is not None):
            continue
        last = sheets[-1] if sheets else None
        if last is None or last.first + len(last.rows) != block.line:
            header: list[Cell] = [*(_plain(cell, document)[0] for cell in block.header), "Link"]
            last = Sheet(name=heading, rows=[header, []], first=block.line - 2, named=True)
            sheets.append(last)
        cells = [_plain(cell, document) for cell in block.cells]
        width = len(last.rows[0]) - 1
        texts = [*(text for text, _ in cells[:width]), *[""] * (width - len(cells))]
        last.rows.append([*texts, "\n".join(filter(None, (links for _, links in cells)))])
    linked = {tuple(sheet.rows[0]) for sheet in sheets if any(row[-1] for row in sheet.rows[2:])}
    for sheet in sheets:
        if tuple(sheet.rows[0]) not in linked:
            sheet.rows = [row[:-1] for row in sheet.rows]
    return [sheet for sheet in sheets if not _is_of_people([text_of(cell) for cell in sheet.rows[0]])]


def _is_of_people(headings: list[str]) -> bool:
    """Whether a table tells who approves, or who has which role."""
    return any(map(_APPROVAL.search, headings)) or {"role", "name"} <= {heading.casefold() for heading in headings}


def _plain(source: str, document: Document) -> tuple[str, str]:
    """A cell's text, and its links in words."""
    if read_status_box(source) is not None:
        return source.strip(), ""
    inline = read_inline(source, document.markdown, document.env)
    links = "\n".join(f"{one.label} {one.link}" if one.label != one.link else one.link for one in inline.links)
    return "\n".join((inline.text, *inline.more)), links


def _is_plan(sheet: Sheet, options: Options) -> bool:
    """Whether the columns tell of tasks."""
    if find_header(sheet, options) == 0:
        return True
    shape = shape_of(sheet)
    return shape is not None and shape.header == 0


def _with_boxes(text: str) -> str:
    """The text with a box before each list item outside of code, ticked where a tick stands there already."""
    lines, fenced = [], False
    for line in text.split("\n"):
        fenced ^= _FENCE.match(line) is not None
        item = None if fenced else _ITEM.match(line)
        lines.append(f"{item[1]}{_boxed(line[item.end() :])}" if item else line)
    return "\n".join(lines)


def _boxed(item: str) -> str:
    sign = _SIGN.match(item)
    return f"[{'x' if sign and sign['done'] else ' '}] {item[sign.end() :] if sign else item}"
