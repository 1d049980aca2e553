"""What was understood of a file, part by part, and what may be said against it before anything is imported."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Literal

import msgspec

from launchready.exchange.checklist import Checklist, ChecklistStatus, ChecklistWarning, ImportRefused, Lane
from launchready.exchange.dates import DateOrder

TableField = Literal[
    "title",
    "id",
    "status",
    "why",
    "category",
    "resolution",
    "completed",
    "progress",
    "owner",
    "email",
    "reviewer",
    "due",
    "due_set",
    "lane",
    "team",
    "area",
    "parent",
    "level",
    "wbs",
    "steps",
    "steps_done",
    "prerequisites",
    "blocks",
    "gating",
    "done_when",
    "notes",
    "labels",
    "link",
    "ignore",
]
Why = Literal["heading", "said", "values", "unknown-heading", "second", "empty", "left-out"]
How = Literal["known", "similar", "words", "unknown", "said"]

STATUSES: tuple[ChecklistStatus, ...] = ("to-do", "in-progress", "blocked", "done", "not-applicable")
LANES: tuple[Lane, ...] = ("pm", "pmm", "joint")


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody says of a file, against or beyond what would be understood of it.

    `columns` maps a column (its header, `Header #2` for the second of that name, or its letter) to a field, `statuses`
    a word to a status, `lanes` an area, or a word where a lane should stand, to a lane; case doesn't matter. `lane` and
    `area` hold for every task. `skip` are numbers of rows or lines, `leave` ids of tasks. `encoding` reads a text that
    is neither UTF-8 nor marked UTF-16. `skip_hidden` leaves out a workbook's hidden rows and sheets. `parents` says
    what becomes of rows that others are indented below or numbered under. `include_plain` reads a Markdown file's
    tables as tasks, and its list items where it has no boxes. `origin` is the file or product that an update is of.
    """

    format: str = ""
    columns: dict[str, TableField] = {}
    statuses: dict[str, ChecklistStatus] = {}
    lanes: dict[str, Lane] = {}
    lane: Lane | None = None
    area: str | None = None
    dates: DateOrder | None = None
    skip: frozenset[int] = frozenset()
    leave: frozenset[str] = frozenset()
    sheet: str = ""
    encoding: str = ""
    skip_hidden: bool = False
    parents: Literal["tasks", "areas"] = "tasks"
    include_fenced: bool = False
    include_plain: bool = False
    origin: str = ""


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column: `name` tells it from others of the same header; `why` it was read as its field, or as none."""

    name: str
    header: str
    letter: str
    field: TableField | None
    why: Why
    filled: int
    samples: tuple[str, ...] = ()


class StatusWord(msgspec.Struct, frozen=True, kw_only=True):
    """A word for a status, what it was read as, and how surely; `place` and `column` are where it first stands."""

    said: str
    status: ChecklistStatus
    how: How
    count: int
    place: str = ""
    column: str = ""


class AmbiguousDate(msgspec.Struct, frozen=True, kw_only=True):
    """A due date that has two meanings, of which none is taken before somebody says which."""

    said: str
    day_first: datetime.date
    month_first: datetime.date
    place: str
    column: str = ""


class AreaLane(msgspec.Struct, frozen=True, kw_only=True):
    """An area and the lanes of its tasks, most first; one lane if somebody chose it."""

    area: str
    lanes: tuple[Lane, ...]
    count: int


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """Rows, cards or issues that give no task; `why` is a code: no-title, header-again, section, said, archived…"""

    place: str
    why: str
    said: str = ""


class Understood(msgspec.Struct, frozen=True, kw_only=True):
    """All of a preview. `product` is whose export it looks like, `plan` for a plain table.

    `suggested` is the order that the file's other dates have. `questions` must be answered before an import.
    """

    file: str
    format: str
    product: str
    checklist: Checklist
    columns: tuple[Column, ...] = ()
    statuses: tuple[StatusWord, ...] = ()
    dates: tuple[AmbiguousDate, ...] = ()
    suggested: DateOrder | None = None
    areas: tuple[AreaLane, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    sheets: tuple[str, ...] = ()
    sheets_read: tuple[str, ...] = ()
    questions: tuple[ChecklistWarning, ...] = ()

    @property
    def warnings(self) -> tuple[ChecklistWarning, ...]:
        return self.checklist.warnings

    def require_answers(self) -> None:
        """Refuses the import while a lane or status of the file is in words that nobody has explained."""
        for question in self.questions:
            raise ImportRefused(question.code, {"file": self.file, **question.arguments})


def mapping(texts: Iterable[str], file: str) -> dict[str, TableField]:
    """Columns and fields from `Column=field` texts, as somebody types them."""
    allowed = msgspec.inspect.type_info(TableField)
    fields: dict[str, TableField] = {}
    names = tuple(sorted(str(value) for value in allowed.values))  # type: ignore[attr-defined]
    for text in texts:
        column, equals, field = text.rpartition("=")
        said = field.strip().casefold().replace(" ", "_").replace("-", "_")
        if not equals or not column.strip():
            raise ImportRefused("import-map-unclear", {"file": file, "said": text})
        if said not in names:
            raise ImportRefused("import-unknown-field", {"file": file, "said": field.strip(), "allowed": _list(names)})
        fields[column.strip()] = said  # type: ignore[assignment]
    return fields


def status_words(texts: Iterable[str], file: str) -> dict[str, ChecklistStatus]:
    """Status words and their meaning from `word=status` texts."""
    found: dict[str, ChecklistStatus] = {}
    for text in texts:
        word, equals, said = text.rpartition("=")
        status = next((each for each in STATUSES if each == said.strip().casefold().replace(" ", "-")), None)
        if not equals or status is None:
            raise ImportRefused(
                "import-unknown-status", {"file": file, "said": said.strip(), "allowed": _list(STATUSES)}
            )
        found[word.strip()] = status
    return found


def area_lanes(texts: Iterable[str], file: str) -> dict[str, Lane]:
    """Areas and their lanes from `Area=lane` texts."""
    found: dict[str, Lane] = {}
    for text in texts:
        area, equals, said = text.rpartition("=")
        lane = next((each for each in LANES if each == said.strip().casefold()), None)
        if not equals or lane is None:
            raise ImportRefused("import-unknown-lane", {"file": file, "said": said.strip(), "allowed": _list(LANES)})
        found[area.strip()] = lane
    return found


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)
