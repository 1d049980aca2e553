"""What tells the tasks of one file apart, so that the same one is found again when the file comes again."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from launchready.exchange.checklist import ChecklistTask

_LONGEST = 300


def unique(names: Sequence[str]) -> list[str]:
    """The names on one line each; those that stand again are numbered in their order: `Review`, `Review (2)`."""
    lines = list(names)
    if max(map(len, lines), default=0) >= _LONGEST or "\n" in "".join(lines):
        lines = [" ".join(name.split())[:_LONGEST] for name in lines]
    if len(set(lines)) == len(lines):
        return lines
    taken = set(lines)
    counts: dict[str, int] = {}
    found = []
    for name in lines:
        number = counts.get(name, 0) + 1
        if number > 1:
            while f"{name} ({number})" in taken:
                number += 1
            taken.add(f"{name} ({number})")
        counts[name] = number
        found.append(f"{name} ({number})" if number > 1 else name)
    return found


def identified(tasks: Sequence[ChecklistTask]) -> tuple[ChecklistTask, ...]:
    """The tasks with ids; one that its file doesn't number is known by its title."""
    given = {task.id for task in tasks}
    if len(given) == len(tasks) and "" not in given:
        return tuple(tasks)
    ids = unique([task.id or task.title for task in tasks])
    return tuple(
        task if task.id == id_ else msgspec.structs.replace(task, id=id_) for task, id_ in zip(tasks, ids, strict=True)
    )
