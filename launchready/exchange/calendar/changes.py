"""How often the log changed what an event of the calendar is made of, and when it last did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from launchready.launch.changes import CalledOff, DecisionRecorded, LaunchCreated, LaunchEdited, Resumed, SignedOff
from launchready.launch.changes.base import Change
from launchready.launch.log import Sealed

_WHOLE = (LaunchCreated, LaunchEdited, CalledOff, Resumed)
"""Changes after which every event may stand elsewhere, or be off."""


class Touched(Struct):
    """`times` counts the entries after the one that made the thing."""

    times: int = 0
    last: dt.datetime | None = None


def touched(entries: Iterable[Sealed]) -> dict[str, Touched]:
    """By the id of a task, a condition or the launch itself."""
    found: dict[str, Touched] = {}
    launch = ""
    for sealed in entries:
        entry = sealed.entry
        launch = next((change.id for change in entry.changes if isinstance(change, LaunchCreated)), launch)
        subjects = {subject for change in entry.changes for subject in _subjects(change, launch)}
        if any(isinstance(change, _WHOLE) for change in entry.changes):
            subjects |= found.keys()
        for subject in subjects:
            if subject in found:
                found[subject].times += 1
                found[subject].last = entry.at
            else:
                found[subject] = Touched(0, entry.at)
    return found


def _subjects(change: Change, launch: str) -> Iterator[str]:
    """The ids that a change names: `task`, `condition` and `was` hold an id or the thing itself."""
    if isinstance(change, (*_WHOLE, DecisionRecorded)):
        yield launch
    if isinstance(change, SignedOff):
        yield from (condition.id for condition in change.conditions)
    for field in ("task", "condition", "was"):
        named: Any = getattr(change, field, None)
        id_ = named if isinstance(named, str) else getattr(named, "id", None)
        if isinstance(id_, str):
            yield id_
