"""What a reason of the verdict is about, as the reports and the window show it beside its words."""

from __future__ import annotations

import datetime as dt

from launchready.launch.coverage import staleness
from launchready.launch.entitlement import lead_names
from launchready.launch.lanes import BY_ID
from launchready.launch.model import Launch
from launchready.launch.reasons import Reason
from launchready.launch.schedule import due_date
from launchready.wording.differences import difference
from launchready.wording.language import tr


def due(launch: Launch, found: Reason) -> dt.date | None:
    """The day by which it has to be over: of a waiver, a condition, an answer, or else of the task."""
    for named in ("expires", "respond_by"):
        if named in found.args:
            return dt.date.fromisoformat(found.args[named])
    if found.subject in launch.conditions:
        return launch.conditions[found.subject].due
    task = launch.tasks.get(found.subject)
    return due_date(launch, task) if task is not None else None


def owner(launch: Launch, found: Reason) -> str:
    shared = found.lane and not BY_ID[found.lane].signs
    return tr("Both leads") if shared and found.owner == " and ".join(lead_names(launch, found.lane)) else found.owner


def detail(launch: Launch, found: Reason, most: int | None = None) -> str:
    """A task's area, where a claim is used, what changed under a sign-off: of that all, or `most`."""
    task, claim = launch.tasks.get(found.subject), launch.claims.get(found.subject)
    if task is not None:
        return task.area
    if claim is not None:
        return claim.where
    given = launch.sign_offs.get(found.lane) if found.kind == "sign-off-stale" else None
    return "; ".join(difference(each, launch) for each in staleness(launch, given)[:most]) if given is not None else ""
