"""The responsibilities: who leads, who gives input, and where a disagreement goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from launchready.desktop import raci_edits
from launchready.desktop.models.raci import RaciModel
from launchready.desktop.pages.page import Page, Shell
from launchready.desktop.widgets.cards import Card, EmptyState, button, row
from launchready.desktop.widgets.forms import Ask, InlineForm
from launchready.desktop.widgets.labels import ShapeMark, label, set_property
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.raci_grid import RaciGrid
from launchready.desktop.widgets.shapes import Shape
from launchready.desktop.widgets.tones import Look
from launchready.launch.decision import Decision
from launchready.launch.drafting import Draft
from launchready.launch.model import Launch


class ResponsibilitiesPage(Page):
    """A grid under the hand; forms only for the names of parties."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._built_for: object = None
        self.model = RaciModel(self._on_edited, self)
        self._form: InlineForm | None = None
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
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)

    def _add_grid(self) -> None:
        self._card = Card(margins=(1, 4, 1, 4), spacing=0)
        self.grid = RaciGrid(self.model, self.theme)
        self.grid.typed.connect(self._on_typed)
        self.grid.moved.connect(self._on_moved)
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
        self.column.addWidget(self._card, 1)

    # -- the page -----------------------------------------------------------------------------------------------

    def show_launch(self, launch: Launch, decision: Decision) -> None:
        del decision
        if self._built_for is not self.bridge:
            self._built_for = self.bridge
            self.refusal.clear()
            self._close_form()
        self._take_in(launch)

    def refresh(self, before: Launch, after: Launch) -> None:
        del before
        self._take_in(after)

    def _take_in(self, launch: Launch) -> None:
        self.model.show_launch(launch)
        empty = self.model.rowCount() == 0
        self.grid.setVisible(not empty)
        self._nothing.setVisible(empty)
        self._foot.setVisible(not empty)
        broken = len(self.model.broken())
        text = self.tr("Every activity has exactly one A and at least one R")
        look = Look(Shape.CHECK, "go", self.tr("In order"))
        if broken:
            text = self.tr("%n activit(y|ies) without exactly one A and at least one R", "", broken)
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

    # -- whether ------------------------------------------------------------------------------------------------

    def has_activity(self) -> bool:
        return bool(self.grid.current_activity())

    def has_cell(self) -> bool:
        return self.has_activity() and bool(self.grid.current_party())

    def has_party(self) -> bool:
        return bool(self.model.parties)

    # -- activities ---------------------------------------------------------------------------------------------

    def _make(self, build: Callable[[Draft], object]) -> bool:
        self.refusal.clear()
        return self.bridge.make(build, self.refusal.say) is not None

    def _on_edited(self, activity: str, field: str, text: str) -> None:
        self._make(lambda draft: raci_edits.edit(draft, activity, field, text))

    def _on_typed(self, activity: str, party: str, letter: str) -> None:
        self._make(lambda draft: raci_edits.type_letter(draft, activity, party, letter))

    def _on_moved(self, activity: str, step: int) -> None:
        column = self.grid.currentIndex().column()
        self._make(lambda draft: raci_edits.move(draft, activity, step))
        self.grid.choose(activity, column)

    def set_letters(self) -> None:
        """To the grid, where letters are typed."""
        self.take_focus()

    def add_activity(self) -> None:
        """Adds one at the end, and opens its title."""
        made: list[str] = []

        def build(draft: Draft) -> None:
            made[:] = [draft.activity(self.tr("New activity")).id]

        if self._make(build) and self.grid.choose(made[0]):
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grid.edit(self.grid.currentIndex())

    def edit_cell(self) -> None:
        self.grid.edit(self.grid.currentIndex())

    def remove_activity(self) -> None:
        activity, here = self.grid.current_activity(), self.grid.currentIndex()
        row, column = here.row(), here.column()
        found = self.bridge.launch.activities.get(activity)
        if found is not None and self._make(lambda draft: raci_edits.remove(draft, activity)):
            self.shell.toast_undo(self.tr("Removed “{title}”").format(title=found.title))
            self.grid.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), column))

    def activity_up(self) -> None:
        self._on_moved(self.grid.current_activity(), -1)

    def activity_down(self) -> None:
        self._on_moved(self.grid.current_activity(), 1)

    # -- parties ------------------------------------------------------------------------------------------------

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._menu.addAction(self.tr("Add a party…"), self.add_party)
        self._menu.addSeparator()
        for party in self.model.parties:
            under = self._menu.addMenu(party.replace("&", "&&"))
            for text, act in self._party_deeds(party):
                under.addAction(text, act)

    def _party_deeds(self, party: str) -> list[tuple[str, Callable[[], object]]]:
        def left() -> None:
            self._make(lambda draft: raci_edits.move_party(draft, party, -1))

        def right() -> None:
            self._make(lambda draft: raci_edits.move_party(draft, party, 1))

        return [
            (self.tr("Rename…"), lambda: self.rename_party(party)),
            (self.tr("Move left"), left),
            (self.tr("Move right"), right),
            (self.tr("Remove"), lambda: self.drop_party(party)),
        ]

    def add_party(self) -> None:
        def submit(values: dict[str, str], say: Callable[[str], None]) -> bool:
            return self.bridge.make(lambda draft: raci_edits.add_party(draft, values["name"]), say) is not None

        hint = self.tr("Engineering")
        self._ask(self.tr("Who else has a part"), (Ask("name", self.tr("Party"), hint=hint),), self.tr("Add"), submit)

    def rename_party(self, party: str) -> None:
        def submit(values: dict[str, str], say: Callable[[str], None]) -> bool:
            to = values["name"]
            return to == party or self.bridge.make(lambda d: raci_edits.rename_party(d, party, to), say) is not None

        title = self.tr("Rename {party}; its letters stay").format(party=party)
        self._ask(title, (Ask("name", self.tr("Party"), party),), self.tr("Rename"), submit)

    def remove_party(self) -> None:
        """The party of the current column, or, elsewhere, one that is asked for."""
        if party := self.grid.current_party():
            self.drop_party(party)
            return

        def submit(values: dict[str, str], say: Callable[[str], None]) -> bool:
            return self.bridge.make(lambda draft: raci_edits.remove_party(draft, values["name"]), say) is not None

        choices = tuple((party, party) for party in self.model.parties)
        ask = Ask("name", self.tr("Party"), choices=choices)
        self._ask(self.tr("Which party has no part"), (ask,), self.tr("Remove"), submit)

    def drop_party(self, party: str) -> None:
        if self._make(lambda draft: raci_edits.remove_party(draft, party)):
            self.shell.toast_undo(self.tr("Removed {party}").format(party=party))

    @property
    def form(self) -> InlineForm | None:
        return self._form

    def _ask(
        self,
        title: str,
        asks: tuple[Ask, ...],
        words: str,
        submit: Callable[[dict[str, str], Callable[[str], None]], bool],
    ) -> None:
        self._close_form()
        self._form = InlineForm(title, asks, words, submit)
        self._form.setMaximumWidth(420)
        self._form.closed.connect(self._on_form_closed)
        self._place.addWidget(self._form)
        self._form.take_focus()

    def _on_form_closed(self) -> None:
        self._close_form()
        self.take_focus()

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    # -- menus and printing -------------------------------------------------------------------------------------

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
            for text, act in self._party_deeds(party):
                menu.addAction(f"{party}: {text}", act)
        menu.popup(self.grid.viewport().mapToGlobal(point))

    def print_page(self) -> None:
        """Shows the page as it would be printed, from where it is printed."""
        from launchready.desktop.raci_print import preview

        preview(self, self.bridge.launch).open()
