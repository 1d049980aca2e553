"""The report of a launch: everything its summary shows, put into words once for all formats."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import cast
from zoneinfo import ZoneInfo

from launchready.exchange.report import about
from launchready.exchange.report import report as shown
from launchready.exchange.report.judgements import (
    condition_shown,
    escalation_shown,
    ruling_shown,
    sign_off_shown,
    waiver_shown,
)
from launchready.exchange.report.lists import Reporter, lane_name, tasks_shown
from launchready.launch import raci
from launchready.launch.decision import Decision, Verdict, decide
from launchready.launch.entitlement import name
from launchready.launch.lanes import LANES, SIGNING
from launchready.launch.model import Claim, ClaimState, Condition, Delegation, Launch, Status, Task, Waiver
from launchready.launch.readiness import (
    Support,
    is_done,
    is_gate,
    is_waived,
    support,
)
from launchready.launch.reasons import Reason
from launchready.launch.schedule import due_date, go_no_go_date, in_order, today
from launchready.wording import reasons, terms
from launchready.wording.language import in_english, tr
from launchready.wording.refusals import refusal

NOTHING_COVERS = 3
"""The rule of gates and claims that nothing covers."""
ORDER = {lane.id: number for number, lane in enumerate(LANES)}


@in_english()
def report_of(launch: Launch, head: str, entries: int, now: dt.datetime) -> shown.Report:
    """What the summary of the launch says at `now` (aware), with the log's head and its number of entries."""
    decision = decide(launch, now)
    reporter = Reporter(launch, today(launch, now))
    left = (launch.date - reporter.day).days
    return shown.Report(
        name=launch.name,
        tier=launch.tier,
        date=terms.weekday(launch.date),
        time=launch.time,
        zone=launch.zone,
        countdown=terms.offset(-left),
        go_no_go=terms.weekday(go_no_go_date(launch)),
        build=launch.build,
        state=_state(launch),
        decider=name(launch, launch.decider),
        next_checkpoint=_next_checkpoint(launch, reporter.day),
        verdict=_verdict(launch, decision),
        reasons=tuple(_reason(reporter, found) for found in pressing(reporter, decision)),
        recorded=_recorded(reporter, decision),
        lanes=tuple(lane_shown(reporter, lane.id) for lane in LANES),
        sign_offs=tuple(sign_off_shown(reporter, lane.id) for lane in SIGNING),
        waivers=tuple(waiver_shown(reporter, held) for held in _waivers(launch)),
        conditions=tuple(condition_shown(reporter, held) for held in sorted(launch.conditions.values(), key=_position)),
        claims=tuple(_claim(reporter, held) for held in sorted(launch.claims.values(), key=_position)),
        parties=launch.parties,
        activities=_activities(launch),
        escalations=tuple(escalation_shown(reporter, held) for held in launch.escalations),
        ruling=ruling_shown(reporter, launch.ruling) if launch.ruling else None,
        tasks=tasks_shown(reporter),
        head=shown.Head(hash=head, entries=entries),
        generated_at=now.astimezone(ZoneInfo(launch.zone)),
    )


def _position(item: Claim | Condition) -> tuple[int, str]:
    return (item.position, item.id)


def _waivers(launch: Launch) -> list[Waiver]:
    return sorted(launch.waivers.values(), key=lambda held: (held.asked.at, held.id))


def _state(launch: Launch) -> str:
    if launch.called_off is None:
        return "planned"
    return f"called off by {name(launch, launch.called_off.word.by)}: {launch.called_off.reason}"


def _next_checkpoint(launch: Launch, day: dt.date) -> str:
    set_for = launch.recorded.next_checkpoint if launch.recorded else None
    if set_for is None:
        return ""
    return tr("{day}, past").format(day=terms.weekday(set_for)) if set_for < day else terms.weekday(set_for)


def _verdict(launch: Launch, decision: Decision) -> shown.Verdict:
    why = reasons.why(decision)
    if decision.verdict is Verdict.NOT_READY:
        why += " " + tr("From {day} this would be No-go.").format(day=terms.day(go_no_go_date(launch)))
    return shown.Verdict(
        value=decision.verdict.value,
        title=terms.VERDICTS[decision.verdict.value],
        rule=decision.rule,
        rule_words=terms.RULES[decision.rule],
        why=why,
    )


def pressing(reporter: Reporter, decision: Decision) -> list[Reason]:
    """The reasons, most pressing first: by rule, then late ones by how late, then by due date."""

    def pressure(found: Reason) -> tuple[int, dt.date]:
        task = reporter.launch.tasks.get(found.subject)
        due = due_date(reporter.launch, task) if task is not None else None
        return (found.rule, due or dt.date.max)

    return sorted(decision.reasons, key=pressure)


def _reason(reporter: Reporter, found: Reason) -> shown.Reason:
    launch = reporter.launch
    due = about.due(launch, found)
    return shown.Reason(
        rule=found.rule,
        lane=lane_name(found.lane) if found.lane else None,
        kind=_kind(found.kind),
        key=found.key,
        owner=about.owner(launch, found),
        text=reasons.reason(found),
        detail=about.detail(launch, found),
        due=terms.day(due) if due else "",
        late=reporter.late(due),
        mark=_mark(found, launch.tasks.get(found.subject)),
    )


def _mark(found: Reason, task: Task | None) -> shown.Mark | None:
    """Where the rule and the day don't say it: what is blocked or unsupported is red, what nobody signed is open."""
    if task is not None and task.status is Status.BLOCKED and found.rule == NOTHING_COVERS:
        return "no-go"
    if found.rule == NOTHING_COVERS and found.kind.startswith("claim"):
        return "no-go"
    return "waiting" if found.kind == "sign-off-missing" else None


def _kind(kind: str) -> str:
    """What a reason is about, to be counted: `gate-open` is a gate, `lane-no-go` a No-go. What is covered says how."""
    if kind == "gate-waived":
        return "waived"
    if kind.endswith("-ruled"):
        return "accepted by ruling"
    for known in ("gate", "claim", "sign-off", "condition", "waiver", "escalation"):
        if kind.startswith(known):
            return known
    return "No-go" if "no-go" in kind else ""


def _recorded(reporter: Reporter, decision: Decision) -> shown.RecordedDecision | None:
    held = reporter.launch.recorded
    if held is None:
        return None
    differs = held.verdict != decision.verdict.value
    now = f"; {terms.VERDICTS[decision.verdict.value]} now, because {reasons.why(decision)}" if differs else "."
    return shown.RecordedDecision(
        value=cast(shown.VerdictValue, held.verdict),
        title=terms.VERDICTS[held.verdict],
        rule=held.rule,
        rule_words=terms.RULES[held.rule],
        by=reporter.by(held.word),
        at=reporter.at(held.word),
        present=held.present,
        next_checkpoint=terms.weekday(held.next_checkpoint) if held.next_checkpoint else "",
        digests=tuple(
            f"{terms.lane(lane)} {held.digests[lane]}" for lane in sorted(held.digests, key=ORDER.__getitem__)
        ),
        differs=differs,
        sentence=f"{terms.VERDICTS[held.verdict]} recorded {reporter.at(held.word)}{now}",
    )


def _delegate(launch: Launch, held: Delegation) -> str:
    start, end = terms.day(held.start), terms.day(held.end)
    return tr("{name}, {start} to {end}").format(name=name(launch, held.person), start=start, end=end)


def lane_shown(reporter: Reporter, lane: str) -> shown.Lane:
    launch = reporter.launch
    gates = [task for task in in_order(launch, lane) if is_gate(task)]
    done = [task for task in gates if is_done(task)]
    open_ = [task for task in gates if not is_done(task) and not is_waived(launch, task)]
    of_all, of_done = Counter(task.area for task in gates), Counter(task.area for task in done)
    delegation = next((d for d in reversed(launch.delegations) if d.lane == lane and d.end >= reporter.day), None)
    return shown.Lane(
        lane=lane_name(lane),
        lead=name(launch, launch.leads.get(lane, "")),
        delegate=_delegate(launch, delegation) if delegation else "",
        gates_done=len(done),
        gates_total=len(gates),
        open=len(open_),
        waived=len(gates) - len(done) - len(open_),
        late=sum(bool(reporter.late(due_date(launch, task))) for task in open_),
        areas=tuple(
            shown.AreaCount(name=area or tr("No area"), done=of_done[area], total=total)
            for area, total in of_all.items()
        ),
    )


CLAIM_STATES: dict[ClaimState, shown.ClaimState] = {
    ClaimState.DRAFT: "draft",
    ClaimState.IN_USE: "in use",
    ClaimState.WITHDRAWN: "withdrawn",
}
SUPPORT: dict[Support, shown.Support] = {
    Support.SUPPORTED: "supported",
    Support.UNSUPPORTED: "unsupported",
    Support.CUT: "proof cut",
}


def _claim(reporter: Reporter, held: Claim) -> shown.Claim:
    lead = next(lane.id for lane in LANES if lane.claims)
    return shown.Claim(
        key=held.key,
        text=held.text,
        where=held.where,
        owner=name(reporter.launch, reporter.launch.leads.get(lead, "")),
        state=CLAIM_STATES[held.state],
        support=SUPPORT[support(reporter.launch, held)],
        proof=reporter.proof(held),
    )


def _activities(launch: Launch) -> tuple[shown.Activity, ...]:
    return tuple(
        shown.Activity(
            name=row.title,
            letters=tuple(row.letters.get(party, "") for party in launch.parties),
            input_expected=row.input_expected,
            escalates_to=row.escalates_to,
            breaches=tuple(refusal(breach) for breach in raci.breaches(row)),
        )
        for row in raci.in_order(launch)
    )
