"""The checklist: every task in one table, with all of the chosen one at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from launchready.desktop.inspector.side import WIDTH, Side
from launchready.desktop.models.checklist import ChecklistModel
from launchready.desktop.models.facts import COUNTED
from launchready.desktop.models.grouping import GROUPINGS
from launchready.desktop.models.touched import touched
from launchready.desktop.pages.checklist_deeds import ChecklistDeeds
from launchready.desktop.pages.no_tasks import NoTasks
from launchready.desktop.pages.page import Page, Shell
from launchready.desktop.runtime.first_paint import after_paint
from launchready.desktop.widgets.cards import Card, button
from launchready.desktop.widgets.chips import Chips
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.switches import Switch
from launchready.desktop.widgets.task_table import TaskTable
from launchready.launch.lanes import SIDE_BY_SIDE
from launchready.launch.model import Launch
from launchready.wording import terms

if TYPE_CHECKING:
    from launchready.desktop.inspector.bulk import Bulk
    from launchready.desktop.inspector.inspector import Inspector

LATE = 20
"""Milliseconds after an edit at which the inspector and the counts on the chips follow: the row is painted first."""
DRAWER_BELOW = 1000
"""Window widths under which the inspector lies over the table, and only when opened."""
GROUPING = "checklist/grouping"


class ChecklistPage(ChecklistDeeds, Page):
    """Table, filters, inspector. Its methods that the table of actions names are in `ChecklistDeeds`."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.model = ChecklistModel(self.edit_cell, self)
        self._drawer_open = False
        self._new = ("", "")
        self._seen, self._unsaved = 0, False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE)
        self._late.timeout.connect(self._on_selected)
        self._late.timeout.connect(self._count)
        self._add_tools()
        self._add_table()
        self._right: Side | None = None

    # -- building -----------------------------------------------------------------------------------------------

    def _add_tools(self) -> None:
        lanes = [(lane.id, terms.lane(lane.id)) for lane in SIDE_BY_SIDE]
        texts = [("all", self.tr("All")), *lanes, *((name, self._chip(name, 0)) for name in COUNTED)]
        self.chips = Chips(texts, self.tr("Filter"))
        self.chips.choose("all")
        self.chips.chosen.connect(self._on_filter_chosen)
        self.group = Switch(self.tr("Group"), [(name, self._grouping(name)) for name in GROUPINGS])
        kept = str(self.shell.settings.value(GROUPING, "area"))
        self.model.grouping = kept if kept in GROUPINGS else "area"
        self.group.choose(self.model.grouping)
        self.group.chosen.connect(self._on_grouping_chosen)
        self.add = button(self.tr("Add task"), "primary", self.add_task)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        self.chips.setContentsMargins(0, 4, 0, 0)
        tools.addWidget(self.chips, 1)
        tools.addWidget(self.group, 0, Qt.AlignmentFlag.AlignTop)
        bring_in = button(self.tr("Import…"), "", lambda: self.shell.trigger("import_tasks"))
        tools.addWidget(bring_in, 0, Qt.AlignmentFlag.AlignTop)
        tools.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(tools)

    def _chip(self, name: str, count: int) -> str:
        texts = {
            "mine": self.tr("Mine {count}"),
            "gating": self.tr("Gating {count}"),
            "late": self.tr("Late {count}"),
            "blocked": self.tr("Blocked {count}"),
        }
        return texts[name].format(count=count)

    def _grouping(self, name: str) -> str:
        return {
            "area": self.tr("Area"),
            "owner": self.tr("Owner"),
            "due": self.tr("Due"),
            "status": self.tr("Status"),
            "lane": self.tr("Lane"),
        }[name]

    def _add_table(self) -> None:
        self.refusal = RefusalBar()
        self.column.addWidget(self.refusal)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(16)
        self._card = Card(margins=(1, 6, 1, 6), spacing=0)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter by title, key, owner or area"))
        self.search.setAccessibleName(self.tr("Filter the checklist"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_text_changed)
        self._search_row = QWidget()
        held = QVBoxLayout(self._search_row)
        held.setContentsMargins(12, 6, 12, 6)
        held.addWidget(self.search)
        self._search_row.hide()
        self._card.body.addWidget(self._search_row)
        self.table = TaskTable(self.model, self.theme)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu_requested)
        self.table.toggled.connect(self.toggle)
        self.table.opened.connect(lambda _: self.open_inspector())
        self.table.removed.connect(lambda _: self.remove_tasks())
        self.table.dropped.connect(self.place)
        self.table.selected.connect(self._on_selected)
        self.table.escaped.connect(self._on_escaped)
        self.table.row.lost.connect(self.refusal.say)
        self.table.row.given_up.connect(self.forget_new)
        self._card.body.addWidget(self.table, 1)
        self._nothing = NoTasks(self.shell.trigger, self._unfilter)
        self._nothing.hide()
        self._card.body.addWidget(self._nothing, 1)
        self._middle.addWidget(self._card, 1)
        self.column.addLayout(self._middle, 1)

    def _make_right(self) -> None:
        """The right side, made for the launch that is open."""
        if self._right is not None:
            self._right.hide()
            self._right.deleteLater()
        self._right = Side(self, self.bridge, self.show_task, self.shell.toast_undo)
        self._right.closed.connect(self._on_escaped)
        self._middle.addWidget(self._right)
        self._place_right()

    @property
    def inspector(self) -> Inspector:
        return self._side().inspector

    @property
    def bulk(self) -> Bulk:
        return self._side().bulk

    def _side(self) -> Side:
        if self._right is None:
            self._make_right()
        return cast("Side", self._right)

    # -- the page -----------------------------------------------------------------------------------------------

    def show_afresh(self, launch: Launch) -> None:
        if self._right is None or self._right.bridge is not self.bridge:
            self._make_right()
        self._late.stop()
        self._take_in(launch)
        self._on_selected()
        after_paint(self.table, self._count)
        if not self.table.currentIndex().isValid():
            self.table.choose_first()

    def refresh(self, before: Launch, after: Launch) -> None:
        del before
        session = self.bridge.session
        was_saved = not (self._unsaved or session.waiting)
        self._take_in(after, touched(session.entries[self._seen :]) if was_saved else None)
        self._late.start()

    def _take_in(self, launch: Launch, changed: frozenset[str] | None = None) -> None:
        session, me = self.bridge.session, self.bridge.me
        self._seen, self._unsaved = len(session.entries), bool(session.waiting)
        edited, typed = self.table.half_typed()
        if edited and edited not in launch.tasks:
            words = self.tr("“{title}” was removed while you were editing it. You had typed: {text}")
            self.refusal.say(words.format(title=self.model.launch.tasks[edited].title, text=typed))
        self.model.show_launch(launch, me.id if me else "", self.bridge.today, changed)
        self._show_whether_empty()

    def _count(self) -> None:
        """Counts on the chips, and what the filter searches."""
        for name, count in self.model.counts().items():
            self.chips.show_text(name, self._chip(name, count))
        self.model.prepare()

    def take_focus(self) -> None:
        shown: QWidget = self._nothing if self._nothing.isVisibleTo(self) else self.table
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        self.table.viewport().update()

    def show_task(self, task: str) -> None:
        """Selects a task, filters aside, and shows its inspector."""
        if not self.table.choose_task(task):
            self.clear_filters()
            self.table.choose_task(task)
        self.open_inspector(focus=False)

    def clear_filters(self) -> None:
        self.search.clear()
        self.chips.choose("all")
        self._on_filter_chosen("all")

    def _unfilter(self) -> None:
        self.clear_filters()
        self._search_row.hide()
        self.take_focus()

    def _show_whether_empty(self) -> None:
        empty = self.model.rowCount() == 0
        self.table.setVisible(not empty)
        self._nothing.setVisible(empty)
        if empty:
            self._nothing.show_of(self.model.total())

    # -- filter and group ---------------------------------------------------------------------------------------

    def _on_filter_chosen(self, id_: str) -> None:
        self.model.choose(filter=id_)
        self._show_whether_empty()

    def _on_text_changed(self, text: str) -> None:
        self.model.choose(text=text)
        self._show_whether_empty()

    def _on_grouping_chosen(self, id_: str) -> None:
        self.shell.settings.setValue(GROUPING, id_)
        current = self.table.current_task()
        self.model.choose(grouping=id_)
        self.table.fit()
        self.table.choose_task(current)

    def _on_escaped(self) -> None:
        """One step back: close the drawer, then take the filter away."""
        if self._drawer_open:
            self._drawer_open = False
            self._place_right()
            self.take_focus()
        elif self.search.text() or self._search_row.isVisible() or self.model.filter != "all":
            self._unfilter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_escaped()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.table.choose_first()
            self.take_focus()
        else:
            super().keyPressEvent(event)

    # -- selection and the right side ---------------------------------------------------------------------------

    def _on_selected(self) -> None:
        if self._right is None:
            return
        current = self.table.current_task()
        self._right.show_tasks(self.table.selected_tasks() or ([current] if current else []))

    def is_narrow(self) -> bool:
        return self.window().width() < DRAWER_BELOW

    def _place_right(self) -> None:
        """Beside the table, or, in a narrow window, over it."""
        if self._right is None:
            return
        narrow = self.is_narrow()
        self._right.set_closable(narrow)
        if narrow:
            self._middle.removeWidget(self._right)
            self._right.setVisible(self._drawer_open)
            box = self._card.geometry()
            width = min(WIDTH, box.width())
            self._right.setGeometry(box.right() + 1 - width, box.y(), width, box.height())
            self._right.raise_()
        else:
            self._drawer_open = False
            if self._middle.indexOf(self._right) < 0:
                self._middle.addWidget(self._right)
            self._right.show()

    def open_inspector(self, *, focus: bool = True) -> None:
        if self.is_narrow():
            self._drawer_open = True
            self._place_right()
        if focus and len(self.table.selected_tasks()) < 2:
            self.inspector.head.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.column.activate()
        self._place_right()
