"""The history: the log in plain words, any moment as it was, and undo of any entry. Nothing is ever rewritten."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from launchready.desktop import timeline
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.inspector.entry import EntryPanel
from launchready.desktop.models.history import WHAT, WHEN, WHO, HistoryModel
from launchready.desktop.pages.keys import Finds
from launchready.desktop.pages.moment import MomentView
from launchready.desktop.pages.page import Page, Shell
from launchready.desktop.timeline import Timeline, Told
from launchready.desktop.widgets.cards import Card, EmptyState, button
from launchready.desktop.widgets.cells import FlatTable
from launchready.desktop.widgets.chips import Chips
from launchready.desktop.widgets.drawer import Drawer
from launchready.desktop.widgets.history_row import HEIGHT, HistoryRow
from launchready.desktop.widgets.labels import name_unseen
from launchready.desktop.widgets.switches import Switch
from launchready.launch.decision import Decision
from launchready.launch.model import Launch
from launchready.wording.language import uncapital

NARROW = 820


class HistoryPage(Finds, Page):
    """Filters, table and panel; or, in their place, a moment as it was."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.model = HistoryModel(self)
        self._timeline: Timeline | None = None
        self._moment: Told | None = None
        self.stack = QStackedWidget()
        self.column.addWidget(self.stack, 1)
        self._present = QWidget()
        column = QVBoxLayout(self._present)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._add_tools(column)
        self._add_table(column)
        self.stack.addWidget(self._present)
        self._past: MomentView | None = None

    # -- building -----------------------------------------------------------------------------------------------

    def _add_tools(self, column: QVBoxLayout) -> None:
        texts = (
            ("all", self.tr("All")),
            ("checklist", self.tr("Checklist")),
            ("claims", self.tr("Claims")),
            ("responsibilities", self.tr("Responsibilities")),
            ("sign-off", self.tr("Sign-off")),
            ("launch", self.tr("Launch and people")),
        )
        self.chips = Chips(texts, self.tr("What it is about"))
        self.chips.choose("all")
        self.chips.chosen.connect(lambda id_: self._choose(topic=id_))
        column.addWidget(self.chips)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter by words, name or hash"))
        self.search.setAccessibleName(self.tr("Filter the history"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda text: self._choose(text=text))
        self.people = QComboBox()
        self.people.setMinimumWidth(140)
        self.people.activated.connect(lambda _: self._choose(person=str(self.people.currentData() or "")))
        spans = (
            ("all", self.tr("any time")),
            ("today", self.tr("today")),
            ("week", self.tr("last 7 days")),
            ("month", self.tr("last 30 days")),
        )
        self.span = Switch(self.tr("When"), spans)
        self.span.choose("all")
        self.span.chosen.connect(lambda id_: self._choose(back=id_))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.search, 1)
        line.addWidget(self.people)
        line.addWidget(self.span)
        column.addLayout(line)
        name_unseen(self.people, self.tr("Who"))

    def _add_table(self, column: QVBoxLayout) -> None:
        self._middle = QHBoxLayout()
        self._middle.setSpacing(16)
        self._card = Card(margins=(1, 6, 1, 6), spacing=0)
        self.table = FlatTable(HEIGHT, self.tr("History"))
        self.table.setModel(self.model)
        self.table.setItemDelegate(HistoryRow(self.table))
        self.table.watch()
        self.table.selected.connect(self._show_panel)
        self.table.opened.connect(lambda _: self.look_back())
        self.table.escaped.connect(self._on_escaped)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self._card.body.addWidget(self.table, 1)
        self._nothing = EmptyState()
        self._card.body.addWidget(self._nothing, 1)
        self._middle.addWidget(self._card, 1)
        look = button(self.tr("Look at it as it was"), "primary", self.look_back)
        self._undo = button(self.tr("Undo this"), "", self.undo_entry)
        copy = button(self.tr("Copy the hash"), "link", self.copy_hash)
        copy.setProperty("level", "flush")
        self.panel = EntryPanel((look, self._undo), copy)
        self.panel.setParent(self._present)
        self.panel.closed.connect(self._on_escaped)
        self._drawer = Drawer(self._middle, self._card, self.panel)
        column.addLayout(self._middle, 1)

    # -- the page -----------------------------------------------------------------------------------------------

    def show_launch(self, launch: Launch, decision: Decision) -> None:
        del decision
        self._follow(self.bridge)
        self.back_to_now()
        self.table.viewport().update()  # who I am may be another
        self._take_in(launch)

    def refresh(self, before: Launch, after: Launch) -> None:
        del before
        self._take_in(after)

    def _follow(self, bridge: LaunchBridge) -> None:
        if self._timeline is not timeline.of(bridge):
            self._timeline = timeline.of(bridge)
            self._timeline.advanced.connect(self._on_advanced)

    def _take_in(self, launch: Launch) -> None:
        del launch
        if self._timeline is not None:
            self._timeline.catch_up()
        self._on_advanced()

    def _on_advanced(self) -> None:
        line = self._timeline
        if line is None or not self.shell.has_launch or line is not timeline.of(self.bridge):
            return
        if line.is_complete():
            self.model.show(line, self.bridge.launch, self.bridge.today)
            self._show_people()
            if not self.table.currentIndex().isValid():
                self.table.choose_row(0)
        self._after_change()

    def _show_people(self) -> None:
        wanted = [("", self.tr("Everybody")), *((name, name) for name in self.model.people())]
        if [(self.people.itemData(n), self.people.itemText(n)) for n in range(self.people.count())] != wanted:
            self.people.clear()
            for value, text in wanted:
                self.people.addItem(text, value)
        self.people.setCurrentIndex(max(0, self.people.findData(self.model.person)))

    def _after_change(self) -> None:
        empty = self.model.rowCount() == 0
        self.table.setVisible(not empty)
        self._nothing.setVisible(empty)
        if self._timeline is not None and not self._timeline.is_complete():
            self._nothing.say(self.tr("Reading the log…"), "")
        elif empty:
            self._nothing.say(self.tr("Nothing matches"), self.tr("Esc takes the filters away."))
        self._show_panel()

    def _choose(
        self, *, topic: str | None = None, person: str | None = None, back: str | None = None, text: str | None = None
    ) -> None:
        current = self.entry()
        self.model.choose(topic=topic, person=person, back=back, text=text)
        row = self.model.row_of(current.sealed.hash) if current is not None else -1
        self.table.choose_row(max(0, row))
        self._after_change()

    def entry(self) -> Told | None:
        """The entry that is chosen."""
        return self.model.entry(self.table.currentIndex().row())

    def has_entry(self) -> bool:
        return self.entry() is not None

    def _show_panel(self) -> None:
        if self._timeline is not None:
            told = self.entry()
            self.panel.show_entry(told, self._timeline, self.bridge.launch)
            self._undo.setVisible(told is not None and not self.model.is_undone(told))

    # -- what is done -------------------------------------------------------------------------------------------

    def undo_entry(self) -> None:
        """Takes the chosen entry back by a new one. Why that can't be stands in the panel."""
        told = self.entry()
        if told is None:
            return
        self._drawer.open()
        self.panel.refusal.clear()
        if done := self.bridge.undo(told.sealed.hash, self.panel.refusal.say):
            self.shell.toast(self.tr("Undone: {what}").format(what=uncapital(done)), self.tr("Redo"), self._redo)

    def _redo(self) -> None:
        self.bridge.redo(self.panel.refusal.say)

    def copy_hash(self) -> None:
        told = self.entry()
        if told is not None:
            QGuiApplication.clipboard().setText(told.sealed.hash)
            self.shell.toast(self.tr("Copied the hash of entry {number}").format(number=told.number + 1))

    def look_back(self) -> None:
        """Shows the launch as it was after the chosen entry."""
        told = self.entry()
        if told is not None:
            self._show_moment(told)
            self._view().take_focus()

    def _view(self) -> MomentView:
        if self._past is None:
            self._past = MomentView(self.theme, self._step, self.back_to_now)
            self._past.set_narrow(self.width() < NARROW)
            self.stack.addWidget(self._past)
        return self._past

    def _show_moment(self, told: Told) -> None:
        if self._timeline is not None:
            self._moment = told
            self._view().show_moment(told, self._timeline)
            self.stack.setCurrentWidget(self._view())

    def _step(self, by: int) -> None:
        line = self._timeline
        if line is not None and self._moment is not None and 0 <= self._moment.number + by < len(line.told):
            self._show_moment(line.told[self._moment.number + by])

    def back_to_now(self) -> None:
        """Back to the log, at the entry that was looked at last."""
        if self._moment is not None:
            self.table.choose_row(self.model.row_of(self._moment.sealed.hash))
        self._moment = None
        was_past = self.stack.currentWidget() is not self._present
        self.stack.setCurrentWidget(self._present)
        if was_past:
            self.take_focus()

    # -- keys and room ------------------------------------------------------------------------------------------

    def clear_filters(self) -> None:
        self.search.clear()
        self.chips.choose("all")
        self.span.choose("all")
        self.people.setCurrentIndex(0)
        self._choose(topic="all", person="", back="all", text="")

    def _on_escaped(self) -> None:
        """One step back: to now, then the drawer, then the filters."""
        if self._moment is not None:
            self.back_to_now()
        elif not self._drawer.close():
            self.clear_filters()
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._moment is not None:
            self.back_to_now()
        elif event.key() == Qt.Key.Key_Escape and not self.search.text():
            self._on_escaped()
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        if self._moment is not None:
            self._view().take_focus()
        else:
            self.take_view()

    def take_view(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        self.table.viewport().update()
        if self._past is not None:
            self._past.table.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.column.activate()
        self._middle.activate()
        self._drawer.place()
        if self._past is not None:
            self._past.set_narrow(event.size().width() < NARROW)
        wide = self._card.width() > 520
        self.table.setColumnWidth(WHEN, 132)
        self.table.setColumnWidth(WHO, 148 if wide else 112)
