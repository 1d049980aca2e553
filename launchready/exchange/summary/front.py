"""Page one of the summary: what a reader with one minute needs, cut to what fits. The annex has everything in full."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from launchready.exchange.report.report import AreaCount, Lane, LaneName, Mark, Reason, Report
from launchready.exchange.summary.panels import Panel, panels
from launchready.exchange.summary.words import (
    LANES,
    VERDICT_MARKS,
    clipped,
    counted,
    gates_left,
    how_signed,
    reason_mark,
    sentence_parts,
    sign_off_of,
    sign_off_words,
)
from launchready.launch.lanes import SIDE_BY_SIDE
from launchready.wording import terms

MOST_AREAS = 8
COVERED = 7
"""The rule whose reasons are covered: they stand in no one's way, and are counted apart."""
UNCOUNTED = ("waived", "accepted by ruling")
"""Kinds that read the same of one and of many."""
_MONTH = "|".join(map(str, terms.MONTHS.texts.values()))
_WITHIN_A_DAY = re.compile(rf" (?:(?<=\d )(?=(?:{_MONTH})\b)|(?<=(?:{_MONTH}) )(?=\d{{4}}\b))".encode())
_NO_BREAK = "\u00a0".encode()


class Card(msgspec.Struct, frozen=True):
    """What a lane comes to."""

    lane: LaneName
    name: str
    people: str
    mark: Mark
    badge: str
    signed: str
    done: int
    total: int
    note: str
    waived: str
    late: str
    areas: tuple[tuple[str, str, bool], ...]  # name, "4 of 5", whether all are done


class Row(msgspec.Struct, frozen=True):
    """A line of what stands in the way."""

    mark: Mark
    key: str
    text: str
    detail: str
    lane: LaneName | None
    owner: str
    due: str
    late: bool


class Recorded(msgspec.Struct, frozen=True):
    """The recorded decision: `Go recorded`, `5 Dec 2026, 10:20 by Dana Ruiz`, and whether it still is the decision.

    `sentence` says why it is not, for where the present decision and its reasons don't stand beside it.
    """

    mark: Mark
    title: str
    when: str
    now: str
    sentence: str
    differs: bool

    @property
    def line(self) -> str:
        """All of it but why."""
        return f"{sentence_parts(self.title, 'recorded', self.when, between=' ')}. {self.now}"


class Front(msgspec.Struct, frozen=True):
    """All of page one."""

    name: str
    state: str
    facts: tuple[tuple[str, str, str], ...]  # caption, value, what stands beside it
    mark: Mark
    verdict: str
    rule: str
    rule_words: str
    why: str
    recorded: Recorded | None
    cards: tuple[Card, ...]
    heading: str
    tally: str
    rows: tuple[Row, ...]
    nothing: str  # said in place of rows, and then
    said: tuple[tuple[LaneName, str], ...]  # what the lanes mean by their sign-offs
    panels: tuple[Panel, ...]
    closing: tuple[tuple[str, str], ...]  # next checkpoint, who decides, the open escalation


def front(report: Report) -> Front:
    """Page one of a cleaned report. `rows` holds all reasons: how many fit is for the writer to see."""
    verdict = report.verdict
    headings = {"conditions": "What this Go depends on", "scrubbed": "Why", "go": "What stands in the way"}
    return Front(
        name=clipped(report.name, 100) or "Unnamed launch",
        state=clipped(report.state, 60),
        facts=_facts(report),
        mark=VERDICT_MARKS[verdict.value],
        verdict=clipped(verdict.title, 40),
        rule=(f"Rule {verdict.rule}" + (": " if verdict.rule_words else "")) if verdict.rule else "",
        rule_words=clipped(verdict.rule_words, 160),
        why=clipped(verdict.why, 300),
        recorded=_recorded(report),
        cards=tuple(_card(report, lane) for lane in report.lanes),
        heading=headings.get(verdict.value, "What stands in the way"),
        tally="" if verdict.value == "scrubbed" else _tally(report.reasons),  # only one of them is why
        rows=tuple(_row(reason) for reason in report.reasons),
        nothing="Nothing stands in the way." if verdict.value == "go" else "No reasons are listed.",
        said=_said(report),
        panels=panels(report),
        closing=_closing(report),
    )


def typeset(report: Report) -> Front:
    """Page one for paper, screen and slides, where no line ends within a day."""
    return msgspec.json.decode(_WITHIN_A_DAY.sub(_NO_BREAK, msgspec.json.encode(front(report))), type=Front)


def side_by_side(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The lanes' cards as they stand beside each other on a page or a slide."""
    order = [lane.id for lane in SIDE_BY_SIDE]
    return tuple(sorted(cards, key=lambda card: order.index(card.lane)))


def _facts(report: Report) -> tuple[tuple[str, str, str], ...]:
    when = sentence_parts(report.time, report.zone, between=" ")
    return (
        ("Launch", clipped(report.date, 40) or "No date", clipped(when, 44)),
        ("Since launch" if report.countdown.startswith("T+") else "To go", clipped(report.countdown, 16) or "–", ""),
        ("Go/no-go", clipped(report.go_no_go, 40) or "No date", ""),
        ("Release build", clipped(report.build, 48) or "Not named", ""),
        ("Tier", str(report.tier) if report.tier else "–", ""),
    )


def _recorded(report: Report) -> Recorded | None:
    decision = report.recorded
    if decision is None:
        return None
    by = f"by {decision.by}" if decision.by else ""
    return Recorded(
        mark=VERDICT_MARKS[decision.value],
        title=clipped(decision.title, 40),
        when=clipped(sentence_parts(decision.at, by, between=" "), 90),
        now=f"{clipped(report.verdict.title, 40)} now." if decision.differs else "The decision stands.",
        sentence=clipped(decision.sentence, 200) if decision.differs else "",
        differs=decision.differs,
    )


def _said(report: Report) -> tuple[tuple[LaneName, str], ...]:
    found = [(lane.lane, sign_off_of(report, lane.lane)) for lane in report.lanes]
    words = [
        (lane, sentence_parts(one.meaning, f"“{one.rationale}”" if one.rationale else "", between=" "))
        for lane, one in found
        if one is not None and one.state == "current"
    ]
    return tuple((lane, clipped(text, 300)) for lane, text in words if text)


def _card(report: Report, lane: Lane) -> Card:
    mark, badge, signed = _joint_standing(report) if lane.lane == "joint" else _standing(report, lane.lane)
    people = sentence_parts(lane.lead, f"delegate {lane.delegate}" if lane.delegate else "", between=", ")
    return Card(
        lane=lane.lane,
        name=LANES[lane.lane],
        people=clipped(people, 80) or ("Both leads" if lane.lane == "joint" else "No lead"),
        mark=mark,
        badge=badge,
        signed=clipped(signed, 90),
        done=lane.gates_done,
        total=lane.gates_total,
        note=gates_left(lane),
        waived=f"{lane.waived} waived" if lane.waived else "",
        late=f"{lane.late} late" if lane.late else "",
        areas=_areas(lane.areas),
    )


def _areas(areas: tuple[AreaCount, ...]) -> tuple[tuple[str, str, bool], ...]:
    """Each with its counts. Where there are too many, the last line counts the rest, so that they add up."""
    shown, rest = (areas, ()) if len(areas) <= MOST_AREAS else (areas[: MOST_AREAS - 1], areas[MOST_AREAS - 1 :])
    if rest:
        done, total = sum(area.done for area in rest), sum(area.total for area in rest)
        shown = (*shown, AreaCount(name=f"{len(rest)} more areas", done=done, total=total))
    return tuple((clipped(area.name, 34), f"{area.done} of {area.total}", area.done >= area.total) for area in shown)


def _standing(report: Report, lane: LaneName) -> tuple[Mark, str, str]:
    sign_off = sign_off_of(report, lane)
    how = how_signed(sign_off) if sign_off else ""
    return *sign_off_words(sign_off), sentence_parts(how, sign_off.at if sign_off and how else "", between=", ")


def _joint_standing(report: Report) -> tuple[Mark, str, str]:
    """Joint gates have no sign-off of their own: both lanes cover them, and one No-go speaks against them."""
    found = [(name, one) for name in LANES if name != "joint" and (one := sign_off_of(report, name))]
    against = [LANES[name] for name, one in found if one.position == "no-go" and one.state in ("current", "stale")]
    if against:
        return "no-go", f"{against[0]} says No-go" if len(against) == 1 else "Both say No-go", ""
    if len(found) > 1 and all(one.state == "current" for _, one in found):
        return "done", "Covered by both", ""
    return "waiting", "Not covered by both", ""


def _row(reason: Reason) -> Row:
    return Row(
        mark=reason_mark(reason),
        key=clipped(reason.key, 16),
        text=clipped(reason.text, 110),
        detail=clipped(reason.detail, 120),
        lane=reason.lane,
        owner=clipped(reason.owner, 40),
        due=clipped(reason.late or reason.due, 24),
        late=bool(reason.late),
    )


def _tally(reasons: tuple[Reason, ...]) -> str:
    """What is covered is counted apart: `2 gates, 1 claim · 1 waived`."""
    apart = ([one for one in reasons if one.kind and (one.rule == COVERED) is covered] for covered in (False, True))
    return sentence_parts(*(_kinds(found) for found in apart))


def _kinds(reasons: list[Reason]) -> str:
    kinds = Counter(clipped(reason.kind, 20) for reason in reasons)
    words = (f"{n} {kind}" if kind in UNCOUNTED else counted(n, kind) for kind, n in list(kinds.items())[:6])
    return ", ".join(words)


def _closing(report: Report) -> tuple[tuple[str, str], ...]:
    recorded = report.recorded.next_checkpoint if report.recorded else ""
    waiting = [one for one in report.escalations if one.open]
    ruling = report.ruling
    pairs = [
        ("Next checkpoint", clipped(report.next_checkpoint or recorded, 110) or "None set"),
        ("If the leads differ", clipped(f"{report.decider} decides", 80) if report.decider else "No decider is named"),
    ]
    if waiting:
        respond = f"respond by {waiting[0].respond_by}" if waiting[0].respond_by else ""
        pairs.append(("Escalated", sentence_parts(clipped(waiting[0].question, 100), clipped(respond, 40))))
    elif ruling is not None:
        title = "Go" if ruling.value == "go" else "No-go"
        state = "" if ruling.state == "current" else f", {ruling.state}"
        pairs.append(("Ruling", clipped(f"{title} by {ruling.by}, {ruling.at}{state}: {ruling.reason}", 130)))
    return tuple(pairs)
