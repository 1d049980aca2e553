"""The choice of a template for a new launch, and what can be done with the files of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QMenu, QVBoxLayout, QWidget

from launchready.desktop.files import filing, template_files
from launchready.desktop.files.filing import NotFiled
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.forms import Ask, FormPlace, InlineForm, Say, Values
from launchready.desktop.widgets.labels import name_unseen
from launchready.desktop.widgets.notices import RefusalBar
from launchready.templates import Template, TemplateRefused, available, load
from launchready.templates.library import Available

STANDARD = "standard"
ONLY_RACI = ""
"""The choice of no template: a launch without tasks, for a checklist that is brought in."""


class Toasts(Protocol):
    def __call__(self, text: str, action_text: str = "", action: Callable[[], object] | None = None) -> None: ...


class TemplateChoice(QWidget):
    """`changed()` tells that another is chosen; `toast` says what was done, with Undo."""

    changed = Signal()

    def __init__(self, toast: Toasts) -> None:
        super().__init__()
        self._toast = toast
        self._read: dict[str, Template | TemplateRefused] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.chosen = QComboBox()
        self.chosen.setMinimumContentsLength(8)
        self.chosen.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chosen.currentIndexChanged.connect(self._on_chosen)
        self.more = button("…", "", self.show_menu, self.tr("What can be done with this template"))
        line = row(self.chosen, self.more, spacing=6)
        line.setStretch(0, 1)
        column.addLayout(line)
        name_unseen(self.chosen, self.tr("Template"))
        self.refusal = RefusalBar()
        self._place = FormPlace()
        column.addWidget(self.refusal)
        column.addLayout(self._place)

    def fill(self, wanted: str) -> None:
        """Reads which there are, and chooses one of them."""
        self._read.clear()
        self.refusal.clear()
        self._place.drop_form()
        self.chosen.blockSignals(True)
        self.chosen.clear()
        for each in available():
            self.chosen.addItem(self._title(each), each.name)
        self.chosen.addItem(self.tr("None: only the responsibilities, no tasks"), ONLY_RACI)
        self.chosen.setCurrentIndex(max(0, self.chosen.findData(wanted)))
        self.chosen.blockSignals(False)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self.more.setVisible(self.own() is not None)
        self.changed.emit()

    def _title(self, each: Available) -> str:
        held = self._load(each.name)
        if isinstance(held, TemplateRefused):
            return self.tr("{name} (has mistakes)").format(name=each.name)
        title = held.title or each.name
        return title if each.shipped else self.tr("{title} (yours)").format(title=title)

    def _load(self, name: str) -> Template | TemplateRefused:
        if name not in self._read:
            try:
                self._read[name] = load(name)
            except TemplateRefused as refused:
                self._read[name] = refused
        return self._read[name]

    def template(self) -> Template:
        """The chosen one. Raises TemplateRefused with its mistake."""
        name = self.name()
        found = self._load(name or STANDARD)
        if isinstance(found, TemplateRefused):
            raise found
        if not name:
            return replace(found, name="", tasks=(), description=self.tr("Add tasks yourself, or import them."))
        return found

    def name(self) -> str:
        return str(self.chosen.currentData() or ONLY_RACI)

    # -- files of one's own -------------------------------------------------------------------------------------

    def own(self) -> Available | None:
        """The chosen one, if it is a file of the user's."""
        found = template_files.found(self.name())
        return found if found is not None and not found.shipped else None

    def show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, act in (
            (self.tr("Rename…"), self.rename),
            (self.tr("Move to trash"), self.trash),
            (self.tr("Show in folder"), self.reveal),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, act=act: act())
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def reveal(self) -> None:
        own = self.own()
        if own is not None:
            filing.reveal(own.path)

    def rename(self) -> None:
        """Asks for another name, right below."""
        own = self.own()
        if own is None:
            return

        def submit(said: Values, refuse: Say) -> bool:
            try:
                moved = template_files.rename(own.path, said["name"])
            except NotFiled as problem:
                refuse(str(problem))
                return False
            self.fill(moved.stem)
            return True

        asks = (Ask("name", self.tr("Name of the template"), own.name),)
        self._place.open_form(InlineForm(self.tr("Rename"), asks, self.tr("Rename"), submit))

    @property
    def form(self) -> InlineForm | None:
        """The form that is open here."""
        return self._place.form

    def trash(self) -> None:
        own = self.own()
        if own is None:
            return
        self.refusal.clear()
        try:
            place = filing.trash(str(own.path))
        except NotFiled as problem:
            self.refusal.say(str(problem))
            return
        self.fill(STANDARD)
        words = self.tr("Moved the template {name} to the trash").format(name=own.name)
        if place:
            self._toast(words, self.tr("Undo"), lambda: self._take_back(place, own.path))
        else:
            self._toast(words)

    def _take_back(self, place: str, path: Path) -> None:
        try:
            filing.take_out_of_trash(place, str(path))
        except NotFiled as problem:
            self.refusal.say(str(problem))
        else:
            self.fill(path.stem)
