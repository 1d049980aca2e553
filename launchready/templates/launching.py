"""A new launch from a template: the changes of its first entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec import Struct

from launchready.launch.changes import AnyChange, DeciderChanged, LaunchCreated, LeadChanged
from launchready.launch.drafting import Draft
from launchready.launch.lanes import PM, PMM
from launchready.launch.model import Due, Launch, Step
from launchready.templates.model import Template


class NewLaunch(Struct, frozen=True, kw_only=True):
    """What a person says of a new launch. `pm`, `pmm` and `decider` are names, each with an e-mail if given;
    `go_no_go` None means as the template has it for the tier."""

    name: str
    tier: int
    date: dt.date
    pm: str
    pmm: str
    decider: str = ""
    time: str = "09:00"
    zone: str = "UTC"
    go_no_go: Due | None = None
    one_person: bool = False


def first_entry(new: NewLaunch, template: Template, new_id: Callable[[], str]) -> list[AnyChange]:
    """Everything a new launch starts with: people, tasks of its tier, the RACI."""
    draft = Draft(Launch(), new_id)
    draft.make(
        LaunchCreated(
            id=new_id(),
            name=new.name,
            tier=new.tier,
            date=new.date,
            time=new.time,
            zone=new.zone,
            go_no_go=new.go_no_go or Due(offset=template.go_no_go[new.tier]),
            one_person=new.one_person,
            template=template.name,
            parties=template.parties,
        )
    )
    _people(draft, new)
    _tasks(draft, new, template)
    for row in template.raci:
        draft.activity(row.name, letters=row.letters, input_expected=row.input_expected, escalates_to=row.escalates_to)
    return draft.changes


def _people(draft: Draft, new: NewLaunch) -> None:
    for lane, person in ((PM, new.pm), (PMM, new.pmm)):
        draft.make(LeadChanged(lane=lane.id, to=draft.person(person)))
    if new.decider:
        draft.make(DeciderChanged(to=draft.person(new.decider)))


def _tasks(draft: Draft, new: NewLaunch, template: Template) -> None:
    roles = {"pm lead": draft.launch.leads[PM.id], "pmm lead": draft.launch.leads[PMM.id], "": ""}
    made: dict[str, str] = {}
    for task, due in template.for_tier(new.tier):
        added = draft.task(
            task.title,
            task.lane,
            done_when=task.done_when,
            area=task.area,
            owner=roles[task.owner_role],
            due=Due(offset=due.days, workday=due.workday),
            gating=due.gating,
            notes=task.notes,
            reviewer=draft.person(task.reviewer),
            asks=task.acknowledged,
            steps=tuple(Step(id=draft.new_id(), text=text) for text in task.steps),
            source=f"{template.name}:{task.id}",
        )
        made[task.id] = added.id
    for task, _ in template.for_tier(new.tier):
        firsts = tuple(made[first] for first in task.prerequisites if first in made)
        draft.edit_task(draft.launch.tasks[made[task.id]], prerequisites=firsts)
