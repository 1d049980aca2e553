"""Judgements: whatever is somebody's word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from launchready.launch import changes as c
from launchready.launch.changes.base import next_key
from launchready.launch.changes.launch import present_digests
from launchready.launch.changes.waivers import offered
from launchready.launch.coverage import coverage, digest
from launchready.launch.decision import decide
from launchready.launch.lanes import JOINT, PM, SIGNING
from launchready.launch.model import (
    Claim,
    CoveredGate,
    Position,
    Terms,
    Word,
)
from launchready.launch.reasons import ACCEPTABLE
from tests.launch import builders as b
from tests.launch.draw import GONE, Draw, found
from tests.launch.ways_of_work import claim_item, on_claim


def _decision_recorded(d: Draw) -> c.Change:
    word = d.word(d.launch.decider, *sorted(d.launch.leads.values()))
    computed = decide(d.launch, word.at)
    rule = 8 if d.seldom() else computed.rule
    return c.DecisionRecorded(
        word=word, verdict=computed.verdict.value, rule=rule, digests=present_digests(d.launch), present=("Sam",)
    )  # fmt: skip


def _delegate_named(d: Draw) -> c.Change:
    lane = d.signing()
    free = sorted(set(d.launch.people) - set(d.launch.leads.values()))
    start = d.date()
    return c.DelegateNamed(
        id=d.new_id(), lane=lane, person=d.one_of(free), start=start, end=d.pick((start, d.date())),
        word=d.word(d.launch.leads.get(lane, ""), d.launch.decider),
    )  # fmt: skip


def _delegate_removed(d: Draw) -> c.Change:
    word = d.word(d.launch.decider)
    return c.DelegateRemoved(delegation=d.one_of(held.id for held in d.launch.delegations), word=word)


def _gate_confirmed(d: Draw) -> c.Change:
    joint = sorted(t.id for t in d.launch.tasks.values() if t.lane == JOINT.id and t.gating)
    id_, lane = d.one_of(joint), d.signing()
    return c.GateConfirmed(task=id_, lane=lane, gate=d.gate(id_), word=d.lead(lane))


def _asking(d: Draw) -> str:
    return d.one_of(t.id for t in d.launch.tasks.values() if t.asks)


def _acknowledging(make: Callable[[str, CoveredGate, Word], c.Change]) -> Callable[[Draw], c.Change]:
    def drawn(d: Draw) -> c.Change:
        id_ = _asking(d)
        return make(id_, d.gate(id_), d.other(found(d.launch.tasks, id_, b.TASKS[0]).lane))

    return drawn


def _waiver_asked(d: Draw) -> c.Change:
    id_ = d.one_of(t.id for t in d.launch.tasks.values() if t.gating)
    lane = found(d.launch.tasks, id_, b.TASKS[0]).lane
    lane = d.signing() if lane == JOINT.id or d.seldom() else lane
    terms = Terms(reason="No time", compensation="By hand", expires=d.date())
    return c.WaiverAsked(id=d.new_id(), task=id_, lane=lane, terms=terms, word=d.lead(lane))


def _on_waiver(make: Callable[[Draw, str, Terms, str], c.Change]) -> Callable[[Draw], c.Change]:
    def drawn(d: Draw) -> c.Change:
        standing = sorted(w.id for w in d.launch.waivers.values() if w.withdrawn is None or d.seldom())
        id_ = d.one_of(standing)
        held = d.launch.waivers.get(id_)
        terms = offered(held) if held and not d.seldom() else Terms(reason="x", compensation="x", expires=d.date())
        return make(d, id_, terms, held.lane if held else "pm")

    return drawn


def _renewed(d: Draw, id_: str, terms: Terms, lane: str) -> c.Change:
    expires = d.date() if d.seldom() or terms.expires > dt.date(3000, 1, 1) else terms.expires + dt.timedelta(days=30)
    return c.WaiverRenewed(waiver=id_, expires=expires, word=d.lead(lane))


def _claim_evidence_accepted(d: Draw, id_: str, claim: Claim) -> c.Change:
    held, _ = d.held(claim.evidence, lambda: claim_item(d))
    return c.ClaimEvidenceAccepted(claim=id_, evidence=held.evidence, word=d.lead(PM.id))


def _agreed(d: Draw) -> c.Change:
    lane = d.signing()
    seen = coverage(d.launch, d.pick(SIGNING).id if d.seldom() or lane not in b.LEADS else lane)
    return c.ChecklistAgreed(lane=lane, covered=seen, word=d.lead(lane))


def _signed_off(d: Draw) -> c.Change:
    lane = d.signing()
    seen = coverage(d.launch, d.pick(SIGNING).id if d.seldom() or lane not in b.LEADS else lane)
    position, id_ = d.pick(tuple(Position)), d.new_id()
    conditions: tuple[b.Condition, ...] = ()
    if position is Position.CONDITIONS or d.seldom():
        gates = [t.id for t in d.launch.tasks.values() if t.lane in (lane, JOINT.id) and t.gating]
        covers = d.pick((tuple(sorted(gates)), (), (d.one_of(d.launch.claims),)))
        key = next_key(d.launch, "C")
        conditions = (b.Condition(
            id=d.new_id(), key=key, lane=lane, text=d.text(), due=d.date(), sign_off=id_, position=1, covers=covers
        ),)  # fmt: skip
    return c.SignedOff(
        id=id_, lane=lane, position=position, covered=seen, digest="0" if d.seldom() else digest(seen),
        rationale=d.text(), conditions=conditions, word=d.lead(lane),
    )  # fmt: skip


def _sign_off_withdrawn(d: Draw) -> c.Change:
    lane = d.signing()
    held = d.launch.sign_offs.get(lane)
    return c.SignOffWithdrawn(lane=lane, sign_off=held.id if held else GONE, word=d.lead(lane))


def _on_condition(make: Callable[[str, Word], c.Change]) -> Callable[[Draw], c.Change]:
    def drawn(d: Draw) -> c.Change:
        id_ = d.one_of(d.launch.conditions)
        held = d.launch.conditions.get(id_)
        return make(id_, d.other(held.lane if held else "pm"))

    return drawn


def _escalated(d: Draw) -> c.Change:
    lane = d.signing()
    return c.Escalated(id=d.new_id(), lane=lane, question=d.text(), respond_by=d.date(), word=d.lead(lane))


def _escalation_withdrawn(d: Draw) -> c.Change:
    held = d.launch.escalations[-1] if d.launch.escalations else None
    return c.EscalationWithdrawn(escalation=held.id if held else GONE, word=d.lead(held.lane if held else "pm"))


def _ruled(d: Draw) -> c.Change:
    word = d.word(d.launch.decider)
    reasons = decide(d.launch, word.at).reasons
    acceptable = [reason.subject for reason in reasons if reason.rule in ACCEPTABLE]
    position = d.pick(tuple(Position))
    accepts = tuple(acceptable) if position is Position.GO or d.seldom() else ()
    seen = tuple(coverage(d.launch, lane.id) for lane in SIGNING)
    return c.Ruled(id=d.new_id(), position=position, reason=d.text(), covered=seen, accepts=accepts, word=word)


def _ruling_withdrawn(d: Draw) -> c.Change:
    return c.RulingWithdrawn(ruling=d.launch.ruling.id if d.launch.ruling else GONE, word=d.word(d.launch.decider))


WAYS_OF_WORD: dict[type[c.Change], Callable[[Draw], c.Change]] = {
    c.CalledOff: lambda d: c.CalledOff(reason=d.text(), word=d.lead(d.signing())),
    c.Resumed: lambda d: c.Resumed(reason=d.text(), word=d.lead(d.signing())),
    c.DecisionRecorded: _decision_recorded,
    c.DelegateNamed: _delegate_named,
    c.DelegateRemoved: _delegate_removed,
    c.GateConfirmed: _gate_confirmed,
    c.TaskAcknowledged: _acknowledging(lambda id_, gate, word: c.TaskAcknowledged(task=id_, gate=gate, word=word)),
    c.TaskSentBack: _acknowledging(lambda id_, gate, word: c.TaskSentBack(task=id_, gate=gate, why="Old", word=word)),
    c.AcknowledgementWithdrawn: _acknowledging(lambda id_, _, word: c.AcknowledgementWithdrawn(task=id_, word=word)),
    c.WaiverAsked: _waiver_asked,
    c.WaiverConsented: _on_waiver(
        lambda d, id_, terms, lane: c.WaiverConsented(waiver=id_, terms=terms, word=d.other(lane))
    ),
    c.WaiverReviewed: _on_waiver(
        lambda d, id_, terms, _: c.WaiverReviewed(waiver=id_, terms=terms, word=d.word(b.OSEI))
    ),
    c.WaiverRenewed: _on_waiver(_renewed),
    c.WaiverWithdrawn: _on_waiver(lambda d, id_, _, lane: c.WaiverWithdrawn(waiver=id_, word=d.lead(lane))),
    c.ClaimEvidenceAccepted: on_claim(_claim_evidence_accepted),
    c.ChecklistAgreed: _agreed,
    c.SignedOff: _signed_off,
    c.SignOffWithdrawn: _sign_off_withdrawn,
    c.ConditionAccepted: _on_condition(lambda id_, word: c.ConditionAccepted(condition=id_, word=word)),
    c.ConditionMet: _on_condition(lambda id_, word: c.ConditionMet(condition=id_, word=word)),
    c.ConditionReleased: _on_condition(lambda id_, word: c.ConditionReleased(condition=id_, word=word)),
    c.Escalated: _escalated,
    c.EscalationWithdrawn: _escalation_withdrawn,
    c.Ruled: _ruled,
    c.RulingWithdrawn: _ruling_withdrawn,
}
