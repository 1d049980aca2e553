"""What each rule of the joint decision finds: the reasons, each with lane, task or claim, and owner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from launchready.launch.coverage import coverage, regressions, staleness
from launchready.launch.entitlement import lead_names, name, names
from launchready.launch.lanes import LANES, SIGNING
from launchready.launch.maps import values
from launchready.launch.model import Claim, Condition, Launch, Position, Ruling, Task, Waiver
from launchready.launch.readiness import (
    Support,
    claims_in_use,
    does_cover,
    is_done,
    is_gate,
    is_granted,
    is_settled,
    support,
    unmet_conditions,
)
from launchready.launch.schedule import ordered


class Reason(Struct, frozen=True, kw_only=True):
    """Why the verdict is not Go. `kind` is a code of `wording.REASONS`; `subject` the id of what it is about,
    by which a ruling accepts it; `key` its label; `owner` the name of the person it waits for."""

    rule: int
    kind: str
    lane: str = ""
    subject: str = ""
    key: str = ""
    owner: str = ""
    args: dict[str, str] = {}


def standing_ruling(launch: Launch) -> Ruling | None:
    """The latest ruling, if it stands: a Go goes stale with what it covered; a No-go stands until ruled again."""
    ruling = launch.ruling
    if ruling is None or ruling.withdrawn is not None:
        return None
    if ruling.position is Position.NO_GO:
        return ruling
    stale = any(regressions(seen, coverage(launch, seen.lane)) for seen in ruling.covered)
    return None if stale else ruling


class Moment(Struct, frozen=True):
    """A launch looked at on one day of its zone, with the subjects that a standing Go ruling accepts, and what more
    than one rule goes through: unmet conditions, unsettled gates, waivers that stand by task, people's names."""

    launch: Launch
    day: dt.date
    accepted: frozenset[str]
    unmet: tuple[Condition, ...]
    unsettled: tuple[Task, ...]
    waivers: dict[str, Waiver]
    names: dict[str, str]

    @classmethod
    def of(cls, launch: Launch, day: dt.date) -> Moment:
        ruling = standing_ruling(launch)
        accepts = ruling.accepts if ruling and ruling.position is Position.GO else ()
        unsettled = ordered(task for task in values(launch.tasks) if is_gate(task) and not is_settled(task))
        waivers = {waiver.task: waiver for waiver in launch.waivers.values() if waiver.withdrawn is None}
        unmet = tuple(unmet_conditions(launch))
        return cls(launch, day, frozenset(accepts), unmet, tuple(unsettled), waivers, names(launch))

    def unsupported_claims(self) -> Iterator[Claim]:
        return (claim for claim in claims_in_use(self.launch) if support(self.launch, claim) is not Support.SUPPORTED)

    def conditions_over(self, subject: str) -> list[Condition]:
        """The unmet conditions that cover it."""
        return [c for c in self.unmet if subject in c.covers and does_cover(self.launch, c)]

    def covers(self, subject: str) -> bool:
        """Whether a granted waiver, an accepted condition or a ruling covers it, lapsed or not."""
        waiver = self.waivers.get(subject)
        waived = waiver is not None and is_granted(self.launch, waiver)
        return waived or subject in self.accepted or bool(self.conditions_over(subject))

    def lapsed(self, task: Task) -> bool:
        """Whether only a waiver covers the gate, and it has expired."""
        waiver = self.waivers.get(task.id)
        return (
            waiver is not None
            and is_granted(self.launch, waiver)
            and waiver.terms.expires < self.day
            and task.id not in self.accepted
            and not self.conditions_over(task.id)
        )


def called_off(moment: Moment) -> Iterator[Reason]:
    if moment.launch.called_off is not None:
        yield Reason(
            rule=1,
            kind="called-off",
            owner=name(moment.launch, moment.launch.called_off.word.by),
            args={"reason": moment.launch.called_off.reason},
        )


def no_go_stands(moment: Moment) -> Iterator[Reason]:
    for sign_off in _lane_no_gos(moment):
        if sign_off.subject not in moment.accepted:
            yield sign_off
    ruling = standing_ruling(moment.launch)
    if ruling is not None and ruling.position is Position.NO_GO:
        owner = name(moment.launch, ruling.word.by)
        yield Reason(rule=2, kind="ruled-no-go", subject=ruling.id, owner=owner, args={"reason": ruling.reason})


def _lane_no_gos(moment: Moment) -> Iterator[Reason]:
    for lane in SIGNING:
        sign_off = moment.launch.sign_offs.get(lane.id)
        if sign_off is not None and sign_off.withdrawn is None and sign_off.position is Position.NO_GO:
            yield Reason(
                rule=2,
                kind="lane-no-go",
                lane=lane.id,
                subject=sign_off.id,
                owner=name(moment.launch, sign_off.word.by),
                args={"reason": sign_off.rationale},
            )


def uncovered(moment: Moment) -> Iterator[Reason]:
    for task in moment.unsettled:
        if not moment.covers(task.id):
            yield _gate(moment, task, 3, "gate-unacknowledged" if is_done(task) else "gate-open")
    for claim in moment.unsupported_claims():
        if not moment.covers(claim.id):
            cut = support(moment.launch, claim) is Support.CUT
            yield _claim(moment, claim, 3, "claim-cut" if cut else "claim-unsupported")


def escalated(moment: Moment) -> Iterator[Reason]:
    for escalation in moment.launch.escalations:
        if not escalation.ruling and escalation.withdrawn is None:
            yield Reason(
                rule=4,
                kind="escalation-open",
                lane=escalation.lane,
                subject=escalation.id,
                owner=name(moment.launch, moment.launch.decider),
                args={"question": escalation.question, "respond_by": escalation.respond_by.isoformat()},
            )


def unsigned(moment: Moment) -> Iterator[Reason]:
    for lane in SIGNING:
        sign_off = moment.launch.sign_offs.get(lane.id)
        lead = name(moment.launch, moment.launch.leads.get(lane.id, ""))
        if sign_off is None or sign_off.withdrawn is not None:
            yield Reason(rule=5, kind="sign-off-missing", lane=lane.id, subject=lane.id, owner=lead)
        elif worse := staleness(moment.launch, sign_off):
            count = str(len(worse))
            yield Reason(
                rule=5, kind="sign-off-stale", lane=lane.id, subject=sign_off.id, owner=lead, args={"count": count}
            )


def lapsed(moment: Moment) -> Iterator[Reason]:
    for task in moment.unsettled:
        waiver = moment.waivers.get(task.id)
        if waiver is not None and moment.lapsed(task):
            yield _gate(moment, task, 6, "waiver-lapsed", expires=waiver.terms.expires.isoformat())
    for condition in moment.unmet:
        if condition.due < moment.day and condition.id not in moment.accepted:
            yield _condition(moment, condition, 6, "condition-overdue")


def covered(moment: Moment) -> Iterator[Reason]:
    yield from (_ruled(moment, reason) for reason in _lane_no_gos(moment) if reason.subject in moment.accepted)
    for task in moment.unsettled:
        waiver = moment.waivers.get(task.id)
        if task.id in moment.accepted:
            yield _ruled(moment, _gate(moment, task, 7, "gate-open"))
        elif waiver is not None and is_granted(moment.launch, waiver) and waiver.terms.expires >= moment.day:
            yield _gate(moment, task, 7, "gate-waived", expires=waiver.terms.expires.isoformat())
    for claim in moment.unsupported_claims():
        if claim.id in moment.accepted:
            yield _ruled(moment, _claim(moment, claim, 7, "claim-unsupported"))
    for condition in moment.unmet:
        if condition.id in moment.accepted:
            yield _ruled(moment, _condition(moment, condition, 7, "condition-open"))
        elif condition.due >= moment.day:
            waiting = "condition-open" if condition.accepted else "condition-proposed"
            yield _condition(moment, condition, 7, waiting)


def _ruled(moment: Moment, reason: Reason) -> Reason:
    """The reason as accepted by the ruling: it counts under rule 7, "Go by ruling"."""
    ruling = moment.launch.ruling
    by = name(moment.launch, ruling.word.by) if ruling else ""
    return Reason(
        rule=7,
        kind=f"{reason.kind}-ruled",
        lane=reason.lane,
        subject=reason.subject,
        key=reason.key,
        owner=reason.owner,
        args={**reason.args, "decider": by},
    )


def _gate(moment: Moment, task: Task, rule: int, kind: str, **args: str) -> Reason:
    shared = {"title": task.title, "status": task.status.value, "why": task.why}
    owner = moment.names.get(task.owner) or " and ".join(lead_names(moment.launch, task.lane))
    return Reason(
        rule=rule, kind=kind, lane=task.lane, subject=task.id, key=task.key, owner=owner, args={**shared, **args}
    )


def _claim(moment: Moment, claim: Claim, rule: int, kind: str) -> Reason:
    lane = next(lane.id for lane in LANES if lane.claims)
    owner = name(moment.launch, moment.launch.leads.get(lane, ""))
    return Reason(
        rule=rule, kind=kind, lane=lane, subject=claim.id, key=claim.key, owner=owner, args={"text": claim.text}
    )


def _condition(moment: Moment, condition: Condition, rule: int, kind: str) -> Reason:
    owner = name(moment.launch, condition.owner) or name(moment.launch, moment.launch.leads.get(condition.lane, ""))
    args = {"text": condition.text, "due": condition.due.isoformat()}
    return Reason(
        rule=rule, kind=kind, lane=condition.lane, subject=condition.id, key=condition.key, owner=owner, args=args
    )


ACCEPTABLE = (2, 3, 6)
"""The rules whose reasons a Go ruling may accept: a lane's No-go, what is open, what has lapsed. It answers the
escalations (4), and it can't stand in for a sign-off (5)."""
