"""The few kinds of block that the annex of the summary is made of, so that three writers say the same."""

from __future__ import annotations

from typing import Literal

import msgspec

from launchready.exchange.report.report import LaneName, Mark
from launchready.exchange.summary.words import safe_link

Style = Literal["plain", "strong", "muted", "mono", "alert"]


class Span(msgspec.Struct, frozen=True, gc=False):
    """A run of text in one style; `mark` puts a shape before it, `lane` gives it that lane's colour."""

    text: str
    style: Style = "plain"
    href: str = ""
    mark: Mark | None = None
    lane: LaneName | None = None


Line = tuple[Span, ...]
Cell = tuple[Line, ...]


class Column(msgspec.Struct, frozen=True):
    """`width` is at most, in points on A4, and where it is 0 a share of what the others leave."""

    title: str
    width: int = 0
    align: Literal["left", "center"] = "left"
    named: bool = False  # where the table becomes a list, the title has to stand before the value


class Group(msgspec.Struct, frozen=True):
    """Rows under one heading of their own; no heading where the title is empty."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]


class Table(msgspec.Struct, frozen=True, tag="table"):
    """`listed` tables hold more than one line in a cell; Markdown writes them as a list."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    title: str = ""
    listed: bool = True


class Facts(msgspec.Struct, frozen=True, tag="facts"):
    """A heading line with terms and what they are."""

    title: Line
    pairs: tuple[tuple[str, Cell], ...]


class Section(msgspec.Struct, frozen=True):
    """A numbered part of the annex; `note` is its one line under the heading, or says that it is empty."""

    id: str
    title: str
    note: str
    blocks: tuple[Table | Facts, ...] = ()


def line(text: str, style: Style = "plain", *, mark: Mark | None = None, lane: LaneName | None = None) -> Line:
    """A line of one span, or no spans where there is no text."""
    return (Span(text.replace("\n", " "), style, mark=mark, lane=lane),) if text or mark else ()


def labelled(label: str, text: str) -> Cell:
    """`Done when: …` with the label muted, a line for each paragraph; nothing where there is no text."""
    if not text:
        return ()
    first, *rest = paragraphs(text) or ((),)
    return ((Span(f"{label}: ", "muted"), *first), *rest) if first else ()


def linked(label: str, address: str) -> Line:
    """The label as a link where the address is safe; otherwise both as text, so that nothing is lost."""
    href = safe_link(address)
    if href:
        return (Span(label or address, href=href),)
    return (Span(label), Span(f" ({address})", "muted")) if label and address else line(label or address)


def paragraphs(text: str) -> Cell:
    """Text of several lines, a line each."""
    if not text:
        return ()
    return tuple([line(" ".join(part.split())) for part in text.split("\n") if part.strip()])


def cell(*lines: Line) -> Cell:
    """The lines that have something in them."""
    return tuple([one for one in lines if one])


def facts(title: Line, *pairs: tuple[str, str | Cell]) -> Facts:
    """Facts without those that are empty."""
    filled = ((term, paragraphs(value) if isinstance(value, str) else value) for term, value in pairs)
    return Facts(title, tuple((term, value) for term, value in filled if value))
