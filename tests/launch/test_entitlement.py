"""Whose word counts for what."""

from __future__ import annotations

import datetime as dt

import pytest

from launchready.launch.changes import PersonAdded
from launchready.launch.entitlement import (
    consenters,
    is_alone,
    is_self_accepted,
    lead_names,
    may_consent,
    name,
    other_side,
    person_for,
    speakers,
    speaks_for,
)
from launchready.launch.model import Author, Launch, Person
from tests.launch import builders as b

FROM, TO = dt.date(2026, 11, 23), dt.date(2026, 11, 27)
DAY = dt.timedelta(days=1)


def delegated(zone: str = "UTC") -> Launch:
    return b.make(b.a_launch(zone), b.delegate("pmm", b.ABE, FROM, TO))


@pytest.mark.parametrize(
    ("day", "speaks"), [(FROM - DAY, False), (FROM, True), (TO, True), (TO + DAY, False)]
)  # fmt: skip
def test_a_delegate_speaks_from_the_first_day_through_the_last(day: dt.date, speaks: bool) -> None:
    launch = delegated()
    assert speaks_for(launch, "pmm", b.word(b.ABE, b.at(day))) is speaks
    assert speaks_for(launch, "joint", b.word(b.ABE, b.at(day))) is speaks
    assert not speaks_for(launch, "pm", b.word(b.ABE, b.at(day)))
    assert speaks_for(launch, "pmm", b.word(b.DANA, b.at(day)))


@pytest.mark.parametrize("one_person", [False, True])
@pytest.mark.parametrize("lane", ["pm", "pmm"])
def test_whoever_is_named_as_speaking_for_a_lane_does(lane: str, one_person: bool) -> None:
    lead = b.PRIYA if one_person else b.DANA
    launch = b.make(b.a_launch(one_person=one_person), b.delegate("pmm", b.ABE, FROM, TO, by=lead))
    for day in (FROM, TO + DAY):
        word = [(person, b.word(person, b.at(day))) for person in launch.people]
        assert {*speakers(launch, [lane], day)} == {person for person, given in word if speaks_for(launch, lane, given)}
        assert {*other_side(launch, lane, day)} == {
            person for person, given in word if may_consent(launch, lane, given)
        }


def test_the_days_of_a_delegation_are_days_of_the_launchs_zone() -> None:
    evening = b.at(FROM - DAY, 20)
    assert speaks_for(delegated("Pacific/Auckland"), "pmm", b.word(b.ABE, evening))
    assert not speaks_for(delegated("UTC"), "pmm", b.word(b.ABE, evening))


def test_consent_is_the_other_sides_and_never_the_askers() -> None:
    launch = b.a_launch()
    assert may_consent(launch, "pm", b.word(b.DANA))
    assert not may_consent(launch, "pm", b.word(b.PRIYA))
    assert not may_consent(launch, "pm", b.word(b.CHEN))
    assert not may_consent(launch, "pm", b.word(b.DANA), asked_by=b.DANA)
    assert consenters(launch, "pm") == (b.DANA,)


def test_one_person_asks_the_decider() -> None:
    launch = b.a_launch(one_person=True)
    assert is_alone(launch)
    assert consenters(launch, "pm") == (b.CHEN,)
    assert may_consent(launch, "pm", b.word(b.CHEN))
    assert not may_consent(launch, "pm", b.word(b.PRIYA))
    assert not is_self_accepted(launch, "pm", b.word(b.CHEN), b.PRIYA)


def test_one_person_without_a_decider_accepts_for_themself_and_it_shows() -> None:
    launch = b.a_launch(one_person=True, decider="")
    assert consenters(launch, "pm") == (b.PRIYA,)
    assert may_consent(launch, "pm", b.word(b.PRIYA))
    assert is_self_accepted(launch, "pm", b.word(b.PRIYA), b.PRIYA)
    assert not is_self_accepted(b.a_launch(), "pm", b.word(b.DANA), b.PRIYA)


def test_a_launch_without_leads_is_nobodys() -> None:
    launch = Launch()
    assert not is_alone(launch)
    assert not may_consent(launch, "pm", b.word(b.PRIYA))
    assert consenters(launch, "pm") == ("",)


def twins() -> Launch:
    second = Person(id="dana2", name="Dana Ruiz", email="d2@x.example")
    return b.make(b.a_launch(), PersonAdded(person=second))


def test_an_author_is_the_person_of_that_e_mail_else_of_a_name_only_one_has() -> None:
    launch = twins()

    def found(name: str, email: str = "") -> str:
        person = person_for(launch, Author(name=name, email=email))
        return person.id if person else ""

    assert found("priya NAIR") == b.PRIYA
    assert found("Dana Ruiz", "D2@x.example") == "dana2"
    assert found("Anybody", "d2@x.example") == "dana2"
    assert found("Dana Ruiz") == ""
    assert found("Dana Ruiz", "third@x.example") == b.DANA
    assert found("Nobody") == ""


def test_of_those_who_share_an_e_mail_the_name_tells_who_it_is() -> None:
    shared = (Person(id=f"d{number}", name=f"Desk {number}", email="desk@x.example") for number in range(8))
    launch = b.make(b.a_launch(), *(PersonAdded(person=person) for person in shared))
    for number in range(8):
        person = person_for(launch, Author(name=f"desk {number}", email="Desk@x.example"))
        assert person is not None
        assert person.id == f"d{number}"
    assert person_for(launch, Author(name="Anybody", email="desk@x.example")) is None


def test_a_name_that_two_share_carries_the_e_mail() -> None:
    launch = twins()
    assert name(launch, "dana2") == "Dana Ruiz <d2@x.example>"
    assert name(launch, b.PRIYA) == "Priya Nair"
    assert name(launch, b.DANA) == "Dana Ruiz"
    assert name(launch, "gone") == ""


def test_a_shared_lane_is_led_by_every_lead() -> None:
    assert lead_names(b.a_launch(), "joint") == ("Priya Nair", "Dana Ruiz")
    assert lead_names(b.a_launch(one_person=True), "joint") == ("Priya Nair",)
    assert lead_names(b.a_launch(), "pmm") == ("Dana Ruiz",)
