"""Which tasks entries touched, as far as their changes tell."""

from __future__ import annotations

from collections.abc import Iterable

from launchready.launch.log import Sealed


def touched(entries: Iterable[Sealed]) -> frozenset[str] | None:
    """Ids of the tasks that the entries changed; None where tasks came or went, or a change doesn't say.

    Claims, waivers and people have ids of their own: whether those changed is to be seen otherwise.
    """
    found: set[str] = set()
    for sealed in entries:
        for change in sealed.entry.changes:
            task = getattr(change, "task", "")
            if not isinstance(task, str):
                return None
            if task:
                found.add(task)
    return frozenset(found)
