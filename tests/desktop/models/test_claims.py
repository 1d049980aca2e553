from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.models.claims import ClaimsModel, facts, places
from launchready.desktop.pages import find
from launchready.launch.changes import ClaimEvidenceAdded
from launchready.launch.drafting import Draft
from launchready.launch.model import ClaimEvidence, ClaimState, Evidence, Launch
from launchready.launch.readiness import supported_of_used


@pytest.fixture
def model(bridge: LaunchBridge) -> Iterator[ClaimsModel]:
    def build(draft: Draft) -> None:
        draft.claim("Drafted", where="Blog, web page")
        draft.claim("Unproven", where="Blog", state=ClaimState.IN_USE)
        draft.claim("Gone", state=ClaimState.WITHDRAWN)

    bridge.make(build)
    made = ClaimsModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show_launch(bridge.launch)
    yield made
    del tester


def texts(model: ClaimsModel) -> list[str]:
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_what_lacks_proof_comes_first(model: ClaimsModel) -> None:
    expected = ["Exports any size in one click", "Unproven", "Twice as fast at peak load", "Drafted", "Gone"]
    assert texts(model) == expected


def test_filters_and_their_counts(model: ClaimsModel, bridge: LaunchBridge) -> None:
    for id_, count in model.counts().items():
        model.choose(filter=id_)
        assert model.rowCount() == count
    assert ("Web page", 2) in places(bridge.launch)
    model.choose(filter="in:WEB PAGE")
    assert texts(model) == ["Exports any size in one click", "Drafted"]
    model.choose(filter="all", text="unPROVEN")
    assert texts(model) == ["Unproven"]


def test_the_navigation_counts_the_same(model: ClaimsModel, bridge: LaunchBridge) -> None:
    entry = find("claims")
    done, used = supported_of_used(bridge.launch)
    assert entry is not None
    assert entry.count is not None
    assert entry.count(bridge) == f"{done}/{used}" == "1/3"
    assert model.counts()["unsupported"] == used - done


def test_selection_stays_with_its_claim(model: ClaimsModel, bridge: LaunchBridge) -> None:
    claim = next(claim for claim in bridge.launch.claims.values() if claim.text == "Drafted")
    held = QPersistentModelIndex(model.index(model.row_of(claim.id), 0))
    bridge.make(lambda draft: draft.claim("One more", state=ClaimState.IN_USE))
    model.show_launch(bridge.launch)
    found = model.entry(held.row())
    assert found is not None
    assert found.claim.id == claim.id


def test_a_row_says_what_is_missing(model: ClaimsModel) -> None:
    said = str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))
    for part in ("C-1", "Unsupported", "Defects is blocked", "PM-22, blocked", "Web page, press release"):
        assert part in said


def test_a_removed_task_cuts_the_proof_and_evidence_waits(bridge: LaunchBridge) -> None:
    made: list[str] = []

    def build(draft: Draft) -> None:
        task = draft.task("Measured", "pm")
        claim = draft.claim("Fast", state=ClaimState.IN_USE, proof=(task.id,))
        item = ClaimEvidence(evidence=Evidence(id="evidence-1", label="Report"))
        draft.make(ClaimEvidenceAdded(claim=claim.id, item=item, index=0))
        made[:] = [task.id, claim.id]

    bridge.make(build)
    launch: Launch = bridge.launch
    found = facts(launch, launch.claims[made[1]])
    assert [each.look.text for each in found.proof] == ["to do", "not accepted yet"]
    from launchready.desktop import edits

    bridge.make(lambda draft: edits.remove(draft, [made[0]]))
    found = facts(bridge.launch, bridge.launch.claims[made[1]])
    assert found.look.text == "Proof cut"
    assert [each.id for each in found.proof] == [made[0], "evidence-1"]
