"""The checklist as a flat table: group headers and tasks are rows, what is edited by itself is a column.

Filtering and grouping are done here, not in a proxy: a keystroke over 10,000 tasks costs a list comprehension.
Updates go by keyed difference. A few rows are removed, inserted and moved one by one; a sweeping difference, as a
filter makes, is one layout change that carries selection and focus along by key. There is no reset.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchready.desktop.models import columns
from launchready.desktop.models.facts import FILTERS, Fact, View, counts, facts, scene
from launchready.desktop.models.grouping import Header, Key, headers, sorted_by_group
from launchready.desktop.models.lines import Line, claims_on, line
from launchready.desktop.models.updating import KeyedRows
from launchready.launch.model import Launch, Task

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Edit = Callable[[str, str, str], "str | None"]
TASK_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
MANY = 200
"""From so many changed tasks on, everything is laid out anew."""


class ChecklistModel(QAbstractTableModel):
    """Shows one launch. `edit(task, column, text)` takes what is typed in a cell, and says why not."""

    def __init__(self, edit: Edit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self._launch = Launch()
        self._view = View("", dt.date.min)
        self._facts: list[Fact] = []
        self._keys: list[Key] = []
        self._headers: dict[Key, Header] = {}
        self._hays: list[str] | None = None
        self._numbers: dict[str, int] | None = None
        self._waiting: list[Fact] = []
        self._claims: dict[str, int] | None = None
        self._lines: dict[str, tuple[Fact, Line]] = {}
        self._rows = KeyedRows[Fact | Header](self)
        self.grouping, self.filter, self.text = "area", "all", ""
        self._held = ""

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_launch(self, launch: Launch, me: str, today: dt.date, touched: frozenset[str] | None = None) -> None:
        """Takes in a state, whatever came between; rows that stay keep selection and focus.

        `touched` are the tasks that can differ at all, where that is known: then the others need not be compared.
        """
        before, seen = self._launch, self._view
        self._launch, self._view = launch, View(me, today)
        changed = self._changed(before, touched) if self._only_parts(before, seen) else None
        if changed is None:
            self._show_anew()
        elif self._patch(changed) and (self.filter != "all" or self.text):
            self._arrange()

    def _show_anew(self) -> None:
        self._lines.clear()
        self._claims = self._hays = self._numbers = None
        found = facts(self._launch, self._view)
        self._facts, self._keys = sorted_by_group(found, self.grouping, self._launch, self._view)
        self._headers = headers(self._facts, self._keys, self.grouping, self._launch)
        self._arrange()

    def _only_parts(self, before: Launch, seen: View) -> bool:
        """Whether no more than tasks changed, so that the facts of the others still hold."""
        now = self._launch
        return (
            bool(self._facts)
            and seen == self._view
            and len(now.tasks) == len(before.tasks)
            and (before.date, before.go_no_go, before.zone) == (now.date, now.go_no_go, now.zone)
            and before.people is now.people
            and before.waivers is now.waivers
            and before.claims is now.claims
        )

    def _changed(self, before: Launch, touched: frozenset[str] | None) -> set[str] | None:
        """The tasks that differ; None where they stand in other places or groups now, or are many."""
        was, tasks = before.tasks, self._launch.tasks
        maybe = touched if touched is not None else [each.task.id for each in self._facts]
        differing = [id_ for id_ in maybe if tasks.get(id_) is not was.get(id_)]
        if len(differing) > MANY or self.grouping not in ("area", "lane"):
            return None
        for id_ in differing:
            old, new = was.get(id_), tasks.get(id_)
            if old is None or new is None or (old.lane, old.area, old.position) != (new.lane, new.area, new.position):
                return None
        return set(differing)

    def _patch(self, changed: set[str]) -> bool:
        """Puts other facts in the places of those tasks, and of the tasks that wait for them. False for none."""
        numbers = self._index()
        changed |= {each.task.id for each in self._waiting if changed.intersection(each.task.prerequisites)}
        seen = scene(self._launch, self._view)
        for number in sorted(numbers[id_] for id_ in changed):
            was, now = self._facts[number], Fact(self._launch.tasks[self._facts[number].task.id], seen)
            self._facts[number] = now
            self._lines.pop(now.task.id, None)
            if self._hays is not None:
                self._hays[number] = self._haystack(now.task)
            if was.task.prerequisites or now.task.prerequisites:
                self._numbers = None  # who waits is looked up anew
            if was.done != now.done:
                key = self._keys[number]
                header = self._headers[key] = self._headers[key].counted(now.done - was.done)
                self._rows.put(header.id, header)
            self._rows.put(now.task.id, now)
        return bool(changed)

    def _index(self) -> dict[str, int]:
        """Where each fact stands, and which wait for others; looked up once, as long as they stand so."""
        if self._numbers is None:
            self._numbers = {each.task.id: number for number, each in enumerate(self._facts)}
            self._waiting = [each for each in self._facts if each.task.prerequisites]
        return self._numbers

    def choose(self, *, filter: str | None = None, text: str | None = None, grouping: str | None = None) -> None:  # noqa: A002
        """Filters or groups otherwise."""
        self.filter = self.filter if filter is None else filter
        self.text = self.text if text is None else text.casefold().strip()
        if grouping is not None and grouping != self.grouping:
            self.grouping = grouping
            in_launch_order = facts(self._launch, self._view)
            self._facts, self._keys = sorted_by_group(in_launch_order, grouping, self._launch, self._view)
            self._headers = headers(self._facts, self._keys, grouping, self._launch)
            self._hays = self._numbers = None
        self._arrange()

    def _arrange(self) -> None:
        """The rows that pass the filter, each group under its header."""
        shown: Iterable[int] = range(len(self._facts))
        if self.text:
            self.prepare()
            shown = [number for number, hay in enumerate(self._hays or ()) if self.text in hay]
        if self.filter != "all":
            passes = FILTERS[self.filter]
            found = self._facts
            shown = [number for number in shown if passes(found[number])]
        if self._held:
            shown = self._with_held(shown)
        rows: list[Fact | Header] = []
        ids: list[str] = []
        last: Key | None = None
        for number in shown:
            key = self._keys[number]
            if key is not last and key != last:
                last = key
                header = self._headers[key]
                rows.append(header)
                ids.append(header.id)
            each = self._facts[number]
            rows.append(each)
            ids.append(each.task.id)
        self._rows.show(rows, ids)

    def hold(self, task: str) -> None:
        """Keeps a task in sight, whatever the filter says, while it is under the hand; none lets go of it."""
        let_go, self._held = self._held, task
        if let_go and not task and (self.text or self.filter != "all"):
            self._arrange()

    def _with_held(self, shown: Iterable[int]) -> list[int]:
        held = self._index().get(self._held)
        return sorted({*shown, held}) if held is not None else list(shown)

    def prepare(self) -> None:
        """Makes ready what a text filter and an edit look up, so that the first keystroke need not."""
        self._index()
        if self._hays is None:
            self._hays = [self._haystack(each.task) for each in self._facts]

    def _haystack(self, task: Task) -> str:
        """Key, title, owner, area, reason."""
        owner = self._launch.people.get(task.owner)
        return f"{task.key} {task.title} {owner.name if owner else ''} {task.area} {task.why}".casefold()

    # -- questions ----------------------------------------------------------------------------------------------

    @property
    def launch(self) -> Launch:
        return self._launch

    @property
    def today(self) -> dt.date:
        return self._view.today

    def entry(self, row: int) -> Fact | Header:
        return self._rows.items[row]

    def task_id(self, row: int) -> str:
        """The id of the task in that row; empty for a header or no row."""
        if not 0 <= row < len(self._rows.items):
            return ""
        entry = self._rows.items[row]
        return entry.task.id if isinstance(entry, Fact) else ""

    def row_of(self, task: str) -> int:
        """Where a task stands; -1 where it is not shown."""
        return self._rows.row_of(task)

    def line(self, entry: Fact) -> Line:
        held = self._lines.get(entry.task.id)
        if held is not None and held[0] is entry:
            return held[1]
        if self._claims is None:
            self._claims = claims_on(self._launch)
        made = line(self._launch, entry, self._view.today, self._claims)
        self._lines[entry.task.id] = (entry, made)
        return made

    def counts(self) -> dict[str, int]:
        return counts(self._facts)

    def total(self) -> int:
        """How many tasks there are, shown or not."""
        return len(self._facts)

    # -- Qt -----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows.items)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(columns.COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.task_id(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return TASK_FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._rows.items[index.row()]
        column = columns.COLUMNS[index.column()]
        if isinstance(entry, Header):
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return entry.title  # every cell has a name, also the empty ones
            return columns.of_header(entry, column) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return columns.shown(self.line(entry), entry.task, column)
        if role == Qt.ItemDataRole.EditRole:
            return columns.typed(self._launch, entry.task, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.line(entry)
            return said.sentence(entry.task.key) if column == "title" else columns.spoken(said, entry.task, column)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and column == "title":
            return entry.task.done_when
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return columns.title(columns.COLUMNS[section])
        return None

    def take(self, index: Index, text: str) -> str:
        """Takes what was typed in a cell; says why not, and nothing where it was taken."""
        task = self.task_id(index.row())
        return (self._edit(task, columns.COLUMNS[index.column()], text) or "") if task else ""
