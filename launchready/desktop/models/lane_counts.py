"""Each lane's card: who leads it, what its sign-off says, and its gates counted."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from launchready.desktop.widgets.shapes import Shape
from launchready.desktop.widgets.sign_off_state import of_sign_off
from launchready.desktop.widgets.tones import Look
from launchready.launch.coverage import staleness
from launchready.launch.entitlement import name
from launchready.launch.lanes import BY_ID, SIGNING
from launchready.launch.maps import values
from launchready.launch.model import Launch, Position, Task
from launchready.launch.readiness import is_done, is_gate, is_waived
from launchready.launch.schedule import due_date
from launchready.wording import terms
from launchready.wording.language import tr


class LaneCounts(NamedTuple):
    """A lane's card: people, what it says, gates done of all; of the others, waived ones and open ones; how many of
    the open ones are late."""

    lane: str
    people: str
    look: Look
    done: int
    total: int
    waived: int
    open: int
    late: int


def lane_counts(launch: Launch, today: dt.date) -> dict[str, LaneCounts]:
    """Each lane's card, out of one pass over the tasks."""
    gates: dict[str, list[Task]] = {lane: [] for lane in BY_ID}
    for task in values(launch.tasks):
        if is_gate(task):
            gates[task.lane].append(task)
    return {lane: _lane_counts(launch, lane, held, today) for lane, held in gates.items()}


def _lane_counts(launch: Launch, lane: str, gates: list[Task], today: dt.date) -> LaneCounts:
    left = [task for task in gates if not is_done(task)]
    open_ = [task for task in left if not is_waived(launch, task)]
    late = sum(1 for task in open_ if (day := due_date(launch, task)) is not None and day < today)
    people = name(launch, launch.leads.get(lane, "")) or tr("No lead yet") if BY_ID[lane].signs else tr("Both leads")
    return LaneCounts(
        lane,
        people,
        standing(launch, lane),
        done=len(gates) - len(left),
        total=len(gates),
        waived=len(left) - len(open_),
        open=len(open_),
        late=late,
    )


def standing(launch: Launch, lane: str) -> Look:
    """What a lane's sign-off says now: `▲ Go, stale`. A shared lane is covered by all sign-offs or not."""
    if not BY_ID[lane].signs:
        return _shared_standing(launch)
    return of_sign_off(launch, lane).short


def _shared_standing(launch: Launch) -> Look:
    given = [held for lane in SIGNING if (held := launch.sign_offs.get(lane.id)) is not None and held.withdrawn is None]
    against = [held.lane for held in given if held.position is Position.NO_GO]
    if len(against) > 1:
        return Look(Shape.SQUARE, "no_go", tr("Both say No-go"))
    if against:
        return Look(Shape.SQUARE, "no_go", tr("{lane} says No-go").format(lane=terms.lane(against[0])))
    if len(given) == len(SIGNING) and not any(staleness(launch, held) for held in given):
        return Look(Shape.CHECK_RING, "go", tr("Covered by both"))
    return Look(Shape.RING, "waiting", tr("Not covered by both"))
