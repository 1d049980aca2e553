"""What a lane's sign-off covers, its digest, and what makes it stale.

The table is product.md's "What a sign-off covers". Stale means that the comparison of what was signed with
what is has a difference that is worse; content put back as it was has none.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from typing import Any, TypeAlias, TypeVar

import msgspec

from launchready.launch.lanes import BY_ID, LANES
from launchready.launch.maps import values
from launchready.launch.model import (
    Covered,
    CoveredClaim,
    CoveredGate,
    Evidence,
    Launch,
    SignOff,
    Task,
)
from launchready.launch.readiness import (
    AckState,
    Support,
    acknowledgement,
    claims_in_use,
    content,
    is_done,
    is_gate,
    is_waived,
    support,
)
from launchready.launch.refusal import Difference

Item = TypeVar("Item", CoveredGate, CoveredClaim)
Differences: TypeAlias = "Iterator[Difference]"

CANONICAL = msgspec.json.Encoder(order="sorted")


def digest(covered: Covered) -> str:
    """SHA-256 of the covered content in its canonical form, in hex."""
    return hashlib.sha256(CANONICAL.encode(covered)).hexdigest()


def covered_lanes(lane: str) -> frozenset[str]:
    """The lane itself and every lane that nobody signs for alone."""
    return frozenset({lane, *(other.id for other in LANES if not other.signs)})


class _Same:
    """A state or a sign-off as a key: neither ever changes, so what is worked out of it is kept by identity."""

    def __init__(self, held: Any) -> None:
        self.held = held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.held is self.held

    def __hash__(self) -> int:
        return id(self.held)


def coverage(launch: Launch, lane: str) -> Covered:
    """What a sign-off of that lane would cover now."""
    return _coverage(_Same(launch), lane)


@functools.lru_cache(maxsize=4)
def _coverage(state: _Same, lane: str) -> Covered:
    launch: Launch = state.held
    lanes = covered_lanes(lane)
    gates = (gate_seen(launch, task) for task in values(launch.tasks) if task.lane in lanes and is_gate(task))
    return Covered(
        lane=lane,
        date=launch.date,
        tier=launch.tier,
        lead=launch.leads.get(lane, ""),
        build=launch.build if BY_ID[lane].covers_build else "",
        gates=tuple(sorted(gates, key=lambda gate: gate.id)),
        claims=tuple(sorted(_claims_seen(launch), key=lambda claim: claim.id)),
    )


def gate_seen(launch: Launch, task: Task) -> CoveredGate:
    """What a judgement on this one task sees of it."""
    return CoveredGate(
        id=task.id,
        key=task.key,
        title=task.title,
        lane=task.lane,
        done_when=task.done_when,
        prerequisites=tuple(sorted(task.prerequisites)),
        reviewer=task.reviewer,
        done=is_done(task),
        acknowledged=acknowledgement(task) is AckState.GIVEN,
        waived=is_waived(launch, task),
        evidence=_evidence_seen(task.evidence),
    )


def _evidence_seen(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Without ids and in an order of its own, so that evidence put back as it was gives the same digest."""
    if not evidence:
        return ()
    plain = (msgspec.structs.replace(item, id="") for item in evidence)
    return tuple(sorted(plain, key=lambda item: tuple(map(str, content(item)))))


def _claims_seen(launch: Launch) -> Iterator[CoveredClaim]:
    for claim in claims_in_use(launch):
        holds = support(launch, claim)
        yield CoveredClaim(
            id=claim.id,
            key=claim.key,
            text=claim.text,
            where=claim.where,
            proof=tuple(sorted(claim.proof)),
            evidence=_evidence_seen(tuple(item.evidence for item in claim.evidence)),
            supported=holds is Support.SUPPORTED,
            cut=holds is Support.CUT,
        )


def staleness(launch: Launch, sign_off: SignOff) -> tuple[Difference, ...]:
    """What made the sign-off stale; empty while it is current."""
    return _staleness(_Same(launch), _Same(sign_off))


@functools.lru_cache(maxsize=4)
def _staleness(state: _Same, given: _Same) -> tuple[Difference, ...]:
    return regressions(given.held.covered, coverage(state.held, given.held.lane))


def regressions(seen: Covered, now: Covered) -> tuple[Difference, ...]:
    """The differences that are worse than what was seen."""
    return tuple(difference for difference in differences(seen, now) if difference.worse)


def differences(seen: Covered, now: Covered) -> tuple[Difference, ...]:
    """Everything that differs between two coverages of one lane, for better or worse."""
    if seen == now:
        return ()
    return (*_launch(seen, now), *_gates(seen, now), *_claims(seen, now))


def _launch(seen: Covered, now: Covered) -> Differences:
    if seen.date != now.date:
        yield Difference(code="date", was=seen.date.isoformat(), now=now.date.isoformat())
    if seen.tier != now.tier:
        yield Difference(code="tier", was=str(seen.tier), now=str(now.tier))
    if seen.lead != now.lead:
        yield Difference(code="lead", was=seen.lead, now=now.lead)
    if seen.build != now.build:
        yield Difference(code="build", was=seen.build, now=now.build)


def _paired(seen: tuple[Item, ...], now: tuple[Item, ...]) -> Iterator[tuple[Item | None, Item | None]]:
    """Items by id: first those seen, in their order, then the new ones."""
    present = {item.id: item for item in now}
    for item in seen:
        yield item, present.pop(item.id, None)
    for added in present.values():
        yield None, added


def _gates(seen: Covered, now: Covered) -> Differences:
    for was, present in _paired(seen.gates, now.gates):
        if was is None:
            if present is not None:
                yield Difference(code="gate-added", label=present.key, title=present.title, worse=not present.done)
        elif present is None:
            yield Difference(code="gate-gone", label=was.key, title=was.title)
        elif was != present:
            yield from gate_differences(was, present)


def gate_differences(was: CoveredGate, now: CoveredGate) -> Differences:
    """Everything that differs in one gate."""

    def note(code: str, before: str = "", after: str = "", *, worse: bool = True) -> Difference:
        return Difference(code=code, label=now.key, title=now.title, was=before, now=after, worse=worse)

    if was.done != now.done:
        yield note("gate-reopened") if was.done else note("gate-done", worse=False)
    for field in ("title", "done_when"):
        before, after = getattr(was, field), getattr(now, field)
        if before != after:
            yield note(f"gate-{field.replace('_', '-')}", before, after)
    if was.lane != now.lane:
        yield note("gate-moved", was.lane, now.lane)
    if was.prerequisites != now.prerequisites:
        yield note("gate-prerequisites")
    if was.reviewer != now.reviewer:
        yield note("gate-reviewer", was.reviewer, now.reviewer)
    yield from (note(code, label, worse=worse) for code, label, worse in _evidence(was.evidence, now.evidence))
    if was.acknowledged != now.acknowledged:
        yield note("ack-lost") if was.acknowledged else note("ack-given", worse=False)
    if was.waived != now.waived:
        yield note("waiver-withdrawn") if was.waived else note("waiver-granted", worse=False)


def _evidence(was: tuple[Evidence, ...], now: tuple[Evidence, ...]) -> Iterator[tuple[str, str, bool]]:
    yield from (("evidence-gone", item.label, True) for item in was if item not in now)
    yield from (("evidence-added", item.label, False) for item in now if item not in was)


def _claims(seen: Covered, now: Covered) -> Differences:
    for was, present in _paired(seen.claims, now.claims):
        if was is None:
            if present is not None:
                yield Difference(code="claim-used", label=present.key, title=present.text)
        elif present is None:
            yield Difference(code="claim-withdrawn", label=was.key, title=was.text, worse=False)
        else:
            yield from _claim(was, present)


def _claim(was: CoveredClaim, now: CoveredClaim) -> Differences:
    def note(code: str, before: str = "", after: str = "", *, worse: bool = True) -> Difference:
        return Difference(code=code, label=now.key, title=now.text, was=before, now=after, worse=worse)

    if was.text != now.text:
        yield note("claim-reworded", was.text, now.text)
    if was.where != now.where:
        yield note("claim-where", was.where, now.where)
    if was.proof != now.proof or was.evidence != now.evidence:
        yield note("claim-proof")
    if now.cut and not was.cut:
        yield note("claim-cut")
    elif was.cut and not now.cut:
        yield note("claim-mended", worse=False)
    if was.supported and not now.supported and not now.cut:
        yield note("claim-unsupported")
    elif now.supported and not was.supported:
        yield note("claim-supported", worse=False)
