"""A launch to test on, and short ways to change it. Every change is checked before it is applied."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest
from rpds import HashTrieMap

from launchready.launch.changes import (
    Change,
    ClaimAdded,
    ClaimEdited,
    ClaimStateChanged,
    ConditionAccepted,
    DeciderChanged,
    DelegateNamed,
    EvidenceAdded,
    GateConfirmed,
    LaunchCreated,
    LaunchEdited,
    LeadChanged,
    PersonAdded,
    Ruled,
    SignedOff,
    TaskAcknowledged,
    TaskAdded,
    TaskEdited,
    TaskProgressed,
    WaiverAsked,
    WaiverConsented,
)
from launchready.launch.changes.claims import ClaimFields
from launchready.launch.changes.launch import LaunchFields
from launchready.launch.changes.tasks import Progress, TaskFields, progress
from launchready.launch.coverage import coverage, digest, gate_seen
from launchready.launch.decision import Decision, decide
from launchready.launch.lanes import SIGNING, is_shared
from launchready.launch.model import (
    Claim,
    ClaimState,
    Condition,
    Due,
    Evidence,
    Launch,
    Person,
    Position,
    Status,
    Task,
    Terms,
    Word,
)
from launchready.launch.readiness import AckState, acknowledgement
from launchready.launch.refusal import Refusal

PRIYA, DANA, CHEN, ABE, OSEI = "priya", "dana", "chen", "abe", "osei"
PEOPLE = {PRIYA: "Priya Nair", DANA: "Dana Ruiz", CHEN: "L. Chen", ABE: "J. Abe", OSEI: "R. Osei"}
LEADS = {"pm": PRIYA, "pmm": DANA}
OTHER = {"pm": "pmm", "pmm": "pm"}

LAUNCH_DAY = dt.date(2026, 12, 8)
MEETING = dt.date(2026, 12, 5)
NOW = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
TODAY = NOW.date()
LATER = dt.date(2026, 12, 1)


def at(day: dt.date, hour: int = 9) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), dt.UTC)


def word(person: str, when: dt.datetime = NOW, recorded_by: str = "") -> Word:
    return Word(by=person, at=when, recorded_by=recorded_by)


def make(launch: Launch, *changes: Change) -> Launch:
    """The launch after the changes; a refusal fails the test."""
    for change in changes:
        refusal = change.check(launch)
        if refusal is not None:
            pytest.fail(f"{type(change).__name__} refused: {refusal.code} {refusal.args}")
        launch = change.apply(launch)
    return launch


def refusal(launch: Launch, change: Change) -> Refusal:
    """Why the change is refused; a change that is not refused fails the test."""
    found = change.check(launch)
    if found is None:
        pytest.fail(f"{type(change).__name__} was not refused")
    return found


def refused(launch: Launch, change: Change) -> str:
    """The code of the refusal."""
    return refusal(launch, change).code


def canonical(launch: Launch) -> bytes:
    """The whole state in one form of bytes, whatever order its maps are in."""
    return msgspec.json.encode(launch, enc_hook=_plain, order="sorted")


def _plain(value: object) -> dict[str, Any]:
    if isinstance(value, HashTrieMap):
        return dict(value)
    raise NotImplementedError(type(value))


TASKS = (
    Task(id="load", key="PM-1", title="Load test", lane="pm", position=1, gating=True, done_when="p95 under 500 ms"),
    Task(id="limits", key="PM-2", title="Known limitations", lane="pm", position=2, gating=True, asks=True),
    Task(id="wiki", key="PM-3", title="Tidy the wiki", lane="pm", position=3),
    Task(id="kit", key="PMM-1", title="Sales kit", lane="pmm", position=1, gating=True, owner=ABE),
    Task(id="press", key="PMM-2", title="Press release", lane="pmm", position=2, gating=True, reviewer=OSEI),
    Task(id="blog", key="PMM-3", title="Blog post", lane="pmm", position=3),
    Task(id="copy", key="J-1", title="Copy against the final build", lane="joint", position=1, gating=True),
)


def setup(zone: str = "UTC", one_person: bool = False, decider: str = CHEN) -> tuple[Change, ...]:
    """The changes that begin a launch, without tasks."""
    leads = {lane: PRIYA if one_person else lead for lane, lead in LEADS.items()}
    return (
        LaunchCreated(
            id="atlas",
            name="Atlas 3.0",
            tier=1,
            date=LAUNCH_DAY,
            zone=zone,
            go_no_go=Due(offset=-3),
            one_person=one_person,
            parties=("PM", "PMM", "Engineering", "Decider"),
        ),
        *(PersonAdded(person=Person(id=id_, name=name)) for id_, name in PEOPLE.items()),
        *(LeadChanged(lane=lane, to=lead) for lane, lead in leads.items()),
        *((DeciderChanged(to=decider),) if decider else ()),
    )


def a_launch(zone: str = "UTC", one_person: bool = False, decider: str = CHEN) -> Launch:
    """PM lead Priya Nair, PMM lead Dana Ruiz, decider L. Chen; two gates a lane, one of them joint; a draft claim."""
    fast = Claim(id="fast", key="CL-1", text="Twice as fast", position=1, proof=("load",))
    tasks = (TaskAdded(task=task) for task in TASKS)
    return make(Launch(), *setup(zone, one_person, decider), *tasks, ClaimAdded(claim=fast))


def a_bare_launch() -> Launch:
    return make(Launch(), *setup())


def edit(launch: Launch, task: str, **to: Any) -> TaskEdited:
    was = {field: getattr(launch.tasks[task], field) for field in to}
    return TaskEdited(task=task, to=TaskFields(**to), was=TaskFields(**was))


def edit_launch(launch: Launch, **to: Any) -> LaunchEdited:
    was = {field: getattr(launch, field) for field in to}
    return LaunchEdited(to=LaunchFields(**to), was=LaunchFields(**was))


def edit_claim(launch: Launch, claim: str, **to: Any) -> ClaimEdited:
    was = {field: getattr(launch.claims[claim], field) for field in to}
    return ClaimEdited(claim=claim, to=ClaimFields(**to), was=ClaimFields(**was))


def claim_to(launch: Launch, claim: str, state: ClaimState) -> ClaimStateChanged:
    return ClaimStateChanged(claim=claim, to=state, was=launch.claims[claim].state)


def move_on(launch: Launch, task: str, status: Status, why: str = "") -> TaskProgressed:
    """The task in another status. A joint gate loses its confirmations when it is reopened."""
    return TaskProgressed(task=task, to=Progress(status=status, why=why), was=progress(launch.tasks[task]))


def confirm(launch: Launch, task: str, lane: str) -> GateConfirmed:
    by = launch.leads[lane]
    return GateConfirmed(task=task, lane=lane, gate=gate_seen(launch, launch.tasks[task]), word=word(by))


def acknowledge(launch: Launch, task: str, by: str = "") -> TaskAcknowledged:
    held = launch.tasks[task]
    return TaskAcknowledged(task=task, gate=gate_seen(launch, held), word=word(by or LEADS[OTHER[held.lane]]))


def done(launch: Launch, *tasks: str) -> Launch:
    """Those tasks done, joint gates by both leads' confirmation. Nothing is acknowledged by it."""
    for task in tasks:
        held = launch.tasks[task]
        if held.gating and is_shared(held.lane):
            for lane in SIGNING:
                launch = make(launch, confirm(launch, task, lane.id))
        else:
            launch = make(launch, move_on(launch, task, Status.DONE))
    return launch


def all_done(launch: Launch, *but: str) -> Launch:
    """Every gate done and acknowledged, except those named."""
    gates = sorted(task.id for task in launch.tasks.values() if task.gating and task.id not in but)
    launch = done(launch, *(gate for gate in gates if launch.tasks[gate].status is not Status.DONE))
    for gate in gates:
        if acknowledgement(launch.tasks[gate]) is AckState.AWAITING:
            launch = make(launch, acknowledge(launch, gate))
    return launch


def proof(id_: str, label: str = "", **fields: Any) -> Evidence:
    return Evidence(id=id_, label=label or f"Report {id_}", **fields)


def with_evidence(launch: Launch, task: str, *items: Evidence) -> Launch:
    return make(launch, *(EvidenceAdded(task=task, evidence=item) for item in items))


def a_condition(id_: str, *covers: str, lane: str = "pmm", due: dt.date = LATER, **fields: Any) -> Condition:
    """A condition of the sign-off `so-<lane>`, which is the one that `sign` gives."""
    return Condition(
        id=id_, key=f"C-{id_}", lane=lane, text="Do the rest", due=due, sign_off=f"so-{lane}", position=1,
        covers=covers, **fields,
    )  # fmt: skip


def sign(
    launch: Launch,
    lane: str,
    position: Position = Position.GO,
    *conditions: Condition,
    by: str = "",
    when: dt.datetime = NOW,
    id_: str = "",
    rationale: str = "",
) -> SignedOff:
    """The lane's sign-off on what it covers now."""
    seen = coverage(launch, lane)
    return SignedOff(
        id=id_ or f"so-{lane}", lane=lane, position=position, covered=seen, digest=digest(seen), rationale=rationale,
        conditions=conditions, word=word(by or launch.leads[lane], when),
    )  # fmt: skip


def signed(launch: Launch, pm: Position = Position.GO, pmm: Position = Position.GO) -> Launch:
    """Both lanes signed."""
    launch = make(launch, sign(launch, "pm", pm))
    return make(launch, sign(launch, "pmm", pmm))


def a_ready_launch() -> Launch:
    """Every gate done and acknowledged, one supported claim in use, both lanes signed Go: the verdict is Go."""
    launch = all_done(a_launch())
    return signed(make(launch, claim_to(launch, "fast", ClaimState.IN_USE)))


def ask_waiver(launch: Launch, task: str, lane: str = "", expires: dt.date = LATER, by: str = "") -> WaiverAsked:
    lane = lane or launch.tasks[task].lane
    terms = Terms(reason="No time", compensation="Watch it by hand", expires=expires)
    return WaiverAsked(id=f"w-{task}", task=task, lane=lane, terms=terms, word=word(by or launch.leads[lane]))


def consent(launch: Launch, waiver: str, by: str) -> WaiverConsented:
    return WaiverConsented(waiver=waiver, terms=launch.waivers[waiver].terms, word=word(by))


def waived(launch: Launch, task: str, expires: dt.date = LATER) -> Launch:
    """The gate of a lane waived: asked for by its lead, consented to by the other."""
    launch = make(launch, ask_waiver(launch, task, expires=expires))
    return make(launch, consent(launch, f"w-{task}", LEADS[OTHER[launch.waivers[f"w-{task}"].lane]]))


def with_condition(launch: Launch, *covers: str, lane: str = "pmm", due: dt.date = LATER) -> Launch:
    """The lane signed Go with one condition, `c`, which the other lead accepted."""
    launch = make(launch, sign(launch, lane, Position.CONDITIONS, a_condition("c", *covers, lane=lane, due=due)))
    return make(launch, ConditionAccepted(condition="c", word=word(LEADS[OTHER[lane]])))


def rule(launch: Launch, position: Position, *accepts: str, id_: str = "r", by: str = CHEN) -> Ruled:
    seen = tuple(coverage(launch, lane.id) for lane in SIGNING)
    return Ruled(id=id_, position=position, reason="My call", covered=seen, accepts=accepts, word=word(by))


def delegate(lane: str, person: str, start: dt.date, end: dt.date, by: str = "") -> DelegateNamed:
    return DelegateNamed(
        id=f"d-{lane}", lane=lane, person=person, start=start, end=end, word=word(by or LEADS[lane])
    )  # fmt: skip


def decided(launch: Launch, day: dt.date = TODAY) -> Decision:
    return decide(launch, at(day))


def outcome(launch: Launch, day: dt.date = TODAY) -> tuple[str, int]:
    """Verdict and rule."""
    decision = decided(launch, day)
    return decision.verdict.value, decision.rule


def kinds(launch: Launch, day: dt.date = TODAY) -> list[tuple[int, str, str]]:
    """Every reason as (rule, kind, key)."""
    return [(reason.rule, reason.kind, reason.key) for reason in decided(launch, day).reasons]
