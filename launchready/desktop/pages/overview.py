"""The overview: the joint decision, the lanes, what stands in the way, readiness over time, what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from launchready.desktop import days, timeline
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.models.lane_counts import lane_counts
from launchready.desktop.models.plan import readiness
from launchready.desktop.pages import overview_words as words
from launchready.desktop.pages.decision_card import DecisionCard
from launchready.desktop.pages.launch_card import LaunchCard
from launchready.desktop.pages.overview_cards import LaneCard, ObstaclesCard, ReadinessCard, SinceCard
from launchready.desktop.pages.overview_deeds import OverviewDeeds
from launchready.desktop.pages.page import Page, Shell
from launchready.desktop.timeline import Timeline, Told
from launchready.desktop.widgets.cards import button
from launchready.desktop.widgets.dialogs import scrolling
from launchready.desktop.widgets.notices import RefusalBar
from launchready.launch.decision import Decision
from launchready.launch.lanes import SIDE_BY_SIDE
from launchready.launch.model import Launch
from launchready.wording.language import tr

if TYPE_CHECKING:
    from launchready.desktop.pages.sign_off import SignOffPage

NARROW = 820
"""Below this width of the page the lower cards stand under each other."""
SEEN = "seen/{launch}/{person}"
"""Where the settings remember the log's head that I saw last, for each launch and each person by their ids."""
SIGN_OFF = "sign_off"


class OverviewPage(OverviewDeeds, Page):
    """Scrolls where there is no room. Its methods that the table of actions names are in `OverviewDeeds`."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._timeline: Timeline | None = None
        self._since = ""
        self._judged: tuple[Launch, Decision] | None = None
        self.column.setContentsMargins(0, 0, 0, 0)
        self._inner = QWidget()
        self._inner.setProperty("role", "plain")
        self._stack = QVBoxLayout(self._inner)
        self._stack.setContentsMargins(20, 20, 20, 20)
        self._stack.setSpacing(16)
        self.area = scrolling(self._inner)
        self.column.addWidget(self.area)
        self.refusal = RefusalBar()
        self._stack.addWidget(self.refusal)
        self._add_decision()
        self._add_lanes()
        self._add_middle()
        self._add_foot()

    # -- building -----------------------------------------------------------------------------------------------

    def _add_decision(self) -> None:
        self.review = button(self.tr("Review and sign…"), "primary", self.review_sign_offs)
        self.record = button(self.tr("Record the decision…"), "", self.record_decision)
        self.decision_card = DecisionCard((self.record, self.review))
        self._stack.addWidget(self.decision_card)

    def _add_lanes(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(16)
        self.lanes = {lane.id: LaneCard(lane.id) for lane in SIDE_BY_SIDE}
        for card in self.lanes.values():
            line.addWidget(card, 100)
        self._stack.addLayout(line)

    def _add_middle(self) -> None:
        self._middle = QHBoxLayout()
        self._middle.setSpacing(16)
        self.stands = ObstaclesCard(self.open_obstacle)
        self.readiness = ReadinessCard(lambda: self.shell.open_page("checklist"))
        self._middle.addWidget(self.stands, 135)
        self._middle.addWidget(self.readiness, 100)
        self._stack.addLayout(self._middle, 1)

    def _add_foot(self) -> None:
        self._foot = QHBoxLayout()
        self._foot.setSpacing(16)
        self._seen = button(self.tr("I have seen these"), "", self.mark_seen)
        history = button(self.tr("Open History"), "link", lambda: self.shell.open_page("history"))
        history.setProperty("level", "flush")
        self.since = SinceCard((history, self._seen))
        self._agree = button(self.tr("Agree the checklist…"), "", self.agree_checklist)
        self._call_off = button(self.tr("Call off…"), "", self.call_off)
        self._resume = button(self.tr("Resume…"), "", self.resume_launch)
        details = button(self.tr("Launch details…"), "", self.edit_launch)
        people = button(self.tr("People…"), "", self.edit_people)
        compare = button(self.tr("Compare with a template…"), "", lambda: self.shell.trigger("compare_template"))
        buttons = (details, people, compare, self._agree, self._call_off, self._resume)
        self.launch_card = LaunchCard(self._edit, buttons)
        self._foot.addWidget(self.since, 100)
        self._foot.addWidget(self.launch_card, 100)
        self._stack.addLayout(self._foot)

    # -- the page -----------------------------------------------------------------------------------------------

    def show_launch(self, launch: Launch, decision: Decision) -> None:
        self.refusal.clear()
        self._follow(self.bridge)
        self._since = str(self.shell.settings.value(self._seen_key(launch), ""))
        self._take_in(anew=True)
        self._show_counts(launch)
        self._show_decision(launch, decision)
        self.area.verticalScrollBar().setValue(0)

    def refresh(self, before: Launch, after: Launch) -> None:
        del before, after
        self._take_in(anew=False)

    def settle(self, launch: Launch) -> None:
        self._show_counts(launch)
        self._show_decision(launch, self.bridge.decision)

    def show_decision(self, decision: Decision) -> None:
        self._show_decision(self.bridge.launch, decision)

    def _follow(self, bridge: LaunchBridge) -> None:
        if self._timeline is not timeline.of(bridge):
            self._timeline = timeline.of(bridge)
            self._timeline.advanced.connect(self._on_advanced)

    def _take_in(self, *, anew: bool) -> None:
        self.launch_card.show_launch(self.bridge, anew=anew)
        self.review.setText(self._review_words())
        self._agree.setVisible(self.can_agree())
        self._call_off.setVisible(self.can_call_off())
        self._resume.setVisible(self.is_called_off())

    def _review_words(self) -> str:
        """What is mine to say next."""
        if self.bridge.my_lanes():
            return self.tr("Review and sign…")
        return self.tr("Answer the escalation…") if self.awaits_me() else self.tr("Review the sign-offs")

    def _show_counts(self, launch: Launch) -> None:
        """The lanes, and what the log tells."""
        counts = lane_counts(launch, self.bridge.today)
        for id_, card in self.lanes.items():
            card.show_counts(counts[id_])
        if self._timeline is not None:
            self._timeline.catch_up()
        self._on_advanced()

    def _show_decision(self, launch: Launch, decision: Decision) -> None:
        if self._judged is not None and self._judged[0] is launch and self._judged[1] is decision:
            return
        self._judged = (launch, decision)
        held = launch.recorded
        recorded = words.recorded(launch, decision)
        self.decision_card.show_decision(
            decision, words.why(launch, decision), recorded, held.verdict if held is not None else ""
        )
        held_focus = self.stands.table.hasFocus()
        self.stands.show_obstacles(launch, decision, self.bridge.today)
        if held_focus and not decision.reasons:
            self.take_focus()

    def _on_advanced(self) -> None:
        """More of the log is told: the chart and what is new, once all of it is."""
        line = self._timeline
        if line is None or not self.shell.has_launch or line is not timeline.of(self.bridge):
            return
        if not line.is_complete():
            self.readiness.show_waiting()
            return
        launch = self.bridge.launch
        shown = readiness(launch, line.points, self.bridge.session.clock())
        self.readiness.show_readiness(shown, words.span(launch))
        self._show_since(line)

    # -- what is new --------------------------------------------------------------------------------------------

    def _seen_key(self, launch: Launch) -> str:
        me = self.bridge.me
        return SEEN.format(launch=launch.id, person=me.id if me else "anyone")

    def _show_since(self, line: Timeline) -> None:
        """What others did since the head that I saw last; where none is remembered, the latest of all."""
        launch = self.bridge.launch
        self.shell.settings.setValue(self._seen_key(launch), self.bridge.session.head)
        place = line.place(self._since)
        if place < 0:
            found = list(reversed(line.told[-SinceCard.MOST :]))
            title, remark = self.tr("Latest changes"), tr("%n in all", "", len(line.told))
        else:
            found = list(line.since(self._since))
            title = self.tr("Since you last looked")
            seen = days.moment(launch, line.told[place].sealed.entry.at)
            remark = tr("%n change(s)", "", len(found)) if found else self.tr("seen up to {when}").format(when=seen)
        self._seen.setVisible(place >= 0 and bool(found))
        empty = self.tr("Nobody else changed anything since then.")
        self.since.show_changes(title, remark, found, self._moment, empty)

    def _moment(self, told: Told) -> str:
        return days.moment(self.bridge.launch, told.sealed.entry.at)

    def mark_seen(self) -> None:
        self._since = self.bridge.session.head
        self._on_advanced()

    # -- what is done -------------------------------------------------------------------------------------------

    def _edit(self, field: str, value: str) -> None:
        self.refusal.clear()
        self.bridge.make(lambda draft: draft.edit_launch(**{field: value}), self.refusal.say)
        self.launch_card.show_launch(self.bridge, anew=False)

    def open_obstacle(self, row: int) -> None:
        """Opens what a row is about: the task, the claim, or the sign-off page."""
        entry = self.stands.model.entry(row)
        if entry.opens == "task":
            self.shell.open_task(entry.subject)
            return
        if entry.opens == "claim":
            self.shell.open_claim(entry.subject)
        elif (page := self.open_sign_off()) is not None:
            cast("SignOffPage", page).show_subject(entry.subject)

    def open_sign_off(self) -> Page | None:
        return self.shell.open_page(SIGN_OFF)

    def take_focus(self) -> None:
        """To what stands in the way; where nothing does, to recording that."""
        if not self.stands.model.rowCount():
            self.record.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.stands.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.stands.table.currentIndex().isValid():
            self.stands.table.choose_row(0)

    def restyle(self) -> None:
        self.stands.table.viewport().update()
        self.readiness.chart.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for line in (self._middle, self._foot):
            line.setDirection(way)
        self.decision_card.set_narrow(narrow)
        for card in self.lanes.values():
            card.set_narrow(narrow)
