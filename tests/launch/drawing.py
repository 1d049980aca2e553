"""Random launches and random changes of every class, plausible ones and others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, NamedTuple, TypeVar, get_args

from hypothesis import settings
from hypothesis import strategies as st

from launchready.launch import changes as c
from launchready.launch.changes.base import next_key
from launchready.launch.changes.claims import ClaimFields
from launchready.launch.changes.launch import present_digests
from launchready.launch.changes.people import PersonFields
from launchready.launch.changes.raci import ActivityFields
from launchready.launch.changes.task_parts import StepFields
from launchready.launch.changes.tasks import Progress, TaskFields, progress
from launchready.launch.changes.waivers import offered
from launchready.launch.coverage import coverage, digest, gate_seen
from launchready.launch.decision import decide
from launchready.launch.lanes import JOINT, LANES, PM, SIGNING
from launchready.launch.model import (
    Activity,
    Claim,
    ClaimEvidence,
    ClaimState,
    CoveredGate,
    Due,
    Evidence,
    Launch,
    Person,
    Position,
    Status,
    Step,
    Task,
    Terms,
    Word,
)
from launchready.launch.raci import normalised
from launchready.launch.reasons import ACCEPTABLE
from launchready.launch.refusal import Refusal
from tests.launch import builders as b

T = TypeVar("T")
CLASSES: tuple[type[c.Change], ...] = get_args(c.AnyChange)
GONE = "gone"
TEXTS = ("Beta notes", "Größe, “quoted”", "x", "Go", "Two\nlines", "", "\x07")
LAWS = settings(deadline=None, max_examples=100, derandomize=True)
"""Settings of the property tests."""


class Draw:
    """Draws one thing at a time, for a launch as it is."""

    def __init__(self, seed: int, launch: Launch) -> None:
        self.random = Random(seed)
        self.launch = launch
        self.day = b.TODAY + dt.timedelta(days=self.number(30))

    def number(self, most: int) -> int:
        return self.random.randint(0, most)

    def pick(self, items: Sequence[T]) -> T:
        return items[self.number(len(items) - 1)]

    def seldom(self) -> bool:
        return self.number(9) == 9

    def one_of(self, known: Any) -> str:
        """An id that is there, now and then one that isn't."""
        ids = sorted(known)
        return GONE if not ids or self.seldom() else self.pick(ids)

    def new_id(self) -> str:
        return f"n{self.number(10**6)}"

    def text(self) -> str:
        return self.pick(TEXTS)

    def date(self) -> dt.date:
        return dt.date.max if self.number(40) == 40 else b.TODAY + dt.timedelta(days=self.number(60) - 5)

    def due(self) -> Due:
        if self.number(2):
            return Due(offset=self.number(30) - 28, workday=bool(self.number(1)))
        return Due(date=self.date())

    def lane(self) -> str:
        return "nowhere" if self.number(19) == 19 else self.pick(LANES).id

    def signing(self) -> str:
        return self.lane() if self.seldom() else self.pick(SIGNING).id

    def word(self, *plausible: str) -> Word:
        """A word of one of those whose it may be, now and then of anybody."""
        likely = [person for person in plausible if person]
        by = self.one_of(self.launch.people) if not likely or self.seldom() else self.pick(likely)
        return Word(by=by, at=b.at(self.day), recorded_by="Sam" if self.seldom() else "")

    def lead(self, lane: str) -> Word:
        return self.word(self.launch.leads.get(lane, ""))

    def other(self, lane: str) -> Word:
        return self.word(*(lead for held, lead in sorted(self.launch.leads.items()) if held != lane))

    def evidence(self) -> Evidence:
        return Evidence(id=self.new_id(), label=self.text(), link=self.text(), build=self.text())

    def held(self, items: tuple[T, ...], make: Callable[[], T]) -> tuple[T, int]:
        """An item of those with its index, or one that is not among them."""
        if not items or self.seldom():
            return make(), 0
        index = self.number(len(items) - 1)
        return items[index], -1 if self.seldom() else index

    def gate(self, task: str) -> CoveredGate:
        held = self.launch.tasks.get(task)
        if held is None or self.seldom():
            return CoveredGate(id=task, key="PM-99", title="Seen elsewhere", lane=self.lane())
        return gate_seen(self.launch, held)


def _of(items: Any, id_: str, empty: T) -> T:
    found: T | None = items.get(id_)
    return empty if found is None else found


def _task(d: Draw) -> Task:
    lane = d.lane()
    return Task(
        id=d.one_of(d.launch.tasks) if d.seldom() else d.new_id(),
        key=next_key(d.launch, lane.upper()), title=d.text(), lane=lane, position=d.number(9),
        due=d.due() if d.number(1) else None, gating=bool(d.number(1)), asks=d.number(3) == 3,
        prerequisites=(d.one_of(d.launch.tasks),) if d.seldom() else (),
        status=d.pick(tuple(Status)) if d.seldom() else Status.TODO,
        owner=d.one_of(d.launch.people) if d.seldom() else "", reviewer=b.OSEI if d.seldom() else "",
    )  # fmt: skip


def _person(d: Draw) -> Person:
    return Person(id=d.new_id(), name=d.pick(("Sam", "Kim", "Dana Ruiz")), email=d.pick(("", "a@b.example", "\x00")))


def _claim(d: Draw) -> Claim:
    proof = tuple(t.id for t in d.launch.tasks.values() if t.lane == PM.id)
    return Claim(
        id=d.new_id(), key=next_key(d.launch, "CL"), text=d.text(), position=d.number(9),
        state=d.pick(tuple(ClaimState)), proof=(d.one_of(proof),) if d.number(2) else (),
    )  # fmt: skip


def _activity(d: Draw) -> Activity:
    letters = {d.pick((*d.launch.parties, "Nobody")): normalised(d.pick(("A", "ra", "I", "X")))}
    return Activity(
        id=d.new_id(), key=next_key(d.launch, "R"), title=d.text(), position=1, letters=letters
    )  # fmt: skip


def _launch_created(d: Draw) -> c.Change:
    return c.LaunchCreated(
        id="" if d.seldom() else "atlas", name=d.text(), tier=d.number(3) + 1, date=d.date(), go_no_go=d.due(),
        zone="Nowhere/Land" if d.seldom() else "Pacific/Auckland", time="25:00" if d.seldom() else "09:00",
    )  # fmt: skip


def _launch_edited(d: Draw) -> c.Change:
    options = {
        "name": d.text(), "tier": d.number(3) + 1, "date": d.pick((d.date(), dt.date.min, b.LAUNCH_DAY)),
        "zone": d.pick(("Europe/Berlin", "Mars")), "go_no_go": d.due(), "build": d.text(), "time": "10:30",
        "parties": d.pick((("PM",), (*d.launch.parties, "QA"))),
    }  # fmt: skip
    field = d.pick(sorted(options))
    return b.edit_launch(d.launch, **{field: options[field]})


def _decision_recorded(d: Draw) -> c.Change:
    word = d.word(d.launch.decider, *sorted(d.launch.leads.values()))
    computed = decide(d.launch, word.at)
    rule = 8 if d.seldom() else computed.rule
    return c.DecisionRecorded(
        word=word, verdict=computed.verdict.value, rule=rule, digests=present_digests(d.launch), present=("Sam",)
    )  # fmt: skip


def _lead_changed(d: Draw) -> c.Change:
    lane = d.signing()
    return c.LeadChanged(lane=lane, to=d.one_of(d.launch.people), was=d.launch.leads.get(lane, ""))


def _person_edited(d: Draw) -> c.Change:
    id_ = d.one_of(d.launch.people)
    new = _person(d)
    was = _of(d.launch.people, id_, new)
    return c.PersonEdited(person=id_, to=PersonFields(email=new.email), was=PersonFields(email=was.email))


def _person_removed(d: Draw) -> c.Change:
    return c.PersonRemoved(was=_of(d.launch.people, d.one_of(d.launch.people), _person(d)))


def _delegate_named(d: Draw) -> c.Change:
    lane = d.signing()
    free = sorted(set(d.launch.people) - set(d.launch.leads.values()))
    start = d.date()
    return c.DelegateNamed(
        id=d.new_id(), lane=lane, person=d.one_of(free), start=start, end=d.pick((start, d.date())),
        word=d.word(d.launch.leads.get(lane, ""), d.launch.decider),
    )  # fmt: skip


def _delegate_removed(d: Draw) -> c.Change:
    word = d.word(d.launch.decider)
    return c.DelegateRemoved(delegation=d.one_of(held.id for held in d.launch.delegations), word=word)


def _task_edited(d: Draw) -> c.Change:
    id_ = d.one_of(d.launch.tasks)
    new = _task(d)
    task = _of(d.launch.tasks, id_, new)
    fields = ("title", "lane", "due", "gating", "asks", "prerequisites", "reviewer", "owner", "position")
    field = d.pick(fields)
    to, was = TaskFields(**{field: getattr(new, field)}), TaskFields(**{field: getattr(task, field)})
    return c.TaskEdited(task=id_, to=to, was=was)


def _task_progressed(d: Draw) -> c.Change:
    id_ = d.one_of(d.launch.tasks)
    task = _of(d.launch.tasks, id_, _task(d))
    return c.TaskProgressed(task=id_, to=Progress(status=d.pick(tuple(Status)), why=d.text()), was=progress(task))


def _gate_confirmed(d: Draw) -> c.Change:
    joint = sorted(t.id for t in d.launch.tasks.values() if t.lane == JOINT.id and t.gating)
    id_, lane = d.one_of(joint), d.signing()
    return c.GateConfirmed(task=id_, lane=lane, gate=d.gate(id_), word=d.lead(lane))


def _evidence_added(d: Draw, id_: str, _: Task) -> c.Change:
    return c.EvidenceAdded(task=id_, evidence=d.evidence(), index=d.number(2) - 1)


def _step_added(d: Draw, id_: str, _: Task) -> c.Change:
    return c.StepAdded(task=id_, step=_step(d), index=d.number(2) - 1)


def _on_task(make: Callable[[Draw, str, Task], c.Change]) -> Callable[[Draw], c.Change]:
    def drawn(d: Draw) -> c.Change:
        full = sorted(t.id for t in d.launch.tasks.values() if t.evidence or t.steps)
        id_ = d.one_of(full) if full and d.number(1) else d.one_of(d.launch.tasks)
        return make(d, id_, _of(d.launch.tasks, id_, b.TASKS[0]))

    return drawn


def _evidence_removed(d: Draw, id_: str, task: Task) -> c.Change:
    was, index = d.held(task.evidence, d.evidence)
    return c.EvidenceRemoved(task=id_, was=was, index=index)


def _evidence_replaced(d: Draw, id_: str, task: Task) -> c.Change:
    was, _ = d.held(task.evidence, d.evidence)
    return c.EvidenceReplaced(task=id_, was=was, to=Evidence(id=was.id, label=d.text()))


def _step(d: Draw) -> Step:
    return Step(id=d.new_id(), text=d.text())


def _step_removed(d: Draw, id_: str, task: Task) -> c.Change:
    was, index = d.held(task.steps, lambda: _step(d))
    return c.StepRemoved(task=id_, was=was, index=index)


def _step_edited(d: Draw, id_: str, task: Task) -> c.Change:
    was, _ = d.held(task.steps, lambda: _step(d))
    return c.StepEdited(task=id_, step=was.id, to=StepFields(done=not was.done), was=StepFields(done=was.done))


def _asking(d: Draw) -> str:
    return d.one_of(t.id for t in d.launch.tasks.values() if t.asks)


def _acknowledging(make: Callable[[str, CoveredGate, Word], c.Change]) -> Callable[[Draw], c.Change]:
    def drawn(d: Draw) -> c.Change:
        id_ = _asking(d)
        return make(id_, d.gate(id_), d.other(_of(d.launch.tasks, id_, b.TASKS[0]).lane))

    return drawn


def _waiver_asked(d: Draw) -> c.Change:
    id_ = d.one_of(t.id for t in d.launch.tasks.values() if t.gating)
    lane = _of(d.launch.tasks, id_, b.TASKS[0]).lane
    lane = d.signing() if lane == JOINT.id or d.seldom() else lane
    terms = Terms(reason="No time", compensation="By hand", expires=d.date())
    return c.WaiverAsked(id=d.new_id(), task=id_, lane=lane, terms=terms, word=d.lead(lane))


def _on_waiver(make: Callable[[Draw, str, Terms, str], c.Change]) -> Callable[[Draw], c.Change]:
    def drawn(d: Draw) -> c.Change:
        standing = sorted(w.id for w in d.launch.waivers.values() if w.withdrawn is None or d.seldom())
        id_ = d.one_of(standing)
        held = d.launch.waivers.get(id_)
        terms = offered(held) if held and not d.seldom() else Terms(reason="x", compensation="x", expires=d.date())
        return make(d, id_, terms, held.lane if held else "pm")

    return drawn


def _renewed(d: Draw, id_: str, terms: Terms, lane: str) -> c.Change:
    expires = d.date() if d.seldom() or terms.expires > dt.date(3000, 1, 1) else terms.expires + dt.timedelta(days=30)
    return c.WaiverRenewed(waiver=id_, expires=expires, word=d.lead(lane))


def _on_claim(make: Callable[[Draw, str, Claim], c.Change]) -> Callable[[Draw], c.Change]:
    def drawn(d: Draw) -> c.Change:
        id_ = d.one_of(d.launch.claims)
        return make(d, id_, _of(d.launch.claims, id_, _claim(d)))

    return drawn


def _claim_edited(d: Draw, id_: str, claim: Claim) -> c.Change:
    field = d.pick(("text", "where", "proof"))
    to = ClaimFields(**{field: getattr(_claim(d), field)})
    return c.ClaimEdited(claim=id_, to=to, was=ClaimFields(**{field: getattr(claim, field)}))


def _claim_item(d: Draw) -> ClaimEvidence:
    return ClaimEvidence(evidence=d.evidence())


def _claim_evidence_removed(d: Draw, id_: str, claim: Claim) -> c.Change:
    was, index = d.held(claim.evidence, lambda: _claim_item(d))
    return c.ClaimEvidenceRemoved(claim=id_, was=was, index=index)


def _claim_evidence_accepted(d: Draw, id_: str, claim: Claim) -> c.Change:
    held, _ = d.held(claim.evidence, lambda: _claim_item(d))
    return c.ClaimEvidenceAccepted(claim=id_, evidence=held.evidence, word=d.lead(PM.id))


def _agreed(d: Draw) -> c.Change:
    lane = d.signing()
    seen = coverage(d.launch, d.pick(SIGNING).id if d.seldom() or lane not in b.LEADS else lane)
    return c.ChecklistAgreed(lane=lane, covered=seen, word=d.lead(lane))


def _signed_off(d: Draw) -> c.Change:
    lane = d.signing()
    seen = coverage(d.launch, d.pick(SIGNING).id if d.seldom() or lane not in b.LEADS else lane)
    position, id_ = d.pick(tuple(Position)), d.new_id()
    conditions: tuple[b.Condition, ...] = ()
    if position is Position.CONDITIONS or d.seldom():
        gates = [t.id for t in d.launch.tasks.values() if t.lane in (lane, JOINT.id) and t.gating]
        covers = d.pick((tuple(sorted(gates)), (), (d.one_of(d.launch.claims),)))
        key = next_key(d.launch, "C")
        conditions = (b.Condition(
            id=d.new_id(), key=key, lane=lane, text=d.text(), due=d.date(), sign_off=id_, position=1, covers=covers
        ),)  # fmt: skip
    return c.SignedOff(
        id=id_, lane=lane, position=position, covered=seen, digest="0" if d.seldom() else digest(seen),
        rationale=d.text(), conditions=conditions, word=d.lead(lane),
    )  # fmt: skip


def _sign_off_withdrawn(d: Draw) -> c.Change:
    lane = d.signing()
    held = d.launch.sign_offs.get(lane)
    return c.SignOffWithdrawn(lane=lane, sign_off=held.id if held else GONE, word=d.lead(lane))


def _on_condition(make: Callable[[str, Word], c.Change]) -> Callable[[Draw], c.Change]:
    def drawn(d: Draw) -> c.Change:
        id_ = d.one_of(d.launch.conditions)
        held = d.launch.conditions.get(id_)
        return make(id_, d.other(held.lane if held else "pm"))

    return drawn


def _escalated(d: Draw) -> c.Change:
    lane = d.signing()
    return c.Escalated(id=d.new_id(), lane=lane, question=d.text(), respond_by=d.date(), word=d.lead(lane))


def _escalation_withdrawn(d: Draw) -> c.Change:
    held = d.launch.escalations[-1] if d.launch.escalations else None
    return c.EscalationWithdrawn(escalation=held.id if held else GONE, word=d.lead(held.lane if held else "pm"))


def _ruled(d: Draw) -> c.Change:
    word = d.word(d.launch.decider)
    reasons = decide(d.launch, word.at).reasons
    acceptable = [reason.subject for reason in reasons if reason.rule in ACCEPTABLE]
    position = d.pick(tuple(Position))
    accepts = tuple(acceptable) if position is Position.GO or d.seldom() else ()
    seen = tuple(coverage(d.launch, lane.id) for lane in SIGNING)
    return c.Ruled(id=d.new_id(), position=position, reason=d.text(), covered=seen, accepts=accepts, word=word)


def _ruling_withdrawn(d: Draw) -> c.Change:
    return c.RulingWithdrawn(ruling=d.launch.ruling.id if d.launch.ruling else GONE, word=d.word(d.launch.decider))


def _activity_edited(d: Draw) -> c.Change:
    id_ = d.one_of(d.launch.activities)
    was = _of(d.launch.activities, id_, _activity(d))
    to, had = ActivityFields(input_expected=d.text()), ActivityFields(input_expected=was.input_expected)
    return c.ActivityEdited(activity=id_, to=to, was=had)


def _letters_set(d: Draw) -> c.Change:
    id_ = d.one_of(d.launch.activities)
    party = d.pick((*d.launch.parties, "Nobody"))
    held = d.launch.activities.get(id_)
    was = held.letters.get(party, "") if held else ""
    return c.LettersSet(activity=id_, party=party, to=d.pick(("A", "RA", "", "AR", "Q")), was=was)


def _activity_removed(d: Draw) -> c.Change:
    return c.ActivityRemoved(was=_of(d.launch.activities, d.one_of(d.launch.activities), _activity(d)))


WAYS: dict[type[c.Change], Callable[[Draw], c.Change]] = {
    c.LaunchCreated: _launch_created,
    c.LaunchEdited: _launch_edited,
    c.CalledOff: lambda d: c.CalledOff(reason=d.text(), word=d.lead(d.signing())),
    c.Resumed: lambda d: c.Resumed(reason=d.text(), word=d.lead(d.signing())),
    c.DecisionRecorded: _decision_recorded,
    c.PersonAdded: lambda d: c.PersonAdded(person=_person(d)),
    c.PersonEdited: _person_edited,
    c.PersonRemoved: _person_removed,
    c.LeadChanged: _lead_changed,
    c.DeciderChanged: lambda d: c.DeciderChanged(to=d.one_of(d.launch.people), was=d.launch.decider),
    c.DelegateNamed: _delegate_named,
    c.DelegateRemoved: _delegate_removed,
    c.TaskAdded: lambda d: c.TaskAdded(task=_task(d)),
    c.TaskRemoved: lambda d: c.TaskRemoved(was=_of(d.launch.tasks, d.one_of(d.launch.tasks), _task(d))),
    c.TaskEdited: _task_edited,
    c.TaskProgressed: _task_progressed,
    c.GateConfirmed: _gate_confirmed,
    c.EvidenceAdded: _on_task(_evidence_added),
    c.EvidenceRemoved: _on_task(_evidence_removed),
    c.EvidenceReplaced: _on_task(_evidence_replaced),
    c.StepAdded: _on_task(_step_added),
    c.StepRemoved: _on_task(_step_removed),
    c.StepEdited: _on_task(_step_edited),
    c.TaskAcknowledged: _acknowledging(lambda id_, gate, word: c.TaskAcknowledged(task=id_, gate=gate, word=word)),
    c.TaskSentBack: _acknowledging(lambda id_, gate, word: c.TaskSentBack(task=id_, gate=gate, why="Old", word=word)),
    c.AcknowledgementWithdrawn: _acknowledging(lambda id_, _, word: c.AcknowledgementWithdrawn(task=id_, word=word)),
    c.WaiverAsked: _waiver_asked,
    c.WaiverConsented: _on_waiver(
        lambda d, id_, terms, lane: c.WaiverConsented(waiver=id_, terms=terms, word=d.other(lane))
    ),
    c.WaiverReviewed: _on_waiver(
        lambda d, id_, terms, _: c.WaiverReviewed(waiver=id_, terms=terms, word=d.word(b.OSEI))
    ),
    c.WaiverRenewed: _on_waiver(_renewed),
    c.WaiverWithdrawn: _on_waiver(lambda d, id_, _, lane: c.WaiverWithdrawn(waiver=id_, word=d.lead(lane))),
    c.ClaimAdded: lambda d: c.ClaimAdded(claim=_claim(d)),
    c.ClaimRemoved: _on_claim(lambda _d, _, claim: c.ClaimRemoved(was=claim)),
    c.ClaimEdited: _on_claim(_claim_edited),
    c.ClaimStateChanged: _on_claim(
        lambda d, id_, claim: c.ClaimStateChanged(claim=id_, to=d.pick(tuple(ClaimState)), was=claim.state)
    ),
    c.ClaimEvidenceAdded: _on_claim(
        lambda d, id_, _: c.ClaimEvidenceAdded(claim=id_, item=_claim_item(d), index=d.number(2) - 1)
    ),
    c.ClaimEvidenceRemoved: _on_claim(_claim_evidence_removed),
    c.ClaimEvidenceAccepted: _on_claim(_claim_evidence_accepted),
    c.ChecklistAgreed: _agreed,
    c.SignedOff: _signed_off,
    c.SignOffWithdrawn: _sign_off_withdrawn,
    c.ConditionAccepted: _on_condition(lambda id_, word: c.ConditionAccepted(condition=id_, word=word)),
    c.ConditionMet: _on_condition(lambda id_, word: c.ConditionMet(condition=id_, word=word)),
    c.ConditionReleased: _on_condition(lambda id_, word: c.ConditionReleased(condition=id_, word=word)),
    c.Escalated: _escalated,
    c.EscalationWithdrawn: _escalation_withdrawn,
    c.Ruled: _ruled,
    c.RulingWithdrawn: _ruling_withdrawn,
    c.ActivityAdded: lambda d: c.ActivityAdded(activity=_activity(d)),
    c.ActivityRemoved: _activity_removed,
    c.ActivityEdited: _activity_edited,
    c.LettersSet: _letters_set,
}


class Made(NamedTuple):
    """One change that was tried: on what, why it was refused if it was, and what it leads to."""

    before: Launch
    change: c.Change
    refusal: Refusal | None
    after: Launch

    def __repr__(self) -> str:
        return f"{self.change} -> {self.refusal.code if self.refusal else 'made'}"


def a_busy_launch() -> Launch:
    """Some of everything: evidence, steps, waivers asked and granted, conditions, a claim, an escalation, a ruling."""
    launch = b.with_evidence(b.done(b.a_launch(), "limits"), "load", b.proof("e1"), b.proof("e2"))
    launch = b.make(launch, *(c.StepAdded(task="kit", step=Step(id=f"s{n}", text="Draft")) for n in range(2)))
    launch = b.make(launch, b.claim_to(launch, "fast", ClaimState.IN_USE), b.ask_waiver(launch, "press"))
    launch = b.make(launch, c.ClaimEvidenceAdded(claim="fast", item=ClaimEvidence(evidence=b.proof("e3"))))
    launch = b.waived(launch, "load")
    conditions = (b.a_condition("a", "kit", "press", "copy"), b.a_condition("b"))
    launch = b.make(launch, b.sign(launch, "pmm", Position.CONDITIONS, *conditions))
    free = Activity(id="r1", key="R-1", title="Positioning", position=1, letters={"PM": "A"})
    launch = b.make(launch, c.ActivityAdded(activity=free), c.ActivityAdded(activity=_numbered(free)))
    asked = c.Escalated(id="q", lane="pm", question="Ship?", respond_by=b.LATER, word=b.word(b.PRIYA))
    launch = b.make(launch, b.rule(launch, Position.GO), asked, b.delegate("pm", b.ABE, b.TODAY, b.LATER))
    return b.make(launch, c.PersonAdded(person=Person(id="kim", name="Kim")))


def _numbered(activity: Activity) -> Activity:
    return Activity(id="r2", key="R-2", title=activity.title, position=2)


STARTS = (a_busy_launch(), b.a_ready_launch(), b.a_launch(), b.a_bare_launch(), b.a_launch(one_person=True), Launch())


def drawn_change(seed: int, launch: Launch) -> c.Change:
    """A change of any class for that launch, plausible or not."""
    d = Draw(seed, launch)
    return _launch_created(d) if not launch.id and d.number(1) else WAYS[d.pick(CLASSES)](d)


def played(seeds: Sequence[int]) -> list[Made]:
    """What happened to a launch: changes tried one after the other, those refused among them.

    Half of the launches begin busy. Each change is drawn for the launch as it is, now and then for another one.
    """
    random = Random(sum(seeds))
    launch = random.choice(STARTS) if random.randint(0, 1) else STARTS[0]
    made: list[Made] = []
    for place, given in enumerate(seeds):
        seed = given * 1009 + place
        change = drawn_change(seed, STARTS[seed % len(STARTS)] if seed % 13 == 0 else launch)
        refusal = change.check(launch)
        after = launch if refusal is not None else change.apply(launch)
        made.append(Made(launch, change, refusal, after))
        launch = after
    return made


def histories(most: int = 40) -> st.SearchStrategy[list[Made]]:
    """What happened to some launch."""
    return st.lists(st.integers(0, 2**32 - 1), min_size=most // 2, max_size=most).map(played)
