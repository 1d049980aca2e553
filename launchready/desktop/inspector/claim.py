"""All of a claim at the right of the claims page: its words, where it is used, what proves it, what to do next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from launchready.desktop import days
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.inspector.parts import can_open
from launchready.desktop.inspector.section import Section, whose
from launchready.desktop.models.claims import ClaimFacts, Proof, facts
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.drawer import Panel
from launchready.desktop.widgets.fields import LineField, TextField
from launchready.desktop.widgets.forms import Ask
from launchready.desktop.widgets.labels import LinkButton, Pill, ShapeMark, label
from launchready.desktop.widgets.rows import RowList
from launchready.desktop.widgets.task_picker import TaskPicker
from launchready.launch.changes import ClaimEvidenceAccepted, ClaimEvidenceAdded, ClaimEvidenceRemoved
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import name
from launchready.launch.lanes import LANES
from launchready.launch.model import Claim, ClaimEvidence, Evidence
from launchready.launch.schedule import in_order

Say = Callable[[str], None]
PROVING = tuple(lane.id for lane in LANES if lane.proves)


def tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("Claims", text, None, n)


class ClaimPart(Section):
    """A section about one claim."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object], title: str = "") -> None:
        super().__init__(bridge, open_task, title)
        self.claim_id = ""

    @property
    def claim(self) -> Claim | None:
        return self.bridge.launch.claims.get(self.claim_id)

    def show_claim(self, found: ClaimFacts) -> None:
        anew = found.claim.id != self.claim_id
        self.claim_id = found.claim.id
        if anew:
            self.refusal.clear()
            self.close_form()
        self.fill_claim(found, anew=anew)

    def fill_claim(self, found: ClaimFacts, *, anew: bool) -> None:
        raise NotImplementedError

    def edit_claim(self, **fields: object) -> None:
        def build(draft: Draft) -> None:
            held = draft.launch.claims.get(self.claim_id)
            if held is not None:
                draft.edit_claim(held, **fields)

        self.make(build)


class ClaimHead(ClaimPart):
    """How it stands, its words, where it is used: edited where they stand."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object]) -> None:
        super().__init__(bridge, open_task)
        self._pill, self._key = Pill(), label("", "secondary")
        self.column.addLayout(row(self._pill, 1, self._key))
        self.words = TextField(tr("What we will say"), single=True, level="detail")
        self.words.committed.connect(lambda text: self.edit_claim(text=text))
        self.column.addWidget(self.words)
        self._remark = label("", wrap=True)
        self._remark.setContentsMargins(5, 0, 0, 4)
        self.column.addWidget(self._remark)
        heading = label(tr("Where it is used"), "secondary")
        heading.setContentsMargins(5, 2, 0, 0)
        self.column.addWidget(heading)
        self.where = LineField(tr("Where it is used"), tr("Web page, sales deck"))
        self.where.committed.connect(lambda text: self.edit_claim(where=text))
        self.column.addWidget(self.where)

    def fill_claim(self, found: ClaimFacts, *, anew: bool) -> None:
        self._pill.show_look(found.look)
        self._key.setText(found.claim.key)
        self.words.show_value(found.claim.text, anew=anew)
        self.where.show_value(found.claim.where, anew=anew)
        self._remark.setText(found.remark)
        self._remark.setVisible(bool(found.remark))


class ProofSection(ClaimPart):
    """Tasks and evidence. A task opens by a click; evidence counts once the lead of the proving lane accepts it."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object]) -> None:
        super().__init__(bridge, open_task, tr("Proof"))
        self.rows = RowList(spacing=4)
        self.column.addWidget(self.rows)
        self._nothing = label(tr("Nothing proves it yet. Name the tasks that do, or evidence."), "muted", wrap=True)
        self._nothing.setContentsMargins(5, 0, 0, 0)
        self.column.addWidget(self._nothing)
        tasks = button(tr("Add tasks…"), "", self.add_tasks, tr("Prove it by tasks"))
        evidence = button(tr("Add evidence…"), "", self.add_evidence, tr("Prove it by evidence"))
        self.column.addSpacing(4)
        self.column.addLayout(row(tasks, evidence, 1))

    def fill_claim(self, found: ClaimFacts, *, anew: bool) -> None:
        del anew
        claim = found.claim
        items: list[tuple[str, tuple[Proof, ClaimEvidence | None]]] = []
        for number, each in enumerate(found.proof):
            held = claim.evidence[number - len(claim.proof)] if number >= len(claim.proof) else None
            items.append((held.evidence.id if held else claim.proof[number], (each, held)))
        self.rows.show_rows(items, self._row)
        self._nothing.setVisible(not items)

    def _row(self, item: tuple[Proof, ClaimEvidence | None]) -> QWidget:
        proof, held = item
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(0)
        mark = ShapeMark(16)
        mark.show_look(proof.look)
        words = self._words(proof, held)
        id_ = held.evidence.id if held else ""
        what = tr("Remove {what} as proof").format(what=proof.text)
        gone = self.quiet("✕", lambda: self._remove(proof, id_), what)
        gone.setToolTip(what)
        line = row(mark, words, 1, gone, spacing=6)
        line.setStretch(1, 100)
        column.addLayout(line)
        under = label(self._under(proof, held), "secondary", wrap=True)
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
        if held is not None and can_open(held.evidence.link):
            link = LinkButton(proof.title)
            address = held.evidence.link
            link.clicked.connect(lambda _checked=False: QDesktopServices.openUrl(QUrl(address)))
            link.setToolTip(f"{proof.title}\n{address}")
            return link
        return label(proof.title, wrap=True)

    def _under(self, proof: Proof, held: ClaimEvidence | None) -> str:
        if held is None:
            return " · ".join(part for part in (proof.text if proof.task else "", proof.look.text) if part)
        evidence = held.evidence
        parts = [
            evidence.build and tr("build {build}").format(build=evidence.build),
            days.day(evidence.date, year=True) if evidence.date else "",
            evidence.note,
            evidence.link if evidence.link and not can_open(evidence.link) else "",
            self._accepted(held),
        ]
        return " · ".join(part for part in parts if part)

    def _accepted(self, held: ClaimEvidence) -> str:
        if held.accepted is None:
            leads = (name(self.bridge.launch, self.bridge.launch.leads.get(lane, "")) for lane in PROVING)
            return tr("waits for {name} to accept it").format(name=" or ".join(leads))
        text = tr("accepted by {name}, {when}").format(
            name=name(self.bridge.launch, held.accepted.by), when=days.moment(self.bridge.launch, held.accepted.at)
        )
        by = held.accepted.recorded_by
        return f"{text} ({tr('recorded by {name}').format(name=by)})" if by else text

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
        asks = (
            Ask("label", tr("What it is")),
            Ask("link", tr("Link"), hint="https://…"),
            Ask("note", tr("Note")),
            Ask("build", tr("Taken on build"), self.bridge.launch.build),
            Ask("date", tr("Taken on"), self.bridge.today.isoformat(), "2026-12-08"),
        )
        id_ = self.claim_id

        def submit(values: dict[str, str], say: Say) -> bool:
            date = days.parse_date(values["date"]) if values["date"] else None
            if values["date"] and date is None:
                say(tr("“{text}” is no date: write it as 2026-12-08.").format(text=values["date"]))
                return False
            texts = {key: values[key] for key in ("label", "link", "note", "build")}

            def build(draft: Draft) -> None:
                item = ClaimEvidence(evidence=Evidence(id=draft.new_id(), date=date, **texts))
                held = draft.launch.claims.get(id_)
                draft.make(ClaimEvidenceAdded(claim=id_, item=item, index=len(held.evidence) if held else -1))

            return self.bridge.make(build, say) is not None

        self.ask(tr("Add evidence"), asks, tr("Add evidence"), submit)

    def accept(self, evidence: str = "") -> None:
        """The proving lane's lead accepts the evidence that is shown, or the newest that waits."""
        claim, launch = self.claim, self.bridge.launch
        waiting = [item for item in claim.evidence if item.accepted is None] if claim else []
        item = next((each for each in reversed(waiting) if not evidence or each.evidence.id == evidence), None)
        if claim is None or item is None:
            return
        id_, seen = claim.id, item.evidence

        def submit(values: dict[str, str], say: Say) -> bool:
            def build(draft: Draft) -> None:
                word = self.bridge.word(draft.launch, values.get("whose", ""))
                draft.make(ClaimEvidenceAccepted(claim=id_, evidence=seen, word=word))

            return self.bridge.make(build, say) is not None

        leads = [launch.leads.get(lane, "") for lane in PROVING]
        title = tr("“{label}” proves the claim as it is worded").format(label=seen.label)
        self.ask(title, whose(self.bridge, leads), tr("Accept as proof"), submit)

    def remove(self) -> None:
        """Asks which proof goes."""
        claim = self.claim
        if claim is None:
            return
        found = facts(self.bridge.launch, claim)
        keys = [*claim.proof, *(item.evidence.id for item in claim.evidence)]
        choices = tuple((key, f"{each.text} {each.title}" if each.task else each.title) for key, each in zip(keys, found.proof, strict=True))
        if not choices:
            self.refusal.say(tr("Nothing proves it yet: there is nothing to remove."))
            return

        def submit(values: dict[str, str], say: Say) -> bool:
            return self.bridge.make(lambda draft: without(draft, claim.id, values["proof"]), say) is not None

        asks = (Ask("proof", tr("Which proof"), choices[0][0], choices=choices),)
        self.ask(tr("Remove proof"), asks, tr("Remove the proof"), submit)

    def _remove(self, proof: Proof, evidence: str) -> None:
        claim = self.claim
        if claim is None:
            return
        gone = evidence or proof.task or next((id_ for id_ in claim.proof if id_ not in self.bridge.launch.tasks), "")
        self.make(lambda draft: without(draft, claim.id, gone))


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


class ClaimPanel(Panel):
    """Shows one claim at a time; the buttons at its foot are the page's."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object], foot: tuple[QWidget, ...]) -> None:
        super().__init__(tr("Claim"))
        self.bridge = bridge
        self.head, self.proof = ClaimHead(bridge, open_task), ProofSection(bridge, open_task)
        self._empty = label(tr("Choose a claim with the arrow keys to see what proves it."), "muted", wrap=True)
        self.column.addWidget(self._empty)
        self.column.addWidget(self.head)
        self.column.addWidget(self.proof)
        self.column.addStretch(1)
        self.add_foot(*foot)
        self._foot = foot

    def show_claim(self, found: ClaimFacts | None) -> None:
        for part in (self.head, self.proof):
            part.setVisible(found is not None)
        self._empty.setVisible(found is None)
        if found is not None:
            if found.claim.id != self.head.claim_id:
                self.area.verticalScrollBar().setValue(0)
            self.head.show_claim(found)
            self.proof.show_claim(found)
