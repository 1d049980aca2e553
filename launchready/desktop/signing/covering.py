"""What a lane's sign-off would cover, area by area, in the words and counts that every page and report has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from launchready.desktop import days
from launchready.desktop.widgets.shapes import Shape
from launchready.desktop.widgets.tones import Look
from launchready.launch.coverage import covered_lanes
from launchready.launch.lanes import BY_ID
from launchready.launch.maps import values
from launchready.launch.model import Launch, Status, Task
from launchready.launch.readiness import (
    does_cover,
    is_done,
    is_gate,
    is_granted,
    is_waived,
    supported_of_used,
    unmet_conditions,
    waiver_for,
)
from launchready.launch.schedule import due_date, ordered
from launchready.wording import terms
from launchready.wording.language import tr


class Line(NamedTuple):
    """`task` is what a click opens: the first thing that is open there."""

    look: Look
    text: str
    right: str
    task: str = ""


def facts(launch: Launch, lane: str) -> str:
    """What of the launch itself a sign-off covers, in one line."""
    parts = [
        tr("Tier {tier}").format(tier=launch.tier),
        tr("launches {day}").format(day=days.day(launch.date, weekday=True)),
    ]
    if BY_ID[lane].covers_build:
        parts.append(tr("build {build}").format(build=launch.build) if launch.build else tr("no release build yet"))
    return " · ".join(parts)


def lines(launch: Launch, lane: str, today: dt.date) -> list[Line]:
    """The lane's areas, the joint gates, the claims in use, and the gates that are waived."""
    lanes = covered_lanes(lane)
    groups: dict[tuple[str, str], list[Task]] = {}
    for task in ordered(task for task in values(launch.tasks) if task.lane in lanes and is_gate(task)):
        groups.setdefault((task.lane, task.area if task.lane == lane else ""), []).append(task)
    found = []
    for (whose, area), gates in groups.items():
        shared = tr("{lane} gates").format(lane=terms.lane(whose))
        found.append(_counted(launch, terms.apart(area or tr("No area")) if whose == lane else shared, gates, today))
    return [*found, *_claims(launch), *_waived(launch, lane, today)]


def _counted(launch: Launch, text: str, gates: list[Task], today: dt.date) -> Line:
    left = [task for task in gates if not is_done(task)]
    open_ = [task for task in left if not is_waived(launch, task)]
    right = tr("{done} of {total}").format(done=len(gates) - len(left), total=len(gates))
    return Line(_look(launch, not left, open_, today), text, right, open_[0].id if open_ else "")


def _look(launch: Launch, complete: bool, open_: list[Task], today: dt.date) -> Look:
    if complete:
        return Look(Shape.CHECK, "go", tr("Done"))
    if not open_:
        return Look(Shape.TRIANGLE, "conditional", tr("The rest is waived"))
    bound = [held for held in unmet_conditions(launch) if does_cover(launch, held)]
    if all(any(task.id in held.covers for held in bound) for task in open_):
        keys_ = terms.listing([held.key for held in bound if any(task.id in held.covers for task in open_)])
        return Look(Shape.TRIANGLE, "conditional", tr("Covered by {keys}").format(keys=keys_))
    if any(task.status is Status.BLOCKED for task in open_):
        return Look(Shape.SQUARE, "no_go", tr("Blocked"))
    dues = [due_date(launch, task) for task in open_]
    if any(day is not None and day < today for day in dues):
        return Look(Shape.SQUARE, "no_go", tr("Late"))
    return Look(Shape.RING, "waiting", tr("Open"))


def _claims(launch: Launch) -> Iterator[Line]:
    held, used = supported_of_used(launch)
    if not used:
        return
    done = Look(Shape.CHECK, "go", tr("All supported"))
    look = done if held == used else Look(Shape.SQUARE, "no_go", tr("Not all supported"))
    yield Line(look, tr("Claims in use, supported"), tr("{done} of {total}").format(done=held, total=used))


def _waived(launch: Launch, lane: str, today: dt.date) -> Iterator[Line]:
    lanes = covered_lanes(lane)
    held = (launch.tasks.get(waiver.task) for waiver in launch.waivers.values() if is_granted(launch, waiver))
    for task in ordered(task for task in held if task is not None and task.lane in lanes and is_gate(task)):
        if (waiver := waiver_for(launch, task.id)) is not None:
            day = days.near(waiver.terms.expires, today)
            lapsed = waiver.terms.expires < today
            right = (tr("lapsed {day}") if lapsed else tr("to {day}")).format(day=day)
            look = Look(Shape.SQUARE, "no_go", tr("Lapsed")) if lapsed else Look(Shape.TRIANGLE, "conditional", "")
            yield Line(look._replace(text=look.text or tr("Waived")), _waived_title(task), right, task.id)


def _waived_title(task: Task) -> str:
    return tr("Waived: {key} {title}").format(key=task.key, title=task.title)


def keys(launch: Launch, subjects: Iterable[str]) -> str:
    """Gates and claims by their keys: `PMM-21 and C-2`."""
    return terms.listing([_key(launch, subject) for subject in subjects])


def _key(launch: Launch, subject: str) -> str:
    found = launch.tasks.get(subject) or launch.claims.get(subject)
    return found.key if found else tr("removed")
