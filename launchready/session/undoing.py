"""What of a log can be undone and redone."""

from __future__ import annotations

from collections.abc import Iterable

from launchready.launch.changes import Judgement
from launchready.launch.log import Entry, Sealed


def stacks(entries: Iterable[Sealed]) -> tuple[list[Sealed], list[Sealed]]:
    """Of one author's entries those that stand, and the undos that can be taken back, oldest first."""
    done: list[Sealed] = []
    undone: list[Sealed] = []
    for sealed in entries:
        target = sealed.entry.undoes
        if any(other.hash == target for other in undone):
            undone = [other for other in undone if other.hash != target]
            done.append(sealed)
        elif target:
            done = [other for other in done if other.hash != target]
            undone.append(sealed)
        else:
            done.append(sealed)
            undone = []
    return done, undone


def any_judgement(entry: Entry) -> bool:
    """Whether the entry holds somebody's word, which is withdrawn rather than undone."""
    return any(isinstance(change, Judgement) for change in entry.changes)
