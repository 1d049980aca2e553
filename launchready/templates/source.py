"""A template's text as tables that know where they stand, so that any of them can refuse with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NoReturn, TypeVar

import msgspec

from launchready.templates.lines import Path, line_of
from launchready.templates.model import TemplateRefused

T = TypeVar("T")

_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_KINDS = {
    bool: "true-or-false",
    str: "text",
    int: "whole-number",
    float: "number",
    list: "list",
    dict: "table",
}


class Table(msgspec.Struct, frozen=True):
    """One table of a file; `path` leads to it from the top, with the position in an array as a number."""

    file: str
    source: str
    path: Path
    values: dict[str, object]

    def refuse(self, code: str, *keys: str, **arguments: str | int | tuple[str, ...]) -> NoReturn:
        """Refuse the template at the line of the key (or keys, one inside the other), else of the table."""
        line = line_of(self.source, self.path + keys)
        raise TemplateRefused(code, file=self.file, line=line, **arguments)

    def allow(self, keys: Iterable[str]) -> None:
        """Refuse the first key that isn't one of these, naming the nearest that is."""
        allowed = tuple(keys)
        for key in self.values:
            if key not in allowed:
                self.refuse("template.unknown-key", key, key=key, nearest=nearest(key, allowed), allowed=allowed)

    def text(self, key: str) -> str:
        """The text without the spaces around it, empty where there is none."""
        return self._get(key, str, "").strip()

    def flag(self, key: str) -> bool:
        return self._get(key, bool, False)

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._get(key, list, [])
        if not all(isinstance(value, str) and value.strip() for value in values):
            self.refuse("template.wrong-type", key, key=key, expected="list-of-texts", found="list")
        return tuple(value.strip() for value in values)

    def table(self, key: str) -> Table:
        return Table(self.file, self.source, (*self.path, key), self._get(key, dict, {}))

    def tables(self, key: str) -> tuple[Table, ...]:
        values = self._get(key, list, [])
        if not all(isinstance(value, dict) for value in values):
            self.refuse("template.wrong-type", key, key=key, expected="list-of-tables", found="list")
        return tuple(Table(self.file, self.source, (*self.path, key, n), value) for n, value in enumerate(values))

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        """The text in lower case, which must be one of these; empty where there is none."""
        value = self.text(key).lower()
        if value and value not in allowed:
            self.refuse(f"template.unknown-{key}", key, value=value, nearest=nearest(value, allowed), allowed=allowed)
        return value

    def _get(self, key: str, kind: type[T], default: T) -> T:
        value = self.values.get(key, default)
        if type(value) is not kind:
            found = _KINDS.get(type(value), "date-or-time")
            self.refuse("template.wrong-type", key, key=key, expected=_KINDS[kind], found=found)
        return value


def top_table(text: str, file: str) -> Table:
    """The whole text as a table; refused where it isn't TOML."""
    import tomllib

    text = text.removeprefix("\ufeff")
    try:
        return Table(file, text, (), tomllib.loads(text))
    except RecursionError:
        raise TemplateRefused("template.too-deep", file=file, line=_deepest_line(text)) from None
    except tomllib.TOMLDecodeError as error:
        line, column = _place(str(error), text)
        reason = _AT.sub("", str(error))
        raise TemplateRefused("template.syntax", file=file, line=line, column=column, reason=reason) from None
    except ValueError:  # the one thing that tomllib lets through: int() refuses thousands of digits
        line, column = _position(text, digits.start() if (digits := re.search(r"[0-9_]{4000}", text)) else 0)
        raise TemplateRefused("template.number-too-long", file=file, line=line, column=column) from None


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The allowed word that was probably meant, or nothing."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, allowed, n=1)), "")


def _place(message: str, text: str) -> tuple[int, int]:
    at = _AT.search(message)
    return (int(at[1]), int(at[2])) if at and at[1] else _position(text, len(text))


def _position(text: str, index: int) -> tuple[int, int]:
    """Line and column, both from 1."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _deepest_line(text: str) -> int:
    return max(enumerate(text.split("\n"), 1), key=lambda numbered: numbered[1].count("[") + numbered[1].count("{"))[0]
