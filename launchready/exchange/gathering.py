"""What every reader of rows, cards and issues gathers besides its tasks: what a preview tells, and what it asks."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping

from launchready.exchange.checklist import (
    Checklist,
    ChecklistDue,
    ChecklistStatus,
    ChecklistTask,
    ChecklistWarning,
    Lane,
)
from launchready.exchange.dates import DateOrder, read_due
from launchready.exchange.lanes import lane_of
from launchready.exchange.status_words import read_status
from launchready.exchange.understood import (
    LANES,
    STATUSES,
    AmbiguousDate,
    AreaLane,
    Column,
    How,
    Options,
    Skipped,
    StatusWord,
    Understood,
)

LONGEST_TITLE = 200
_MOST_WARNINGS = 200


class Gathering:
    """One reading of one file. Its methods read a part of a task and keep what a preview tells of it."""

    def __init__(self, file: str, options: Options) -> None:
        self.file = file
        self.options = options
        self.skipped: list[Skipped] = []
        self._warnings: list[ChecklistWarning] = []
        self._left_out: Counter[str] = Counter()
        self._statuses: dict[str, StatusWord] = {}
        self._counts: Counter[str] = Counter()
        self._dates: list[AmbiguousDate] = []
        self._orders: set[DateOrder] = set()
        self._questions: list[ChecklistWarning] = []
        self.said_statuses = {word.strip().casefold(): status for word, status in options.statuses.items()}
        self._lanes = {area.strip().casefold(): lane for area, lane in options.lanes.items()}
        self._lane_words: set[str] = set()
        self._lanes_chosen = bool(options.lane or self._lanes)

    def warn(self, code: str, **arguments: str | int) -> None:
        """Keeps a warning; of very many of one kind only the first are kept, and how many more there were."""
        self._left_out[code] += 1
        if self._left_out[code] <= _MOST_WARNINGS:
            self._warnings.append(ChecklistWarning(code=code, arguments=arguments))

    def ask(self, code: str, **arguments: str | int) -> None:
        """Keeps a question that must be answered before an import."""
        if len(self._questions) < _MOST_WARNINGS:
            self._questions.append(ChecklistWarning(code=code, arguments=arguments))

    def skip(self, place: str, why: str, said: str = "") -> None:
        self.skipped.append(Skipped(place=place, why=why, said=" ".join(said.split())[:80]))

    def status(self, said: str, place: str, column: str = "", **at: str | int) -> ChecklistStatus:
        """What a status word means, by what somebody said of it or by the word; an unknown one is asked about."""
        word = " ".join(said.split())
        self._counts[word] += 1
        known = self._statuses.get(word)
        if known is None:
            status, how = self._meaning(word)
            known = StatusWord(said=word, status=status, how=how, count=1, place=place, column=column)
            self._statuses[word] = known
            if how == "unknown":
                allowed = ", ".join(STATUSES)
                self.ask("import-status-unclear", said=word[:80], allowed=allowed, column=column or "status", **at)
        return known.status

    def _meaning(self, word: str) -> tuple[ChecklistStatus, How]:
        said = self.said_statuses.get(word.casefold())
        return (said, "said") if said else read_status(word)

    def due(self, said: str, place: str, column: str = "", **at: str | int) -> tuple[ChecklistDue | None, str]:
        """The due date, and what is kept in the notes of one that has none or two meanings."""
        reading = read_due(said, self.options.dates)
        if reading.due is not None:
            return reading.due, ""
        if reading.problem == "ambiguous":
            first, second = (read_due(said, order).due for order in ("day-first", "month-first"))
            if first and second and first.date and second.date:
                self._dates.append(
                    AmbiguousDate(
                        said=said.strip(), day_first=first.date, month_first=second.date, place=place, column=column
                    )
                )
        else:
            self.warn("import-due-unread", said=" ".join(said.split())[:80], column=column or "due", **at)
        return None, f"{column or 'Due'}: {' '.join(said.split())[:200]}"

    def note_order(self, said: str, due: datetime.date) -> None:
        """Learns from a date with one meaning how the file writes its dates: 25/06/23 has the day first."""
        parts = said.replace("-", "/").replace(".", "/").split("/")
        if len(parts) >= 3 and parts[0].isdecimal() and parts[1].isdecimal() and len(parts[0]) <= 2:
            first = int(parts[0])
            if first > 12 and first == due.day:
                self._orders.add("day-first")
            elif int(parts[1]) > 12 and first == due.month:
                self._orders.add("month-first")

    def lane(self, title: str, area: str, owner: str, said: Lane | None = None) -> Lane:
        """For all, for the area, by the file, by the words: in this order."""
        if self._lanes_chosen:
            if self.options.lane is not None:
                return self.options.lane
            if area.casefold() in self._lanes:
                return self._lanes[area.casefold()]
        return said or lane_of(title, area, owner)

    def unknown_lane(self, text: str, **at: str | int) -> Lane | None:
        """The lane that somebody said a word means; a word of which nothing is said is asked about once."""
        word = " ".join(text.split())[:80]
        lane = self._lanes.get(word.casefold())
        if lane is None and word and self.options.lane is None and word not in self._lane_words:
            self._lane_words.add(word)
            self.ask("import-lane-unclear", said=word, allowed=", ".join(LANES), **at)
        return lane

    def understood(
        self,
        tasks: list[ChecklistTask],
        *,
        form: str,
        product: str,
        title: str,
        origin: str,
        columns: tuple[Column, ...] = (),
        sheets: tuple[str, ...] = (),
        sheets_read: tuple[str, ...] = (),
        tells: frozenset[str] = frozenset(),
        plain_spaced: bool = False,
    ) -> Understood:
        """Everything, once all tasks are read."""
        checklist = Checklist(
            title=title,
            origin=self.options.origin or origin,
            tasks=tuple(tasks),
            warnings=self._all_warnings(),
            tells=tells,
            plain_spaced=plain_spaced,
        )
        return Understood(
            file=self.file,
            format=form,
            product=product,
            checklist=checklist,
            columns=columns,
            statuses=self._status_words(),
            dates=tuple(self._dates),
            suggested=next(iter(self._orders)) if len(self._orders) == 1 else None,
            areas=area_lanes_of(tasks),
            skipped=tuple(self.skipped),
            sheets=sheets,
            sheets_read=sheets_read,
            questions=tuple(self._questions),
        )

    def _all_warnings(self) -> tuple[ChecklistWarning, ...]:
        if self._dates:
            self.warn("import-dates-ambiguous", count=len(self._dates), said=self._dates[0].said)
        more = sum(max(0, count - _MOST_WARNINGS) for count in self._left_out.values())
        if more:
            self._warnings.append(ChecklistWarning(code="import-more-warnings", arguments={"count": more}))
        return tuple(self._warnings)

    def count_statuses(self, counts: Mapping[str, int]) -> None:
        """Counts words that were read once for several rows."""
        for said, count in counts.items():
            self._counts[" ".join(said.split())] += count

    def _status_words(self) -> tuple[StatusWord, ...]:
        return tuple(
            StatusWord(
                said=word.said,
                status=word.status,
                how=word.how,
                count=self._counts[word.said],
                place=word.place,
                column=word.column,
            )
            for word in self._statuses.values()
        )


def area_lanes_of(tasks: list[ChecklistTask] | tuple[ChecklistTask, ...]) -> tuple[AreaLane, ...]:
    """The areas in their order, each with the lanes that its tasks have."""
    found: dict[str, Counter[Lane]] = {}
    for (area, lane), count in Counter([(task.area, task.lane) for task in tasks]).items():
        found.setdefault(area, Counter())[lane] += count
    order = {lane: number for number, lane in enumerate(LANES)}
    return tuple(
        AreaLane(
            area=area,
            lanes=tuple(sorted(lanes, key=lambda lane: (-lanes[lane], order[lane]))),
            count=lanes.total(),
        )
        for area, lanes in found.items()
    )


def cut_title(text: str) -> tuple[str, list[str]]:
    """A title of one line and bearable length, and what of it goes into the notes."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    title = " ".join(lines[0].split()) if lines else ""
    more = lines[1:]
    if len(title) > LONGEST_TITLE:
        more.insert(0, title)
        title = title[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "\N{HORIZONTAL ELLIPSIS}"
    return title, more
