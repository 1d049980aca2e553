"""Rows of a flat Qt model that change by keyed difference."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

Item = TypeVar("Item")
FEW = 48
"""Up to so many single removals, insertions and moves; a larger difference is one layout change."""

SWEEPING = 500
"""So many rows more or fewer are a larger difference without looking closer."""


class KeyedRows(Generic[Item]):
    """The rows of `model`, each with a key that no other has. `show` brings them to what they should be."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self._model = model
        self.items: list[Item] = []
        self._keys: list[str] = []
        self._where: dict[str, int] | None = None

    def row_of(self, key: str) -> int:
        """The row with that key; -1 where there is none."""
        if self._where is None:
            self._where = {each: row for row, each in enumerate(self._keys)}
        return self._where.get(key, -1)

    def show(self, items: list[Item], keys: list[str]) -> None:
        """Tells the model's views exactly what differs."""
        if keys != self._keys:
            self._rearrange(items, keys)
            self._where = None
        differing = [row for row, item in enumerate(items) if item is not self.items[row] and item != self.items[row]]
        self.items = items
        for first, last in _ranges(differing):
            self._tell(first, last)

    def put(self, key: str, item: Item) -> None:
        """Shows another item in the row of that key, where there is one."""
        row = self.row_of(key)
        if row >= 0:
            self.items[row] = item
            self._tell(row, row)

    def _tell(self, first: int, last: int) -> None:
        """That those rows say something else now, in every column."""
        model = self._model
        model.dataChanged.emit(model.index(first, 0), model.index(last, model.columnCount() - 1))

    def _rearrange(self, items: list[Item], keys: list[str]) -> None:
        if abs(len(keys) - len(self._keys)) > SWEEPING:
            self._lay_out_anew(items, keys)
            return
        start, end = _common(self._keys, keys)
        old, new = self._keys[start : len(self._keys) - end], keys[start : len(keys) - end]
        wanted, had = set(new), set(old)
        gone = [row for row, key in enumerate(old, start) if key not in wanted]
        steps = len(_ranges(gone)) + sum(key not in had for key in new) + _moves(old, new, wanted, had)
        if steps > FEW:
            self._lay_out_anew(items, keys)
        else:
            self._step_by_step(gone, items, keys, start, len(new))

    def _lay_out_anew(self, items: list[Item], keys: list[str]) -> None:
        model = self._model
        model.layoutAboutToBeChanged.emit()
        old = model.persistentIndexList()
        where = {key: row for row, key in enumerate(keys)}
        held = [self._keys[index.row()] for index in old]
        self.items, self._keys = items, keys
        new = [
            model.index(where[key], index.column()) if key in where else QModelIndex()
            for key, index in zip(held, old, strict=True)
        ]
        model.changePersistentIndexList(old, new)
        model.layoutChanged.emit()

    def _step_by_step(self, gone: list[int], items: list[Item], keys: list[str], start: int, count: int) -> None:
        model, parent = self._model, QModelIndex()
        for first, last in reversed(_ranges(gone)):
            model.beginRemoveRows(parent, first, last)
            self.items = self.items[:first] + self.items[last + 1 :]
            self._keys = self._keys[:first] + self._keys[last + 1 :]
            model.endRemoveRows()
        for row in range(start, start + count):
            key = keys[row]
            if row < len(self._keys) and self._keys[row] == key:
                continue
            here = self._find(key, row)
            if here < 0:
                model.beginInsertRows(parent, row, row)
                self.items = [*self.items[:row], items[row], *self.items[row:]]
                self._keys = [*self._keys[:row], key, *self._keys[row:]]
                model.endInsertRows()
            else:
                model.beginMoveRows(parent, here, here, parent, row)
                self.items = _moved(self.items, here, row)
                self._keys = _moved(self._keys, here, row)
                model.endMoveRows()

    def _find(self, key: str, start: int) -> int:
        try:
            return self._keys.index(key, start)
        except ValueError:
            return -1


T = TypeVar("T")


def _moved(items: list[T], here: int, there: int) -> list[T]:
    rest = items[:here] + items[here + 1 :]
    return [*rest[:there], items[here], *rest[there:]]


def _common(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many keys the lists share at their start, and how many after that at their end."""
    most = min(len(old), len(new))
    start = 0
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def _moves(old: list[str], new: list[str], wanted: set[str], had: set[str]) -> int:
    """How many rows stand elsewhere, at most."""
    stayed_old = [key for key in old if key in wanted]
    stayed_new = [key for key in new if key in had]
    return sum(one != other for one, other in zip(stayed_old, stayed_new, strict=True))


def _ranges(rows: list[int]) -> list[tuple[int, int]]:
    """Rows in ascending order as ranges without gaps, ends included."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
