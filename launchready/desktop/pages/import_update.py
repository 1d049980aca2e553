"""A file that was imported before: what bringing its tasks up to date would change, worked out beside the window."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from launchready.desktop.pages.import_fields import field_text
from launchready.desktop.widgets.labels import label
from launchready.desktop.work import Work
from launchready.exchange.checklist import Checklist
from launchready.exchange.importing import Imported
from launchready.exchange.updating import draft_update, has_update
from launchready.launch.drafting import Draft
from launchready.launch.model import Launch
from launchready.wording import terms
from launchready.wording.language import tr

MOST_KEPT = 3


class UpdateOffer(QWidget):
    """Hidden where no task of the file is in the launch. `changed()` tells that something else is offered or chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.update_of: Imported | None = None
        self._work: Work | None = None
        self._was_known = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(2)
        self.box = QCheckBox(self.tr("Update its earlier tasks"))
        self.box.toggled.connect(lambda _: self.changed.emit())
        self._said = label("", "secondary", wrap=True)
        column.addWidget(self.box)
        column.addWidget(self._said)
        self.hide()

    def begin(self) -> None:
        """Another file: nothing is known of it."""
        self.stop()
        self._was_known = False
        self.show_update(None)

    def work_out(self, launch: Launch, checklist: Checklist, file: str) -> None:
        """Has the update of these tasks worked out; what is known stays until then."""
        self.stop()
        self._work = Work(lambda: [drafted(launch, checklist, file)], self)
        self._work.came.connect(self._on_worked_out)
        self._work.failed.connect(self._on_failed)
        self._work.done.connect(self._work.deleteLater)
        self._work.start()

    def stop(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def _on_failed(self, error: Exception) -> None:
        raise error

    def is_wanted(self) -> bool:
        return self.update_of is not None and self.box.isChecked()

    def _on_worked_out(self, update: Imported | None) -> None:
        self._work = None
        self.show_update(update)

    def show_update(self, update: Imported | None) -> None:
        """Offers that update, the first time as what is wanted; None where there is nothing to update."""
        self.update_of = update
        if update is not None and not self._was_known:
            self._was_known = True
            self.box.setChecked(True)
        self._said.setText(self._in_words(update) if update else "")
        self.setVisible(update is not None)
        self.changed.emit()

    def _in_words(self, update: Imported) -> str:
        parts = [counted(update), tr("%n as the file has (it|them)", "", len(update.unchanged))]
        lines = [" · ".join(filter(None, parts)), *(self._kept(*kept) for kept in update.kept[:MOST_KEPT])]
        more = len(update.kept) - MOST_KEPT
        if more > 0:
            lines.append(tr("and %n more", "", more))
        if update.missing:
            words = self.tr("Imported from it before, not among these, and left as they are: {keys}")
            lines.append(words.format(keys=terms.listing(update.missing, most=MOST_KEPT)))
        return "\n".join(lines)

    def _kept(self, key: str, field: str) -> str:
        words = self.tr("{key}: {field} stays as it is, because a rule or a judgement holds it.")
        return words.format(key=key, field=field_text(field))


def counted(update: Imported) -> str:
    """How many tasks are changed and added."""
    changed = tr("%n changed", "", len(update.updated)) if update.updated else ""
    added = tr("%n added", "", len(update.added)) if update.added else ""
    return " · ".join(filter(None, (changed, added)))


def drafted(launch: Launch, checklist: Checklist, file: str) -> Imported | None:
    """What an update would make of the launch; None where the launch has none of these tasks."""
    if not has_update(launch, checklist, file):
        return None
    numbers = itertools.count()
    return draft_update(Draft(launch, lambda: f"preview-{next(numbers)}"), checklist, file)
