"""The smaller parts of a launch as JSON: tasks, claims, and everybody's word on them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from msgspec import Meta, Struct

from launchready.launch.model import ClaimState, Position, Status
from launchready.launch.readiness import AckState, Support

PersonId = Annotated[str, Meta(description="The id of a person in `people`; empty for nobody.")]
LaneId = Annotated[str, Meta(description="pm, joint or pmm.", pattern="^(pm|joint|pmm)$")]
Moment = Annotated[dt.datetime, Meta(description="In UTC.", tz=True)]


class Part(Struct, frozen=True, kw_only=True):
    """What every part of the document has in common: its fields stand in the order in which they are declared."""


class Due(Part, frozen=True):
    """Days from the launch date (T−14 is -14), or a fixed date; never both. `workday` moves an offset off weekends."""

    offset: int | None
    date: dt.date | None
    workday: bool


class Word(Part, frozen=True):
    """Whose word it is and when it was given; `recorded_by` names who noted it for them, and is empty where they gave
    it themselves."""

    by: PersonId
    at: Moment
    recorded_by: str


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
