"""What somebody can say against or beyond what was understood of a file: columns, status words, days, lanes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from launchready.desktop.answers import remarked
from launchready.desktop.pages.import_fields import field_text
from launchready.desktop.pages.import_group import ChoiceGroup
from launchready.desktop.widgets.cards import button
from launchready.desktop.widgets.labels import label
from launchready.exchange.understood import LANES, STATUSES, Options, TableField, Understood
from launchready.wording import terms
from launchready.wording.language import tr

FIELDS: tuple[str, ...] = tuple(str(value) for value in msgspec.inspect.type_info(TableField).values)  # type: ignore[attr-defined]
NOTHING = "ignore"
BY_FILE = ""
NO, YES = "no", "yes"
MOST = 24  # lines of a group that are shown without being asked for
Part = TypeVar("Part")


class ImportChoices(QWidget):
    """Shows what can be chosen for a file; `changed()` tells that `options` are others now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.options = Options()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._groups: QWidget | None = None
        self._shape: object = None
        self._whole: set[str] = set()

    def begin(self) -> None:
        self.options = Options()
        self._shape = None
        self._whole.clear()

    def show_understood(self, found: Understood) -> None:
        """Offers what this file has to be asked for. The same questions again leave focus and scroll alone."""
        if self._shape == (shape := _shape(found)):
            return
        self._shape = shape
        focused = self.focusWidget()
        kept = focused.accessibleName() if focused is not None and focused.hasFocus() else ""
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
            self._lane_words(found),
            self._columns(found),
            self._everything(),
            self._areas(found),
            *self._readings(found),
        ):
            if group is not None:
                column.addWidget(group)
        column.addStretch(1)
        self._column.addWidget(self._groups)
        self._groups.show()
        if kept:
            self._focus_again(kept)

    def _focus_again(self, name: str) -> None:
        """Back to the choice of that name, or to the next question where it was one that is answered."""
        fields = self.findChildren(QComboBox)
        shown = [field for field in fields if self._groups is not None and self._groups.isAncestorOf(field)]
        field = next((field for field in shown if field.accessibleName() == name), shown[0] if shown else None)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_first(self) -> None:
        """Goes to the first question that is to be answered."""
        asked = next((field for field in self.findChildren(QComboBox) if field.currentIndex() < 0), None)
        if asked is not None:
            asked.setFocus(Qt.FocusReason.OtherFocusReason)

    def _some(self, group: ChoiceGroup, parts: Sequence[Part], most: int = MOST) -> Sequence[Part]:
        """As many as are shown at once; a button for the rest is added by `_rest`."""
        return parts if group.accessibleName() in self._whole else parts[:most]

    def _rest(self, group: ChoiceGroup, left: int, found: Understood) -> None:
        if left:
            group.wide(button(tr("Show %n more", "", left), "link", partial(self._show_whole, group, found)))

    def _show_whole(self, group: ChoiceGroup, found: Understood) -> None:
        self._whole.add(group.accessibleName())
        self._shape = None
        self.show_understood(found)

    def set(self, **options: Any) -> None:
        """Chooses, as a person does."""
        wanted = msgspec.structs.replace(self.options, **options)
        if wanted != self.options:
            self.options = wanted
            self.changed.emit()

    # -- groups -------------------------------------------------------------------------------------------------

    def _questions(self, found: Understood) -> ChoiceGroup | None:
        """What has to be answered before anything can be imported, each with its answers."""
        if not found.questions:
            return None
        group = ChoiceGroup(self.tr("To be answered first"))
        for question in found.questions:
            said = str(question.arguments["said"])
            group.wide(label(remarked(question.code, question.arguments), tone="no_go", wrap=True))
            if question.code == "import-status-unclear":
                name = self.tr("Status for “{word}”").format(word=said)
                made = group.combo(name, self._status_choices(), None, partial(self._choose_status, said))
            else:
                name = self.tr("Lane for “{word}”").format(word=said)
                made = group.combo(name, self._lane_choices(), None, partial(self._choose_lane, said))
            group.line(f"“{said}”", "", made)
        return group

    def _status_choices(self) -> list[tuple[str, str]]:
        return [(status, terms.STATUSES[status].capitalize()) for status in STATUSES]

    def _lane_choices(self) -> list[tuple[str, str]]:
        return [(lane, terms.lane(lane)) for lane in LANES]

    def _choose_status(self, word: str, status: str) -> None:
        self.set(statuses={**self.options.statuses, word: status})

    def _sheets(self, found: Understood) -> ChoiceGroup | None:
        if len(found.sheets) < 2:
            return None
        group = ChoiceGroup(self.tr("Sheet"))
        choices = ((BY_FILE, self.tr("All with tasks")), *((sheet, sheet) for sheet in found.sheets))
        made = group.combo(self.tr("Sheet"), choices, self.options.sheet, lambda sheet: self.set(sheet=sheet))
        group.wide(made)
        return group

    def _dates(self, found: Understood) -> ChoiceGroup | None:
        if not found.dates and self.options.dates is None:
            return None
        group = ChoiceGroup(self.tr("Dates that can be read in two ways"))
        if found.dates:
            shown = found.dates[0]
            words = tr("“{said}” in {place}; %n such date(s) in all.", "", len(found.dates))
            group.wide(label(words.format(said=shown.said, place=terms.place(shown.place)), "secondary", wrap=True))
        if found.suggested and self.options.dates is None:
            first, then = (
                self.tr("In its other dates the day comes first."),
                self.tr("In its other dates the month does."),
            )
            group.wide(label(first if found.suggested == "day-first" else then, "secondary", wrap=True))
        choices = (
            (BY_FILE, self.tr("Keep them in the notes")),
            ("day-first", self.tr("The day comes first")),
            ("month-first", self.tr("The month comes first")),
        )
        made = group.combo(
            self.tr("Order of dates"),
            choices,
            self.options.dates or BY_FILE,
            lambda order: self.set(dates=order or None),
        )
        group.wide(made)
        return group

    def _statuses(self, found: Understood) -> ChoiceGroup | None:
        words = [word for word in found.statuses if word.how != "unknown"]
        if not words:
            return None
        group = ChoiceGroup(self.tr("Status words"))
        shown = self._some(group, words)
        for word in shown:
            name, count = self.tr("Status for “{word}”").format(word=word.said), tr("%n time(s)", "", word.count)
            made = group.combo(name, self._status_choices(), word.status, partial(self._choose_status, word.said))
            unsure = self.tr("a guess") if word.how == "words" else ""
            group.line(word.said or self.tr("(empty)"), " · ".join(filter(None, (count, unsure))), made)
        self._rest(group, len(words) - len(shown), found)
        return group

    def _lane_words(self, found: Understood) -> ChoiceGroup | None:
        """Words that somebody explained already, to be explained otherwise."""
        areas = {area.area for area in found.areas}
        words = [word for word in self.options.lanes if word not in areas]
        if not words:
            return None
        group = ChoiceGroup(self.tr("Words for a lane"))
        for word in words:
            name, lane = self.tr("Lane for “{word}”").format(word=word), self.options.lanes[word]
            group.line(word, "", group.combo(name, self._lane_choices(), lane, partial(self._choose_lane, word)))
        return group

    def _columns(self, found: Understood) -> ChoiceGroup | None:
        """Those that are read or were chosen, then the others."""
        filled = [column for column in found.columns if column.filled or column.field is not None]
        if not filled:
            return None
        group = ChoiceGroup(self.tr("Columns"))
        choices = [(NOTHING, self.tr("Not read")), *((name, field_text(name)) for name in FIELDS if name != NOTHING)]
        read = [
            column for column in filled if column.field not in (None, NOTHING) or column.name in self.options.columns
        ]
        others = [column for column in filled if column not in read]
        shown = self._some(group, others, max(0, MOST - len(read)))
        for column in (*read, *shown):
            name = self.tr("Field for column “{column}”").format(column=column.header or column.letter)
            made = group.combo(name, choices, column.field or NOTHING, partial(self._choose_field, column.name))
            group.line(column.header or column.letter, ", ".join(column.samples[:2]), made)
        self._rest(group, len(others) - len(shown), found)
        return group

    def _choose_field(self, column: str, field: str) -> None:
        self.set(columns={**self.options.columns, column: field})

    def _everything(self) -> ChoiceGroup:
        group = ChoiceGroup(self.tr("All tasks"))
        lanes = [(BY_FILE, self.tr("As the file says")), *((lane, terms.lane(lane)) for lane in LANES)]
        made = group.combo(
            self.tr("Lane of all tasks"), lanes, self.options.lane or BY_FILE, lambda lane: self.set(lane=lane or None)
        )
        group.line(self.tr("Lane"), "", made)
        area = QLineEdit(self.options.area or "")
        area.setAccessibleName(self.tr("Area of all tasks"))
        area.setPlaceholderText(self.tr("As the file says"))
        area.editingFinished.connect(lambda: self.set(area=area.text().strip() or None))
        group.line(self.tr("Area"), "", area)
        return group

    def _areas(self, found: Understood) -> ChoiceGroup | None:
        if not found.areas or self.options.lane or self.options.area:
            return None
        group = ChoiceGroup(self.tr("Lane of each area"))
        shown = self._some(group, found.areas)
        for area in shown:
            choices, lanes = self._lane_choices(), area.lanes
            if len(lanes) > 1:
                choices.insert(0, (BY_FILE, " / ".join(terms.lane(lane) for lane in lanes)))
            name = self.tr("Lane of “{area}”").format(area=area.area)
            value = BY_FILE if len(lanes) > 1 else lanes[0]
            made = group.combo(name, choices, value, partial(self._choose_lane, area.area))
            group.line(area.area or self.tr("No area"), tr("%n task(s)", "", area.count), made)
        self._rest(group, len(found.areas) - len(shown), found)
        return group

    def _choose_lane(self, area: str, lane: str) -> None:
        kept = {name: held for name, held in self.options.lanes.items() if name != area}
        self.set(lanes={**kept, area: lane} if lane else kept)

    def _readings(self, found: Understood) -> Iterator[ChoiceGroup]:
        """What was read in one of two ways, and may as well be read in the other."""
        left, tasks = self.tr("Are left out"), self.tr("Are tasks too")
        parents = self.tr("Rows that stand over others")
        for code, option, title, choices in (
            ("import-parents-are-tasks", "parents", parents, {"tasks": tasks, "areas": self.tr("Are areas")}),
            ("import-hidden-rows", "skip_hidden", self.tr("Hidden rows"), {NO: tasks, YES: left}),
            ("fenced-boxes-left-out", "include_fenced", self.tr("Boxes in a code fence"), {NO: left, YES: tasks}),
            ("table-boxes-left-out", "include_plain", self.tr("Boxes in tables"), {NO: left, YES: tasks}),
        ):
            value = getattr(self.options, option)
            chosen = value if isinstance(value, str) else YES if value else NO
            if chosen != next(iter(choices)) or any(warning.code == code for warning in found.warnings):
                group = ChoiceGroup(title)
                group.wide(group.combo(title, choices.items(), chosen, partial(self._choose_reading, option)))
                yield group

    def _choose_reading(self, option: str, said: str) -> None:
        self.set(**{option: said if option == "parents" else said == YES})


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
