"""A sample launch, told in chapters on real template content: from not ready to a decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any

from launchready.launch import log
from launchready.launch.changes import (
    AnyChange,
    ChecklistAgreed,
    ConditionAccepted,
    EvidenceAdded,
    EvidenceReplaced,
    GateConfirmed,
    TaskAcknowledged,
    WaiverAsked,
    WaiverConsented,
)
from launchready.launch.changes.launch import recording
from launchready.launch.coverage import coverage, gate_seen
from launchready.launch.drafting import Draft, Proposed, parse_author
from launchready.launch.entitlement import person_for
from launchready.launch.lanes import is_shared
from launchready.launch.model import (
    Author,
    ClaimState,
    Evidence,
    Launch,
    Position,
    Status,
    Task,
    Terms,
    Word,
)
from launchready.launch.readiness import is_gate
from launchready.launch.schedule import due_date, in_order
from launchready.session import Session
from launchready.store.memory import MemoryStore
from launchready.store.port import Record
from launchready.templates import load
from launchready.templates.launching import NewLaunch, first_entry

PM, PMM, DECIDER = "Priya Nair", "Dana Ruiz", "L. Chen"
TEAM = {
    "Product quality": "M. Okafor",
    "Operations": "S. Varga",
    "Sales enablement": "J. Abe",
    "Analyst briefings": "T. Lind",
    "Press": "T. Lind",
}
BUILD = "3.0.118"
FIXED_BUILD = "3.0.121"


class Sample:
    """Walks the sample launch. Each chapter is a few entries by the people whose they are.

    `now` is the moment at which the story ends, on the day of the go/no-go; `new_id` gives its ids.
    """

    def __init__(self, now: dt.datetime, new_id: Callable[[], str]) -> None:
        self.now = now.replace(microsecond=0)
        self.new_id = new_id
        self.at = self.now
        self.session: Session

    def start(self, make: Callable[[list[Record]], Session] | None = None) -> Session:
        """The launch as it is made from the template. `make` gives the session of its first record."""
        self.at = self._days_ago(80)
        details = NewLaunch(
            name="Atlas 3.0",
            tier=1,
            date=self.now.date() + dt.timedelta(days=3),
            pm=f"{PM} <priya@example.com>",
            pmm=f"{PMM} <dana@example.com>",
            decider=f"{DECIDER} <chen@example.com>",
        )
        entry = log.Entry(
            id=self.new_id(),
            at=self.at.astimezone(dt.UTC),
            by=parse_author(details.pm),
            changes=tuple(first_entry(details, load("standard"), self.new_id)),
        )
        body = log.encode(entry)
        records = [Record(body, log.hash_of(body))]
        self.session = make(records) if make else self._in_memory(records)
        self.session.clock = lambda: self.at
        self.session.new_id = self.new_id
        return self.session

    def _in_memory(self, records: list[Record]) -> Session:
        store = MemoryStore()
        store.append(records[0], "")
        return Session(store, Author(PM), lambda: self.at, self.new_id)

    def chapters(self) -> Iterator[str]:
        """Goes on chapter by chapter, and says after each what happened."""
        yield self._agreed()
        yield self._claimed()
        yield self._worked()
        yield self._waived()
        yield self._pm_signs(BUILD, "Release build 3.0.118 meets the Tier 1 bar.", days_ago=3)
        yield self._found_a_bug()
        yield self._fixed_it()
        yield self._pmm_signs()
        yield self._decided()

    def tell(self, chapters: int) -> None:
        """Goes on by the first so many chapters."""
        for _ in islice(self.chapters(), chapters):
            pass

    def _days_ago(self, days: float) -> dt.datetime:
        return self.now - dt.timedelta(days=days)

    @property
    def launch(self) -> Launch:
        return self.session.launch

    def _do(self, who: str, build: Callable[[Launch], list[AnyChange]]) -> None:
        person = person_for(self.launch, Author(who))
        email = person.email if person else ""
        self.session.author = Author(who, email)
        self.session.commit(build)
        self.at += dt.timedelta(minutes=7)

    def _word(self, who: str) -> Word:
        person = person_for(self.launch, Author(who))
        return Word(by=person.id if person else "", at=self.at.astimezone(dt.UTC))

    def _task(self, title: str) -> Task:
        return next(task for task in in_order(self.launch) if task.title == title)

    def _draft(self, edit: Callable[[Draft], Any]) -> Callable[[Launch], list[AnyChange]]:
        def build(launch: Launch) -> list[AnyChange]:
            draft = Draft(launch, self.new_id)
            edit(draft)
            return draft.changes

        return build

    def _agreed(self) -> str:
        self.at = self._days_ago(79)
        self._do(PM, self._draft(self._name_owners))
        for who, lane in ((PM, "pm"), (PMM, "pmm")):
            self._do(who, partial(self._agree, who, lane))
        return f"{PM} (PM) and {PMM} (PMM) agree the checklist: from now on a gate leaves it only by a waiver"

    def _agree(self, who: str, lane: str, launch: Launch) -> list[AnyChange]:
        return [ChecklistAgreed(lane=lane, covered=coverage(launch, lane), word=self._word(who))]

    @staticmethod
    def _name_owners(draft: Draft) -> None:
        for task in in_order(draft.launch):
            lead = draft.launch.leads.get(task.lane, "")
            owner = draft.person(TEAM.get(task.area, "")) or task.owner or lead
            draft.edit_task(draft.launch.tasks[task.id], owner=owner)

    def _claimed(self) -> str:
        self.at = self._days_ago(30)

        def claims(draft: Draft) -> None:
            titles = {task.title: task.id for task in in_order(draft.launch)}
            proven = (titles["Acceptance criteria verified"], titles["Defects"])
            draft.claim(
                "Exports any size in one click", where="Web page, press release", state=ClaimState.IN_USE, proof=proven
            )
            draft.claim(
                "Twice as fast at peak load",
                where="Sales deck",
                state=ClaimState.IN_USE,
                proof=(titles["Load and performance"],),
            )

        self._do(PMM, self._draft(claims))
        return f"{PMM} puts two claims in use; each names the PM tasks that prove it"

    def _worked(self) -> str:
        left_open = {"Analyst briefings", "Partner and vendor dependencies"}
        dated = [(due, task) for task in in_order(self.launch) if (due := due_date(self.launch, task))]
        for due, task in sorted(dated, key=lambda pair: pair[0]):
            if due <= self.now.date() and task.title not in left_open:
                self.at = max(self.at, self._days_ago(max(6.0, (self.now.date() - due).days + 0.5)))
                self._finish(task)
        return "The team works through the checklist: evidence is added, tasks are done, handed over and acknowledged"

    def _finish(self, task: Task) -> None:
        """Evidence, done, and the other lane's acknowledgement or both leads' confirmation."""
        if is_shared(task.lane) and is_gate(task):
            for who, lane in ((PM, "pm"), (PMM, "pmm")):
                self._do(who, partial(self._confirm, task, who, lane))
            return
        owner = self.launch.people.get(task.owner)
        self._do(owner.name if owner else PM, self._draft(lambda draft: self._evidence_and_done(draft, task)))
        if task.asks:
            other = PMM if task.lane == "pm" else PM
            self._do(
                other,
                lambda launch: [
                    TaskAcknowledged(
                        task=task.id, gate=gate_seen(launch, launch.tasks[task.id]), word=self._word(other)
                    )
                ],
            )

    def _confirm(self, task: Task, who: str, lane: str, launch: Launch) -> list[AnyChange]:
        gate = gate_seen(launch, launch.tasks[task.id])
        return [GateConfirmed(task=task.id, lane=lane, gate=gate, word=self._word(who))]

    def _evidence_and_done(self, draft: Draft, task: Task) -> None:
        build = BUILD if task.area in ("Product quality", "Requirements met") else ""
        evidence = Evidence(
            id=self.new_id(),
            label=f"{task.title}: {task.done_when}" if task.done_when else task.title,
            link=f"https://wiki.example.com/atlas/{task.key.lower()}",
            date=self.at.date(),
            build=build,
        )
        draft.make(EvidenceAdded(task=task.id, evidence=evidence))
        draft.progress(draft.launch.tasks[task.id], Status.DONE)

    def _waived(self) -> str:
        self.at = self._days_ago(4)
        gate = self._task("Partner and vendor dependencies")
        terms = Terms(
            reason="One of four partners confirms only after launch",
            compensation="Its connector ships switched off and is not named in any copy",
            expires=self.launch.date + dt.timedelta(days=30),
        )
        self._do(
            PM, lambda _: [WaiverAsked(id=self.new_id(), task=gate.id, lane="pm", terms=terms, word=self._word(PM))]
        )
        waiver = next(iter(self.launch.waivers.values()))
        self._do(PMM, lambda _: [WaiverConsented(waiver=waiver.id, terms=terms, word=self._word(PMM))])
        return f"{gate.key} {gate.title} can't be met: {PM} asks for a waiver, {PMM} consents"

    def _pm_signs(self, build: str, rationale: str, days_ago: float) -> str:
        self.at = self._days_ago(days_ago)
        self._do(PM, self._draft(lambda draft: draft.edit_launch(build=build)))
        self._signs(PM, "pm", Position.GO, rationale)
        return f"{PM} signs PM off: Go on build {build}"

    def _signs(self, who: str, lane: str, position: Position, rationale: str, *proposed: Proposed) -> None:
        word = self._word(who)
        self._do(
            who, self._draft(lambda draft: draft.sign_off(lane, position, word, rationale=rationale, proposed=proposed))
        )

    def _found_a_bug(self) -> str:
        self.at = self._days_ago(2)
        task = self._task("Defects")
        why = "Severity 1: data export fails over 2 GB"
        self._do("M. Okafor", self._draft(lambda draft: draft.progress(task, Status.BLOCKED, why)))
        return f"{task.key} {task.title} is reopened ({why}): PM's sign-off is stale, and a claim has lost its support"

    def _fixed_it(self) -> str:
        self.at = self._days_ago(1)
        task = self._task("Defects")

        def fix(draft: Draft) -> None:
            was = task.evidence[0]
            to = Evidence(
                id=was.id, label="No severity 1 or 2 open", link=was.link, date=self.at.date(), build=FIXED_BUILD
            )
            draft.make(EvidenceReplaced(task=task.id, to=to, was=was))
            draft.progress(draft.launch.tasks[task.id], Status.DONE)

        self._do("M. Okafor", self._draft(fix))
        rationale = "Export over 2 GB fixed and tested on 3.0.121."
        self._pm_signs(FIXED_BUILD, rationale, days_ago=0.8)
        return f"{task.key} is fixed with new evidence, and {PM} signs again: Go on build {FIXED_BUILD}"

    def _pmm_signs(self) -> str:
        self.at = self._days_ago(0.2)
        gate = self._task("Analyst briefings")
        condition = Proposed(
            "Second analyst firm briefed before the embargo lifts",
            self.launch.date - dt.timedelta(days=1),
            gate.owner,
            (gate.id,),
        )
        self._signs(PMM, "pmm", Position.CONDITIONS, "All but the second analyst briefing is in place.", condition)
        held = next(iter(self.launch.conditions.values()))
        self._do(PM, lambda _: [ConditionAccepted(condition=held.id, word=self._word(PM))])
        return f"{PMM} signs PMM off with a condition that covers {gate.key} {gate.title}; {PM} accepts it"

    def _decided(self) -> str:
        self.at = self.now

        def record(launch: Launch) -> list[AnyChange]:
            checkpoint = launch.date - dt.timedelta(days=1)
            return [recording(launch, self._word(PMM), present=(PM, PMM, DECIDER), next_checkpoint=checkpoint)]

        self._do(PMM, record)
        return f"The go/no-go: {DECIDER} and both leads meet, and {PMM} records the decision"
