"""A question to the decider, and the decider's ruling."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from launchready.launch.changes import Escalated, EscalationWithdrawn, Ruled, RulingWithdrawn
from launchready.launch.coverage import coverage, digest
from launchready.launch.model import Launch, Position
from tests.launch import builders as b

GO, CONDITIONS, NO_GO = Position


def escalate(lane: str = "pm", by: str = b.PRIYA, respond_by: dt.date = b.LATER, question: str = "Ship?") -> Escalated:
    return Escalated(id="q", lane=lane, question=question, respond_by=respond_by, word=b.word(by))


def test_a_lead_puts_a_question_to_the_decider() -> None:
    launch = b.a_launch()
    assert b.refused(launch, escalate(by=b.DANA)) == "not-lead"
    assert b.refused(launch, escalate(lane="joint")) == "not-lead"
    assert b.refused(launch, escalate(respond_by=b.TODAY - dt.timedelta(days=1))) == "respond-by-past"
    assert b.refused(launch, escalate(question=" ")) == "text-empty"
    assert b.refused(b.a_launch(decider=""), escalate()) == "no-decider"
    b.make(launch, escalate(respond_by=b.TODAY))


def test_the_lane_that_asked_withdraws_its_question_while_it_is_open() -> None:
    launch = b.make(b.a_launch(), escalate())
    withdrawn = EscalationWithdrawn(escalation="q", word=b.word(b.PRIYA))
    assert b.refused(launch, EscalationWithdrawn(escalation="q", word=b.word(b.DANA))) == "not-lead"
    assert b.refused(b.make(launch, withdrawn), withdrawn) == "escalation-gone"
    assert b.refused(launch, EscalationWithdrawn(escalation="other", word=b.word(b.PRIYA))) == "escalation-gone"
    ruled = b.make(launch, b.rule(launch, NO_GO))
    assert ruled.escalations[0].ruling == "r"
    assert b.refused(ruled, withdrawn) == "escalation-gone"


def ready() -> Launch:
    return b.signed(b.all_done(b.a_launch()), pm=NO_GO)


@pytest.mark.parametrize("by", [b.PRIYA, b.DANA, b.ABE])
@pytest.mark.parametrize("position", [GO, NO_GO])
def test_only_the_decider_rules(by: str, position: Position) -> None:
    assert b.refused(ready(), b.rule(ready(), position, by=by)) == "not-decider"
    nobody = b.a_launch(decider="")
    assert b.refused(nobody, b.rule(nobody, position, by=by)) == "no-decider"


def test_a_ruling_is_go_or_no_go_with_a_reason() -> None:
    launch = ready()
    assert b.refused(launch, b.rule(launch, CONDITIONS)) == "ruling-go-or-no-go"
    assert b.refused(launch, b.rule(launch, NO_GO, "so-pm")) == "no-go-accepts"
    assert b.refused(launch, msgspec.structs.replace(b.rule(launch, GO), reason=" ")) == "text-empty"


def test_a_ruling_is_on_what_both_lanes_cover() -> None:
    launch = ready()
    given = b.rule(launch, GO, "so-pm")
    half = msgspec.structs.replace(given, covered=given.covered[:1])
    assert b.refused(launch, half) == "digest-wrong"
    held = b.make(launch, given).ruling
    assert held is not None
    assert held.digests == tuple(digest(coverage(launch, lane)) for lane in ("pm", "pmm"))


@pytest.mark.parametrize("position", [GO, NO_GO])
def test_a_ruling_on_moved_ground_is_refused_with_the_difference(position: Position) -> None:
    launch = ready()
    given = b.rule(launch, position)
    refusal = b.refusal(b.make(launch, b.edit(launch, "kit", title="Kit")), given)
    assert refusal.code == "ground-moved"
    assert [difference.label for difference in refusal.args["differences"]] == ["PMM-1"]  # type: ignore[union-attr]


@pytest.mark.parametrize("accepts", ["gone", "pm", "so-pmm", "load"])
def test_a_go_accepts_only_reasons_that_stand_and_no_missing_sign_off(accepts: str) -> None:
    launch = b.all_done(b.a_launch())
    launch = b.make(launch, b.sign(launch, "pmm"))
    assert b.refused(launch, b.rule(launch, GO, accepts)) == "accepts-unknown"


def test_what_a_ruling_accepts_already_may_be_accepted_again() -> None:
    launch = b.make(ready(), b.rule(ready(), GO, "so-pm"))
    launch = b.make(launch, b.rule(launch, GO, "so-pm", id_="r2"))
    assert b.outcome(launch) == ("conditions", 7)


def test_only_a_go_ruling_is_withdrawn_and_only_by_the_decider() -> None:
    launch = b.make(ready(), b.rule(ready(), GO, "so-pm"))
    assert b.refused(launch, RulingWithdrawn(ruling="r", word=b.word(b.PRIYA))) == "not-decider"
    assert b.refused(launch, RulingWithdrawn(ruling="other", word=b.word(b.CHEN))) == "ruling-gone"
    gone = b.make(launch, RulingWithdrawn(ruling="r", word=b.word(b.CHEN)))
    assert b.refused(gone, RulingWithdrawn(ruling="r", word=b.word(b.CHEN))) == "ruling-gone"
    no_go = b.make(ready(), b.rule(ready(), NO_GO))
    assert b.refused(no_go, RulingWithdrawn(ruling="r", word=b.word(b.CHEN))) == "ruled-no-go-stays"


def test_the_decider_of_the_moment_rules() -> None:
    launch = b.make(ready(), b.delegate("pm", b.ABE, b.TODAY, b.LATER))
    assert isinstance(b.rule(launch, GO, by=b.ABE), Ruled)
    assert b.refused(launch, b.rule(launch, GO, by=b.ABE)) == "not-decider"
