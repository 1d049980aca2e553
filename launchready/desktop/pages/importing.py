"""Importing a checklist: what was understood of a file, to be put right before anything changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from launchready.desktop.answers import answered
from launchready.desktop.models.incoming import IncomingModel
from launchready.desktop.pages.import_asking import ImportAsking
from launchready.desktop.pages.import_choices import ImportChoices
from launchready.desktop.pages.import_reading import read_as, read_file
from launchready.desktop.pages.import_remarks import Remarks
from launchready.desktop.pages.import_update import UpdateOffer, outcome
from launchready.desktop.pages.keys import OwnKeys
from launchready.desktop.pages.page import Page, Shell
from launchready.desktop.runtime.apart import busy, run_apart
from launchready.desktop.runtime.work import Work
from launchready.desktop.widgets.cards import Card, EmptyState, button, row
from launchready.desktop.widgets.dialogs import scrolling
from launchready.desktop.widgets.forms import FormPlace
from launchready.desktop.widgets.incoming_table import IncomingTable
from launchready.desktop.widgets.labels import ElidedLabel, label
from launchready.desktop.widgets.notices import RefusalBar
from launchready.exchange.checklist import Checklist, ImportRefused
from launchready.exchange.importing import Imported, draft_tasks
from launchready.exchange.understood import Understood
from launchready.exchange.updating import Preview, draft_update, preview_update
from launchready.launch.decision import Decision
from launchready.launch.drafting import Draft
from launchready.launch.model import Launch
from launchready.launch.schedule import in_order
from launchready.store.port import StoreError
from launchready.wording.language import tr

CHOICES_WIDTH, NARROW_WIDTH = 340, 280
NARROW = 900


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
        self.asking = FormPlace()
        self.column.addLayout(self.asking)
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
        inner = QWidget()
        inner.setProperty("role", "plain")
        held = QVBoxLayout(inner)
        held.setContentsMargins(17, 8, 17, 8)
        self.update_offer = UpdateOffer()
        self.update_offer.changed.connect(self._show_counts)
        held.addWidget(self.update_offer)
        self.choices = ImportChoices()
        self.choices.changed.connect(self._read)
        held.addWidget(self.choices)
        self.template_button = button(self.tr("Save as a template instead…"), "link", self.save_template)
        held.addSpacing(8)
        held.addWidget(self.template_button, 0, Qt.AlignmentFlag.AlignLeft)
        held.addStretch(1)
        self._left.body.addWidget(scrolling(inner))
        return self._left

    def _make_preview(self) -> QFrame:
        card = Card(margins=(1, 12, 1, 1), spacing=4)
        head = row(label(self.tr("What was understood"), "heading"), 1)
        self._counts = label("", "secondary")
        head.addWidget(self._counts)
        head.setContentsMargins(15, 0, 15, 0)
        card.body.addLayout(head)
        self.model = IncomingModel(self)
        self.model.left_changed.connect(self._on_left_changed)
        self.table = IncomingTable(self.model)
        held = QVBoxLayout()
        held.setContentsMargins(9, 0, 9, 0)
        held.addWidget(self.table)
        card.body.addLayout(held, 1)
        self._nothing = EmptyState()
        card.body.addWidget(self._nothing, 1)
        self.remarks = Remarks()
        card.body.addWidget(self.remarks)
        return card

    # -- the page -----------------------------------------------------------------------------------------------

    def show_file(self, path: str) -> None:
        """Reads the file anew, with nothing chosen."""
        self._path = path
        self.found = None
        self.model.left = set()
        self.choices.begin()
        self.update_offer.begin()
        self.asking.drop_form()
        self.refusal.clear()
        self._title.setText(self.tr("Import {file}").format(file=Path(path).name))
        self._product.setText("")
        self._show_tasks()
        self._read()

    def show_launch(self, launch: Launch, decision: Decision) -> None:
        del launch, decision
        self._offer_update()

    def refresh(self, before: Launch, after: Launch) -> None:
        """Waits for `settle`: after `take` another page is in sight by then, and no update need be worked out."""

    def settle(self, launch: Launch) -> None:
        del launch
        self._offer_update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(NARROW_WIDTH if event.size().width() < NARROW else CHOICES_WIDTH)

    def take_focus(self) -> None:
        (self.table if self.model.rowCount() else self.take_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def own_keys(self) -> dict[str, Callable[[], object]]:
        return {"Ctrl+Return": self.take, "Esc": self.give_up}

    # -- reading ------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        """Reads the file with what is chosen, beside the window."""
        if self._work is not None:
            self._work.cancel()
        path, options, launch = self._path, self.choices.options, self.bridge.launch
        name = Path(path).name
        self.take_button.setEnabled(False)

        def make() -> tuple[Understood, Preview | None]:
            found = read_file(path, options)
            return found, preview_update(launch, found.checklist, name)

        def done(made: tuple[Understood, Preview | None]) -> None:
            self._on_read(*made)
            if self.model.left or self.bridge.launch is not launch:
                self._offer_update()

        self._work = run_apart(self.window(), self.tr("Reading {file}").format(file=name), make, done, self._on_failed)

    def _on_read(self, found: Understood, update: Preview | None) -> None:
        self._work = None
        self.refusal.clear()
        self.asking.drop_form()
        first = self.found is None
        self.found = found
        self.choices.show_understood(found)
        self._product.setText(" · ".join((read_as(found), self.tr("Nothing changes before you import"))))
        self.update_offer.show_update(update)
        self._show_tasks()
        if first:
            self.take_focus()

    def _on_failed(self, error: Exception) -> None:
        self._work = None
        if not isinstance(error, ImportRefused | StoreError):
            raise error
        self.refusal.say(answered(error.code, {**error.arguments, "file": Path(self._path).name}))
        self.found = None
        self._show_tasks()
        if isinstance(error, ImportRefused):
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
        self.remarks.show_understood(self.found)
        self._show_counts()

    def _on_left_changed(self) -> None:
        self._show_counts()
        if self.update_offer.update_of is not None:
            self._offer_update()

    def _show_counts(self) -> None:
        chosen = len(self.model.chosen())
        left = self.model.rowCount() - chosen
        words = tr("%n task(s)", "", chosen)
        self._counts.setText(f"{words} · {tr('%n left out', '', left)}" if left else words)
        update = self.update_offer.update_of if self.update_offer.is_wanted() else None
        if update is None:
            text, some = tr("Import %n task(s)", "", chosen), chosen > 0
        else:
            differing = len(update.updated) + len(update.added)
            some = differing > 0
            text = tr("Update %n task(s)", "", differing) if some else self.tr("Nothing to update")
        self.take_button.setText(text)
        self.take_button.setAccessibleName(text)
        self.take_button.setEnabled(some and self._work is None)
        self.template_button.setEnabled(chosen > 0 and self._work is None)

    def _offer_update(self) -> None:
        if self.found is not None:
            self.update_offer.work_out(self.bridge.launch, self._chosen(self.found), Path(self._path).name)

    def _chosen(self, found: Understood) -> Checklist:
        return msgspec.structs.replace(found.checklist, tasks=self.model.chosen())

    # -- taking -------------------------------------------------------------------------------------------------

    def take(self) -> None:
        """Puts the chosen tasks into the launch, as one entry."""
        if self.found is None or not self.model.chosen() or self._work is not None or not self._is_answered(self.found):
            return
        name = Path(self._path).name
        checklist, again = self._chosen(self.found), self.update_offer.is_wanted()
        made: list[Imported] = []

        def build(draft: Draft) -> None:
            if again:
                made[:] = [draft_update(draft, checklist, name)]
            else:
                draft_tasks(draft, checklist, name)

        entries, before = len(self.bridge.session.entries), self.bridge.launch.tasks
        with busy(self.take_button, self.tr("Importing…")):
            self.bridge.make(build, self.refusal.say)
        if self.refusal.text():
            return
        new = next((task.id for task in in_order(self.bridge.launch) if task.id not in before), "")
        if new:
            self.shell.open_task(new)
        else:
            self.shell.open_page("checklist")
        if len(self.bridge.session.entries) > entries:
            self.shell.toast_undo(outcome(name, made[0] if made else None, len(checklist.tasks)))
        else:
            self.shell.toast(self.tr("Nothing differs from {file}").format(file=name))

    def save_template(self) -> None:
        """Asks for a name under which the chosen tasks become a template; the launch stays as it is."""
        if self.found is not None and self.model.chosen() and self._work is None and self._is_answered(self.found):
            from launchready.desktop.dialogs.save_template import of_checklist

            self.shell.ask_template(of_checklist(self._chosen(self.found), self._path))

    def _is_answered(self, found: Understood) -> bool:
        """Whether nothing is left to be answered; goes to the first question otherwise."""
        self.refusal.clear()
        try:
            found.require_answers()
        except ImportRefused as refused:
            self.refusal.say(answered(refused.code, {**refused.arguments, "file": Path(self._path).name}))
            self.choices.ask_first()
            return False
        return True

    def give_up(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work = None
        self.update_offer.stop()
        self.shell.go_back()
