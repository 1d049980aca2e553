"""Changes to the launch, its people, tasks, claims and RACI: everything that can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from launchready.launch import changes as c
from launchready.launch.changes.base import next_key
from launchready.launch.changes.claims import ClaimFields
from launchready.launch.changes.people import PersonFields
from launchready.launch.changes.raci import ActivityFields
from launchready.launch.changes.task_parts import StepFields
from launchready.launch.changes.tasks import Progress, TaskFields, progress
from launchready.launch.lanes import PM
from launchready.launch.model import (
    Activity,
    Claim,
    ClaimEvidence,
    ClaimState,
    Evidence,
    Person,
    Status,
    Step,
    Task,
)
from launchready.launch.raci import normalised
from tests.launch import builders as b
from tests.launch.draw import Draw, found


def _task(d: Draw) -> Task:
    lane = d.lane()
    return Task(
        id=d.one_of(d.launch.tasks) if d.seldom() else d.new_id(),
        key=next_key(d.launch, lane.upper()), title=d.text(), lane=lane, position=d.number(9),
        due=d.due() if d.number(1) else None, gating=bool(d.number(1)), asks=d.number(3) == 3,
        prerequisites=(d.one_of(d.launch.tasks),) if d.seldom() else (),
        status=d.pick(tuple(Status)) if d.seldom() else Status.TODO,
        owner=d.one_of(d.launch.people) if d.seldom() else "", reviewer=b.OSEI if d.seldom() else "",
    )  # fmt: skip


def _person(d: Draw) -> Person:
    return Person(id=d.new_id(), name=d.pick(("Sam", "Kim", "Dana Ruiz")), email=d.pick(("", "a@b.example", "\x00")))


def new_claim(d: Draw) -> Claim:
    proof = tuple(t.id for t in d.launch.tasks.values() if t.lane == PM.id)
    return Claim(
        id=d.new_id(), key=next_key(d.launch, "CL"), text=d.text(), position=d.number(9),
        state=d.pick(tuple(ClaimState)), proof=(d.one_of(proof),) if d.number(2) else (),
    )  # fmt: skip


def _activity(d: Draw) -> Activity:
    letters = {d.pick((*d.launch.parties, "Nobody")): normalised(d.pick(("A", "ra", "I", "X")))}
    return Activity(
        id=d.new_id(), key=next_key(d.launch, "R"), title=d.text(), position=1, letters=letters
    )  # fmt: skip


def launch_created(d: Draw) -> c.Change:
    return c.LaunchCreated(
        id="" if d.seldom() else "atlas", name=d.text(), tier=d.number(3) + 1, date=d.date(), go_no_go=d.due(),
        zone="Nowhere/Land" if d.seldom() else "Pacific/Auckland", time="25:00" if d.seldom() else "09:00",
    )  # fmt: skip


def _launch_edited(d: Draw) -> c.Change:
    options = {
        "name": d.text(), "tier": d.number(3) + 1, "date": d.pick((d.date(), dt.date.min, b.LAUNCH_DAY)),
        "zone": d.pick(("Europe/Berlin", "Mars")), "go_no_go": d.due(), "build": d.text(), "time": "10:30",
        "parties": d.pick((("PM",), (*d.launch.parties, "QA"))),
    }  # fmt: skip
    field = d.pick(sorted(options))
    return b.edit_launch(d.launch, **{field: options[field]})


def _lead_changed(d: Draw) -> c.Change:
    lane = d.signing()
    return c.LeadChanged(lane=lane, to=d.one_of(d.launch.people), was=d.launch.leads.get(lane, ""))


def _person_edited(d: Draw) -> c.Change:
    id_ = d.one_of(d.launch.people)
    new = _person(d)
    was = found(d.launch.people, id_, new)
    return c.PersonEdited(person=id_, to=PersonFields(email=new.email), was=PersonFields(email=was.email))


def _person_removed(d: Draw) -> c.Change:
    return c.PersonRemoved(was=found(d.launch.people, d.one_of(d.launch.people), _person(d)))


def _task_edited(d: Draw) -> c.Change:
    id_ = d.one_of(d.launch.tasks)
    new = _task(d)
    task = found(d.launch.tasks, id_, new)
    fields = ("title", "lane", "due", "gating", "asks", "prerequisites", "reviewer", "owner", "position")
    field = d.pick(fields)
    to, was = TaskFields(**{field: getattr(new, field)}), TaskFields(**{field: getattr(task, field)})
    return c.TaskEdited(task=id_, to=to, was=was)


def _task_progressed(d: Draw) -> c.Change:
    id_ = d.one_of(d.launch.tasks)
    task = found(d.launch.tasks, id_, _task(d))
    return c.TaskProgressed(task=id_, to=Progress(status=d.pick(tuple(Status)), why=d.text()), was=progress(task))


def _evidence_added(d: Draw, id_: str, _: Task) -> c.Change:
    return c.EvidenceAdded(task=id_, evidence=d.evidence(), index=d.number(2) - 1)


def _step_added(d: Draw, id_: str, _: Task) -> c.Change:
    return c.StepAdded(task=id_, step=_step(d), index=d.number(2) - 1)


def _on_task(make: Callable[[Draw, str, Task], c.Change]) -> Callable[[Draw], c.Change]:
    def drawn(d: Draw) -> c.Change:
        full = sorted(t.id for t in d.launch.tasks.values() if t.evidence or t.steps)
        id_ = d.one_of(full) if full and d.number(1) else d.one_of(d.launch.tasks)
        return make(d, id_, found(d.launch.tasks, id_, b.TASKS[0]))

    return drawn


def _evidence_removed(d: Draw, id_: str, task: Task) -> c.Change:
    was, index = d.held(task.evidence, d.evidence)
    return c.EvidenceRemoved(task=id_, was=was, index=index)


def _evidence_replaced(d: Draw, id_: str, task: Task) -> c.Change:
    was, _ = d.held(task.evidence, d.evidence)
    return c.EvidenceReplaced(task=id_, was=was, to=Evidence(id=was.id, label=d.text()))


def _step(d: Draw) -> Step:
    return Step(id=d.new_id(), text=d.text())


def _step_removed(d: Draw, id_: str, task: Task) -> c.Change:
    was, index = d.held(task.steps, lambda: _step(d))
    return c.StepRemoved(task=id_, was=was, index=index)


def _step_edited(d: Draw, id_: str, task: Task) -> c.Change:
    was, _ = d.held(task.steps, lambda: _step(d))
    return c.StepEdited(task=id_, step=was.id, to=StepFields(done=not was.done), was=StepFields(done=was.done))


def on_claim(make: Callable[[Draw, str, Claim], c.Change]) -> Callable[[Draw], c.Change]:
    def drawn(d: Draw) -> c.Change:
        id_ = d.one_of(d.launch.claims)
        return make(d, id_, found(d.launch.claims, id_, new_claim(d)))

    return drawn


def _claim_edited(d: Draw, id_: str, claim: Claim) -> c.Change:
    field = d.pick(("text", "where", "proof"))
    to = ClaimFields(**{field: getattr(new_claim(d), field)})
    return c.ClaimEdited(claim=id_, to=to, was=ClaimFields(**{field: getattr(claim, field)}))


def claim_item(d: Draw) -> ClaimEvidence:
    return ClaimEvidence(evidence=d.evidence())


def _claim_evidence_removed(d: Draw, id_: str, claim: Claim) -> c.Change:
    was, index = d.held(claim.evidence, lambda: claim_item(d))
    return c.ClaimEvidenceRemoved(claim=id_, was=was, index=index)


def _activity_edited(d: Draw) -> c.Change:
    id_ = d.one_of(d.launch.activities)
    was = found(d.launch.activities, id_, _activity(d))
    to, had = ActivityFields(input_expected=d.text()), ActivityFields(input_expected=was.input_expected)
    return c.ActivityEdited(activity=id_, to=to, was=had)


def _letters_set(d: Draw) -> c.Change:
    id_ = d.one_of(d.launch.activities)
    party = d.pick((*d.launch.parties, "Nobody"))
    held = d.launch.activities.get(id_)
    was = held.letters.get(party, "") if held else ""
    return c.LettersSet(activity=id_, party=party, to=d.pick(("A", "RA", "", "AR", "Q")), was=was)


def _activity_removed(d: Draw) -> c.Change:
    return c.ActivityRemoved(was=found(d.launch.activities, d.one_of(d.launch.activities), _activity(d)))


WAYS_OF_WORK: dict[type[c.Change], Callable[[Draw], c.Change]] = {
    c.LaunchCreated: launch_created,
    c.LaunchEdited: _launch_edited,
    c.PersonAdded: lambda d: c.PersonAdded(person=_person(d)),
    c.PersonEdited: _person_edited,
    c.PersonRemoved: _person_removed,
    c.LeadChanged: _lead_changed,
    c.DeciderChanged: lambda d: c.DeciderChanged(to=d.one_of(d.launch.people), was=d.launch.decider),
    c.TaskAdded: lambda d: c.TaskAdded(task=_task(d)),
    c.TaskRemoved: lambda d: c.TaskRemoved(was=found(d.launch.tasks, d.one_of(d.launch.tasks), _task(d))),
    c.TaskEdited: _task_edited,
    c.TaskProgressed: _task_progressed,
    c.EvidenceAdded: _on_task(_evidence_added),
    c.EvidenceRemoved: _on_task(_evidence_removed),
    c.EvidenceReplaced: _on_task(_evidence_replaced),
    c.StepAdded: _on_task(_step_added),
    c.StepRemoved: _on_task(_step_removed),
    c.StepEdited: _on_task(_step_edited),
    c.ClaimAdded: lambda d: c.ClaimAdded(claim=new_claim(d)),
    c.ClaimRemoved: on_claim(lambda _d, _, claim: c.ClaimRemoved(was=claim)),
    c.ClaimEdited: on_claim(_claim_edited),
    c.ClaimStateChanged: on_claim(
        lambda d, id_, claim: c.ClaimStateChanged(claim=id_, to=d.pick(tuple(ClaimState)), was=claim.state)
    ),
    c.ClaimEvidenceAdded: on_claim(
        lambda d, id_, _: c.ClaimEvidenceAdded(claim=id_, item=claim_item(d), index=d.number(2) - 1)
    ),
    c.ClaimEvidenceRemoved: on_claim(_claim_evidence_removed),
    c.ActivityAdded: lambda d: c.ActivityAdded(activity=_activity(d)),
    c.ActivityRemoved: _activity_removed,
    c.ActivityEdited: _activity_edited,
    c.LettersSet: _letters_set,
}
