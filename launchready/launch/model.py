"""The state of a launch: frozen values. Vocabulary: docstrings use the product's own words.

Maps are persistent and have no useful order; whatever is shown in order carries a `position`.
Persons, tasks, claims and the rest refer to each other by id; keys such as `PM-3` are labels.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct
from rpds import HashTrieMap as Map


class Status(StrEnum):
    TODO = "to-do"
    IN_PROGRESS = "in-progress"
    BLOCKED = "blocked"
    DONE = "done"
    NOT_APPLICABLE = "not-applicable"


class Position(StrEnum):
    GO = "go"
    CONDITIONS = "conditions"
    NO_GO = "no-go"


class ClaimState(StrEnum):
    DRAFT = "draft"
    IN_USE = "in-use"
    WITHDRAWN = "withdrawn"


class Value(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base of all that is written into the log. Defaults are left out there, so a field added later reads as before."""


class Author(Value, frozen=True):
    """Who typed an entry. Not necessarily a person of the launch: anyone may edit tasks."""

    name: str
    email: str = ""


class Person(Value, frozen=True, kw_only=True):
    id: str
    name: str
    email: str = ""


class Word(Value, frozen=True, kw_only=True):
    """A judgement's author: whose word it is (person id), when it was given (UTC), and, when somebody else
    noted it for them, that one's name. Empty `recorded_by`: given in person."""

    by: str
    at: dt.datetime
    recorded_by: str = ""


class Due(Value, frozen=True, kw_only=True):
    """T-n or T+n in calendar days from the launch date (`offset`), or a fixed `date` that stays when the launch moves.

    `workday` shifts an offset off weekends: to the Friday before, after the launch to the Monday after.
    """

    offset: int | None = None
    date: dt.date | None = None
    workday: bool = False


class Evidence(Value, frozen=True, kw_only=True):
    """`build` is the build it was taken on, `date` when."""

    id: str
    label: str
    link: str = ""
    note: str = ""
    date: dt.date | None = None
    build: str = ""


class Step(Value, frozen=True, kw_only=True):
    id: str
    text: str
    done: bool = False


class Acknowledgement(Value, frozen=True, kw_only=True):
    """The other lane's word that the task's result arrived, with the evidence it saw."""

    word: Word
    evidence: tuple[Evidence, ...] = ()


class SentBack(Value, frozen=True, kw_only=True):
    word: Word
    why: str


class Confirmation(Value, frozen=True, kw_only=True):
    """One lead's confirmation that a joint gate is done."""

    lane: str
    word: Word


class Task(Value, frozen=True, kw_only=True):
    """`asks` tells that the other lane must acknowledge it. `why` belongs to blocked and not applicable.
    `source` is where it came from: a template's id, or file and place of an import."""

    id: str
    key: str
    title: str
    lane: str
    position: int
    done_when: str = ""
    area: str = ""
    owner: str = ""
    due: Due | None = None
    gating: bool = False
    status: Status = Status.TODO
    why: str = ""
    notes: str = ""
    prerequisites: tuple[str, ...] = ()
    reviewer: str = ""
    asks: bool = False
    acknowledgement: Acknowledgement | None = None
    sent_back: SentBack | None = None
    confirmations: tuple[Confirmation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    steps: tuple[Step, ...] = ()
    source: str = ""


class Terms(Value, frozen=True, kw_only=True):
    """What a waiver's consent agrees to. It holds through the day it expires."""

    reason: str
    compensation: str
    expires: dt.date


class Renewal(Value, frozen=True, kw_only=True):
    """A later expiry that was asked for and waits for consent; the old one holds until then. `review` is the
    reviewer's word on it, where the gate has one."""

    word: Word
    expires: dt.date
    review: Word | None = None


class Waiver(Value, frozen=True, kw_only=True):
    """We launch without this gate. `lane` is the lane whose lead asked."""

    id: str
    task: str
    lane: str
    terms: Terms
    asked: Word
    consent: Word | None = None
    review: Word | None = None
    renewal: Renewal | None = None
    withdrawn: Word | None = None


class ClaimEvidence(Value, frozen=True, kw_only=True):
    """Proof of a claim that is no task. It counts once the lead of the proving lane accepts it."""

    evidence: Evidence
    accepted: Word | None = None


class Claim(Value, frozen=True, kw_only=True):
    """A sentence marketing will say. `proof` are task ids, removed ones included: then the proof is cut."""

    id: str
    key: str
    text: str
    position: int
    where: str = ""
    state: ClaimState = ClaimState.DRAFT
    proof: tuple[str, ...] = ()
    evidence: tuple[ClaimEvidence, ...] = ()


class Condition(Value, frozen=True, kw_only=True):
    """Part of "Go with conditions". `covers` are ids of gates and claims; it covers nothing until accepted."""

    id: str
    key: str
    lane: str
    text: str
    due: dt.date
    sign_off: str
    position: int
    owner: str = ""
    covers: tuple[str, ...] = ()
    accepted: Word | None = None
    met: Word | None = None
    released: Word | None = None


class CoveredGate(Value, frozen=True, kw_only=True):
    """What a sign-off holds of one gate. `waived`: a granted waiver stood, lapsed or not."""

    id: str
    key: str
    title: str
    lane: str
    done_when: str = ""
    prerequisites: tuple[str, ...] = ()
    reviewer: str = ""
    done: bool = False
    acknowledged: bool = False
    waived: bool = False
    evidence: tuple[Evidence, ...] = ()


class CoveredClaim(Value, frozen=True, kw_only=True):
    id: str
    key: str
    text: str
    where: str = ""
    proof: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    supported: bool = False
    cut: bool = False


class Covered(Value, frozen=True, kw_only=True):
    """What one lane's sign-off covers, ordered by id. `build` is empty for a lane that doesn't cover it."""

    lane: str
    date: dt.date
    tier: int
    lead: str
    build: str = ""
    gates: tuple[CoveredGate, ...] = ()
    claims: tuple[CoveredClaim, ...] = ()


class SignOff(Value, frozen=True, kw_only=True):
    """A lane's position. `digest` is SHA-256 of `covered`, in hex."""

    id: str
    lane: str
    position: Position
    word: Word
    covered: Covered
    digest: str
    rationale: str = ""
    withdrawn: Word | None = None


class Delegation(Value, frozen=True, kw_only=True):
    """`person` speaks for the lead of `lane` from `start` through `end`."""

    id: str
    lane: str
    person: str
    start: dt.date
    end: dt.date
    word: Word


class Escalation(Value, frozen=True, kw_only=True):
    """Open until ruled on or withdrawn."""

    id: str
    lane: str
    question: str
    respond_by: dt.date
    word: Word
    ruling: str = ""
    withdrawn: Word | None = None


class Ruling(Value, frozen=True, kw_only=True):
    """The decider's word. `accepts` are ids of what a Go covers: gates, claims, conditions, and No-go sign-offs."""

    id: str
    position: Position
    reason: str
    word: Word
    covered: tuple[Covered, ...]
    digests: tuple[str, ...]
    accepts: tuple[str, ...] = ()
    withdrawn: Word | None = None


class Recorded(Value, frozen=True, kw_only=True):
    """A decision as it was recorded: `digests` of what each signing lane covered then, lane by lane."""

    verdict: str
    rule: int
    word: Word
    build: str = ""
    present: tuple[str, ...] = ()
    digests: dict[str, str] = {}
    next_checkpoint: dt.date | None = None
    note: str = ""


class CallOff(Value, frozen=True, kw_only=True):
    word: Word
    reason: str


class Activity(Value, frozen=True, kw_only=True):
    """A row of the RACI. `letters` maps a party to letters of A, R, C and I, such as `AR`."""

    id: str
    key: str
    title: str
    position: int
    letters: dict[str, str] = {}
    input_expected: str = ""
    escalates_to: str = ""


class Launch(Struct, frozen=True, kw_only=True):
    """One launch, as the fold of its log. `next_numbers` are the next free number of each key's prefix;
    numbers are never given twice. `freed_keys` are those of removed tasks, with the task's id: undoing gives them back.
    """

    id: str = ""
    name: str = ""
    tier: int = 1
    date: dt.date = dt.date.min
    time: str = "09:00"
    zone: str = "UTC"
    go_no_go: Due = Due(offset=0)
    build: str = ""
    one_person: bool = False
    template: str = ""
    people: Map[str, Person] = Map()
    leads: Map[str, str] = Map()
    decider: str = ""
    delegations: tuple[Delegation, ...] = ()
    tasks: Map[str, Task] = Map()
    next_numbers: Map[str, int] = Map()
    freed_keys: Map[str, str] = Map()
    waivers: Map[str, Waiver] = Map()
    claims: Map[str, Claim] = Map()
    conditions: Map[str, Condition] = Map()
    agreed: Map[str, Word] = Map()
    sign_offs: Map[str, SignOff] = Map()
    escalations: tuple[Escalation, ...] = ()
    ruling: Ruling | None = None
    recorded: Recorded | None = None
    called_off: CallOff | None = None
    parties: tuple[str, ...] = ()
    activities: Map[str, Activity] = Map()
