"""The conditions of both lanes: accepted, met and released by the other lead."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from launchready.desktop import days
from launchready.desktop.pages.page import Shell
from launchready.desktop.signing.card import DeedCard
from launchready.desktop.signing.covering import keys
from launchready.desktop.signing.entry import Deed, Entry, entry_row
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.forms import Ask
from launchready.desktop.widgets.shapes import Shape
from launchready.desktop.widgets.tones import Look
from launchready.exchange.report.judgements import condition_shown
from launchready.exchange.report.lists import Reporter
from launchready.exchange.report.report import ConditionState
from launchready.launch.changes import ConditionAccepted, ConditionMet, ConditionReleased
from launchready.launch.entitlement import name, other_side
from launchready.launch.model import Condition, Launch
from launchready.wording import terms
from launchready.wording.language import tr

OVER: tuple[ConditionState, ...] = ("released", "withdrawn")
Item = tuple[Condition, Entry, bool, bool]
"""A condition, what its row says, whether its judgements may be mine, and whether it is the first."""


def look_of(state: ConditionState) -> Look:
    """How a condition stands, as shape, tone and words."""
    return {
        "proposed": Look(Shape.RING, "waiting", tr("Not accepted yet")),
        "accepted": Look(Shape.TRIANGLE, "conditional", tr("Accepted, not met")),
        "overdue": Look(Shape.SQUARE, "no_go", tr("Overdue")),
        "met": Look(Shape.CHECK, "go", tr("Met")),
        "released": Look(Shape.DASH, "waiting", tr("Released")),
        "withdrawn": Look(Shape.DASH, "waiting", tr("Gone with its sign-off")),
    }[state]


class ConditionsCard(DeedCard):
    """Those that bind first; the released and superseded ones on demand."""

    def __init__(self, shell: Shell) -> None:
        empty = tr(
            "None. A condition comes with Go with conditions; it counts once the other lead accepts it, and stays "
            "until it is met or released."
        )
        super().__init__(shell, tr("Conditions"), empty)
        self.earlier = button("", "link")
        self.earlier.setCheckable(True)
        self.earlier.toggled.connect(lambda _: self.show_launch(self.bridge.launch))
        self.body.addLayout(row(self.earlier, 1))

    def show_launch(self, launch: Launch) -> None:
        reporter = Reporter(launch, self.bridge.today)
        held = sorted(launch.conditions.values(), key=lambda each: (each.position, each.id))
        states = {each.id: condition_shown(reporter, each).state for each in held}
        over = [each for each in held if states[each.id] in OVER]
        shown = [each for each in held if self.earlier.isChecked() or states[each.id] not in OVER]
        items = [(each.id, self._item(launch, each, states[each.id], n == 0)) for n, each in enumerate(shown)]
        self.rows.show_rows(items, self._row)
        self.show_whether_empty()
        self.remark.setText(
            tr("%n unmet", "", sum(states[each.id] in ("proposed", "accepted", "overdue") for each in held))
            if held
            else ""
        )
        self.earlier.setVisible(bool(over))
        text = self.tr("Hide the earlier ones") if self.earlier.isChecked() else tr("%n earlier", "", len(over))
        self.earlier.setText(text)
        self.earlier.setAccessibleName(text)

    def _item(self, launch: Launch, held: Condition, state: ConditionState, first: bool) -> Item:
        return held, self._entry(launch, held, state), self.may_be_mine(self._others(held)), first

    def _entry(self, launch: Launch, held: Condition, state: ConditionState) -> Entry:
        owner = name(launch, held.owner) or name(launch, launch.leads.get(held.lane, ""))
        covers = tr("covers {keys}").format(keys=keys(launch, held.covers)) if held.covers else tr("covers no gate")
        by = tr("by {day}").format(day=days.near(held.due, self.bridge.today))
        first = " · ".join((terms.lane(held.lane), covers, terms.apart(owner), by))
        deeds: tuple[str, ...] = ()
        if state in ("proposed", "accepted", "overdue"):
            deeds = (
                *(("accept",) if held.accepted is None else ()),
                *(("met",) if not held.covers and held.accepted is not None else ()),
                "release",
            )
        return Entry(f"{held.key} {held.text}", look_of(state), (first, *self._words(launch, held)), deeds)

    @staticmethod
    def _words(launch: Launch, held: Condition) -> Iterator[str]:
        for word, given, noted in (
            (held.accepted, tr("Accepted by {name}, {when}"), tr("Accepted by {name}, {when} (recorded by {by})")),
            (held.met, tr("Called met by {name}, {when}"), tr("Called met by {name}, {when} (recorded by {by})")),
            (held.released, tr("Released by {name}, {when}"), tr("Released by {name}, {when} (recorded by {by})")),
        ):
            if word is not None:
                text = noted if word.recorded_by else given
                who = terms.apart(name(launch, word.by))
                yield text.format(name=who, when=days.moment(launch, word.at), by=word.recorded_by)

    def _row(self, item: Item) -> QWidget:
        held, entry, mine, first = item
        known = {
            "accept": Deed(tr("Accept") if mine else tr("Record the acceptance…"), lambda: self.accept(held.id)),
            "met": Deed(tr("Call it met") if mine else tr("Record that it is met…"), lambda: self.call_met(held.id)),
            "release": Deed(tr("Release…") if mine else tr("Record the release…"), lambda: self.release(held.id)),
        }
        return entry_row(entry, [known[deed] for deed in entry.deeds], first=first)

    def _others(self, held: Condition) -> tuple[str, ...]:
        return other_side(self.bridge.launch, held.lane, self.bridge.today)

    # -- what is done -------------------------------------------------------------------------------------------

    def first(self, deed: str) -> str:
        """The first condition with which that can be done; empty where there is none."""
        reporter = Reporter(self.bridge.launch, self.bridge.today)
        for held in sorted(self.bridge.launch.conditions.values(), key=lambda each: each.position):
            if deed in self._entry(self.bridge.launch, held, condition_shown(reporter, held).state).deeds:
                return held.id
        return ""

    def accept(self, condition: str) -> None:
        held = self.bridge.launch.conditions[condition]
        title = self.tr("Accept {key}: from then on it covers what it names").format(key=held.key)
        self.judge(
            title,
            self.tr("Accept"),
            self._others(held),
            lambda word, _: ConditionAccepted(condition=held.id, word=word),
        )

    def call_met(self, condition: str) -> None:
        held = self.bridge.launch.conditions[condition]
        title = self.tr("{key} is met").format(key=held.key)
        self.judge(
            title,
            self.tr("Call it met"),
            self._others(held),
            lambda word, _: ConditionMet(condition=held.id, word=word),
        )

    def release(self, condition: str) -> None:
        held = self.bridge.launch.conditions[condition]
        title = self.tr("Let go of {key}").format(key=held.key)
        self.judge(
            title,
            self.tr("Release"),
            self._others(held),
            lambda word, values: ConditionReleased(condition=held.id, reason=values["reason"], word=word),
            (Ask("reason", self.tr("Why"), lines=True),),
        )
