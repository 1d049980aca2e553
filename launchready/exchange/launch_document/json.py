"""The launch as JSON: all that is known of it, in the form that `form` gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from launchready.exchange.export import Export
from launchready.exchange.launch_document import form as document
from launchready.exchange.launch_document import parts
from launchready.launch import raci
from launchready.launch.coverage import coverage, regressions, staleness
from launchready.launch.decision import decide
from launchready.launch.entitlement import name
from launchready.launch.lanes import LANES, SIGNING
from launchready.launch.model import Launch, Ruling, SignOff, Task
from launchready.launch.readiness import (
    acknowledgement,
    is_done,
    is_granted,
    is_met,
    lane_readiness,
    stands_in_the_way,
    support,
)
from launchready.launch.schedule import due_date, go_no_go_date, in_order
from launchready.wording import reasons, terms
from launchready.wording.differences import difference

P = TypeVar("P", bound=parts.Part)
SCHEMA_ID = "urn:launchready:launch:1"


def write(export: Export) -> bytes:
    """The document in UTF-8, indented, its keys always in the same order."""
    made = msgspec.json.encode(launch_document(export))
    return msgspec.json.format(made, indent=2) + b"\n"


def schema() -> bytes:
    """The JSON Schema (2020-12) of the document, as it lies in `resources/summary/launch.schema.json`."""
    made = _flowing(msgspec.json.schema(document.LaunchDocument))
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, "title": "A launch"}
    return msgspec.json.format(msgspec.json.encode({**head, **made}), indent=2) + b"\n"


def _flowing(part: Any) -> Any:
    """The schema with its descriptions on one line: Pythons differ in how they keep a docstring's indentation."""
    if isinstance(part, dict):
        return {
            key: " ".join(value.split()) if key == "description" and isinstance(value, str) else _flowing(value)
            for key, value in part.items()
        }
    return [_flowing(item) for item in part] if isinstance(part, list) else part


def launch_document(export: Export) -> document.LaunchDocument:
    """The launch in the form that goes out."""
    launch, report = export.launch, export.report
    return document.LaunchDocument(
        format="launchready.launch",
        version=1,
        exported_at=export.now.astimezone(dt.UTC),
        log=document.Log(head=report.head.hash, entries=report.head.entries),
        launch=_part(
            document.Details,
            launch,
            go_no_go_date=go_no_go_date(launch),
            leads={lane.id: launch.leads.get(lane.id, "") for lane in SIGNING},
        ),
        people=tuple(_part(document.Person, one) for one in sorted(launch.people.values(), key=lambda one: one.id)),
        decision=_decision(launch, export.now),
        recorded=_part(document.Recorded, launch.recorded, digests=dict(sorted(launch.recorded.digests.items())))
        if launch.recorded
        else None,
        lanes=tuple(_lane(launch, lane.id) for lane in LANES),
        sign_offs=tuple(_sign_off(launch, held) for lane in SIGNING if (held := launch.sign_offs.get(lane.id))),
        waivers=tuple(_waivers(launch)),
        conditions=tuple(
            _part(parts.Condition, one, is_met=is_met(launch, one)) for one in _placed(launch.conditions.values())
        ),
        escalations=tuple(_part(parts.Escalation, one) for one in launch.escalations),
        ruling=_ruling(launch, launch.ruling) if launch.ruling else None,
        claims=tuple(_part(parts.Claim, one, support=support(launch, one)) for one in _placed(launch.claims.values())),
        parties=launch.parties,
        activities=tuple(
            _part(document.Activity, one, letters=dict(sorted(one.letters.items()))) for one in raci.in_order(launch)
        ),
        tasks=tuple(_task(launch, task) for task in in_order(launch)),
    )


def _part(kind: type[P], held: msgspec.Struct, **computed: Any) -> P:
    """The same fields of what is held, and what is computed beside them."""
    given = {field: getattr(held, field) for field in kind.__struct_fields__ if field not in computed}
    return msgspec.convert({**given, **computed}, kind, from_attributes=True)


def _placed(items: Any) -> list[Any]:
    return sorted(items, key=lambda one: (one.position, one.id))


def _decision(launch: Launch, now: dt.datetime) -> document.Decision:
    decided = decide(launch, now)
    return document.Decision(
        verdict=decided.verdict,
        rule=decided.rule,
        rule_words=terms.RULES[decided.rule],
        why=reasons.why(decided),
        reasons=tuple(_part(document.Reason, one, text=reasons.reason(one)) for one in decided.reasons),
    )


def _lane(launch: Launch, lane: str) -> document.Lane:
    counts = lane_readiness(launch, lane)
    agreed = launch.agreed.get(lane)
    return document.Lane(
        lane=lane,
        gates=counts.total,
        done=counts.done,
        unsettled=tuple(task.id for task in counts.unsettled),
        agreed=_part(parts.Word, agreed) if agreed else None,
    )


def _sign_off(launch: Launch, held: SignOff) -> parts.SignOff:
    changes = () if held.withdrawn else tuple(difference(item, launch) for item in staleness(launch, held))
    return _part(parts.SignOff, held, stale=bool(changes), changes=changes)


def _waivers(launch: Launch) -> Iterator[parts.Waiver]:
    for held in sorted(launch.waivers.values(), key=lambda one: (one.asked.at, one.id)):
        yield _part(parts.Waiver, held, granted=is_granted(launch, held))


def _ruling(launch: Launch, held: Ruling) -> parts.Ruling:
    stale = any(regressions(seen, coverage(launch, seen.lane)) for seen in held.covered)
    return _part(parts.Ruling, held, stale=stale)


def _task(launch: Launch, task: Task) -> parts.Task:
    return _part(
        parts.Task,
        task,
        owner_name=name(launch, task.owner),
        due_date=due_date(launch, task),
        is_done=is_done(task),
        stands_in_the_way=stands_in_the_way(launch, task.id),
        acknowledged=acknowledgement(task),
    )
