"""Evidence, steps, and the other lane's acknowledgement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from launchready.launch.changes import (
    AcknowledgementWithdrawn,
    Change,
    EvidenceAdded,
    EvidenceRemoved,
    EvidenceReplaced,
    StepAdded,
    StepEdited,
    StepRemoved,
    TaskAcknowledged,
    TaskSentBack,
)
from launchready.launch.changes.task_parts import StepFields
from launchready.launch.coverage import gate_seen
from launchready.launch.model import Launch, Step
from tests.launch import builders as b

E1, E2 = b.proof("e1"), b.proof("e2")


def labels(launch: Launch) -> list[str]:
    return [item.id for item in launch.tasks["load"].evidence]


def test_evidence_is_put_in_taken_out_and_put_back_where_it_was() -> None:
    launch = b.with_evidence(b.a_launch(), "load", E1, E2)
    launch = b.make(launch, EvidenceAdded(task="load", evidence=b.proof("e0"), index=0))
    assert labels(launch) == ["e0", "e1", "e2"]
    removed = EvidenceRemoved(task="load", was=E1, index=1)
    launch = b.make(launch, removed)
    assert labels(launch) == ["e0", "e2"]
    assert labels(b.make(launch, removed.inverse())) == ["e0", "e1", "e2"]


def test_evidence_is_taken_out_as_and_where_it_was_seen() -> None:
    launch = b.with_evidence(b.a_launch(), "load", E1, E2)
    for gone in (
        EvidenceRemoved(task="load", was=E1, index=1),
        EvidenceRemoved(task="load", was=E1),
        EvidenceRemoved(task="load", was=E1, index=-2),
        EvidenceRemoved(task="load", was=b.proof("e1", "Other"), index=0),
        EvidenceReplaced(task="load", was=b.proof("e1", "Other"), to=E1),
        EvidenceReplaced(task="load", was=E1, to=b.proof("e3")),
    ):
        assert b.refused(launch, gone) == "evidence-gone"
    assert b.refused(launch, EvidenceAdded(task="load", evidence=E1)) == "evidence-exists"
    assert b.refused(launch, EvidenceAdded(task="load", evidence=b.proof("e3"), index=4)) == "moved-on"
    assert b.refused(launch, EvidenceAdded(task="load", evidence=b.proof("e3", " "))) == "text-empty"


def test_a_step_is_added_edited_and_taken_out_where_it_was() -> None:
    one, two = Step(id="s1", text="Deck"), Step(id="s2", text="Talk track")
    launch = b.make(b.a_launch(), StepAdded(task="kit", step=one), StepAdded(task="kit", step=two))
    done = StepEdited(task="kit", step="s1", to=StepFields(done=True), was=StepFields(done=False))
    launch = b.make(launch, done)
    assert [step.done for step in launch.tasks["kit"].steps] == [True, False]
    assert b.refused(launch, done) == "moved-on"
    assert b.refused(launch, StepRemoved(task="kit", was=one, index=0)) == "step-gone"
    assert b.refused(launch, StepRemoved(task="kit", was=two, index=0)) == "step-gone"
    assert b.refused(launch, StepAdded(task="kit", step=one)) == "step-exists"
    gone = StepEdited(task="kit", step="s9", to=StepFields(done=True), was=StepFields(done=False))
    assert b.refused(launch, gone) == "step-gone"
    assert b.refused(launch, StepAdded(task="kit", step=Step(id="s3", text=""))) == "text-empty"
    assert len(b.make(launch, StepRemoved(task="kit", was=two, index=1)).tasks["kit"].steps) == 1


# The acknowledgement


def waiting() -> Launch:
    return b.done(b.with_evidence(b.a_launch(), "limits", E1), "limits")


def sent_back(launch: Launch, by: str = b.DANA, why: str = "Old") -> TaskSentBack:
    return TaskSentBack(task="limits", gate=gate_seen(launch, launch.tasks["limits"]), why=why, word=b.word(by))


WORDS: dict[str, Callable[[Launch, str], Change]] = {
    "acknowledge": lambda at, by: b.acknowledge(at, "limits", by),
    "send back": lambda at, by: sent_back(at, by),
    "withdraw": lambda _, by: AcknowledgementWithdrawn(task="limits", word=b.word(by)),
}


@pytest.mark.parametrize("way", WORDS)
@pytest.mark.parametrize("by", [b.PRIYA, b.CHEN, b.ABE])
def test_only_the_other_lead_says_that_it_arrived(way: str, by: str) -> None:
    launch = waiting()
    launch = b.make(launch, b.acknowledge(launch, "limits")) if way == "withdraw" else launch
    refusal = b.refusal(launch, WORDS[way](launch, by))
    assert (refusal.code, refusal.args["either"]) == ("not-other-lead", ("Dana Ruiz",))
    b.make(launch, WORDS[way](launch, b.DANA))


def test_the_other_leads_delegate_speaks_too() -> None:
    launch = b.make(waiting(), b.delegate("pmm", b.ABE, b.TODAY, b.LATER))
    b.make(launch, b.acknowledge(launch, "limits", b.ABE))


def test_a_result_is_acknowledged_once_when_it_is_done_and_asked_for() -> None:
    launch = b.a_launch()
    assert b.refused(launch, b.acknowledge(launch, "limits")) == "ack-not-done"
    assert b.refused(launch, b.acknowledge(launch, "load")) == "ack-not-asked"
    assert b.refused(launch, WORDS["withdraw"](launch, b.DANA)) == "ack-missing"
    launch = waiting()
    launch = b.make(launch, b.acknowledge(launch, "limits"))
    assert b.refused(launch, b.acknowledge(launch, "limits")) == "already-acknowledged"


def test_a_result_is_acknowledged_as_it_was_seen() -> None:
    launch = waiting()
    seen = b.acknowledge(launch, "limits")
    moved = b.make(launch, EvidenceReplaced(task="limits", was=E1, to=b.proof("e1", "Other")))
    refusal = b.refusal(moved, seen)
    assert refusal.code == "ground-moved"
    codes = {difference.code for difference in refusal.args["differences"]}  # type: ignore[union-attr]
    assert codes == {"evidence-gone", "evidence-added"}


def test_what_is_sent_back_says_why() -> None:
    assert b.refused(waiting(), sent_back(waiting(), why=" ")) == "text-empty"
    launch = b.make(waiting(), sent_back(waiting()))
    assert launch.tasks["limits"].sent_back is not None
    assert launch.tasks["limits"].sent_back.why == "Old"
    launch = b.done(launch, "limits")
    assert b.make(launch, b.acknowledge(launch, "limits")).tasks["limits"].sent_back is None


def test_an_acknowledgement_keeps_the_evidence_that_was_seen() -> None:
    launch = b.make(waiting(), b.acknowledge(waiting(), "limits"))
    given = launch.tasks["limits"].acknowledgement
    assert given is not None
    assert [item.label for item in given.evidence] == [E1.label]
    assert isinstance(b.acknowledge(waiting(), "limits"), TaskAcknowledged)
