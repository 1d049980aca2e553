"""Who, when, where, and what it hangs together with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from launchready.desktop import days, dues
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.inspector.section import Section
from launchready.desktop.widgets.cards import clear, row
from launchready.desktop.widgets.fields import INSET, LineField, PersonField, TypedField
from launchready.desktop.widgets.labels import LinkButton, label
from launchready.launch.entitlement import names
from launchready.launch.lanes import LANES, is_shared
from launchready.launch.maps import values
from launchready.launch.model import Launch, Status, Task
from launchready.launch.readiness import is_done, is_waived
from launchready.launch.schedule import due_date, in_order, ordered
from launchready.wording import terms

LABEL_WIDTH, LINE_HEIGHT = 92, 24


class Facts(Section):
    """A grid of labels and values; each value is edited where it stands."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object]) -> None:
        super().__init__(bridge, open_task)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(3)
        self._grid.setHorizontalSpacing(0)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self._add_people()
        self._add_place()
        self._add_choices()
        self.prerequisites = LineField(self.tr("Waits for, by keys"), self.tr("Nothing"))
        self.prerequisites.committed.connect(self._on_prerequisites_committed)
        self._line(self.tr("Waits for"), self.prerequisites)
        self._waits = self._line("", _Links(self.open_task))
        self._relied = self._line(self.tr("Relied on by"), _Links(self.open_task))

    def _line(self, text: str, widget: QWidget) -> QWidget:
        number = self._grid.rowCount()
        shown = label(text, "muted")
        shown.setBuddy(widget)
        shown.setContentsMargins(INSET, 3, 0, 3)
        self._grid.addWidget(shown, number, 0)
        self._grid.addWidget(widget, number, 1)
        widget.setProperty("label", shown)
        shown.setMinimumHeight(LINE_HEIGHT)
        return widget

    def _add_people(self) -> None:
        self.owner = PersonField(self.tr("Owner"), self.tr("Nobody yet"))
        self.owner.committed.connect(lambda text: self.edit(owner=text))
        self._line(self.tr("Owner"), self.owner)
        self.due = TypedField(self.tr("Due"), self.tr("T-14 or a date"))
        self.due.committed.connect(self._on_due_committed)
        self._late = label("", "strong", tone="no_go")
        cell = QWidget()
        cell.setLayout(row(self.due, self._late, spacing=4))
        self._line(self.tr("Due"), cell)

    def _add_place(self) -> None:
        self.area = LineField(self.tr("Area"), self.tr("No area"))
        self.area.committed.connect(lambda text: self.edit(area=text))
        self._line(self.tr("Area"), self.area)
        self.lane = QComboBox()
        for lane in LANES:
            self.lane.addItem(terms.lane(lane.id), lane.id)
        self.lane.setProperty("role", "field")
        self.lane.setAccessibleName(self.tr("Lane"))
        self.lane.activated.connect(self._on_lane_chosen)
        self._line(self.tr("Lane"), self.lane)

    def _add_choices(self) -> None:
        self.gating = self._value(self._on_gating_clicked)
        self._line(self.tr("Gating"), self.gating)
        self.asks = self._value(self._on_asks_clicked)
        self._line(self.tr("Other lane"), self.asks)
        self.reviewer = PersonField(self.tr("Reviewer"), self.tr("None"))
        self.reviewer.committed.connect(lambda text: self.edit(reviewer=text))
        self._line(self.tr("Reviewer"), self.reviewer)

    @staticmethod
    def _value(on_click: Callable[[], object]) -> LinkButton:
        """A value of two that a click changes to the other."""
        made = LinkButton("")
        made.setProperty("role", "quiet")
        made.setProperty("level", "value")
        made.clicked.connect(lambda _checked=False: on_click())
        return made

    def fill(self, launch: Launch, task: Task, *, anew: bool) -> None:
        known = names(launch)
        for field, person in ((self.owner, task.owner), (self.reviewer, task.reviewer)):
            field.offer(list(known.values()))
            field.show_value(known.get(person, ""), anew=anew)
        today = self.bridge.today
        day = due_date(launch, task)
        self.due.show_typed(days.due_as_typed(task.due), days.due(launch, task, today), anew=anew)
        late = not is_done(task) and task.status is not Status.NOT_APPLICABLE and not is_waived(launch, task)
        self._late.setText(days.lateness(day, today) if day and late else "")
        self._late.setVisible(bool(self._late.text()))
        self.area.show_value(task.area, anew=anew)
        self.lane.setCurrentIndex(self.lane.findData(task.lane))
        self._fill_choices(task)
        self._fill_waits(launch, task, anew=anew)

    def _fill_choices(self, task: Task) -> None:
        lanes = self.tr("both lanes") if is_shared(task.lane) else self.lane.currentText()
        blocks = self.tr("Yes, blocks {lane} Go").format(lane=lanes)
        gating = blocks if task.gating else self.tr("No, advisory")
        self.gating.show_text(gating)
        self.gating.setAccessibleName(self.tr("Gating: {value}").format(value=gating))
        asks = self.tr("Acknowledges it") if task.asks else self.tr("Is not asked")
        self.asks.show_text(asks)
        self.asks.setAccessibleName(self.tr("Other lane: {value}").format(value=asks))
        for widget in (self.asks, self.asks.property("label")):
            widget.setVisible(not is_shared(task.lane))

    def _fill_waits(self, launch: Launch, task: Task, *, anew: bool) -> None:
        firsts = [launch.tasks[first] for first in task.prerequisites if first in launch.tasks]
        self.prerequisites.show_value(", ".join(each.key for each in firsts), anew=anew)
        if isinstance(self._waits, _Links):
            self._waits.show_links([(each.title, each.id) for each in firsts])
        for widget in (self._waits, self._waits.property("label")):
            widget.setVisible(bool(firsts))

    def fill_late(self, launch: Launch, task: Task) -> None:
        tasks = [other for other in values(launch.tasks) if other.prerequisites and task.id in other.prerequisites]
        claims = [claim for claim in launch.claims.values() if task.id in claim.proof]
        if isinstance(self._relied, _Links):
            claims.sort(key=lambda claim: (claim.position, claim.id))
            links = [(other.title, other.id) for other in ordered(tasks)]
            self._relied.show_links(links, [(f"{claim.key} “{claim.text}”", claim.id) for claim in claims])
        for widget in (self._relied, self._relied.property("label")):
            widget.setVisible(bool(tasks or claims))

    def _on_due_committed(self, text: str) -> None:
        try:
            due = dues.parse(text, self.bridge.today)
        except dues.Unclear:
            self.refusal.say(dues.unclear(text))
            return
        self.edit(due=due)

    def _on_lane_chosen(self, _: int) -> None:
        if self.edit(lane=self.lane.currentData()) is None and self.task is not None:
            self.lane.setCurrentIndex(self.lane.findData(self.task.lane))

    def _on_gating_clicked(self) -> None:
        if self.task is not None:
            self.edit(gating=not self.task.gating)

    def _on_asks_clicked(self) -> None:
        if self.task is not None:
            self.edit(asks=not self.task.asks)

    def _on_prerequisites_committed(self, text: str) -> None:
        launch = self.bridge.launch
        known = {task.key.casefold(): task.id for task in in_order(launch)}
        keys = [key for key in text.replace(",", " ").split() if key]
        missing = [key for key in keys if key.casefold() not in known]
        if missing:
            self.refusal.say(self.tr("There is no task {key}.").format(key=missing[0]))
            return
        self.edit(prerequisites=tuple(dict.fromkeys(known[key.casefold()] for key in keys)))


class _Links(QWidget):
    """Tasks and claims as links that open them, one under the other."""

    def __init__(self, open_task: Callable[[str], object]) -> None:
        super().__init__()
        self._open_task = open_task
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._shown: object = None

    def show_links(self, links: list[tuple[str, str]], claims: list[tuple[str, str]] | None = None) -> None:
        if self._shown == (links, claims):
            return
        self._shown = (links, claims)
        clear(self._column)
        for text, task in links:
            link = LinkButton(text)
            link.clicked.connect(lambda _checked=False, task=task: self._open_task(task))
            self._column.addWidget(link)
        for text, claim in claims or []:
            link = LinkButton(text)
            link.clicked.connect(lambda _checked=False, claim=claim: self._open_claim(claim))
            self._column.addWidget(link)

    def _open_claim(self, claim: str) -> None:
        """Where there is a window around it that has claims."""
        if (show := getattr(self.window(), "open_claim", None)) is not None:
            show(claim)
