"""A new launch with the checklist of another: same people, tasks, claims and RACI; nothing done, nothing signed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec.structs import replace

from launchready.launch import raci
from launchready.launch.changes import AnyChange, DeciderChanged, LaunchCreated, LeadChanged, PersonAdded
from launchready.launch.drafting import Draft
from launchready.launch.lanes import SIGNING
from launchready.launch.model import ClaimState, Due, Launch, Person, Status, Task
from launchready.launch.schedule import in_order


def copied(
    launch: Launch, new_id: Callable[[], str], *, name: str, date: dt.date, go_no_go: Due | None
) -> list[AnyChange]:
    """The changes of the copy's first entry. Keys are given anew; a fixed due stays, one of T-n moves along."""
    draft = Draft(Launch(), new_id)
    draft.make(
        LaunchCreated(
            id=new_id(),
            name=name,
            tier=launch.tier,
            date=date,
            time=launch.time,
            zone=launch.zone,
            go_no_go=go_no_go or launch.go_no_go,
            one_person=launch.one_person,
            template=launch.template,
            parties=launch.parties,
        )
    )
    people = _people(draft, launch)
    made = {task.id: _task(draft, task, people) for task in in_order(launch)}
    for task in in_order(launch):
        firsts = tuple(made[first] for first in task.prerequisites if first in made)
        draft.edit_task(draft.launch.tasks[made[task.id]], prerequisites=firsts)
    _claims(draft, launch, made)
    for row in raci.in_order(launch):
        draft.activity(row.title, letters=row.letters, input_expected=row.input_expected, escalates_to=row.escalates_to)
    return draft.changes


def _people(draft: Draft, launch: Launch) -> dict[str, str]:
    """Adds the people; their new ids by their old ones."""
    ids = {"": ""}
    for person in sorted(launch.people.values(), key=lambda each: (each.name, each.email)):
        ids[person.id] = draft.new_id()
        draft.make(PersonAdded(person=Person(id=ids[person.id], name=person.name, email=person.email)))
    for lane in SIGNING:
        if lane.id in launch.leads:
            draft.make(LeadChanged(lane=lane.id, to=ids[launch.leads[lane.id]]))
    if launch.decider:
        draft.make(DeciderChanged(to=ids[launch.decider]))
    return ids


def _task(draft: Draft, task: Task, people: dict[str, str]) -> str:
    added = draft.task(
        task.title,
        task.lane,
        done_when=task.done_when,
        area=task.area,
        owner=people.get(task.owner, ""),
        due=task.due,
        gating=task.gating,
        status=Status.TODO,
        notes=task.notes,
        reviewer=people.get(task.reviewer, ""),
        asks=task.asks,
        steps=tuple(replace(step, id=draft.new_id(), done=False) for step in task.steps),
        source=task.source,
    )
    return added.id


def _claims(draft: Draft, launch: Launch, made: dict[str, str]) -> None:
    for claim in sorted(launch.claims.values(), key=lambda each: each.position):
        if claim.state is not ClaimState.WITHDRAWN:
            proof = tuple(made[task] for task in claim.proof if task in made)
            draft.claim(claim.text, where=claim.where, proof=proof)
