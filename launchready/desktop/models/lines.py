"""A task as one line of text and shapes: all that a row paints, and the sentence that a screen reader says."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from launchready.desktop import days
from launchready.desktop.models.facts import Fact
from launchready.desktop.widgets.tones import Look, of_task
from launchready.launch.entitlement import consenters, name
from launchready.launch.lanes import SIGNING
from launchready.launch.model import ClaimState, Launch, Status, Task
from launchready.launch.readiness import AckState, acknowledgement, is_granted, open_prerequisites, waiver_for
from launchready.wording import terms
from launchready.wording.language import tr


class Line(NamedTuple):
    """What a row shows. `settled` rows are dimmed: nothing is left to do there."""

    look: Look
    title: str
    note: str
    gate: str
    owner: str
    due: str
    due_tone: str
    settled: bool

    def sentence(self, key: str) -> str:
        parts = (key, self.title, self.look.text, self.note, self.gate, self.owner, self.due)
        return ", ".join(part for part in parts if part)


def line(launch: Launch, fact: Fact, today: dt.date, claims: dict[str, int]) -> Line:
    """The row of one task. `claims` counts the claims in use that rely on each task."""
    task = fact.task
    look = of_task(launch, task)
    waived = look.tone == "conditional" and not fact.done
    due, tone = _due(fact, today, waived=waived)
    person = launch.people.get(task.owner)
    return Line(
        look=look,
        title=task.title,
        note=note(launch, task, claims.get(task.id, 0)),
        gate=tr("gating") if task.gating else "",
        owner=person.name if person else "",
        due=due,
        due_tone=tone,
        settled=fact.done or waived or task.status is Status.NOT_APPLICABLE,
    )


def claims_on(launch: Launch) -> dict[str, int]:
    """How many claims in use rely on each task."""
    counted: dict[str, int] = {}
    for claim in launch.claims.values():
        if claim.state is ClaimState.IN_USE:
            for task in claim.proof:
                counted[task] = counted.get(task, 0) + 1
    return counted


def _due(fact: Fact, today: dt.date, *, waived: bool) -> tuple[str, str]:
    if fact.due is None or waived or fact.task.status is Status.NOT_APPLICABLE:
        return "—", "muted"
    if fact.late:
        return days.lateness(fact.due, today), "no_go"
    return days.near(fact.due, today), "muted"


def note(launch: Launch, task: Task, claims: int = 0) -> str:
    """The one remark beside a title that matters most."""
    return (
        (task.why if task.status in (Status.BLOCKED, Status.NOT_APPLICABLE) else "").split("\n")[0]
        or _waiver(launch, task)
        or _word(task)
        or _waits(launch, task)
        or _hangs_on(task, claims)
    )


def _waiver(launch: Launch, task: Task) -> str:
    held = waiver_for(launch, task.id) if launch.waivers else None
    if held is None:
        return ""
    until = days.day(held.terms.expires)
    if is_granted(launch, held):
        return tr("Waived to {day}").format(day=until)
    waiting = [name(launch, person) for person in consenters(launch, held.lane)] if held.consent is None else []
    if not waiting:
        waiting = [name(launch, task.reviewer)]
    return tr("Waiver asked, waits for {who}").format(who=terms.listing(waiting))


def _word(task: Task) -> str:
    state = acknowledgement(task)
    if state is AckState.AWAITING:
        others = terms.choice([terms.lane(lane.id) for lane in SIGNING if lane.id != task.lane])
        return tr("Awaiting {lane}").format(lane=others)
    if task.sent_back is not None and state is AckState.SENT_BACK:
        return tr("Sent back: {why}").format(why=task.sent_back.why.split("\n")[0])
    if task.confirmations and task.status is not Status.DONE:
        lanes = terms.listing([terms.lane(held.lane) for held in task.confirmations])
        return tr("Confirmed by {lanes}").format(lanes=lanes)
    return ""


def _waits(launch: Launch, task: Task) -> str:
    if task.status is Status.DONE or not task.prerequisites:
        return ""
    first = open_prerequisites(launch, task)
    return tr("Waits for {keys}").format(keys=terms.listing([each.key for each in first], most=3)) if first else ""


def _hangs_on(task: Task, claims: int) -> str:
    if task.steps and task.status is not Status.DONE:
        done = sum(step.done for step in task.steps)
        return tr("{done} of %n step(s)", "", len(task.steps)).format(done=done)
    if claims:
        return tr("%n claim(s) (relies|rely) on this", "", claims)
    if len(task.evidence) > 1:
        return tr("%n piece(s) of evidence", "", len(task.evidence))
    return tr("No evidence") if task.gating and not task.evidence and task.status is Status.DONE else ""
