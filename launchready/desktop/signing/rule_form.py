"""Where the decider rules: Go with the reasons that it accepts, or No-go, on exactly what was on screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from launchready.desktop.pages.page import Shell
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.check_list import CheckList
from launchready.desktop.widgets.forms import Unfolding, claims_submit, is_submit
from launchready.desktop.widgets.ground import GroundNotice, moved
from launchready.desktop.widgets.labels import breakable, label
from launchready.desktop.widgets.notices import RefusalBar, into_sight
from launchready.desktop.widgets.segments import PositionChoice
from launchready.launch.changes import Ruled
from launchready.launch.coverage import coverage
from launchready.launch.decision import Verdict, decide
from launchready.launch.entitlement import name
from launchready.launch.lanes import SIGNING
from launchready.launch.model import Launch, Position
from launchready.launch.reasons import ACCEPTABLE
from launchready.wording import terms
from launchready.wording.reasons import reason as worded
from launchready.wording.reasons import why

LANES = tuple(lane.id for lane in SIGNING)


class RuleForm(Unfolding):
    """`seen` is the launch as it was when the form was opened, or looked at again. `ruled(text)` tells a ruling."""

    closed = Signal()
    ruled = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setProperty("role", "form")
        self.shell = shell
        self.seen = Launch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(8)
        self._title = label("", "strong", wrap=True)
        self.choice = PositionChoice((Position.GO, Position.NO_GO))
        self.choice.chosen.connect(self._on_chosen)
        self._accepts_title = label(self.tr("A Go accepts, and says so"), "secondary", wrap=True)
        self.accepts = CheckList(())
        self.reason = QPlainTextEdit()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why; it is read by everybody"))
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(58)
        self.outlook = label("", "secondary", wrap=True)
        self.ground = GroundNotice()
        self.ground.looked_again.connect(self.look_again)
        self.refusal = RefusalBar()
        self.submit = button("", "primary", self.send)
        for each in (self._title, self.choice, self._accepts_title, self.accepts, self.reason, self.outlook):
            self._column.addWidget(each)
        self._column.addWidget(self.ground)
        self._column.addWidget(self.refusal)
        self._column.addLayout(row(self.submit, button(self.tr("Cancel"), "", self.close_form), 1))
        self.reason.installEventFilter(self)

    # -- what it is bound to ------------------------------------------------------------------------------------

    def open(self) -> None:
        """Opens the form on what is shown now."""
        bridge = self.shell.bridge
        me, decider = bridge.me, bridge.launch.decider
        own = me is not None and me.id == decider
        who = name(bridge.launch, decider)
        title = self.tr("Your ruling") if own else self.tr("Ruling of {name}, recorded by you").format(name=who)
        self._title.setText(title)
        self.setAccessibleName(title)
        self.submit.setText(self.tr("Rule") if own else self.tr("Record the ruling"))
        self.submit.setAccessibleName(self.submit.text())
        self.seen = bridge.launch
        self._list_reasons(())
        self.show()
        self._show_choice()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_launch(self, launch: Launch) -> None:
        """Says what moved since it was opened."""
        if self.isHidden():
            return
        found = moved(self.seen, launch, LANES)
        if not found:
            kept = self.accepts.checked()
            self.seen = launch
            self._list_reasons(kept)
        self.ground.show_differences(found)

    def look_again(self) -> None:
        kept = self.accepts.checked()
        self.refusal.clear()
        self.seen = self.shell.bridge.launch
        self._list_reasons(kept)
        self.ground.show_differences([])

    def _list_reasons(self, checked: tuple[str, ...] | list[str]) -> None:
        """The reasons that a Go may accept, each once, those of the standing ruling among them."""
        choices: dict[str, str] = {}
        for each in decide(self.seen, self.shell.bridge.session.clock()).reasons:
            if each.rule in ACCEPTABLE or each.kind.endswith("-ruled"):
                choices.setdefault(each.subject, f"{each.key} {worded(each)}".strip())
        items = tuple(choices.items())
        if items == getattr(self, "_choices", None):
            self._show_outlook()
            return
        self._choices = items
        made = CheckList(items, checked, self.tr("Nothing stands in the way that a Go would have to accept."))
        made.setAccessibleName(self._accepts_title.text())
        made.changed.connect(self._on_checked)
        self._column.replaceWidget(self.accepts, made)
        self.accepts.hide()
        self.accepts.deleteLater()
        self.accepts = made
        self._show_choice()

    def _on_chosen(self) -> None:
        self.refusal.clear()
        self._show_choice()
        into_sight(self)

    def _on_checked(self) -> None:
        self._show_outlook()
        into_sight(self)

    def _show_choice(self) -> None:
        go = self.choice.current() is not Position.NO_GO
        self.accepts.setVisible(go)
        self._accepts_title.setVisible(go)
        self._show_outlook()

    def _show_outlook(self) -> None:
        """What the decision would be: a Go that leaves a reason out may change nothing."""
        position = self.choice.current()
        words = self.tr("It answers every open escalation.") if self.shell.bridge.first_open_escalation() else ""
        if position is not None and self.seen.id:
            after = self._ruled(position, "").apply(self.seen)
            then = decide(after, self.shell.bridge.session.clock())
            verdict = self.tr("With it the decision is {verdict}.").format(verdict=terms.VERDICTS[then.verdict.value])
            holds = then.verdict not in (Verdict.GO, Verdict.CONDITIONS)
            words = f"{words} {verdict} {why(then) if holds else ''}".strip()
        self.outlook.setText(breakable(words))
        self.outlook.setVisible(bool(words))

    def start_anew(self) -> None:
        """Empties and hides it."""
        self.choice.choose(None)
        self.reason.clear()
        self.refusal.clear()
        self.ground.show_differences([])
        self.accepts.check(())
        self.hide()

    def close_form(self) -> None:
        self.start_anew()
        self.closed.emit()

    # -- ruling -------------------------------------------------------------------------------------------------

    def _ruled(self, position: Position, id_: str) -> Ruled:
        """The ruling as the form has it."""
        return Ruled(
            id=id_,
            position=position,
            reason=self.reason.toPlainText().strip(),
            covered=tuple(coverage(self.seen, lane) for lane in LANES),
            accepts=tuple(self.accepts.checked()) if position is Position.GO else (),
            word=self.shell.bridge.word(self.seen, self.seen.decider),
        )

    def send(self) -> None:
        """Gives the ruling. Refused, everything typed stays."""
        self.refusal.clear()
        position = self.choice.current()
        if position is None:
            self.refusal.say(self.tr("Choose Go or No-go first."))
            return
        bridge = self.shell.bridge
        ruled = self._ruled(position, bridge.session.new_id())
        if bridge.make(lambda draft: draft.make(ruled), self.refusal.say) is not None:
            text = self.tr("Ruled Go") if position is Position.GO else self.tr("Ruled No-go")
            self.close_form()
            self.ruled.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if claims_submit(event):
            return True
        if event.type() == QEvent.Type.KeyPress and is_submit(event):
            self.send()
            return True
        return super().eventFilter(watched, event)
