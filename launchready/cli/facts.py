"""What `--json` says of the verdict, the lanes, tasks and waivers, as plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from launchready.launch.coverage import staleness
from launchready.launch.decision import Decision, decide
from launchready.launch.entitlement import consenters, name
from launchready.launch.lanes import BY_ID, LANES, SIGNING
from launchready.launch.model import Due, Launch, SignOff, Task, Waiver
from launchready.launch.readiness import acknowledgement, is_granted, lacking_reviewer, lane_readiness, waiver_for
from launchready.launch.schedule import due_date
from launchready.wording.differences import difference
from launchready.wording.reasons import reason


def status(launch: Launch, head: str, now: dt.datetime) -> dict[str, Any]:
    decision = decide(launch, now)
    return {
        "name": launch.name,
        "tier": launch.tier,
        "date": launch.date.isoformat(),
        "zone": launch.zone,
        "state": "called-off" if launch.called_off else "planned",
        **verdict(decision),
        "head": head,
        "lanes": {lane.id: _lane(launch, lane.id) for lane in LANES},
        "recorded": _recorded(launch),
    }


def verdict(decision: Decision) -> dict[str, Any]:
    return {"verdict": decision.verdict.value, "rule": decision.rule, "reasons": _reasons(decision)}


def _reasons(decision: Decision) -> list[dict[str, Any]]:
    return [
        {
            "rule": found.rule,
            "lane": found.lane or None,
            "kind": found.kind,
            "key": found.key or None,
            "owner": found.owner or None,
            "text": reason(found),
        }
        for found in decision.reasons
    ]


def _lane(launch: Launch, lane: str) -> dict[str, Any]:
    counts = lane_readiness(launch, lane)
    lead = launch.leads.get(lane)
    return {
        "lead": name(launch, lead) if lead else None,
        "gating": {"done": counts.done, "total": counts.total},
        "sign_off": sign_off(launch, launch.sign_offs.get(lane)) if BY_ID[lane].signs else _both(launch),
    }


def _both(launch: Launch) -> dict[str, Any]:
    """The standing of a lane that no one signs for alone: missing while one sign-off is, stale while one is."""
    given = [sign_off(launch, launch.sign_offs.get(lane.id)) for lane in SIGNING]
    states = {each["state"] for each in given}
    state = next(worst for worst in ("missing", "stale", "current") if worst in states)
    return sign_off(launch, None) | {"state": state, "changes": _unique(each["changes"] for each in given)}


def _unique(lists: Iterable[list[str]]) -> list[str]:
    return list(dict.fromkeys(item for held in lists for item in held))


def sign_off(launch: Launch, given: SignOff | None) -> dict[str, Any]:
    """A lane's sign-off; one that was withdrawn leaves the lane unsigned."""
    if given is None or given.withdrawn is not None:
        absent = dict.fromkeys(("position", "by", "at", "signed", "recorded_by", "digest"))
        return {"state": "missing", **absent, "changes": []}
    changes = [difference(item, launch) for item in staleness(launch, given)]
    return {
        "state": "stale" if changes else "current",
        "position": given.position.value,
        "by": name(launch, given.word.by),
        "at": given.word.at.isoformat(),
        "signed": not given.word.recorded_by,
        "recorded_by": given.word.recorded_by or None,
        "digest": given.digest,
        "changes": changes,
    }


def _recorded(launch: Launch) -> dict[str, Any] | None:
    held = launch.recorded
    if held is None:
        return None
    return {
        "verdict": held.verdict,
        "rule": held.rule,
        "by": name(launch, held.word.by),
        "at": held.word.at.isoformat(),
        "build": held.build or None,
        "present": list(held.present),
        "digests": held.digests,
        "next_checkpoint": held.next_checkpoint.isoformat() if held.next_checkpoint else None,
        "note": held.note or None,
    }


def due(launch: Launch, task: Task) -> str | None:
    """The day the task is due, as ISO."""
    found = due_date(launch, task)
    return found.isoformat() if found else None


def due_as_set(value: Due | None) -> str | None:
    """`T-14`, `T-14w` or an ISO day: what `--due` takes."""
    if value is None:
        return None
    if value.offset is None:
        return value.date.isoformat() if value.date else None
    sign = "+" if value.offset > 0 else "-"
    days = f"{sign}{abs(value.offset)}" if value.offset else ""
    return f"T{days}{'w' if value.workday else ''}"


def task(launch: Launch, item: Task) -> dict[str, Any]:
    """One task with everything it has."""
    return {
        "key": item.key,
        "title": item.title,
        "done_when": item.done_when or None,
        "lane": item.lane,
        "area": item.area or None,
        "owner": name(launch, item.owner) or None,
        "due": due(launch, item),
        "due_set": due_as_set(item.due),
        "gating": item.gating,
        "status": item.status.value,
        "why": item.why or None,
        "ack": acknowledgement(item).value,
        "reviewer": name(launch, item.reviewer) or None,
        "confirmed": [held.lane for held in item.confirmations],
        "prerequisites": [launch.tasks[first].key for first in item.prerequisites if first in launch.tasks],
        "evidence": [_evidence(held) for held in item.evidence],
        "steps": [{"text": step.text, "done": step.done} for step in item.steps],
        "notes": item.notes or None,
        "waiver": waiver(launch, item),
        "source": item.source or None,
    }


def _evidence(held: Any) -> dict[str, Any]:
    return {
        "label": held.label,
        "link": held.link or None,
        "note": held.note or None,
        "date": held.date.isoformat() if held.date else None,
        "build": held.build or None,
    }


def waiver(launch: Launch, item: Task) -> dict[str, Any] | None:
    held = waiver_for(launch, item.id)
    if held is None:
        return None
    return {
        "state": "granted" if is_granted(launch, held) else "asked",
        "reason": held.terms.reason,
        "compensation": held.terms.compensation,
        "expires": held.terms.expires.isoformat(),
        "asked_by": name(launch, held.asked.by),
        "consented_by": name(launch, held.consent.by) if held.consent else None,
        "reviewed_by": name(launch, held.review.by) if held.review else None,
        "renewal": held.renewal.expires.isoformat() if held.renewal else None,
        "waits_for": [name(launch, person) for person in _waits_for(launch, held)],
    }


def _waits_for(launch: Launch, held: Waiver) -> list[str]:
    """Ids of those whose word the waiver, or its renewal, still lacks."""
    consenting = consenters(launch, held.lane) if held.consent is None or held.renewal else ()
    return [*consenting, *filter(None, [lacking_reviewer(launch, held)])]
