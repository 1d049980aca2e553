"""How the rows of a table belong together: what each is called, its area, what it waits for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import repeat

from launchready.exchange.cells import Cell, text_of
from launchready.exchange.gathering import Gathering, cut_title
from launchready.exchange.ids import unique
from launchready.exchange.references import References, is_other_link, without_circles
from launchready.exchange.tables.columns import Columns
from launchready.exchange.tables.parents import Parents
from launchready.exchange.tables.rows import TaskRow
from launchready.exchange.tables.task_cells import page_names, read_area


class Order:
    """`ids` are the rows' own; `dropped` are rows that became areas."""

    def __init__(
        self,
        rows: list[TaskRow],
        places: list[str],
        titles: list[str],
        columns: Columns,
        gathering: Gathering,
        product: str = "plan",
    ) -> None:
        self._product = product
        self._rows = rows
        self._titles = titles
        self._columns = columns
        self._gathering = gathering
        self.ids, lookups = self._named()
        self._references = References(titles, lookups)
        self._parents = Parents(rows, columns, self._references)
        self._heads = self._parents.are_parents()
        self.dropped = self._heads if gathering.options.parents == "areas" else set()
        for number in sorted(self.dropped):
            gathering.skip(places[number], "area", titles[number])
        if self._heads and not self.dropped and columns.first("parent") < 0:
            gathering.warn("import-parents-are-tasks", count=len(self._heads))

    def _named(self) -> tuple[list[str], list[dict[str, int]]]:
        """Each row's own id, and all that other rows may call it. Repeated ids are told apart in their order."""
        places = [*self._columns.of("id"), *self._columns.of("wbs")]
        columns = [[text_of(row.cells[place]).strip() for row in self._rows] for place in places]
        numbers = range(len(self._rows) - 1, -1, -1)
        lookups = [dict(zip(reversed(column), numbers, strict=True)) for column in columns]
        for lookup in lookups:
            lookup.pop("", None)
        if not columns:
            return unique(self._titles), []
        if len(lookups[0]) < sum(1 for text in columns[0] if text):
            self._gathering.warn("import-id-repeated", column=self._columns.names[places[0]])
        return unique([id_ or title for id_, title in zip(columns[0], self._titles, strict=True)]), lookups

    def areas(self, sheet_name: str) -> list[str]:
        """By its column, its section, the row that it stands under, the sheet."""
        if self._gathering.options.area is not None:
            return [self._gathering.options.area] * len(self._rows)
        place = self._columns.first("area")
        carried = self._is_carried(place)
        known: dict[Cell, str] = {"": ""}
        areas, last = [], ""
        for number, row in enumerate(self._rows):
            cell = row.cells[place] if place >= 0 else ""
            area = known.get(cell)
            if area is None:
                area = known[cell] = read_area(text_of(cell)[:500])
            last = area or last
            areas.append(area or (last if carried else "") or row.section or self._above(number) or sheet_name)
        return areas

    def _above(self, number: int) -> str:
        """The outermost row that a row stands under; one that others stand under has its own name for an area."""
        root = self._parents.root(number)
        if root != number or (number in self._heads and not self._parents.are_named):
            return cut_title(self._titles[root])[0]
        return cut_title(self._parents.named_outside[root])[0] if self._parents.named_outside[root] else ""

    def _is_carried(self, place: int) -> bool:
        """In a plan a column that names each area once, where it begins, holds for the rows below."""
        if place < 0 or self._product != "plan" or not self._rows or self._rows[0].cells[place] == "":
            return False
        named = [cell for row in self._rows if (cell := row.cells[place]) != ""]
        return len(named) < len(self._rows) and len(set(named)) == len(named) > 1

    def prerequisites(self) -> Iterable[tuple[str, ...]]:
        """The ids of what each row waits for, by columns of either direction, without circles."""
        before, after = self._columns.of("prerequisites"), self._columns.of("blocks")
        if not before and not after:
            return repeat((), len(self._rows))
        needs: dict[int, dict[int, None]] = {}
        exact = self._references.exact
        for place in (*before, *after):
            for number, row in enumerate(self._rows):
                cell = row.cells[place]
                if cell == "":
                    continue
                text = page_names(text_of(cell)[:5000])
                known = exact.get(text)
                if known is not None and known != number and not after:
                    needs.setdefault(number, {})[known] = None
                    continue
                found, unknown = self._references.find(text)
                for other in found:
                    waiting, first = (number, other) if place in before else (other, number)
                    if waiting != first:
                        needs.setdefault(waiting, {})[first] = None
                if unknown and place in before:
                    column, said = self._columns.names[place], ", ".join(unknown)[:80]
                    code = "import-prerequisite-other" if is_other_link(unknown) else "import-prerequisite-unknown"
                    self._gathering.warn(code, row=row.number, column=column, said=said)
        waits: list[tuple[str, ...]] = [()] * len(self._rows)
        for number, firsts in self._opened(needs).items():
            waits[number] = tuple([self.ids[first] for first in firsts if first not in self.dropped])
        return waits

    def _opened(self, needs: dict[int, dict[int, None]]) -> Mapping[int, Iterable[int]]:
        """The same without circles. Where each row waits only for rows above it there are none."""
        if all(first < number for number, firsts in needs.items() for first in firsts):
            return needs
        firsts = [list(needs.get(number, ())) for number in range(len(self._rows))]
        for task, _ in without_circles(firsts):
            self._gathering.warn("import-prerequisite-circle", row=self._rows[task].number)
        return dict(enumerate(firsts))
