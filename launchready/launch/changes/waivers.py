"""Waivers: asked by a lead, consented to by the other, reviewed where the gate has a reviewer."""

from __future__ import annotations

import datetime as dt

from launchready.launch.changes.base import Judgement, first, replaced, text
from launchready.launch.entitlement import consenters, lead_names, may_consent, name, not_its_lead, speaks_for
from launchready.launch.lanes import BY_ID, is_shared
from launchready.launch.model import Launch, Renewal, Terms, Waiver, Word
from launchready.launch.readiness import is_gate, is_settled, lacking_reviewer, waiver_for
from launchready.launch.refusal import Refusal, refuse
from launchready.launch.schedule import today


def _open(launch: Launch, waiver: str) -> Waiver | Refusal:
    found = launch.waivers.get(waiver)
    return refuse("waiver-gone") if found is None or found.withdrawn is not None else found


def _with(launch: Launch, waiver: str, **fields: object) -> Launch:
    found = launch.waivers.get(waiver)
    return (
        launch if found is None else replaced(launch, waivers=launch.waivers.insert(waiver, replaced(found, **fields)))
    )


def _key(launch: Launch, waiver: Waiver) -> str:
    task = launch.tasks.get(waiver.task)
    return task.key if task else ""


def _both_sides(launch: Launch, lane: str) -> tuple[str, ...]:
    return (*lead_names(launch, lane), *(name(launch, person) for person in consenters(launch, lane)))


def _asker(launch: Launch, lane: str, word: Word) -> Refusal | None:
    if lane in BY_ID and not is_shared(lane) and speaks_for(launch, lane, word):
        return None
    return not_its_lead(launch, lane)


class WaiverAsked(Judgement, frozen=True, kw_only=True):
    """`lane` is the lane whose lead asks: the gate's own, or for a joint gate either."""

    id: str
    task: str
    lane: str
    terms: Terms

    def check(self, launch: Launch) -> Refusal | None:
        task = launch.tasks.get(self.task)
        if task is None:
            return refuse("task-gone")
        if not is_gate(task):
            return refuse("waiver-no-gate", key=task.key)
        if is_settled(task):
            return refuse("waiver-done", key=task.key)
        if waiver_for(launch, task.id) is not None:
            return refuse("waiver-exists", key=task.key)
        if not is_shared(task.lane) and task.lane != self.lane:
            return not_its_lead(launch, task.lane)
        if self.terms.expires < today(launch, self.word.at):
            return refuse("waiver-expired", key=task.key, expires=self.terms.expires)
        return _asker(launch, self.lane, self.word) or first(
            (
                text(self.terms.reason, "reason", required=True, lines=True),
                text(self.terms.compensation, "compensating action", required=True, lines=True),
            )
        )

    def apply(self, launch: Launch) -> Launch:
        waiver = Waiver(id=self.id, task=self.task, lane=self.lane, terms=self.terms, asked=self.word)
        return replaced(launch, waivers=launch.waivers.insert(self.id, waiver))


def offered(waiver: Waiver) -> Terms:
    """The terms that wait for consent: those of a renewal where one is asked for."""
    return replaced(waiver.terms, expires=waiver.renewal.expires) if waiver.renewal else waiver.terms


class WaiverConsented(Judgement, frozen=True, kw_only=True):
    """The other lead agrees to the `terms` they saw: to the waiver, or to its renewal."""

    waiver: str
    terms: Terms

    def check(self, launch: Launch) -> Refusal | None:
        waiver = _open(launch, self.waiver)
        if isinstance(waiver, Refusal):
            return waiver
        key = _key(launch, waiver)
        if waiver.consent is not None and waiver.renewal is None:
            return refuse("already-consented", key=key)
        if offered(waiver) != self.terms:
            return refuse("moved-on", what=key, field="waiver")
        asked = waiver.renewal.word if waiver.renewal else waiver.asked
        if may_consent(launch, waiver.lane, self.word, asked.by):
            return _unreviewed(launch, waiver)
        others = tuple(name(launch, person) for person in consenters(launch, waiver.lane))
        return refuse("not-consenter", key=key, either=others)

    def apply(self, launch: Launch) -> Launch:
        waiver = launch.waivers.get(self.waiver)
        review = waiver.review if waiver else None
        if waiver is not None and waiver.renewal is not None:
            review = waiver.renewal.review or review
        return _with(launch, self.waiver, consent=self.word, terms=self.terms, review=review, renewal=None)


def _unreviewed(launch: Launch, waiver: Waiver) -> Refusal | None:
    """Refuses a renewal that the gate's reviewer has not seen: consent puts it in force at once."""
    reviewer = lacking_reviewer(launch, waiver) if waiver.renewal else ""
    if not reviewer:
        return None
    return refuse("renewal-unreviewed", key=_key(launch, waiver), reviewer=name(launch, reviewer))


class WaiverReviewed(Judgement, frozen=True, kw_only=True):
    """The reviewer's word for a gate that has one: on the waiver, or on its renewal."""

    waiver: str
    terms: Terms

    def check(self, launch: Launch) -> Refusal | None:
        waiver = _open(launch, self.waiver)
        if isinstance(waiver, Refusal):
            return waiver
        task = launch.tasks.get(waiver.task)
        if task is None or not task.reviewer:
            return refuse("no-reviewer", key=_key(launch, waiver))
        if self.word.by != task.reviewer:
            return refuse("not-reviewer", key=task.key, reviewer=name(launch, task.reviewer))
        if offered(waiver) != self.terms:
            return refuse("moved-on", what=task.key, field="waiver")
        return None

    def apply(self, launch: Launch) -> Launch:
        waiver = launch.waivers.get(self.waiver)
        if waiver is not None and waiver.renewal is not None:
            return _with(launch, self.waiver, renewal=replaced(waiver.renewal, review=self.word))
        return _with(launch, self.waiver, review=self.word)


class WaiverRenewed(Judgement, frozen=True, kw_only=True):
    """Asks for a later expiry. It counts with the other lead's consent; the old one holds until then."""

    waiver: str
    expires: dt.date

    def check(self, launch: Launch) -> Refusal | None:
        waiver = _open(launch, self.waiver)
        if isinstance(waiver, Refusal):
            return waiver
        key = _key(launch, waiver)
        if self.expires <= waiver.terms.expires or self.expires < today(launch, self.word.at):
            return refuse("renewal-not-later", key=key, expires=waiver.terms.expires)
        return _asker(launch, waiver.lane, self.word)

    def apply(self, launch: Launch) -> Launch:
        return _with(launch, self.waiver, renewal=Renewal(word=self.word, expires=self.expires))


class WaiverWithdrawn(Judgement, frozen=True, kw_only=True):
    """Either side may take its word back: the lead who asked, or the one who consented."""

    waiver: str

    def check(self, launch: Launch) -> Refusal | None:
        waiver = _open(launch, self.waiver)
        if isinstance(waiver, Refusal):
            return waiver
        if speaks_for(launch, waiver.lane, self.word) or may_consent(launch, waiver.lane, self.word):
            return None
        return refuse("not-party", key=_key(launch, waiver), either=_both_sides(launch, waiver.lane))

    def apply(self, launch: Launch) -> Launch:
        return _with(launch, self.waiver, withdrawn=self.word)
