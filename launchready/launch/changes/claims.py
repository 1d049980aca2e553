"""Claims: worded, proven, put in use, withdrawn. A claim is never waived."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from launchready.launch.changes.base import (
    Change,
    Fields,
    Judgement,
    changed,
    first,
    fits,
    inserted,
    numbered,
    replaced,
    stands_at,
    text,
)
from launchready.launch.changes.task_parts import evidence_text
from launchready.launch.entitlement import not_its_lead, speaks_for
from launchready.launch.lanes import BY_ID, LANES
from launchready.launch.model import Claim, ClaimEvidence, ClaimState, Evidence, Launch
from launchready.launch.readiness import content
from launchready.launch.refusal import Refusal, refuse

PROVING = tuple(lane.id for lane in LANES if lane.proves)


def _gone(launch: Launch, claim: str) -> Refusal | None:
    return None if claim in launch.claims else refuse("claim-gone")


def _with(launch: Launch, claim: str, **fields: object) -> Launch:
    found = launch.claims.get(claim)
    return launch if found is None else replaced(launch, claims=launch.claims.insert(claim, replaced(found, **fields)))


def _proof(launch: Launch, claim: Claim, proof: tuple[str, ...]) -> Refusal | None:
    """Only tasks of a proving lane prove. Those the claim names already may have been removed or moved since."""
    for id_ in proof:
        task = launch.tasks.get(id_)
        if id_ in claim.proof:
            continue
        if task is None:
            return refuse("task-gone")
        if task.lane not in PROVING:
            return refuse("proof-lane", key=task.key, lanes=tuple(BY_ID[lane].title for lane in PROVING))
    return None


class ClaimAdded(Change, frozen=True, kw_only=True):
    claim: Claim

    def check(self, launch: Launch) -> Refusal | None:
        claim = self.claim
        if claim.id in launch.claims or any(other.key == claim.key for other in launch.claims.values()):
            return refuse("key-taken", key=claim.key)
        nothing_yet = replaced(claim, proof=())
        return first(
            (
                text(claim.text, "claim", required=True),
                text(claim.where, "where"),
                _proof(launch, nothing_yet, claim.proof),
            )
        )

    def apply(self, launch: Launch) -> Launch:
        return numbered(replaced(launch, claims=launch.claims.insert(self.claim.id, self.claim)), self.claim.key)

    def says(self, _: Launch, /) -> bool:
        return any(item.accepted is not None for item in self.claim.evidence)

    def inverse(self) -> ClaimRemoved:
        return ClaimRemoved(was=self.claim)


class ClaimRemoved(Change, frozen=True, kw_only=True):
    """Takes back a claim that was added. A claim that was ever in use is withdrawn instead."""

    was: Claim

    def check(self, launch: Launch) -> Refusal | None:
        if launch.claims.get(self.was.id) != self.was:
            return refuse("moved-on", what=self.was.key, field="claim")
        return refuse("claim-in-use", key=self.was.key) if self.was.state is ClaimState.IN_USE else None

    def apply(self, launch: Launch) -> Launch:
        return replaced(launch, claims=launch.claims.discard(self.was.id))

    def inverse(self) -> ClaimAdded:
        return ClaimAdded(claim=self.was)


class ClaimFields(Fields, frozen=True, kw_only=True):
    text: str | UnsetType = UNSET
    where: str | UnsetType = UNSET
    position: int | UnsetType = UNSET
    proof: tuple[str, ...] | UnsetType = UNSET


class ClaimEdited(Change, frozen=True, kw_only=True):
    claim: str
    to: ClaimFields
    was: ClaimFields

    def check(self, launch: Launch) -> Refusal | None:
        if gone := _gone(launch, self.claim):
            return gone
        claim = launch.claims[self.claim]
        edited: Claim = replaced(claim, **self.to.given())
        return (
            changed(self.to, self.was, claim, claim.key)
            or text(edited.text, "claim", required=True)
            or text(edited.where, "where")
            or _proof(launch, claim, self.to.proof or ())
        )

    def apply(self, launch: Launch) -> Launch:
        return _with(launch, self.claim, **self.to.given())

    def inverse(self) -> ClaimEdited:
        return ClaimEdited(claim=self.claim, to=self.was, was=self.to)


class ClaimStateChanged(Change, frozen=True, kw_only=True):
    """Draft, in use, or withdrawn."""

    claim: str
    to: ClaimState
    was: ClaimState

    def check(self, launch: Launch) -> Refusal | None:
        if gone := _gone(launch, self.claim):
            return gone
        claim = launch.claims[self.claim]
        if claim.state is not self.was:
            return refuse("moved-on", what=claim.key, field="state")
        return refuse("claim-already", key=claim.key, state=self.to.value) if self.to is self.was else None

    def apply(self, launch: Launch) -> Launch:
        return _with(launch, self.claim, state=self.to)

    def inverse(self) -> ClaimStateChanged:
        return ClaimStateChanged(claim=self.claim, to=self.was, was=self.to)


class ClaimEvidenceAdded(Change, frozen=True, kw_only=True):
    """`index` is where it stands in the claim's list; -1 for its end."""

    claim: str
    item: ClaimEvidence
    index: int = -1

    def check(self, launch: Launch) -> Refusal | None:
        if gone := _gone(launch, self.claim):
            return gone
        claim = launch.claims[self.claim]
        if any(held.evidence.id == self.item.evidence.id for held in claim.evidence):
            return refuse("evidence-exists")
        if not fits(claim.evidence, self.index):
            return refuse("moved-on", what=claim.key, field="evidence")
        return evidence_text(self.item.evidence)

    def apply(self, launch: Launch) -> Launch:
        claim = launch.claims.get(self.claim)
        if claim is None:
            return launch
        at = len(claim.evidence) if self.index < 0 else self.index
        return _with(launch, self.claim, evidence=inserted(claim.evidence, at, self.item))

    def says(self, _: Launch, /) -> bool:
        return self.item.accepted is not None

    def inverse(self) -> ClaimEvidenceRemoved:
        return ClaimEvidenceRemoved(claim=self.claim, was=self.item, index=self.index)


class ClaimEvidenceRemoved(Change, frozen=True, kw_only=True):
    claim: str
    was: ClaimEvidence
    index: int = -1

    def check(self, launch: Launch) -> Refusal | None:
        if gone := _gone(launch, self.claim):
            return gone
        there = stands_at(launch.claims[self.claim].evidence, self.index, self.was)
        return None if there else refuse("evidence-gone")

    def apply(self, launch: Launch) -> Launch:
        claim = launch.claims.get(self.claim)
        if claim is None:
            return launch
        kept = tuple(held for held in claim.evidence if held.evidence.id != self.was.evidence.id)
        return _with(launch, self.claim, evidence=kept)

    def inverse(self) -> ClaimEvidenceAdded:
        return ClaimEvidenceAdded(claim=self.claim, item=self.was, index=self.index)


class ClaimEvidenceAccepted(Judgement, frozen=True, kw_only=True):
    """The proving lane's lead accepts the `evidence` they saw as proof."""

    claim: str
    evidence: Evidence

    def check(self, launch: Launch) -> Refusal | None:
        if gone := _gone(launch, self.claim):
            return gone
        claim = launch.claims[self.claim]
        held = next((item for item in claim.evidence if item.evidence.id == self.evidence.id), None)
        if held is None or content(held.evidence) != content(self.evidence):
            return refuse("evidence-gone")
        if held.accepted is not None:
            return refuse("already-accepted", key=claim.key)
        if any(speaks_for(launch, lane, self.word) for lane in PROVING):
            return None
        return not_its_lead(launch, PROVING[0])

    def apply(self, launch: Launch) -> Launch:
        claim = launch.claims.get(self.claim)
        if claim is None:
            return launch
        accepted = (
            replaced(item, accepted=self.word) if item.evidence.id == self.evidence.id else item
            for item in claim.evidence
        )
        return _with(launch, self.claim, evidence=tuple(accepted))
