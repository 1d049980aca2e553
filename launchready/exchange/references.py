"""Which tasks a cell such as `5;6`, `2fs` or `Draft the brief` speaks of, and no circles among them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

_SEPARATOR = re.compile(r"\s*[;,|\n]\s*")
_NUMBERED = re.compile(r"(?P<of>#?[\w.-]*?\d)\s*(?P<how>fs|ss|ff|sf)?(?:\s*[+-]\s*\d+(?:[.,]\d+)?\s*\w*%?)?", re.I)
_OTHER_LINK = re.compile(r"#?[\w.-]*?\d\s*(?:ss|ff|sf)(?:\s*[+-].*)?", re.I)
_MOST = 500


class References:
    """Finds tasks by whatever a file calls them: ids, then titles, then numbers of rows. Tasks count from 0.

    `exact` holds the ids as they are spelled.
    """

    def __init__(self, titles: Sequence[str], ids: Sequence[Mapping[str, int]]) -> None:
        self.exact: dict[str, int] = {}
        for known in ids:
            self.exact = {**known, **self.exact}
        self._spelled = titles

    @cached_property
    def _ids(self) -> dict[str, int]:
        return {name.casefold(): task for name, task in reversed(self.exact.items())}

    @cached_property
    def _titles(self) -> dict[str, int]:
        names = (" ".join(title.split()).casefold() for title in self._spelled)
        found: dict[str, int] = {}
        for task, name in enumerate(names):
            found.setdefault(name, task)
        return found

    def find(self, said: str) -> tuple[list[int], list[str]]:
        """The tasks that a cell names, and what of it names none. Titles may hold the very signs that part a list."""
        exact = self.exact.get(said)
        if exact is not None:
            return [exact], []
        text = said.strip()
        if not text:
            return [], []
        whole = self._one(text)
        if whole is not None:
            return [whole], []
        found: list[int] = []
        unknown: list[str] = []
        for part in _SEPARATOR.split(text)[:_MOST]:
            task = self._one(part)
            if task is not None:
                found.append(task)
            elif part:
                unknown.append(part)
        return list(dict.fromkeys(found)), unknown

    def _one(self, text: str) -> int | None:
        """One reference. Only finish-to-start is a prerequisite: `3ss` names no task."""
        name = " ".join(text.split()).casefold()
        direct = self._ids.get(name, self._titles.get(name))
        if direct is not None:
            return direct
        match = _NUMBERED.fullmatch(name)
        if not match or match["how"] not in (None, "fs"):
            return None
        number = match["of"].lstrip("#")
        return self._ids.get(number, self._row(number))

    def _row(self, number: str) -> int | None:
        """The row of that number, counted from the first below the header."""
        row = int(number) - 1 if number.isdecimal() and len(number) < 7 else -1
        return row if 0 <= row < len(self._spelled) else None


def is_other_link(said: Sequence[str]) -> bool:
    """Whether all of these are links of planning programs that let two tasks start or finish together."""
    return all(_OTHER_LINK.fullmatch(each) for each in said)


def without_circles(firsts: list[list[int]]) -> list[tuple[int, int]]:
    """Removes, in place, each reference that leads back to its own task; answers with those removed."""
    removed: list[tuple[int, int]] = []
    done = [False] * len(firsts)
    for start in range(len(firsts)):
        if done[start] or not firsts[start]:
            continue
        trail = [start]
        on_trail = {start}
        ahead = [0]
        while trail:
            task, place = trail[-1], ahead[-1]
            if place == len(firsts[task]):
                done[task] = True
                on_trail.discard(trail.pop())
                ahead.pop()
                continue
            other = firsts[task][place]
            if other in on_trail:
                removed.append((task, other))
                firsts[task].pop(place)
                continue
            ahead[-1] += 1
            if not done[other]:
                trail.append(other)
                on_trail.add(other)
                ahead.append(0)
    return removed
