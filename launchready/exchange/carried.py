"""Which text a file carries, and all that a task loses on its way out and in again: the one place that says so.

XLSX, CSV, JSON and Markdown give the same tasks back: title, lane, area, owner, reviewer, due as it was set, status
and why, gating, done when, notes, steps and their ticks, prerequisites, evidence with link, note, day and build,
whether the other lane must acknowledge, and their order. What stays behind:

- Anybody's word: sign-offs, confirmations, acknowledgements, waivers. It is given in the launch, never by a file; a
  joint gate that is done comes to another launch as to do.
- Claims, conditions and responsibilities: they are no tasks. JSON and the tracker tell them, to be read only.
- Dues more than ten years from launch.
- From any text: control characters, direction overrides, byte order marks and noncharacters, which no page can show,
  with the titles and steps that are made of nothing else; the rarer kinds of line end become plain ones, and spaces
  where a text has one line.
- In tables and Markdown: how tasks of different areas alternate, because areas stand together there; a person's
  e-mail but where two share the name, because a list goes to people who need no addresses. A name that ends in an
  address in angle brackets is read as name and e-mail. A name needs a letter, a digit or a symbol.
- In XLSX: what is longer than its cells hold (32,767 characters). The cell ends in … then, and is no edit.
- In Markdown: how much white space there is, because it shows none: one space stands for any, and ends are trimmed.
"""

from __future__ import annotations

import re
import unicodedata

from launchready.launch.changes.base import LONGEST

_UNCARRIED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff]"
)
_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


def carried(text: str) -> str:
    """Text without what no file carries."""
    return text if text.isprintable() else _UNCARRIED.sub("", text)


def plain_line_ends(text: str) -> str:
    """Text of several lines without what no file carries; they end in `\\n` alone."""
    return _UNCARRIED.sub("", _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """Text on one line, with its spaces as they are."""
    if text.isprintable() and len(text) <= LONGEST:
        return text
    return _UNCARRIED.sub("", _LINE_END.sub(" ", text[: 2 * LONGEST]).replace("\t", " "))[:LONGEST]


def many_lines(text: str) -> str:
    """Text of several lines, no longer than a launch keeps."""
    shown = plain_line_ends(text)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"


def person_line(text: str) -> str:
    """An owner on one line; punctuation alone names nobody."""
    line = one_line(text)
    named = line.partition(" <")[0]
    return line if any(sign.isalnum() or unicodedata.category(sign) == "So" for sign in named) else ""


def plain_spaced(text: str) -> str:
    """Text as Markdown has it: one space for any white space, nothing at the ends of its lines or its own."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip("\n")
