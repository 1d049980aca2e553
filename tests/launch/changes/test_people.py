"""Who takes part, leads, decides, and speaks for a lead."""

from __future__ import annotations

import datetime as dt

import pytest

from launchready.launch.changes import (
    DeciderChanged,
    DelegateRemoved,
    LeadChanged,
    PersonAdded,
    PersonEdited,
    PersonRemoved,
)
from launchready.launch.changes.people import PersonFields
from launchready.launch.model import Launch, Person, Position
from tests.launch import builders as b

FROM, TO = dt.date(2026, 11, 23), dt.date(2026, 11, 27)


def test_two_who_share_a_name_differ_by_e_mail() -> None:
    launch = b.a_launch()
    twin = Person(id="dana2", name="dana ruiz")
    assert b.refused(launch, PersonAdded(person=twin)) == "person-exists"
    launch = b.make(launch, PersonAdded(person=Person(id="dana2", name="Dana Ruiz", email="d2@x.example")))
    to, was = PersonFields(email=""), PersonFields(email="d2@x.example")
    assert b.refused(launch, PersonEdited(person="dana2", to=to, was=was)) == "person-exists"


def remove(launch: Launch, person: str) -> PersonRemoved:
    return PersonRemoved(was=launch.people[person])


def test_nobody_is_removed_who_is_still_needed() -> None:
    launch = b.make(b.a_launch(), b.edit(b.a_launch(), "press", reviewer=""))
    uses = {person: b.refusal(launch, remove(launch, person)).args["use"] for person in (b.PRIYA, b.CHEN, b.ABE)}
    assert uses == {b.PRIYA: "lead", b.CHEN: "decider", b.ABE: "PMM-1"}
    assert b.OSEI not in b.make(launch, remove(launch, b.OSEI)).people
    delegated = b.make(launch, b.delegate("pm", b.OSEI, FROM, TO))
    assert b.refusal(delegated, remove(delegated, b.OSEI)).args["use"] == "delegate"


def test_nobody_is_removed_whose_word_is_on_record() -> None:
    launch = b.make(b.a_launch(), b.sign(b.a_launch(), "pm", Position.NO_GO))
    launch = b.make(launch, LeadChanged(lane="pm", to=b.ABE, was=b.PRIYA))
    assert b.refusal(launch, remove(launch, b.PRIYA)).args["use"] == "word"


def test_one_person_leads_both_lanes_only_in_a_launch_made_for_one() -> None:
    both = LeadChanged(lane="pmm", to=b.PRIYA, was=b.DANA)
    assert b.refused(b.a_launch(), both) == "lead-of-both"
    alone = b.a_launch(one_person=True)
    assert alone.leads["pm"] == alone.leads["pmm"] == b.PRIYA


def test_a_lane_has_a_lead_who_is_there() -> None:
    launch = b.a_launch()
    assert b.refused(launch, LeadChanged(lane="joint", to=b.ABE)) == "lane-without-lead"
    assert b.refused(launch, LeadChanged(lane="nowhere", to=b.ABE)) == "lane-without-lead"
    assert b.refused(launch, LeadChanged(lane="pm", to="gone", was=b.PRIYA)) == "person-gone"
    assert b.refused(launch, LeadChanged(lane="pm", to=b.ABE, was=b.DANA)) == "moved-on"


def test_the_first_lead_of_a_lane_is_not_taken_back_to_nobody() -> None:
    assert LeadChanged(lane="pm", to=b.PRIYA).inverse() is None


def test_the_decider_is_a_person_of_the_launch_or_nobody() -> None:
    launch = b.a_launch()
    assert b.refused(launch, DeciderChanged(to="gone", was=b.CHEN)) == "person-gone"
    assert b.refused(launch, DeciderChanged(to=b.ABE, was=b.DANA)) == "moved-on"
    assert b.make(launch, DeciderChanged(to="", was=b.CHEN)).decider == ""


@pytest.mark.parametrize(
    ("by", "code"), [(b.DANA, ""), (b.CHEN, ""), (b.PRIYA, "not-delegator"), (b.ABE, "not-delegator")]
)
def test_the_lead_names_a_delegate_or_the_decider_does(by: str, code: str) -> None:
    named = b.delegate("pmm", b.ABE, FROM, TO, by=by)
    refusal = named.check(b.a_launch())
    assert (refusal.code if refusal else "") == code
    launch = b.make(b.a_launch(), b.delegate("pmm", b.ABE, FROM, TO))
    refusal = DelegateRemoved(delegation="d-pmm", word=b.word(by)).check(launch)
    assert (refusal.code if refusal else "") == code


def test_a_delegate_is_never_the_other_lanes_lead() -> None:
    assert b.refused(b.a_launch(), b.delegate("pmm", b.PRIYA, FROM, TO)) == "delegate-is-lead"
    launch = b.make(b.a_launch(), b.delegate("pmm", b.ABE, FROM, TO))
    assert b.refused(launch, LeadChanged(lane="pm", to=b.ABE, was=b.PRIYA)) == "lead-is-delegate"
    assert b.make(launch, LeadChanged(lane="pmm", to=b.ABE, was=b.DANA)).leads["pmm"] == b.ABE


def test_a_delegation_has_a_lane_a_person_and_days_in_order() -> None:
    launch = b.a_launch()
    assert b.refused(launch, b.delegate("joint", b.ABE, FROM, TO, by=b.CHEN)) == "lane-without-lead"
    assert b.refused(launch, b.delegate("pmm", "gone", FROM, TO)) == "person-gone"
    assert b.refused(launch, b.delegate("pmm", b.ABE, TO, FROM)) == "dates-reversed"


def test_a_delegate_signs_within_their_days_only() -> None:
    launch = b.make(b.all_done(b.a_launch()), b.delegate("pmm", b.ABE, FROM, TO))
    day = dt.timedelta(days=1)
    signed = b.make(launch, b.sign(launch, "pmm", by=b.ABE, when=b.at(TO)))
    assert signed.sign_offs["pmm"].word.by == b.ABE
    for when in (FROM - day, TO + day):
        assert b.refused(launch, b.sign(launch, "pmm", by=b.ABE, when=b.at(when))) == "not-lead"
    assert b.refused(launch, b.sign(launch, "pm", by=b.ABE, when=b.at(TO))) == "not-lead"
    removed = b.make(launch, DelegateRemoved(delegation="d-pmm", word=b.word(b.DANA)))
    assert b.refused(removed, b.sign(removed, "pmm", by=b.ABE, when=b.at(TO))) == "not-lead"
    assert b.refused(removed, DelegateRemoved(delegation="d-pmm", word=b.word(b.DANA))) == "delegate-gone"
