"""A new launch from a template: a few fields, and beside them the checklist that they make."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from launchready import places
from launchready.desktop.files import filing
from launchready.desktop.files.filing import NotFiled
from launchready.desktop.files.opening import clock
from launchready.desktop.models.checklist import ChecklistModel
from launchready.desktop.pages.keys import OwnKeys
from launchready.desktop.pages.new_launch_form import NewLaunchForm, Unready
from launchready.desktop.pages.page import Page, Shell
from launchready.desktop.widgets.cards import Card, button, row
from launchready.desktop.widgets.labels import ElidedLabel, label
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.task_table import TaskTable
from launchready.launch.maps import values
from launchready.launch.model import Launch
from launchready.launch.readiness import is_gate
from launchready.launch.schedule import today
from launchready.templates.launching import first_entry
from launchready.wording.language import tr

LATER = 120
"""Milliseconds after the last key at which the preview follows."""
FORM_WIDTH, NARROW_WIDTH = 380, 320
NARROW = 900
"""Below this width of the page the form is narrow."""


class NewLaunchPage(OwnKeys, Page):
    """`begin(checklist)` starts anew; the tasks of that file are then brought into the launch that is made."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._checklist = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self.preview)
        self.column.addLayout(row(label(self.tr("New launch"), "detail"), 1))
        halves = row(self._make_form(), self._make_preview(), spacing=16)
        halves.setStretch(1, 1)
        self.column.addLayout(halves, 1)
        self.preview()

    # -- building -----------------------------------------------------------------------------------------------

    def _make_form(self) -> Card:
        self._left = card = Card(margins=(1, 8, 1, 14), spacing=8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("role", "plain")
        held = QVBoxLayout(inner)
        held.setContentsMargins(19, 8, 19, 8)
        self.form = NewLaunchForm(self.shell.toast)
        self.form.changed.connect(self._later.start)
        held.addWidget(self.form)
        held.addStretch(1)
        area.setWidget(inner)
        card.body.addWidget(area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(19, 0, 19, 0)
        self.refusal = RefusalBar()
        self._file = ElidedLabel("", "secondary", Qt.TextElideMode.ElideMiddle)
        self.make_button = button(self.tr("Make the launch"), "primary", self.make)
        foot.addWidget(self.refusal)
        foot.addWidget(self._file)
        foot.addSpacing(4)
        foot.addLayout(row(self.make_button, button(self.tr("Cancel"), "", self.give_up), 1))
        card.body.addLayout(foot)
        return card

    def _make_preview(self) -> Card:
        card = Card(margins=(1, 12, 1, 1), spacing=4)
        head = row(ElidedLabel(self.tr("Its checklist"), "heading"))
        head.setStretch(0, 1)
        self._counts = label("", "secondary")
        head.addWidget(self._counts)
        head.setContentsMargins(15, 0, 15, 0)
        card.body.addLayout(head)
        self._remark = label("", "secondary", wrap=True)
        self._remark.setContentsMargins(15, 0, 15, 4)
        card.body.addWidget(self._remark)
        self.model = ChecklistModel(lambda *_: None, self)
        self.table = TaskTable(self.model, self.theme)
        self.table.setAccessibleName(self.tr("Its checklist"))
        self.table.setSelectionMode(TaskTable.SelectionMode.NoSelection)
        self.table.setEditTriggers(TaskTable.EditTrigger.NoEditTriggers)
        self.table.setDragEnabled(False)
        self.table.setAcceptDrops(False)
        card.body.addWidget(self.table, 1)
        return card

    # -- the page -----------------------------------------------------------------------------------------------

    def begin(self, checklist: str = "") -> None:
        """Starts anew. What is half typed stays, if it was for the same."""
        if checklist != self._checklist or not self.form.is_dirty():
            self._checklist = checklist
            self.form.start(with_tasks=not checklist)
        self.refusal.clear()
        self.preview()
        self.take_focus()

    def take_focus(self) -> None:
        self.form.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(NARROW_WIDTH if event.size().width() < NARROW else FORM_WIDTH)

    def restyle(self) -> None:
        self.table.viewport().update()

    def own_keys(self) -> dict[str, Callable[[], object]]:
        return {"Ctrl+Return": self.make, "Esc": self.give_up}

    def preview(self) -> None:
        """Shows the checklist of what is typed so far; what is missing is stood in for."""
        launch = Launch()
        numbers = iter(range(1_000_000))
        try:
            template = self.form.template()
            for change in first_entry(self.form.so_far(), template, lambda: f"preview-{next(numbers)}"):
                launch = change.apply(launch)
        except Unready as problem:
            self._remark.setText(str(problem))
            launch = Launch()
        else:
            self._remark.setText(template.description)
        self.model.show_launch(launch, "", today(launch, clock()))
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(1, 0))  # the first task, below its header
        gates = sum(map(is_gate, values(launch.tasks)))
        tasks = tr("%n task(s)", "", len(launch.tasks))
        self._counts.setText(f"{tasks} · " + tr("%n gating", "", gates))
        name = places.file_name(self.form.name.text())
        self._file.setText(self.tr("Its file: {path}").format(path=places.shown(places.data_folder() / name)))

    def make(self) -> None:
        """Makes the launch in a file of its own, and opens it."""
        self.refusal.clear()
        try:
            new, template = self.form.asked(), self.form.template()
            path = filing.make_launch(lambda ids: list(first_entry(new, template, ids)), places.file_name(new.name))
        except (Unready, NotFiled) as problem:
            self.refusal.say(str(problem))
            if isinstance(problem, Unready) and problem.field is not None:
                problem.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        checklist, self._checklist = self._checklist, ""
        self.form.start()
        if self.shell.open_file(path) and checklist:
            self.shell.import_file(checklist)

    def give_up(self) -> None:
        """Back to the launch that is open, or to the library."""
        self.form.start()
        if self.shell.has_launch:
            self.shell.go_back()
        else:
            self.shell.open_page("library")
