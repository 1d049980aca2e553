"""Which column of a table holds what: by what somebody says, by its heading, by its values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import zip_longest
from types import MappingProxyType

from launchready.exchange.cells import Cell, Sheet, letter_of, text_of
from launchready.exchange.checklist import ImportRefused
from launchready.exchange.dates import read_due
from launchready.exchange.products import product_of
from launchready.exchange.status_words import begins_with_box, is_known, read_status
from launchready.exchange.tables.header import known_beside
from launchready.exchange.tables.headings import DESCRIBES, INSTEAD, MANY, field_of, may_be_due, may_be_title, plain
from launchready.exchange.tables.task_cells import is_resolution
from launchready.exchange.understood import LANES, Column, Options, TableField, Why

_LOOKED_AT = 200
_SAMPLES = 3
_LONGEST_SAMPLE = 60
_MOST = 0.8
_WHOLE = 100
_SAY_STATUS: tuple[TableField, ...] = ("status", "category", "resolution")
TELL_STATUS: tuple[TableField, ...] = (*_SAY_STATUS, "completed", "progress")
_MILESTONES = ("milestone", "milestones")
_ANSWERS = (("yes", "no"), ("pass", "fail"), ("passed", "failed"), ("oui", "non"), ("ja", "nein"))
"""Columns to tick one of: what is ticked under the first is done."""

_CHECKBOX = frozenset(("true", "false"))
_TICKED_AT_LEFT = frozenset(("x", "y", "yes", "done", "ok"))

Reading = tuple[TableField | None, Why]


class Columns:
    """The columns of one sheet under its header; `of` gives the positions that hold a field, best first."""

    def __init__(
        self,
        sheet: Sheet,
        header: int,
        options: Options,
        file: str,
        shaped: Mapping[int, TableField] = MappingProxyType({}),
    ) -> None:
        """`header` is -1 where no row names the columns: they are called by their letters. `shaped` are fields that
        columns have by the shape of the table, where nothing else tells."""
        if header < 0:
            self.headers = [letter_of(at) for at in range(max(map(len, sheet.rows)))]
        else:
            self.headers = [" ".join(text_of(cell).split()) for cell in sheet.rows[header]]
        cells = zip_longest(self.headers, *sheet.rows[header + 1 :], fillvalue="")
        self._cells = [column[1:] for _, column in zip(self.headers, cells, strict=False)]
        self._samples = [_values(column) for column in self._cells]
        self.names = _names(self.headers)
        self._readings: list[Reading] = [(None, "unknown-heading")] * len(self.headers)
        self._ranks = [0] * len(self.headers)
        said = self._said(options, file)
        if header >= 0:
            self._by_heading(said)
            self._by_values()
        self._by_shape(shaped, said)
        if self._of("due_set"):  # a table of our own, where keys are labels and ids identify
            self._ranks = [
                -1 if header == "ID" else rank for header, rank in zip(self.headers, self._ranks, strict=True)
            ]
        self._settle_title()
        self._settle_status()
        self._header_words = [plain(header) for header in self.headers]
        self._number = header + sheet.first
        self._require_title(file)
        self._settled: dict[TableField, list[int]] = {field: self._of(field) for field, _ in self._readings if field}

    def of(self, field: TableField) -> list[int]:
        """Where the field stands; one position at most for a field that a row has once."""
        return self._settled.get(field, [])

    def _of(self, field: TableField) -> list[int]:
        found = [position for position, (held, _) in enumerate(self._readings) if held == field]
        return sorted(found, key=lambda position: (not self._samples[position], self._ranks[position], position))

    def first(self, field: TableField) -> int:
        """Where the field stands, or -1."""
        return next(iter(self.of(field)), -1)

    def filled(self, position: int) -> int:
        """How many cells of a column hold something."""
        return len(self._cells[position]) - self._cells[position].count("")

    def heading(self, position: int) -> str:
        """The plain heading of a column, for what depends on its very words."""
        return self._header_words[position]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """All columns for a preview, but for those without heading and values."""
        return tuple(
            Column(
                name=self.names[position],
                header=header,
                letter=letter_of(position),
                field=self._readings[position][0],
                why=self._readings[position][1],
                filled=self.filled(position),
                samples=tuple(_shortened(value) for value in dict.fromkeys(self._samples[position]))[:_SAMPLES],
            )
            for position, header in enumerate(self.headers)
            if header or self._samples[position]
        )

    def _said(self, options: Options, file: str) -> set[TableField]:
        fields: set[TableField] = set()
        keys = {name.casefold(): position for position, name in reversed([*enumerate(self.names)])}
        letters = {letter_of(position).casefold(): position for position in range(len(self.headers))}
        for name, field in options.columns.items():
            wanted = " ".join(name.split()).casefold()
            position = keys.get(wanted, letters.get(wanted, -1))
            if position < 0:
                allowed = ", ".join(name for name in self.names if name)
                raise ImportRefused("import-unknown-column", {"file": file, "said": name, "allowed": allowed})
            self._readings[position] = (None, "left-out") if field == "ignore" else (field, "said")
            fields.add(field)
        return fields - MANY

    def _by_heading(self, said: set[TableField]) -> None:
        named: dict[TableField, list[int]] = {}
        words = [header.casefold() for header in self.headers]
        pairs = [pair for pair in _ANSWERS if {*pair} <= {*words}]
        answers = {word: word == pair[0] and self._are_ticked(pair, words) for pair in pairs for word in pair}
        for position, header in enumerate(self.headers):
            known = field_of(header)
            if words[position] in answers:
                known = ("completed", 0) if answers[words[position]] else None
            if self._readings[position][1] in ("said", "left-out"):
                continue
            if not self._samples[position]:
                self._readings[position] = (None, "empty")
            if known:
                self._ranks[position] = known[1]
                named.setdefault(known[0], []).append(position)
        for field, positions in named.items():
            positions.sort(key=lambda position: (not self._samples[position], self._ranks[position], position))
            if field == "title":  # that each row has; "tasks" beside it are those of an item
                most = max(map(self.filled, positions))
                beside = known_beside(self.headers, self._samples)
                positions.sort(key=lambda position: (2 * self.filled(position) <= most, -beside[position]))
            for place, position in enumerate(positions):
                taken = field not in MANY and (place > 0 or field in said)
                self._readings[position] = (None, "second") if taken else (field, "heading")
        if "area" not in {*named} | said:
            self._area_by_milestone()

    def _are_ticked(self, pair: tuple[str, str], words: list[str]) -> bool:
        """Whether columns by these names are there to tick one; what a survey or a test run counts is no tick."""
        values = [value for word in pair for value in self._samples[words.index(word)]]
        return not any(value.isdecimal() and value not in ("0", "1") for value in values)

    def _area_by_milestone(self) -> None:
        """A milestone beside a title is what the task belongs to."""
        for position, reading in enumerate(self._readings):
            if reading == (None, "second") and plain(self.headers[position]) in _MILESTONES and self._samples[position]:
                self._readings[position] = ("area", "heading")
                return

    def _by_values(self) -> None:
        held = {field for field, _ in self._readings}
        for position, (_, why) in enumerate(self._readings):
            values = self._samples[position]
            if why in ("unknown-heading", "second") and len(values) > 1:
                again = why == "second"
                field = None if again else self._field_by_values(self.headers[position], values, held)
                if field is None and not held & {"status", "completed"} and self._is_ticked(position):
                    field = "completed"
                if field is not None:
                    self._readings[position] = (field, "values")
                    held.add(field)

    def _is_ticked(self, position: int) -> bool:
        """Whether a column has boxes; or one without a heading nothing but ticks: of checkboxes, or at the left."""
        values = self._samples[position]
        if self.headers[position] or _mostly(values, begins_with_box):
            return _mostly(values, begins_with_box)
        said = {value.casefold() for value in values}
        return said <= _CHECKBOX or (position == 0 and said <= _TICKED_AT_LEFT)

    def _by_shape(self, shaped: Mapping[int, TableField], said: set[TableField]) -> None:
        held = {field for field, _ in self._readings} | said
        for position, field in shaped.items():
            there = position < len(self._readings) and field not in held
            if there and self._readings[position] == (None, "unknown-heading"):
                self._readings[position] = (field, "values")

    @staticmethod
    def _field_by_values(header: str, values: list[str], held: set[TableField | None]) -> TableField | None:
        if not held & {"status", "completed"} and _mostly(values, _is_status):
            return "status"
        if "lane" not in held and _mostly(values, lambda value: value.casefold() in LANES):
            return "lane"
        if "due" not in held and may_be_due(header) and _mostly(values, _is_date):
            return "due"
        if "id" not in held and plain(header).endswith(" id") and len(set(values)) == len(values):
            return "id"
        return None

    def _settle_title(self) -> None:
        """Without a column for the title: one that speaks of tasks, else the description."""
        if self._of("title"):
            return
        unknown = [position for position, (_, why) in enumerate(self._readings) if why in ("unknown-heading", "second")]
        spoken = [position for position in unknown if may_be_title(self.headers[position])]
        spoken += [
            position
            for position in self._of("completed")
            if self._readings[position][1] == "heading" and not _mostly(self._samples[position], _is_tick)
        ]
        described = [
            position
            for word in DESCRIBES
            for position in self._of("notes")
            if plain(self.headers[position]).startswith(word)
        ]
        areas = {*unknown, *self._of("area")}
        instead = [position for position in sorted(areas) if plain(self.headers[position]) in INSTEAD]
        for position in (*spoken, *described, *instead):
            if self._samples[position]:
                self._readings[position] = ("title", "heading")
                break
        for position, reading in enumerate(() if self._of("completed") else self._readings):
            if reading == (None, "second") and (field_of(self.headers[position]) or ("", 0))[0] == "completed":
                self._readings[position] = ("completed", "heading")

    def _settle_status(self) -> None:
        """Without a column for it: areas that are all called like statuses, as the lists of a board are. Beside one, a
        resolution in words of its own is a note, however far its task is."""
        for position in self._of("resolution") if self._of("status") and product_of(self.headers) == "plan" else ():
            if self._samples[position] and not _mostly(self._samples[position], is_resolution):
                self._readings[position] = ("notes", "values")
        for position in () if self._of("progress") else self._of("status"):
            if self._samples[position] and all(_is_share(value) for value in self._samples[position]):
                self._readings[position] = ("progress", "values")
        if any(self._of(field) for field in _SAY_STATUS):
            return
        for position in self._of("area"):
            values = set(self._samples[position])
            if len(values) > 1 and all(_is_status(value) for value in values):
                self._readings[position] = ("status", "values")

    def _require_title(self, file: str) -> None:
        if not self._of("title"):
            found = ", ".join(name for name in self.names if name)
            raise ImportRefused("import-no-title-column", {"file": file, "row": self._number, "found": found})


def _values(cells: Sequence[Cell]) -> list[str]:
    """What the first cells hold that aren't empty; of a column that is empty at first, those that come later."""
    filled = [cell for cell in cells[: _LOOKED_AT * 5] if cell != ""] or [cell for cell in cells if cell != ""]
    return [text for cell in filled[:_LOOKED_AT] if (text := text_of(cell).strip()[:500])]


def _names(headers: list[str]) -> list[str]:
    """Each header, told apart by its number where it stands again."""
    counts: dict[str, int] = {}
    names = []
    for header in headers:
        key = header.casefold()
        counts[key] = counts.get(key, 0) + 1
        names.append(f"{header} #{counts[key]}" if header and counts[key] > 1 else header)
    return names


def _shortened(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST_SAMPLE else line[: _LONGEST_SAMPLE - 1] + "\N{HORIZONTAL ELLIPSIS}"


def _mostly(values: list[str], holds: Callable[[str], bool]) -> bool:
    return sum(1 for value in values if holds(value)) >= _MOST * len(values)


def _is_share(value: str) -> bool:
    return value.replace(".", "", 1).isdecimal() and float(value) <= _WHOLE


def _is_status(value: str) -> bool:
    plain_numbers = ("x", "y", "n", "yes", "no", "true", "false", "ok", "na", "n/a", "none", "red", "test")
    return len(value) < 30 and value.casefold() not in plain_numbers and is_known(value)


def _is_tick(value: str) -> bool:
    """Whether a column under "Check" is ticked, rather than naming what to check."""
    return read_status(value)[1] == "known" or _is_date(value) or value.replace(".", "").isdecimal()


def _is_date(value: str) -> bool:
    return read_due(value).problem != "unread"
