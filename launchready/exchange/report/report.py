"""What the readiness summary of a launch shows, once for all formats.

Whoever fills a `Report` has already put it into words: dates, dues and names are strings as people read them, so that
the writers decide only how things look. An empty string or tuple means "there is none" and leaves no trace but, for a
whole section, a line that says so. Text may come from anyone; the writers keep it inert.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

import msgspec

VerdictValue = Literal["go", "conditions", "hold", "not-ready", "no-go", "scrubbed"]
Position = Literal["go", "conditions", "no-go"]
LaneName = Literal["pm", "pmm", "joint"]
SignOffState = Literal["current", "stale", "missing", "withdrawn"]
WaiverState = Literal["asked", "consented", "lapsed", "withdrawn"]
ConditionState = Literal["proposed", "accepted", "met", "overdue", "released", "withdrawn"]
ClaimState = Literal["draft", "in use", "withdrawn"]
Support = Literal["supported", "unsupported", "proof cut"]
RulingState = Literal["current", "stale", "withdrawn"]
TaskStatus = Literal["to do", "in progress", "blocked", "done", "not applicable"]
Mark = Literal["go", "conditions", "no-go", "waiting", "done", "progress"]
"""A shape with its colour: ● go, ▲ conditional or stale, ■ no-go or blocked, ○ waiting, ✓ done, ◐ in progress."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """The joint decision as computed now, with the rule that decided."""

    value: VerdictValue = "not-ready"
    title: str = "Not ready"
    rule: int = 0  # 0: no rule is named
    rule_words: str = ""
    why: str = ""  # one sentence


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that stands in the way, or that the verdict rests on."""

    rule: int = 0
    lane: LaneName | None = None
    kind: str = ""  # gate, claim, sign-off, condition, waiver, escalation, No-go, waived
    key: str = ""
    owner: str = ""
    text: str = ""
    detail: str = ""  # where it is and why, in half a sentence
    due: str = ""
    late: str = ""  # "3 d late"; stands in place of the due date on page one
    mark: Mark | None = None  # None: from the rule and whether it is late


class RecordedDecision(msgspec.Struct, frozen=True, kw_only=True):
    """The decision as recorded, shown beside the present one where they differ."""

    value: VerdictValue = "go"
    title: str = "Go"
    rule: int = 0
    rule_words: str = ""
    by: str = ""
    at: str = ""
    present: tuple[str, ...] = ()
    next_checkpoint: str = ""
    digests: tuple[str, ...] = ()
    differs: bool = False
    sentence: str = ""  # "Go recorded 3 Dec; No-go now, because …"


class AreaCount(msgspec.Struct, frozen=True, kw_only=True):
    """Gates of one area."""

    name: str = ""
    done: int = 0
    total: int = 0


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """One lane on page one. Joint has no lead: both sign-offs cover it."""

    lane: LaneName = "pm"
    lead: str = ""
    delegate: str = ""  # with from and to dates
    gates_done: int = 0
    gates_total: int = 0
    open: int = 0  # neither done nor waived
    waived: int = 0
    late: int = 0  # of the open ones
    areas: tuple[AreaCount, ...] = ()


class SignOff(msgspec.Struct, frozen=True, kw_only=True):
    """What one lane said last, and whether it still holds. `missing` when the lane has not signed."""

    lane: LaneName = "pm"
    name: str = ""
    delegate_for: str = ""  # the lead for whom a delegate signed
    at: str = ""
    position: Position | None = None
    meaning: str = ""  # one sentence: what that position means
    signed: bool = False  # with the person's own key; otherwise it was recorded
    recorded_by: str = ""
    recorded_for: str = ""
    state: SignOffState = "missing"
    state_words: str = ""  # state, why and since when, in a sentence
    changes: tuple[str, ...] = ()  # what changed since it was signed
    rationale: str = ""
    digest: str = ""


class Waiver(msgspec.Struct, frozen=True, kw_only=True):
    """We launch without this gate."""

    lane: LaneName = "pm"
    gate: str = ""  # its key
    title: str = ""
    reason: str = ""
    compensating: str = ""
    expires: str = ""
    asked_by: str = ""
    asked_at: str = ""
    consented_by: str = ""
    consented_at: str = ""
    reviewer: str = ""
    reviewer_word: str = ""
    state: WaiverState = "asked"
    self_accepted: bool = False


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """A promise that comes with Go with conditions."""

    lane: LaneName = "pm"
    key: str = ""
    text: str = ""
    owner: str = ""
    due: str = ""
    late: str = ""
    covers: tuple[str, ...] = ()  # keys of gates and claims
    accepted_by: str = ""
    accepted_at: str = ""
    state: ConditionState = "proposed"
    self_accepted: bool = False


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """What a claim leans on: a PM task by key, or evidence that the PM accepts."""

    key: str = ""
    text: str = ""
    link: str = ""
    state: str = ""  # "done", "in progress", "accepted by Priya Nair", "waived"
    done: bool = False


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that marketing will say. `support` counts only while it is in use."""

    key: str = ""
    text: str = ""
    where: str = ""
    owner: str = ""
    state: ClaimState = "draft"
    support: Support = "unsupported"
    proof: tuple[Proof, ...] = ()


class Activity(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the RACI grid; `letters` has one entry for each party, in their order."""

    name: str = ""
    letters: tuple[str, ...] = ()
    input_expected: str = ""
    escalates_to: str = ""
    breaches: tuple[str, ...] = ()


class Escalation(msgspec.Struct, frozen=True, kw_only=True):
    """A question put to the decider."""

    question: str = ""
    by: str = ""
    at: str = ""
    to: str = ""
    respond_by: str = ""
    open: bool = True
    answer: str = ""  # how it ended


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """The decider's Go or No-go. Stale, it covers nothing."""

    value: Literal["go", "no-go"] = "go"
    by: str = ""
    at: str = ""
    reason: str = ""
    accepts: tuple[str, ...] = ()  # the reasons that a Go names
    state: RulingState = "current"


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Something to look at, with the build it was taken on."""

    label: str = ""
    link: str = ""
    note: str = ""
    date: str = ""
    build: str = ""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A line inside a task."""

    text: str = ""
    done: bool = False


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A task with all that is known about it. `open_gate` puts it under the open gates as well."""

    key: str = ""
    title: str = ""
    done_when: str = ""
    lane: LaneName = "pm"
    area: str = ""
    owner: str = ""
    due: str = ""  # the date
    offset: str = ""  # "T−21"; empty for a fixed date
    late: str = ""
    gating: bool = False
    open_gate: bool = False
    status: TaskStatus = "to do"
    why: str = ""  # of blocked and not applicable
    acknowledgement: str = ""  # "Awaiting PMM", "Acknowledged by Dana Ruiz, 18 Nov"
    covered: str = ""  # "Waived to 15 Jan", "Condition C-1"
    reviewer: str = ""
    prerequisites: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    notes: str = ""
    steps: tuple[Step, ...] = ()


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """Where the log stood: the hash of its last entry and how many there are."""

    hash: str = ""
    entries: int = 0


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The readiness summary of one launch, as of `generated_at` (aware; it is the date of the document too)."""

    name: str = ""
    tier: int = 0
    date: str = ""  # launch date, with its weekday
    time: str = ""
    zone: str = ""
    countdown: str = ""  # "T−16"
    go_no_go: str = ""  # go/no-go date
    build: str = ""
    state: str = "planned"  # planned, launched, rolled back, called off; with its detail if there is one
    decider: str = ""
    next_checkpoint: str = ""
    verdict: Verdict = Verdict()
    reasons: tuple[Reason, ...] = ()  # most pressing first
    recorded: RecordedDecision | None = None
    lanes: tuple[Lane, ...] = (Lane(lane="pm"), Lane(lane="pmm"), Lane(lane="joint"))
    sign_offs: tuple[SignOff, ...] = (SignOff(lane="pm"), SignOff(lane="pmm"))  # the first of a lane is on page one
    waivers: tuple[Waiver, ...] = ()
    conditions: tuple[Condition, ...] = ()
    claims: tuple[Claim, ...] = ()
    parties: tuple[str, ...] = ()
    activities: tuple[Activity, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    ruling: Ruling | None = None
    tasks: tuple[Task, ...] = ()  # in the order to be shown; grouped here by lane and area
    head: Head = Head()
    generated_at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
