"""Claims by their proof: what marketing will say, and whether it holds."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from launchready.desktop.inspector.claim import ClaimPanel
from launchready.desktop.models.claims import PROOF, ClaimsModel, facts, places
from launchready.desktop.pages.claims_deeds import ClaimsDeeds
from launchready.desktop.pages.keys import Finds
from launchready.desktop.pages.page import Page, Shell
from launchready.desktop.widgets.cards import Card, EmptyState, button
from launchready.desktop.widgets.chips import Chips
from launchready.desktop.widgets.claim_row import ClaimRow, ClaimTable
from launchready.desktop.widgets.drawer import Drawer
from launchready.desktop.widgets.labels import label
from launchready.desktop.widgets.notices import RefusalBar
from launchready.launch.decision import Decision
from launchready.launch.model import Claim, ClaimState, Launch
from launchready.launch.readiness import supported_of_used
from launchready.wording.language import tr

MOST_OF_A_PLACE = 32
"""So many letters a chip has."""


def _short(place: str) -> str:
    return place if len(place) <= MOST_OF_A_PLACE else place[: MOST_OF_A_PLACE - 1] + "…"


class ClaimsPage(ClaimsDeeds, Finds, Page):
    """Table and panel. Its methods that the table of actions names are in `ClaimsDeeds`."""

    panel: ClaimPanel
    chips: Chips

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.model = ClaimsModel(self)
        self._built_for: object = None
        self._drawer: Drawer | None = None
        self._chip_ids: list[str] = []
        self._add_tools()
        self._add_table()
        self._foot = label("", "muted", wrap=True)
        self.column.addWidget(self._foot)

    # -- building -----------------------------------------------------------------------------------------------

    def _add_tools(self) -> None:
        self._tools = QHBoxLayout()
        self._tools.setSpacing(8)
        self._chip_row = QVBoxLayout()
        self._chip_row.setContentsMargins(0, 4, 0, 0)
        self._tools.addLayout(self._chip_row, 1)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter claims"))
        self.search.setAccessibleName(self.tr("Filter claims"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(200)
        self.search.textChanged.connect(self._on_text_changed)
        self.search.setFixedHeight(32)
        self._tools.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        self._tools.addWidget(button(self.tr("Add claim"), "primary", self.add_claim), 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._tools)
        self.refusal = RefusalBar()
        self.column.addWidget(self.refusal)
        self._show_chips([])

    def _show_chips(self, found: list[tuple[str, int]]) -> None:
        """The chips, made anew where the places are others."""
        counts = self.model.counts()
        texts = [(id_, self._chip(id_, counts[id_])) for id_ in ("all", "unsupported", "draft", "withdrawn")]
        texts = [(id_, text) for id_, text in texts if counts[id_] or id_ in ("all", "unsupported")]
        texts += [
            (f"in:{place}", self.tr("{place} {count}").format(place=_short(place), count=count))
            for place, count in found
        ]
        ids = [id_ for id_, _ in texts]
        if ids != self._chip_ids:
            if self._chip_ids:
                self._chip_row.removeWidget(self.chips)
                self.chips.hide()
                self.chips.deleteLater()
            self._chip_ids = ids
            self.chips = Chips(texts, self.tr("Filter"))
            self.chips.chosen.connect(self._on_filter_chosen)
            self._chip_row.addWidget(self.chips)
            if self.model.filter not in ids:
                self.model.choose(filter="all")
            self.chips.choose(self.model.filter)
        for id_, text in texts:
            self.chips.show_text(id_, text)

    def _chip(self, id_: str, count: int) -> str:
        return {
            "all": self.tr("All {count}"),
            "unsupported": self.tr("Unsupported {count}"),
            "draft": self.tr("Draft {count}"),
            "withdrawn": self.tr("Withdrawn {count}"),
        }[id_].format(count=count)

    def _add_table(self) -> None:
        self._middle = QHBoxLayout()
        self._middle.setSpacing(16)
        self._card = Card(margins=(1, 4, 1, 6), spacing=0)
        self.table = ClaimTable(self.model)
        self.cells = ClaimRow(self.table)
        self.table.setItemDelegate(self.cells)
        self.table.watch()
        self.table.selected.connect(self._show_panel)
        self.table.opened.connect(lambda _: self.open_panel())
        self.table.escaped.connect(self.close_panel)
        self.table.clicked.connect(self._on_clicked)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu_requested)
        self._card.body.addWidget(self.table, 1)
        self._offer = button(self.tr("Add claim"), "primary", self.add_claim)
        self._nothing = EmptyState(actions=(self._offer,))
        self._nothing.hide()
        self._card.body.addWidget(self._nothing, 1)
        self._middle.addWidget(self._card, 1)
        self.column.addLayout(self._middle, 1)

    def _make_panel(self) -> None:
        """The panel, made for the launch that is open."""
        if self._drawer is not None:
            self._middle.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
        self._built_for = self.bridge
        self._use = button(self.tr("Put in use"), "primary", self.use_claim)
        self._draft = button(self.tr("Back to draft"), "", self.draft_claim)
        self._withdraw = button(self.tr("Withdraw"), "", self.withdraw_claim)
        self._remove = button(self.tr("Remove"), "", self.remove_claim)
        foot = (self._use, self._draft, self._withdraw, self._remove)
        self.panel = ClaimPanel(self.bridge, self.shell.open_task, foot)
        self.panel.setParent(self)
        self.panel.closed.connect(self.close_panel)
        self._drawer = Drawer(self._middle, self._card, self.panel)
        self._drawer.place()

    # -- the page -----------------------------------------------------------------------------------------------

    def show_launch(self, launch: Launch, decision: Decision) -> None:
        del decision
        self.refusal.clear()
        if self._built_for is not self.bridge:
            self._make_panel()
        self._take_in(launch)
        if not self.table.currentIndex().isValid():
            self.table.choose_row(0)

    def refresh(self, before: Launch, after: Launch) -> None:
        del before
        self._take_in(after)

    def _take_in(self, launch: Launch) -> None:
        self.model.show_launch(launch)
        self._show_chips(places(launch))
        self._show_whether_empty()
        self._show_panel()
        done, used = supported_of_used(launch)
        text = self.tr("A claim is supported when it has proof and all of it is done.")
        if used:
            held = tr("%n claim(s) in use hold(s|) back Go.", "", used - done) if done < used else ""
            text += " " + (held or self.tr("All claims in use are supported."))
        self._foot.setText(text)

    def _show_whether_empty(self) -> None:
        empty = self.model.rowCount() == 0
        if self._drawer is not None:
            self._drawer.is_useful = self.model.counts()["all"] > 0
            self._drawer.place()
        self.table.setVisible(not empty)
        self._nothing.setVisible(empty)
        if not self.model.counts()["all"]:
            words = self.tr("A claim is a sentence that marketing will say. Each names the PM tasks that prove it.")
            self._nothing.say(self.tr("No claims yet"), words)
        elif empty:
            self._nothing.say(self.tr("No claim matches"), self.tr("Esc takes the filter away."))

    def claim(self) -> Claim | None:
        """The claim that is chosen."""
        entry = self.model.entry(self.table.currentIndex().row())
        return entry.claim if entry is not None else None

    def _show_panel(self) -> None:
        if self._drawer is None:
            return
        claim = self.claim()
        now = self.bridge.launch.claims.get(claim.id) if claim is not None else None
        self.panel.show_claim(facts(self.bridge.launch, now) if now is not None else None)
        for widget, shown in (
            (self._use, self.can_use()),
            (self._draft, self._state() is ClaimState.IN_USE),
            (self._withdraw, self.can_withdraw()),
            (self._remove, self.can_use()),
        ):
            widget.setVisible(shown)

    def show_claim(self, claim: str) -> None:
        """Selects a claim, filters aside, with its panel."""
        if self.model.row_of(claim) < 0:
            self.clear_filters()
        self.table.choose_row(self.model.row_of(claim))
        self.open_panel(focus=False)

    def clear_filters(self) -> None:
        self.search.clear()
        self.chips.choose("all")
        self._on_filter_chosen("all")

    def take_focus(self) -> None:
        (self.table if self.table.isVisibleTo(self) else self._offer).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_view(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        self.table.viewport().update()

    # -- keys, mouse, room --------------------------------------------------------------------------------------

    def _on_filter_chosen(self, id_: str) -> None:
        current = self.claim()
        self.model.choose(filter=id_)
        self._after_filter(current)

    def _on_text_changed(self, text: str) -> None:
        current = self.claim()
        self.model.choose(text=text)
        self._after_filter(current)

    def _after_filter(self, current: Claim | None) -> None:
        row = self.model.row_of(current.id) if current is not None else -1
        self.table.choose_row(max(0, row))
        self._show_whether_empty()
        self._show_panel()

    def _on_clicked(self, index: QModelIndex) -> None:
        """A click on a key of the proof opens the task; on the offer to prove, the picker."""
        entry = self.model.entry(index.row())
        if entry is None or index.column() != PROOF:
            return
        if not entry.proof:
            self.prove_by_tasks()
            return
        point: QPoint = self.table.viewport().mapFromGlobal(self.cursor().pos())
        self.open_proof(index, point)

    def open_proof(self, index: QModelIndex, point: QPoint) -> None:
        entry = self.model.entry(index.row())
        number = self.cells.proof_at(self.table.visualRect(index), entry, point) if entry is not None else -1
        if entry is not None and number >= 0 and entry.proof[number].task:
            self.shell.open_task(entry.proof[number].task)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        view = self.table.hasFocus()
        if view and event.key() == Qt.Key.Key_F2 and self.has_claim():
            self.edit_claim()
        elif view and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.has_claim():
            self.remove_claim()
        else:
            super().keyPressEvent(event)

    def open_panel(self, *, focus: bool = True) -> None:
        if self._drawer is not None:
            self._drawer.open()
            if focus:
                self.panel.head.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """One step back: close the drawer, then take the filter away."""
        if self._drawer is not None and not self._drawer.close() and (self.search.text() or self.model.filter != "all"):
            self.clear_filters()
        self.take_view()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.column.activate()
        if self._drawer is not None:
            self._drawer.place()
