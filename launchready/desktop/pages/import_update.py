"""A file that was imported before: what bringing its tasks up to date would change, worked out beside the window."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from launchready.desktop.pages.import_fields import field_text
from launchready.desktop.runtime.work import Work
from launchready.desktop.widgets.cards import button
from launchready.desktop.widgets.labels import breakable, label
from launchready.exchange.checklist import Checklist
from launchready.exchange.importing import Imported
from launchready.exchange.updating import Preview, preview_update
from launchready.launch.model import Launch
from launchready.wording import terms
from launchready.wording.language import tr
from launchready.wording.updates import Difference, differences

MOST_KEPT = 3
FEW, MOST = 6, 500
"""So many fields that would change are told at first, and so many when asked for all."""


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
        self._said, self._differences = label("", "secondary", wrap=True), label("", "secondary", wrap=True)
        column.addWidget(self.box)
        column.addWidget(self._said)
        column.addSpacing(4)
        column.addWidget(self._differences)
        self._fields: list[Difference] = []
        self._all = button("", "link", lambda: self._show_fields(MOST))
        self._all.setProperty("level", "flush")
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def begin(self) -> None:
        """Another file: nothing is known of it."""
        self.stop()
        self._was_known = False
        self.show_update(None)

    def work_out(self, launch: Launch, checklist: Checklist, file: str) -> None:
        """Has the update of these tasks worked out; what is known stays until then."""
        self.stop()
        self._work = Work(lambda: [preview_update(launch, checklist, file)], self)
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

    def _on_worked_out(self, found: Preview | None) -> None:
        self._work = None
        self.show_update(found)

    def show_update(self, found: Preview | None) -> None:
        """Offers that update, the first time as what is wanted; None where there is nothing to update."""
        self.update_of = found.update if found is not None else None
        if found is not None and not self._was_known:
            self._was_known = True
            self.box.setChecked(True)
        self._said.setText(self._in_words(found.update) if found is not None else "")
        self._fields = _fields(found) if found is not None else []
        self._show_fields(FEW)
        self.setVisible(found is not None)
        self.changed.emit()

    def _show_fields(self, most: int) -> None:
        """Tells the first of the fields that would change, each under its task."""
        cut = [tr("and more")] if len(self._fields) > MOST == most else []
        self._differences.setText("\n".join((*_lines(self._fields[:most]), *cut)))
        self._differences.setVisible(bool(self._fields))
        more = min(len(self._fields), MOST) - most
        self._all.setText(tr("Show %n more", "", more))
        self._all.setAccessibleName(tr("Show %n more field(s) that would change", "", more))
        self._all.setVisible(more > 0)

    def _in_words(self, update: Imported) -> str:
        alike = tr("%n as the file has (it|them)", "", len(update.unchanged))
        parts = [_counted(update) or self.tr("Nothing to change"), alike]
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


def _fields(found: Preview) -> list[Difference]:
    """Those to be told, and one more where there is one."""
    return list(itertools.islice(differences(found.before, found.changes), MOST + 1))


def _lines(fields: Iterable[Difference]) -> Iterator[str]:
    for (key, title), under in itertools.groupby(fields, key=lambda each: each[:2]):
        yield breakable(terms.apart(f"{key} {title}"))
        for _, _, field, was, now in under:
            before, after = (terms.apart(each) or tr("none") for each in (was, now))
            yield breakable("    " + tr("{field}: {was} → {now}").format(field=field, was=before, now=after))


def _counted(update: Imported) -> str:
    """How many tasks are changed and added."""
    changed = tr("%n changed", "", len(update.updated)) if update.updated else ""
    added = tr("%n added", "", len(update.added)) if update.added else ""
    return " · ".join(filter(None, (changed, added)))


def outcome(file: str, update: Imported | None, count: int) -> str:
    """That tasks were updated, or so many imported."""
    if update is None:
        return tr("Imported %n task(s) from {file}", "", count).format(file=file)
    return tr("Updated from {file}: {changes}").format(file=file, changes=_counted(update))
