"""Evidence in the cell of a table, for people to read and change and for a reader to take back.

One piece a line, `label <link> · 2026-11-18 · build 3.0.118`, of which only the label must be there; its note stands
below it, each line behind two spaces. A backslash before a sign takes away what it means here. What people write in
less order is read as well: other parts between the dots belong to the note.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from launchready.exchange.checklist import Link
from launchready.launch.model import Evidence

_DOT = " \N{MIDDLE DOT} "
_MEANS = re.compile("[\\\\<>\N{MIDDLE DOT}]|^ ")
_ESCAPED = re.compile(r"\\(.)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def written(evidence: Iterable[Evidence]) -> str:
    return "\n".join(line for one in evidence for line in _lines(one))


def _lines(one: Evidence) -> list[str]:
    head = _escape(one.label)
    if one.link:
        head += f" <{_escape(one.link)}>"
    if one.date is not None:
        head += _DOT + one.date.isoformat()
    if one.build:
        head += f"{_DOT}build {_escape(one.build)}"
    return [head, *(f"  {line}" for line in one.note.split("\n"))] if one.note else [head]


def read(text: str) -> tuple[Link, ...]:
    """What `written` was given, or what somebody made of it."""
    found: list[Link] = []
    notes: list[list[str]] = []
    for line in text.split("\n"):
        if line.startswith("  ") and found:
            notes[-1].append(line[2:])
        elif line.strip():
            link, note = _head(line)
            found.append(link)
            notes.append([note] if note else [])
    return tuple(link._replace(note="\n".join(note)) for link, note in zip(found, notes, strict=True))


def _head(line: str) -> tuple[Link, str]:
    first, *parts = line.split(_DOT)
    build = day = None
    if parts and parts[-1].startswith("build "):
        build = parts.pop().removeprefix("build ")
    if parts and _DAY.fullmatch(parts[-1]) and (day := _day(parts[-1])):
        parts.pop()
    label, opening, link = first.rpartition(" <") if first.endswith(">") else (first, "", "")
    if not opening:
        label, link = first, ""
    note = _DOT.join(map(_unescape, parts))
    return Link(_unescape(label), _unescape(link[:-1]), date=day, build=_unescape(build or "")), note


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _escape(text: str) -> str:
    return _MEANS.sub(r"\\\g<0>", text)


def _unescape(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
