"""PM + PMM = the joint decision, in one line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from launchready.desktop.pages.page import Shell
from launchready.desktop.widgets.cards import Card, button, row
from launchready.desktop.widgets.labels import ElidedLabel, LinkButton, ShapeMark, breakable, label, set_property
from launchready.desktop.widgets.sign_off_state import of_sign_off
from launchready.desktop.widgets.tones import Look, of_verdict
from launchready.launch.decision import Decision
from launchready.launch.entitlement import name
from launchready.launch.lanes import SIGNING
from launchready.launch.model import Launch
from launchready.wording import reasons, terms

LINE = 29
"""The height of the words, however large they are, so that the headings stand in one line."""


class Part(QWidget):
    """A heading, and under it a shape with words."""

    def __init__(self, heading: str, role: str = "detail", side: int = 20) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._heading = ElidedLabel(heading, "muted")
        column.addWidget(self._heading)
        line = QHBoxLayout()
        line.setSpacing(6)
        self._mark, self._words = ShapeMark(side, flush=True), ElidedLabel("", role)
        line.addWidget(self._mark)
        line.addWidget(self._words, 1)
        self._words.setMinimumHeight(LINE)
        column.addLayout(line)

    def show_look(self, look: Look, heading: str = "", *, toned: bool = True) -> None:
        if heading:
            self._heading.setText(heading)
        self._mark.show_look(look)
        self._words.setText(look.text)
        set_property(self._words, "tone", look.tone if toned else "")
        self.setAccessibleName(f"{self._heading.text()}: {look.text}")

    def text(self) -> str:
        return self._words.text()


class Strip(Card):
    """How the two positions make one decision, and why it is what it is."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(spacing=10)
        self.setAccessibleName(self.tr("Joint decision"))
        self.shell = shell
        self.parts = {lane.id: Part(terms.lane(lane.id)) for lane in SIGNING}
        self.joint = Part(self.tr("Joint decision"), "verdict", 24)
        self._line = QHBoxLayout()
        self._line.setSpacing(12)
        for number, part in enumerate(self.parts.values()):
            if number:
                self._line.addWidget(self._sign("+"))
            self._line.addWidget(part, 10)
        self._line.addWidget(self._sign("="))
        self._line.addWidget(self.joint, 14)
        self.escalate = LinkButton("")
        self.record = button(self.tr("Record the decision…"), "link", lambda: shell.trigger("record_decision"))
        self.body.addLayout(self._line)
        self._why = label("", "muted", wrap=True)
        self._under = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._under.setSpacing(12)
        self._under.addWidget(self._why, 1)
        for each in (self.escalate, self.record):
            each.setProperty("level", "flush")
        links = row(self.escalate, self.record, 1, spacing=16)
        self._under.addLayout(links)
        self.body.addLayout(self._under)

    @staticmethod
    def _sign(text: str) -> QWidget:
        made = label(text, "detail", tone="waiting")
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setFixedWidth(20)
        return made

    def show_launch(self, launch: Launch) -> None:
        for lane, part in self.parts.items():
            part.show_look(of_sign_off(launch, lane).short)
        text = ""
        if self.shell.bridge.i_decide():
            asked = self.shell.bridge.first_open_escalation()
            text = self.tr("Answer the escalation…") if asked else self.tr("Rule Go or No-go…")
        elif launch.decider:
            text = self.tr("Escalate to {name}…").format(name=name(launch, launch.decider))
        self.escalate.show_text(text)
        self.escalate.setVisible(bool(text))

    def show_decision(self, decision: Decision) -> None:
        heading = self.tr("Joint decision · rule {rule}").format(rule=decision.rule)
        self.joint.show_look(of_verdict(decision.verdict), heading, toned=False)
        self._why.setText(breakable(reasons.why(decision)))

    def take_focus(self) -> None:
        self.record.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, width: int) -> None:
        """Narrow, the words for why and the link stand under each other."""
        narrow = width < 700
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._under.setDirection(way)
