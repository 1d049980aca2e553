"""Task lists written in Markdown, read as a checklist.

Boxes at the start of list items and of table rows are tasks; boxes below a task's box are its steps. Comments hold
none, and code holds them only if asked for or if the file has no other (a template shown for copying).
"""

from pathlib import Path

from launchready.exchange.checklist import Checklist, ChecklistWarning, ImportRefused, Lane
from launchready.exchange.markdown.blocks import MAX_TOKENS, Block, Document, Item, Row, TooComplex, read_blocks
from launchready.exchange.markdown.title import skip_front_matter, title_of
from launchready.exchange.markdown.walk import Leftovers, Settings, Walk
from launchready.exchange.source import read_text


def read(
    path: str | Path, *, lane: Lane | None = None, area: str | None = None, include_fenced: bool = False
) -> Checklist:
    """The checklist in a Markdown file.

    `lane` and `area`, where given, hold for every task; otherwise words decide the lane and headings the area. Raises
    ImportRefused, and nothing else, for a file that cannot be read or holds no boxes.
    """
    text = read_text(path)
    return read_markdown(text, name=str(path), lane=lane, area=area, include_fenced=include_fenced)


def read_markdown(
    text: str, *, name: str, lane: Lane | None = None, area: str | None = None, include_fenced: bool = False
) -> Checklist:
    """As `read`, for text already at hand; `name` stands for the file in titles and refusals."""
    front_matter, body = skip_front_matter(text)
    try:
        document = read_blocks(body)
        settings = Settings(lane=lane, area=area, include_fenced=include_fenced)
        title, title_heading = title_of(document, front_matter, name)
        settings.title_heading = title_heading
        walk = _walk(document, settings)
    except TooComplex:
        raise ImportRefused("import-too-complex", {"file": name, "limit": MAX_TOKENS}) from None
    if not walk.tasks:
        found = _what_was_found(document, walk.left)
        raise ImportRefused("import-no-checklist" if any(found.values()) else "import-nothing", {"file": name, **found})
    warnings = (*walk.warnings, *_left_out(walk.left, document))
    return Checklist(title=title, tasks=tuple(walk.tasks), warnings=warnings)


def _walk(document: Document, settings: Settings) -> Walk:
    """Reads lists and tables; only if they hold no box, what looks like a box elsewhere, and then says so."""
    walk = Walk(document, settings)
    walk.read()
    if walk.tasks:
        return walk
    if walk.left.bare:
        again = Walk(document, settings.but(include_bare=True))
        again.warn("bare-boxes-read", walk.left.bare[0], count=len(walk.left.bare))
    elif walk.left.fenced and not settings.include_fenced:
        again = Walk(document, settings.but(include_fenced=True))
        again.warn("fenced-boxes-read", walk.left.fenced[0], count=len(walk.left.fenced))
    else:
        return walk
    again.read()
    return again


def _left_out(left: Leftovers, document: Document) -> list[ChecklistWarning]:
    warnings = [
        ChecklistWarning(code=code, arguments={"line": lines[0], "count": len(lines)})
        for code, lines in (
            ("fenced-boxes-left-out", left.fenced),
            ("bare-boxes-left-out", left.bare),
            ("answer-boxes-left-out", left.answers),
            ("table-boxes-left-out", left.rows),
            ("untitled-boxes-left-out", left.untitled),
        )
        if lines
    ]
    if document.too_deep:
        warnings.append(ChecklistWarning(code="nested-too-deep"))
    return warnings


def _what_was_found(document: Document, left: Leftovers) -> dict[str, str | int]:
    """Counts of what the file holds instead of boxes, with the first line of each (0 if there is none)."""
    items = [block.line for block in _all_of(document.blocks) if isinstance(block, Item)]
    rows = [block.line for block in _all_of(document.blocks) if isinstance(block, Row)]
    found: dict[str, str | int] = {}
    answers = sorted((*left.answers, *left.rows))
    for kind, lines in (("items", items), ("rows", rows), ("answers", answers), ("untitled", left.untitled)):
        found[kind] = len(lines)
        found[f"{kind}_line"] = lines[0] if lines else 0
    return found


def _all_of(blocks: list[Block]) -> list[Block]:
    found: list[Block] = []
    waiting = [*reversed(blocks)]
    while waiting:
        block = waiting.pop()
        found.append(block)
        if isinstance(block, Item):
            waiting.extend(reversed(block.blocks))
    return found
