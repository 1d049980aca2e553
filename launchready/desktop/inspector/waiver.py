"""The waiver of a task: asked for, consented to, reviewed, renewed, withdrawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from launchready.desktop import days, dues
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.inspector.section import Section
from launchready.desktop.widgets.cards import button, clear
from launchready.desktop.widgets.fields import INSET
from launchready.desktop.widgets.flow import flow
from launchready.desktop.widgets.forms import Ask, Say, Values
from launchready.desktop.widgets.judging import give, whose
from launchready.desktop.widgets.labels import label
from launchready.launch.changes import (
    AnyChange,
    WaiverAsked,
    WaiverConsented,
    WaiverRenewed,
    WaiverReviewed,
    WaiverWithdrawn,
)
from launchready.launch.changes.waivers import offered
from launchready.launch.entitlement import consenters, name, other_side, speakers
from launchready.launch.lanes import SIGNING, is_shared
from launchready.launch.model import Launch, Task, Terms, Waiver, Word
from launchready.launch.readiness import is_gate, is_granted, is_settled, lacking_reviewer, waiver_for
from launchready.wording import terms
from launchready.wording.language import tr

DEFAULT_WAIVER = dt.timedelta(days=30)


class WaiverSection(Section):
    """We launch without this gate: asked by one lead, consented to by the other, reviewed where there is one."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object]) -> None:
        super().__init__(bridge, open_task, QCoreApplication.translate("Section", "Waiver"))
        self._words = label("", wrap=True)
        self._words.setContentsMargins(INSET, 0, 0, 0)
        self.column.addWidget(self._words)
        self._buttons = flow()
        self._buttons.setContentsMargins(INSET, 0, 0, 0)
        self.column.addLayout(self._buttons)
        self._shown: object = None

    def fill(self, launch: Launch, task: Task, *, anew: bool) -> None:
        del anew
        held = waiver_for(launch, task.id)
        self.setVisible(held is not None or self.form is not None)
        me, today = self.bridge.me, self.bridge.today
        mine = held is not None and me is not None and me.id in other_side(launch, held.lane, today)
        if (held, task.reviewer, mine) == self._shown:
            return
        self._shown = (held, task.reviewer, mine)
        clear(self._buttons)
        self._words.setText(_sentence(launch, held) if held else "")
        if held is None:
            return
        if held.consent is None or held.renewal is not None:
            words = self.tr("Consent…") if mine else self.tr("Record the consent…")
            self._buttons.addWidget(button(words, "", self.consent))
        if lacking_reviewer(launch, held):
            self._buttons.addWidget(button(self.tr("Review…"), "", self.review))
        if held.consent is not None and held.renewal is None:
            self._buttons.addWidget(self.quiet(self.tr("Renew…"), self.renew))
        self._buttons.addWidget(self.quiet(self.tr("Withdraw…"), self.withdraw))

    @property
    def held(self) -> Waiver | None:
        return waiver_for(self.bridge.launch, self.task_id)

    def can_ask(self) -> bool:
        task = self.task
        return task is not None and is_gate(task) and not is_settled(task) and self.held is None

    def request(self) -> None:
        """Asks for a waiver: reason, what is done instead, until when."""
        task, launch = self.task, self.bridge.launch
        if task is None:
            return
        self.show()
        lanes = [lane.id for lane in SIGNING] if is_shared(task.lane) else [task.lane]
        mine = [lane for lane in lanes if lane in self.bridge.my_lanes()]
        asks = [
            Ask("reason", self.tr("Why we launch without it"), lines=True),
            Ask("compensation", self.tr("What is done instead"), lines=True),
            Ask("expires", self.tr("Holds through"), days.as_typed(launch.date + DEFAULT_WAIVER), "2027-01-15"),
        ]
        if len(lanes) > 1:
            choices = tuple((lane, terms.lane(lane)) for lane in lanes)
            asks.append(Ask("lane", self.tr("As lead of"), (mine or ("",))[0], choices=choices))
        asks.extend(whose(self.bridge, speakers(launch, lanes, self.bridge.today)))

        def submit(values: Values, say: Say) -> bool:
            expires = self._day(values["expires"], say)
            if expires is None:
                return False
            agreed = Terms(reason=values["reason"], compensation=values["compensation"], expires=expires)
            lane, new_id = values.get("lane") or lanes[0], self.bridge.session.new_id

            def made(word: Word) -> AnyChange:
                return WaiverAsked(id=new_id(), task=self.task_id, lane=lane, terms=agreed, word=word)

            return give(self.bridge, made, values, say)

        self.ask(self.tr("Launch without this gate"), asks, self.tr("Ask to waive"), submit)

    def _day(self, text: str, say: Say) -> dt.date | None:
        try:
            return dues.parse_day(text, self.bridge.launch.date)
        except dues.Unclear:
            say(self.tr("“{text}” is no date: write it as 2027-01-15 or T+30.").format(text=text))
            return None

    def consent(self) -> None:
        held = self.held
        if held is not None:
            self.judge(
                self.tr("Launch without it, on these terms"),
                self.tr("Consent"),
                other_side(self.bridge.launch, held.lane, self.bridge.today),
                lambda word, _: WaiverConsented(waiver=held.id, terms=offered(held), word=word),
            )

    def review(self) -> None:
        held, task = self.held, self.task
        if held is not None and task is not None:
            self.judge(
                self.tr("The reviewer agrees to these terms"),
                self.tr("Review"),
                (task.reviewer,),
                lambda word, _: WaiverReviewed(waiver=held.id, terms=offered(held), word=word),
            )

    def renew(self) -> None:
        held = self.held
        if held is None:
            return

        def submit(values: Values, say: Say) -> bool:
            expires = self._day(values["expires"], say)
            if expires is None:
                return False
            return give(
                self.bridge, lambda word: WaiverRenewed(waiver=held.id, expires=expires, word=word), values, say
            )

        later = Ask("expires", self.tr("Would hold through"), days.as_typed(held.terms.expires + DEFAULT_WAIVER))
        asks = (later, *whose(self.bridge, self._asking(held)))
        self.ask(self.tr("Ask for a later day"), asks, self.tr("Ask to renew"), submit)

    def _asking(self, held: Waiver) -> tuple[str, ...]:
        """Who may ask for it: the lead and their delegates."""
        return speakers(self.bridge.launch, [held.lane], self.bridge.today)

    def withdraw(self) -> None:
        held = self.held
        if held is not None:
            launch = self.bridge.launch
            self.judge(
                self.tr("Take the waiver back"),
                self.tr("Withdraw"),
                (*self._asking(held), *other_side(launch, held.lane, self.bridge.today)),
                lambda word, _: WaiverWithdrawn(waiver=held.id, word=word),
            )


def _sentence(launch: Launch, held: Waiver) -> str:
    """The waiver in a few lines: state, terms, whose words."""
    state = tr("Waived to {day}") if is_granted(launch, held) else tr("Asked for, to {day}")
    lines = [
        state.format(day=days.day(held.terms.expires, year=True)),
        tr("Why: {reason}").format(reason=held.terms.reason),
        tr("Instead: {what}").format(what=held.terms.compensation),
        tr("Asked by {name}").format(name=name(launch, held.asked.by)),
    ]
    if held.consent is not None:
        lines.append(tr("Consent of {name}").format(name=name(launch, held.consent.by)))
    else:
        waiting = terms.choice([name(launch, person) for person in consenters(launch, held.lane)])
        lines.append(tr("Waits for the consent of {name}").format(name=waiting))
    if held.review is not None:
        lines.append(tr("Reviewed by {name}").format(name=name(launch, held.review.by)))
    if held.renewal is not None:
        lines.append(tr("Renewal asked, to {day}").format(day=days.day(held.renewal.expires, year=True)))
    return "\n".join(lines)
