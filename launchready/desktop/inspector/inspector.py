"""All of a task at the right of the checklist, section by section, with what to do next at its foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from launchready.desktop import actions, edits
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.dialogs.shortcuts import native
from launchready.desktop.inspector.acknowledgement import AcknowledgementSection
from launchready.desktop.inspector.evidence import EvidenceSection
from launchready.desktop.inspector.facts import Facts
from launchready.desktop.inspector.head import Head
from launchready.desktop.inspector.history import HistorySection
from launchready.desktop.inspector.section import Section
from launchready.desktop.inspector.steps import StepsSection
from launchready.desktop.inspector.waiver import WaiverSection
from launchready.desktop.widgets.cards import Card, EmptyState, button, row
from launchready.desktop.widgets.fields import INSET, TextField
from launchready.desktop.widgets.flow import flow
from launchready.desktop.widgets.forms import Ask, Say, Values
from launchready.desktop.widgets.labels import rule
from launchready.launch.lanes import is_shared
from launchready.launch.model import Launch, Status, Task
from launchready.launch.readiness import is_done
from launchready.wording import terms

LATE = 20
"""Milliseconds after which the sections that walk the whole launch follow."""


class Notes(Section):
    """Free text."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object]) -> None:
        super().__init__(bridge, open_task, QCoreApplication.translate("Section", "Notes"))
        self.notes = TextField(self.tr("Notes"), self.tr("Add a note"))
        self.notes.committed.connect(lambda text: self.edit(notes=text))
        self.column.addWidget(self.notes)

    def fill(self, launch: Launch, task: Task, *, anew: bool) -> None:
        del launch
        self.notes.show_value(task.notes, anew=anew)


class Inspector(Card):
    """Shows one task at a time. `closed` tells that a person wants it out of the way."""

    closed = Signal()

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object]) -> None:
        super().__init__(margins=(0, 0, 0, 0), spacing=0)
        self.setAccessibleName(self.tr("Task"))
        self.bridge = bridge
        self._task = ""
        self.head, self.facts = Head(bridge, open_task), Facts(bridge, open_task)
        self.evidence, self.steps = EvidenceSection(bridge, open_task), StepsSection(bridge, open_task)
        self.acknowledgement = AcknowledgementSection(bridge, open_task)
        self.waiver = WaiverSection(bridge, open_task)
        self.notes, self.history = Notes(bridge, open_task), HistorySection(bridge, open_task)
        self.sections: tuple[Section, ...] = (
            self.head,
            self.facts,
            self.acknowledgement,
            self.waiver,
            self.evidence,
            self.steps,
            self.notes,
            self.history,
        )
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE)
        self._late.timeout.connect(self._on_late)
        self._lay_out()
        self.show_task("")

    def _lay_out(self) -> None:
        self._empty = EmptyState()
        self.body.addWidget(self._empty, 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("role", "plain")
        inner.setMinimumWidth(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16 - INSET, 16, 16, 16)
        column.setSpacing(12)
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)
        self._area.setWidget(inner)
        self.body.addWidget(self._area, 1)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(rule())
        self.done = button("", "primary", self.toggle_done)
        self.status = QPushButton(self.tr("Status…"))
        self.status.setAccessibleName(self.tr("Status"))
        self._menu = QMenu(self.status)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.status.setMenu(self._menu)
        self.waive = button(self.tr("Waive…"), "", self.waiver.request)
        self.close_button = button("✕", "quiet", self.closed.emit, self.tr("Close the task"))
        line = row()
        line.addLayout(flow(self.done, self.status, self.waive), 1)
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        line.setContentsMargins(16, 12, 16, 12)
        foot.addLayout(line)
        self.body.addWidget(self._foot)

    # -- what is shown ------------------------------------------------------------------------------------------

    @property
    def task_id(self) -> str:
        return self._task

    def show_task(self, task: str) -> None:
        """Shows another task, or none."""
        anew = task != self._task
        self._task = task
        found = self.bridge.launch.tasks.get(task)
        for part in (self._area, self._foot):
            part.setVisible(found is not None)
        self._empty.setVisible(found is None)
        if found is None:
            self._task = ""
            self._say_none()
            return
        for section in self.sections:
            section.show_task(self.bridge.launch, found, anew=anew)
        if anew:
            self._area.verticalScrollBar().setValue(0)
        self._fill_foot(found)
        self._late.start()

    def _say_none(self) -> None:
        text = self.tr(
            "Choose one with the arrow keys; Enter opens it here. If a filter hides them all, Esc takes it away."
        )
        if not self.bridge.launch.tasks:
            words = self.tr("{key} adds the first task. Its details stand here then.")
            text = words.format(key=native(actions.find("add_task").shortcut))
        self._empty.say(self.tr("No task chosen"), text)

    def _on_late(self) -> None:
        found = self.bridge.launch.tasks.get(self._task)
        if found is not None:
            for section in self.sections:
                section.fill_late(self.bridge.launch, found)

    def refresh(self) -> None:
        """Takes in another state of the task that is shown."""
        self.show_task(self._task)

    def _fill_foot(self, task: Task) -> None:
        joint = task.gating and is_shared(task.lane)
        mine = [lane for lane in self.bridge.my_lanes() if lane not in {held.lane for held in task.confirmations}]
        if is_done(task):
            text = self.tr("Reopen")
        elif joint and mine:
            text = self.tr("Confirm as {lane}").format(lane=terms.lane(mine[0]))
        else:
            text = self.tr("Mark done")
        self.done.setText(text)
        self.done.setAccessibleName(text)
        self.waive.setVisible(self.waiver.can_ask())

    # -- what is done -------------------------------------------------------------------------------------------

    def toggle_done(self) -> None:
        self.head.make(lambda draft: edits.toggle_done(draft, [self._task], self.bridge.word))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for text, act in (
            (self.tr("To do"), lambda: self.set_status(Status.TODO)),
            (self.tr("In progress"), lambda: self.set_status(Status.IN_PROGRESS)),
            (self.tr("Blocked…"), lambda: self.ask_why(Status.BLOCKED)),
            (self.tr("Not applicable…"), lambda: self.ask_why(Status.NOT_APPLICABLE)),
        ):
            self._menu.addAction(text).triggered.connect(lambda _checked=False, act=act: act())

    def set_status(self, status: Status) -> None:
        self.head.make(lambda draft: edits.set_status(draft, [self._task], status))

    def ask_why(self, status: Status) -> None:
        """Blocked and not applicable need a reason."""
        words = {Status.BLOCKED: self.tr("Why is it blocked"), Status.NOT_APPLICABLE: self.tr("Why it doesn't apply")}
        mark = {Status.BLOCKED: self.tr("Mark blocked"), Status.NOT_APPLICABLE: self.tr("Mark not applicable")}

        def submit(values: Values, say: Say) -> bool:
            made = self.bridge.make(lambda draft: edits.set_status(draft, [self._task], status, values["why"]), say)
            return made is not None

        self.head.ask("", (Ask("why", words[status], lines=True),), mark[status], submit)
