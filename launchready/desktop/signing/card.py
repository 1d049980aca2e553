"""A card of judgements: what stands, what can be said about it, and a place for one open form and for refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.pages.page import Shell
from launchready.desktop.widgets.cards import SectionCard
from launchready.desktop.widgets.forms import Ask, FormPlace, InlineForm, Say, Submit, Values
from launchready.desktop.widgets.judging import whose
from launchready.desktop.widgets.labels import label
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.rows import RowList
from launchready.launch.changes import AnyChange
from launchready.launch.drafting import Draft
from launchready.launch.log import Sealed
from launchready.launch.model import Launch, Word
from launchready.wording import history


class DeedCard(SectionCard):
    """`empty` is what the card says while it has no rows: what would stand here, and how it gets there."""

    def __init__(self, shell: Shell, title: str, empty: str) -> None:
        super().__init__(title)
        self.shell = shell
        self.rows = RowList()
        self._empty = label(empty, "muted", wrap=True)
        self.refusal = RefusalBar()
        self._place = FormPlace()
        self.body.addWidget(self._empty)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.refusal)
        self.body.addLayout(self._place)

    @property
    def bridge(self) -> LaunchBridge:
        return self.shell.bridge

    @property
    def form(self) -> InlineForm | None:
        """The form that is open here."""
        return self._place.form

    def show_launch(self, launch: Launch) -> None:
        """Shows what the launch has of it now."""
        raise NotImplementedError

    def start_anew(self) -> None:
        """Lets go of what belongs to another launch."""
        self.refusal.clear()
        self.close_form()

    def show_whether_empty(self) -> None:
        self._empty.setVisible(not self.rows.keys())

    # -- forms --------------------------------------------------------------------------------------------------

    def ask(self, title: str, asks: Iterable[Ask], submit_text: str, submit: Submit) -> InlineForm:
        """Opens a form here, in place of one that is open."""
        self.close_form()
        self.refusal.clear()

        def send(values: Values, say: Say) -> bool:
            taken = submit(values, say)
            if taken:
                made.stay_in(self)
            return taken

        made = InlineForm(title, tuple(asks), submit_text, send)
        self._place.open_form(made)
        return made

    def close_form(self) -> None:
        if self.form is not None:
            had_focus = self.form.isAncestorOf(self.window().focusWidget() or self)
            self._place.drop_form()
            if had_focus:
                self.setFocus()

    # -- judgements ---------------------------------------------------------------------------------------------

    def make(self, build: Callable[[Draft], object], say: Say | None = None) -> Sealed | None:
        """Commits, and says so; a refusal stands in the form, or in this card."""
        self.refusal.clear()
        before = self.bridge.launch
        sealed = self.bridge.make(build, say or self.refusal.say)
        if sealed is not None:
            self.shell.toast(history.entry(sealed.entry, before))
        return sealed

    def judge(
        self,
        title: str,
        submit_text: str,
        entitled: Iterable[str],
        made: Callable[[Word, Values], AnyChange],
        asks: tuple[Ask, ...] = (),
    ) -> None:
        """Gives a judgement: at once where it can only be mine and there is nothing to ask, else by a form that asks
        whose word it is."""
        whole = (*asks, *whose(self.bridge, entitled))

        def submit(values: Values, say: Say) -> bool:
            def build(draft: Draft) -> None:
                draft.make(made(self.bridge.word(draft.launch, values.get("whose", "")), values))

            return self.make(build, say) is not None

        if whole:
            self.ask(title, whole, submit_text, submit)
        else:
            submit({}, self.refusal.say)

    def may_be_mine(self, entitled: Iterable[str]) -> bool:
        me = self.bridge.me
        return me is not None and me.id in set(entitled)
