"""The parts of a report that go through every task and claim, and how people and moments are named in it."""

from __future__ import annotations

import datetime as dt
from typing import cast
from zoneinfo import ZoneInfo

from msgspec import Struct

from launchready.exchange.report import report as shown
from launchready.launch.entitlement import name
from launchready.launch.model import Claim, Evidence, Launch, Status, Task, Word
from launchready.launch.readiness import (
    AckState,
    acknowledgement,
    is_done,
    is_gate,
    is_granted,
    is_settled,
    is_waived,
    unmet_conditions,
    waiver_for,
)
from launchready.launch.schedule import due_date, in_order
from launchready.wording import terms
from launchready.wording.language import tr

STATUSES: dict[Status, shown.TaskStatus] = {
    Status.TODO: "to do",
    Status.IN_PROGRESS: "in progress",
    Status.BLOCKED: "blocked",
    Status.DONE: "done",
    Status.NOT_APPLICABLE: "not applicable",
}


def lane_name(lane: str) -> shown.LaneName:
    """A lane's id, which the report knows as one of three."""
    return cast(shown.LaneName, lane)


class Reporter(Struct, frozen=True):
    """A launch on one day of its zone, and how the report names what is in it."""

    launch: Launch
    day: dt.date

    def by(self, word: Word | None) -> str:
        """Whose word it is, and who recorded it."""
        if word is None:
            return ""
        text = tr("{text} (recorded by {name})") if word.recorded_by else "{text}"
        return text.format(text=name(self.launch, word.by), name=word.recorded_by)

    def at(self, word: Word | None) -> str:
        return terms.moment(word.at.astimezone(ZoneInfo(self.launch.zone))) if word else ""

    def late(self, due: dt.date | None) -> str:
        """`3 d late`, or empty."""
        return tr("%n d late", "", (self.day - due).days) if due is not None and due < self.day else ""

    def label(self, subject: str) -> str:
        """How what an id stands for is called: a key, or whose No-go it is."""
        for held in (self.launch.tasks, self.launch.claims, self.launch.conditions):
            found = held.get(subject)
            if found is not None:
                return found.key
        lane = next((lane for lane, held in self.launch.sign_offs.items() if held.id == subject), "")
        return tr("{lane}'s No-go").format(lane=terms.lane(lane)) if lane else tr("an earlier No-go")

    def proof(self, claim: Claim) -> tuple[shown.Proof, ...]:
        tasks = (self._task_proof(self.launch.tasks.get(id_)) for id_ in claim.proof)
        evidence = (
            shown.Proof(
                text=held.evidence.label,
                link=held.evidence.link,
                state=f"accepted by {self.by(held.accepted)}" if held.accepted else "not accepted yet",
                done=held.accepted is not None,
            )
            for held in claim.evidence
        )
        return (*tasks, *evidence)

    def _task_proof(self, task: Task | None) -> shown.Proof:
        if task is None:
            return shown.Proof(text="a task that was removed", state="removed")
        waived = not is_done(task) and is_waived(self.launch, task)
        state = "waived" if waived else STATUSES[task.status]
        return shown.Proof(key=task.key, text=task.title, state=state, done=is_done(task))


def by_area(launch: Launch) -> list[Task]:
    """Every task in the order of the checklist; areas together, in the order in which they first come."""
    ordered = list(in_order(launch))
    areas = {key: number for number, key in enumerate(dict.fromkeys((task.lane, task.area) for task in ordered))}
    return sorted(ordered, key=lambda task: areas[(task.lane, task.area)])


def tasks_shown(reporter: Reporter) -> tuple[shown.Task, ...]:
    """Every task as it is shown, in the order of `by_area`."""
    conditions = unmet_conditions(reporter.launch)
    covers = {subject: condition.key for condition in conditions for subject in condition.covers}
    people = {person: name(reporter.launch, person) for person in reporter.launch.people}
    return tuple(_task(reporter, task, people, covers.get(task.id, "")) for task in by_area(reporter.launch))


def _task(reporter: Reporter, task: Task, people: dict[str, str], condition: str) -> shown.Task:
    launch = reporter.launch
    due = due_date(launch, task)
    over = is_done(task) or task.status is Status.NOT_APPLICABLE or is_waived(launch, task)
    return shown.Task(
        key=task.key,
        title=task.title,
        done_when=task.done_when,
        lane=lane_name(task.lane),
        area=task.area,
        owner=people.get(task.owner, ""),
        due=terms.day(due) if due else "",
        offset=terms.offset(task.due.offset) if task.due is not None and task.due.offset is not None else "",
        late="" if over else reporter.late(due),
        gating=task.gating,
        open_gate=is_gate(task) and not is_settled(task),
        status=STATUSES[task.status],
        why=task.why,
        acknowledgement=_acknowledged(reporter, task),
        covered=_covered(reporter, task, condition),
        reviewer=people.get(task.reviewer, ""),
        prerequisites=tuple(reporter.label(first) for first in task.prerequisites if first in launch.tasks),
        evidence=tuple(_evidence(held) for held in task.evidence),
        notes=task.notes,
        steps=tuple(shown.Step(text=step.text, done=step.done) for step in task.steps),
    )


def _acknowledged(reporter: Reporter, task: Task) -> str:
    """The other lane's word on it; for a joint gate, who has confirmed it."""
    if task.confirmations:
        return "; ".join(
            f"{terms.lane(held.lane)} confirmed: {reporter.by(held.word)}, {reporter.at(held.word)}"
            for held in task.confirmations
        )
    state = acknowledgement(task)
    if state is AckState.GIVEN and task.acknowledgement is not None:
        word = task.acknowledgement.word
        return f"Acknowledged by {reporter.by(word)}, {reporter.at(word)}"
    if state is AckState.SENT_BACK and task.sent_back is not None:
        return f"Sent back by {reporter.by(task.sent_back.word)}: {task.sent_back.why}"
    return {AckState.AWAITING: "Awaiting acknowledgement", AckState.NOT_YET: "Asks for acknowledgement"}.get(state, "")


def _covered(reporter: Reporter, task: Task, condition: str) -> str:
    waiver = waiver_for(reporter.launch, task.id)
    parts = [f"Condition {condition}"] if condition else []
    if waiver is not None and is_granted(reporter.launch, waiver):
        lapsed = waiver.terms.expires < reporter.day
        parts.append(f"{'Waiver lapsed' if lapsed else 'Waived to'} {terms.day(waiver.terms.expires)}")
    return "; ".join(parts)


def _evidence(held: Evidence) -> shown.Evidence:
    return shown.Evidence(
        label=held.label,
        link=held.link,
        note=held.note,
        date=terms.day(held.date) if held.date else "",
        build=held.build,
    )
