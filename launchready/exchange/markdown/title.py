"""What a Markdown file calls itself."""

import re
from pathlib import PurePath

from launchready.exchange.markdown.blocks import Block, Document, Heading, Html, Item, Row
from launchready.exchange.markdown.box import read_box
from launchready.exchange.markdown.inline import is_blank, one_line, read_inline

_ENTRY = re.compile(r"\s*(?:#|[\w.-]+\s*[:=]|$)")
_LONGEST_FRONT_MATTER = 1_000


def skip_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The top-level entries of YAML or TOML front matter, and the text with those lines blank."""
    lines = text.split("\n")
    fence = lines[0].rstrip()
    if fence not in ("---", "+++"):
        return {}, text
    closing = ("---", "...") if fence == "---" else ("+++",)
    head = lines[:_LONGEST_FRONT_MATTER]
    end = next((number for number, line in enumerate(head) if number and line.rstrip() in closing), 0)
    if not end or not _ENTRY.match(lines[1]):
        return {}, text
    entries: dict[str, str] = {}
    for line in lines[1:end]:
        match = re.match(r"([\w-]+)\s*[:=]\s*(.+)$", line)
        if match:
            entries.setdefault(match[1].lower(), match[2].strip().strip("'\"").strip())
    return entries, "\n".join([""] * (end + 1) + lines[end + 1 :])


def title_of(document: Document, front_matter: dict[str, str], name: str) -> tuple[str, Heading | None]:
    """The title, and the heading that gives it, which is then no area.

    An issue template has its own name and, as title, a pattern for the issues made from it: the name is taken.
    """
    heading = _title_heading(document.blocks)
    keys = ("name", "title") if "about" in front_matter else ("title", "name")
    title = next((front_matter[key] for key in keys if front_matter.get(key)), "")
    if not title and heading:
        title = read_inline(heading.source, document.markdown, document.env).text
    title = one_line(title)
    return (PurePath(name).stem or name if is_blank(title) else title), heading


def _title_heading(blocks: list[Block]) -> Heading | None:
    """The file's only top heading, or one at its start that stands over no boxes of its own."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    if not headings:
        return None
    first = headings[0]
    tops = [heading for heading in headings if heading.level == 1]
    if tops == [first]:
        return first
    opens = first.level == 1 or next(block for block in blocks if not isinstance(block, Html)) is first
    return first if opens and len(headings) > 1 and not _boxes_between(blocks, first, headings[1]) else None


def _boxes_between(blocks: list[Block], first: Heading, second: Heading) -> bool:
    return any(
        (isinstance(block, Item) and _item_has_box(block))
        or (isinstance(block, Row) and read_box(block.cells[0]) is not None)
        for block in blocks
        if first.line < block.line < second.line
    )


def _item_has_box(item: Item) -> bool:
    waiting = [item]
    while waiting:
        current = waiting.pop()
        if current.source is not None and read_box(current.source):
            return True
        waiting.extend(block for block in current.blocks if isinstance(block, Item))
    return False
