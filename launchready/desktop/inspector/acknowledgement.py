"""The other lane's word that a task's result arrived."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from launchready.desktop import days
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.inspector.section import Section
from launchready.desktop.widgets.cards import button
from launchready.desktop.widgets.fields import INSET
from launchready.desktop.widgets.flow import flow
from launchready.desktop.widgets.forms import Ask, Values
from launchready.desktop.widgets.labels import label
from launchready.launch.changes import AcknowledgementWithdrawn, AnyChange, TaskAcknowledged, TaskSentBack
from launchready.launch.coverage import gate_seen
from launchready.launch.entitlement import name, other_side
from launchready.launch.lanes import SIGNING
from launchready.launch.model import CoveredGate, Launch, Task, Word
from launchready.launch.readiness import AckState, acknowledgement
from launchready.wording import terms


class AcknowledgementSection(Section):
    """The other lane's word that the result arrived. What it looked at is what is shown here."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object]) -> None:
        super().__init__(bridge, open_task, QCoreApplication.translate("Section", "Acknowledgement"))
        self._words = label("", wrap=True)
        self._words.setContentsMargins(INSET, 0, 0, 0)
        self.column.addWidget(self._words)
        self._acknowledge = button(self.tr("Acknowledge…"), "", self.acknowledge)
        self._send_back = button(self.tr("Send back…"), "", self.send_back)
        self._withdraw = self.quiet(self.tr("Withdraw…"), self.withdraw)
        buttons = flow(self._acknowledge, self._send_back, self._withdraw)
        buttons.setContentsMargins(INSET, 0, 0, 0)
        self.column.addLayout(buttons)

    def fill(self, launch: Launch, task: Task, *, anew: bool) -> None:
        del anew
        state = acknowledgement(task)
        self.setVisible(state is not AckState.NOT_ASKED)
        others = terms.choice([terms.lane(lane.id) for lane in SIGNING if lane.id != task.lane])
        self._words.setText(self._sentence(launch, task, state, others))
        self._acknowledge.setVisible(state is AckState.AWAITING)
        self._send_back.setVisible(state in (AckState.AWAITING, AckState.GIVEN))
        self._withdraw.setVisible(task.acknowledgement is not None)

    def _sentence(self, launch: Launch, task: Task, state: AckState, others: str) -> str:
        if state is AckState.GIVEN and task.acknowledgement is not None:
            word = task.acknowledgement.word
            given = self.tr("Acknowledged by {name}, {when}")
            return given.format(name=terms.apart(name(launch, word.by)), when=days.moment(launch, word.at))
        if task.sent_back is not None and state is AckState.SENT_BACK:
            back = self.tr("Sent back by {name}: {why}")
            return back.format(name=terms.apart(name(launch, task.sent_back.word.by)), why=task.sent_back.why)
        if state is AckState.AWAITING:
            return self.tr("Done, and waits for {lane} to acknowledge it").format(lane=others)
        return self.tr("{lane} acknowledges it once it is done").format(lane=others)

    def acknowledge(self) -> None:
        def made(word: Word, seen: CoveredGate, _: Values) -> AnyChange:
            return TaskAcknowledged(task=self.task_id, gate=seen, word=word)

        self._judge(self.tr("The result arrived, as it is shown here"), self.tr("Acknowledge"), made)

    def send_back(self) -> None:
        def made(word: Word, seen: CoveredGate, values: Values) -> AnyChange:
            return TaskSentBack(task=self.task_id, gate=seen, why=values["why"], word=word)

        self._judge(
            self.tr("Send it back"), self.tr("Send back"), made, (Ask("why", self.tr("What is missing"), lines=True),)
        )

    def withdraw(self) -> None:
        def made(word: Word, _: CoveredGate, __: Values) -> AnyChange:
            return AcknowledgementWithdrawn(task=self.task_id, word=word)

        self._judge(self.tr("Withdraw the acknowledgement"), self.tr("Withdraw"), made)

    def _judge(
        self,
        title: str,
        submit_text: str,
        made: Callable[[Word, CoveredGate, Values], AnyChange],
        asks: tuple[Ask, ...] = (),
    ) -> None:
        launch, task = self.bridge.launch, self.task
        if task is not None:
            seen = gate_seen(launch, task)
            entitled = other_side(launch, task.lane, self.bridge.today)
            self.judge(title, submit_text, entitled, lambda word, values: made(word, seen, values), asks)
