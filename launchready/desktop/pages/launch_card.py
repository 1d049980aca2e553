"""The launch itself on the overview: dates, build, people, and whether its checklist is agreed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from launchready.desktop import days
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.widgets.cards import SectionCard
from launchready.desktop.widgets.fields import INSET, LineField
from launchready.desktop.widgets.flow import FlowLayout
from launchready.desktop.widgets.labels import breakable, label
from launchready.launch.entitlement import name
from launchready.launch.lanes import SIGNING
from launchready.launch.model import Launch
from launchready.launch.schedule import go_no_go_date
from launchready.wording import terms
from launchready.wording.language import tr


class LaunchCard(SectionCard):
    """Facts as words; name and release build are edited where they stand. `edit(field, text)` is what that does."""

    def __init__(self, edit: Callable[[str, str], object], buttons: Iterable[QPushButton]) -> None:
        super().__init__(tr("The launch"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.name = self._field("name", tr("Name"), edit)
        self._when = self._fact(tr("Launches"))
        self._meeting = self._fact(tr("Go/no-go"))
        self.build = self._field("build", tr("Release build"), edit, tr("Not named yet"))
        self._people = self._fact(tr("Leads"))
        self._decider = self._fact(tr("Decider"))
        self._agreed = self._fact(tr("Checklist"))
        self._state = self._fact(tr("State"))
        self.body.addStretch(1)
        held = QWidget()
        flow = FlowLayout()
        held.setLayout(flow)
        for each in buttons:
            flow.addWidget(each)
        self.body.addWidget(held)

    def _line(self, text: str, widget: QWidget) -> None:
        shown = label(text, "muted")
        shown.setAlignment(Qt.AlignmentFlag.AlignTop)
        shown.setContentsMargins(0, 3, 0, 3)
        line = self._grid.rowCount()
        self._grid.addWidget(shown, line, 0)
        self._grid.addWidget(widget, line, 1)
        widget.setProperty("label", shown)

    def _fact(self, text: str) -> QLabel:
        made = label("", wrap=True)
        made.setContentsMargins(INSET, 3, 0, 3)
        self._line(text, made)
        return made

    def _field(self, field: str, text: str, edit: Callable[[str, str], object], hint: str = "") -> LineField:
        made = LineField(text, hint)
        made.committed.connect(lambda value: edit(field, value))
        self._line(text, made)
        return made

    def show_launch(self, bridge: LaunchBridge, *, anew: bool) -> None:
        """Half-typed text stays unless this is another launch than before (`anew`)."""
        launch, today = bridge.launch, bridge.today
        self.name.show_value(launch.name, anew=anew)
        self.build.show_value(launch.build, anew=anew)
        day = days.day(launch.date, weekday=True, year=launch.date.year != today.year)
        left = terms.offset(-(launch.date - today).days)
        self._when.setText(f"{day}, {launch.time} {launch.zone} · {left} · {tr('Tier')} {launch.tier}")
        meeting = go_no_go_date(launch)
        year = meeting.year != today.year
        self._meeting.setText(f"{days.day(meeting, weekday=True, year=year)} · {days.offset(launch, meeting)}")
        leads = (
            f"{terms.lane(lane.id)} {name(launch, launch.leads.get(lane.id, '')) or tr('nobody')}" for lane in SIGNING
        )
        self._people.setText(breakable(", ".join((*leads, *_delegates(bridge)))))
        self._decider.setText(breakable(name(launch, launch.decider)) or tr("Nobody decides yet when the leads differ"))
        self._agreed.setText(agreement(launch))
        self._show_state(launch)

    def _show_state(self, launch: Launch) -> None:
        off = launch.called_off
        for each in (self._state, self._state.property("label")):
            each.setVisible(off is not None)
        if off is not None:
            words = tr("Called off by {name}, {when}: {reason}")
            who = terms.apart(name(launch, off.word.by))
            self._state.setText(
                breakable(words.format(name=who, when=days.moment(launch, off.word.at), reason=off.reason))
            )


def _delegates(bridge: LaunchBridge) -> Iterable[str]:
    launch = bridge.launch
    for held in launch.delegations:
        if held.end >= bridge.today:
            words = tr("{name} for {lane} to {day}")
            yield words.format(name=name(launch, held.person), lane=terms.lane(held.lane), day=days.day(held.end))


def agreement(launch: Launch) -> str:
    """Whether the checklist is agreed, by whom."""
    given = [(lane, launch.agreed[lane.id]) for lane in SIGNING if lane.id in launch.agreed]
    if not given:
        return tr("Agreed with the first sign-off") if launch.sign_offs else tr("Not agreed yet: gates change freely")
    words = [
        (tr("{lane} {day} (recorded by {name})") if word.recorded_by else tr("{lane} {day}")).format(
            lane=terms.lane(lane.id), day=days.day(word.at.date()), name=word.recorded_by
        )
        for lane, word in given
    ]
    missing = [terms.lane(lane.id) for lane in SIGNING if lane.id not in launch.agreed]
    text = tr("Agreed by {who}").format(who=terms.commas(words))
    if missing and launch.sign_offs:
        return f"{text}; " + tr("{lane} with the first sign-off").format(lane=terms.listing(missing))
    return f"{text}; " + tr("waits for {lane}").format(lane=terms.listing(missing)) if missing else text
