"""Whose word counts for what: leads, delegates, the decider, and the other side of a consent."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from launchready.launch.lanes import BY_ID, SIGNING
from launchready.launch.model import Author, Launch, Person, Word
from launchready.launch.refusal import Refusal, refuse
from launchready.launch.schedule import today


def person_for(launch: Launch, author: Author) -> Person | None:
    """The person of the launch that an author is: by e-mail where both have one, else by a name only one has.

    Of several who share the e-mail it is the one of the same name, or nobody.
    """
    named = [person for person in launch.people.values() if person.name.casefold() == author.name.casefold()]
    if author.email:
        exact = [p for p in launch.people.values() if p.email.casefold() == author.email.casefold()]
        if exact:
            found = [person for person in exact if person in named] or exact
            return found[0] if len(found) == 1 else None
        named = [person for person in named if not person.email]
    return named[0] if len(named) == 1 else None


def delegates(launch: Launch, lane: str, on: dt.date) -> tuple[str, ...]:
    """Ids of those who speak for the lane's lead on that day."""
    return tuple(d.person for d in launch.delegations if d.lane == lane and d.start <= on <= d.end)


def speaks_for(launch: Launch, lane: str, word: Word) -> bool:
    """Whether the word's author was the lane's lead or delegate when it was given. A shared lane: of any lane."""
    if not BY_ID[lane].signs:
        return any(speaks_for(launch, signing.id, word) for signing in SIGNING)
    return word.by == launch.leads.get(lane) or word.by in delegates(launch, lane, today(launch, word.at))


def lanes_of(launch: Launch, word: Word) -> tuple[str, ...]:
    """The signing lanes that the word's author speaks for."""
    return tuple(lane.id for lane in SIGNING if speaks_for(launch, lane.id, word))


def is_alone(launch: Launch) -> bool:
    """Whether one person leads every signing lane."""
    leads = {launch.leads.get(lane.id) for lane in SIGNING}
    return len(leads) == 1 and None not in leads


def may_consent(launch: Launch, lane: str, word: Word, asked_by: str = "") -> bool:
    """Whether the word is the other side's for something that `lane` asked.

    The other side is the other lanes' leads and delegates, never the person who asked. Where one person leads
    both it is the decider, and where there is none, it is themself: the summary then reads "self-accepted".
    """
    if is_alone(launch):
        lead = launch.leads.get(lane)
        return word.by == (launch.decider or lead)
    other = any(speaks_for(launch, other.id, word) for other in SIGNING if other.id != lane)
    return other and word.by != asked_by


def consenters(launch: Launch, lane: str) -> tuple[str, ...]:
    """Ids of whose consent something that `lane` asked waits for."""
    if is_alone(launch):
        return (launch.decider or launch.leads[lane],)
    return tuple(launch.leads.get(other.id, "") for other in SIGNING if other.id != lane)


def speakers(launch: Launch, lanes: Iterable[str], on: dt.date) -> tuple[str, ...]:
    """Ids of the leads of those lanes, then of whoever speaks for them on that day."""
    asked = tuple(lanes)
    leads = [launch.leads[lane] for lane in asked if lane in launch.leads]
    return tuple(dict.fromkeys((*leads, *(person for lane in asked for person in delegates(launch, lane, on)))))


def other_side(launch: Launch, lane: str, on: dt.date) -> tuple[str, ...]:
    """Whose word counts that day for what `lane` asked: leads and their delegates, or the decider in their place."""
    if is_alone(launch):
        return consenters(launch, lane)
    return speakers(launch, [other.id for other in SIGNING if other.id != lane], on)


def name(launch: Launch, person: str) -> str:
    """A person's name, with the e-mail where two share the name; empty for nobody."""
    found = launch.people.get(person)
    if found is None:
        return ""
    twins = sum(1 for other in launch.people.values() if other.name.casefold() == found.name.casefold())
    return f"{found.name} <{found.email}>" if twins > 1 and found.email else found.name


def names(launch: Launch) -> dict[str, str]:
    """Everybody as `name` has them, by id: one pass for whoever names many."""
    shared = Counter(person.name.casefold() for person in launch.people.values())
    return {
        id_: f"{person.name} <{person.email}>" if person.email and shared[person.name.casefold()] > 1 else person.name
        for id_, person in launch.people.items()
    }


def lead_names(launch: Launch, lane: str) -> tuple[str, ...]:
    """The lane's lead by name; for a shared lane every lead. Empty where there is none."""
    lanes = [lane] if lane in BY_ID and BY_ID[lane].signs else [signing.id for signing in SIGNING]
    people = [launch.leads[each] for each in lanes if launch.leads.get(each)]
    return tuple(dict.fromkeys(name(launch, person) for person in people))


def not_its_lead(launch: Launch, lane: str) -> Refusal:
    """Why somebody who doesn't speak for the lane is refused: its lead is to be asked, or named first."""
    lead = lead_names(launch, lane)
    return refuse("not-lead", lane=lane, lead=lead) if lead else refuse("lead-missing", lane=lane)


def is_self_accepted(launch: Launch, lane: str, consent: Word, asked_by: str) -> bool:
    """Whether a consent was given by the one who asked: only where one person leads both lanes."""
    return consent.by == asked_by or (is_alone(launch) and consent.by == launch.leads.get(lane))
