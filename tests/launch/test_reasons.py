"""Each reason with lane, task or claim, and the owner it waits for."""

from __future__ import annotations

import pytest

from launchready.launch.changes import Escalated, PersonAdded
from launchready.launch.model import ClaimState, Launch, Person, Position, Status
from launchready.launch.reasons import Reason
from tests.launch import builders as b


def reason(launch: Launch, kind: str) -> Reason:
    (found,) = [each for each in b.decided(launch).reasons if each.kind == kind]
    return found


def only(launch: Launch, key: str) -> Reason:
    (found,) = [each for each in b.decided(launch).reasons if each.key == key]
    return found


@pytest.mark.parametrize(
    ("key", "lane", "owner"),
    [("PMM-1", "pmm", "J. Abe"), ("PM-1", "pm", "Priya Nair"), ("J-1", "joint", "Priya Nair and Dana Ruiz")],
)
def test_an_open_gate_waits_for_its_owner_else_for_its_lead(key: str, lane: str, owner: str) -> None:
    found = only(b.a_launch(), key)
    assert (found.lane, found.owner) == (lane, owner)
    assert b.a_launch().tasks[found.subject].key == key


def test_an_open_gate_says_how_it_stands() -> None:
    launch = b.make(b.a_launch(), b.move_on(b.a_launch(), "load", Status.BLOCKED, "Vendor fix due"))
    found = only(launch, "PM-1")
    assert (found.args["status"], found.args["why"]) == ("blocked", "Vendor fix due")


def test_an_unsupported_claim_waits_for_the_pmm() -> None:
    launch = b.make(b.a_launch(), b.claim_to(b.a_launch(), "fast", ClaimState.IN_USE))
    found = only(launch, "CL-1")
    assert (found.lane, found.owner, found.args["text"]) == ("pmm", "Dana Ruiz", "Twice as fast")


def test_a_no_go_is_its_authors_with_the_rationale() -> None:
    launch = b.make(b.a_launch(), b.sign(b.a_launch(), "pm", Position.NO_GO, rationale="Too slow"))
    found = reason(launch, "lane-no-go")
    assert (found.lane, found.owner, found.subject, found.args["reason"]) == ("pm", "Priya Nair", "so-pm", "Too slow")


def test_an_escalation_waits_for_the_decider() -> None:
    asked = Escalated(id="q", lane="pmm", question="Ship?", respond_by=b.LATER, word=b.word(b.DANA))
    found = reason(b.make(b.a_launch(), asked), "escalation-open")
    assert (found.lane, found.owner, found.args["respond_by"]) == ("pmm", "L. Chen", "2026-12-01")


def test_a_stale_sign_off_counts_what_changed_and_waits_for_the_lead() -> None:
    launch = b.a_ready_launch()
    launch = b.make(launch, b.edit(launch, "kit", title="Kit"), b.edit(launch, "press", title="Release"))
    found = reason(launch, "sign-off-stale")
    assert (found.lane, found.owner, found.args["count"]) == ("pmm", "Dana Ruiz", "2")


def test_a_condition_waits_for_its_owner_else_for_the_lead_of_its_lane() -> None:
    launch = b.with_condition(b.all_done(b.a_launch(), "kit"), "kit")
    assert reason(launch, "condition-open").owner == "Dana Ruiz"
    ready = b.all_done(b.a_launch(), "kit")
    owned = b.a_condition("c", "kit", owner=b.ABE)
    proposed = b.make(ready, b.sign(ready, "pmm", Position.CONDITIONS, owned))
    assert reason(proposed, "condition-proposed").owner == "J. Abe"


def test_owners_that_share_a_name_are_told_apart() -> None:
    launch = b.make(b.a_launch(), PersonAdded(person=Person(id="abe2", name="J. Abe", email="abe@x.example")))
    launch = b.make(launch, b.edit(launch, "kit", owner="abe2"))
    assert only(launch, "PMM-1").owner == "J. Abe <abe@x.example>"
