"""Claims: worded, proven, put in use, withdrawn."""

from __future__ import annotations

from typing import Any

import pytest

from launchready.launch.changes import (
    ClaimAdded,
    ClaimEvidenceAccepted,
    ClaimEvidenceAdded,
    ClaimEvidenceRemoved,
    ClaimRemoved,
    TaskRemoved,
)
from launchready.launch.model import Claim, ClaimEvidence, ClaimState, Launch
from launchready.launch.readiness import Support, support
from tests.launch import builders as b

ITEM = ClaimEvidence(evidence=b.proof("e"))


def with_item() -> Launch:
    return b.make(b.a_launch(), ClaimEvidenceAdded(claim="fast", item=ITEM))


def accept(by: str = b.PRIYA, label: str = "") -> ClaimEvidenceAccepted:
    return ClaimEvidenceAccepted(claim="fast", evidence=b.proof("e", label), word=b.word(by))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"id": "fast"}, "key-taken"),
        ({"key": "CL-1"}, "key-taken"),
        ({"text": ""}, "text-empty"),
        ({"where": "a\nb"}, "text-control"),
        ({"proof": ("gone",)}, "task-gone"),
        ({"proof": ("kit",)}, "proof-lane"),
        ({"proof": ("copy",)}, "proof-lane"),
    ],
)
def test_a_claim_has_words_and_proof_of_the_pm(fields: dict[str, Any], code: str) -> None:
    given = {"id": "new", "key": "CL-9", "text": "New", "position": 9, **fields}
    assert b.refused(b.a_launch(), ClaimAdded(claim=Claim(**given))) == code
    if "id" not in fields and "key" not in fields:
        assert b.refused(b.a_launch(), b.edit_claim(b.a_launch(), "fast", **fields)) == code


def test_proof_that_was_removed_or_moved_since_stays_named() -> None:
    launch = b.make(b.a_launch(), TaskRemoved(was=b.a_launch().tasks["load"]))
    launch = b.make(launch, b.edit_claim(launch, "fast", proof=("load", "limits")))
    assert support(launch, launch.claims["fast"]) is Support.CUT


def test_a_claim_in_use_is_withdrawn_instead_of_removed() -> None:
    launch = b.a_launch()
    used = b.make(launch, b.claim_to(launch, "fast", ClaimState.IN_USE))
    assert b.refused(used, ClaimRemoved(was=used.claims["fast"])) == "claim-in-use"
    assert "fast" not in b.make(launch, ClaimRemoved(was=launch.claims["fast"])).claims


def test_a_claim_changes_from_the_state_that_was_seen() -> None:
    launch = b.a_launch()
    use = b.claim_to(launch, "fast", ClaimState.IN_USE)
    assert b.refused(b.make(launch, use), use) == "moved-on"
    assert b.refused(launch, b.claim_to(launch, "fast", ClaimState.DRAFT)) == "claim-already"


@pytest.mark.parametrize("by", [b.DANA, b.CHEN, b.ABE])
def test_only_the_pm_accepts_evidence_as_proof(by: str) -> None:
    refusal = b.refusal(with_item(), accept(by))
    assert (refusal.code, refusal.args["lead"]) == ("not-lead", ("Priya Nair",))


def test_evidence_is_accepted_as_it_was_seen_and_once() -> None:
    assert b.refused(with_item(), accept(label="Other")) == "evidence-gone"
    launch = b.make(with_item(), accept())
    assert b.refused(launch, accept()) == "already-accepted"
    assert b.refused(launch, ClaimEvidenceRemoved(claim="fast", was=ITEM)) == "evidence-gone"


def test_evidence_is_taken_out_where_it_was_seen() -> None:
    second = ClaimEvidence(evidence=b.proof("e2"))
    launch = b.make(with_item(), ClaimEvidenceAdded(claim="fast", item=second))
    assert b.refused(launch, ClaimEvidenceRemoved(claim="fast", was=ITEM)) == "evidence-gone"
    removed = ClaimEvidenceRemoved(claim="fast", was=ITEM, index=0)
    back = b.make(b.make(launch, removed), removed.inverse())
    assert back.claims["fast"].evidence == (ITEM, second)
    assert b.refused(launch, ClaimEvidenceAdded(claim="fast", item=ITEM)) == "evidence-exists"


def test_nothing_is_done_to_a_claim_that_is_not_there() -> None:
    launch = b.make(b.a_launch(), ClaimRemoved(was=b.a_launch().claims["fast"]))
    for change in (
        accept(),
        ClaimEvidenceAdded(claim="fast", item=ITEM),
        b.edit_claim(b.a_launch(), "fast", text="Else"),
        b.claim_to(b.a_launch(), "fast", ClaimState.IN_USE),
    ):
        assert b.refused(launch, change) == "claim-gone"
