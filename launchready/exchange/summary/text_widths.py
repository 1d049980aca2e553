"""How wide text runs in the bundled type, so that the lines it takes are known before it is set.

Only characters that the type has, each of one glyph that stands by itself: of anything else only a shaper can tell.
Kerning is not counted, so it has to be off where these widths are relied on.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from bisect import bisect_left
from functools import cache

from launchready.exchange.summary.words import columns_of
from launchready.places import resources

_FILES = {400: "Inter-Regular", 500: "Inter-Medium", 600: "Inter-SemiBold"}
_BREAK = re.compile(" |(?<=-)")
_COLUMN = 0.6  # em: a character of unknown width; those of East Asia take two
_TABULAR = 0.65  # em: figures, and signs among them, where they are set to be of one width


class Widths(dict[str, float]):
    """The width of each word in em; KeyError where it has a character of which none is known."""

    def __init__(self, font: Font, *, tabular: bool) -> None:
        super().__init__({"": 0.0})
        self._font = font
        self._tabular = tabular

    def __missing__(self, word: str) -> float:
        if len(word) == 1:
            width = self._font.advance(word)
            if self._tabular and not word.isalpha():
                width = max(width, _TABULAR)
        else:
            width = sum(map(self.__getitem__, word))
        self[word] = width
        return width


@cache
def widths(weight: int, *, tabular: bool = False) -> Widths:
    """Widths in a weight of the bundled type."""
    return Widths(_font(weight), tabular=tabular)


def lines_about(text: str, room: float, weight: int = 400) -> int:
    """In about how many lines of `room` em a text wraps, in this type or one like it; any text, for other programs."""
    return sum(_wrapped(_BREAK.split(paragraph), room, widths(weight)) for paragraph in text.split("\n"))


def _wrapped(words: list[str], room: float, known: Widths) -> int:
    lines, used = 1, 0.0
    for word in words:
        wide = _width_about(word, known)
        if used and used + wide > room:
            lines, used = lines + 1, 0.0
        lines += int(wide / room)  # as often as it breaks within
        used += wide % room + known[" "]
    return lines


def _width_about(word: str, known: Widths) -> float:
    try:
        return known[word]
    except KeyError:
        return columns_of(word) * _COLUMN


@cache
def _font(weight: int) -> Font:
    return Font((resources() / "fonts" / f"{_FILES[weight]}.ttf").read_bytes())


class Font:
    """A TrueType font, as far as the widths of its characters of the basic plane."""

    def __init__(self, data: bytes) -> None:
        (count,) = struct.unpack_from(">H", data, 4)
        at = {tag: start for tag, _, start, _ in struct.iter_unpack(">4sIII", data[12 : 12 + 16 * count])}
        (self._em,) = struct.unpack_from(">H", data, at[b"head"] + 18)
        (count,) = struct.unpack_from(">H", data, at[b"hhea"] + 34)
        self._advances = struct.unpack_from(">" + "Hxx" * count, data, at[b"hmtx"])
        self._data = data
        self._read_segments(at[b"cmap"])

    def _read_segments(self, cmap: int) -> None:
        """Where the characters' glyphs are told, in the table of format 4."""
        (count,) = struct.unpack_from(">H", self._data, cmap + 2)
        tables = [cmap + struct.unpack_from(">4xI", self._data, cmap + 4 + 8 * number)[0] for number in range(count)]
        at = next(start for start in tables if self._data[start : start + 2] == b"\0\4")
        size = struct.unpack_from(">H", self._data, at + 6)[0]
        starts = (at + 14, *(at + 16 + size * part for part in (1, 2, 3)))
        segments = [struct.unpack_from(f">{size // 2}H", self._data, start) for start in starts]
        self._ends, self._firsts, self._deltas, self._offsets = segments
        self._places = starts[3]

    def advance(self, character: str) -> float:
        """In em; KeyError where the font lacks the character, or it doesn't stand by itself."""
        code = ord(character)
        glyph = self._glyph(code) if code < 0xFFFF and unicodedata.category(character)[0] in "LNPSZ" else 0
        if not glyph:
            raise KeyError(character)
        return float(self._advances[min(glyph, len(self._advances) - 1)] / self._em)

    def _glyph(self, code: int) -> int:
        number = bisect_left(self._ends, code)
        first, delta, offset = self._firsts[number], self._deltas[number], self._offsets[number]
        if code < first:
            return 0
        if not offset:
            return int(code + delta) & 0xFFFF
        place = self._places + 2 * number + offset + 2 * (code - first)
        glyph = int(struct.unpack_from(">H", self._data, place)[0])
        return (glyph + delta) & 0xFFFF if glyph else 0
