"""Saving a template, of a launch or of a checklist: its name, where it will lie, and what becomes of each task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from launchready import places
from launchready.desktop import days
from launchready.desktop.files import template_files
from launchready.desktop.files.filing import NotFiled, reveal
from launchready.desktop.models.template_tasks import (
    TemplateRow,
    TemplateTasksModel,
    rows_of_checklist,
    rows_of_launch,
)
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.forms import is_submit
from launchready.desktop.widgets.labels import ElidedLabel, label
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.plain_table import PlainTable
from launchready.desktop.widgets.reading_order import Dialog
from launchready.exchange.checklist import Checklist
from launchready.exchange.checklist_template import template_of
from launchready.launch.model import Launch
from launchready.templates import Template, saved
from launchready.wording.language import tr

WIDTHS, DROPPED = (0, 54, 120, 84, 250), ((4, 480), (1, 420))
Made = tuple[Template, list[TemplateRow]]


class Source(NamedTuple):
    """What a template is made of. `make` gets name, title and launch date; `date` is None where it isn't asked for."""

    name: str
    title: str
    date: dt.date | None
    make: Callable[[str, str, dt.date | None], Made]


def of_launch(launch: Launch) -> Source:
    def make(name: str, title: str, date: dt.date | None) -> Made:
        del date
        held = saved(launch, name, title)
        return held.template, rows_of_launch(launch, held)

    return Source(places.file_name(launch.name).removesuffix(places.SUFFIX), launch.name, None, make)


def of_checklist(checklist: Checklist, file: str) -> Source:
    """Fixed dates count from a launch date, at first the day of the last task that is due."""
    tasks = checklist.tasks
    last = max((task.due.date for task in tasks if task.due and task.due.date), default=None)

    def make(name: str, title: str, date: dt.date | None) -> Made:
        template = template_of(checklist, name, launch_date=date, title=title)
        return template, rows_of_checklist(tasks, template)

    name = places.file_name(Path(file).stem).removesuffix(places.SUFFIX)
    return Source(name, checklist.title or Path(file).stem, last, make)


class SaveTemplateDialog(Dialog):
    """`toast(text, action_text, action)` tells that it was saved. Shown with `open()`."""

    def __init__(
        self, parent: QWidget, source: Source, toast: Callable[[str, str, Callable[[], object]], object]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save as a template"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._source, self._toast = source, toast
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Save as a template"), "heading"))
        about = self.tr("Dates become days from launch and lanes' leads become roles. What happened is left out.")
        column.addWidget(label(about, "muted", wrap=True))
        column.addLayout(self._make_fields())
        self._place = ElidedLabel("", "secondary", Qt.TextElideMode.ElideMiddle)
        self.replace = QCheckBox(self.tr("Replace the template of that name"))
        self._counts = label("", "secondary")
        self.model = TemplateTasksModel(self)
        self.table = PlainTable(self.model, self.tr("The template's tasks"), WIDTHS, DROPPED)
        self.refusal = RefusalBar()
        for each in (self._place, self.replace, self._counts):
            column.addWidget(each)
        column.addWidget(self.table, 1)
        column.addWidget(self.refusal)
        self.save_button = button(self.tr("Save the template"), "primary", self.save)
        column.addLayout(row(1, button(self.tr("Cancel"), "", self.close), self.save_button))
        self._show()
        size = parent.window().size()
        self.resize(min(860, size.width() - 80), min(620, size.height() - 60))

    def _make_fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self.name = self._field(grid, 0, self.tr("Name, by which it is chosen"), self._source.name)
        self.title = self._field(grid, 1, self.tr("Title"), self._source.title)
        self.date: QLineEdit | None = None
        if self._source.date is not None:
            day = days.as_typed(self._source.date)
            self.date = self._field(grid, 2, self.tr("Launch date that its dates count from"), day)
        return grid

    def _field(self, grid: QGridLayout, column: int, words: str, value: str) -> QLineEdit:
        made = QLineEdit(value)
        made.setAccessibleName(words)
        made.textChanged.connect(lambda _: self._show())
        grid.addWidget(ElidedLabel(words, "secondary"), 0, column)
        grid.addWidget(made, 1, column)
        grid.setColumnStretch(column, 1)
        return made

    def _show(self) -> None:
        """Shows what it would be with what is typed by now."""
        self.refusal.clear()
        name = self.name.text().strip()
        template, rows = self._made(name)
        self.model.show(rows)
        tasks, remarked = tr("%n task(s)", "", len(template.tasks)), self.model.remarked()
        self._counts.setText(f"{tasks} · " + tr("%n change(s)", "", remarked) if remarked else tasks)
        try:
            path = template_files.path_of(name)
        except NotFiled:
            self._place.setText("")
            self.replace.hide()
            return
        there = template_files.found(name)
        words = self.tr("It will lie in {path}").format(path=places.shown(path))
        if there is not None and there.shipped:
            words += self.tr(", and be chosen before the one of that name that ships")
        self._place.setText(words)
        self.replace.setVisible(path.exists())

    def _made(self, name: str) -> Made:
        date = days.parse_date(self.date.text()) if self.date is not None else None
        return self._source.make(name or self._source.name, self.title.text().strip(), date or self._source.date)

    def save(self) -> None:
        """Writes it, unless another has the name and is not to be replaced."""
        self.refusal.clear()
        if self.date is not None and days.parse_date(self.date.text()) is None:
            words = self.tr("“{text}” is no date: write it as 2026-12-08.")
            self.refusal.say(words.format(text=self.date.text()))
            self.date.setFocus()
            return
        try:
            name = template_files.path_of(self.name.text()).stem
            template, _ = self._made(name)
            path = template_files.save(template, replace=self.replace.isVisible() and self.replace.isChecked())
        except NotFiled as problem:
            self.refusal.say(str(problem))
            (self.replace if self.replace.isVisible() else self.name).setFocus()
            return
        self.close()
        words = self.tr("Saved the template {title}: it stands with the others in New launch")
        self._toast(words.format(title=template.title), self.tr("Show in folder"), lambda: reveal(path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_submit(event) or (enter and isinstance(self.focusWidget(), QLineEdit)):
            self.save()
        else:
            super().keyPressEvent(event)
