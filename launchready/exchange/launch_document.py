"""The form of a launch as JSON. Its JSON Schema, `resources/summary/launch.schema.json`, is made from these types.

Every field is always there; what there is none of is null, an empty text or an empty list. Persons, tasks and the rest
refer to each other by id. Days are ISO 8601 and count in the launch's zone, moments are UTC. A field may be added under
the same version; when one goes or changes its meaning, the version goes up.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, Struct

from launchready.launch.decision import Verdict
from launchready.launch.model import ClaimState, Position, Status
from launchready.launch.readiness import AckState, Support

VERSION = 1
PersonId = Annotated[str, Meta(description="The id of a person in `people`; empty for nobody.")]
LaneId = Annotated[str, Meta(description="pm, joint or pmm.", pattern="^(pm|joint|pmm)$")]


class Part(Struct, frozen=True, kw_only=True):
    """What every part of the document has in common: its fields stand in the order in which they are declared."""


class Log(Part, frozen=True):
    """Where the log stood: SHA-256 of its last entry, in hex, and how many entries there are."""

    head: str
    entries: int


class Due(Part, frozen=True):
    """Days from the launch date (T−14 is -14), or a fixed date; never both. `workday` moves an offset off weekends."""

    offset: int | None
    date: dt.date | None
    workday: bool


class Word(Part, frozen=True):
    """Whose word it is and when it was given; `recorded_by` names who noted it for them, and is empty where they gave
    it themselves."""

    by: PersonId
    at: dt.datetime
    recorded_by: str


class Person(Part, frozen=True):
    """Somebody of the launch. Two who share a name differ by e-mail."""

    id: str
    name: str
    email: str


class CallOff(Part, frozen=True):
    """Why the launch was called off, and by whom."""

    word: Word
    reason: str


class Delegation(Part, frozen=True):
    """`person` speaks for the lead of `lane` from `start` through `end`."""

    id: str
    lane: LaneId
    person: PersonId
    start: dt.date
    end: dt.date
    word: Word


class Details(Part, frozen=True):
    """The launch itself. `leads` maps a lane to who leads it."""

    id: str
    name: str
    tier: int
    date: dt.date
    time: Annotated[str, Meta(description="Of launch, in the zone: HH:MM.", pattern="^[0-2][0-9]:[0-5][0-9]$")]
    zone: Annotated[str, Meta(description="IANA time zone in which the launch's days count.")]
    go_no_go: Due
    go_no_go_date: dt.date
    build: str
    one_person: bool
    template: str
    called_off: CallOff | None
    leads: dict[str, str]
    decider: PersonId
    delegations: tuple[Delegation, ...]


class Reason(Part, frozen=True):
    """One thing that the verdict rests on. `subject` is the id of the task, claim, sign-off or other thing."""

    rule: int
    kind: str
    lane: str
    subject: str
    key: str
    owner: Annotated[str, Meta(description="The name of whom it waits for.")]
    text: str


class Decision(Part, frozen=True):
    """The joint decision as computed at `exported_at`, with the rule that decided."""

    verdict: Verdict
    rule: int
    rule_words: str
    why: str
    reasons: tuple[Reason, ...]


class Recorded(Part, frozen=True):
    """The decision as it was recorded. `digests` are of what each lane covered then."""

    verdict: str
    rule: int
    word: Word
    build: str
    present: tuple[str, ...]
    digests: dict[str, str]
    next_checkpoint: dt.date | None
    note: str


class Lane(Part, frozen=True):
    """Gates of a lane in force, those done, and the ids of those that still stand in the way."""

    lane: LaneId
    gates: int
    done: int
    unsettled: tuple[str, ...]
    agreed: Annotated[Word | None, Meta(description="Since when its checklist is agreed.")]


class SignOff(Part, frozen=True):
    """What a lane said last. `changes` tell, in words, what made it stale."""

    id: str
    lane: LaneId
    position: Position
    word: Word
    rationale: str
    digest: Annotated[str, Meta(description="SHA-256 of the content that it covers, in hex.")]
    withdrawn: Word | None
    stale: bool
    changes: tuple[str, ...]


class Terms(Part, frozen=True):
    """What a waiver's consent agrees to. It holds through the day it expires."""

    reason: str
    compensation: str
    expires: dt.date


class Renewal(Part, frozen=True):
    """A later expiry that waits for consent."""

    word: Word
    expires: dt.date


class Waiver(Part, frozen=True):
    """The launch goes without this gate. `granted`: consented to, and with its reviewer's word where it has one."""

    id: str
    task: str
    lane: LaneId
    terms: Terms
    asked: Word
    consent: Word | None
    review: Word | None
    renewal: Renewal | None
    withdrawn: Word | None
    granted: bool


class Condition(Part, frozen=True):
    """Part of "Go with conditions". `covers` are ids of gates and claims."""

    id: str
    key: str
    lane: LaneId
    text: str
    due: dt.date
    sign_off: str
    position: int
    owner: PersonId
    covers: tuple[str, ...]
    accepted: Word | None
    met: Word | None
    released: Word | None
    is_met: bool


class Escalation(Part, frozen=True):
    """A question to the decider, open until ruled on (`ruling` is that ruling's id) or withdrawn."""

    id: str
    lane: str
    question: str
    respond_by: dt.date
    word: Word
    ruling: str
    withdrawn: Word | None


class Ruling(Part, frozen=True):
    """The decider's word. `accepts` are ids of what a Go covers. A stale one covers nothing."""

    id: str
    position: Position
    reason: str
    word: Word
    digests: tuple[str, ...]
    accepts: tuple[str, ...]
    withdrawn: Word | None
    stale: bool


class Evidence(Part, frozen=True):
    """Something to look at, when it was taken, and on which build."""

    id: str
    label: str
    link: str
    note: str
    date: dt.date | None
    build: str


class ClaimEvidence(Part, frozen=True):
    """Proof of a claim that is no task. It counts once it is accepted."""

    evidence: Evidence
    accepted: Word | None


class Claim(Part, frozen=True):
    """A sentence that marketing will say. `proof` are task ids; `support` counts while the claim is in use."""

    id: str
    key: str
    text: str
    position: int
    where: str
    state: ClaimState
    proof: tuple[str, ...]
    evidence: tuple[ClaimEvidence, ...]
    support: Support


class Activity(Part, frozen=True):
    """A row of the RACI. `letters` maps a party to letters of A, R, C and I."""

    id: str
    key: str
    title: str
    position: int
    letters: dict[str, str]
    input_expected: str
    escalates_to: str


class Acknowledgement(Part, frozen=True):
    """The other lane's word that the result arrived, with the evidence that it saw."""

    word: Word
    evidence: tuple[Evidence, ...]


class SentBack(Part, frozen=True):
    """The other lane's word that it is not enough, and why."""

    word: Word
    why: str


class Confirmation(Part, frozen=True):
    """One lead's word that a joint gate is done."""

    lane: LaneId
    word: Word


class Step(Part, frozen=True):
    """A line inside a task."""

    id: str
    text: str
    done: bool


class Task(Part, frozen=True):
    """A task. `due` is what was set, `due_date` the day that counts; `is_done` needs both leads for a joint gate.

    `stands_in_the_way`: a gate that is open or not yet acknowledged, covered by something or not.
    """

    id: str
    key: str
    title: str
    lane: LaneId
    position: int
    done_when: str
    area: str
    owner: PersonId
    owner_name: str
    due: Due | None
    due_date: dt.date | None
    gating: bool
    status: Status
    is_done: bool
    stands_in_the_way: bool
    why: str
    notes: str
    prerequisites: Annotated[tuple[str, ...], Meta(description="Ids of tasks that come first.")]
    reviewer: PersonId
    asks: Annotated[bool, Meta(description="Whether the other lane has to acknowledge it.")]
    acknowledged: AckState
    acknowledgement: Acknowledgement | None
    sent_back: SentBack | None
    confirmations: tuple[Confirmation, ...]
    evidence: tuple[Evidence, ...]
    steps: tuple[Step, ...]
    source: Annotated[str, Meta(description="Where it came from: a template's id, or file and place of an import.")]


class LaunchDocument(Part, frozen=True):
    """A launch with its checklist, everybody's word on it and the joint decision, as of `exported_at`."""

    format: Literal["launchready.launch"]
    version: Literal[1]
    exported_at: dt.datetime
    log: Log
    launch: Details
    people: tuple[Person, ...]
    decision: Decision
    recorded: Recorded | None
    lanes: tuple[Lane, ...]
    sign_offs: tuple[SignOff, ...]
    waivers: tuple[Waiver, ...]
    conditions: tuple[Condition, ...]
    escalations: tuple[Escalation, ...]
    ruling: Ruling | None
    claims: tuple[Claim, ...]
    parties: tuple[str, ...]
    activities: tuple[Activity, ...]
    tasks: tuple[Task, ...]
