"""The fields of a new launch."""

from __future__ import annotations

import datetime as dt
import zoneinfo

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from launchready.desktop import days, dues
from launchready.desktop.answers import answered
from launchready.desktop.pages.template_choice import ONLY_RACI, STANDARD, TemplateChoice, Toasts
from launchready.desktop.widgets.cards import button
from launchready.desktop.widgets.chips import Chips
from launchready.desktop.widgets.labels import ElidedLabel, label
from launchready.identity import profile
from launchready.launch.drafting import parse_author
from launchready.launch.model import Due
from launchready.launch.schedule import resolve
from launchready.templates import Template, TemplateRefused
from launchready.templates.launching import NewLaunch
from launchready.wording import terms

WEEKS, TUESDAY = 8, 1


class Unready(Exception):  # noqa: N818  an answer that is shown
    """Something is missing or unclear; the message says what, `field` is where."""

    def __init__(self, text: str, field: QWidget | None = None) -> None:
        super().__init__(text)
        self.field = field


class NewLaunchForm(QWidget):
    """`asked` is what is typed, refused where something is missing; `so_far` stands in for that, for a preview."""

    changed = Signal()

    def __init__(self, toast: Toasts) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.name = self._line(self.tr("Name"), self.tr("such as Atlas 3.0"))
        self._add_tier()
        self._add_days()
        self._add_people()
        self._add_template(toast)
        self.start()

    # -- building -----------------------------------------------------------------------------------------------

    def _head(self, text: str) -> QLabel:
        if self._column.count():
            self._column.addSpacing(6)
        shown = label(text, "secondary", wrap=True)
        self._column.addWidget(shown)
        return shown

    def _made(self, name: str, hint: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.textChanged.connect(lambda _: self.changed.emit())
        return made

    def _line(self, name: str, hint: str) -> QLineEdit:
        self._head(name)
        made = self._made(name, hint)
        self._column.addWidget(made)
        return made

    def _add_tier(self) -> None:
        self._head(self.tr("Tier: how big the launch is"))
        texts = [(str(tier), self.tr("Tier {tier}").format(tier=tier)) for tier in (1, 2, 3)]
        self.tier = Chips(texts, self.tr("Tier"))
        self.tier.chosen.connect(lambda _: self.changed.emit())
        self._column.addWidget(self.tier)

    def _add_days(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self.date = self._made(self.tr("Launch date"), "2026-12-08")
        self.time = self._made(self.tr("Time of day"), "09:00")
        self.go_no_go = self._made(self.tr("Go/no-go"), "")
        self.zone = QComboBox()
        self.zone.setAccessibleName(self.tr("Time zone"))
        self.zone.setLineEdit(self._made(self.zone.accessibleName(), ""))
        self.zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.zone.addItems(sorted(zoneinfo.available_timezones()))
        completer = self.zone.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        pairs = (
            (self.tr("Launch date"), self.date),
            (self.tr("Go/no-go"), self.go_no_go),
            (self.tr("Time of day"), self.time),
            (self.tr("Time zone"), self.zone),
        )
        for number, (text, field) in enumerate(pairs):
            line, column = number // 2 * 2, number % 2
            above = ElidedLabel(text, "secondary")
            above.setContentsMargins(0, 6, 0, 0)
            above.setBuddy(field)
            grid.addWidget(above, line, column)
            grid.addWidget(field, line + 1, column)
        self._said = label("", "secondary", wrap=True)
        grid.addWidget(self._said, 4, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)

    def _add_people(self) -> None:
        self.pm = self._person(self.tr("PM lead, who answers for the product"))
        self.pmm = self._person(self.tr("PMM lead, who answers for the market"))
        self.one_person = QCheckBox(self.tr("One person leads both lanes"))
        self.one_person.toggled.connect(self._on_one_person)
        self._column.addWidget(self.one_person)
        self.decider = self._person(self.tr("Decider, who rules when the leads differ (may stay empty)"))

    def _person(self, name: str) -> QLineEdit:
        self._head(name)
        made = self._made(name, self.tr("Name, or Name <e-mail>"))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(made, 1)
        me = button(self.tr("Me"), "", lambda: made.setText(_me()), self.tr("Me: {field}").format(field=name))
        me.setVisible(bool(_me()))
        line.addWidget(me)
        self._column.addLayout(line)
        return made

    def _add_template(self, toast: Toasts) -> None:
        self._head(self.tr("Template"))
        self.zone.setMinimumContentsLength(8)
        self.zone.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.templates = TemplateChoice(toast)
        self.templates.changed.connect(self.changed)
        self._column.addWidget(self.templates)

    # -- what is typed ------------------------------------------------------------------------------------------

    def start(self, *, with_tasks: bool = True) -> None:
        """Empties the form, but for what most launches have. Without tasks, no template is chosen."""
        self.templates.fill(STANDARD if with_tasks else ONLY_RACI)
        self.tier.choose("2")
        for field in (self.name, self.pm, self.pmm, self.decider, self.go_no_go):
            field.clear()
        self.date.setText(days.as_typed(_some_day()))
        self.time.setText("09:00")
        self.zone.setCurrentText(_system_zone())
        self.one_person.setChecked(False)
        self._fresh = self._values()

    def _values(self) -> tuple[str, ...]:
        fields = (self.name, self.date, self.time, self.go_no_go, self.pm, self.pmm, self.decider)
        return (*(field.text() for field in fields), self.zone.currentText())

    def is_dirty(self) -> bool:
        return self._values() != self._fresh

    def take_focus(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def template(self) -> Template:
        """The chosen template. Raises Unready with its mistake."""
        try:
            return self.templates.template()
        except TemplateRefused as refused:
            raise Unready(answered(refused.code, refused.arguments), self.templates.chosen) from refused

    def so_far(self) -> NewLaunch:
        """What is typed, with stand-ins for what is missing."""
        date = days.parse_date(self.date.text()) or _some_day()
        go_no_go = None
        self._said.setText("")
        try:
            go_no_go = self._go_no_go(date)
        except Unready as unclear:
            self._said.setText(str(unclear))
        usual = Due(offset=self.template().go_no_go[self._tier()])
        meeting = go_no_go or usual
        self.go_no_go.setPlaceholderText(f"{terms.due(usual)} · {days.day(resolve(usual, date) or date)}")
        if not self._said.text():
            self._said.setText(self._days_in_words(date, meeting))
        pm = self.pm.text() or terms.lane("pm")
        return NewLaunch(
            name=self.name.text() or self.tr("New launch"),
            tier=self._tier(),
            date=date,
            pm=pm,
            pmm=pm if self.one_person.isChecked() else self.pmm.text() or terms.lane("pmm"),
            decider=self.decider.text(),
            go_no_go=go_no_go,
        )

    def _days_in_words(self, date: dt.date, meeting: Due) -> str:
        words = self.tr("Go/no-go {meeting}, launches {date}")
        held = resolve(meeting, date) or date
        return words.format(meeting=days.day(held, weekday=True), date=days.day(date, weekday=True, year=True))

    def _tier(self) -> int:
        return int(self.tier.current() or "2")

    def _go_no_go(self, date: dt.date) -> Due | None:
        try:
            due = dues.parse(self.go_no_go.text())
        except dues.Unclear:
            words = self.tr("“{said}” is no go/no-go date: write it as T-3 or 2026-12-05, or leave it empty.")
            raise Unready(words.format(said=self.go_no_go.text()), self.go_no_go) from None
        if due is not None and (resolve(due, date) or date) > date:
            raise Unready(self.tr("The go/no-go is after the launch: make it T-3 or earlier."), self.go_no_go)
        return due

    def asked(self) -> NewLaunch:
        """What is typed. Raises Unready at the first field that says too little."""
        if not self.name.text().strip():
            raise Unready(self.tr("The launch has no name yet: type one."), self.name)
        date = days.parse_date(self.date.text())
        if date is None:
            words = self.tr("“{said}” is no day: write the launch date as 2026-12-08.")
            raise Unready(words.format(said=self.date.text()), self.date)
        pm = self.pm.text().strip()
        pmm = pm if self.one_person.isChecked() else self.pmm.text().strip()
        if not parse_author(pm).name:
            raise Unready(self.tr("Nobody leads PM yet: type who answers for the product."), self.pm)
        if not parse_author(pmm).name:
            raise Unready(self.tr("Nobody leads PMM yet: type who answers for the market."), self.pmm)
        template = self.template()
        if template.name and not template.for_tier(self._tier()):
            raise Unready(self.tr("This template has no tasks for that tier: choose another tier."), self.tier)
        return NewLaunch(
            name=self.name.text().strip(),
            tier=self._tier(),
            date=date,
            pm=pm,
            pmm=pmm,
            decider=self.decider.text().strip(),
            time=self.time.text().strip() or "09:00",
            zone=self.zone.currentText().strip() or "UTC",
            go_no_go=self._go_no_go(date),
            one_person=self.one_person.isChecked(),
        )

    def _on_one_person(self, checked: bool) -> None:
        self.pmm.setEnabled(not checked)
        self.changed.emit()


def _me() -> str:
    try:
        known = profile.load()
    except profile.ProfileRefused:
        known = None
    return f"{known.name} <{known.email}>" if known and known.email else known.name if known else ""


def _some_day() -> dt.date:
    """The Tuesday after some weeks: a date to change rather than to invent."""
    day = dt.datetime.now().astimezone().date() + dt.timedelta(weeks=WEEKS)
    return day + dt.timedelta(days=(TUESDAY - day.weekday()) % 7)


def _system_zone() -> str:
    found = bytes(QTimeZone.systemTimeZoneId().data()).decode(errors="replace")
    return found if found in zoneinfo.available_timezones() and found != "Etc/UTC" else "UTC"
