"""`status` and `gate`: are we ready, and why not."""

from __future__ import annotations

from typing import Any

import click

from launchready.cli import facts
from launchready.cli.context import Run, discard_output, example, json_option, print_json, reads_launch
from launchready.cli.tables import print_hanging
from launchready.launch.decision import Verdict, decide
from launchready.launch.entitlement import lead_names
from launchready.launch.lanes import LANES
from launchready.launch.model import Launch
from launchready.launch.readiness import lane_readiness
from launchready.launch.schedule import go_no_go_date, in_order, today
from launchready.wording import reasons, terms

EXIT = {
    Verdict.GO: 0,
    Verdict.CONDITIONS: 4,
    Verdict.HOLD: 3,
    Verdict.NOT_READY: 3,
    Verdict.NO_GO: 1,
    Verdict.SCRUBBED: 1,
}


@click.command(epilog=example("status atlas.launchready"))
@reads_launch
@json_option("name", "tier", "date", "zone", "state", "verdict", "rule", "reasons", "head", "lanes", "recorded")
def status(run: Run, as_json: bool) -> None:
    """Show the joint decision, every reason, and where the lanes stand."""
    if as_json:
        print_json(facts.status(run.launch, run.session.head, run.moment))
        return
    launch = run.launch
    decision = decide(launch, run.moment)
    _heading(run)
    click.echo()
    print_hanging(f"{terms.VERDICTS[decision.verdict.value]}  (rule {decision.rule}: {terms.RULES[decision.rule]})", 2)
    print_hanging(f"  {reasons.why(decision)}", 2)
    for line in recorded_beside(launch, decision.verdict.value):
        click.echo(f"  {line}")
    click.echo()
    for lane in LANES:
        print_hanging(_lane(launch, lane.id), 9)
    if decision.reasons:
        click.echo(
            "\nWhat this Go depends on" if decision.verdict is Verdict.CONDITIONS else "\nWhat stands in the way"
        )
    for found in decision.reasons:
        label = " ".join(part for part in (terms.lane(found.lane), found.key) if part)
        owner = f"  [{found.owner}]" if found.owner else ""
        print_hanging(f"  {found.rule}  {label:<12} {reasons.reason(found)}{owner}", 18)
    for waiting in _waivers_that_wait(launch):
        print_hanging(waiting, 2)
    click.echo(
        f"\nHead of the log: {run.session.head[:12]}, {terms.count(len(run.session.entries), 'entry', 'entries')}"
    )


def _heading(run: Run) -> None:
    launch = run.launch
    left = (launch.date - today(launch, run.moment)).days
    build = f" · build {launch.build}" if launch.build else ""
    click.echo(f"{launch.name} · Tier {launch.tier} · {terms.offset(-left)}{build}")
    print_hanging(
        f"go/no-go {terms.weekday(go_no_go_date(launch))} · launches {terms.weekday(launch.date)}, "
        f"{launch.time} {launch.zone}",
        2,
    )


def _waivers_that_wait(launch: Launch) -> list[str]:
    """The waivers that somebody has yet to give their word on, below a line that says so."""
    told = [(task, facts.waiver(launch, task)) for task in in_order(launch)]
    lines = [
        f"  {task.key}  {task.title}: {terms.listing(held['waits_for'])}"
        for task, held in told
        if held and held["waits_for"]
    ]
    return ["\nWaivers that wait for a word", *lines] if lines else []


def recorded_beside(launch: Launch, verdict: str) -> list[str]:
    """The recorded decision, and that the present one differs where it does."""
    held = launch.recorded
    if held is None:
        return []
    words = f"{terms.VERDICTS[held.verdict]} recorded {terms.day(held.word.at.date())}"
    return [words + (f"; {terms.VERDICTS[verdict]} now." if held.verdict != verdict else ".")]


def _lane(launch: Launch, lane: str) -> str:
    counts = lane_readiness(launch, lane)
    gates = f"{counts.done} of {terms.count(counts.total, 'gate')} done"
    signed = facts.sign_off(launch, launch.sign_offs.get(lane))
    if lane not in launch.leads:
        return f"  {terms.lane(lane):<6} {gates:<22} both leads confirm"
    return f"  {terms.lane(lane):<6} {gates:<22} {terms.listing(lead_names(launch, lane))}: {_signed(signed)}"


def _signed(signed: dict[str, Any]) -> str:
    """Whether a lane has signed, how, and what made it stale."""
    if signed["state"] == "missing":
        return "not signed"
    how = "signed" if signed["signed"] else f"recorded by {signed['recorded_by']} as"
    words = f"{how} {terms.POSITIONS[signed['position']]}"
    return words if signed["state"] == "current" else f"{words}, stale: {terms.listing(signed['changes'], most=3)}"


@click.command(epilog=example("gate atlas.launchready && ./release.sh"))
@reads_launch
@json_option("verdict", "rule", "reasons")
def gate(run: Run, as_json: bool) -> int:
    """Exit by the verdict: 0 Go, 4 Go with conditions, 3 Hold or Not ready, 1 No-go or Scrubbed."""
    decision = decide(run.launch, run.moment)
    try:
        if as_json:
            print_json(facts.verdict(decision))
        else:
            click.echo(f"{terms.VERDICTS[decision.verdict.value]}: {reasons.why(decision)}")
    except BrokenPipeError:  # whoever asks for the exit code needs no reader
        discard_output()
    return EXIT[decision.verdict]
