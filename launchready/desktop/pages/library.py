"""The library: every launch with its verdict, and the ways to begin one. Also the first page of a first run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from launchready import places
from launchready.desktop.files.opening import clock
from launchready.desktop.files.shelf import Held, Shelf, launch_files
from launchready.desktop.models.launches import LaunchesModel
from launchready.desktop.pages.keys import OwnKeys
from launchready.desktop.pages.library_deeds import LibraryDeeds
from launchready.desktop.pages.page import Page, Shell
from launchready.desktop.widgets.cards import Card, EmptyState, button, row
from launchready.desktop.widgets.chips import Chips
from launchready.desktop.widgets.flow import FlowLayout
from launchready.desktop.widgets.forms import FormPlace, InlineForm
from launchready.desktop.widgets.labels import ElidedLabel, label
from launchready.desktop.widgets.launch_table import HEIGHT, LaunchTable
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.start import StartSide, is_known
from launchready.launch.decision import Decision
from launchready.launch.model import Launch

LOOK = 1000
"""Milliseconds between two looks at the folder, while the page is in sight."""
WIDE = 1100
HEADER = 42
ROOMY = 640
"""The height from which the start page has room for all that it says."""


class LibraryPage(LibraryDeeds, OwnKeys, Page):
    """With no launch open, what to begin with stands at the left; with one open, above the list."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.model = LaunchesModel(self)
        self.shelf = Shelf(clock, self)
        self.shelf.came.connect(self._on_came)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)
        self.column.setContentsMargins(0, 0, 0, 0)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        self.column.addLayout(halves)
        self._side = StartSide(shell.trigger)
        self.who = self._side.who
        self.who.answered.connect(self._on_answered)
        halves.addWidget(self._side)
        self._main = QWidget()
        self._body = QVBoxLayout(self._main)
        self._body.setSpacing(14)
        halves.addWidget(self._main, 1)
        self._add_head()
        self._add_list()

    # -- building -----------------------------------------------------------------------------------------------

    def _add_head(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a launch"))
        self.search.setAccessibleName(self.tr("Find a launch"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(260)
        self.search.textChanged.connect(self._on_text_changed)
        self._begin = QWidget()
        begin = row(
            button(self.tr("Open a launch file…"), "", lambda: self.shell.trigger("choose_file")),
            new := button(self.tr("New launch…"), "primary", lambda: self.shell.trigger("new_launch")),
        )
        self._new = new
        self._begin.setLayout(begin)
        self._body.addLayout(row(label(self.tr("Launches"), "detail"), 1, self.search, self._begin))
        self.chips = Chips([("current", ""), ("archived", "")], self.tr("Which launches"))
        self.chips.choose("current")
        self.chips.chosen.connect(self._on_chip_chosen)
        self._body.addWidget(self.chips)
        self.refusal = RefusalBar()
        self._body.addWidget(self.refusal)

    def _add_list(self) -> None:
        self._card = Card(margins=(1, 4, 1, 6), spacing=0)
        self.table = LaunchTable(self.model, self.theme)
        self.table.opened.connect(self.open_chosen)
        self.table.removed.connect(self.trash_chosen)
        self.table.renamed.connect(self.rename_chosen)
        self.table.selected.connect(self._on_selected)
        self.table.customContextMenuRequested.connect(self._on_menu_requested)
        self._card.body.addWidget(self.table)
        self._nothing = EmptyState()
        self._card.body.addWidget(self._nothing, 1)
        self._body.addWidget(self._card, 100)
        self._place = FormPlace()
        self._body.addLayout(self._place)
        self._deeds = QWidget()
        deeds = FlowLayout()
        self._deeds.setLayout(deeds)
        for id_, text in self.deed_texts():
            made = button(text, "", lambda id_=id_: self.do(id_))  # type: ignore[misc]
            made.setObjectName(id_)
            deeds.addWidget(made)
        self._body.addWidget(self._deeds)
        self._folder = ElidedLabel("", "secondary", Qt.TextElideMode.ElideMiddle)
        self._body.addWidget(self._folder)
        self._body.addStretch(1)

    # -- the page -----------------------------------------------------------------------------------------------

    def show_launch(self, launch: Launch, decision: Decision) -> None:
        del launch, decision
        self._arrange()

    def refresh(self, before: Launch, after: Launch) -> None:
        del before, after
        self.look()

    def restyle(self) -> None:
        self.table.viewport().update()

    def take_focus(self) -> None:
        self._arrange()
        if not self.shell.has_launch and self.who.isVisible():
            self.who.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.table.chosen():
                self.table.selectRow(0)
        else:
            (self._new if self._side.isHidden() else self._side.first).setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        self.look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """What stands where, by the room there is and by whether a launch is open."""
        alone, wide = not self.shell.has_launch, self.width() >= WIDE
        self._side.setVisible(alone)
        self._begin.setVisible(not alone)
        self.who.setVisible(alone and not is_known())
        self._side.arrange(wide=wide, roomy=self.height() >= ROOMY)
        if alone:
            self._body.setContentsMargins(48 if wide else 16, 56 if wide else 28, 48 if wide else 16, 24)
        else:
            self._body.setContentsMargins(20, 20, 20, 20)
        self._fit()

    def look(self) -> None:
        """Reads which launches there are, and has those read that are new or changed."""
        paths = dict.fromkeys(launch_files(places.data_folder()))
        paths.update(dict.fromkeys(recent.path for recent in self.shell.recents.present()))
        chosen = self.table.chosen()
        self.model.show_launches(self.shelf.look_at(paths), clock())
        if chosen:
            self.table.choose(chosen)
        self._show_counts()

    def _on_came(self, held: Held) -> None:
        self.model.take(held)
        self._on_selected()

    def _show_counts(self) -> None:
        current, archived = self.model.count(archived=False), self.model.count(archived=True)
        self.chips.show_text("current", self.tr("Launches {count}").format(count=current))
        self.chips.show_text("archived", self.tr("Archived {count}").format(count=archived))
        self.chips.setVisible(archived > 0 or self.chips.current() == "archived")
        self._folder.setText(self.tr("Launches lie in {folder}").format(folder=places.shown(places.data_folder())))
        empty = self.model.rowCount() == 0
        self.table.setVisible(not empty)
        self._nothing.setVisible(empty)
        if empty and self.search.text():
            self._nothing.say(self.tr("No launch matches"), self.tr("Esc takes the filter away."))
        elif empty and self.chips.current() == "archived":
            self._nothing.say(
                self.tr("Nothing is archived"), self.tr("An archived launch stands here until it is back.")
            )
        elif empty:
            words = self.tr(
                "Each launch will stand here with its decision and how far both lanes are. A launch is one file."
            )
            self._nothing.say(self.tr("No launches yet"), words)
        self._on_selected()
        self._fit()

    def _fit(self) -> None:
        """The card is as high as its rows."""
        rows = self.model.rowCount()
        head = max(self.table.horizontalHeader().sizeHint().height(), HEADER)
        self.table.horizontalHeader().setFixedHeight(head)
        self._card.setMaximumHeight(head + rows * HEIGHT + 12 if rows else 320)

    # -- finding and choosing -----------------------------------------------------------------------------------

    def _on_text_changed(self, text: str) -> None:
        self.model.choose(text=text)
        self._show_counts()

    def _on_chip_chosen(self, id_: str) -> None:
        self.model.choose(archived=id_ == "archived")
        self._show_counts()

    def find_launch(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_selected(self) -> None:
        held = self.chosen_held()
        self._deeds.setVisible(held is not None and self.form is None)
        if held is not None:
            for id_, _ in self.deed_texts():
                made = self._deeds.findChild(QWidget, id_)
                if made is not None:
                    made.setVisible(self.can(id_, held))

    def chosen_held(self) -> Held | None:
        return self.model.held(self.model.row_of(self.table.chosen()))

    def _on_menu_requested(self, point: QPoint) -> None:
        held = self.chosen_held()
        if held is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id_, text in self.deed_texts():
            if self.can(id_, held):
                menu.addAction(text).triggered.connect(lambda _checked=False, id_=id_: self.do(id_))
        menu.popup(self.table.viewport().mapToGlobal(point))

    @property
    def form(self) -> InlineForm | None:
        """The form that is open below the list."""
        return self._place.form

    def ask(self, form: InlineForm) -> None:
        """Opens a small form below the list, in place of one that is open."""
        self._place.open_form(form, focus=False)
        self._on_selected()
        form.take_focus()
        form.closed.connect(self._on_selected)
        form.closed.connect(self.take_focus)

    def own_keys(self) -> dict[str, Callable[[], object]]:
        return {"Ctrl+F": self.find_launch}

    def _on_answered(self) -> None:
        self._arrange()
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.selectRow(0)
        else:
            super().keyPressEvent(event)

    def is_open(self, path: str) -> bool:
        """Whether that file is the launch that is open in this window."""
        return self.shell.has_launch and Path(self.bridge.session.store.name) == Path(path)
