"""What proves a claim: tasks by a picker, and evidence, which counts once it is accepted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from launchready.desktop import days
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.inspector import evidence_form
from launchready.desktop.inspector.claim_part import ClaimPart
from launchready.desktop.models.claims import ClaimFacts, Proof, facts
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.fields import INSET
from launchready.desktop.widgets.flow import flow
from launchready.desktop.widgets.forms import Ask, Say, Values
from launchready.desktop.widgets.labels import LinkButton, ShapeMark, breakable, label
from launchready.desktop.widgets.rows import RowList
from launchready.desktop.widgets.task_picker import TaskPicker
from launchready.launch.changes import ClaimEvidenceAccepted, ClaimEvidenceAdded, ClaimEvidenceRemoved
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import name, speakers
from launchready.launch.lanes import LANES
from launchready.launch.model import ClaimEvidence
from launchready.launch.schedule import in_order
from launchready.wording import terms
from launchready.wording.language import tr

PROVING = tuple(lane.id for lane in LANES if lane.proves)


class ProofSection(ClaimPart):
    """Tasks and evidence. A task opens by a click; evidence counts once the lead of the proving lane accepts it."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object]) -> None:
        super().__init__(bridge, open_task, tr("Proof"))
        self.rows = RowList(spacing=4)
        self.column.addWidget(self.rows)
        self._nothing = label(tr("Nothing proves it yet. Name the tasks that do, or evidence."), "muted", wrap=True)
        self._nothing.setContentsMargins(INSET, 0, 0, 0)
        self.column.addWidget(self._nothing)
        tasks = button(tr("Add tasks…"), "", self.add_tasks, tr("Prove it by tasks"))
        evidence = button(tr("Add evidence…"), "", self.add_evidence, tr("Prove it by evidence"))
        self.column.addSpacing(4)
        buttons = flow(tasks, evidence)
        buttons.setContentsMargins(INSET, 0, 0, 0)
        self.column.addLayout(buttons)

    def fill_claim(self, found: ClaimFacts, *, anew: bool) -> None:
        del anew
        claim = found.claim
        evidence = {item.evidence.id: item for item in claim.evidence}
        items = [(each.id, (each, evidence.get(each.id))) for each in found.proof]
        self.rows.show_rows(items, self._row)
        self._nothing.setVisible(not items)

    def _row(self, item: tuple[Proof, ClaimEvidence | None]) -> QWidget:
        proof, held = item
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(INSET, 0, 0, 0)
        column.setSpacing(0)
        mark = ShapeMark(16)
        mark.show_look(proof.look)
        words = self._words(proof, held)
        id_ = held.evidence.id if held else ""
        what = tr("Remove {what} as proof").format(what=proof.text)
        gone = self.quiet("✕", lambda: self._remove(proof.id), what)
        gone.setToolTip(what)
        line = row(mark, words, 1, gone, spacing=6)
        line.setStretch(1, 100)
        column.addLayout(line)
        under = label(breakable(self._under(proof, held)), "secondary", wrap=True)
        under.setContentsMargins(26, 0, 0, 2)
        column.addWidget(under)
        if held is not None and held.accepted is None:
            accept = button(tr("Accept…"), "", lambda: self.accept(id_), tr("Accept {what}").format(what=proof.text))
            line = row(accept, 1)
            line.setContentsMargins(26, 2, 0, 4)
            column.addLayout(line)
        return made

    def _words(self, proof: Proof, held: ClaimEvidence | None) -> QWidget:
        if held is None and proof.task:
            link = LinkButton(proof.title)
            link.clicked.connect(lambda _checked=False: self.open_task(proof.task))
            return link
        if held is not None and evidence_form.can_open(held.evidence.link):
            link = LinkButton(proof.title)
            address = held.evidence.link
            link.clicked.connect(lambda _checked=False: QDesktopServices.openUrl(QUrl(address)))
            link.setToolTip(f"{proof.title}\n{address}")
            return link
        return label(breakable(proof.title), wrap=True)

    def _under(self, proof: Proof, held: ClaimEvidence | None) -> str:
        if held is None:
            return " · ".join(part for part in (proof.text if proof.task else "", proof.look.text) if part)
        return " · ".join((*evidence_form.details(held.evidence), self._accepted(held)))

    def _accepted(self, held: ClaimEvidence) -> str:
        if held.accepted is None:
            leads = [name(self.bridge.launch, self.bridge.launch.leads.get(lane, "")) for lane in PROVING]
            return tr("waits for {name} to accept it").format(name=terms.choice(leads))
        text = tr("accepted by {name}, {when}").format(
            name=terms.apart(name(self.bridge.launch, held.accepted.by)),
            when=days.moment(self.bridge.launch, held.accepted.at),
        )
        by = held.accepted.recorded_by
        return tr("{text} (recorded by {name})").format(text=text, name=by) if by else text

    # -- what is done -------------------------------------------------------------------------------------------

    def add_tasks(self) -> None:
        """Opens the picker over the tasks that can prove; what was chosen before is chosen there."""
        claim, launch = self.claim, self.bridge.launch
        if claim is None:
            return
        id_, before = claim.id, claim.proof
        tasks = [task for lane in PROVING for task in in_order(launch, lane)]
        offered = {task.id for task in tasks}

        def submit(chosen: tuple[str, ...], say: Say) -> bool:
            added = [task for task in chosen if task not in before]
            dropped = {task for task in before if task in offered and task not in chosen}
            heard: list[str] = []

            def build(draft: Draft) -> None:
                held = draft.launch.claims.get(id_)
                if held is not None:
                    kept = [task for task in held.proof if task not in dropped]
                    draft.edit_claim(held, proof=tuple(dict.fromkeys((*kept, *added))))

            def answer(text: str) -> None:
                heard.append(text)
                say(text)

            self.bridge.make(build, answer)
            return not heard

        title = tr("What proves “{text}”").format(text=claim.text)
        chosen = [task for task in before if task in offered]
        TaskPicker(self, title, launch, tasks, chosen, tr("Prove by these"), submit).open()

    def add_evidence(self) -> None:
        id_ = self.claim_id

        def submit(values: Values, say: Say) -> bool:
            def build(draft: Draft) -> None:
                item = ClaimEvidence(evidence=evidence_form.evidence(values, draft.new_id()))
                held = draft.launch.claims.get(id_)
                draft.make(ClaimEvidenceAdded(claim=id_, item=item, index=len(held.evidence) if held else -1))

            return evidence_form.is_dated(values, say) and self.bridge.make(build, say) is not None

        self.ask(tr("Add evidence"), evidence_form.asks(self.bridge), tr("Add evidence"), submit)

    def accept(self, evidence: str = "") -> None:
        """The proving lane's lead accepts the evidence that is shown, or the newest that waits."""
        claim, launch = self.claim, self.bridge.launch
        waiting = [item for item in claim.evidence if item.accepted is None] if claim else []
        item = next((each for each in reversed(waiting) if not evidence or each.evidence.id == evidence), None)
        if claim is None or item is None:
            return
        id_, seen = claim.id, item.evidence
        leads = speakers(launch, PROVING, self.bridge.today)
        title = tr("“{label}” proves the claim as it is worded").format(label=seen.label)
        self.judge(
            title,
            tr("Accept as proof"),
            leads,
            lambda word, _: ClaimEvidenceAccepted(claim=id_, evidence=seen, word=word),
        )

    def remove(self) -> None:
        """Asks which proof goes."""
        claim = self.claim
        if claim is None:
            return
        found = facts(self.bridge.launch, claim)
        choices = tuple((each.id, f"{each.text} {each.title}" if each.task else each.title) for each in found.proof)
        if not choices:
            self.refusal.say(tr("Nothing proves it yet: there is nothing to remove."))
            return

        def submit(values: Values, say: Say) -> bool:
            return self.bridge.make(lambda draft: without(draft, claim.id, values["proof"]), say) is not None

        asks = (Ask("proof", tr("Which proof"), choices[0][0], choices=choices),)
        self.ask(tr("Remove proof"), asks, tr("Remove the proof"), submit)

    def _remove(self, proof: str) -> None:
        self.make(lambda draft: without(draft, self.claim_id, proof))


def without(draft: Draft, claim: str, proof: str) -> None:
    """Takes a task or a piece of evidence, by id, out of a claim's proof."""
    held = draft.launch.claims.get(claim)
    if held is None:
        return
    for index, item in enumerate(held.evidence):
        if item.evidence.id == proof:
            draft.make(ClaimEvidenceRemoved(claim=claim, was=item, index=index))
            return
    draft.edit_claim(held, proof=tuple(task for task in held.proof if task != proof))
