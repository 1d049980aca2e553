"""One line of Markdown as people read it: plain text, with the links beside it."""

import re
import unicodedata
from collections.abc import Sequence

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType

from launchready.exchange.checklist import Link

_LONGEST = 2_000
_MOST_BRACKETS = 24
_MOST_BACKTICKS = 60
_BARE_URL = re.compile(r"https?://[^\s<>()\[\]]+(?:\([^\s<>()]*\)[^\s<>()\[\]]*)?(?<![.,;:!?'\"])")
_TRAILING_URL = re.compile(r"(?:\s+|^)(?:[-\N{EN DASH}:]\s+)?https?://\S+\s*$")
_URL_IN_BRACKETS = re.compile(r"\s*\((?:[^()\s]{1,20}\s+){0,3}https?://[^\s()]+\)\s*$")
_LEADS_ON = re.compile(r"(?<!\w)(?:a|and|as|at|by|for|from|in|into|is|of|on|or|see|the|to|under|via|with)$", re.I)
_COMMENT = re.compile(r"<!--(.*?)(?:-->|$)", re.S)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_BREAK = re.compile(r"<br\s*/?>", re.I)
_LIVE = re.compile(r"(?:https?|mailto):", re.I)


class InlineText(msgspec.Struct, frozen=True, kw_only=True):
    """`text` is one line; what stands after a hard line break is in `more`, picture texts and dead links in `aside`."""

    text: str
    more: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    emphasised_end: str = ""


def read_inline(source: str, markdown: MarkdownIt, env: EnvType) -> InlineText:
    """Markup, comments and tags dropped, entities resolved, emoji kept; a bare address at the end moves to the links.

    What is too long or too crowded for a title is taken as it stands: brackets and backticks without a partner cost the
    square of their number.
    """
    if len(source) > _LONGEST or source.count("[") > _MOST_BRACKETS or source.count("`") > _MOST_BACKTICKS:
        return InlineText(text=one_line(source))
    tokens: list[Token] = []
    markdown.inline.parse(source, markdown, env, tokens)
    reader = _InlineReader()
    reader.read(tokens)
    return reader.result(source)


def one_line(text: str) -> str:
    """White space collapsed and control characters dropped, so that a title can be printed anywhere."""
    text = " ".join(text.split())
    if text.isprintable():
        return text
    kept = (character for character in text if unicodedata.category(character) not in ("Cc", "Cs"))
    return "".join(kept).strip()


def is_blank(text: str) -> bool:
    """True if there is nothing to see: white space, or characters without a shape such as a zero-width space."""
    return all(character.isspace() or unicodedata.category(character) in ("Cf", "Cc", "Mn") for character in text)


def strip_tags(html: str) -> str:
    """The text of a scrap of HTML."""
    return one_line(_TAG.sub("", _COMMENT.sub("", html)))


def _without_address(text: str) -> str:
    """The text without a bare address at its end, unless its words lead on to that: "Follow the steps in"."""
    bracketed = _URL_IN_BRACKETS.sub("", text)
    shown = bracketed if bracketed != text else _TRAILING_URL.sub("", text)
    return text if _LEADS_ON.search(shown) else shown


class _InlineReader:
    def __init__(self) -> None:
        self.lines: list[list[str]] = [[]]
        self.aside: list[str] = []
        self.links: list[Link] = []
        self.emphasised_end = ""
        self._open_links: list[tuple[str, int, int]] = []
        self._emphasis: list[int] = []

    def read(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            match token.type:
                case "text" | "text_special" | "code_inline":
                    self._write(token.content)
                case "softbreak":
                    self._write(" ")
                case "hardbreak":
                    self.lines.append([])
                case "html_inline":
                    if _BREAK.fullmatch(token.content):
                        self.lines.append([])
                case "image":
                    self.aside.append(one_line(token.content))
                case "link_open":
                    self._open_links.append((str(token.attrGet("href") or ""), len(self.lines), len(self.lines[-1])))
                case "link_close":
                    self._close_link()
                case "em_open":
                    self._emphasis.append(len(self.lines[-1]))
                case "em_close":
                    self.emphasised_end = "".join(self.lines[-1][self._emphasis.pop() :])

    def _write(self, text: str) -> None:
        self.lines[-1].append(text)
        if text.strip():
            self.emphasised_end = ""

    def _close_link(self) -> None:
        url, line, start = self._open_links.pop()
        label = one_line("".join(self.lines[-1][start:] if line == len(self.lines) else self.lines[-1]))
        if _LIVE.match(url):
            self.links.append(Link(label or url, url))
        elif url and not url.startswith("#"):
            self.aside.append(f"{label} ({url})" if label else url)

    def result(self, source: str) -> InlineText:
        text, *more = [one_line("".join(line)) for line in self.lines]
        for line in (text, *more):
            self.links += [
                Link(url, url) for url in _BARE_URL.findall(line) if all(url != known.link for known in self.links)
            ]
        shown = _without_address(text)
        if is_blank(shown):
            shown = text
        aside = [part for part in self.aside if part]
        if is_blank(shown):
            comments = one_line(" ".join(_COMMENT.findall(source)))
            shown = aside.pop(0) if aside else comments or one_line(source)
        return InlineText(
            text=shown,
            more=tuple(line for line in more if not is_blank(line)),
            aside=tuple(aside),
            links=tuple(self.links),
            emphasised_end=one_line(self.emphasised_end),
        )
