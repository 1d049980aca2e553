"""What stands in the way, most pressing first, as rows. Nothing here counts anew what `readiness`, `decision` and
`reporting` count."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchready.desktop import days
from launchready.desktop.models.updating import KeyedRows
from launchready.desktop.widgets.shapes import Shape
from launchready.desktop.widgets.tones import Look
from launchready.exchange.report import about
from launchready.exchange.report.lists import Reporter
from launchready.exchange.report.reporting import pressing
from launchready.launch.decision import Decision
from launchready.launch.model import Launch, Status
from launchready.launch.reasons import Reason
from launchready.wording import reasons, terms
from launchready.wording.language import Texts, tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
MOST = 2
"""How many differences of a stale sign-off are named."""


class Obstacle(Struct, frozen=True):
    """One reason as a row. `opens` is where it leads: `task`, `claim` or `sign-off`."""

    look: Look
    text: str
    under: str
    lane: str
    owner: str
    when: str
    late: bool
    opens: str
    subject: str

    def sentence(self) -> str:
        parts = (
            self.look.text,
            self.text,
            self.under,
            terms.lane(self.lane) if self.lane else "",
            self.owner,
            self.when,
        )
        return ", ".join(part for part in parts if part)


def _obstacle(launch: Launch, found: Reason, today: dt.date, asked: frozenset[str]) -> Obstacle:
    task = launch.tasks.get(found.subject)
    due = about.due(launch, found)
    late = due is not None and due < today
    blocked = task is not None and task.status is Status.BLOCKED
    under = [found.key, _beside(launch, found, asked)]
    return Obstacle(
        look=_look(found, late=late, blocked=blocked),
        text=reasons.reason(found),
        under=" · ".join(terms.apart(part) for part in under if part),
        lane=found.lane,
        owner=about.owner(launch, found),
        when=_when(due, today) if due else "",
        late=late,
        opens="task" if task is not None else "claim" if found.subject in launch.claims else "sign-off",
        subject=found.subject,
    )


def _asked(launch: Launch) -> frozenset[str]:
    """The tasks (by id) whose waiver waits for consent."""
    held = launch.waivers.values()
    return frozenset(each.task for each in held if each.withdrawn is None and each.consent is None)


def _beside(launch: Launch, found: Reason, asked: frozenset[str]) -> str:
    """Where it belongs, or what it waits for."""
    if found.subject in asked:
        return tr("waiver waits for consent")
    return tr("Sign-off") if found.kind == "sign-off-missing" else about.detail(launch, found, MOST)


def _when(due: dt.date, today: dt.date) -> str:
    return tr("today") if due == today else days.lateness(due, today) or days.near(due, today)


def _look(found: Reason, *, late: bool, blocked: bool) -> Look:
    """As the summary marks it: red for a No-go, for what is blocked or late; amber for what is covered or stale."""
    if found.rule in (1, 2) or (found.rule == 3 and (blocked or late)):
        return Look(Shape.SQUARE, "no_go", tr("Blocked") if blocked else tr("Late") if late else tr("No-go"))
    if found.rule == 3 and found.kind.startswith("claim"):
        return Look(Shape.SQUARE, "no_go", tr("Unsupported"))
    if found.kind in ("sign-off-missing", "escalation-open") or found.rule == 3:
        return Look(Shape.RING, "waiting", tr("Open"))
    return Look(Shape.TRIANGLE, "conditional", tr("Stale") if found.kind == "sign-off-stale" else tr("Covered"))


KINDS = Texts(
    {
        "gate-waived": lambda n: tr("%n waived", "", n),
        "gate": lambda n: tr("%n gate(s)", "", n),
        "claim": lambda n: tr("%n claim(s)", "", n),
        "sign-off": lambda n: tr("%n sign-off(s)", "", n),
        "condition": lambda n: tr("%n condition(s)", "", n),
        "waiver": lambda n: tr("%n waiver(s)", "", n),
        "escalation": lambda n: tr("%n escalation(s)", "", n),
        "no-go": lambda n: tr("%n No-go(s)", "", n),
        "ruled": lambda n: tr("%n accepted by ruling", "", n),
    }
)
"""Of reasons whose kind begins so, how many there are."""


def tally(decision: Decision) -> str:
    """`7 gates, 2 claims, 2 sign-offs · 1 waived`, as the reasons are listed: what is covered is counted apart."""
    open_, covered = Counter[str](), Counter[str]()
    for (rule, kind), count in Counter((found.rule, found.kind) for found in decision.reasons).items():
        if said := _kind(rule, kind):
            (covered if rule == 7 else open_)[said] += count
    return " · ".join(
        terms.commas([KINDS.counted(kind, count) for kind, count in counted.items()])
        for counted in (open_, covered)
        if counted
    )


def _kind(rule: int, kind: str) -> str:
    if rule == 7 and kind.endswith("-ruled"):
        return "ruled"
    if kind in ("lane-no-go", "ruled-no-go"):
        return "no-go"
    return next((known for known in KINDS if kind.startswith(known)), "")


class Obstacles(QAbstractTableModel):
    """One column; a row a reason, most pressing first, as the report has them. Rows are worded when they are seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = KeyedRows[Reason](self)
        self._launch, self._today = Launch(), dt.date.min
        self._asked: frozenset[str] = frozenset()
        self._worded: dict[int, Obstacle] = {}

    def show(self, launch: Launch, decision: Decision, today: dt.date) -> None:
        """Takes in a state. What a row says beside its reason may differ too, so all are drawn anew."""
        self._launch, self._today, self._asked = launch, today, _asked(launch)
        self._worded.clear()
        found = pressing(Reporter(launch, today), decision)
        self._rows.show(found, [f"{each.kind} {each.subject} {each.lane}" for each in found])
        if found:
            self.dataChanged.emit(self.index(0, 0), self.index(len(found) - 1, 0))

    def entry(self, row: int) -> Obstacle:
        if row not in self._worded:
            self._worded[row] = _obstacle(self._launch, self._rows.items[row], self._today, self._asked)
        return self._worded[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows.items)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.text
        return entry.sentence() if role == Qt.ItemDataRole.AccessibleTextRole else None
