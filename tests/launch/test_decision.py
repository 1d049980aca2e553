"""The joint verdict: eight rules, top to bottom, the first that matches decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from launchready.launch.changes import (
    CalledOff,
    ConditionAccepted,
    Escalated,
    EscalationWithdrawn,
    Resumed,
    Ruled,
    RulingWithdrawn,
)
from launchready.launch.coverage import coverage
from launchready.launch.decision import Verdict, decide
from launchready.launch.lanes import SIGNING
from launchready.launch.model import ClaimState, Launch, Position, Status
from launchready.launch.reasons import standing_ruling
from tests.launch import builders as b

DAY = dt.timedelta(days=1)
CALL_OFF = CalledOff(reason="Recalled", word=b.word(b.PRIYA))


def escalate(launch: Launch, id_: str = "q") -> Launch:
    asked = Escalated(id=id_, lane="pm", question="Ship?", respond_by=b.LATER, word=b.word(b.PRIYA))
    return b.make(launch, asked)


def waived() -> Launch:
    """Go, but for one gate that is waived and open."""
    return b.signed(b.waived(b.all_done(b.a_launch(), "load"), "load"))


def stale() -> Launch:
    launch = b.a_ready_launch()
    return b.make(launch, b.edit_launch(launch, build="3.1"))


def no_go() -> Launch:
    return b.signed(b.all_done(b.a_launch()), pm=Position.NO_GO)


RULES: dict[int, tuple[Callable[[], Launch], dt.date, str]] = {
    1: (lambda: b.make(no_go(), CALL_OFF), b.TODAY, "scrubbed"),
    2: (lambda: b.make(no_go(), b.edit_launch(no_go(), build="3.1")), b.TODAY, "no-go"),
    3: (lambda: escalate(b.a_launch()), b.TODAY, "not-ready"),
    4: (lambda: escalate(stale()), b.TODAY, "hold"),
    5: (stale, b.TODAY, "hold"),
    6: (waived, b.LATER + DAY, "hold"),
    7: (waived, b.LATER, "conditions"),
    8: (b.a_ready_launch, b.TODAY, "go"),
}


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_is_the_first_match_for_some_launch(rule: int) -> None:
    make, day, verdict = RULES[rule]
    assert b.outcome(make(), day) == (verdict, rule)


def test_the_reasons_of_every_rule_that_matches_are_listed_in_order() -> None:
    launch = b.all_done(b.a_launch(), "load", "kit")
    launch = b.make(b.waived(launch, "load"), b.claim_to(launch, "fast", ClaimState.IN_USE))
    launch = b.make(launch, b.sign(launch, "pm", Position.NO_GO, rationale="Too slow"))
    launch = b.make(escalate(launch), b.edit_launch(launch, build="3.1"), CALL_OFF)
    assert b.kinds(launch) == [
        (1, "called-off", ""),
        (2, "lane-no-go", ""),
        (3, "gate-open", "PMM-1"),
        (3, "claim-cut", "CL-1"),
        (4, "escalation-open", ""),
        (5, "sign-off-stale", ""),
        (5, "sign-off-missing", ""),
        (7, "gate-waived", "PM-1"),
    ]


def test_go_has_no_reasons() -> None:
    assert b.decided(b.a_ready_launch()).reasons == ()


def test_a_launch_resumed_is_judged_as_before() -> None:
    launch = b.make(b.a_ready_launch(), CALL_OFF, Resumed(word=b.word(b.CHEN)))
    assert b.outcome(launch) == ("go", 8)


@pytest.mark.parametrize(("day", "verdict"), [(b.MEETING - DAY, "not-ready"), (b.MEETING, "no-go")])
def test_what_is_open_is_a_no_go_from_the_go_no_go_date_on(day: dt.date, verdict: str) -> None:
    assert b.outcome(b.a_launch(), day) == (verdict, 3)


@pytest.mark.parametrize(
    ("zone", "hour", "verdict"),
    [
        ("UTC", 23, "not-ready"),
        ("Pacific/Auckland", 10, "not-ready"),
        ("Pacific/Auckland", 11, "no-go"),
        ("America/Los_Angeles", 23, "not-ready"),
    ],
)
def test_the_go_no_go_date_begins_in_the_launchs_zone(zone: str, hour: int, verdict: str) -> None:
    eve = b.at(b.MEETING - DAY, hour)
    assert decide(b.a_launch(zone), eve).verdict.value == verdict


def test_the_go_no_go_date_lasts_on_in_a_zone_behind_utc() -> None:
    early = b.at(b.MEETING, 7)
    assert decide(b.a_launch("America/Los_Angeles"), early).verdict is Verdict.NOT_READY
    assert decide(b.a_launch(), early).verdict is Verdict.NO_GO


def test_a_no_go_stands_although_stale_until_the_lane_signs_again() -> None:
    launch = b.make(no_go(), b.edit_launch(no_go(), build="3.1"))
    assert b.outcome(launch) == ("no-go", 2)
    launch = b.make(launch, b.sign(launch, "pm", id_="again"))
    assert b.outcome(launch) == ("go", 8)


def test_a_done_gate_that_awaits_its_acknowledgement_stands_in_the_way() -> None:
    launch = b.done(b.all_done(b.a_launch(), "limits"), "limits")
    assert b.kinds(b.signed(launch)) == [(3, "gate-unacknowledged", "PM-2")]


def test_an_unsupported_claim_stands_in_the_way_only_in_use() -> None:
    launch = b.make(b.a_launch(), b.edit_claim(b.a_launch(), "fast", proof=()))
    launch = b.all_done(launch)
    used = b.make(launch, b.claim_to(launch, "fast", ClaimState.IN_USE))
    used = b.make(used, b.sign(used, "pm"))
    used = b.make(used, b.sign(used, "pmm", Position.NO_GO))
    assert (3, "claim-unsupported", "CL-1") in b.kinds(used)
    assert b.outcome(b.signed(launch)) == ("go", 8)


def conditional(due: dt.date = b.LATER) -> Launch:
    """PMM signed Go with a condition over its open Sales kit, accepted; PM signed Go."""
    launch = b.with_condition(b.all_done(b.a_launch(), "kit"), "kit", due=due)
    return b.make(launch, b.sign(launch, "pm"))


def test_an_accepted_condition_covers_what_it_names() -> None:
    launch = conditional()
    assert b.outcome(launch) == ("conditions", 7)
    assert b.kinds(launch) == [(7, "condition-open", "C-c")]
    assert b.outcome(b.done(launch, "kit")) == ("go", 8)


def test_a_condition_counts_once_the_other_lead_accepts_it() -> None:
    launch = b.all_done(b.a_launch(), "kit")
    launch = b.make(launch, b.sign(launch, "pm"))
    launch = b.make(launch, b.sign(launch, "pmm", Position.CONDITIONS, b.a_condition("c", "kit")))
    assert b.kinds(launch) == [(3, "gate-open", "PMM-1"), (7, "condition-proposed", "C-c")]
    launch = b.make(launch, ConditionAccepted(condition="c", word=b.word(b.PRIYA)))
    assert b.outcome(launch) == ("conditions", 7)


def test_an_overdue_condition_holds_but_still_covers() -> None:
    launch = conditional()
    assert b.outcome(launch, b.LATER) == ("conditions", 7)
    assert b.kinds(launch, b.LATER + DAY) == [(6, "condition-overdue", "C-c")]


def test_the_condition_of_a_stale_sign_off_still_covers() -> None:
    launch = b.make(conditional(), b.edit(conditional(), "press", title="Other"))
    assert b.kinds(launch) == [(5, "sign-off-stale", ""), (7, "condition-open", "C-c")]


def test_a_lapsed_waiver_holds_but_still_covers() -> None:
    assert b.kinds(waived(), b.LATER + DAY) == [(6, "waiver-lapsed", "PM-1")]
    assert b.kinds(b.done(waived(), "load"), b.LATER + DAY) == []


def test_a_lapsed_waiver_is_not_missed_where_a_condition_covers_the_gate_too() -> None:
    launch = b.waived(b.all_done(b.a_launch(), "kit"), "kit")
    launch = b.make(b.with_condition(launch, "kit", due=b.LAUNCH_DAY), b.sign(launch, "pm"))
    assert b.kinds(launch, b.LATER + DAY) == [(7, "condition-open", "C-c")]


# The ruling


def ruled(launch: Launch, *accepts: str) -> Launch:
    return b.make(launch, b.rule(launch, Position.GO, *accepts))


def test_a_go_ruling_covers_the_reasons_that_it_names() -> None:
    launch = b.signed(b.all_done(b.a_launch()), Position.NO_GO, Position.NO_GO)
    launch = b.make(launch, b.move_on(launch, "wiki", Status.DONE))
    assert b.outcome(ruled(launch, "so-pm")) == ("no-go", 2)
    after = ruled(launch, "so-pm", "so-pmm")
    assert b.outcome(after) == ("conditions", 7)
    assert {reason.kind for reason in b.decided(after).reasons} == {"lane-no-go-ruled"}
    assert {reason.args["decider"] for reason in b.decided(after).reasons} == {"L. Chen"}


def test_a_go_ruling_covers_gates_claims_and_what_lapsed() -> None:
    launch = b.make(b.a_launch(), b.edit_claim(b.a_launch(), "fast", proof=()))
    launch = b.make(launch, b.claim_to(launch, "fast", ClaimState.IN_USE))
    launch = b.waived(b.all_done(launch, "load", "kit"), "load", expires=b.TODAY)
    launch = b.signed(launch, Position.NO_GO, Position.NO_GO)
    late = b.at(b.TODAY + DAY)
    seen = tuple(coverage(launch, lane.id) for lane in SIGNING)
    accepts = ("so-pm", "so-pmm", "fast", "load", "kit")
    ruling = Ruled(id="r", position=Position.GO, reason="Now", covered=seen, accepts=accepts, word=b.word(b.CHEN, late))
    after = b.make(launch, ruling)
    assert {rule for rule, _, _ in b.kinds(after, late.date())} == {7}


def test_a_ruling_stands_in_for_no_sign_off() -> None:
    assert b.kinds(ruled(b.all_done(b.a_launch(), "load"), "load"))[:2] == [
        (5, "sign-off-missing", ""),
        (5, "sign-off-missing", ""),
    ]


def test_a_stale_ruling_covers_nothing_and_covers_again_when_things_are_put_back() -> None:
    launch = ruled(no_go(), "so-pm")
    assert b.outcome(launch) == ("conditions", 7)
    moved = b.make(launch, b.edit_launch(launch, build="3.1"))
    assert standing_ruling(moved) is None
    assert b.outcome(moved) == ("no-go", 2)
    assert b.outcome(b.make(moved, b.edit_launch(moved, build=""))) == ("conditions", 7)


def test_a_withdrawn_ruling_covers_nothing() -> None:
    launch = b.make(ruled(no_go(), "so-pm"), RulingWithdrawn(ruling="r", word=b.word(b.CHEN)))
    assert b.outcome(launch) == ("no-go", 2)


def test_a_ruled_no_go_stands_over_two_goes_and_over_change() -> None:
    launch = b.make(b.a_ready_launch(), b.rule(b.a_ready_launch(), Position.NO_GO))
    assert b.kinds(launch) == [(2, "ruled-no-go", "")]
    assert b.outcome(b.make(launch, b.edit_launch(launch, build="3.1"))) == ("no-go", 2)
    assert b.outcome(b.make(launch, b.rule(launch, Position.GO, id_="r2"))) == ("go", 8)


def test_a_ruling_answers_the_escalations_and_so_does_withdrawing_them() -> None:
    launch = escalate(b.a_ready_launch())
    assert b.outcome(launch) == ("hold", 4)
    assert b.outcome(ruled(launch)) == ("go", 8)
    taken_back = EscalationWithdrawn(escalation="q", word=b.word(b.PRIYA))
    assert b.outcome(b.make(launch, taken_back)) == ("go", 8)
    assert b.outcome(escalate(ruled(launch), "q2")) == ("hold", 4)
