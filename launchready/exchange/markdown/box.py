"""Tick boxes in Markdown: the standard form, and the looser ones that people write."""

import re

import msgspec

_LOOSE_LEAD = r"(?P<lead>(?:[*_~\s]|<(?![!/?])[^<>]{1,200}>(?:</a>)?)*+)"
_BOX = re.compile(
    _LOOSE_LEAD + r"(?:\\?\[[ \t\xa0]*"
    r"(?P<mark>[xX\N{CHECK MARK}\N{HEAVY CHECK MARK}\N{WHITE HEAVY CHECK MARK}~/>!?\N{CROSS MARK}-]?)"
    r"\N{VARIATION SELECTOR-16}?[ \t\xa0]*\\?\]"
    + r"|(?P<glyph>[\N{BALLOT BOX}\N{BALLOT BOX WITH CHECK}\N{BALLOT BOX WITH X}])\N{VARIATION SELECTOR-16}?)"
)
_ADDRESS = re.compile(r"[(\[]\s*(?:[^\s)\]]*[/#.:][^\s)\]]*)?\s*[)\]]|\[|:\s*(?:<?https?:)")
_ANY_BOX = re.compile(r"\\?\[[ xX]?\\?\](?![(\[])|[\N{BALLOT BOX}\N{BALLOT BOX WITH CHECK}\N{BALLOT BOX WITH X}]")
_CLEAR_BOX = re.compile(
    r"(?<!\S)(?:\\?\[[ xX]\\?\]|[\N{BALLOT BOX}\N{BALLOT BOX WITH CHECK}\N{BALLOT BOX WITH X}])(?!\S)"
)
_TAG = re.compile(r"<[^<>]*>")
_CODE_SPAN = re.compile(r"`[^`]*`")
_LOOSE_MARKER = re.compile(
    r"^(?P<before>[ \t>]*(?:[-*+][ \t]+(?=[-*+\d]))*+)"
    r"(?P<marker>[-*+\N{BULLET}\N{WHITE BULLET}\N{BLACK SMALL SQUARE}\N{TRIANGULAR BULLET}\N{MIDDLE DOT}"
    r"\N{BLACK CIRCLE}\N{WHITE CIRCLE}\N{EN DASH}\N{EM DASH}]|\d{1,9}[.)])"
    r"(?P<space>[ \t]*)(?=\\?\[[ xX]?\\?\](?!\())"
)
_BOX_LINE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|\|[ \t]*)+\\?\[[ xX]?\\?\]", re.M)
_INPUT = re.compile(
    r"^(?P<before>[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)"
    r"<input\b(?=[^<>]*\btype\s*=\s*[\"']?checkbox)(?P<attributes>[^<>]{0,300})>",
    re.I,
)
_CHECKED = re.compile(r"(?<![\w-])checked\b", re.I)
_NOT_DONE = frozenset(("", "~", "/", "-", ">", "!", "?", "\N{CROSS MARK}"))
_LONGEST_CHOICE_WORDS = 4


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """A box and what stands after it; `mark` is set when the box holds neither a blank nor a tick ("[~]")."""

    done: bool
    text: str
    mark: str = ""


def read_box(source: str) -> Box | None:
    """The box that a list item or cell begins with, or None.

    A choice on one line ("[ ] Yes [ ] No") is an answer to be ticked, not a task, and a link is no box.
    """
    match = _BOX.match(source)
    if not match:
        return None
    text = source[match.end() :]
    mark = match["mark"] or ""
    if match["glyph"]:
        done = match["glyph"] != "\N{BALLOT BOX}"
    elif _ADDRESS.match(text):
        return None
    else:
        done = mark not in _NOT_DONE
    if _is_choice(text):
        return None
    lead = "".join(_TAG.sub("", match["lead"]).split())
    text = text.removeprefix(lead) if lead and text.startswith(lead) else lead + text.lstrip()
    return Box(done=done, text=text.strip(), mark="" if done else mark)


def has_box(source: str) -> bool:
    """True if a box stands anywhere in the text, code aside."""
    return _CLEAR_BOX.search(_CODE_SPAN.sub("", source[:2000])) is not None


def has_box_line(source: str) -> bool:
    """True if a line looks like a list item or table row that begins with a box."""
    return _BOX_LINE.search(source) is not None


def count_box_lines(source: str) -> int:
    """How many lines look like list items or table rows that begin with a box."""
    return len(_BOX_LINE.findall(source))


def tidy_marker(line: str) -> str:
    """The line with a list marker that Markdown takes: `-[ ]`, a bullet character, or too wide a gap become `- [ ]`.

    So does a box that is written in HTML.
    """
    field = _INPUT.match(line)
    if field:
        box = "[x]" if _CHECKED.search(field["attributes"]) else "[ ]"
        return f"{field['before']}{box} {line[field.end() :].lstrip()}"
    match = _LOOSE_MARKER.match(line)
    if not match or (1 <= len(match["space"]) <= 4 and match["marker"][0].isascii()):
        return line
    marker = match["marker"] if match["marker"][0].isascii() else "-"
    return f"{match['before']}{marker} {line[match.end() :]}"


def _is_choice(text: str) -> bool:
    parts = _ANY_BOX.split(_CODE_SPAN.sub("`", text[:2000]))
    return len(parts) > 1 and all(0 < len(part.split()) <= _LONGEST_CHOICE_WORDS for part in parts)
