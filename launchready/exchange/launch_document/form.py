"""The form of a launch as JSON. Its JSON Schema, `resources/summary/launch.schema.json`, is made from these types.

Every field is always there; what there is none of is null, an empty text or an empty list. Persons, tasks and the rest
refer to each other by id. Days are ISO 8601 and count in the launch's zone, moments are UTC. A field may be added under
the same version; when one goes or changes its meaning, the version goes up.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta

from launchready.exchange.launch_document.parts import (
    Claim,
    Condition,
    Due,
    Escalation,
    LaneId,
    Moment,
    Part,
    PersonId,
    Ruling,
    SignOff,
    Task,
    Waiver,
    Word,
)
from launchready.launch.decision import Verdict


class Log(Part, frozen=True):
    """Where the log stood: SHA-256 of its last entry, in hex, and how many entries there are."""

    head: str
    entries: int


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


class Activity(Part, frozen=True):
    """A row of the RACI. `letters` maps a party to letters of A, R, C and I."""

    id: str
    key: str
    title: str
    position: int
    letters: dict[str, str]
    input_expected: str
    escalates_to: str


class LaunchDocument(Part, frozen=True):
    """A launch with its checklist, everybody's word on it and the joint decision, as of `exported_at`."""

    format: Literal["launchready.launch"]
    version: Literal[1]
    exported_at: Moment
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
