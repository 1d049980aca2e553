"""A launch beside the template that it was made from: what was added, left out and changed."""

from __future__ import annotations

from collections.abc import Iterable, Set

import msgspec

from launchready.launch.model import Launch, Task
from launchready.launch.schedule import in_order
from launchready.templates.model import Due, Template, TemplateTask, written_due


class Difference(msgspec.Struct, frozen=True):
    """One field as the template has it and as the launch has it, in words that need no translation."""

    field: str
    template: str
    launch: str


class ChangedTask(msgspec.Struct, frozen=True):
    """A task of both, by its id in the launch."""

    task: str
    key: str
    title: str
    differences: tuple[Difference, ...]


class Comparison(msgspec.Struct, frozen=True):
    """`added` are ids of the launch, `removed` ids of the template in the launch's tier; `same` counts the others."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[ChangedTask, ...]
    same: int


def compare(launch: Launch, template: Template) -> Comparison:
    """Tasks belong together by where they came from, else by their title.

    A template that was saved from a launch keeps the ids of the template that the launch was made from. Owners, notes
    and progress are the launch's own and no change.
    """
    own = {task.id: (task, due) for task, due in template.for_tier(launch.tier)}
    made = in_launch(launch, template)
    ids = {task.id: id_ for id_, task in made.items()}
    added = tuple(task.id for task in in_order(launch) if task.id not in ids)
    changed = []
    for task in in_order(launch):
        if task.id in ids:
            held, due = own[ids[task.id]]
            differences = _differences(launch, task, held, due, ids, within=own.keys())
            if differences:
                changed.append(ChangedTask(task.id, task.key, task.title, differences))
    removed = tuple(id_ for id_ in own if id_ not in made)
    return Comparison(added, removed, tuple(changed), len(made) - len(changed))


def in_launch(launch: Launch, template: Template) -> dict[str, Task]:
    """The launch's tasks by their ids in the template, as far as its tier has them."""
    own = {task.id: task for task, _ in template.for_tier(launch.tier)}
    made: dict[str, Task] = {}
    for name in dict.fromkeys((template.name, launch.template)):
        came_from = {f"{name}:{id_}": id_ for id_ in own if name and id_ not in made}
        made |= {came_from[task.source]: task for task in in_order(launch) if task.source in came_from}
    known = {task.id for task in made.values()}
    titled = {task.title.casefold(): task for task in reversed([*in_order(launch)]) if task.id not in known}
    for id_, held in own.items():
        if id_ not in made and (found := titled.pop(held.title.casefold(), None)) is not None:
            made[id_] = found
    return made


def _differences(
    launch: Launch, task: Task, held: TemplateTask, due: Due, ids: dict[str, str], within: Set[str]
) -> tuple[Difference, ...]:
    firsts = [ids[first] if first in ids else _key(launch, first) for first in task.prerequisites]
    pairs = (
        ("title", held.title, task.title),
        ("done_when", held.done_when, task.done_when),
        ("lane", held.lane, task.lane),
        ("area", held.area, task.area),
        ("due", _due(due), _launch_due(task)),
        ("gating", _yes(due.gating), _yes(task.gating)),
        ("acknowledged", _yes(held.acknowledged), _yes(task.asks)),
        ("prerequisites", _listed(first for first in held.prerequisites if first in within), _listed(firsts)),
        ("steps", "\n".join(held.steps), "\n".join(step.text for step in task.steps)),
    )
    return tuple(Difference(field, was, now) for field, was, now in pairs if was != now)


def _due(due: Due) -> str:
    return written_due(due.days) + (" workday" if due.workday else "")


def _launch_due(task: Task) -> str:
    if task.due is None:
        return ""
    if task.due.offset is None:
        return task.due.date.isoformat() if task.due.date else ""
    return written_due(task.due.offset) + (" workday" if task.due.workday else "")


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _key(launch: Launch, task: str) -> str:
    held = launch.tasks.get(task)
    return held.key if held else task
