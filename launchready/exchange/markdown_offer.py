"""Markdown among the other formats: the same preview, and what to do with a file that has no boxes."""

from __future__ import annotations

import re

import msgspec

from launchready.exchange.cells import Cell, Sheet
from launchready.exchange.checklist import Checklist, ChecklistWarning, ImportRefused
from launchready.exchange.columns import find_header
from launchready.exchange.gathering import area_lanes_of
from launchready.exchange.markdown_blocks import Row, read_blocks
from launchready.exchange.markdown_in import read_markdown
from launchready.exchange.markdown_own import is_own, read_own
from launchready.exchange.products import origin_of
from launchready.exchange.table_in import read_tables
from launchready.exchange.understood import Options, Skipped, Understood

_FENCE = re.compile(r"\s*(?:```|~~~)")
_ITEM = re.compile(r"(\s*(?:[-*+]|\d{1,3}[.)])[ \t]+)(?=[^\s\[])")


def read_offer(text: str, file: str, options: Options) -> Understood:
    """The checklist in a Markdown text; `skip` are its lines."""
    if is_own(text):
        return read_own(text, file, options)
    try:
        found = _read(text, file, options)
    except ImportRefused as refused:
        if refused.code != "import-no-checklist" or not options.include_plain:
            raise
        sheets = _tables(text)
        if sheets:
            return read_tables(sheets, file, options, "markdown")
        found = _read(_with_boxes(text), file, options)
        plain = ChecklistWarning(code="plain-items-read", arguments={"count": found.counts.tasks})
        found = msgspec.structs.replace(found, warnings=(plain, *found.warnings))
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


def _read(text: str, file: str, options: Options) -> Checklist:
    return read_markdown(text, name=file, lane=options.lane, area=options.area, include_fenced=options.include_fenced)


def _tables(text: str) -> list[Sheet]:
    """The tables whose headers name tasks, each as a sheet."""
    by_header: dict[tuple[str, ...], list[list[Cell]]] = {}
    for block in read_blocks(text).blocks:
        if isinstance(block, Row):
            by_header.setdefault(block.header, [list(block.header)]).append(list(block.cells))
    sheets = [Sheet(name=f"table {number}", rows=rows) for number, rows in enumerate(by_header.values(), start=1)]
    return [sheet for sheet in sheets if find_header(sheet, Options()) == 0]


def _with_boxes(text: str) -> str:
    """The text with a box before each list item outside of code."""
    lines, fenced = [], False
    for line in text.split("\n"):
        fenced ^= _FENCE.match(line) is not None
        lines.append(line if fenced else _ITEM.sub(r"\1[ ] ", line, count=1) if _ITEM.match(line) else line)
    return "\n".join(lines)
