"""Which row stands under which: by level, by outline number, by indentation, by a named parent, by phase rows."""

from __future__ import annotations

import re

from launchready.exchange.cells import text_of
from launchready.exchange.references import References
from launchready.exchange.tables.columns import Columns
from launchready.exchange.tables.rows import TaskRow
from launchready.exchange.tables.task_cells import page_name

_OUTLINE = re.compile(r"\d+(?:\.\d+)*\.?")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_]*-\d+|\d+|[0-9a-f]{8,}")


class Parents:
    """For each row the number of the row that it stands under, or -1; and areas that parents outside the file name."""

    def __init__(self, rows: list[TaskRow], columns: Columns, references: References) -> None:
        self._rows = rows
        self._title = columns.first("title")
        self.of = [-1] * len(rows)
        self.named_outside = [""] * len(rows)
        self._roots: dict[int, int] = {}
        if columns.of("parent"):
            self._by_name(columns.of("parent"), references)
        self.are_named = any(parent >= 0 for parent in self.of)
        for levels in (self._levels(columns), self._outline(columns), self._indents(), self._heads()):
            if len(set(levels)) > 1 and not any(parent >= 0 for parent in self.of):
                self._by_level(levels)

    def root(self, row: int) -> int:
        """The outermost row above, or the row itself. Of rows in a circle it is the one where the walk closed."""
        trail: dict[int, None] = {}
        while row not in self._roots and self.of[row] >= 0 and row not in trail:
            trail[row] = None
            row = self.of[row]
        root = self._roots.get(row, row)
        self._roots.update(dict.fromkeys(trail, root))
        return root

    def are_parents(self) -> set[int]:
        """The rows that others stand under."""
        return {parent for parent in self.of if parent >= 0}

    def _by_name(self, places: list[int], references: References) -> None:
        for number, row in enumerate(self._rows):
            for place in places:
                said = page_name(text_of(row.cells[place]).strip())
                found = references.find(said)[0] if said else []
                if found and found[0] != number:
                    self.of[number] = found[0]
                    break
                if said and not found and not _KEY.fullmatch(said):
                    self.named_outside[number] = said

    def _by_level(self, levels: list[int]) -> None:
        above: list[int] = []
        for number, level in enumerate(levels):
            while above and levels[above[-1]] >= level:
                above.pop()
            self.of[number] = above[-1] if above else -1
            above.append(number)

    def _levels(self, columns: Columns) -> list[int]:
        place = columns.first("level")
        if place < 0:
            return []
        texts = [text_of(row.cells[place]).strip() for row in self._rows]
        return [int(text) if text.isdecimal() and len(text) < 4 else 0 for text in texts]

    def _outline(self, columns: Columns) -> list[int]:
        """By the dots of outline numbers; a column of plain numbers gives no levels."""
        place = columns.first("wbs")
        if place < 0:
            return []
        texts = [text_of(row.cells[place]).strip() for row in self._rows]
        if not all(_OUTLINE.fullmatch(text) for text in texts if text):
            return []
        return [text.rstrip(".").count(".") if text else 99 for text in texts]

    def _indents(self) -> list[int]:
        texts = [cell if isinstance(cell := row.cells[self._title], str) else "" for row in self._rows]
        if not any(text[:1].isspace() for text in texts):
            return [row.indent for row in self._rows]
        before = [text[: len(text) - len(text.lstrip())] for text in texts]
        return [len(space) + 3 * space.count("\t") for space in before]

    def _heads(self) -> list[int]:
        return [0 if row.heads else 1 for row in self._rows]
