"""What somebody can say against or beyond what was understood of a file: columns, status words, days, lanes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from launchready.desktop.widgets.labels import ElidedLabel, label
from launchready.exchange.understood import LANES, STATUSES, Options, TableField, Understood
from launchready.wording import terms

FIELDS: tuple[str, ...] = tuple(str(value) for value in msgspec.inspect.type_info(TableField).values)  # type: ignore[attr-defined]
NOTHING = "ignore"
BY_FILE = ""


class Wheelless(QObject):
    """Keeps the wheel for scrolling the panel, where it would change a choice in passing."""

    def eventFilter(self, watched: QObject, event: Any) -> bool:
        if event.type() == event.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class ImportChoices(QWidget):
    """Shows what can be chosen for a file; `changed()` tells that `options` are others now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.options = Options()
        self._wheelless = Wheelless(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._groups: QWidget | None = None
        self._shape: object = None

    def begin(self) -> None:
        self.options = Options()
        self._shape = None

    def show_understood(self, found: Understood) -> None:
        """Offers what this file has to be asked for. The same questions again leave focus and scroll alone."""
        if self._shape == (shape := _shape(found)):
            return
        self._shape = shape
        if self._groups is not None:
            self._groups.hide()
            self._groups.deleteLater()
        self._groups = QWidget()
        column = QVBoxLayout(self._groups)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for group in (
            self._questions(found),
            self._sheets(found),
            self._dates(found),
            self._statuses(found),
            self._columns(found),
            self._everything(),
            self._areas(found),
            self._parents(found),
        ):
            if group is not None:
                column.addWidget(group)
        column.addStretch(1)
        self._column.addWidget(self._groups)

    def set(self, **options: Any) -> None:
        """Chooses, as a person does."""
        wanted = msgspec.structs.replace(self.options, **options)
        if wanted != self.options:
            self.options = wanted
            self.changed.emit()

    # -- groups -------------------------------------------------------------------------------------------------

    def _group(self, title: str, remark: str = "") -> tuple[QFrame, QGridLayout]:
        group = QFrame()
        group.setAccessibleName(title)
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(title, "heading"), 0, 0, 1, 2)
        if remark:
            grid.addWidget(label(remark, "secondary", wrap=True), 1, 0, 1, 2)
        return group, grid

    def _line(self, grid: QGridLayout, text: str, remark: str, field: QWidget) -> None:
        row = grid.rowCount()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(text))
        if remark:
            words.addWidget(ElidedLabel(remark, "secondary"))
        grid.addLayout(words, row, 0)
        grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignVCenter)

    def _combo(
        self, name: str, choices: Iterable[tuple[str, str]], value: str, act: Callable[[str], object]
    ) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        for id_, text in choices:
            made.addItem(text, id_)
        made.setCurrentIndex(max(0, made.findData(value)))
        made.setMinimumContentsLength(6)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.activated.connect(lambda _: act(str(made.currentData())))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.installEventFilter(self._wheelless)
        return made

    def _questions(self, found: Understood) -> QFrame | None:
        """What has to be answered before anything can be imported."""
        from launchready.wording.problems import problem

        if not found.questions:
            return None
        group, grid = self._group(self.tr("To be answered first"))
        for question in found.questions:
            words = problem(question.code, {"file": "", **question.arguments}).removeprefix(", ")
            grid.addWidget(label(words, "", tone="no_go", wrap=True), grid.rowCount(), 0, 1, 2)
        return group

    def _sheets(self, found: Understood) -> QFrame | None:
        if len(found.sheets) < 2:
            return None
        group, grid = self._group(self.tr("Sheet"))
        choices = ((BY_FILE, self.tr("All with tasks")), *((sheet, sheet) for sheet in found.sheets))
        made = self._combo(self.tr("Sheet"), choices, self.options.sheet, lambda sheet: self.set(sheet=sheet))
        grid.addWidget(made, 1, 0, 1, 2)
        return group

    def _dates(self, found: Understood) -> QFrame | None:
        if not found.dates and self.options.dates is None:
            return None
        group, grid = self._group(self.tr("Dates that can be read in two ways"))
        if found.dates:
            first = found.dates[0]
            words = self.tr("“{said}” in {place}; %n such date(s) in all.", "", len(found.dates))
            grid.addWidget(label(words.format(said=first.said, place=first.place), "secondary", wrap=True), 1, 0, 1, 2)
        choices = (
            (BY_FILE, self.tr("Keep them in the notes")),
            ("day-first", self.tr("The day comes first")),
            ("month-first", self.tr("The month comes first")),
        )
        made = self._combo(
            self.tr("Order of dates"),
            choices,
            self.options.dates or BY_FILE,
            lambda order: self.set(dates=order or None),
        )
        grid.addWidget(made, 2, 0, 1, 2)
        return group

    def _statuses(self, found: Understood) -> QFrame | None:
        if not found.statuses:
            return None
        group, grid = self._group(self.tr("Status words"))
        choices = [(status, terms.STATUSES[status].capitalize()) for status in STATUSES]
        for word in found.statuses:
            unsure = (
                self.tr("not known") if word.how == "unknown" else self.tr("a guess") if word.how == "words" else ""
            )
            count = self.tr("%n time(s)", "", word.count)
            made = self._combo(
                self.tr("Status for “{word}”").format(word=word.said),
                choices,
                word.status,
                lambda status, said=word.said: self.set(  # type: ignore[misc]
                    statuses={**self.options.statuses, said: status}
                ),
            )
            self._line(grid, word.said or self.tr("(empty)"), " · ".join(filter(None, (count, unsure))), made)
        return group

    def _columns(self, found: Understood) -> QFrame | None:
        if not found.columns:
            return None
        group, grid = self._group(self.tr("Columns"))
        choices = [(NOTHING, self.tr("Not read")), *((name, self._field(name)) for name in FIELDS if name != NOTHING)]
        for column in found.columns:
            if not column.filled and column.field is None:
                continue
            made = self._combo(
                self.tr("Field for column “{column}”").format(column=column.header or column.letter),
                choices,
                column.field or NOTHING,
                lambda field, name=column.name: self.set(  # type: ignore[misc]
                    columns={**self.options.columns, name: field}
                ),
            )
            self._line(grid, column.header or column.letter, ", ".join(column.samples[:2]), made)
        return group

    def _everything(self) -> QFrame:
        group, grid = self._group(self.tr("All tasks"))
        lanes = [(BY_FILE, self.tr("As the file says")), *((lane, terms.lane(lane)) for lane in LANES)]
        made = self._combo(
            self.tr("Lane of all tasks"), lanes, self.options.lane or BY_FILE, lambda lane: self.set(lane=lane or None)
        )
        self._line(grid, self.tr("Lane"), "", made)
        area = QLineEdit(self.options.area or "")
        area.setAccessibleName(self.tr("Area of all tasks"))
        area.setPlaceholderText(self.tr("As the file says"))
        area.editingFinished.connect(lambda: self.set(area=area.text().strip() or None))
        self._line(grid, self.tr("Area"), "", area)
        return group

    def _areas(self, found: Understood) -> QFrame | None:
        if not found.areas or self.options.lane or self.options.area:
            return None
        group, grid = self._group(self.tr("Lane of each area"))
        for area in found.areas:
            mixed = len(area.lanes) > 1
            choices: list[tuple[str, str]] = [(lane, terms.lane(lane)) for lane in LANES]
            if mixed:
                choices.insert(0, (BY_FILE, " / ".join(terms.lane(lane) for lane in area.lanes)))
            made = self._combo(
                self.tr("Lane of “{area}”").format(area=area.area),
                choices,
                BY_FILE if mixed else area.lanes[0],
                lambda lane, name=area.area: self._choose_lane(name, lane),  # type: ignore[misc]
            )
            self._line(grid, area.area or self.tr("No area"), self.tr("%n task(s)", "", area.count), made)
        return group

    def _choose_lane(self, area: str, lane: str) -> None:
        kept = {name: held for name, held in self.options.lanes.items() if name != area}
        self.set(lanes={**kept, area: lane} if lane else kept)

    def _parents(self, found: Understood) -> QFrame | None:
        stands = any(warning.code == "import-parents-are-tasks" for warning in found.warnings)
        if not stands and self.options.parents == "tasks":
            return None
        group, grid = self._group(self.tr("Rows that stand over others"))
        choices = (("tasks", self.tr("Are tasks too")), ("areas", self.tr("Are areas")))
        made = self._combo(
            self.tr("Rows that stand over others"), choices, self.options.parents, lambda said: self.set(parents=said)
        )
        grid.addWidget(made, 1, 0, 1, 2)
        return group

    def _field(self, name: str) -> str:
        """The field in words; one that has none of its own is named as it is."""
        return {
            "title": self.tr("Title"),
            "id": self.tr("Id"),
            "status": self.tr("Status"),
            "why": self.tr("Why blocked"),
            "category": self.tr("Status category"),
            "resolution": self.tr("Resolution"),
            "completed": self.tr("Done on"),
            "progress": self.tr("Progress"),
            "owner": self.tr("Owner"),
            "email": self.tr("Owner's e-mail"),
            "reviewer": self.tr("Reviewer"),
            "due": self.tr("Due"),
            "due_set": self.tr("Due as set"),
            "lane": self.tr("Lane"),
            "team": self.tr("Team"),
            "area": self.tr("Area"),
            "parent": self.tr("Parent"),
            "level": self.tr("Level"),
            "wbs": self.tr("Outline number"),
            "steps": self.tr("Steps"),
            "steps_done": self.tr("Steps done"),
            "prerequisites": self.tr("Prerequisites"),
            "blocks": self.tr("Blocks"),
            "gating": self.tr("Gating"),
            "done_when": self.tr("Done when"),
            "notes": self.tr("Notes"),
            "labels": self.tr("Labels"),
            "link": self.tr("Link"),
        }.get(name, name.replace("_", " ").capitalize())


def _shape(found: Understood) -> object:
    """Equal shapes ask the same."""
    return (
        found.file,
        found.sheets,
        tuple((column.name, column.field) for column in found.columns),
        tuple((word.said, word.status, word.how) for word in found.statuses),
        tuple((area.area, area.lanes, area.count) for area in found.areas),
        len(found.dates),
        tuple(question.code for question in found.questions),
    )
