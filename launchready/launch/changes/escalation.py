"""When the leads differ: a question to the decider, and the decider's ruling."""

from __future__ import annotations

import datetime as dt

from launchready.launch.changes.base import Judgement, first, index_of, replaced, text
from launchready.launch.changes.sign_offs import moved, not_lead
from launchready.launch.coverage import digest
from launchready.launch.decision import decide
from launchready.launch.entitlement import name, speaks_for
from launchready.launch.lanes import SIGNING
from launchready.launch.model import Covered, Escalation, Launch, Position, Ruling
from launchready.launch.reasons import ACCEPTABLE
from launchready.launch.refusal import Refusal, refuse
from launchready.launch.schedule import today


class Escalated(Judgement, frozen=True, kw_only=True):
    """A lead puts a question to the decider."""

    id: str
    lane: str
    question: str
    respond_by: dt.date

    def check(self, launch: Launch) -> Refusal | None:
        if not launch.decider:
            return refuse("no-decider")
        if self.respond_by < today(launch, self.word.at):
            return refuse("respond-by-past", respond_by=self.respond_by)
        return not_lead(launch, self.lane, self.word) or text(self.question, "question", required=True, lines=True)

    def apply(self, launch: Launch) -> Launch:
        escalation = Escalation(
            id=self.id, lane=self.lane, question=self.question, respond_by=self.respond_by, word=self.word
        )
        return replaced(launch, escalations=(*launch.escalations, escalation))


class EscalationWithdrawn(Judgement, frozen=True, kw_only=True):
    """The lane that asked has no question any more."""

    escalation: str

    def check(self, launch: Launch) -> Refusal | None:
        index = index_of(launch.escalations, self.escalation)
        if index < 0:
            return refuse("escalation-gone")
        escalation = launch.escalations[index]
        if escalation.ruling or escalation.withdrawn is not None:
            return refuse("escalation-gone")
        return None if speaks_for(launch, escalation.lane, self.word) else not_lead(launch, escalation.lane, self.word)

    def apply(self, launch: Launch) -> Launch:
        escalations = tuple(
            replaced(held, withdrawn=self.word) if held.id == self.escalation else held for held in launch.escalations
        )
        return replaced(launch, escalations=escalations)


def _not_decider(launch: Launch, by: str) -> Refusal | None:
    if not launch.decider:
        return refuse("no-decider")
    return None if by == launch.decider else refuse("not-decider", decider=name(launch, launch.decider))


class Ruled(Judgement, frozen=True, kw_only=True):
    """The decider's Go or No-go, on what both lanes cover. It answers every open escalation.

    A Go names the reasons it `accepts`, by the id of what each is about.
    """

    id: str
    position: Position
    reason: str
    covered: tuple[Covered, ...]
    accepts: tuple[str, ...] = ()

    def check(self, launch: Launch) -> Refusal | None:
        if self.position is Position.CONDITIONS:
            return refuse("ruling-go-or-no-go")
        if self.position is Position.NO_GO and self.accepts:
            return refuse("no-go-accepts")
        if tuple(seen.lane for seen in self.covered) != tuple(lane.id for lane in SIGNING):
            return refuse("digest-wrong")
        return (
            _not_decider(launch, self.word.by)
            or text(self.reason, "reason", required=True, lines=True)
            or first(moved(launch, seen) for seen in self.covered)
            or self._accepts(launch)
        )

    def _accepts(self, launch: Launch) -> Refusal | None:
        reasons = decide(launch, self.word.at).reasons
        subjects = {reason.subject for reason in reasons if reason.rule in ACCEPTABLE}
        # A reason that the standing ruling accepts already may be named again.
        subjects |= {reason.subject for reason in reasons if reason.kind.endswith("-ruled")}
        return None if subjects >= set(self.accepts) else refuse("accepts-unknown")

    def apply(self, launch: Launch) -> Launch:
        ruling = Ruling(
            id=self.id,
            position=self.position,
            reason=self.reason,
            word=self.word,
            covered=self.covered,
            digests=tuple(digest(seen) for seen in self.covered),
            accepts=self.accepts,
        )
        escalations = tuple(
            held if held.ruling or held.withdrawn is not None else replaced(held, ruling=self.id)
            for held in launch.escalations
        )
        return replaced(launch, ruling=ruling, escalations=escalations)


class RulingWithdrawn(Judgement, frozen=True, kw_only=True):
    """Only a Go is withdrawn. A No-go is ruled on again."""

    ruling: str

    def check(self, launch: Launch) -> Refusal | None:
        ruling = launch.ruling
        if ruling is None or ruling.id != self.ruling or ruling.withdrawn is not None:
            return refuse("ruling-gone")
        if ruling.position is Position.NO_GO:
            return refuse("ruled-no-go-stays")
        return _not_decider(launch, self.word.by)

    def apply(self, launch: Launch) -> Launch:
        if launch.ruling is None:
            return launch
        return replaced(launch, ruling=replaced(launch.ruling, withdrawn=self.word))
