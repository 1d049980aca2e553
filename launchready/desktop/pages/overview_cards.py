"""The cards of the overview. Each shows what it is given; none asks the launch by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QSizePolicy, QVBoxLayout

from launchready.desktop.models.lane_counts import LaneCounts
from launchready.desktop.models.obstacles import Obstacles, tally
from launchready.desktop.models.plan import Readiness
from launchready.desktop.timeline import Told
from launchready.desktop.widgets.cards import Card, EmptyState, SectionCard, button, clear, row
from launchready.desktop.widgets.chart import ReadinessChart
from launchready.desktop.widgets.flow import flow
from launchready.desktop.widgets.labels import ElidedLabel, LaneChip, Pill, label, set_property
from launchready.desktop.widgets.obstacle_row import ObstacleTable
from launchready.launch.decision import Decision, Verdict
from launchready.launch.model import Launch
from launchready.wording import terms
from launchready.wording.language import tr


class LaneCard(Card):
    """Who leads, what the lane said, and its gates: done, in all, open, waived, late."""

    def __init__(self, lane: str) -> None:
        super().__init__(margins=(20, 16, 20, 16), spacing=8)
        self.setMinimumWidth(150)
        self._people, self.pill = ElidedLabel("", "muted"), Pill()
        self._head = row(LaneChip(lane, small=False), self._people)
        self._head.setStretch(1, 1)
        self._head.addWidget(self.pill)
        self.body.addLayout(self._head)
        self._done, self._total = label("", "big"), label("", "detail")
        set_property(self._total, "role", "muted-detail")
        self._words = ElidedLabel(tr("gates done"), "muted")
        for each in (self._done, self._total, self._words):
            each.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self._total.setContentsMargins(0, 0, 0, 4)
        self._words.setContentsMargins(4, 0, 0, 6)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._counts = row(self._done, self._total, self._words, spacing=6)
        self.body.addLayout(self._counts)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        set_property(self.bar, "tone", lane)
        self.bar.setAccessibleName(tr("{lane} gates done").format(lane=terms.lane(lane)))
        self.body.addWidget(self.bar)
        self._open = label("", "muted")
        self._late = label("", "strong", tone="no_go")
        self.body.addLayout(flow(self._open, self._late, spacing=4))
        self._low = row(1, spacing=0)
        self.body.addLayout(self._low)

    def set_narrow(self, narrow: bool) -> None:
        """Narrow, the pill stands at the foot, where it has a line of its own."""
        wanted = self._low if narrow else self._head
        if wanted.indexOf(self.pill) < 0:
            (self._head if narrow else self._low).removeWidget(self.pill)
            wanted.insertWidget(0 if narrow else wanted.count(), self.pill)
        margin = 14 if narrow else 20
        self.body.setContentsMargins(margin, 16, margin, 16)

    def show_counts(self, counts: LaneCounts) -> None:
        self._people.setText(counts.people)
        self.pill.show_look(counts.look)
        self._done.setText(str(counts.done))
        self._total.setText(tr("of {total}").format(total=counts.total))
        self.bar.setMaximum(max(1, counts.total))
        self.bar.setValue(counts.done)
        text = tr("%n open", "", counts.open) if counts.open else tr("None open") if counts.total else tr("No gates")
        if counts.waived:
            text += " · " + tr("%n waived", "", counts.waived)
        late = tr("%n late", "", counts.late) if counts.late else ""
        self._open.setText(f"{text} ·" if late else text)
        self._late.setText(late)
        self._late.setVisible(bool(late))
        gates = tr("{done} of {total} gates done").format(done=counts.done, total=counts.total)
        said = (terms.lane(counts.lane), counts.people, counts.look.text, gates, text, late)
        self.setAccessibleName(", ".join(each for each in said if each))


class ObstaclesCard(SectionCard):
    """What stands in the way; `open_row(number)` is what Enter or a click on a row does."""

    def __init__(self, on_open: Callable[[int], object]) -> None:
        super().__init__(tr("What stands in the way"))
        self.body.setContentsMargins(0, 16, 0, 6)
        self.title.setContentsMargins(20, 0, 0, 0)
        self.remark.setContentsMargins(0, 0, 20, 0)
        self.model = Obstacles(self)
        self.table = ObstacleTable()
        self.table.setModel(self.model)
        self.table.watch()
        self.table.opened.connect(on_open)
        self.table.clicked.connect(lambda index: on_open(index.row()))
        self.table.setCursor(Qt.CursorShape.PointingHandCursor)
        self.nothing = EmptyState(
            tr("Nothing stands in the way"),
            tr("Gates are done, claims in use are supported, and both lanes have signed."),
        )
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.nothing, 1)
        self.setMinimumHeight(330)

    def show_obstacles(self, launch: Launch, decision: Decision, today: dt.date) -> None:
        self.model.show(launch, decision, today)
        self.table.fit()
        title = heading(decision.verdict)
        self.title.setText(title)
        self.setAccessibleName(title)
        self.table.setAccessibleName(title)
        self.remark.setText(tally(decision))
        self.table.setVisible(bool(decision.reasons))
        self.nothing.setVisible(not decision.reasons)


def heading(verdict: Verdict) -> str:
    """What the reasons are, as the summary names them."""
    if verdict is Verdict.CONDITIONS:
        return tr("What this Go depends on")
    return tr("Why") if verdict is Verdict.SCRUBBED else tr("What stands in the way")


class ReadinessCard(SectionCard):
    """The chart and what it says in a sentence."""

    def __init__(self, open_checklist: Callable[[], object]) -> None:
        super().__init__(tr("Readiness over time"), tr("gates done"))
        self.chart = ReadinessChart()
        self.empty = EmptyState(
            tr("No gates yet"),
            tr("A gate is a task that must be done before Go. Make tasks gating on the checklist."),
            (button(tr("Open the checklist"), "", open_checklist),),
        )
        self._head, self._words = label("", "strong", wrap=True), label("", "muted", wrap=True)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self._head)
        self.body.addWidget(self._words)
        self.body.setSpacing(4)

    def show_waiting(self) -> None:
        """The log is long and still being read."""
        self._head.setText(tr("Reading the log…"))
        self._words.setText("")
        self.empty.hide()

    def show_readiness(self, shown: Readiness, days: str) -> None:
        """`days` says the first day, the go/no-go and the launch day."""
        some = shown.total > 0
        self.chart.setVisible(some)
        self.empty.setVisible(not some)
        for each in (self._head, self._words):
            each.setVisible(some)
        head, words = in_words(shown)
        self._head.setText(head)
        self._words.setText(words)
        counts = tr("{done} of {total} gates done, {planned} planned by today.").format(
            done=shown.is_now, total=shown.total, planned=shown.planned
        )
        self.chart.show_readiness(shown, f"{counts} {head} {words} {days}")


def in_words(shown: Readiness) -> tuple[str, str]:
    """How far behind or ahead, and what is late."""
    behind = shown.planned - shown.is_now
    if behind > 0:
        head = tr("%n gate(s) behind plan.", "", behind)
    else:
        head = tr("%n gate(s) ahead of plan.", "", -behind) if behind else tr("On plan.")
    late = tr("%n (is|are) late.", "", shown.late) if shown.late else tr("None is late.")
    return head, f"{late} " + tr("The plan is what the due dates say.")


class SinceCard(SectionCard):
    """What others did since I last looked, newest first."""

    MOST = 6

    def __init__(self, buttons: Iterable[QPushButton]) -> None:
        super().__init__(tr("Since you last looked"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._rows.setContentsMargins(0, 4, 0, 4)
        self.body.addLayout(self._rows)
        self._empty = label("", "muted", wrap=True)
        self.body.addWidget(self._empty)
        self.body.addStretch(1)
        self.body.addLayout(row(*buttons, 1))
        self._shown: list[Told] | None = None

    def show_changes(
        self, title: str, remark: str, found: list[Told], moment: Callable[[Told], str], empty: str
    ) -> None:
        self.title.setText(title)
        self.setAccessibleName(title)
        self.remark.setText(remark)
        self._empty.setText(empty)
        self._empty.setVisible(not found)
        if found == self._shown:
            return
        self._shown = found
        clear(self._rows)
        for told in found[: self.MOST]:
            words = ElidedLabel(told.words)
            under = ElidedLabel(f"{terms.apart(told.sealed.entry.by.name)} · {moment(told)}", "secondary")
            held = QVBoxLayout()
            held.setSpacing(1)
            held.addWidget(words)
            held.addWidget(under)
            self._rows.addLayout(held)
