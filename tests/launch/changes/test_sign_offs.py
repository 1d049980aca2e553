"""The lanes' word: the checklist agreed, signed, withdrawn; and the conditions of a sign-off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec
import pytest
from rpds import HashTrieMap as Map

from launchready.launch.changes import (
    Change,
    ChecklistAgreed,
    ConditionAccepted,
    ConditionMet,
    ConditionReleased,
    SignOffWithdrawn,
)
from launchready.launch.changes.base import is_agreed
from launchready.launch.coverage import coverage, digest
from launchready.launch.model import ClaimState, Condition, Launch, Position
from launchready.wording.refusals import refusal
from tests.launch import builders as b

DAY = dt.timedelta(days=1)
GO, CONDITIONS, NO_GO = Position


def agree(launch: Launch, lane: str, by: str = "", seen: str = "") -> ChecklistAgreed:
    covered = coverage(launch, seen or lane)
    return ChecklistAgreed(lane=lane, covered=covered, word=b.word(by or b.LEADS[lane]))


def test_both_leads_agree_the_checklist_each_for_their_lane() -> None:
    launch = b.a_launch()
    assert b.refused(launch, agree(launch, "pm", by=b.DANA)) == "not-lead"
    assert b.refused(launch, agree(launch, "pm", seen="pmm")) == "digest-wrong"
    once = b.make(launch, agree(launch, "pm"))
    assert not is_agreed(once)
    assert b.refused(once, agree(once, "pm")) == "already-agreed"
    assert is_agreed(b.make(once, agree(once, "pmm")))


def test_a_lane_without_a_lead_says_that_one_is_to_be_named() -> None:
    launch = b.a_launch()
    leaderless = msgspec.structs.replace(launch, leads=Map({"pmm": b.DANA}))
    assert b.refused(leaderless, agree(leaderless, "pm", by=b.DANA)) == "lead-missing"
    given = b.refusal(leaderless, b.sign(leaderless, "pm", by=b.DANA))
    assert refusal(given) == "PM has no lead yet: name one first, among the people of the launch."


def test_a_checklist_that_moved_is_not_agreed() -> None:
    launch = b.a_launch()
    seen = agree(launch, "pm")
    assert b.refused(b.make(launch, b.edit(launch, "load", title="Else")), seen) == "ground-moved"


# Signing


@pytest.mark.parametrize("position", Position)
@pytest.mark.parametrize(("lane", "by"), [("pm", b.DANA), ("pmm", b.PRIYA), ("pm", b.CHEN), ("pmm", b.ABE)])
def test_a_lane_is_signed_by_its_lead(position: Position, lane: str, by: str) -> None:
    launch = b.all_done(b.a_launch())
    conditions = (b.a_condition("c", lane=lane),) if position is CONDITIONS else ()
    assert b.refused(launch, b.sign(launch, lane, position, *conditions, by=by)) == "not-lead"
    held = b.make(launch, b.sign(launch, lane, position, *conditions)).sign_offs[lane]
    assert (held.position, held.word.by, held.digest) == (position, b.LEADS[lane], digest(coverage(launch, lane)))


def test_a_sign_off_is_of_what_was_seen_and_says_what_differs() -> None:
    launch = b.all_done(b.a_launch())
    seen = b.sign(launch, "pmm")
    moved = b.make(launch, b.edit(launch, "kit", title="Kit"), b.edit_launch(launch, tier=2))
    refusal = b.refusal(moved, seen)
    assert refusal.code == "ground-moved"
    assert [difference.code for difference in refusal.args["differences"]] == ["tier", "gate-title"]  # type: ignore[union-attr]
    b.make(b.make(launch, b.edit(launch, "kit", notes="Ask Kim"), b.edit_launch(launch, build="3.1")), seen)


def test_even_what_got_better_is_looked_at_again_before_signing() -> None:
    launch = b.a_launch()
    seen = b.sign(launch, "pm", NO_GO)
    assert b.refused(b.done(launch, "load"), seen) == "ground-moved"


def test_the_digest_is_that_of_the_lanes_own_content() -> None:
    launch = b.all_done(b.a_launch())
    right = b.sign(launch, "pm")
    assert b.refused(launch, msgspec.structs.replace(right, digest="0" * 64)) == "digest-wrong"
    other = coverage(launch, "pmm")
    assert b.refused(launch, msgspec.structs.replace(right, covered=other)) == "digest-wrong"
    assert b.refused(launch, msgspec.structs.replace(right, covered=other, digest=digest(other))) == "digest-wrong"


@pytest.mark.parametrize(
    ("lane", "open_gate", "key"),
    [("pm", "load", "PM-1"), ("pmm", "kit", "PMM-1"), ("pm", "copy", "J-1"), ("pmm", "copy", "J-1")],
)
def test_go_is_refused_while_a_gate_of_the_lane_or_a_joint_one_is_open(lane: str, open_gate: str, key: str) -> None:
    launch = b.all_done(b.a_launch(), open_gate)
    refusal = b.refusal(launch, b.sign(launch, lane))
    assert (refusal.code, refusal.args["keys"]) == ("go-gates-open", (key,))
    asker = lane if open_gate == "copy" else ""
    asked = b.make(launch, b.ask_waiver(launch, open_gate, asker))
    assert b.refused(asked, b.sign(asked, lane)) == "go-gates-open"
    waived = b.make(asked, b.consent(asked, f"w-{open_gate}", b.LEADS[b.OTHER[lane]]))
    b.make(waived, b.sign(waived, lane))
    b.make(launch, b.sign(launch, lane, NO_GO))


def test_the_other_lanes_open_gates_are_not_in_the_way() -> None:
    launch = b.all_done(b.a_launch(), "kit")
    b.make(launch, b.sign(launch, "pm"))


def test_go_is_refused_while_a_condition_of_the_lane_is_unmet() -> None:
    ready = b.all_done(b.a_launch())
    launch = b.with_condition(ready)
    again = b.sign(launch, "pmm", id_="again")
    assert b.refused(launch, again) == "go-conditions-unmet"
    b.make(launch, b.sign(launch, "pm"))
    for change in (
        ConditionMet(condition="c", word=b.word(b.PRIYA)),
        ConditionReleased(condition="c", word=b.word(b.PRIYA)),
    ):
        b.make(b.make(launch, change), again)


def test_a_condition_that_nobody_accepted_is_replaced_with_its_sign_off() -> None:
    launch = b.all_done(b.a_launch())
    launch = b.make(launch, b.sign(launch, "pmm", CONDITIONS, b.a_condition("c")), b.sign(launch, "pm"))
    assert b.outcome(launch) == ("conditions", 7)
    assert b.outcome(b.make(launch, b.sign(launch, "pmm", id_="again"))) == ("go", 8)


def test_the_pmm_signs_no_go_while_a_claim_in_use_is_unsupported() -> None:
    launch = b.make(b.a_launch(), b.edit_claim(b.a_launch(), "fast", proof=()))
    launch = b.all_done(b.make(launch, b.claim_to(launch, "fast", ClaimState.IN_USE)))
    refusal = b.refusal(launch, b.sign(launch, "pmm"))
    assert (refusal.code, refusal.args["keys"]) == ("go-claims-unsupported", ("CL-1",))
    b.make(launch, b.sign(launch, "pm"))
    b.make(launch, b.sign(launch, "pmm", CONDITIONS, b.a_condition("c", "fast")))


def test_a_sign_off_is_withdrawn_and_no_earlier_one_comes_back() -> None:
    launch = b.all_done(b.a_launch())
    launch = b.make(launch, b.sign(launch, "pm"))
    launch = b.make(launch, b.sign(launch, "pm", id_="second"))
    withdrawn = SignOffWithdrawn(lane="pm", sign_off="second", word=b.word(b.PRIYA))
    for refused, code in (
        (SignOffWithdrawn(lane="pm", sign_off="second", word=b.word(b.DANA)), "not-lead"),
        (SignOffWithdrawn(lane="pm", sign_off="so-pm", word=b.word(b.PRIYA)), "not-signed"),
        (SignOffWithdrawn(lane="pmm", sign_off="so-pmm", word=b.word(b.DANA)), "not-signed"),
    ):
        assert b.refused(launch, refused) == code
    launch = b.make(launch, withdrawn)
    assert ("sign-off-missing", "pm") in [(reason.kind, reason.lane) for reason in b.decided(launch).reasons]
    assert b.refused(launch, withdrawn) == "not-signed"


def test_a_no_go_is_not_withdrawn_only_signed_again() -> None:
    launch = b.all_done(b.a_launch())
    launch = b.make(launch, b.sign(launch, "pm", NO_GO))
    assert b.refused(launch, SignOffWithdrawn(lane="pm", sign_off="so-pm", word=b.word(b.PRIYA))) == "no-go-stays"
    assert b.make(launch, b.sign(launch, "pm", id_="again")).sign_offs["pm"].position is GO


# Conditions


def proposed(*conditions: Condition, launch: Launch | None = None) -> Change:
    at = launch or b.all_done(b.a_launch(), "kit", "copy")
    return b.sign(at, "pmm", CONDITIONS, *conditions)


def test_go_with_conditions_names_every_open_gate_that_is_not_waived() -> None:
    launch = b.all_done(b.a_launch(), "kit", "copy")
    assert b.refused(launch, proposed()) == "conditions-missing"
    refusal = b.refusal(launch, proposed(b.a_condition("c", "kit")))
    assert (refusal.code, refusal.args["keys"]) == ("conditions-gates-open", ("J-1",))
    b.make(launch, proposed(b.a_condition("c", "kit"), b.a_condition("d", "copy")))
    waived = b.waived(launch, "kit")
    b.make(waived, proposed(b.a_condition("d", "copy"), launch=waived))


def test_an_accepted_condition_that_is_unmet_counts_in_the_next_sign_off() -> None:
    launch = b.with_condition(b.all_done(b.a_launch(), "kit"), "kit")
    b.make(launch, b.sign(launch, "pmm", CONDITIONS, id_="again"))


@pytest.mark.parametrize("position", [GO, NO_GO])
def test_conditions_belong_to_go_with_conditions(position: Position) -> None:
    launch = b.all_done(b.a_launch())
    assert b.refused(launch, b.sign(launch, "pmm", position, b.a_condition("c"))) == "conditions-not-offered"


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        (b.a_condition("c", "kit", "copy", "load"), "condition-not-gate"),
        (b.a_condition("c", "kit", "copy", "blog"), "condition-not-gate"),
        (b.a_condition("c", "kit", "copy", "fast"), "condition-not-in-use"),
        (b.a_condition("c", "kit", "copy", "gone"), "task-gone"),
        (b.a_condition("c", "kit", "copy", due=b.LAUNCH_DAY + DAY), "condition-after-launch"),
        (b.a_condition("c", "kit", "copy", due=b.TODAY - DAY), "condition-past"),
        (b.a_condition("c", "kit", "copy", owner="gone"), "person-gone"),
        (b.a_condition("c", "kit", "copy", accepted=b.word(b.PRIYA)), "key-taken"),
        (b.a_condition("c", "kit", "copy", met=b.word(b.PRIYA)), "key-taken"),
        (b.a_condition("c", "kit", "copy", released=b.word(b.PRIYA)), "key-taken"),
        (b.a_condition("c", "kit", "copy", lane="pm"), "key-taken"),
        (msgspec.structs.replace(b.a_condition("c", "copy"), lane="pm"), "lane-unknown"),
    ],
)
def test_a_condition_is_of_the_lane_and_due_by_launch_day(condition: Condition, code: str) -> None:
    assert b.refused(b.all_done(b.a_launch(), "kit", "copy"), proposed(condition)) == code


def test_a_condition_that_covers_no_gate_may_be_due_after_launch() -> None:
    launch = b.all_done(b.a_launch())
    b.make(launch, proposed(b.a_condition("c", due=b.LAUNCH_DAY + DAY), launch=launch))


def test_no_two_conditions_share_a_key() -> None:
    launch = b.all_done(b.a_launch())
    twin = msgspec.structs.replace(b.a_condition("d"), key="C-c")
    assert b.refused(launch, proposed(b.a_condition("c"), twin, launch=launch)) == "key-taken"
    launch = b.with_condition(launch)
    assert b.refused(launch, proposed(twin, launch=launch)) == "key-taken"


JUDGED: dict[str, Callable[[str], Change]] = {
    "accept": lambda by: ConditionAccepted(condition="c", word=b.word(by)),
    "met": lambda by: ConditionMet(condition="c", word=b.word(by)),
    "release": lambda by: ConditionReleased(condition="c", word=b.word(by)),
}


@pytest.mark.parametrize("way", JUDGED)
@pytest.mark.parametrize("by", [b.DANA, b.CHEN, b.ABE])
def test_only_the_other_lead_accepts_releases_and_calls_met(way: str, by: str) -> None:
    launch = b.all_done(b.a_launch())
    launch = b.make(launch, proposed(b.a_condition("c"), launch=launch))
    refusal = b.refusal(launch, JUDGED[way](by))
    assert (refusal.code, refusal.args["either"]) == ("not-other-lead", ("Priya Nair",))
    b.make(launch, JUDGED[way](b.PRIYA))


def test_each_word_on_a_condition_is_given_once() -> None:
    launch = b.with_condition(b.all_done(b.a_launch()))
    assert b.refused(launch, JUDGED["accept"](b.PRIYA)) == "already-accepted"
    met = b.make(launch, JUDGED["met"](b.PRIYA))
    assert b.refused(met, JUDGED["met"](b.PRIYA)) == "already-met"
    released = b.make(launch, JUDGED["release"](b.PRIYA))
    for way in JUDGED.values():
        assert b.refused(released, way(b.PRIYA)) == "condition-gone"


def test_a_condition_is_not_accepted_after_its_sign_off_was_withdrawn() -> None:
    launch = b.all_done(b.a_launch())
    launch = b.make(launch, proposed(b.a_condition("c"), launch=launch))
    launch = b.make(launch, SignOffWithdrawn(lane="pmm", sign_off="so-pmm", word=b.word(b.DANA)))
    assert b.refused(launch, JUDGED["accept"](b.PRIYA)) == "condition-superseded"


def test_a_condition_with_a_cover_is_met_by_it_and_not_by_word() -> None:
    launch = b.with_condition(b.all_done(b.a_launch(), "kit"), "kit")
    assert b.refused(launch, JUDGED["met"](b.PRIYA)) == "condition-by-cover"


def test_in_a_launch_for_one_the_decider_accepts_conditions() -> None:
    launch = b.a_launch(one_person=True)
    launch = b.make(launch, b.sign(launch, "pmm", CONDITIONS, b.a_condition("c", "kit", "press", "copy")))
    assert b.refused(launch, JUDGED["accept"](b.PRIYA)) == "not-other-lead"
    b.make(launch, JUDGED["accept"](b.CHEN))
