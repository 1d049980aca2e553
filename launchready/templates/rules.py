"""What must hold between the parts of a template: ids, prerequisites, and the letters of a RACI row."""

from __future__ import annotations

from launchready.templates.model import TemplateActivity, TemplateTask
from launchready.templates.source import Table, nearest


def check_ids(tables: tuple[Table, ...], tasks: tuple[TemplateTask, ...]) -> None:
    """Each id once."""
    seen: dict[str, int] = {}
    for n, (table, task) in enumerate(zip(tables, tasks, strict=True)):
        if task.id in seen:
            first = tasks[seen[task.id]].title
            table.refuse("template.duplicate-id", "id", value=task.id, title=task.title, first=first)
        seen[task.id] = n


def check_prerequisites(tables: tuple[Table, ...], tasks: tuple[TemplateTask, ...]) -> None:
    """Each names a task of this template, and none leads back to its own task."""
    ids = tuple(task.id for task in tasks)
    known = frozenset(ids)
    for table, task in zip(tables, tasks, strict=True):
        for other in task.prerequisites:
            if other not in known:
                near = nearest(other, ids)
                table.refuse("template.unknown-prerequisite", "prerequisites", id=task.id, value=other, nearest=near)
    if cycle := _cycle({task.id: task.prerequisites for task in tasks}):
        table = tables[ids.index(cycle[0])]
        table.refuse("template.prerequisite-cycle", "prerequisites", id=cycle[0], cycle=cycle)


def _cycle(prerequisites: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """A way from a task back to itself, with that task at both ends, or nothing."""
    done: set[str] = set()
    for start in prerequisites:
        trail = {start: iter(prerequisites[start])}  # the tasks on the way from start, in order
        while trail and start not in done:
            task, ahead = next(reversed(trail.items()))
            other = next((each for each in ahead if each not in done), None)
            if other is None:
                done.add(task)
                del trail[task]
            elif other in trail:
                way = list(trail)
                return (*way[way.index(other) :], other)
            else:
                trail[other] = iter(prerequisites[other])
    return ()


def check_activity(table: Table, activity: TemplateActivity, parties: tuple[str, ...], earlier: list[str]) -> None:
    """A name not used earlier, letters for listed parties only, exactly one accountable, at least one responsible."""
    if not activity.name:
        table.refuse("template.activity-missing", "activity")
    if activity.name in earlier:
        table.refuse("template.duplicate-activity", "activity", value=activity.name)
    for party in activity.letters:
        if party not in parties:
            near = nearest(party, parties)
            table.refuse("template.unknown-party", "letters", party, value=party, nearest=near, allowed=parties)
    accountable = tuple(party for party, letter in activity.letters.items() if "A" in letter)
    if len(accountable) != 1:
        table.refuse("template.not-one-accountable", "letters", activity=activity.name, accountable=accountable)
    if not any("R" in letter for letter in activity.letters.values()):
        table.refuse("template.no-responsible", "letters", activity=activity.name)
