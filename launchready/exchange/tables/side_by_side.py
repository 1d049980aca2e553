"""Tables that stand side by side in one sheet, under the same header each."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from launchready.exchange.cells import Cell, Sheet, text_of
from launchready.exchange.tables.headings import field_of

_Said = TypeVar("_Said")
_WIDEST = 20_000


def side_by_side(sheet: Sheet, header: int) -> list[Sheet]:
    """A sheet for each of its tables, in the columns where they stand; the sheet itself if it holds one."""
    starts = _starts(sheet.rows[header]) if header >= 0 else []
    if len(starts) < 2:
        return [sheet]
    spans = [range(start, end) for start, end in zip(starts, [*starts[1:], _WIDEST], strict=True)]
    names = [_name(sheet.rows[:header], span) for span in spans]
    return [_part(sheet, span, name if all(names) else "") for span, name in zip(spans, names, strict=True)]


def _part(sheet: Sheet, span: range, name: str) -> Sheet:
    rows: list[list[Cell]] = [[*[""] * min(span.start, len(row)), *row[span.start : span.stop]] for row in sheet.rows]
    part = replace(sheet, part=name, rows=rows, faults=_within(sheet.faults, span))
    part.links, part.indents = _within(sheet.links, span), _within(sheet.indents, span)
    part.merged = [area for area in sheet.merged if area[1] in span and area[3] in span]
    return part


def _starts(header: list[Cell]) -> list[int]:
    """Where the same columns begin again, a title among them."""
    texts = [" ".join(text_of(cell).split()).casefold() for cell in header]
    titles = [at for at, text in enumerate(texts) if (known := field_of(text)) and known[0] == "title"]
    if len(titles) < 2 or len({texts[at] for at in titles}) > 1:
        return []
    first, step = next(at for at, text in enumerate(texts) if text), titles[1] - titles[0]
    group = [text for text in texts[first : first + step] if text]
    starts = [at - titles[0] + first for at in titles]
    ends = [*starts[1:], len(texts)]
    alike = all([text for text in texts[a:b] if text] == group for a, b in zip(starts, ends, strict=True))
    return starts if alike and len(group) > 1 else []


def _name(above: list[list[Cell]], span: range) -> str:
    """What stands just above a table, if that is one text."""
    texts = [[text for cell in row[span.start : span.stop] if (text := text_of(cell).strip())] for row in above]
    last = next((row for row in reversed(texts) if row), [])
    return " ".join(last[0].split()) if len(last) == 1 else ""


def _within(told: dict[tuple[int, int], _Said], span: range) -> dict[tuple[int, int], _Said]:
    return {at: said for at, said in told.items() if at[1] in span}
