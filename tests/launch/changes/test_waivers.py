"""Waivers: asked by a lead, consented to by the other, reviewed where the gate has a reviewer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import msgspec
import pytest

from launchready.launch.changes import WaiverConsented, WaiverRenewed, WaiverReviewed, WaiverWithdrawn
from launchready.launch.changes.waivers import offered
from launchready.launch.entitlement import is_self_accepted
from launchready.launch.model import Launch, Status, Terms
from launchready.launch.readiness import is_waived
from tests.launch import builders as b

DAY = dt.timedelta(days=1)


def asked(task: str = "load", lane: str = "") -> Launch:
    return b.make(b.a_launch(), b.ask_waiver(b.a_launch(), task, lane))


def renew(expires: dt.date = b.LAUNCH_DAY, by: str = b.PRIYA, waiver: str = "w-load") -> WaiverRenewed:
    return WaiverRenewed(waiver=waiver, expires=expires, word=b.word(by))


def consent_to(launch: Launch, expires: dt.date, by: str = b.DANA) -> WaiverConsented:
    terms = msgspec.structs.replace(launch.waivers["w-load"].terms, expires=expires)
    return WaiverConsented(waiver="w-load", terms=terms, word=b.word(by))


@pytest.mark.parametrize(
    ("task", "lane", "by"),
    [
        ("load", "pm", b.DANA),
        ("load", "pm", b.CHEN),
        ("load", "pmm", b.DANA),
        ("kit", "pmm", b.PRIYA),
        ("copy", "joint", b.PRIYA),
        ("copy", "nowhere", b.PRIYA),
        ("copy", "pm", b.DANA),
    ],
)
def test_only_the_lanes_own_lead_asks(task: str, lane: str, by: str) -> None:
    assert b.refused(b.a_launch(), b.ask_waiver(b.a_launch(), task, lane, by=by)) == "not-lead"


@pytest.mark.parametrize("lane", ["pm", "pmm"])
def test_for_a_joint_gate_either_lead_asks_and_the_other_consents(lane: str) -> None:
    launch = asked("copy", lane)
    assert b.refused(launch, b.consent(launch, "w-copy", b.LEADS[lane])) == "not-consenter"
    launch = b.make(launch, b.consent(launch, "w-copy", b.LEADS[b.OTHER[lane]]))
    assert is_waived(launch, launch.tasks["copy"])


def test_a_waiver_is_of_a_gate_in_force_that_stands_in_the_way_and_has_none() -> None:
    launch = b.a_launch()
    assert b.refused(launch, b.ask_waiver(launch, "wiki")) == "waiver-no-gate"
    dropped = b.make(launch, b.move_on(launch, "load", Status.NOT_APPLICABLE, "No"))
    assert b.refused(dropped, b.ask_waiver(dropped, "load")) == "waiver-no-gate"
    finished = b.done(launch, "load", "limits")
    assert b.refused(finished, b.ask_waiver(finished, "load")) == "waiver-done"
    b.make(finished, b.ask_waiver(finished, "limits"))
    assert b.refused(asked(), b.ask_waiver(asked(), "load")) == "waiver-exists"
    assert b.refused(launch, b.ask_waiver(launch, "load", expires=b.TODAY - DAY)) == "waiver-expired"
    b.make(launch, b.ask_waiver(launch, "load", expires=b.TODAY))


@pytest.mark.parametrize("terms", [{"reason": ""}, {"compensation": " "}])
def test_a_waiver_has_a_reason_and_a_compensating_action(terms: dict[str, str]) -> None:
    waiver = b.ask_waiver(b.a_launch(), "load")
    waiver = msgspec.structs.replace(waiver, terms=msgspec.structs.replace(waiver.terms, **terms))
    assert b.refused(b.a_launch(), waiver) == "text-empty"


@pytest.mark.parametrize("by", [b.PRIYA, b.CHEN, b.ABE, b.OSEI])
def test_only_the_other_lead_consents(by: str) -> None:
    refusal = b.refusal(asked(), b.consent(asked(), "w-load", by))
    assert (refusal.code, refusal.args["either"]) == ("not-consenter", ("Dana Ruiz",))


def test_the_one_who_asked_never_consents_not_even_for_the_other_lane() -> None:
    launch = b.make(b.a_launch(), b.delegate("pm", b.ABE, b.TODAY, b.LATER), b.delegate("pmm", b.ABE, b.TODAY, b.LATER))
    launch = b.make(launch, b.ask_waiver(launch, "load", by=b.ABE))
    assert b.refused(launch, b.consent(launch, "w-load", b.ABE)) == "not-consenter"
    b.make(launch, b.consent(launch, "w-load", b.DANA))


def test_consent_is_to_the_terms_that_were_seen_and_given_once() -> None:
    launch = asked()
    assert b.refused(launch, consent_to(launch, b.LAUNCH_DAY)) == "moved-on"
    launch = b.make(launch, b.consent(launch, "w-load", b.DANA))
    assert b.refused(launch, b.consent(launch, "w-load", b.DANA)) == "already-consented"


def review(launch: Launch, task: str, by: str, terms: Terms | None = None) -> WaiverReviewed:
    waiver = launch.waivers[f"w-{task}"]
    return WaiverReviewed(waiver=waiver.id, terms=terms or waiver.terms, word=b.word(by))


def test_the_reviewer_of_the_gate_gives_the_review() -> None:
    launch = asked("press")
    for by in (b.DANA, b.PRIYA, b.CHEN):
        assert b.refused(launch, review(launch, "press", by)) == "not-reviewer"
    other = msgspec.structs.replace(launch.waivers["w-press"].terms, expires=b.LAUNCH_DAY)
    assert b.refused(launch, review(launch, "press", b.OSEI, other)) == "moved-on"
    assert b.refused(asked(), review(asked(), "load", b.OSEI)) == "no-reviewer"
    launch = b.make(launch, review(launch, "press", b.OSEI))
    assert not is_waived(launch, launch.tasks["press"])
    launch = b.make(launch, b.consent(launch, "w-press", b.PRIYA))
    assert is_waived(launch, launch.tasks["press"])


def test_a_renewal_keeps_the_old_expiry_until_the_other_lead_consents() -> None:
    launch = b.make(b.waived(b.a_launch(), "load"), renew())
    waiver = launch.waivers["w-load"]
    assert (waiver.terms.expires, is_waived(launch, launch.tasks["load"])) == (b.LATER, True)
    assert b.refused(launch, consent_to(launch, b.LATER)) == "moved-on"
    assert b.refused(launch, consent_to(launch, b.LAUNCH_DAY, by=b.PRIYA)) == "not-consenter"
    launch = b.make(launch, consent_to(launch, b.LAUNCH_DAY))
    assert launch.waivers["w-load"].terms.expires == b.LAUNCH_DAY
    assert launch.waivers["w-load"].renewal is None


def test_a_renewal_of_a_reviewed_gate_needs_the_reviewers_word_on_the_later_date() -> None:
    launch = b.waived(b.make(b.a_launch(), b.edit(b.a_launch(), "load", reviewer=b.OSEI)), "load")
    launch = b.make(b.make(launch, review(launch, "load", b.OSEI)), renew())
    waiver = launch.waivers["w-load"]
    assert b.refused(launch, consent_to(launch, b.LAUNCH_DAY)) == "renewal-unreviewed"
    assert b.refused(launch, review(launch, "load", b.OSEI)) == "moved-on"
    launch = b.make(launch, review(launch, "load", b.OSEI, offered(waiver)))
    assert (launch.waivers["w-load"].terms.expires, is_waived(launch, launch.tasks["load"])) == (b.LATER, True)
    launch = b.make(launch, consent_to(launch, b.LAUNCH_DAY))
    assert (launch.waivers["w-load"].terms.expires, is_waived(launch, launch.tasks["load"])) == (b.LAUNCH_DAY, True)


def test_a_waiver_that_waits_to_be_renewed_lapses_on_its_old_day() -> None:
    launch = b.signed(b.waived(b.all_done(b.a_launch(), "load"), "load"))
    renewed = b.make(launch, renew())
    assert b.outcome(renewed, b.LATER) == ("conditions", 7)
    assert b.outcome(renewed, b.LATER + DAY) == ("hold", 6)
    consented = b.make(renewed, consent_to(renewed, b.LAUNCH_DAY))
    assert b.outcome(consented, b.LATER + DAY) == ("conditions", 7)


def test_a_renewal_is_for_later_and_the_askers_to_ask() -> None:
    launch = b.waived(b.a_launch(), "load")
    assert b.refused(launch, renew(b.LATER)) == "renewal-not-later"
    assert b.refused(launch, renew(by=b.DANA)) == "not-lead"
    assert b.refused(launch, renew(waiver="gone")) == "waiver-gone"


@pytest.mark.parametrize("by", [b.PRIYA, b.DANA])
def test_either_side_takes_its_word_back(by: str) -> None:
    launch = b.waived(b.a_launch(), "load")
    withdrawn = b.make(launch, WaiverWithdrawn(waiver="w-load", word=b.word(by)))
    assert not is_waived(withdrawn, withdrawn.tasks["load"])
    for late in (renew(), consent_to(withdrawn, b.LATER), review(withdrawn, "load", b.OSEI)):
        assert b.refused(withdrawn, late) == "waiver-gone"
    assert b.refused(launch, WaiverWithdrawn(waiver="w-load", word=b.word(b.CHEN))) == "not-party"


@dataclass(frozen=True)
class Alone:
    decider: str
    consents: str
    refused: str
    self_accepted: bool


@pytest.mark.parametrize("case", [Alone(b.CHEN, b.CHEN, b.PRIYA, False), Alone("", b.PRIYA, b.CHEN, True)])
def test_in_a_launch_for_one_the_decider_consents_else_it_is_self_accepted(case: Alone) -> None:
    launch = b.a_launch(one_person=True, decider=case.decider)
    launch = b.make(launch, b.ask_waiver(launch, "load"))
    assert b.refused(launch, b.consent(launch, "w-load", case.refused)) == "not-consenter"
    launch = b.make(launch, b.consent(launch, "w-load", case.consents))
    waiver = launch.waivers["w-load"]
    assert waiver.consent is not None
    assert is_self_accepted(launch, "pm", waiver.consent, waiver.asked.by) is case.self_accepted
