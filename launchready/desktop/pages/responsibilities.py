"""The responsibilities: who leads, who gives input, and where a disagreement goes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QSpacerItem, QWidget

from launchready.desktop.models.raci import RaciModel
from launchready.desktop.pages.page import Page, Shell
from launchready.desktop.pages.responsibilities_deeds import ResponsibilitiesDeeds
from launchready.desktop.widgets.cards import Card, EmptyState, button, row
from launchready.desktop.widgets.forms import FormPlace
from launchready.desktop.widgets.labels import ShapeMark, label, set_property
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.raci_grid import RaciGrid
from launchready.desktop.widgets.shapes import Shape
from launchready.desktop.widgets.tones import Look
from launchready.launch.decision import Decision
from launchready.launch.model import Launch
from launchready.wording.language import tr


class ResponsibilitiesPage(ResponsibilitiesDeeds, Page):
    """A grid under the hand; forms only for the names of parties. Its deeds are in `ResponsibilitiesDeeds`."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._built_for: object = None
        self.model = RaciModel(self.edit, self)
        self._add_tools()
        self._add_grid()

    # -- building -----------------------------------------------------------------------------------------------

    def _add_tools(self) -> None:
        self._hint = label(
            self.tr(
                "Who leads, who gives input, and where a disagreement goes. "
                "Type R, A, C or I in a cell; again, or Backspace, takes it away."
            ),
            "muted",
            wrap=True,
        )
        self.parties = QPushButton(self.tr("Parties"))
        self.parties.setAccessibleName(self.tr("Parties"))
        self._menu = QMenu(self.parties)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.parties.setMenu(self._menu)
        print_ = button(self.tr("Print one page…"), "", self.print_page)
        self.add = button(self.tr("Add activity"), "primary", self.add_activity)
        line = row(self._hint, self.parties, print_, self.add)
        line.setStretch(0, 1)
        self.column.addLayout(line)
        self.refusal = RefusalBar()
        self.column.addWidget(self.refusal)
        self.place = FormPlace()
        self.column.addLayout(self.place)

    def _add_grid(self) -> None:
        self._card = Card(margins=(1, 4, 1, 4), spacing=0)
        self.grid = RaciGrid(self.model, self.theme)
        self.grid.typed.connect(self.type_letter)
        self.grid.moved.connect(self.move_activity)
        self.grid.removed.connect(lambda _: self.remove_activity())
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._on_menu_requested)
        self._card.body.addWidget(self.grid, 1)
        self._nothing = EmptyState(
            self.tr("No activities yet"),
            self.tr(
                "An activity is something that more than one side has a hand in, such as customer research or the "
                "roadmap. Each has exactly one party who is accountable (A), and at least one who is responsible (R)."
            ),
            (button(self.tr("Add the first activity"), "primary", self.add_activity),),
        )
        self._card.body.addWidget(self._nothing, 1)
        self._mark, self.summary = ShapeMark(16), label("", "", wrap=True)
        self.show_broken = button(self.tr("Go to it"), "link", self.go_to_breach)
        self._foot = QWidget()
        line = row(self._mark, self.summary, self.show_broken, spacing=6)
        line.setStretch(1, 1)
        line.setContentsMargins(18, 10, 18, 8)
        self._foot.setLayout(line)
        self._card.body.addWidget(self._foot)
        self._card.body.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding))
        self.column.addWidget(self._card, 1)

    # -- the page -----------------------------------------------------------------------------------------------

    def show_launch(self, launch: Launch, decision: Decision) -> None:
        del decision
        if self._built_for is not self.bridge:
            self._built_for = self.bridge
            self.refusal.clear()
            self.place.drop_form()
        self._take_in(launch)

    def refresh(self, before: Launch, after: Launch) -> None:
        del before
        self._take_in(after)

    def _take_in(self, launch: Launch) -> None:
        self.model.show_launch(launch)
        empty = self.model.rowCount() == 0
        self.grid.setVisible(not empty)
        self._nothing.setVisible(empty)
        self.grid.setMaximumHeight(self.grid.whole_height())
        self._foot.setVisible(not empty)
        broken = len(self.model.broken())
        text = self.tr("Every activity has exactly one A and at least one R")
        look = Look(Shape.CHECK, "go", self.tr("In order"))
        if broken:
            text = tr("%n activit(y|ies) without exactly one A and at least one R", "", broken)
            look = Look(Shape.TRIANGLE, "conditional", self.tr("Breaks the rule"))
        self._mark.show_look(look)
        self.summary.setText(text)
        set_property(self.summary, "tone", look.tone)
        self.show_broken.setVisible(bool(broken))
        if not self.grid.currentIndex().isValid() and not empty:
            self.grid.setCurrentIndex(self.model.index(0, min(1, len(self.model.parties))))

    def restyle(self) -> None:
        self.grid.viewport().update()

    def take_focus(self) -> None:
        (self.grid if self.model.rowCount() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_breach(self) -> None:
        """To the next activity that breaks the rule, behind the current one or from the start."""
        broken = self.model.broken()
        if broken:
            here = self.grid.currentIndex().row()
            after = [each for each in broken if self.model.row_of(each) > here]
            self.grid.choose((after or broken)[0])
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- menus --------------------------------------------------------------------------------------------------

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._menu.addAction(self.tr("Add a party…"), self.add_party)
        self._menu.addSeparator()
        for party in self.model.parties:
            under = self._menu.addMenu(party.replace("&", "&&"))
            for text, act in self.party_deeds(party):
                under.addAction(text, act)

    def _on_menu_requested(self, point: QPoint) -> None:
        index = self.grid.indexAt(point)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.model.field(index.column()):
            menu.addAction(self.tr("Edit"), self.edit_cell)
        menu.addAction(self.tr("Move up"), self.activity_up)
        menu.addAction(self.tr("Move down"), self.activity_down)
        menu.addAction(self.tr("Remove the activity"), self.remove_activity)
        if party := self.model.party(index.column()):
            menu.addSeparator()
            for text, act in self.party_deeds(party):
                menu.addAction(f"{party}: {text}", act)
        menu.popup(self.grid.viewport().mapToGlobal(point))
