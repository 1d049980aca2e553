"""Questions to the decider, and the ruling that answers them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from launchready.desktop import days, dues
from launchready.desktop.pages.page import Shell
from launchready.desktop.signing.card import DeedCard
from launchready.desktop.signing.entry import Deed, Entry, entry_row
from launchready.desktop.signing.rule_form import RuleForm
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.forms import Ask, Say, Values
from launchready.desktop.widgets.judging import whose
from launchready.desktop.widgets.shapes import Shape
from launchready.desktop.widgets.tones import Look, of_position
from launchready.exchange.report.judgements import escalation_shown, ruling_shown
from launchready.exchange.report.lists import Reporter
from launchready.launch.changes import Escalated, EscalationWithdrawn, RulingWithdrawn
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import name, speakers
from launchready.launch.lanes import SIGNING
from launchready.launch.model import Escalation, Launch, Position, Ruling
from launchready.launch.schedule import go_no_go_date
from launchready.wording import terms
from launchready.wording.language import tr

SHOWN = 4
"""Answered and withdrawn escalations that stand below the open ones."""


class EscalationsCard(DeedCard):
    """The ruling first, where there is one; then the questions, open ones before the rest."""

    def __init__(self, shell: Shell) -> None:
        empty = tr("None. When the leads differ, either puts a question to the decider, who rules Go or No-go.")
        super().__init__(shell, tr("Escalations and ruling"), empty)
        self.rule_form = RuleForm(shell)
        self.rule_form.hide()
        self.rule_form.closed.connect(lambda: self.show_launch(self.bridge.launch))
        self.rule_form.ruled.connect(self.shell.toast)
        self.escalate_button = button(self.tr("Escalate…"), "", self.escalate)
        self.rule_button = button(self.tr("Rule…"), "", self.rule)
        self.body.addWidget(self.rule_form)
        self.body.addLayout(row(self.escalate_button, self.rule_button, 1))

    def start_anew(self) -> None:
        super().start_anew()
        self.rule_form.start_anew()

    def show_launch(self, launch: Launch) -> None:
        items: list[tuple[str, tuple[Entry, str]]] = []
        if launch.ruling is not None:
            items.append(("ruling", (self._ruling(launch, launch.ruling), "")))
        open_ = [held for held in launch.escalations if not held.ruling and held.withdrawn is None]
        rest = [held for held in launch.escalations if held not in open_]
        held_ones = (*open_, *reversed(rest[-SHOWN:]))
        items += [(held.id, (self._escalation(launch, held), held.id)) for held in held_ones]
        numbered = [(key, (entry, id_, n == 0)) for n, (key, (entry, id_)) in enumerate(items)]
        self.rows.show_rows(numbered, self._row)
        self.show_whether_empty()
        self.remark.setText(tr("%n open", "", len(open_)) if open_ else "")
        has_decider = bool(launch.decider)
        if not has_decider:
            self._empty.setText(self.tr("Name a decider first: they rule when the leads differ."))
        self.escalate_button.setVisible(has_decider)
        self.rule_button.setVisible(has_decider and self.rule_form.isHidden())
        mine = self.may_be_mine((launch.decider,))
        self.rule_button.setText(self.tr("Rule…") if mine else self.tr("Record a ruling…"))
        decider = name(launch, launch.decider)
        self.rule_button.setAccessibleName(
            self.tr("Rule…") if mine else self.tr("Record a ruling of {name}").format(name=decider)
        )
        self.rule_form.show_launch(launch)

    def _ruling(self, launch: Launch, held: Ruling) -> Entry:
        shown = ruling_shown(Reporter(launch, self.bridge.today), held)
        look = of_position(held.position)
        text = tr("Ruled {position}, recorded") if held.word.recorded_by else tr("Ruled {position}")
        words = text.format(position=look.text)
        if shown.state == "withdrawn":
            look, words = Look(Shape.DASH, "waiting", ""), tr("Ruling withdrawn")
        elif shown.state == "stale" and held.position is Position.GO:
            look, words = Look(Shape.TRIANGLE, "conditional", ""), tr("Ruled Go, stale: covers nothing")
        under = [tr("By {name}, {when}").format(name=terms.apart(shown.by), when=days.moment(launch, held.word.at))]
        if shown.accepts:
            under.append(tr("Accepts {keys}").format(keys=terms.listing(shown.accepts)))
        can_withdraw = shown.state != "withdrawn" and held.position is Position.GO
        return Entry(held.reason, look._replace(text=words), tuple(under), ("withdraw-ruling",) if can_withdraw else ())

    def _escalation(self, launch: Launch, held: Escalation) -> Entry:
        shown = escalation_shown(Reporter(launch, self.bridge.today), held)
        today = self.bridge.today
        if shown.open:
            late = held.respond_by < today
            words = tr("Answer was due {day}") if late else tr("Answer due {day}")
            shape, tone = (Shape.SQUARE, "no_go") if late else (Shape.RING, "waiting")
            look = Look(shape, tone, words.format(day=days.near(held.respond_by, today)))
        else:
            look = Look(Shape.DASH, "waiting", tr("Withdrawn") if held.withdrawn else tr("Answered"))
        asked = tr("{lane} · {name} to {decider}, {when}").format(
            lane=terms.lane(held.lane), name=shown.by, decider=shown.to, when=days.moment(launch, held.word.at)
        )
        answer = (shown.answer,) if shown.answer and not held.withdrawn else ()
        return Entry(held.question, look, (asked, *answer), ("withdraw",) if shown.open else ())

    def _row(self, item: tuple[Entry, str, bool]) -> QWidget:
        entry, escalation, first = item
        known = {
            "withdraw": Deed(tr("Withdraw…"), lambda: self.withdraw(escalation)),
            "withdraw-ruling": Deed(tr("Withdraw the ruling…"), self.withdraw_ruling),
        }
        return entry_row(entry, [known[deed] for deed in entry.deeds], first=first)

    # -- what is done -------------------------------------------------------------------------------------------

    def escalate(self) -> None:
        """Asks for the question, by when it is answered, and as whose."""
        launch, bridge = self.bridge.launch, self.bridge
        mine = bridge.my_lanes()
        lanes = tuple((lane.id, terms.lane(lane.id)) for lane in SIGNING)
        respond = max(bridge.today, go_no_go_date(launch))
        decider = name(launch, launch.decider)
        asks = [
            Ask(
                "question", self.tr("Question"), hint=self.tr("Do we launch without the partner connector?"), lines=True
            ),
            Ask("respond_by", self.tr("Answer due"), days.as_typed(respond), self.tr("T-3 or a date")),
        ]
        if len(mine) != 1:
            asks.append(Ask("lane", self.tr("As lead of"), (mine or ("",))[0], choices=lanes))
        if not mine:
            asks.extend(whose(bridge, speakers(launch, [lane.id for lane in SIGNING], bridge.today)))

        def submit(values: Values, say: Say) -> bool:
            try:
                day = dues.parse_day(values["respond_by"], bridge.launch.date)
            except dues.Unclear:
                say(self.tr("“{text}” is no date: write T-3 or a date.").format(text=values["respond_by"]))
                return False

            def build(draft: Draft) -> None:
                word = bridge.word(draft.launch, values.get("whose", ""))
                lane = values.get("lane") or mine[0]
                question = values["question"]
                made = Escalated(id=draft.new_id(), lane=lane, question=question, respond_by=day, word=word)
                draft.make(made)

            return self.make(build, say) is not None

        title = self.tr("Put a question to {name}; the launch holds until it is answered").format(name=decider)
        self.ask(title, asks, self.tr("Escalate"), submit)

    def withdraw(self, escalation: str) -> None:
        held = next(each for each in self.bridge.launch.escalations if each.id == escalation)
        self.judge(
            self.tr("The question is no question any more"),
            self.tr("Withdraw the escalation"),
            speakers(self.bridge.launch, [held.lane], self.bridge.today),
            lambda word, _: EscalationWithdrawn(escalation=held.id, word=word),
        )

    def rule(self) -> None:
        self.close_form()
        self.rule_form.open()
        self.rule_button.hide()

    def can_withdraw_ruling(self) -> bool:
        ruling = self.bridge.launch.ruling
        return ruling is not None and ruling.withdrawn is None and ruling.position is Position.GO

    def withdraw_ruling(self) -> None:
        ruling = self.bridge.launch.ruling
        if ruling is not None:
            self.judge(
                self.tr("What the ruling accepts stands in the way again"),
                self.tr("Withdraw the ruling"),
                (self.bridge.launch.decider,),
                lambda word, _: RulingWithdrawn(ruling=ruling.id, word=word),
            )
