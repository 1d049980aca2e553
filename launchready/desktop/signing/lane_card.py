"""One lane's card: who leads it, what was signed, what changed since, and what a new sign-off would cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from launchready.desktop.pages.page import Shell
from launchready.desktop.signing import covering
from launchready.desktop.signing.covering import Line
from launchready.desktop.signing.said import Changes, Said
from launchready.desktop.signing.sign_form import SignForm
from launchready.desktop.widgets.cards import Card, button, clear, row
from launchready.desktop.widgets.forms import Ask, FormPlace, InlineForm, Say, Values
from launchready.desktop.widgets.judging import give, whose
from launchready.desktop.widgets.labels import ElidedLabel, LaneChip, LinkButton, breakable, label, set_property
from launchready.desktop.widgets.notices import RefusalBar, into_sight
from launchready.desktop.widgets.rows import RowList, fact_row
from launchready.desktop.widgets.sign_off_state import SignOffPill, by_whom, of_sign_off
from launchready.launch.changes import AnyChange, SignOffWithdrawn
from launchready.launch.entitlement import delegates, name, speakers
from launchready.launch.model import Launch, Position, SignOff, Word
from launchready.wording import terms


class LaneCard(Card):
    """`form` is where the position is given: open by itself for a lead whose lane has no current sign-off. `signed()`
    tells that it was given."""

    signed = Signal()

    def __init__(self, shell: Shell, lane: str) -> None:
        super().__init__(margins=(20, 18, 20, 16), spacing=10)
        self.shell, self.lane = shell, lane
        self.setAccessibleName(terms.lane(lane))
        self._listed: tuple[Launch, dt.date] | None = None
        self._asked = ""  # whose word the form was opened for by hand: "mine", or a person's id
        self._add_head()
        self.said, self.changes = Said(), Changes(shell)
        self.body.addWidget(self.said)
        self.body.addWidget(self.changes)
        self._covers_title = label("", "strong")
        self._facts = label("", "secondary", wrap=True)
        self.covers = RowList()
        self._no_covers = label(
            self.tr("No gates and no claims in use yet: they come from the checklist."), "muted", wrap=True
        )
        for each in (self._covers_title, self._facts, self.covers, self._no_covers):
            self.body.addWidget(each)
        self.form = SignForm(shell, lane)
        self.form.hide()
        self.form.seen_changed.connect(self._show_covers)
        self.form.signed.connect(self._on_signed)
        self.form.closed.connect(self._on_closed)
        self.body.addSpacing(2)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self._add_foot()

    # -- building -----------------------------------------------------------------------------------------------

    def _add_head(self) -> None:
        chip = LaneChip(self.lane, small=False)
        set_property(chip, "role", "title")
        self._lead = ElidedLabel("", "muted")
        self.pill = SignOffPill()
        line = row(chip, self._lead, self.pill)
        line.setStretch(1, 1)
        self.body.addLayout(line)

    def _add_foot(self) -> None:
        self._by = ElidedLabel("", "secondary")
        self.details = button(self.tr("Details"), "link")
        self.details.setCheckable(True)
        self._digest = label("", "secondary", wrap=True)
        self._digest.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._digest.hide()
        self.details.toggled.connect(self._digest.setVisible)
        line = row(self._by, self.details, 1, spacing=4)
        self._place = FormPlace()
        self.refusal = RefusalBar()
        self.sign_again = button("", "", self.open_for_me)
        self.withdraw_button = button(self.tr("Withdraw…"), "link", self.withdraw)
        self.withdraw_button.setProperty("level", "flush")
        self._record = QHBoxLayout()
        self._record.setSpacing(16)
        self.body.addLayout(line)
        self.body.addWidget(self._digest)
        self.body.addWidget(self.refusal)
        self.body.addLayout(self._place)
        buttons = row(self.sign_again, self.withdraw_button, spacing=16)
        buttons.addLayout(self._record)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    # -- what is shown ------------------------------------------------------------------------------------------

    @property
    def held(self) -> SignOff | None:
        """The lane's latest sign-off, unless it was withdrawn."""
        found = self.shell.bridge.launch.sign_offs.get(self.lane)
        return found if found is not None and found.withdrawn is None else None

    def start_anew(self) -> None:
        self._asked = ""
        self.changes.start_anew()
        self._place.drop_form()
        self.refusal.clear()
        self.form.start_anew()

    def show_launch(self, launch: Launch) -> None:
        state = of_sign_off(launch, self.lane)
        self.pill.show_sign_off(state)
        self._show_lead(launch)
        self.said.show_sign_off(launch, self.held)
        self.changes.show_sign_off(launch, self.held)
        self._show_form(launch, current=state.stands and not state.stale)
        self._show_covers()
        self._show_foot(launch)

    def _show_lead(self, launch: Launch) -> None:
        lead = launch.leads.get(self.lane, "")
        me = self.shell.bridge.me
        parts = [name(launch, lead) or self.tr("No lead yet")]
        if me is not None and me.id == lead:
            parts[0] = self.tr("{name} (you)").format(name=parts[0])
        for person in delegates(launch, self.lane, self.shell.bridge.today):
            mine = me is not None and me.id == person
            text = self.tr("you for {lead}") if mine else self.tr("{name} for {lead}")
            parts.append(text.format(name=name(launch, person), lead=name(launch, lead)))
        self._lead.setText(" · ".join(parts))

    def _show_form(self, launch: Launch, *, current: bool) -> None:
        mine = self.lane in self.shell.bridge.my_lanes() and launch.called_off is None
        if not self._asked and not self.form.begun() and (current or not mine):
            self.form.start_anew()
        elif self.form.isHidden():
            person = "" if self._asked in ("", "mine") else self._asked
            self.form.open_for(person, launch, can_close=current)
        else:
            self.form.show_launch(launch)

    def _show_covers(self) -> None:
        """What the form is bound to, or, without one, what a sign-off would cover now."""
        bridge = self.shell.bridge
        signing = not self.form.isHidden()
        launch = self.form.seen if signing and self.form.seen.id else bridge.launch
        title = self.tr("What a new sign-off would cover")
        if signing and not self.form.person:
            title = self.tr("What you are signing")
        elif self.held is not None and not signing and not of_sign_off(launch, self.lane).stale:
            title = self.tr("What it covers")
        self._covers_title.setText(title)
        if self._listed is not None and self._listed[0] is launch and self._listed[1] == bridge.today:
            return
        self._listed = (launch, bridge.today)
        self._facts.setText(breakable(covering.facts(launch, self.lane)))
        found = covering.lines(launch, self.lane, bridge.today)
        self.covers.show_rows([(f"{n} {line.text}", line) for n, line in enumerate(found)], self._cover_row)
        self._no_covers.setVisible(not found)

    def _cover_row(self, line: Line) -> QWidget:
        open_task = (lambda: self.shell.open_task(line.task)) if line.task else None
        return fact_row(line.look, line.text, line.right, open_task)

    def _show_foot(self, launch: Launch) -> None:
        held, bridge = self.held, self.shell.bridge
        mine = self.lane in bridge.my_lanes()
        self._by.setText(by_whom(launch, held) if held else "")
        self._by.setVisible(held is not None)
        self.details.setVisible(held is not None)
        self._digest.setText(self.tr("Digest (SHA-256) {digest}").format(digest=held.digest) if held else "")
        self._digest.setVisible(held is not None and self.details.isChecked())
        again = self.tr("Sign again as {lane}…") if held else self.tr("Sign as {lane}…")
        self.sign_again.setText(again.format(lane=terms.lane(self.lane)))
        self.sign_again.setAccessibleName(self.sign_again.text())
        can_sign = mine and launch.called_off is None
        self.sign_again.setVisible(can_sign and (self.form.isHidden() or bool(self.form.person)))
        self.withdraw_button.setVisible(held is not None and held.position is not Position.NO_GO)
        self.withdraw_button.setAccessibleName(
            self.tr("Withdraw the sign-off of {lane}").format(lane=terms.lane(self.lane))
        )
        wanted = list(self._others(launch)) if launch.called_off is None and not self.form.person else []
        if [each.property("person") for each in self._recorders()] != [person for person, _ in wanted]:
            clear(self._record)
            for person, text in wanted:
                made = LinkButton(text)
                made.clicked.connect(lambda _checked=False, person=person: self.record_for(person))
                made.setProperty("level", "flush")
                made.setProperty("person", person)
                self._record.addWidget(made)

    def _recorders(self) -> list[QPushButton]:
        items = (self._record.itemAt(number) for number in range(self._record.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def _others(self, launch: Launch) -> Iterator[tuple[str, str]]:
        """Those whose word I could record: the lead and delegates, but me."""
        me = self.shell.bridge.me
        for person in speakers(launch, [self.lane], self.shell.bridge.today):
            if me is None or person != me.id:
                yield person, self.tr("Record for {name}…").format(name=name(launch, person))

    # -- what is done -------------------------------------------------------------------------------------------

    def open_for_me(self) -> None:
        """Opens the form for my own word."""
        self._open("mine", "")

    def record_for(self, person: str) -> None:
        """Opens the form for what somebody else said, to be recorded by me."""
        self._open(person, person)

    def _open(self, asked: str, person: str) -> None:
        self._asked = asked
        self._place.drop_form()
        self.refusal.clear()
        self.form.open_for(person, self.shell.bridge.launch, can_close=True)
        self.show_launch(self.shell.bridge.launch)
        self._go_to_form()

    def take_focus(self) -> None:
        """To the position, opening the form if need be."""
        if self.form.isHidden():
            self.open_for_me()
        self._go_to_form()

    def _go_to_form(self) -> None:
        self.form.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        into_sight(self.form)

    def first_other(self) -> str:
        """The first one whose word could be recorded here; empty where there is nobody."""
        return next((person for person, _ in self._others(self.shell.bridge.launch)), "")

    def _on_signed(self, text: str) -> None:
        self._asked = ""
        self.show_launch(self.shell.bridge.launch)
        self.shell.toast(text)
        self.signed.emit()

    def _on_closed(self) -> None:
        """The focus goes to what would open the form again."""
        asked, self._asked = self._asked, ""
        self.show_launch(self.shell.bridge.launch)
        offered = (each for each in self._recorders() if each.property("person") == asked)
        next(offered, self.sign_again).setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw(self) -> None:
        """Asks why, and whose word it is where it could be another's."""
        held, bridge = self.held, self.shell.bridge
        if held is None:
            return
        launch = bridge.launch
        entitled = speakers(launch, [self.lane], bridge.today)

        def submit(values: Values, say: Say) -> bool:
            def made(word: Word) -> AnyChange:
                return SignOffWithdrawn(lane=self.lane, sign_off=held.id, reason=values["reason"], word=word)

            return give(bridge, made, values, say)

        title = self.tr("{lane} is unsigned then; no earlier sign-off comes back").format(lane=terms.lane(self.lane))
        asks = (Ask("reason", self.tr("Why"), lines=True), *whose(bridge, entitled))
        self._place.open_form(InlineForm(title, asks, self.tr("Withdraw the sign-off"), submit))

    @property
    def withdrawing(self) -> InlineForm | None:
        return self._place.form
