"""From the rows of one table to tasks: each column is read on its own, then the rows are put together again."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat

from launchready.exchange.cells import Cell, text_of
from launchready.exchange.checklist import ChecklistStep, ChecklistTask, Lane, Link
from launchready.exchange.fields import read_lane
from launchready.exchange.gathering import LONGEST_TITLE, Gathering, cut_title
from launchready.exchange.reading import is_placeholder
from launchready.exchange.tables.columns import Columns
from launchready.exchange.tables.dues import Due, dues_of
from launchready.exchange.tables.order import Order
from launchready.exchange.tables.rows import RowSelection
from launchready.exchange.tables.status import Standing, StatusColumns
from launchready.exchange.tables.task_cells import read_gating, read_links, read_owner, read_steps
from launchready.exchange.understood import TableField

_NOTHING = frozenset(("[]", "{}", "null"))
More = tuple[str, str, str, str, bool | None, tuple[ChecklistStep, ...], tuple[Link, ...], str]


class TableTasks:
    """The tasks of one sheet."""

    def __init__(self, selection: RowSelection, columns: Columns, gathering: Gathering, product: str) -> None:
        self._rows = selection.select()
        self._selection = selection
        self._columns = columns
        self._gathering = gathering
        self._product = product
        self._places = [selection.place(row.number) for row in self._rows]

    def tasks(self, sheet_name: str = "") -> list[ChecklistTask]:
        """All tasks in the order of their rows. `sheet_name` names areas that have none, where several are read."""
        titles = [text_of(row.cells[self._columns.first("title")]).strip() for row in self._rows]
        order = Order(self._rows, self._places, titles, self._columns, self._gathering, self._product)
        more = zip(
            self._notes(),
            self._texts("why"),
            self._texts("done_when"),
            self._texts("reviewer"),
            self._gates(),
            self._steps(titles),
            self._links(),
            self._places,
            strict=True,
        )
        made = map(
            self._task,
            titles,
            order.ids,
            order.areas(sheet_name),
            order.prerequisites(),
            StatusColumns(self._columns, self._gathering, self._product).standings(self._rows, self._places),
            self._owners(),
            dues_of(self._rows, self._places, self._columns, self._gathering),
            self._said_lanes(),
            more,
        )
        return [task for number, task in enumerate(made) if number not in order.dropped]

    def _task(
        self,
        title: str,
        id_: str,
        area: str,
        needs: tuple[str, ...],
        standing: Standing,
        owner: tuple[str, str],
        due: Due,
        lane: Lane | None,
        more: More,
    ) -> ChecklistTask:
        notes, why, done_when, reviewer, gating, steps, links, place = more
        status, word = standing
        if word or owner[1] or due[1] or len(title) >= LONGEST_TITLE or "  " in title or not title.isprintable():
            title, notes, why = _reworded(title, notes, why, standing, (owner[1], due[1]))
        return ChecklistTask(
            title=title,
            done=status == "done",
            id=id_,
            status=status,
            why=why,
            gating=gating,
            done_when=done_when,
            prerequisites=needs,
            lane=self._gathering.lane(title, area, owner[0] or owner[1], lane),
            lane_said=lane is not None,
            area=area,
            owner=owner[0],
            reviewer=reviewer,
            due=due[0],
            notes=notes,
            steps=steps,
            links=links,
            place=place,
        )

    def _cells(self, place: int) -> list[Cell]:
        return [row.cells[place] for row in self._rows]

    def _texts(self, field: TableField) -> Iterable[str]:
        place = self._columns.first(field)
        if place < 0:
            return repeat("", len(self._rows))
        return [text_of(cell).strip() for cell in self._cells(place)]

    def _owners(self) -> list[tuple[str, str]]:
        """Each row's owner, and the note of several; a team where no column names owners."""
        place, mails = self._columns.first("owner"), self._columns.first("email")
        if place < 0 and mails < 0:
            place = self._columns.first("team")
        names = self._cells(place) if place >= 0 else repeat("", len(self._rows))
        addresses = self._cells(mails) if mails >= 0 else repeat("", len(self._rows))
        known: dict[tuple[Cell, Cell], tuple[str, str]] = {}
        found = []
        for key in zip(names, addresses, strict=True):
            owner = known.get(key)
            if owner is None:
                owner = known[key] = read_owner(text_of(key[0])[:2000], text_of(key[1])[:500])
            found.append(owner)
        return found

    def _notes(self) -> list[str]:
        """All columns of notes, labels and evidence without an address; all but the first say what they are."""
        mains, links = self._columns.of("notes"), self._columns.of("link")
        notes: list[str] = [""] * len(self._rows)
        for place in (*mains, *self._columns.of("labels"), *links):
            heading = "" if mains and place == mains[0] else f"{self._columns.headers[place]}: "
            for number, cell in enumerate(self._cells(place)):
                if cell != "" and cell not in _NOTHING and not (place in links and _is_told(text_of(cell))):
                    text = heading + text_of(cell).strip()
                    notes[number] = f"{notes[number]}\n{text}" if notes[number] else text
        return notes

    def _said_lanes(self) -> Iterable[Lane | None]:
        """The lanes that rows name. A lane that there isn't is asked about; a team may be any."""
        place, team = self._columns.first("lane"), self._columns.first("team")
        if place < 0 and team < 0:
            return repeat(None, len(self._rows))
        found: list[Lane | None] = []
        for row in self._rows:
            text = text_of(row.cells[place]).strip() if place >= 0 else ""
            said = read_lane(text)
            if said is None and text:
                said = self._gathering.unknown_lane(text, row=row.number, column=self._columns.names[place])
            if said is None and team >= 0:
                said = read_lane(text_of(row.cells[team]))
            found.append(said)
        return found

    def _gates(self) -> Iterable[bool | None]:
        place = self._columns.first("gating")
        if place < 0:
            return repeat(None, len(self._rows))
        return [read_gating(text_of(cell)) for cell in self._cells(place)]

    def _steps(self, titles: list[str]) -> Iterable[tuple[ChecklistStep, ...]]:
        """Rows below a task, else what a column lists, but for what has a row of its own."""
        places, completed = self._columns.of("steps"), self._columns.first("steps_done")
        if not places:
            return [tuple(row.steps) for row in self._rows]
        own = frozenset(titles) if self._columns.of("parent") else frozenset()
        found = []
        for row in self._rows:
            share = text_of(row.cells[completed]) if completed >= 0 else ""
            texts = [text_of(row.cells[place]) for place in places if row.cells[place] not in ("", *_NOTHING)]
            listed = (step for text in texts for step in read_steps(text, share) if step.text not in own)
            found.append(tuple(row.steps) or tuple(listed))
        return found

    def _links(self) -> Iterable[tuple[Link, ...]]:
        places = self._columns.of("link")
        addresses = self._selection.addresses()
        if not places and not addresses:
            return repeat((), len(self._rows))
        found: list[tuple[Link, ...]] = [()] * len(self._rows)
        for number, address in addresses.items():
            found[number] = (Link("", address),)
        for place in places:
            for number, cell in enumerate(self._cells(place)):
                if cell != "":
                    found[number] += tuple(link for link in read_links(text_of(cell)) if link not in found[number])
        return found


def _is_told(text: str) -> bool:
    """Whether a cell for evidence gives its addresses, or nothing yet."""
    return is_placeholder(text) or bool(read_links(text))


def _reworded(title: str, notes: str, why: str, standing: Standing, kept: tuple[str, ...]) -> tuple[str, str, str]:
    """Title, notes and reason, with what has no field of its own: the rest of a long title, several owners, a date."""
    title, more = cut_title(title)
    status, word = standing
    if status in ("blocked", "not-applicable"):
        return title, "\n".join(note for note in (*more, notes, *kept) if note), why or word
    return title, "\n".join(note for note in (*more, word, notes, *kept) if note), why
