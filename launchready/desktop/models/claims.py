"""Claims by proof: those in use that lack it first, then the rest of those in use, drafts, and withdrawn ones."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchready.desktop.models.updating import KeyedRows
from launchready.desktop.widgets.shapes import Shape
from launchready.desktop.widgets.tones import STATUSES, Look
from launchready.launch.model import Claim, ClaimState, Launch, Task
from launchready.launch.readiness import Support, is_done, is_waived, support
from launchready.wording import terms
from launchready.wording.language import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
TEXT, WHERE, PROOF, STATE = range(4)


class Proof(NamedTuple):
    """One thing that proves a claim: a task by its key, or evidence (`task` is empty). `id` is that of the task or of
    the evidence, also where the task was removed."""

    id: str
    look: Look
    text: str
    task: str
    title: str


class ClaimFacts(Struct, frozen=True):
    claim: Claim
    look: Look
    remark: str
    proof: tuple[Proof, ...]
    rank: int

    def sentence(self) -> str:
        proof = "; ".join(f"{each.text}, {each.look.text}" for each in self.proof)
        parts = (self.claim.key, self.claim.text, self.look.text, self.remark, self.claim.where, proof)
        return ", ".join(part for part in parts if part)


def claim_look(launch: Launch, claim: Claim) -> Look:
    """How a claim stands: in use by its support, else draft or withdrawn."""
    if claim.state is ClaimState.DRAFT:
        return Look(Shape.RING, "waiting", tr("Draft"))
    if claim.state is ClaimState.WITHDRAWN:
        return Look(Shape.DASH, "waiting", tr("Withdrawn"))
    return {
        Support.SUPPORTED: Look(Shape.CHECK, "go", tr("Supported")),
        Support.UNSUPPORTED: Look(Shape.SQUARE, "no_go", tr("Unsupported")),
        Support.CUT: Look(Shape.SQUARE, "no_go", tr("Proof cut")),
    }[support(launch, claim)]


def proofs(launch: Launch, claim: Claim) -> tuple[Proof, ...]:
    """What proves it, with what does not yet first."""
    tasks = (_task_proof(launch, id_, launch.tasks.get(id_)) for id_ in claim.proof)
    accepted, waits = (Shape.CHECK, "go", tr("accepted")), (Shape.RING, "conditional", tr("not accepted yet"))
    evidence = (
        Proof(
            held.evidence.id,
            Look(*(accepted if held.accepted else waits)),
            held.evidence.label,
            "",
            held.evidence.label,
        )
        for held in claim.evidence
    )
    return tuple(sorted((*tasks, *evidence), key=lambda each: each.look.tone == "go"))


def _task_proof(launch: Launch, id_: str, task: Task | None) -> Proof:
    if task is None:
        gone = Look(Shape.SQUARE, "no_go", tr("removed"))
        return Proof(id_, gone, tr("removed task"), "", tr("A task that was removed"))
    if is_done(task):
        shape, tone, text = Shape.CHECK, "go", tr("done")
    elif is_waived(launch, task):
        shape, tone, text = Shape.SQUARE, "no_go", tr("waived, which cuts the proof")
    else:
        shape, tone, _ = STATUSES[task.status]
        text = terms.STATUSES[task.status.value]
    return Proof(id_, Look(shape, tone, text), task.key, id_, task.title)


def facts(launch: Launch, claim: Claim) -> ClaimFacts:
    found = proofs(launch, claim)
    held = support(launch, claim)
    rank = {ClaimState.IN_USE: 1, ClaimState.DRAFT: 2, ClaimState.WITHDRAWN: 3}[claim.state]
    if claim.state is ClaimState.IN_USE and held is not Support.SUPPORTED:
        rank = 0
    return ClaimFacts(claim, claim_look(launch, claim), _remark(claim, held, found), found, rank)


def _remark(claim: Claim, held: Support, found: tuple[Proof, ...]) -> str:
    """What is missing, by name."""
    if held is Support.SUPPORTED or claim.state is ClaimState.WITHDRAWN:
        return ""
    if not found:
        return tr("No proof yet")
    missing = next((each for each in found if each.look.tone != "go"), None)
    if missing is None:
        return ""
    words = tr("{title} is {state}").format(title=missing.title, state=missing.look.text)
    more = sum(each.look.tone != "go" for each in found) - 1
    return tr("{text}, and %n more", "", more).format(text=words) if more else words


def in_order(launch: Launch) -> list[ClaimFacts]:
    found = [facts(launch, claim) for claim in launch.claims.values()]
    return sorted(found, key=lambda each: (each.rank, each.claim.position, each.claim.id))


def places(launch: Launch, most: int = 3) -> list[tuple[str, int]]:
    """Where claims are used most, each place once however it is spelled."""
    named: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for claim in sorted(launch.claims.values(), key=lambda each: each.position):
        if claim.state is not ClaimState.WITHDRAWN:
            for place in where(claim):
                named.setdefault(place.casefold(), place)
                counted[place.casefold()] += 1
    return [(named[key], number) for key, number in counted.most_common(most) if number > 1]


def where(claim: Claim) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in claim.where.split(",") if part.strip()))


FILTERS = ("all", "unsupported", "draft", "withdrawn")


class ClaimsModel(QAbstractTableModel):
    """Four columns: what we will say, where, proof, state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts: list[ClaimFacts] = []
        self._rows = KeyedRows[ClaimFacts](self)
        self.filter, self.text = "all", ""

    def show_launch(self, launch: Launch) -> None:
        self._facts = in_order(launch)
        self._arrange()

    def choose(self, *, filter: str | None = None, text: str | None = None) -> None:  # noqa: A002
        """Filters by `all`, `unsupported`, `draft`, `withdrawn` or `in:` and a place, and by a text."""
        self.filter = self.filter if filter is None else filter
        self.text = self.text if text is None else text.casefold().strip()
        self._arrange()

    def _arrange(self) -> None:
        shown = [each for each in self._facts if self._passes(each)]
        self._rows.show(shown, [each.claim.id for each in shown])

    def _passes(self, each: ClaimFacts) -> bool:
        claim = each.claim
        if self.text and self.text not in f"{claim.key} {claim.text} {claim.where}".casefold():
            return False
        if self.filter.startswith("in:"):
            return self.filter[3:].casefold() in (place.casefold() for place in where(claim))
        return {"unsupported": each.rank == 0, "draft": each.rank == 2, "withdrawn": each.rank == 3}.get(
            self.filter, True
        )

    def counts(self) -> dict[str, int]:
        ranks = Counter(each.rank for each in self._facts)
        return {"all": len(self._facts), "unsupported": ranks[0], "draft": ranks[2], "withdrawn": ranks[3]}

    def entry(self, row: int) -> ClaimFacts | None:
        return self._rows.items[row] if 0 <= row < len(self._rows.items) else None

    def row_of(self, claim: str) -> int:
        return self._rows.row_of(claim)

    # -- Qt -----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows.items)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("What we will say"), tr("Where"), tr("Proof"), tr("State"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._rows.items[index.row()]
        proof = ", ".join(f"{each.text} {each.look.text}" for each in entry.proof)
        texts = (entry.claim.text, entry.claim.where, proof or tr("No proof"), entry.look.text)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.sentence() if index.column() == TEXT else texts[index.column()]
        return None
