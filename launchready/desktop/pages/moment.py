"""The launch as it was at an entry of the log: verdict, lanes, tasks. Nothing here can be changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from launchready.desktop import days
from launchready.desktop.models.checklist import ChecklistModel
from launchready.desktop.models.lane_counts import lane_counts
from launchready.desktop.pages import overview_words
from launchready.desktop.pages.decision_card import DecisionCard
from launchready.desktop.pages.overview_cards import LaneCard
from launchready.desktop.theme import Theme
from launchready.desktop.timeline import Timeline, Told
from launchready.desktop.widgets import task_columns
from launchready.desktop.widgets.cards import Card, EmptyState, button, row
from launchready.desktop.widgets.cells import FlatTable
from launchready.desktop.widgets.dialogs import scrolling
from launchready.desktop.widgets.labels import ElidedLabel, label
from launchready.desktop.widgets.notices import announce
from launchready.desktop.widgets.task_row import HEIGHT, TaskRow
from launchready.launch.decision import decide
from launchready.launch.lanes import SIDE_BY_SIDE
from launchready.launch.maps import values
from launchready.launch.readiness import is_done
from launchready.launch.schedule import today
from launchready.wording.language import tr

LEAST = 240
"""Pixels of height that the tasks keep; where there is no room for that, the page scrolls."""


class PastTasks(FlatTable):
    """The checklist of a moment, to be looked at."""

    def __init__(self, model: ChecklistModel, theme: Theme) -> None:
        super().__init__(HEIGHT, tr("Tasks as they were"))
        self.setModel(model)
        self.setItemDelegate(TaskRow(model, theme, self))
        task_columns.lay_out(self)
        self.watch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        task_columns.fit(self, "area")


class MomentView(QWidget):
    """`step(by)` goes to the entry before or after, `back` to now."""

    def __init__(self, theme: Theme, step: Callable[[int], object], back: Callable[[], object]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._earlier = button(tr("Earlier"), "", lambda: step(-1), tr("The moment before"))
        self._later = button(tr("Later"), "", lambda: step(1), tr("The moment after"))
        self.back = button(tr("Back to now"), "primary", back)
        column.addWidget(self._banner())
        inner = QWidget()
        inner.setProperty("role", "plain")
        column.addWidget(scrolling(inner), 1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.decision = DecisionCard(())
        column.addWidget(self.decision)
        lanes = QHBoxLayout()
        lanes.setSpacing(16)
        self.lanes = {lane.id: LaneCard(lane.id) for lane in SIDE_BY_SIDE}
        for lane in self.lanes.values():
            lanes.addWidget(lane, 1)
        column.addLayout(lanes)
        self.model = ChecklistModel(lambda *_: None, self)
        self.table = PastTasks(self.model, theme)
        column.addWidget(self._tasks(), 1)

    def _tasks(self) -> Card:
        self._summary, self._remark = label(tr("Tasks as they were"), "heading"), label("", "secondary")
        card = Card(margins=(1, 12, 1, 6), spacing=8)
        card.setMinimumHeight(LEAST)
        head = row(self._summary, 1, self._remark)
        head.setContentsMargins(19, 0, 19, 0)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        self._nothing = EmptyState(tr("No tasks then"), tr("The checklist was still empty at this moment."))
        card.body.addWidget(self._nothing, 1)
        return card

    def _banner(self) -> QFrame:
        self.banner = QFrame()
        self.banner.setProperty("role", "notice")
        line = QHBoxLayout(self.banner)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(8)
        self.title, self._after = label("", "strong"), ElidedLabel("")
        line.addWidget(self.title)
        line.addWidget(self._after, 1)
        for each in (self._earlier, self._later, self.back):
            line.addWidget(each)
        return self.banner

    def show_moment(self, told: Told, line: Timeline) -> None:
        """The state right after that entry, judged on its day."""
        launch = line.before(told.number + 1)
        at = told.sealed.entry.at
        decision, day = decide(launch, at), today(launch, at)
        local = days.local(launch, at)
        when = f"{days.day(local.date(), year=True)}, {local:%H:%M}"
        self.title.setText(tr("As it was on {when}").format(when=when))
        self._after.setText(f"· {told.words}")
        self._earlier.setEnabled(told.number > 0)
        self._later.setEnabled(told.number + 1 < len(line.told))
        announce(self, self.title.text())
        held = launch.recorded
        self.decision.show_decision(
            decision,
            overview_words.why(launch, decision),
            overview_words.recorded(launch, decision),
            held.verdict if held is not None else "",
        )
        counts = lane_counts(launch, day)
        for id_, card in self.lanes.items():
            card.show_counts(counts[id_])
        self.model.show_launch(launch, "", day)
        tasks = values(launch.tasks)
        done = sum(is_done(task) for task in tasks)
        self._remark.setText(tr("{done} of {total} done").format(done=done, total=len(launch.tasks)))
        self.table.setVisible(bool(launch.tasks))
        self._nothing.setVisible(not launch.tasks)

    def set_narrow(self, narrow: bool) -> None:
        self.decision.set_narrow(narrow)
        for card in self.lanes.values():
            card.set_narrow(narrow)

    def take_focus(self) -> None:
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
