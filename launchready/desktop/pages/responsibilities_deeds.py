"""What can be done on the responsibilities by name: the handlers of their lines in the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from launchready.desktop import raci_edits
from launchready.desktop.widgets.forms import Ask, InlineForm, Say, Submit, Values
from launchready.launch.drafting import Draft
from launchready.wording.language import tr

if TYPE_CHECKING:
    from launchready.desktop.pages.responsibilities import ResponsibilitiesPage


NEW_ACTIVITY = "New activity"
"""As it is written to the log, whatever the language of the window."""


class ResponsibilitiesDeeds:
    """Methods of the page that the table of actions names. Refusals stand above the grid, or in the form."""

    def _page(self) -> ResponsibilitiesPage:
        return cast("ResponsibilitiesPage", self)

    def _make(self, build: Callable[[Draft], object], say: Say | None = None) -> bool:
        page = self._page()
        if not page.shell.has_launch:  # a cell that is left as its launch closes
            return False
        page.refusal.clear()
        return page.bridge.make(build, say or page.refusal.say) is not None

    # -- whether ------------------------------------------------------------------------------------------------

    def has_activity(self) -> bool:
        return bool(self._page().grid.current_activity())

    def has_cell(self) -> bool:
        return self.has_activity() and bool(self._page().grid.current_party())

    def has_party(self) -> bool:
        return bool(self._page().model.parties)

    # -- activities ---------------------------------------------------------------------------------------------

    def edit(self, activity: str, field: str, text: str) -> None:
        self._make(lambda draft: raci_edits.edit(draft, activity, field, text))

    def type_letter(self, activity: str, party: str, letter: str) -> None:
        self._make(lambda draft: raci_edits.type_letter(draft, activity, party, letter))

    def move_activity(self, activity: str, step: int) -> None:
        """Past the next one in that direction; the current cell goes with it."""
        grid = self._page().grid
        column = grid.currentIndex().column()
        self._make(lambda draft: raci_edits.move(draft, activity, step))
        grid.choose(activity, column)

    def set_letters(self) -> None:
        """To the grid, where letters are typed."""
        self._page().take_focus()

    def add_activity(self) -> None:
        """Adds one at the end, and opens its title."""
        page, made = self._page(), [""]

        def build(draft: Draft) -> None:
            made[0] = draft.activity(NEW_ACTIVITY).id

        if self._make(build) and page.grid.choose(made[0]):
            page.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            page.grid.edit(page.grid.currentIndex())

    def edit_cell(self) -> None:
        """Opens the text under the hand; on a letter, the title of its activity."""
        page = self._page()
        if page.grid.current_party():
            page.grid.choose(page.grid.current_activity())
        page.grid.edit(page.grid.currentIndex())

    def remove_activity(self) -> None:
        page = self._page()
        activity, here = page.grid.current_activity(), page.grid.currentIndex()
        row, column = here.row(), here.column()
        found = page.bridge.launch.activities.get(activity)
        if found is not None and self._make(lambda draft: raci_edits.remove(draft, activity)):
            page.shell.toast_undo(tr("Removed “{title}”").format(title=found.title))
            last = page.model.rowCount() - 1
            page.grid.setCurrentIndex(page.model.index(min(row, last), column))

    def activity_up(self) -> None:
        self.move_activity(self._page().grid.current_activity(), -1)

    def activity_down(self) -> None:
        self.move_activity(self._page().grid.current_activity(), 1)

    # -- parties ------------------------------------------------------------------------------------------------

    def party_deeds(self, party: str) -> list[tuple[str, Callable[[], object]]]:
        """What can be done with a column, as the menus have it."""
        return [
            (tr("Rename…"), lambda: self.rename_party(party)),
            (tr("Move left"), lambda: self.move_party(party, -1)),
            (tr("Move right"), lambda: self.move_party(party, 1)),
            (tr("Remove"), lambda: self.drop_party(party)),
        ]

    def move_party(self, party: str, step: int) -> None:
        self._make(lambda draft: raci_edits.move_party(draft, party, step))

    def add_party(self) -> None:
        def submit(values: Values, say: Say) -> bool:
            return self._make(lambda draft: raci_edits.add_party(draft, values["name"]), say)

        ask = Ask("name", tr("Party"), hint=tr("Engineering"))
        self._ask(tr("Who else has a part"), ask, tr("Add"), submit)

    def rename_party(self, party: str) -> None:
        def submit(values: Values, say: Say) -> bool:
            to = values["name"]
            return to == party or self._make(lambda draft: raci_edits.rename_party(draft, party, to), say)

        title = tr("Rename {party}; its letters stay").format(party=party)
        self._ask(title, Ask("name", tr("Party"), party), tr("Rename"), submit)

    def remove_party(self) -> None:
        """The party of the current column, or, elsewhere, one that is asked for."""
        page = self._page()
        if party := page.grid.current_party():
            self.drop_party(party)
            return

        def submit(values: Values, say: Say) -> bool:
            return self._make(lambda draft: raci_edits.remove_party(draft, values["name"]), say)

        choices = tuple((party, party) for party in page.model.parties)
        ask = Ask("name", tr("Party"), (*page.model.parties, "")[0], choices=choices)
        self._ask(tr("Which party has no part"), ask, tr("Remove"), submit)

    def drop_party(self, party: str) -> None:
        page = self._page()
        if self._make(lambda draft: raci_edits.remove_party(draft, party)):
            page.shell.toast_undo(tr("Removed {party}").format(party=party))

    @property
    def form(self) -> InlineForm | None:
        """The form for a party's name, while it is open."""
        return self._page().place.form

    def _ask(self, title: str, ask: Ask, words: str, submit: Submit) -> None:
        form = InlineForm(title, (ask,), words, submit)
        form.setMaximumWidth(420)
        self._page().place.open_form(form)
        form.closed.connect(self._page().take_focus)

    def print_page(self) -> None:
        """Shows the page as it would be printed, from where it is printed."""
        from launchready.desktop.output.raci_print import Preview

        Preview(self._page(), self._page().bridge.launch).open()
