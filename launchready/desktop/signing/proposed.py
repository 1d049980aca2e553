"""The conditions that go with a Go with conditions, while they are being written."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from launchready.desktop import days, dues
from launchready.desktop.signing.covering import keys
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.forms import Ask, FormPlace, InlineForm, Say, Values
from launchready.desktop.widgets.labels import label
from launchready.desktop.widgets.rows import RowList
from launchready.launch.coverage import covered_lanes
from launchready.launch.drafting import Draft, Proposed
from launchready.launch.entitlement import consenters, name
from launchready.launch.model import Launch
from launchready.launch.readiness import claims_in_use, stands_in_the_way, unmet_conditions
from launchready.launch.schedule import in_order
from launchready.wording import terms
from launchready.wording.language import tr


class Proposal(NamedTuple):
    """A condition as typed: `owner` is a name, `covers` are ids of gates and claims."""

    text: str
    owner: str
    due: dt.date
    covers: tuple[str, ...]


def proposed(draft: Draft, proposals: list[Proposal]) -> list[Proposed]:
    """The proposals as a sign-off takes them; an owner who is new is added first."""
    return [Proposed(each.text, each.due, draft.person(each.owner), each.covers) for each in proposals]


def subjects(launch: Launch, lane: str) -> tuple[tuple[str, str], ...]:
    """What a condition of that lane could cover: open gates and claims that are not supported, with their words."""
    lanes = covered_lanes(lane)
    gates = ((task.id, f"{task.key} {task.title}") for task in in_order(launch) if task.lane in lanes)
    claims = ((claim.id, f"{claim.key} “{claim.text}”") for claim in claims_in_use(launch))
    return tuple(each for each in (*gates, *claims) if stands_in_the_way(launch, each[0]))


class ConditionsEditor(QFrame):
    """`changed()` tells each edit. What is half typed in its form counts as begun, too."""

    changed = Signal()

    def __init__(self, lane: str) -> None:
        super().__init__()
        self.setProperty("role", "form")
        self.setAccessibleName(self.tr("Conditions"))
        self._lane = lane
        self._launch = Launch()
        self.proposals: list[Proposal] = []
        self._editing = -1
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        self._standing = label("", "secondary", wrap=True)
        self._rows = RowList(8)
        self._rows.hide()
        self.add_button = button(self.tr("Add a condition"), "link", self.add)
        self.add_button.setProperty("level", "flush")
        self._place = FormPlace()
        column.addWidget(self._standing)
        column.addWidget(self._rows)
        column.addLayout(row(self.add_button, 1))
        column.addLayout(self._place)

    @property
    def form(self) -> InlineForm | None:
        return self._place.form

    def show_launch(self, launch: Launch) -> None:
        """The launch whose gates and people the conditions speak of."""
        self._launch = launch
        held = [each for each in unmet_conditions(launch, self._lane) if each.accepted is not None]
        names = terms.listing([f"{each.key} “{each.text}”" for each in held])
        self._standing.setText(self.tr("Still in force: {conditions}").format(conditions=names))
        self._standing.setVisible(bool(held))
        self._show_rows()

    def start_anew(self) -> None:
        self.proposals = []
        self._close_form()
        self._show_rows()

    def _show_rows(self) -> None:
        items = [(str(number), (number, held, self._under(held))) for number, held in enumerate(self.proposals)]
        self._rows.show_rows(items, self._row)

    def _row(self, item: tuple[int, Proposal, str]) -> QWidget:
        number, held, under = item
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        edit = button(tr("Edit"), "quiet", lambda: self.edit(number), tr("Edit “{text}”").format(text=held.text))
        remove = button("✕", "quiet", lambda: self.remove(number), tr("Remove “{text}”").format(text=held.text))
        line = row(label(held.text, wrap=True), edit, remove, spacing=2)
        line.setStretch(0, 1)
        column.addLayout(line)
        column.addWidget(label(under, "secondary", wrap=True))
        return made

    def _under(self, held: Proposal) -> str:
        launch = self._launch
        others = terms.listing([name(launch, person) for person in consenters(launch, self._lane)])
        parts = [
            tr("Covers {keys}").format(keys=keys(launch, held.covers)) if held.covers else tr("Covers no gate"),
            held.owner,
            tr("by {day}").format(day=days.day(held.due)),
            tr("counts once {name} accepts").format(name=others),
        ]
        return " · ".join(part for part in parts if part)

    # -- the form -----------------------------------------------------------------------------------------------

    def add(self) -> None:
        self._ask(-1)

    def edit(self, number: int) -> None:
        self._ask(number)

    def remove(self, number: int) -> None:
        self._close_form()
        del self.proposals[number]
        self._show_rows()
        self.add_button.setFocus()
        self.changed.emit()

    def _ask(self, number: int) -> None:
        self._close_form()
        launch, self._editing = self._launch, number
        held = self.proposals[number] if number >= 0 else Proposal("", "", launch.date, ())
        asks = (
            Ask("text", tr("What will be done"), held.text, tr("Analyst briefed before the embargo lifts")),
            Ask("owner", tr("Owner"), held.owner, names=tuple(name(launch, person) for person in launch.people)),
            Ask("due", tr("Due"), days.as_typed(held.due), tr("T-3 or a date")),
            Ask(
                "covers",
                tr("Covers, until it is done"),
                "\n".join(held.covers),
                choices=subjects(launch, self._lane),
                many=True,
            ),
        )
        words = tr("Change the condition") if number >= 0 else tr("Add the condition")
        form = InlineForm("", asks, words, self._take)
        form.closed.connect(self._on_form_closed)
        self.add_button.hide()
        self._place.open_form(form)

    def _take(self, values: Values, say: Say) -> bool:
        if not values["text"]:
            say(tr("A condition says what will be done: give it some text."))
            return False
        try:
            due = dues.parse_day(values["due"], self._launch.date)
        except dues.Unclear:
            say(tr("“{text}” is no date: write T-3 or a date.").format(text=values["due"]))
            return False
        made = Proposal(values["text"], values["owner"], due, tuple(values["covers"].splitlines()))
        if self._editing >= 0:
            self.proposals[self._editing] = made
        else:
            self.proposals.append(made)
        self._show_rows()
        self.changed.emit()
        return True

    def _on_form_closed(self) -> None:
        self._close_form()
        self.add_button.setFocus()

    def _close_form(self) -> None:
        self._place.drop_form()
        self.add_button.show()
