"""Where a lane's position is given: chosen, with its conditions and reason, on exactly what was on screen."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from launchready.desktop.pages.page import Shell
from launchready.desktop.signing.proposed import ConditionsEditor, proposed
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.forms import claims_submit, is_submit
from launchready.desktop.widgets.ground import GroundNotice, moved
from launchready.desktop.widgets.labels import label
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.segments import PositionChoice
from launchready.launch.changes.sign_offs import not_conditions, not_go
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import name
from launchready.launch.model import Launch, Position
from launchready.launch.refusal import Refusal
from launchready.wording import terms
from launchready.wording.refusals import refusal


class SignForm(QWidget):
    """`seen` is the launch that the sign-off will be bound to. It follows the present one until something is chosen or
    typed; from then on only when nothing covered differs, or by "Look again". `seen_changed()` tells when it moved,
    `signed(text)` that it was given, `closed()` that it was given up."""

    seen_changed = Signal()
    signed = Signal(str)
    closed = Signal()

    def __init__(self, shell: Shell, lane: str) -> None:
        super().__init__()
        self.shell, self.lane = shell, lane
        self.seen = Launch()
        self.person = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = label("", "strong", wrap=True)
        self._whose = label("", "secondary", wrap=True)
        self.choice = PositionChoice()
        self.choice.chosen.connect(self._on_edited)
        self.hint = label("", "muted", wrap=True)
        self.conditions = ConditionsEditor(lane)
        self.conditions.changed.connect(self._on_edited)
        self.reason = QPlainTextEdit()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why, in a sentence or two"))
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(58)
        self.reason.installEventFilter(self)
        self.ground = GroundNotice()
        self.ground.looked_again.connect(self.look_again)
        self.refusal = RefusalBar()
        for each in (self._title, self._whose, self.choice, self.conditions, self.hint, self.reason):
            column.addWidget(each)
        column.addWidget(self.ground)
        column.addWidget(self.refusal)
        self._note = label("", "secondary")
        self.cancel = button(self.tr("Cancel"), "", self.give_up)
        self.submit = button("", "primary", self.sign)
        column.addSpacing(4)
        column.addLayout(row(self._note, 1, self.cancel, self.submit))

    # -- what it is bound to ------------------------------------------------------------------------------------

    def begun(self) -> bool:
        """Whether something was chosen or typed."""
        editing = self.conditions.form is not None or bool(self.conditions.proposals)
        return self.choice.current() is not None or bool(self.reason.toPlainText().strip()) or editing

    def open_for(self, person: str, launch: Launch, *, can_close: bool) -> None:
        """Shows the form for my own word, or, with a person's id, for theirs that I record."""
        if person != self.person:
            self._clear()
        self.person = person
        self.seen = launch
        self.cancel.setVisible(can_close or bool(person))
        self._show_whose()
        self.show_launch(launch)
        self.show()

    def show_launch(self, launch: Launch) -> None:
        """Takes in the present state, as far as that moves nothing under what was begun."""
        found = moved(self.seen, launch, (self.lane,)) if self.begun() else []
        if not found:
            self.seen = launch
        self.ground.show_differences(found)
        self.conditions.show_launch(self.seen)
        self._show_offered()
        self.seen_changed.emit()

    def look_again(self) -> None:
        """Binds the sign-off to the present state; what was typed stays."""
        self.refusal.clear()
        self.seen = self.shell.bridge.launch
        self.show_launch(self.seen)
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.choice.choose(None)
        self.reason.clear()
        self.conditions.start_anew()
        self.refusal.clear()
        self.ground.show_differences([])

    def start_anew(self) -> None:
        """Lets go of everything, for another launch or after a sign-off."""
        self._clear()
        self.person = ""
        self.seen = Launch()
        self.hide()

    def give_up(self) -> None:
        self.start_anew()
        self.closed.emit()

    # -- what is shown ------------------------------------------------------------------------------------------

    def _show_whose(self) -> None:
        title = terms.lane(self.lane)
        who = name(self.seen, self.person)
        self._title.setText(self.tr("Position of {name}").format(name=who) if who else self.tr("Your position"))
        recorded = self.tr("You note what {name} said. It shows as recorded by you, never as signed.")
        self._whose.setText(recorded.format(name=who))
        self._whose.setVisible(bool(who))
        words = (self.tr("Record for {lane}") if who else self.tr("Sign as {lane}")).format(lane=title)
        self.submit.setText(words)
        self.submit.setAccessibleName(words)
        self._note.setText(self.tr("Records what you see here") if who else self.tr("Signs what you see here"))

    def _on_edited(self) -> None:
        self.refusal.clear()
        self._show_offered()

    def _show_offered(self) -> None:
        """What is not offered, and why."""
        chosen = self.choice.current()
        without_go = self._worded(not_go(self.seen, self.lane))
        self.choice.offer(Position.GO, without_go)
        with_conditions = chosen is Position.CONDITIONS
        self.conditions.setVisible(with_conditions)
        hint = without_go if chosen in (None, Position.GO) else ""
        if with_conditions:
            draft = Draft(self.seen, map(str, itertools.count()).__next__)
            conditions = draft.conditions(self.lane, "", proposed(draft, self.conditions.proposals))
            hint = self._worded(not_conditions(self.seen, self.lane, conditions))
        elif chosen is not None:
            hint = hint or terms.MEANINGS[chosen.value]
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def _worded(self, found: Refusal | None) -> str:
        return refusal(found, self.seen) if found is not None else ""

    # -- signing ------------------------------------------------------------------------------------------------

    def sign(self) -> None:
        """Gives the position. Refused, everything typed stays."""
        self.refusal.clear()
        position = self.choice.current()
        if position is None:
            self.refusal.say(self.tr("Choose a position first: Go, Go with conditions or No-go."))
            return
        if position is Position.CONDITIONS and self.conditions.form is not None:
            self.refusal.say(self.tr("A condition is still being written: add it, or cancel it."))
            return
        bridge, seen = self.shell.bridge, self.seen

        def build(draft: Draft) -> None:
            word = bridge.word(draft.launch, self.person)
            proposals = self.conditions.proposals if position is Position.CONDITIONS else []
            rationale = self.reason.toPlainText().strip()
            conditions = proposed(draft, proposals)
            draft.sign_off(self.lane, position, word, seen=seen, rationale=rationale, proposed=conditions)

        if bridge.make(build, self.refusal.say) is not None:
            self._tell(position)

    def _tell(self, position: Position) -> None:
        who, words = name(self.seen, self.person), terms.POSITIONS[position.value]
        if who:
            text = self.tr("Recorded for {name}: {position}").format(name=who, position=words)
        else:
            text = self.tr("Signed {lane} off: {position}").format(lane=terms.lane(self.lane), position=words)
        self.start_anew()
        self.signed.emit(text)

    def event(self, event: QEvent) -> bool:
        return claims_submit(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter from anywhere in the form, such as the chosen position."""
        if is_submit(event):
            self.sign()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if claims_submit(event):
            return True
        if event.type() == QEvent.Type.KeyPress and is_submit(event):
            self.sign()
            return True
        return super().eventFilter(watched, event)
