"""How many lines a cell of the annex takes, where that is sure: typst need not lay it out then to learn its height.

Never fewer lines than typst makes. Both fill one line after the other; typst knows more places to break, such as a
hyphen, and so never needs more of them.
"""

from __future__ import annotations

import math
import re

from launchready.exchange.summary.blocks import Cell, Line
from launchready.exchange.summary.text_widths import Widths, widths

_SIZE = 8.0  # points of the type in the tables
_MARK = 1.13  # em: a shape and the gap after it
_WEIGHTS = {"plain": 400, "muted": 400, "strong": 600, "alert": 500}
_GLUE = re.compile(
    " (?:"
    r"(?=[\])}!?/:;,.\u2019\u201d»\u203a\u203c\u2047-\u2049\u203d])"  # before what closes or ends
    r"|(?<=[\[({¡¿\u201a\u201e\u201c\u2018«\u2039] )"  # after what opens
    r"|(?<=[\"'\u2019\u201d»\u203a] )(?=[\[({])"
    "|(?<=— )(?=—))"
)
"""Spaces at which no line ends, by the rules of Unicode."""


def width_of(line: Line, *, tabular: bool = False) -> float:
    """Points that a line takes where nothing breaks it; infinite where only a shaper could tell."""
    try:
        ems = [
            widths(_WEIGHTS["strong" if span.lane else span.style], tabular=tabular)[span.text]
            + (_MARK if span.mark else 0.0)
            for span in line
        ]
    except KeyError:
        return math.inf
    return _SIZE * sum(ems)


class Lines:
    """Counts the lines of cells that are `room` points wide; lines that come again once."""

    def __init__(self, room: float, *, tabular: bool = False) -> None:
        self._room = room / _SIZE - 0.001
        self._widths: dict[str, Widths] = {name: widths(of, tabular=tabular) for name, of in _WEIGHTS.items()}
        self._known: dict[Line, int] = {}

    def of(self, cell: Cell) -> int:
        """0 where only a shaper could tell."""
        total = 0
        for line in cell:
            count = self._known.get(line)
            if count is None:
                count = self._known[line] = self._count(line)
            if not count:
                return 0
            total += count
        return total

    def _count(self, line: Line) -> int:
        try:
            return self._filled(line)
        except KeyError:  # a character or a style of no known width
            return 0

    def _filled(self, line: Line) -> int:
        """Words go on a line while they fit. One that fits on no line breaks anywhere, which is not told here."""
        text = _GLUE.sub("\u00a0", "".join([span.text for span in line]))
        room, count, used, word, at = self._room, 1, 0.0, 0.0, 0
        for span in line:
            width = self._widths["strong" if span.lane else span.style]
            first, *more = text[at : at + len(span.text)].split(" ")
            at += len(span.text)
            word += width[first] + (_MARK if span.mark else 0.0)
            for part in more:
                if used + word > room:
                    count, used = count + 1, 0.0
                    if word > room:
                        return 0
                used += word + width[" "]
                word = width[part]
        return 0 if word > room else count + (used + word > room)
