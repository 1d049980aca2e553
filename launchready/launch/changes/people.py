"""Who takes part: people, the lanes' leads, delegates, the decider."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import UNSET, UnsetType

from launchready.launch.changes.base import Change, Fields, Judgement, changed, first, index_of, replaced, text
from launchready.launch.entitlement import name
from launchready.launch.lanes import BY_ID, SIGNING
from launchready.launch.maps import values
from launchready.launch.model import Delegation, Launch, Person, Word
from launchready.launch.refusal import Refusal, refuse
from launchready.launch.schedule import in_order


def _person(launch: Launch, person: Person) -> Refusal | None:
    """What is wrong with a person as it would be: two may share a name, but then differ by e-mail."""
    for other in launch.people.values():
        same = other.name.casefold() == person.name.casefold() and other.email.casefold() == person.email.casefold()
        if same and other.id != person.id:
            return refuse("person-exists", name=person.name)
    return first((text(person.name, "name", required=True), text(person.email, "e-mail")))


def known(launch: Launch, person: str) -> Refusal | None:
    """Refuses the id of nobody; empty is allowed, and means nobody."""
    return None if not person or person in launch.people else refuse("person-gone")


class PersonAdded(Change, frozen=True, kw_only=True):
    person: Person

    def check(self, launch: Launch) -> Refusal | None:
        if self.person.id in launch.people:
            return refuse("person-exists", name=self.person.name)
        return _person(launch, self.person)

    def apply(self, launch: Launch) -> Launch:
        return replaced(launch, people=launch.people.insert(self.person.id, self.person))

    def inverse(self) -> PersonRemoved:
        return PersonRemoved(was=self.person)


class PersonRemoved(Change, frozen=True, kw_only=True):
    was: Person

    def check(self, launch: Launch) -> Refusal | None:
        if launch.people.get(self.was.id) != self.was:
            return refuse("moved-on", what="person", field="person")
        use = next(_uses(launch, self.was.id), None)
        return refuse("person-used", name=self.was.name, use=use) if use else None

    def apply(self, launch: Launch) -> Launch:
        return replaced(launch, people=launch.people.discard(self.was.id))

    def inverse(self) -> PersonAdded:
        return PersonAdded(person=self.was)


def _uses(launch: Launch, person: str) -> Iterator[str]:
    """What still needs the person: codes of `wording.USES`, or a task's key."""
    if person in launch.leads.values():
        yield "lead"
    if person == launch.decider:
        yield "decider"
    if any(person == delegation.person for delegation in launch.delegations):
        yield "delegate"
    yield from (task.key for task in in_order(launch) if person in (task.owner, task.reviewer))
    owed = [condition for condition in launch.conditions.values() if condition.owner == person]
    yield from (condition.key for condition in sorted(owed, key=lambda each: (each.position, each.id)))
    if any(word.by == person for word in _words(launch)):
        yield "word"


def _words(launch: Launch) -> Iterator[Word]:
    """Every word that the present state holds."""
    given: list[Word | None] = list(launch.agreed.values())
    for sign_off in launch.sign_offs.values():
        given += [sign_off.word, sign_off.withdrawn]
    for waiver in launch.waivers.values():
        given += [waiver.asked, waiver.consent, waiver.review, waiver.withdrawn]
        given += [waiver.renewal.word, waiver.renewal.review] if waiver.renewal else []
    for condition in launch.conditions.values():
        given += [condition.accepted, condition.met, condition.released]
    for task in values(launch.tasks):
        given += [held.word for held in (task.acknowledgement, task.sent_back, *task.confirmations) if held]
    for claim in launch.claims.values():
        given += [item.accepted for item in claim.evidence]
    given += [delegation.word for delegation in launch.delegations]
    given += [word for escalation in launch.escalations for word in (escalation.word, escalation.withdrawn)]
    given += [held.word for held in (launch.ruling, launch.recorded, launch.called_off) if held]
    yield from (word for word in given if word is not None)


class PersonFields(Fields, frozen=True, kw_only=True):
    name: str | UnsetType = UNSET
    email: str | UnsetType = UNSET


class PersonEdited(Change, frozen=True, kw_only=True):
    person: str
    to: PersonFields
    was: PersonFields

    def check(self, launch: Launch) -> Refusal | None:
        person = launch.people.get(self.person)
        if person is None:
            return refuse("person-gone")
        return changed(self.to, self.was, person, "person") or _person(launch, replaced(person, **self.to.given()))

    def apply(self, launch: Launch) -> Launch:
        person = launch.people.get(self.person)
        if person is None:
            return launch
        return replaced(launch, people=launch.people.insert(self.person, replaced(person, **self.to.given())))

    def inverse(self) -> PersonEdited:
        return PersonEdited(person=self.person, to=self.was, was=self.to)


class LeadChanged(Change, frozen=True, kw_only=True):
    """`was` is empty when the lane had no lead yet."""

    lane: str
    to: str
    was: str = ""

    def check(self, launch: Launch) -> Refusal | None:
        if self.lane not in BY_ID or not BY_ID[self.lane].signs:
            return refuse("lane-without-lead", lane=self.lane)
        if launch.leads.get(self.lane, "") != self.was:
            return refuse("moved-on", what="launch", field="lead")
        if self.to == self.was:
            return refuse("nothing-to-do")
        if self.to not in launch.people:
            return refuse("person-gone")
        for lane in SIGNING:
            other = lane.id != self.lane and launch.leads.get(lane.id) == self.to
            if other and not launch.one_person:
                return refuse("lead-of-both", name=name(launch, self.to), lane=lane.id)
            delegated = any(d.lane == lane.id and d.person == self.to for d in launch.delegations)
            if lane.id != self.lane and delegated:
                return refuse("lead-is-delegate", name=name(launch, self.to), lane=lane.id)
        return None

    def apply(self, launch: Launch) -> Launch:
        leads = launch.leads.insert(self.lane, self.to) if self.to else launch.leads.discard(self.lane)
        return replaced(launch, leads=leads)

    def inverse(self) -> LeadChanged | None:
        return LeadChanged(lane=self.lane, to=self.was, was=self.to) if self.was else None


class DeciderChanged(Change, frozen=True, kw_only=True):
    """Empty: nobody."""

    to: str = ""
    was: str = ""

    def check(self, launch: Launch) -> Refusal | None:
        if launch.decider != self.was:
            return refuse("moved-on", what="launch", field="decider")
        if self.to == self.was:
            return refuse("nothing-to-do")
        return known(launch, self.to)

    def apply(self, launch: Launch) -> Launch:
        return replaced(launch, decider=self.to)

    def inverse(self) -> DeciderChanged:
        return DeciderChanged(to=self.was, was=self.to)


def _may_delegate(launch: Launch, lane: str, word: Word) -> Refusal | None:
    if word.by in (launch.leads.get(lane), launch.decider):
        return None
    if not launch.leads.get(lane):
        return refuse("lead-missing", lane=lane)
    return refuse("not-delegator", lane=lane, lead=name(launch, launch.leads[lane]))


class DelegateNamed(Judgement, frozen=True, kw_only=True):
    id: str
    lane: str
    person: str
    start: dt.date
    end: dt.date

    def check(self, launch: Launch) -> Refusal | None:
        if self.lane not in BY_ID or not BY_ID[self.lane].signs:
            return refuse("lane-without-lead", lane=self.lane)
        if self.person not in launch.people:
            return refuse("person-gone")
        for lane, lead in launch.leads.items():
            if lead == self.person:
                return refuse("delegate-is-lead", name=name(launch, self.person), lane=lane)
        if self.end < self.start:
            return refuse("dates-reversed", start=self.start, end=self.end)
        return _may_delegate(launch, self.lane, self.word)

    def apply(self, launch: Launch) -> Launch:
        delegation = Delegation(
            id=self.id, lane=self.lane, person=self.person, start=self.start, end=self.end, word=self.word
        )
        return replaced(launch, delegations=(*launch.delegations, delegation))


class DelegateRemoved(Judgement, frozen=True, kw_only=True):
    delegation: str

    def check(self, launch: Launch) -> Refusal | None:
        index = index_of(launch.delegations, self.delegation)
        if index < 0:
            return refuse("delegate-gone")
        return _may_delegate(launch, launch.delegations[index].lane, self.word)

    def apply(self, launch: Launch) -> Launch:
        kept = tuple(held for held in launch.delegations if held.id != self.delegation)
        return replaced(launch, delegations=kept)
