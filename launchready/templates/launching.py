"""A new launch from a template: the changes of its first entry; and later, single tasks of one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection

from msgspec import Struct

from launchready.launch.changes import AnyChange, DeciderChanged, LaunchCreated, LeadChanged
from launchready.launch.drafting import Draft
from launchready.launch.lanes import PM, PMM
from launchready.launch.model import Due, Launch, Step, Task
from launchready.templates.comparing import in_launch
from launchready.templates.model import Due as TemplateDue
from launchready.templates.model import Template, TemplateTask


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
    made = {task.id: _task(draft, template, task, due).id for task, due in template.for_tier(new.tier)}
    for task, _ in template.for_tier(new.tier):
        firsts = tuple(made[first] for first in task.prerequisites if first in made)
        draft.edit_task(draft.launch.tasks[made[task.id]], prerequisites=firsts)


def take_in(draft: Draft, template: Template, ids: Collection[str]) -> list[Task]:
    """Adds tasks of a template, by their ids there, to a launch that was begun without them.

    They wait for what they wait for in the template, as far as that is in the launch.
    """
    made = {id_: task.id for id_, task in in_launch(draft.launch, template).items()}
    wanted = [
        (task, due) for task, due in template.for_tier(draft.launch.tier) if task.id in ids and task.id not in made
    ]
    for task, due in wanted:
        made[task.id] = _task(draft, template, task, due).id
    for task, _ in wanted:
        firsts = tuple(made[first] for first in task.prerequisites if first in made)
        draft.edit_task(draft.launch.tasks[made[task.id]], prerequisites=firsts)
    return [draft.launch.tasks[made[task.id]] for task, _ in wanted]


def _task(draft: Draft, template: Template, task: TemplateTask, due: TemplateDue) -> Task:
    """Adds one task, still without prerequisites; a role becomes the person who has it."""
    leads = draft.launch.leads
    owner = {"pm lead": leads.get(PM.id, ""), "pmm lead": leads.get(PMM.id, "")}.get(task.owner_role, "")
    return draft.task(
        task.title,
        task.lane,
        done_when=task.done_when,
        area=task.area,
        owner=owner,
        due=Due(offset=due.days, workday=due.workday),
        gating=due.gating,
        notes=task.notes,
        reviewer=draft.person(task.reviewer),
        asks=task.acknowledged,
        steps=tuple(Step(id=draft.new_id(), text=text) for text in task.steps),
        source=f"{template.name}:{task.id}",
    )
