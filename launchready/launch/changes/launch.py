"""The launch itself: made, edited, called off, its decision recorded."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from msgspec import UNSET, UnsetType

from launchready.launch.changes.base import Change, Fields, Judgement, changed, first, replaced, text
from launchready.launch.coverage import coverage, digest
from launchready.launch.decision import decide
from launchready.launch.entitlement import lanes_of
from launchready.launch.lanes import SIGNING
from launchready.launch.maps import values
from launchready.launch.model import CallOff, Due, Launch, Recorded, Word
from launchready.launch.raci import in_order
from launchready.launch.refusal import Refusal, refuse
from launchready.launch.schedule import resolve

FORMAT = 1
TIERS = (1, 2, 3)
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def _zone(zone: str) -> Refusal | None:
    try:
        ZoneInfo(zone)
    except (ValueError, OSError, KeyError):
        return refuse("zone-unknown", zone=zone)
    return None


def _calendar(launch: Launch) -> Refusal | None:
    """What is wrong with the dates, time, zone, tier and name of a launch as it would be."""
    if launch.tier not in TIERS:
        return refuse("tier-unknown", tier=launch.tier)
    if not CLOCK.fullmatch(launch.time):
        return refuse("time-unreadable", time=launch.time)
    try:
        meeting = resolve(launch.go_no_go, launch.date)
        for task in values(launch.tasks):
            resolve(task.due, launch.date)
    except OverflowError:
        return refuse("date-out-of-range")
    if meeting is None or (launch.go_no_go.offset is not None and launch.go_no_go.date is not None):
        return refuse("go-no-go-missing")
    if meeting > launch.date:
        return refuse("go-no-go-late", go_no_go=meeting, date=launch.date)
    return first((_zone(launch.zone), text(launch.name, "name", required=True), text(launch.build, "build")))


class LaunchCreated(Change, frozen=True, kw_only=True):
    """The first change of every log. `format` is the version of the log's own form."""

    format: int = FORMAT
    id: str
    name: str
    tier: int
    date: dt.date
    time: str = "09:00"
    zone: str = "UTC"
    go_no_go: Due
    one_person: bool = False
    template: str = ""
    parties: tuple[str, ...] = ()

    def check(self, launch: Launch) -> Refusal | None:
        if launch.id:
            return refuse("launch-exists", name=launch.name)
        return text(self.id, "id", required=True) or _calendar(self.apply(launch))

    def apply(self, launch: Launch) -> Launch:
        return replaced(
            launch,
            id=self.id,
            name=self.name,
            tier=self.tier,
            date=self.date,
            time=self.time,
            zone=self.zone,
            go_no_go=self.go_no_go,
            one_person=self.one_person,
            template=self.template,
            parties=self.parties,
        )

    def inverse(self) -> None:
        return None


class LaunchFields(Fields, frozen=True, kw_only=True):
    name: str | UnsetType = UNSET
    tier: int | UnsetType = UNSET
    date: dt.date | UnsetType = UNSET
    time: str | UnsetType = UNSET
    zone: str | UnsetType = UNSET
    go_no_go: Due | UnsetType = UNSET
    build: str | UnsetType = UNSET
    parties: tuple[str, ...] | UnsetType = UNSET


class LaunchEdited(Change, frozen=True, kw_only=True):
    to: LaunchFields
    was: LaunchFields

    def check(self, launch: Launch) -> Refusal | None:
        return changed(self.to, self.was, launch, "launch") or _calendar(self.apply(launch)) or self._parties(launch)

    def _parties(self, launch: Launch) -> Refusal | None:
        if self.to.parties is UNSET:
            return None
        kept = set(self.to.parties)
        if len(kept) != len(self.to.parties) or not all(party.strip() for party in kept):
            return refuse("parties-repeat")
        for activity in in_order(launch):
            for party in sorted(activity.letters):
                if party not in kept:
                    return refuse("party-used", party=party, key=activity.key, title=activity.title)
        return None

    def apply(self, launch: Launch) -> Launch:
        return replaced(launch, **self.to.given())

    def inverse(self) -> LaunchEdited:
        return LaunchEdited(to=self.was, was=self.to)


def _may_close(launch: Launch, word: Word, what: str) -> Refusal | None:
    if lanes_of(launch, word) or (launch.decider and word.by == launch.decider):
        return None
    return refuse("not-lead-or-decider", what=what)


class CalledOff(Judgement, frozen=True, kw_only=True):
    reason: str

    def check(self, launch: Launch) -> Refusal | None:
        if launch.called_off is not None:
            return refuse("already-called-off")
        return _may_close(launch, self.word, "call-off") or text(self.reason, "reason", required=True, lines=True)

    def apply(self, launch: Launch) -> Launch:
        return replaced(launch, called_off=CallOff(word=self.word, reason=self.reason))


class Resumed(Judgement, frozen=True, kw_only=True):
    reason: str = ""

    def check(self, launch: Launch) -> Refusal | None:
        if launch.called_off is None:
            return refuse("not-called-off")
        return _may_close(launch, self.word, "resume") or text(self.reason, "reason", lines=True)

    def apply(self, launch: Launch) -> Launch:
        return replaced(launch, called_off=None)


def present_digests(launch: Launch) -> dict[str, str]:
    """The digest of what each signing lane covers now, by lane."""
    return {lane.id: digest(coverage(launch, lane.id)) for lane in SIGNING}


class DecisionRecorded(Judgement, frozen=True, kw_only=True):
    """Keeps the computed verdict of its moment, with who was there. It judges nothing itself."""

    verdict: str
    rule: int
    build: str = ""
    present: tuple[str, ...] = ()
    digests: dict[str, str]
    next_checkpoint: dt.date | None = None
    note: str = ""

    def check(self, launch: Launch) -> Refusal | None:
        refusal = _may_close(launch, self.word, "decide")
        if refusal is not None:
            return refusal
        computed = decide(launch, self.word.at)
        if (computed.verdict.value, computed.rule) != (self.verdict, self.rule):
            return refuse("verdict-moved", seen=self.verdict, now=computed.verdict.value, rule=computed.rule)
        if self.digests != present_digests(launch):
            return refuse("moved-on", what="launch", field="covered content")
        if self.build != launch.build:
            return refuse("moved-on", what="launch", field="release build")
        return first(
            (*(text(name, "present", required=True) for name in self.present), text(self.note, "note", lines=True))
        )

    def apply(self, launch: Launch) -> Launch:
        recorded = Recorded(
            verdict=self.verdict,
            rule=self.rule,
            word=self.word,
            build=self.build,
            present=self.present,
            digests=self.digests,
            next_checkpoint=self.next_checkpoint,
            note=self.note,
        )
        return replaced(launch, recorded=recorded)


def recording(
    launch: Launch,
    word: Word,
    *,
    present: tuple[str, ...] = (),
    next_checkpoint: dt.date | None = None,
    note: str = "",
) -> DecisionRecorded:
    """The record of the decision as it is computed at the time of the word."""
    decision = decide(launch, word.at)
    return DecisionRecorded(
        verdict=decision.verdict.value,
        rule=decision.rule,
        build=launch.build,
        present=present,
        digests=present_digests(launch),
        next_checkpoint=next_checkpoint,
        note=note,
        word=word,
    )
