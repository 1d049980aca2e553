"""The joint decision at the top of the overview, and of a moment of the history."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from launchready.desktop.theme import in_force
from launchready.desktop.widgets.cards import Card, row
from launchready.desktop.widgets.labels import ShapeMark, breakable, label, rule
from launchready.desktop.widgets.tones import of_verdict
from launchready.launch.decision import Decision, Verdict
from launchready.wording import terms
from launchready.wording.language import tr

EDGE, RADIUS, LEAST = 4, 10, 120
"""The left edge in the verdict's colour, how round a card is, and the least width of the reasons."""


class DecisionCard(Card):
    """The verdict with its rule and its reasons in words; below it the recorded one, where it differs."""

    def __init__(self, buttons: Iterable[QPushButton]) -> None:
        super().__init__(margins=(20, 16, 20, 16), spacing=12)
        self.setAccessibleName(tr("Joint decision"))
        self._tone = "waiting"
        self._line = QHBoxLayout()
        self._line.setSpacing(20)
        head = QVBoxLayout()
        head.setSpacing(2)
        self._rule = label("", "muted")
        self._mark = ShapeMark(24, flush=True)
        self.verdict = label("", "verdict")
        head.addWidget(self._rule)
        head.addLayout(row(self._mark, self.verdict, 1, spacing=4))
        self._line.addLayout(head)
        self.why = label("", "muted", wrap=True)
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.why.setMinimumWidth(LEAST)
        self._line.addWidget(self.why, 1)
        self._buttons = row(*buttons)
        self._line.addLayout(self._buttons)
        self.body.addLayout(self._line)
        self._recorded = QWidget()
        self._recorded_mark = ShapeMark(16)
        self.recorded = label("", wrap=True)
        column = QVBoxLayout(self._recorded)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(rule())
        line = row(self._recorded_mark, self.recorded)
        line.setStretch(1, 1)
        column.addLayout(line)
        self.body.addWidget(self._recorded)

    def set_narrow(self, narrow: bool) -> None:
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._line.direction() != way:
            self._line.setDirection(way)
            self._line.setSpacing(10 if narrow else 20)
            self._buttons.setDirection(QBoxLayout.Direction.LeftToRight)
            self._buttons.setAlignment(Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(0, 0, EDGE, self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(in_force().color(self._tone))
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)

    def show_decision(self, decision: Decision, why: str, recorded: str, recorded_verdict: str) -> None:
        """`recorded` is what to say of the recorded decision; empty for none."""
        look = of_verdict(decision.verdict)
        self._tone = look.tone
        self.update()
        self._rule.setText(tr("Joint decision · rule {rule}").format(rule=decision.rule))
        self._rule.setToolTip(terms.RULES[decision.rule])
        self._mark.show_look(look)
        self.verdict.setText(look.text)
        self.why.setText(breakable(why))
        self.setAccessibleDescription(f"{look.text}. {why} {recorded}".strip())
        self._recorded.setVisible(bool(recorded))
        self.recorded.setText(breakable(recorded))
        if recorded_verdict:
            self._recorded_mark.show_look(of_verdict(Verdict(recorded_verdict)))
