"""What makes a sign-off stale, and what doesn't: product.md's table, row by row, for both lanes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

import pytest

from launchready.launch.changes import (
    AcknowledgementWithdrawn,
    ActivityAdded,
    Change,
    ClaimAdded,
    ClaimEvidenceAccepted,
    ClaimEvidenceAdded,
    ClaimEvidenceRemoved,
    DeciderChanged,
    EvidenceAdded,
    EvidenceRemoved,
    EvidenceReplaced,
    LeadChanged,
    PersonEdited,
    StepAdded,
    TaskAdded,
    TaskRemoved,
    TaskSentBack,
    WaiverWithdrawn,
)
from launchready.launch.changes.people import PersonFields
from launchready.launch.coverage import coverage, differences, digest, gate_seen, regressions, staleness
from launchready.launch.model import (
    Activity,
    Claim,
    ClaimEvidence,
    ClaimState,
    Due,
    Launch,
    Position,
    Status,
    Step,
    Task,
)
from tests.launch import builders as b

Make = Callable[[Launch], Iterable[Change]]
BOTH = {"pm", "pmm"}
LANE_OF = {"load": {"pm"}, "kit": {"pmm"}, "copy": BOTH}
WAIVED = {"old": {"pm"}, "press": {"pmm"}, "demo": BOTH}


def a_signed_launch() -> Launch:
    """Both lanes signed: gates done, open, waived, acknowledged and awaiting it; claims supported and not."""
    launch = b.a_launch()
    more = (
        Task(id="old", key="PM-4", title="Old browsers", lane="pm", position=4, gating=True, reviewer=b.OSEI),
        Task(id="guide", key="PM-5", title="Guide", lane="pm", position=5, gating=True, asks=True),
        Task(id="list", key="PMM-4", title="Price list", lane="pmm", position=4, gating=True, asks=True),
        Task(id="talk", key="PMM-5", title="Talk", lane="pmm", position=5, gating=True),
        Task(id="spec", key="PM-6", title="Spec", lane="pm", position=6),
        Task(id="demo", key="J-2", title="Demo", lane="joint", position=2, gating=True),
    )
    launch = b.make(launch, *(TaskAdded(task=task) for task in more), b.edit(launch, "press", reviewer=""))
    launch = b.make(launch, b.edit(launch, "old", reviewer=""), ClaimAdded(claim=_claim("slow", "CL-2", "wiki")))
    launch = b.make(launch, ClaimAdded(claim=_claim("rare", "CL-3")), ClaimAdded(claim=_claim("bare", "CL-4", "spec")))
    for task in LANE_OF:
        launch = b.with_evidence(launch, task, b.proof("e1"), b.proof("e2"))
    launch = b.done(launch, "load", "limits", "guide", "kit", "list", "copy", "spec")
    launch = b.make(launch, b.acknowledge(launch, "limits"), b.acknowledge(launch, "list"))
    launch = b.make(launch, ClaimEvidenceAdded(claim="slow", item=ClaimEvidence(evidence=b.proof("e9"))))
    for task in ("old", "press"):
        launch = b.waived(launch, task)
    launch = b.make(launch, b.ask_waiver(launch, "demo", "pm"))
    launch = b.make(launch, b.consent(launch, "w-demo", b.DANA), b.ask_waiver(launch, "talk"))
    launch = b.make(launch, *(b.claim_to(launch, claim, ClaimState.IN_USE) for claim in ("fast", "slow", "bare")))
    return b.signed(launch, Position.NO_GO, Position.NO_GO)


def _claim(id_: str, key: str, *proof: str) -> Claim:
    return Claim(id=id_, key=key, text=f"It is {id_}", position=2, proof=proof)


SIGNED = a_signed_launch()


def stale(launch: Launch) -> set[str]:
    """The lanes whose sign-off is stale."""
    return {lane for lane, sign_off in launch.sign_offs.items() if staleness(launch, sign_off)}


def codes(launch: Launch, lane: str) -> set[str]:
    return {difference.code for difference in differences(launch.sign_offs[lane].covered, coverage(launch, lane))}


def sent_back(launch: Launch, task: str) -> Change:
    gate = gate_seen(launch, launch.tasks[task])
    return TaskSentBack(task=task, gate=gate, why="Too old", word=b.word(b.LEADS[b.OTHER[launch.tasks[task].lane]]))


def new_gate(lane: str, status: Status = Status.TODO) -> Make:
    task = Task(id="new", key="X-1", title="New", lane=lane, position=9, gating=True, status=status)
    return lambda _: (TaskAdded(task=task),)


def on_each(lanes: dict[str, set[str]], code: str, make: Callable[[Launch, str], Change]) -> list[object]:
    """A row for a gate of each lane, the joint one among them."""

    def row(task: str) -> Make:
        return lambda launch: (make(launch, task),)

    return [pytest.param(row(task), stale_lanes, code, id=f"{code}-{task}") for task, stale_lanes in lanes.items()]


def field(name: str, value: object) -> Callable[[Launch, str], Change]:
    return lambda launch, task: b.edit(launch, task, **{name: value})


def one(make: Callable[[Launch], Change], lanes: set[str], code: str, id_: str = "") -> object:
    return pytest.param(lambda launch: (make(launch),), lanes, code, id=id_ or code)


REVERSIBLE = [
    one(lambda at: b.edit_launch(at, date=b.LAUNCH_DAY + dt.timedelta(days=14)), BOTH, "date"),
    one(lambda at: b.edit_launch(at, tier=2), BOTH, "tier"),
    one(lambda at: b.edit_launch(at, build="3.0.119"), {"pm"}, "build"),
    one(lambda _: LeadChanged(lane="pm", to=b.ABE, was=b.PRIYA), {"pm"}, "lead", "lead-pm"),
    one(lambda _: LeadChanged(lane="pmm", to=b.ABE, was=b.DANA), {"pmm"}, "lead", "lead-pmm"),
    *on_each(LANE_OF, "gate-title", field("title", "Another")),
    *on_each(LANE_OF, "gate-done-when", field("done_when", "Somehow")),
    *on_each(LANE_OF, "gate-prerequisites", field("prerequisites", ("wiki",))),
    *on_each(LANE_OF, "gate-reviewer", field("reviewer", b.OSEI)),
    *on_each(WAIVED, "gate-gone", field("gating", False)),
    *on_each(WAIVED, "gate-gone", lambda at, task: b.move_on(at, task, Status.NOT_APPLICABLE, "Not sold there")),
    *on_each(WAIVED, "gate-gone", lambda at, task: TaskRemoved(was=at.tasks[task])),
    one(lambda at: b.edit(at, "old", lane="pmm"), BOTH, "gate-gone", "moved-away"),
    one(lambda at: b.edit(at, "old", lane="joint"), BOTH, "gate-moved"),
    pytest.param(new_gate("pm"), {"pm"}, "gate-added", id="added-pm"),
    pytest.param(new_gate("pmm"), {"pmm"}, "gate-added", id="added-pmm"),
    pytest.param(new_gate("joint"), BOTH, "gate-added", id="added-joint"),
    one(lambda at: b.edit(at, "wiki", gating=True), {"pm"}, "gate-added", "became-pm"),
    one(lambda at: b.edit(at, "blog", gating=True), {"pmm"}, "gate-added", "became-pmm"),
    *on_each(LANE_OF, "evidence-gone", lambda _, task: EvidenceRemoved(task=task, was=b.proof("e1"), index=0)),
    *on_each(
        LANE_OF, "evidence-gone", lambda _, task: EvidenceReplaced(task=task, was=b.proof("e1"), to=b.proof("e1", "B"))
    ),
    one(lambda at: b.move_on(at, "limits", Status.IN_PROGRESS), {"pm"}, "gate-reopened", "reopened-pm"),
    one(lambda at: b.move_on(at, "kit", Status.BLOCKED, "No"), {"pmm"}, "gate-reopened", "reopened-pmm"),
    one(lambda at: b.move_on(at, "copy", Status.TODO), BOTH, "gate-reopened", "reopened-joint"),
    one(lambda at: b.claim_to(at, "rare", ClaimState.IN_USE), BOTH, "claim-used"),
    one(lambda at: b.edit_claim(at, "fast", text="Fast"), BOTH, "claim-reworded"),
    one(lambda at: b.edit_claim(at, "fast", where="Web page"), BOTH, "claim-where"),
    one(lambda at: b.edit_claim(at, "fast", proof=("load", "limits")), BOTH, "claim-proof"),
    one(
        lambda _: ClaimEvidenceRemoved(claim="slow", was=ClaimEvidence(evidence=b.proof("e9"))),
        BOTH,
        "claim-proof",
        "claim-evidence",
    ),
    one(lambda at: b.move_on(at, "spec", Status.TODO), BOTH, "claim-unsupported"),
    one(lambda at: b.move_on(at, "spec", Status.NOT_APPLICABLE, "Dropped"), BOTH, "claim-cut", "proof-na"),
    one(lambda at: TaskRemoved(was=at.tasks["spec"]), BOTH, "claim-cut", "proof-removed"),
    one(lambda at: TaskRemoved(was=at.tasks["wiki"]), BOTH, "claim-cut", "proof-of-unsupported-removed"),
]


JUDGED: dict[str, tuple[Make, set[str], str]] = {
    "withdrawn": (lambda _: (AcknowledgementWithdrawn(task="limits", word=b.word(b.DANA)),), {"pm"}, "ack-lost"),
    "withdrawn-pmm": (lambda _: (AcknowledgementWithdrawn(task="list", word=b.word(b.PRIYA)),), {"pmm"}, "ack-lost"),
    "sent-back": (lambda at: (sent_back(at, "limits"),), {"pm"}, "ack-lost"),
    "sent-back-pmm": (lambda at: (sent_back(at, "list"),), {"pmm"}, "ack-lost"),
    "waiver": (lambda _: (WaiverWithdrawn(waiver="w-old", word=b.word(b.PRIYA)),), {"pm"}, "waiver-withdrawn"),
    "waiver-pmm": (lambda _: (WaiverWithdrawn(waiver="w-press", word=b.word(b.DANA)),), {"pmm"}, "waiver-withdrawn"),
    "waiver-joint": (lambda _: (WaiverWithdrawn(waiver="w-demo", word=b.word(b.DANA)),), BOTH, "waiver-withdrawn"),
}


@pytest.mark.parametrize(("make", "lanes", "code"), REVERSIBLE)
def test_what_got_worse_or_was_redefined_makes_stale_until_it_is_put_back(
    make: Make, lanes: set[str], code: str
) -> None:
    changes = tuple(make(SIGNED))
    after = b.make(SIGNED, *changes)
    assert stale(after) == lanes
    assert code in set.union(*(codes(after, lane) for lane in lanes))
    for change in reversed(changes):
        back = change.inverse()
        assert back is not None
        after = back.apply(after)
    assert stale(after) == set()
    assert [digest(coverage(after, lane)) for lane in BOTH] == [SIGNED.sign_offs[lane].digest for lane in BOTH]


@pytest.mark.parametrize(("make", "lanes", "code"), JUDGED.values(), ids=JUDGED)
def test_a_word_taken_back_makes_stale(make: Make, lanes: set[str], code: str) -> None:
    after = b.make(SIGNED, *make(SIGNED))
    assert stale(after) == lanes
    assert code in set.union(*(codes(after, lane) for lane in lanes))


def test_a_word_given_again_makes_current_again() -> None:
    launch = b.make(SIGNED, AcknowledgementWithdrawn(task="limits", word=b.word(b.DANA)))
    assert stale(b.make(launch, b.acknowledge(launch, "limits"))) == set()
    launch = b.make(SIGNED, sent_back(SIGNED, "list"))
    launch = b.done(launch, "list")
    assert stale(launch) == {"pmm"}
    assert stale(b.make(launch, b.acknowledge(launch, "list"))) == set()
    launch = b.make(SIGNED, WaiverWithdrawn(waiver="w-old", word=b.word(b.PRIYA)))
    asked = b.ask_waiver(launch, "old")
    launch = b.make(launch, type(asked)(id="again", task="old", lane="pm", terms=asked.terms, word=asked.word))
    assert stale(b.make(launch, b.consent(launch, "again", b.DANA))) == set()


def test_the_same_evidence_under_another_id_is_the_same_evidence() -> None:
    launch = b.make(SIGNED, EvidenceRemoved(task="load", was=b.proof("e1"), index=0))
    same = b.proof("other", label=b.proof("e1").label)
    launch = b.make(launch, EvidenceAdded(task="load", evidence=same))
    assert stale(launch) == set()
    assert digest(coverage(launch, "pm")) == SIGNED.sign_offs["pm"].digest


RACI_ROW = Activity(id="r", key="R-1", title="Positioning", position=1)
BETTER: dict[str, Make] = {
    "done pm": lambda at: (b.move_on(at, "old", Status.DONE),),
    "done pmm": lambda at: (b.move_on(at, "press", Status.DONE),),
    "confirmed by one": lambda at: (b.confirm(at, "demo", "pm"),),
    "gate added already done": new_gate("pm", Status.DONE),
    "a done task became a gate": lambda at: (b.edit(at, "spec", gating=True),),
    "evidence added": lambda _: tuple(EvidenceAdded(task=task, evidence=b.proof("e3")) for task in LANE_OF),
    "acknowledged": lambda at: (b.acknowledge(at, "guide"),),
    "waiver granted": lambda at: (b.consent(at, "w-talk", b.PRIYA),),
    "claim supported at last": lambda at: (
        b.move_on(at, "wiki", Status.DONE),
        ClaimEvidenceAccepted(claim="slow", evidence=b.proof("e9"), word=b.word(b.PRIYA)),
    ),
    "claim withdrawn": lambda at: (b.claim_to(at, "fast", ClaimState.WITHDRAWN),),
    "claim drafted again": lambda at: (b.claim_to(at, "slow", ClaimState.DRAFT),),
}
UNCOVERED: dict[str, Make] = {
    "owner": lambda at: tuple(b.edit(at, task, owner=b.CHEN) for task in LANE_OF),
    "order": lambda at: tuple(b.edit(at, task, position=7) for task in LANE_OF),
    "area": lambda at: tuple(b.edit(at, task, area="Else") for task in LANE_OF),
    "notes": lambda at: tuple(b.edit(at, task, notes="Ask Kim") for task in LANE_OF),
    "due": lambda at: tuple(b.edit(at, task, due=Due(offset=-9)) for task in LANE_OF),
    "steps": lambda _: tuple(StepAdded(task=task, step=Step(id="s", text="First")) for task in LANE_OF),
    "blocked or not": lambda at: (b.move_on(at, "talk", Status.BLOCKED, "No stage"),),
    "advisory task edited": lambda at: (b.edit(at, "blog", title="Else", lane="pm"),),
    "advisory task added": lambda _: (TaskAdded(task=Task(id="new", key="PM-9", title="New", lane="pm", position=9)),),
    "advisory task removed": lambda at: (TaskRemoved(was=at.tasks["blog"]),),
    "a draft claim reworded": lambda at: (b.edit_claim(at, "rare", text="Else"),),
    "name": lambda at: (b.edit_launch(at, name="Atlas 3.1"),),
    "time": lambda at: (b.edit_launch(at, time="12:00"),),
    "zone": lambda at: (b.edit_launch(at, zone="Europe/Berlin"),),
    "go/no-go date": lambda at: (b.edit_launch(at, go_no_go=Due(offset=-2)),),
    "decider": lambda _: (DeciderChanged(to=b.ABE, was=b.CHEN),),
    "a person's e-mail": lambda _: (
        PersonEdited(person=b.PRIYA, to=PersonFields(email="p@x.example"), was=PersonFields(email="")),
    ),
    "the RACI": lambda _: (ActivityAdded(activity=RACI_ROW),),
}


@pytest.mark.parametrize("make", BETTER.values(), ids=BETTER)
def test_what_got_better_is_seen_but_makes_nothing_stale(make: Make) -> None:
    after = b.make(SIGNED, *make(SIGNED))
    assert stale(after) == set()
    if make is not BETTER["confirmed by one"]:
        assert codes(after, "pm") | codes(after, "pmm")


@pytest.mark.parametrize("make", UNCOVERED.values(), ids=UNCOVERED)
def test_what_is_not_covered_is_not_even_a_difference(make: Make) -> None:
    after = b.make(SIGNED, *make(SIGNED))
    assert [coverage(after, lane) for lane in BOTH] == [coverage(SIGNED, lane) for lane in BOTH]


def test_only_the_pm_covers_the_build_and_nobody_the_other_lanes_gates() -> None:
    launch = b.make(SIGNED, b.edit_launch(SIGNED, build="3.0"))
    assert (coverage(launch, "pm").build, coverage(launch, "pmm").build) == ("3.0", "")
    keys = {lane: {gate.key for gate in coverage(launch, lane).gates} for lane in BOTH}
    assert keys["pm"] == {"PM-1", "PM-2", "PM-4", "PM-5", "J-1", "J-2"}
    assert keys["pmm"] == {"PMM-1", "PMM-2", "PMM-4", "PMM-5", "J-1", "J-2"}
    assert {claim.key for claim in coverage(launch, "pm").claims} == {"CL-1", "CL-2", "CL-4"}


def test_a_difference_says_what_was_and_is() -> None:
    after = b.make(SIGNED, b.edit(SIGNED, "load", title="Soak test"))
    (difference,) = staleness(after, after.sign_offs["pm"])
    assert (difference.label, difference.was, difference.now) == ("PM-1", "Load test", "Soak test")


def test_proof_that_is_cut_is_said_once() -> None:
    after = b.make(SIGNED, TaskRemoved(was=SIGNED.tasks["spec"]))
    assert codes(after, "pmm") == {"claim-cut"}


def test_worse_and_better_at_once_is_stale() -> None:
    launch = b.make(SIGNED, b.move_on(SIGNED, "old", Status.DONE), b.edit(SIGNED, "load", title="Soak test"))
    seen, now = SIGNED.sign_offs["pm"].covered, coverage(launch, "pm")
    assert {difference.code for difference in differences(seen, now)} == {"gate-done", "gate-title"}
    assert {difference.code for difference in regressions(seen, now)} == {"gate-title"}
