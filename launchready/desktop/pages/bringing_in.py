"""Importing a checklist: what was understood of a file, to be put right before anything changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from launchready.desktop.apart import run_apart
from launchready.desktop.models.incoming import IncomingModel
from launchready.desktop.pages.import_asking import ImportAsking
from launchready.desktop.pages.import_choices import ImportChoices
from launchready.desktop.pages.keys import OwnKeys
from launchready.desktop.pages.page import Page, Shell
from launchready.desktop.widgets.cards import Card, EmptyState, button, row
from launchready.desktop.widgets.incoming_table import IncomingTable
from launchready.desktop.widgets.labels import ElidedLabel, label
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.work import Work
from launchready.exchange.checklist import ImportRefused
from launchready.exchange.importing import draft_tasks
from launchready.exchange.readers import READERS, read
from launchready.exchange.understood import Understood
from launchready.exchange.updating import draft_update, has_update
from launchready.launch.decision import Decision
from launchready.launch.drafting import Draft
from launchready.launch.model import Launch
from launchready.launch.schedule import in_order
from launchready.wording.problems import problem

CHOICES_WIDTH, NARROW_WIDTH = 340, 280
NARROW = 900
MOST_REMARKS = 40


class ImportPage(ImportAsking, OwnKeys, Page):
    """`show_file` reads a file and shows what it holds; `take` puts it into the launch as one entry."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._path = ""
        self.found: Understood | None = None
        self._work: Work | None = None
        self._add_head()
        self.refusal = RefusalBar()
        self.column.addWidget(self.refusal)
        self.asked = QVBoxLayout()
        self.column.addLayout(self.asked)
        halves = row(self._make_choices(), self._make_preview(), spacing=16)
        halves.setStretch(1, 1)
        self.column.addLayout(halves, 1)
        self._show_counts()

    # -- building -----------------------------------------------------------------------------------------------

    def _add_head(self) -> None:
        self._title = ElidedLabel(self.tr("Import a checklist"), "detail")
        self._product = ElidedLabel("", "secondary")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._product)
        self.take_button = button("", "primary", self.take)
        head = row(button(self.tr("Another file…"), "", lambda: self.shell.trigger("import_tasks")))
        head.addWidget(button(self.tr("Cancel"), "", self.give_up))
        head.addWidget(self.take_button)
        head.insertLayout(0, words, 1)
        self.column.addLayout(head)

    def _make_choices(self) -> QFrame:
        self._left = Card(margins=(1, 8, 1, 8), spacing=0)
        area, inner = QScrollArea(), QWidget()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.setProperty("role", "plain")
        held = QVBoxLayout(inner)
        held.setContentsMargins(17, 8, 17, 8)
        self.update_box = QCheckBox(self.tr("Update the tasks that came from this file before"))
        self.update_box.hide()
        held.addWidget(self.update_box)
        self.choices = ImportChoices()
        self.choices.changed.connect(self._read)
        held.addWidget(self.choices)
        held.addStretch(1)
        area.setWidget(inner)
        self._left.body.addWidget(area)
        return self._left

    def _make_preview(self) -> QFrame:
        card = Card(margins=(1, 12, 1, 1), spacing=4)
        head = row(label(self.tr("What was understood"), "heading"), 1)
        self._counts = label("", "secondary")
        head.addWidget(self._counts)
        head.setContentsMargins(15, 0, 15, 0)
        card.body.addLayout(head)
        self.model = IncomingModel(self)
        self.model.left_changed.connect(self._show_counts)
        self.table = IncomingTable(self.model)
        held = QVBoxLayout()
        held.setContentsMargins(9, 0, 9, 0)
        held.addWidget(self.table)
        card.body.addLayout(held, 3)
        self._nothing = EmptyState()
        card.body.addWidget(self._nothing, 3)
        self._remarks = label("", "secondary", wrap=True)
        self._remarks.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._remarks.setContentsMargins(16, 8, 16, 10)
        self._remark_area = QScrollArea()
        self._remark_area.setWidgetResizable(True)
        self._remark_area.setMaximumHeight(132)
        self._remark_area.setAccessibleName(self.tr("What was left out or not understood"))
        self._remark_area.setWidget(self._remarks)
        card.body.addWidget(self._remark_area, 1)
        return card

    # -- the page -----------------------------------------------------------------------------------------------

    def show_file(self, path: str) -> None:
        """Reads the file anew, with nothing chosen."""
        self._path = path
        self.found = None
        self.model.left = set()
        self.choices.begin()
        self._title.setText(self.tr("Import {file}").format(file=Path(path).name))
        self._product.setText("")
        self._show_tasks()
        self._read()

    def show_launch(self, launch: Launch, decision: Decision) -> None:
        del decision
        self._offer_update(launch)

    def refresh(self, before: Launch, after: Launch) -> None:
        del before
        self._offer_update(after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(NARROW_WIDTH if event.size().width() < NARROW else CHOICES_WIDTH)

    def take_focus(self) -> None:
        target = self.table if self.model.rowCount() else self.take_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def own_keys(self) -> dict[str, Callable[[], object]]:
        return {"Ctrl+Return": self.take, "Esc": self.give_up}

    # -- reading ------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        """Reads the file with what is chosen, beside the window."""
        if self._work is not None:
            self._work.cancel()
        path, options = self._path, self.choices.options
        text = self.tr("Reading {file}").format(file=Path(path).name)
        self._work = run_apart(self.window(), text, lambda: read(path, options), self._on_read, self._on_failed)

    def _on_read(self, found: Understood) -> None:
        self._work = None
        self.refusal.clear()
        self.put_form_away()
        first = self.found is None
        self.found = found
        self.choices.show_understood(found)
        self._product.setText(self._about(found))
        self._offer_update(self.bridge.launch)
        self._show_tasks()
        if first:
            self.take_focus()

    def _about(self, found: Understood) -> str:
        reader = READERS.get(found.format)
        sheets = ", ".join(found.sheets_read) if len(found.sheets) > 1 else ""
        words = self.tr("Read as {format}").format(format=reader.title if reader else found.format)
        return " · ".join(filter(None, (words, sheets, self.tr("Nothing changes before you import"))))

    def _on_failed(self, error: Exception) -> None:
        self._work = None
        if not isinstance(error, ImportRefused):
            raise error
        self.refusal.say(problem(error.code, {**error.arguments, "file": Path(self._path).name}))
        self.found = None
        self._show_tasks()
        self.ask_about(error)

    # -- showing ------------------------------------------------------------------------------------------------

    def _show_tasks(self) -> None:
        tasks = self.found.checklist.tasks if self.found else ()
        self.model.show_tasks(tasks)
        self.table.setVisible(bool(tasks))
        self._nothing.setVisible(not tasks)
        self._left.setVisible(self.found is not None)
        if self._work is not None:
            self._nothing.say(self.tr("Being read…"), "")
        else:
            self._nothing.say(self.tr("Nothing to import"), self.tr("Nothing was changed."))
        self._show_remarks()
        self._show_counts()

    def _show_remarks(self) -> None:
        """What was left out or not understood, each with its place."""
        name = Path(self._path).name
        lines = []
        if self.found is not None:
            lines += [problem(each.code, {"file": name, **each.arguments}) for each in self.found.warnings]
            lines += [self._skipped(each.place, each.said) for each in self.found.skipped]
        if len(lines) > MOST_REMARKS:
            more = len(lines) - MOST_REMARKS
            lines = [*lines[:MOST_REMARKS], self.tr("and %n more", "", more)]
        self._remarks.setText("\n".join(lines))
        self._remark_area.setVisible(bool(lines))

    def _skipped(self, place: str, said: str) -> str:
        words = self.tr("Left out: {place}, “{said}”") if said else self.tr("Left out: {place}")
        return words.format(place=place, said=said)

    def _show_counts(self) -> None:
        chosen = len(self.model.chosen())
        left = self.model.rowCount() - chosen
        words = self.tr("%n task(s)", "", chosen)
        self._counts.setText(f"{words} · {self.tr('%n left out', '', left)}" if left else words)
        self.take_button.setText(self.tr("Import %n task(s)", "", chosen))
        self.take_button.setAccessibleName(self.take_button.text())
        self.take_button.setEnabled(chosen > 0)

    def _offer_update(self, launch: Launch) -> None:
        known = self.found is not None and has_update(launch, self.found.checklist, Path(self._path).name)
        if known and not self.update_box.isVisibleTo(self._left):
            self.update_box.setChecked(True)
        self.update_box.setVisible(known)

    # -- taking -------------------------------------------------------------------------------------------------

    def take(self) -> None:
        """Puts the chosen tasks into the launch, as one entry."""
        tasks = self.model.chosen()
        if self.found is None or not tasks:
            return
        self.refusal.clear()
        name = Path(self._path).name
        try:
            self.found.require_answers()
        except ImportRefused as refused:
            self.refusal.say(problem(refused.code, {**refused.arguments, "file": name}))
            return
        checklist = msgspec.structs.replace(self.found.checklist, tasks=tasks)
        again = self.update_box.isVisibleTo(self._left) and self.update_box.isChecked()

        def build(draft: Draft) -> None:
            if again:
                draft_update(draft, checklist, name)
            else:
                draft_tasks(draft, checklist, name)

        entries, before = len(self.bridge.session.entries), self.bridge.launch.tasks
        self.bridge.make(build, self.refusal.say)
        if self.refusal.text():
            return
        made = next((task.id for task in in_order(self.bridge.launch) if task.id not in before), "")
        if made:
            self.shell.open_task(made)
        else:
            self.shell.open_page("checklist")
        if len(self.bridge.session.entries) > entries:
            words = (
                self.tr("Updated from {file}") if again else self.tr("Imported %n task(s) from {file}", "", len(tasks))
            )
            self.shell.toast_undo(words.format(file=name))
        else:
            self.shell.toast(self.tr("Nothing differs from {file}").format(file=name))

    def give_up(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work = None
        self.shell.go_back()
