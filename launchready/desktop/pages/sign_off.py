"""The sign-off page: what each lane said, what that makes together, and what is still to be said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from launchready.desktop.pages.page import Page, Shell
from launchready.desktop.pages.sign_off_deeds import SignOffDeeds
from launchready.desktop.signing.card import DeedCard
from launchready.desktop.signing.conditions import ConditionsCard
from launchready.desktop.signing.escalations import EscalationsCard
from launchready.desktop.signing.lane_card import LaneCard
from launchready.desktop.signing.strip import Strip
from launchready.desktop.signing.waivers import WaiversCard
from launchready.desktop.widgets.agreement import Agreement
from launchready.desktop.widgets.cards import SectionCard
from launchready.desktop.widgets.notices import into_sight
from launchready.launch.decision import Decision
from launchready.launch.lanes import SIGNING
from launchready.launch.model import Launch

STACKED_BELOW = 700
"""Page widths under which the cards stand under each other."""


class SignOffPage(SignOffDeeds, Page):
    """Decision, lanes, and below them everything that goes with a sign-off. Its deeds are in `SignOffDeeds`."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._built_for: object = None
        self._is_arriving = False
        self.column.setContentsMargins(0, 0, 0, 0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = inner = QWidget()
        inner.setProperty("role", "plain")
        inner.setMinimumWidth(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(16)
        self._area.setWidget(inner)
        self.column.addWidget(self._area)
        self.strip = Strip(shell)
        self.strip.escalate.clicked.connect(lambda _checked=False: self._ask_or_rule())
        column.addWidget(self.strip)
        self.lanes = {lane.id: LaneCard(shell, lane.id) for lane in SIGNING}
        for card in self.lanes.values():
            card.signed.connect(self._on_signed)
        self._beside = [self._row(column, *self.lanes.values())]
        self._add_below(column)
        column.addStretch(1)
        self._follow_focus()

    def _add_below(self, column: QVBoxLayout) -> None:
        self.conditions, self.waivers = ConditionsCard(self.shell), WaiversCard(self.shell)
        self.escalations = EscalationsCard(self.shell)
        self.agreement = Agreement(self.shell)
        agreed = SectionCard(self.tr("Checklist"))
        agreed.body.addWidget(self.agreement)
        agreed.body.addStretch(1)
        for card in self._cards():
            card.body.addStretch(1)
        self._beside.append(self._row(column, self.conditions, self.waivers))
        self._beside.append(self._row(column, self.escalations, agreed))

    @staticmethod
    def _row(column: QVBoxLayout, *cards: QWidget) -> QBoxLayout:
        made = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        made.setSpacing(16)
        for card in cards:
            card.setMinimumWidth(1)  # however long a name, cards beside each other are equally wide
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            made.addWidget(card, 1)
        column.addLayout(made)
        return made

    def _cards(self) -> tuple[DeedCard, ...]:
        return (self.conditions, self.waivers, self.escalations)

    def _parts(self) -> tuple[LaneCard | DeedCard | Agreement, ...]:
        return (*self.lanes.values(), *self._cards(), self.agreement)

    def _follow_focus(self) -> None:
        """What gets the focus by key comes into sight."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Not where the window was come back to, or the mouse is pressed: nothing may move away under the hand."""
        by_key = before is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton
        if by_key and now is not None and not self._is_arriving and self._inner.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, 24)

    def _ask_or_rule(self) -> None:
        """Puts a question to the decider; as the decider, rules."""
        (self.rule if self.bridge.i_decide() else self.escalate)()

    # -- the page -----------------------------------------------------------------------------------------------

    def show_launch(self, launch: Launch, decision: Decision) -> None:
        me = self.bridge.me
        built_for = (self.bridge, me.id if me else "")
        if self._built_for != built_for:  # what somebody else had begun is not mine to sign
            self._built_for = built_for
            for part in self._parts():
                part.start_anew()
            self._area.verticalScrollBar().setValue(0)
        self._take_in(launch)
        self.strip.show_decision(decision)

    def refresh(self, before: Launch, after: Launch) -> None:
        del before
        self._take_in(after)

    def _take_in(self, launch: Launch) -> None:
        self.strip.show_launch(launch)
        for part in self._parts():
            part.show_launch(launch)

    def show_decision(self, decision: Decision) -> None:
        self.strip.show_decision(decision)

    def show_subject(self, subject: str) -> None:
        """Brings into sight what a reason is about (by id): a condition, an escalation, a ruling; a lane stands on
        top."""
        launch = self.bridge.launch
        if subject in launch.conditions:
            into_sight(self.conditions)
        elif subject in {launch.ruling.id if launch.ruling else "", *(held.id for held in launch.escalations)}:
            into_sight(self.escalations)

    def take_focus(self) -> None:
        """To my position where all of it is in sight, else to the top of the page. Nothing scrolls."""
        if (held := self._inner.layout()) is not None:
            held.activate()
        self._is_arriving = True
        choices = (card.form.choice for card in self.lanes.values() if not card.form.isHidden())
        seen = next((choice for choice in choices if choice.visibleRegion().boundingRect() == choice.rect()), None)
        if seen is not None:
            seen.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.strip.take_focus()
        self._is_arriving = False

    def _on_signed(self) -> None:
        """To what comes next, and with it to the decision that the position made."""
        self.take_focus()
        focus = self.focusWidget()
        if focus is not None:
            self._area.ensureWidgetVisible(self.strip if self.strip.isAncestorOf(focus) else focus, 0, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < STACKED_BELOW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for beside in self._beside:
            beside.setDirection(way)
        self.strip.place(self.width())
