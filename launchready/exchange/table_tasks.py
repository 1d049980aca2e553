"""From the rows of one table to tasks."""

from __future__ import annotations

import datetime
from itertools import count

from launchready.exchange.cells import Cell, text_of, whole_text
from launchready.exchange.checklist import ChecklistDue, ChecklistStep, ChecklistTask, Lane, Link
from launchready.exchange.columns import Columns
from launchready.exchange.fields import read_lane
from launchready.exchange.gathering import Gathering, cut_title
from launchready.exchange.ids import unique
from launchready.exchange.references import References, without_circles
from launchready.exchange.serials import date_of_number
from launchready.exchange.table_cells import read_area, read_gating, read_links, read_owner, read_steps
from launchready.exchange.table_parents import Parents
from launchready.exchange.table_rows import RowSelection, TaskRow
from launchready.exchange.table_status import StatusColumns
from launchready.exchange.understood import LANES, TableField

_NO_DUE = (None, "")


class TableTasks:
    """The tasks of one sheet. `sheet_name` is there where several are read, and then names areas that have none."""

    def __init__(self, selection: RowSelection, columns: Columns, gathering: Gathering, product: str) -> None:
        self._rows = selection.select()
        self._place = selection.place
        self._columns = columns
        self._gathering = gathering
        self._product = product
        self._status = StatusColumns(columns, gathering, product)
        self._status.scale(self._rows)
        self._areas: dict[Cell, str] = {}
        self._owners: dict[tuple[Cell, Cell], tuple[str, str]] = {}
        self._dues: dict[Cell, tuple[ChecklistDue | None, str]] = {}
        self._noted = [(place, self._noted_as(place)) for place in (*columns.of("notes"), *columns.of("labels"))]
        self._field = {field: columns.first(field) for field in _ONE}

    def tasks(self, sheet_name: str = "") -> list[ChecklistTask]:
        """All tasks, in the order of their rows."""
        titles = [text_of(row.cells[self._field["title"]]).strip() for row in self._rows]
        ids, lookups = self._ids(titles)
        references = References(titles, lookups, {str(n): n - 1 for n in range(1, len(titles) + 1)})
        parents = Parents(self._rows, self._columns, references)
        areas = self._area_of_rows(parents, titles, sheet_name)
        firsts = self._firsts(references, parents)
        dropped = parents.are_parents() if self._gathering.options.parents == "areas" else set()
        heading = parents.are_parents() - dropped
        if heading and self._columns.first("parent") < 0:
            self._gathering.warn("import-parents-are-tasks", count=len(heading))
        made = []
        for number, row in enumerate(self._rows):
            if number in dropped:
                self._gathering.skip(self._place(row.number), "area", titles[number])
            else:
                needs = tuple([ids[first] for first in firsts[number] if first not in dropped]) if firsts else ()
                made.append(self._task(row, titles[number], ids[number], areas[number], needs))
        return made

    def _task(self, row: TaskRow, said: str, id_: str, area: str, needs: tuple[str, ...]) -> ChecklistTask:
        place, cells, field = self._place(row.number), row.cells, self._field
        title, notes = (said, []) if len(said) < 200 and "\n" not in said and "  " not in said else cut_title(said)
        status, word = self._status.standing(row, place)
        owner, owners = self._owner(cells)
        due, unread = self._due(cells, row.number, place)
        if status != "blocked" and status != "not-applicable" and word:
            notes.append(word)
            word = ""
        notes.extend([note for note in (owners, unread) if note])
        for at, heading in self._noted:
            cell = cells[at]
            if cell != "":
                text = whole_text(text_of(cell)).strip()
                notes.append(f"{heading}: {text}" if heading else text)
        done_when, steps = field["done_when"], row.steps
        return ChecklistTask(
            title=title,
            done=status == "done",
            id=id_,
            status=status,
            why=word,
            gating=read_gating(text_of(cells[field["gating"]])) if field["gating"] >= 0 else None,
            done_when=text_of(cells[done_when]).strip() if done_when >= 0 else "",
            prerequisites=needs,
            lane=self._lane(row, title, area, owner or owners),
            area=area,
            owner=owner,
            due=due,
            notes="\n".join(notes),
            steps=(*steps, *self._steps(cells)) if steps or self._columns.of("steps") else (),
            links=self._links(cells) if self._columns.of("link") else (),
            place=place,
        )

    def _noted_as(self, place: int) -> str:
        """The main notes stand alone; every other column of notes says what it is."""
        mains = self._columns.of("notes")
        return "" if mains and place == mains[0] else self._columns.headers[place]

    def _ids(self, titles: list[str]) -> tuple[list[str], list[dict[str, int]]]:
        """Each row's own id, and all that other rows may call it. Repeated ids are told apart in their order."""
        places = [*self._columns.of("id"), *self._columns.of("wbs")]
        lookups = []
        for place in places:
            texts = [text_of(row.cells[place]).strip() for row in self._rows]
            found: dict[str, int] = {}
            for number, text in enumerate(texts):
                if text:
                    found.setdefault(text, number)
            lookups.append(found)
        named = [text_of(row.cells[places[0]]).strip() if places else "" for row in self._rows]
        if places and len(lookups[0]) < sum(1 for text in named if text):
            self._gathering.warn("import-id-repeated", column=self._columns.names[places[0]])
        return unique([id_ or title for id_, title in zip(named, titles, strict=True)]), lookups

    def _area_of_rows(self, parents: Parents, titles: list[str], sheet_name: str) -> list[str]:
        if self._gathering.options.area is not None:
            return [self._gathering.options.area] * len(titles)
        place, known = self._field["area"], self._areas
        heads = parents.are_parents()
        carried = self._is_carried(place)
        areas, last = [], ""
        for number, row in enumerate(self._rows):
            cell = row.cells[place] if place >= 0 else ""
            area = known.get(cell)
            if area is None:
                area = known[cell] = read_area(text_of(cell)[:500])
            last = area or last
            if not area:
                root = parents.root(number)
                under = titles[root] if root != number or number in heads else parents.named_outside[root]
                area = (last if carried else "") or row.section or cut_title(under)[0] or sheet_name
            areas.append(area)
        return areas

    def _is_carried(self, place: int) -> bool:
        """A column that names each area once, where it begins, holds for the rows below."""
        if place < 0 or not self._rows or self._rows[0].cells[place] == "":
            return False
        named = [row.cells[place] for row in self._rows if row.cells[place] != ""]
        return len(named) < len(self._rows) and len(set(named)) == len(named) > 1

    def _firsts(self, references: References, parents: Parents) -> list[list[int]]:
        """What each row waits for, by both kinds of columns, without circles; empty if there are no such columns."""
        before, after = self._columns.of("prerequisites"), self._columns.of("blocks")
        if not before and not after:
            return []
        firsts: list[list[int]] = [[] for _ in self._rows]
        for number, row in enumerate(self._rows):
            for place in (*before, *after):
                cell = row.cells[place]
                if cell == "":
                    continue
                found, unknown = references.find(text_of(cell)[:5000])
                for other in found:
                    waiting, first = (number, other) if place in before else (other, number)
                    if waiting != first and first not in firsts[waiting]:
                        firsts[waiting].append(first)
                if unknown and place in before:
                    self._unknown_first(row.number, place, unknown)
        for task, _ in without_circles(firsts):
            self._gathering.warn("import-prerequisite-circle", row=self._rows[task].number)
        return firsts

    def _unknown_first(self, number: int, place: int, unknown: list[str]) -> None:
        said = ", ".join(unknown)[:80]
        self._gathering.warn("import-prerequisite-unknown", row=number, column=self._columns.names[place], said=said)

    def _owner(self, cells: list[Cell]) -> tuple[str, str]:
        place, mails = self._field["owner"], self._field["email"]
        if place < 0 and mails < 0:
            place = self._field["team"]
        key = (cells[place] if place >= 0 else "", cells[mails] if mails >= 0 else "")
        known = self._owners.get(key)
        if known is None:
            known = self._owners[key] = read_owner(whole_text(text_of(key[0]))[:2000], text_of(key[1])[:500])
        return known

    def _due(self, cells: list[Cell], number: int, place: str) -> tuple[ChecklistDue | None, str]:
        at = self._field["due"]
        if at < 0 or cells[at] == "":
            return _NO_DUE
        cell = cells[at]
        known = self._dues.get(cell)
        if known is None or known[0] is None:
            known = self._dues[cell] = self._read_due(cell, number, place, self._columns.names[at])
        return known

    def _read_due(self, cell: Cell, number: int, place: str, column: str) -> tuple[ChecklistDue | None, str]:
        if isinstance(cell, datetime.datetime):
            return ChecklistDue(date=cell.date()), ""
        if isinstance(cell, datetime.date):
            return ChecklistDue(date=cell), ""
        text = text_of(cell).strip()
        serial = date_of_number(text)
        if serial:
            return ChecklistDue(date=serial), ""
        if not text or read_area(text) == "":
            return _NO_DUE
        due, note = self._gathering.due(text, place, column, row=number)
        if due and due.date:
            self._gathering.note_order(text, due.date)
        return due, note

    def _lane(self, row: TaskRow, title: str, area: str, owner: str) -> Lane:
        place, team = self._field["lane"], self._field["team"]
        said: Lane | None = None
        if place >= 0 and row.cells[place] != "":
            text = text_of(row.cells[place]).strip()
            said = read_lane(text)
            if said is None and text and self._gathering.options.lane is None:
                at = {"row": row.number, "column": self._columns.names[place]}
                self._gathering.ask("import-unknown-lane", said=text[:80], allowed=", ".join(LANES), **at)
        if said is None and team >= 0:
            said = read_lane(text_of(row.cells[team]))
        return self._gathering.lane(title, area, owner, said)

    def _steps(self, cells: list[Cell]) -> tuple[ChecklistStep, ...]:
        texts = [text_of(cells[place]) for place in self._columns.of("steps")]
        completed = self._field["steps_done"]
        share = text_of(cells[completed]) if completed >= 0 else ""
        return tuple(step for text in texts if text for step in read_steps(whole_text(text), share))

    def _links(self, cells: list[Cell]) -> tuple[Link, ...]:
        places = self._columns.of("link")
        found = [link for place in places if cells[place] != "" for link in read_links(text_of(cells[place]))]
        return tuple(dict.fromkeys(found))


_ONE: tuple[TableField, ...] = (
    *("title", "owner", "email", "due", "lane", "team", "area", "gating", "done_when"),
    "steps_done",
)
