"""The waivers asked for and in force, with what is still to be said about each."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from launchready.desktop import days, dues
from launchready.desktop.pages.page import Shell
from launchready.desktop.signing.card import DeedCard
from launchready.desktop.signing.entry import Deed, Entry, entry_row
from launchready.desktop.widgets.forms import Ask, Say, Values
from launchready.desktop.widgets.judging import whose
from launchready.desktop.widgets.shapes import Shape
from launchready.desktop.widgets.tones import Look
from launchready.exchange.report.judgements import waiver_shown
from launchready.exchange.report.lists import Reporter
from launchready.launch.changes import WaiverConsented, WaiverRenewed, WaiverReviewed, WaiverWithdrawn
from launchready.launch.changes.waivers import offered
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import consenters, is_self_accepted, name, other_side, speakers
from launchready.launch.model import Launch, Waiver
from launchready.launch.readiness import lacking_reviewer
from launchready.wording import terms
from launchready.wording.language import tr

LATER = dt.timedelta(days=30)
Item = tuple[Waiver, Entry, bool, bool]
"""A waiver, what its row says, whether the consent may be mine, and whether it is the first."""


class WaiversCard(DeedCard):
    """Each opens its task by its title, where a waiver is asked for."""

    def __init__(self, shell: Shell) -> None:
        empty = tr(
            "None. A waiver says that we launch without a gate: the lane's lead asks for it on the task, the other "
            "lead consents."
        )
        super().__init__(shell, tr("Waivers"), empty)

    def show_launch(self, launch: Launch) -> None:
        held = [each for each in launch.waivers.values() if each.withdrawn is None]
        held.sort(key=lambda each: (each.consent is not None and each.renewal is None, each.asked.at, each.id))
        items = [(each.id, self._item(launch, each, n == 0)) for n, each in enumerate(held)]
        self.rows.show_rows(items, self._row)
        self.show_whether_empty()
        waiting = sum(each.consent is None or each.renewal is not None for each in held)
        self.remark.setText(tr("%n waiting for consent", "", waiting) if waiting else "")

    def _look(self, launch: Launch, held: Waiver) -> Look:
        state = waiver_shown(Reporter(launch, self.bridge.today), held).state
        day = days.near(held.terms.expires, self.bridge.today)
        if state == "lapsed":
            return Look(Shape.SQUARE, "no_go", tr("Lapsed {day}").format(day=day))
        if state == "consented":
            return Look(Shape.TRIANGLE, "conditional", tr("In force to {day}").format(day=day))
        return Look(Shape.RING, "waiting", tr("Asked, to {day}").format(day=day))

    def _entry(self, launch: Launch, held: Waiver) -> Entry:
        task = launch.tasks.get(held.task)
        title = f"{task.key} {task.title}" if task else tr("A gate that was removed")
        under = [
            tr("Why: {reason}").format(reason=held.terms.reason),
            tr("Instead: {what}").format(what=held.terms.compensation),
            self._said(launch, held),
        ]
        if held.renewal is not None:
            day = days.near(held.renewal.expires, self.bridge.today)
            under.append(tr("Renewal asked, to {day}: the old day holds until it is consented to").format(day=day))
        deeds = (
            *(("consent",) if held.consent is None or held.renewal is not None else ()),
            *(("review",) if lacking_reviewer(launch, held) else ()),
            *(("renew",) if held.consent is not None and held.renewal is None else ()),
            "withdraw",
        )
        return Entry(title, self._look(launch, held), tuple(under), deeds, held.task if task else "")

    @staticmethod
    def _said(launch: Launch, held: Waiver) -> str:
        parts = [tr("Asked by {name}").format(name=name(launch, held.asked.by))]
        if held.consent is None:
            waits = terms.listing([name(launch, person) for person in consenters(launch, held.lane)])
            parts.append(tr("waits for the consent of {name}").format(name=waits))
        elif is_self_accepted(launch, held.lane, held.consent, held.asked.by):
            parts.append(tr("self-accepted"))
        else:
            parts.append(tr("consent of {name}").format(name=name(launch, held.consent.by)))
            if held.consent.recorded_by:
                parts[-1] += " " + tr("(recorded by {name})").format(name=held.consent.recorded_by)
        if held.review is not None:
            parts.append(tr("reviewed by {name}").format(name=name(launch, held.review.by)))
        if reviewer := lacking_reviewer(launch, held):
            parts.append(tr("waits for the review of {name}").format(name=name(launch, reviewer)))
        return " · ".join(parts)

    def _item(self, launch: Launch, held: Waiver, first: bool) -> Item:
        mine = self.may_be_mine(other_side(launch, held.lane, self.bridge.today))
        return held, self._entry(launch, held), mine, first

    def _row(self, item: Item) -> QWidget:
        held, entry, mine, first = item
        known = {
            "consent": Deed(tr("Consent") if mine else tr("Record the consent…"), lambda: self.consent(held)),
            "review": Deed(tr("Review…"), lambda: self.review(held)),
            "renew": Deed(tr("Renew…"), lambda: self.renew(held)),
            "withdraw": Deed(tr("Withdraw…"), lambda: self.withdraw(held)),
        }
        return entry_row(entry, [known[deed] for deed in entry.deeds], self.shell.open_task, first=first)

    # -- what is done: each judgement is on the waiver as it was shown -----------------------------------------------

    def consent(self, held: Waiver) -> None:
        self.judge(
            self.tr("Launch without it, on these terms"),
            self.tr("Consent"),
            other_side(self.bridge.launch, held.lane, self.bridge.today),
            lambda word, _: WaiverConsented(waiver=held.id, terms=offered(held), word=word),
        )

    def review(self, held: Waiver) -> None:
        task = self.bridge.launch.tasks.get(held.task)
        self.judge(
            self.tr("The reviewer agrees to these terms"),
            self.tr("Review"),
            (task.reviewer if task else "",),
            lambda word, _: WaiverReviewed(waiver=held.id, terms=offered(held), word=word),
        )

    def renew(self, held: Waiver) -> None:
        def submit(values: Values, say: Say) -> bool:
            try:
                expires = dues.parse_day(values["expires"], self.bridge.launch.date)
            except dues.Unclear:
                say(self.tr("“{text}” is no date: write it as 2027-01-15 or T+30.").format(text=values["expires"]))
                return False

            def build(draft: Draft) -> None:
                word = self.bridge.word(draft.launch, values.get("whose", ""))
                draft.make(WaiverRenewed(waiver=held.id, expires=expires, word=word))

            return self.make(build, say) is not None

        launch = self.bridge.launch
        entitled = speakers(launch, [held.lane], self.bridge.today)
        later = Ask("expires", self.tr("Would hold through"), days.as_typed(held.terms.expires + LATER))
        asks = (later, *whose(self.bridge, entitled))
        self.ask(self.tr("Ask for a later day"), asks, self.tr("Ask to renew"), submit)

    def withdraw(self, held: Waiver) -> None:
        launch, today = self.bridge.launch, self.bridge.today
        both = (*speakers(launch, [held.lane], today), *other_side(launch, held.lane, today))
        self.judge(
            self.tr("Take the waiver back: the gate stands in the way again"),
            self.tr("Withdraw the waiver"),
            both,
            lambda word, _: WaiverWithdrawn(waiver=held.id, word=word),
        )
