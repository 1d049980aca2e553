"""Which shape, tone and words a verdict, position or task status has. One place, so that no two pages differ."""

from __future__ import annotations

from typing import NamedTuple

from launchready.desktop.widgets.shapes import Shape
from launchready.launch.decision import Decision, Verdict
from launchready.launch.model import Launch, Position, Status, Task
from launchready.launch.readiness import AckState, acknowledgement, is_done, is_waived
from launchready.wording import terms
from launchready.wording.language import QT_TR_NOOP, tr


class Look(NamedTuple):
    """A shape, the role of its colour, and the words beside it."""

    shape: Shape
    tone: str
    text: str


VERDICTS = {
    Verdict.GO: (Shape.DISC, "go"),
    Verdict.CONDITIONS: (Shape.TRIANGLE, "conditional"),
    Verdict.HOLD: (Shape.RING, "waiting"),
    Verdict.NOT_READY: (Shape.RING, "waiting"),
    Verdict.NO_GO: (Shape.SQUARE, "no_go"),
    Verdict.SCRUBBED: (Shape.SQUARE, "no_go"),
}
POSITIONS = {
    Position.GO: (Shape.DISC, "go"),
    Position.CONDITIONS: (Shape.TRIANGLE, "conditional"),
    Position.NO_GO: (Shape.SQUARE, "no_go"),
}
STATUSES = {
    Status.TODO: (Shape.RING, "waiting", QT_TR_NOOP("To do")),
    Status.IN_PROGRESS: (Shape.HALF, "accent", QT_TR_NOOP("In progress")),
    Status.BLOCKED: (Shape.SQUARE, "no_go", QT_TR_NOOP("Blocked")),
    Status.DONE: (Shape.CHECK, "go", QT_TR_NOOP("Done")),
    Status.NOT_APPLICABLE: (Shape.DASH, "waiting", QT_TR_NOOP("Not applicable")),
}


def of_verdict(verdict: Verdict) -> Look:
    return Look(*VERDICTS[verdict], terms.VERDICTS[verdict.value])


def of_position(position: Position) -> Look:
    return Look(*POSITIONS[position], terms.POSITIONS[position.value])


def of_decision(decision: Decision) -> Look:
    """The verdict with how many gates are in its way: `Not ready · 7 gates in the way`."""
    look = of_verdict(decision.verdict)
    matching = [reason for reason in decision.reasons if reason.rule == decision.rule]
    gates = sum(reason.kind.startswith("gate-") for reason in matching)
    if decision.rule == 3 and gates:
        return look._replace(text=f"{look.text} · " + tr("%n gate(s) in the way", "", gates))
    return look


def of_status(status: Status) -> Look:
    shape, tone, text = STATUSES[status]
    return Look(shape, tone, tr(text))


def of_task(launch: Launch, task: Task) -> Look:
    """How a task stands, waivers, acknowledgement and half-confirmed joint gates included."""
    if is_done(task):
        if acknowledgement(task) is AckState.AWAITING:
            return Look(Shape.CHECK_RING, "conditional", tr("Done, not acknowledged"))
        return of_status(Status.DONE)
    if task.gating and task.status is not Status.NOT_APPLICABLE and is_waived(launch, task):
        return Look(Shape.TRIANGLE, "conditional", tr("Waived"))
    if task.confirmations and task.status is not Status.BLOCKED:
        return Look(Shape.HALF, "accent", tr("Confirmed by one lead"))
    return of_status(task.status)
