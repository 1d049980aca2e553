"""The lanes' word: the checklist agreed, the sign-off given and withdrawn, its conditions."""

from __future__ import annotations

from collections.abc import Iterable

from launchready.launch.changes.base import Judgement, first, numbered, replaced, text
from launchready.launch.changes.people import known
from launchready.launch.coverage import coverage, covered_lanes, differences, digest
from launchready.launch.entitlement import consenters, may_consent, name, not_its_lead, speaks_for
from launchready.launch.lanes import BY_ID, is_shared
from launchready.launch.maps import values
from launchready.launch.model import ClaimState, Condition, Covered, Launch, Position, SignOff, Task, Word
from launchready.launch.readiness import (
    Support,
    claims_in_use,
    is_done,
    is_gate,
    is_waived,
    support,
    unmet_conditions,
)
from launchready.launch.refusal import Refusal, refuse
from launchready.launch.schedule import ordered, today


def not_lead(launch: Launch, lane: str, word: Word) -> Refusal | None:
    if lane in BY_ID and not is_shared(lane) and speaks_for(launch, lane, word):
        return None
    return not_its_lead(launch, lane)


def moved(launch: Launch, seen: Covered) -> Refusal | None:
    """Refuses a judgement whose ground is no longer what its author saw, with the difference."""
    now = coverage(launch, seen.lane)
    return None if now == seen else refuse("ground-moved", differences=differences(seen, now))


class ChecklistAgreed(Judgement, frozen=True, kw_only=True):
    """A lead agrees the checklist. Once every lead has, its gates no longer change freely."""

    lane: str
    covered: Covered

    def check(self, launch: Launch) -> Refusal | None:
        if self.lane in launch.agreed:
            return refuse("already-agreed", lane=self.lane)
        if self.covered.lane != self.lane:
            return refuse("digest-wrong")
        return not_lead(launch, self.lane, self.word) or moved(launch, self.covered)

    def apply(self, launch: Launch) -> Launch:
        return replaced(launch, agreed=launch.agreed.insert(self.lane, self.word))


class SignedOff(Judgement, frozen=True, kw_only=True):
    """A lane's position on exactly what `covered` holds; `digest` is its SHA-256."""

    id: str
    lane: str
    position: Position
    covered: Covered
    digest: str
    rationale: str = ""
    conditions: tuple[Condition, ...] = ()

    def check(self, launch: Launch) -> Refusal | None:
        return first(
            check(launch) for check in (self._entitled, self._seen, self._texts, self._conditions, self._offered)
        )

    def _entitled(self, launch: Launch) -> Refusal | None:
        if launch.called_off is not None:
            return refuse("is-called-off")
        return not_lead(launch, self.lane, self.word)

    def _seen(self, launch: Launch) -> Refusal | None:
        if self.covered.lane != self.lane or self.digest != digest(self.covered):
            return refuse("digest-wrong")
        return moved(launch, self.covered)

    def _texts(self, _: Launch) -> Refusal | None:
        return text(self.rationale, "reason", lines=True)

    def _conditions(self, launch: Launch) -> Refusal | None:
        if self.conditions and self.position is not Position.CONDITIONS:
            return refuse("conditions-not-offered", position=self.position.value)
        taken = {condition.key for condition in launch.conditions.values()}
        for condition in self.conditions:
            if condition.key in taken:
                return refuse("key-taken", key=condition.key)
            taken.add(condition.key)
        return first(_condition(launch, self, condition) for condition in self.conditions)

    def _offered(self, launch: Launch) -> Refusal | None:
        if self.position is Position.GO:
            return not_go(launch, self.lane)
        if self.position is Position.CONDITIONS:
            return not_conditions(launch, self.lane, self.conditions)
        return None

    def apply(self, launch: Launch) -> Launch:
        sign_off = SignOff(
            id=self.id,
            lane=self.lane,
            position=self.position,
            word=self.word,
            covered=self.covered,
            digest=self.digest,
            rationale=self.rationale,
        )
        signed = replaced(launch, sign_offs=launch.sign_offs.insert(self.lane, sign_off))
        for condition in self.conditions:
            signed = numbered(
                replaced(signed, conditions=signed.conditions.insert(condition.id, condition)), condition.key
            )
        return signed


def _condition(launch: Launch, sign_off: SignedOff, condition: Condition) -> Refusal | None:
    """What is wrong with a condition as it is proposed."""
    fresh = condition.accepted is None and condition.met is None and condition.released is None
    if condition.id in launch.conditions or condition.sign_off != sign_off.id or not fresh:
        return refuse("key-taken", key=condition.key)
    if condition.lane != sign_off.lane:
        return refuse("lane-unknown", lane=condition.lane, lanes=(sign_off.lane,))
    if condition.due < today(launch, sign_off.word.at):
        return refuse("condition-past", text=condition.text, due=condition.due)
    return first(
        (
            text(condition.text, "condition", required=True),
            known(launch, condition.owner),
            *(_cover(launch, condition, subject) for subject in condition.covers),
        )
    )


def _cover(launch: Launch, condition: Condition, subject: str) -> Refusal | None:
    """A condition covers gates of its lane or a shared one, and claims in use; a gate by launch day."""
    task = launch.tasks.get(subject)
    if task is not None:
        if not is_gate(task) or task.lane not in covered_lanes(condition.lane):
            return refuse("condition-not-gate", key=task.key, lane=condition.lane)
        if condition.due > launch.date:
            return refuse("condition-after-launch", text=condition.text, date=launch.date)
        return None
    claim = launch.claims.get(subject)
    if claim is None:
        return refuse("task-gone")
    return None if claim.state is ClaimState.IN_USE else refuse("condition-not-in-use", key=claim.key)


def open_gates(launch: Launch, lane: str) -> list[Task]:
    """Gates that the lane's sign-off covers, open and without a granted waiver."""
    lanes = covered_lanes(lane)
    gates = (task for task in values(launch.tasks) if task.lane in lanes and is_gate(task) and not is_done(task))
    return ordered(task for task in gates if not is_waived(launch, task))


def _standing(launch: Launch, lane: str) -> list[Condition]:
    """The lane's unmet conditions that outlive the present sign-off: a proposed one goes with it."""
    return [condition for condition in unmet_conditions(launch, lane) if condition.accepted is not None]


def not_go(launch: Launch, lane: str) -> Refusal | None:
    """Why Go is not offered to the lane."""
    if gates := open_gates(launch, lane):
        return refuse("go-gates-open", lane=lane, keys=tuple(task.key for task in gates))
    if unmet := _standing(launch, lane):
        return refuse("go-conditions-unmet", lane=lane, keys=tuple(condition.key for condition in unmet))
    if BY_ID[lane].claims:
        loose = [claim.key for claim in claims_in_use(launch) if support(launch, claim) is not Support.SUPPORTED]
        if loose:
            return refuse("go-claims-unsupported", lane=lane, keys=tuple(loose))
    return None


def not_conditions(launch: Launch, lane: str, proposed: Iterable[Condition]) -> Refusal | None:
    """Why Go with those conditions is not offered to the lane. Its accepted, unmet ones count too."""
    conditions = [*_standing(launch, lane), *proposed]
    if not conditions:
        return refuse("conditions-missing", lane=lane)
    named = {subject for condition in conditions for subject in condition.covers}
    loose = [task.key for task in open_gates(launch, lane) if task.id not in named]
    return refuse("conditions-gates-open", lane=lane, keys=tuple(loose)) if loose else None


class SignOffWithdrawn(Judgement, frozen=True, kw_only=True):
    """Leaves the lane unsigned; no earlier sign-off comes back."""

    lane: str
    sign_off: str
    reason: str = ""

    def check(self, launch: Launch) -> Refusal | None:
        sign_off = launch.sign_offs.get(self.lane)
        if sign_off is None or sign_off.withdrawn is not None or sign_off.id != self.sign_off:
            return refuse("not-signed", lane=self.lane)
        if sign_off.position is Position.NO_GO:
            return refuse("no-go-stays", lane=self.lane)
        return not_lead(launch, self.lane, self.word) or text(self.reason, "reason", lines=True)

    def apply(self, launch: Launch) -> Launch:
        sign_off = launch.sign_offs.get(self.lane)
        if sign_off is None:
            return launch
        return replaced(launch, sign_offs=launch.sign_offs.insert(self.lane, replaced(sign_off, withdrawn=self.word)))


class _ConditionJudged(Judgement, frozen=True, kw_only=True):
    condition: str

    def _other_lead(self, launch: Launch) -> Refusal | None:
        condition = launch.conditions.get(self.condition)
        if condition is None or condition.released is not None:
            return refuse("condition-gone")
        sign_off = launch.sign_offs.get(condition.lane)
        asked = sign_off.word.by if sign_off is not None and sign_off.id == condition.sign_off else ""
        if may_consent(launch, condition.lane, self.word, asked):
            return None
        others = tuple(name(launch, person) for person in consenters(launch, condition.lane))
        return refuse("not-other-lead", key=condition.key, either=others)

    def _with(self, launch: Launch, **fields: object) -> Launch:
        condition = launch.conditions.get(self.condition)
        if condition is None:
            return launch
        return replaced(launch, conditions=launch.conditions.insert(self.condition, replaced(condition, **fields)))


class ConditionAccepted(_ConditionJudged, frozen=True, kw_only=True):
    """The other lead accepts it: from now on it covers what it names."""

    def check(self, launch: Launch) -> Refusal | None:
        if refusal := self._other_lead(launch):
            return refusal
        condition = launch.conditions[self.condition]
        if condition.accepted is not None:
            return refuse("already-accepted", key=condition.key)
        latest = launch.sign_offs.get(condition.lane)
        if latest is None or latest.id != condition.sign_off or latest.withdrawn is not None:
            return refuse("condition-superseded", key=condition.key)
        return None

    def apply(self, launch: Launch) -> Launch:
        return self._with(launch, accepted=self.word)


class ConditionMet(_ConditionJudged, frozen=True, kw_only=True):
    """The other lead says it is met: only for one that covers nothing, the others are met by what they cover."""

    def check(self, launch: Launch) -> Refusal | None:
        if refusal := self._other_lead(launch):
            return refusal
        condition = launch.conditions[self.condition]
        if condition.covers:
            return refuse("condition-by-cover", key=condition.key)
        return refuse("already-met", key=condition.key) if condition.met is not None else None

    def apply(self, launch: Launch) -> Launch:
        return self._with(launch, met=self.word)


class ConditionReleased(_ConditionJudged, frozen=True, kw_only=True):
    """The other lead lets go of it."""

    reason: str = ""

    def check(self, launch: Launch) -> Refusal | None:
        return self._other_lead(launch) or text(self.reason, "reason", lines=True)

    def apply(self, launch: Launch) -> Launch:
        return self._with(launch, released=self.word)
