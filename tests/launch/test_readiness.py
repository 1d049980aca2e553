"""What stands in the way: gates done and acknowledged, waivers granted, claims supported, conditions met."""

from __future__ import annotations

import pytest

from launchready.launch.changes import (
    AcknowledgementWithdrawn,
    ClaimEvidenceAccepted,
    ClaimEvidenceAdded,
    ConditionAccepted,
    ConditionMet,
    ConditionReleased,
    EvidenceAdded,
    EvidenceRemoved,
    EvidenceReplaced,
    SignOffWithdrawn,
    TaskRemoved,
    TaskSentBack,
    WaiverReviewed,
    WaiverWithdrawn,
)
from launchready.launch.coverage import gate_seen
from launchready.launch.model import ClaimEvidence, ClaimState, Launch, Position, Status
from launchready.launch.readiness import (
    AckState,
    Support,
    acknowledgement,
    does_cover,
    is_done,
    is_in_force,
    is_met,
    is_settled,
    is_waived,
    lane_readiness,
    open_prerequisites,
    support,
    unmet_conditions,
)
from tests.launch import builders as b


def ack(launch: Launch, task: str = "limits") -> AckState:
    return acknowledgement(launch.tasks[task])


def test_a_joint_gate_is_done_when_both_leads_confirmed_it() -> None:
    launch = b.a_launch()
    once = b.make(launch, b.confirm(launch, "copy", "pm"))
    assert not is_done(once.tasks["copy"])
    assert is_done(b.make(once, b.confirm(once, "copy", "pmm")).tasks["copy"])


def test_an_advisory_joint_task_is_done_like_any_other() -> None:
    launch = b.make(b.a_launch(), b.edit(b.a_launch(), "copy", gating=False))
    assert is_done(b.make(launch, b.move_on(launch, "copy", Status.DONE)).tasks["copy"])


def test_a_done_task_that_becomes_a_joint_gate_waits_for_both_leads() -> None:
    launch = b.done(b.a_launch(), "load")
    assert not is_done(b.make(launch, b.edit(launch, "load", lane="joint")).tasks["load"])


def test_an_acknowledgement_goes_from_not_yet_over_awaiting_to_given() -> None:
    launch = b.a_launch()
    assert ack(launch, "load") is AckState.NOT_ASKED
    assert ack(launch) is AckState.NOT_YET
    launch = b.done(launch, "limits")
    assert ack(launch) is AckState.AWAITING
    assert not is_settled(launch.tasks["limits"])
    launch = b.make(launch, b.acknowledge(launch, "limits"))
    assert ack(launch) is AckState.GIVEN
    assert is_settled(launch.tasks["limits"])


def test_what_was_sent_back_waits_again_once_done_again() -> None:
    launch = b.done(b.a_launch(), "limits")
    gate = gate_seen(launch, launch.tasks["limits"])
    launch = b.make(launch, TaskSentBack(task="limits", gate=gate, why="Old", word=b.word(b.DANA)))
    assert launch.tasks["limits"].status is Status.IN_PROGRESS
    assert ack(launch) is AckState.SENT_BACK
    assert ack(b.done(launch, "limits")) is AckState.AWAITING


def test_evidence_replaced_or_removed_asks_again_and_evidence_added_does_not() -> None:
    launch = b.with_evidence(b.a_launch(), "limits", b.proof("e1"))
    launch = b.done(launch, "limits")
    launch = b.make(launch, b.acknowledge(launch, "limits"))
    assert ack(b.make(launch, EvidenceAdded(task="limits", evidence=b.proof("e2")))) is AckState.GIVEN
    replaced = b.make(launch, EvidenceReplaced(task="limits", was=b.proof("e1"), to=b.proof("e1", "Other")))
    assert ack(replaced) is AckState.AWAITING
    back = EvidenceReplaced(task="limits", was=b.proof("e1", "Other"), to=b.proof("e1"))
    assert ack(b.make(replaced, back)) is AckState.GIVEN
    assert ack(b.make(launch, EvidenceRemoved(task="limits", was=b.proof("e1")))) is AckState.AWAITING
    withdrawn = AcknowledgementWithdrawn(task="limits", word=b.word(b.DANA))
    assert ack(b.make(launch, withdrawn)) is AckState.AWAITING


def test_a_waiver_is_granted_by_the_other_leads_consent() -> None:
    launch = b.make(b.a_launch(), b.ask_waiver(b.a_launch(), "load"))
    assert not is_waived(launch, launch.tasks["load"])
    launch = b.make(launch, b.consent(launch, "w-load", b.DANA))
    assert is_waived(launch, launch.tasks["load"])
    launch = b.make(launch, WaiverWithdrawn(waiver="w-load", word=b.word(b.DANA)))
    assert not is_waived(launch, launch.tasks["load"])


def test_and_by_the_reviewers_word_where_the_gate_has_one() -> None:
    launch = b.waived(b.a_launch(), "press")
    assert not is_waived(launch, launch.tasks["press"])
    terms = launch.waivers["w-press"].terms
    launch = b.make(launch, WaiverReviewed(waiver="w-press", terms=terms, word=b.word(b.OSEI)))
    assert is_waived(launch, launch.tasks["press"])
    another = b.make(launch, b.edit(launch, "press", reviewer=b.ABE))
    assert not is_waived(another, another.tasks["press"])


def waits(launch: Launch) -> Launch:
    return b.make(launch, b.edit(launch, "kit", prerequisites=("load", "copy")))


def test_open_prerequisites_hold_back() -> None:
    launch = waits(b.a_launch())
    held = [task.key for task in open_prerequisites(launch, launch.tasks["kit"])]
    assert held == ["PM-1", "J-1"]


@pytest.mark.parametrize("way", ["done", "waived", "not applicable", "removed"])
def test_a_prerequisite_done_waived_not_applicable_or_removed_holds_nobody_back(way: str) -> None:
    launch = waits(b.a_launch())
    ways = {
        "done": lambda: b.done(launch, "load"),
        "waived": lambda: b.waived(launch, "load"),
        "not applicable": lambda: b.make(launch, b.move_on(launch, "load", Status.NOT_APPLICABLE, "No load")),
        "removed": lambda: b.make(launch, TaskRemoved(was=launch.tasks["load"])),
    }
    after = ways[way]()
    assert [task.key for task in open_prerequisites(after, after.tasks["kit"])] == ["J-1"]


def held(launch: Launch) -> Support:
    return support(launch, launch.claims["fast"])


def test_a_claim_is_supported_when_all_its_proof_is_done() -> None:
    launch = b.make(b.a_launch(), b.edit_claim(b.a_launch(), "fast", proof=("load", "limits")))
    assert held(launch) is Support.UNSUPPORTED
    assert held(b.done(launch, "load")) is Support.UNSUPPORTED
    assert held(b.done(launch, "load", "limits")) is Support.SUPPORTED


def test_a_claim_without_proof_is_unsupported() -> None:
    launch = b.a_launch()
    assert held(b.make(launch, b.edit_claim(launch, "fast", proof=()))) is Support.UNSUPPORTED


def test_evidence_proves_once_the_pm_accepts_it() -> None:
    launch = b.make(b.a_launch(), b.edit_claim(b.a_launch(), "fast", proof=()))
    launch = b.make(launch, ClaimEvidenceAdded(claim="fast", item=ClaimEvidence(evidence=b.proof("e"))))
    assert held(launch) is Support.UNSUPPORTED
    accepted = ClaimEvidenceAccepted(claim="fast", evidence=b.proof("e"), word=b.word(b.PRIYA))
    assert held(b.make(launch, accepted)) is Support.SUPPORTED


def test_proof_is_cut_when_a_proof_task_is_removed_waived_or_not_applicable() -> None:
    launch = b.a_launch()
    assert held(b.make(launch, TaskRemoved(was=launch.tasks["load"]))) is Support.CUT
    assert held(b.make(launch, b.move_on(launch, "load", Status.NOT_APPLICABLE, "No"))) is Support.CUT
    waived = b.waived(launch, "load")
    assert held(waived) is Support.CUT
    assert held(b.done(waived, "load")) is Support.SUPPORTED


def conditional(*covers: str) -> Launch:
    return b.with_condition(b.done(b.a_launch(), "press", "copy"), "kit", *covers)


def test_a_condition_is_met_when_all_that_it_covers_is_done_or_supported() -> None:
    launch = b.make(b.a_launch(), b.claim_to(b.a_launch(), "fast", ClaimState.IN_USE))
    launch = b.with_condition(b.done(launch, "press", "copy"), "kit", "fast")
    assert [c.key for c in unmet_conditions(launch)] == ["C-c"]
    launch = b.done(launch, "kit")
    assert not is_met(launch, launch.conditions["c"])
    assert is_met(b.done(launch, "load"), launch.conditions["c"])


def test_a_met_condition_opens_again_with_what_it_covers() -> None:
    launch = b.done(conditional(), "kit")
    assert unmet_conditions(launch) == []
    reopened = b.make(launch, b.move_on(launch, "kit", Status.TODO))
    assert [c.id for c in unmet_conditions(reopened)] == ["c"]


def test_a_condition_without_cover_is_met_by_the_other_leads_word() -> None:
    ready = b.done(b.a_launch(), "press", "copy", "kit")
    launch = b.with_condition(ready)
    assert not is_met(launch, launch.conditions["c"])
    launch = b.make(launch, ConditionMet(condition="c", word=b.word(b.PRIYA)))
    assert is_met(launch, launch.conditions["c"])


def test_an_accepted_condition_outlives_its_sign_off_until_released() -> None:
    launch = conditional()
    again = b.make(launch, b.sign(launch, "pmm", Position.NO_GO, id_="second"))
    assert is_in_force(again, again.conditions["c"])
    assert does_cover(again, again.conditions["c"])
    released = b.make(again, ConditionReleased(condition="c", word=b.word(b.PRIYA)))
    assert not is_in_force(released, released.conditions["c"])
    assert not does_cover(released, released.conditions["c"])


def test_a_proposed_condition_goes_with_its_sign_off() -> None:
    launch = b.done(b.a_launch(), "press", "copy")
    launch = b.make(launch, b.sign(launch, "pmm", Position.CONDITIONS, b.a_condition("c", "kit")))
    assert is_in_force(launch, launch.conditions["c"])
    assert not does_cover(launch, launch.conditions["c"])
    again = b.make(launch, b.sign(launch, "pmm", Position.NO_GO, id_="second"))
    assert not is_in_force(again, again.conditions["c"])
    assert b.refused(again, ConditionAccepted(condition="c", word=b.word(b.PRIYA))) == "condition-superseded"


def test_the_condition_of_a_withdrawn_sign_off_binds_but_covers_nothing() -> None:
    launch = conditional()
    launch = b.make(launch, SignOffWithdrawn(lane="pmm", sign_off="so-pmm", word=b.word(b.DANA)))
    assert is_in_force(launch, launch.conditions["c"])
    assert not does_cover(launch, launch.conditions["c"])


def test_a_lane_counts_its_gates_in_force_and_lists_those_that_stand_in_the_way() -> None:
    launch = b.done(b.a_launch(), "limits")
    readiness = lane_readiness(launch, "pm")
    assert (readiness.done, readiness.total) == (1, 2)
    assert [task.key for task in readiness.unsettled] == ["PM-1", "PM-2"]
    launch = b.make(launch, b.move_on(launch, "load", Status.NOT_APPLICABLE, "No load"))
    assert lane_readiness(launch, "pm").total == 1
