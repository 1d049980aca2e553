"""A Markdown file as headings, list items, table rows and paragraphs, each with its line.

The structure is CommonMark's with tables. Two loose forms that CommonMark reads as plain text are mended line by line
before, so that line numbers hold: list markers set tight against a box, and lists that start right below an HTML tag.
"""

import re
from collections.abc import Iterator
from functools import cache

import msgspec
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from launchready.exchange.markdown.box import has_box_line, tidy_marker
from launchready.exchange.markdown.inline import strip_tags

MAX_TOKENS = 1_000_000
MAX_CELLS = 250_000
MAX_NESTING = 100
_LONGEST_LINE = 10_000
_KEPT_TAIL = 1_000

_OPAQUE_HTML = re.compile(r"\s*<(?:!|\?|(?:script|pre|style|textarea)\b)", re.I)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_HTML_HEADING = re.compile(r"<h([1-6])\b[^<>]{0,300}>(.{0,500}?)</h\1\s*>", re.I | re.S)


class Heading(msgspec.Struct):
    """A heading outside of lists, whether written with `#`, underlined or as an HTML tag."""

    line: int
    level: int
    source: str


class Paragraph(msgspec.Struct):
    """Plain text, one or more lines."""

    line: int
    source: str


class Code(msgspec.Struct):
    """A code fence or indented code; `first` is the line where its content begins."""

    line: int
    first: int
    source: str


class Html(msgspec.Struct):
    """Raw HTML, comments included."""

    line: int
    source: str


class Row(msgspec.Struct):
    """A table row under its header."""

    line: int
    header: tuple[str, ...]
    cells: list[str]


class Item(msgspec.Struct):
    """A list item: its first paragraph and all blocks below it, nested items among them."""

    line: int
    source: str | None
    blocks: "list[Block]"


Block = Heading | Paragraph | Code | Html | Row | Item


class Document(msgspec.Struct):
    """The blocks of a file, and what inline reading needs besides."""

    blocks: list[Block]
    markdown: MarkdownIt
    env: EnvType
    too_deep: bool = False


class TooComplex(Exception):  # noqa: N818 - an answer about the file, turned into a refusal by the caller
    """The file has more parts than a checklist can have; reading on would take unbounded memory."""


def read_blocks(text: str, first_line: int = 1) -> Document:
    """The structure of a Markdown text whose first line has the given number. Raises TooComplex beyond the bounds."""
    lines = [tidy_marker(_bounded(line)) for line in text.split("\n")]
    if sum(line.count("|") for line in lines) > MAX_CELLS:
        raise TooComplex
    markdown = _markdown()
    tags: dict[int, str] = {}
    for _ in range(3):
        env: EnvType = {}
        tokens = markdown.parse("\n".join(lines), env)
        if not _expose_lists_below_tags(tokens, lines, tags):
            break
    blocks = list(_BlockReader(first_line, tags).read(tokens))
    too_deep = any(token.level >= MAX_NESTING - 2 for token in tokens)
    return Document(blocks=blocks, markdown=markdown, env=env, too_deep=too_deep)


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    # Inline markup is read later, for titles and notes alone.
    markdown.core.ruler.disable(["inline", "text_join"])
    markdown.block.ruler.before("table", "bound", _bound, {"alt": []})
    return markdown


def _bound(state: StateBlock, _start: int, _end: int, _silent: bool) -> bool:
    if len(state.tokens) > MAX_TOKENS:
        raise TooComplex
    return False


def _bounded(line: str) -> str:
    """A line over the bound loses its middle (an embedded picture, most often), but not the end of a comment."""
    if len(line) <= _LONGEST_LINE:
        return line
    middle = line[_LONGEST_LINE - _KEPT_TAIL : -_KEPT_TAIL]
    return line[: _LONGEST_LINE - _KEPT_TAIL] + (" --> " if "-->" in middle else " ") + line[-_KEPT_TAIL:]


def _expose_lists_below_tags(tokens: list[Token], lines: list[str], tags: dict[int, str]) -> bool:
    """Blanks the tag lines of HTML blocks that swallowed a list; true if any did. `tags` gets what was blanked."""
    found = False
    for token in tokens:
        if token.type != "html_block" or token.map is None or _OPAQUE_HTML.match(token.content):
            continue
        start, end = token.map
        visible = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), "\n".join(lines[start:end])).split("\n")
        if not has_box_line("\n".join(visible)):
            continue
        for number, line in enumerate(visible, start=start):
            is_tag = line.lstrip(" >\t").startswith("<")
            if is_tag:
                tags[number] = line
            lines[number] = "" if is_tag else line
        found = True
    return found


class _BlockReader:
    def __init__(self, first_line: int, tags: dict[int, str]) -> None:
        self._first_line = first_line
        self._tags = sorted(tags.items(), reverse=True)
        self._root: list[Block] = []
        self._open: list[Item] = []
        self._header: tuple[str, ...] = ()
        self._cells: list[str] = []
        self._in_head = False
        self._line = first_line

    def read(self, tokens: list[Token]) -> list[Block]:
        stream = iter(tokens)
        for token in stream:
            if token.map is not None:
                self._line = token.map[0] + self._first_line
                self._release_tags(token.map[0])
            self._take(token, stream)
        self._release_tags(None)
        return self._root

    def _take(self, token: Token, stream: Iterator[Token]) -> None:
        match token.type:
            case "list_item_open":
                item = Item(line=self._line, source=None, blocks=[])
                self._add(item)
                self._open.append(item)
            case "list_item_close":
                self._open.pop()
            case "heading_open":
                self._add_text(next(stream).content, level=int(token.tag[1]))
            case "paragraph_open":
                self._add_text(next(stream).content)
            case "fence":
                self._add(Code(line=self._line, first=self._line + 1, source=token.content))
            case "code_block":
                self._add(Code(line=self._line, first=self._line, source=token.content))
            case "html_block":
                self._add_html(token.content, self._line)
            case "tr_open":
                self._cells = []
            case "th_open" | "td_open":
                self._cells.append(next(stream).content)
            case "thead_open":
                self._in_head = True
            case "thead_close":
                self._in_head = False
                self._header = tuple(self._cells)
            case "tr_close" if not self._in_head:
                self._add(Row(line=self._line, header=self._header, cells=self._cells))

    def _add(self, block: Block) -> None:
        (self._open[-1].blocks if self._open else self._root).append(block)

    def _add_text(self, source: str, level: int = 0) -> None:
        item = self._open[-1] if self._open else None
        if item and item.source is None and not item.blocks:
            item.source = source
        elif level and not item:
            self._add(Heading(line=self._line, level=level, source=source))
        else:
            self._add(Paragraph(line=self._line, source=source))

    def _add_html(self, source: str, line: int) -> None:
        heading = None if self._open else _HTML_HEADING.search(source[:2_000])
        if heading:
            self._add(Heading(line=line, level=int(heading[1]), source=strip_tags(heading[2])))
        else:
            self._add(Html(line=line, source=source))

    def _release_tags(self, before: int | None) -> None:
        """Puts the tag lines that were blanked back in their order, as blocks of their own between the others."""
        while not self._open and self._tags and (before is None or self._tags[-1][0] < before):
            number, line = self._tags.pop()
            self._add_html(line, number + self._first_line)
