"""Where in a TOML text each table and key stands, which tomllib doesn't tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_STATEMENT = re.compile(rf"[ \t]*(?:(?P<header>\[\[?)[ \t]*(?P<table>{_DOTTED})[ \t]*\]\]?|(?P<key>{_DOTTED})[ \t]*=)")
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")'
    r"|'''.*?'{3,5}(?!')"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)


def line_of(text: str, path: Path) -> int:
    """The line, from 1, of the longest part of the path that is written out; the nth table of an array by its n.

    The text must be valid TOML. Keys within a value (inline tables, lists) answer with the line of that value's key.
    """
    lines = _lines(text)
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _lines(text: str) -> dict[Path, int]:
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for line, statement in _statements(text):
        if statement["key"]:
            path = table + _parts(statement["key"])
            for end in range(len(table) + 1, len(path) + 1):
                found.setdefault(path[:end], line)
        else:
            table = _table(_parts(statement["table"]), statement["header"] == "[[", counts)
            found.setdefault(table, line)
    return found


def _table(parts: tuple[str, ...], is_array: bool, counts: dict[Path, int]) -> Path:
    """The path that a header opens; `counts` holds how many tables each array has so far."""
    path: Path = ()
    for part in parts[:-1]:
        path += (part,)
        if path in counts:
            path += (counts[path] - 1,)
    path += parts[-1:]
    if is_array:
        counts[path] = counts.get(path, 0) + 1
        path += (counts[path] - 1,)
    return path


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part[1:-1] if part[0] in "\"'" else part for part in re.findall(_KEY, dotted))


def _statements(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Each header and each key with its line, skipping what lies in strings, lists and comments."""
    position, line = 0, 1
    while position < len(text):
        if statement := _STATEMENT.match(text, position):
            yield line, statement
            position = statement.end()
        end = _line_end(text, position)
        line += text.count("\n", position, end)
        position = end


def _line_end(text: str, position: int) -> int:
    """Just after the newline that ends the value at this position, or the end of the text."""
    depth = 0
    for token in _TOKEN.finditer(text, position):
        if token[0] in ("[", "{"):
            depth += 1
        elif token[0] in ("]", "}"):
            depth -= 1
        elif token[0] == "\n" and depth <= 0:
            return token.end()
    return len(text)
