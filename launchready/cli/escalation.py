"""`escalate` and `rule`: when the leads differ."""

from __future__ import annotations

from typing import Any

import click

from launchready.cli.context import Run, apply, example, judged, on_launch
from launchready.cli.naming import SIGNING_LANE, Unclear, condition, day, lane_of, split_keys, subjects
from launchready.launch.changes import Escalated, EscalationWithdrawn, Ruled
from launchready.launch.coverage import coverage
from launchready.launch.decision import decide
from launchready.launch.drafting import CONDITION_PREFIX
from launchready.launch.lanes import SIGNING
from launchready.launch.model import Launch, Position
from launchready.launch.reasons import ACCEPTABLE
from launchready.wording import terms


@click.command(epilog=example("escalate atlas.launchready 'Ship without the second analyst?' --by T-2"))
@on_launch
@click.argument("question", required=False)
@click.option("--by", "--respond-by", "respond_by", metavar="DATE", help="By when the decider answers.")
@click.option("--lane", type=SIGNING_LANE, help="As which lane's lead.")
@click.option("--withdraw", is_flag=True, help="Withdraw the lane's open escalations instead.")
@judged
def escalate(run: Run, question: str | None, respond_by: str | None, lane: str | None, withdraw: bool) -> None:
    """Put a QUESTION to the decider. The launch holds until it is answered."""
    if not withdraw and not (question and respond_by):
        raise Unclear("Give the question and by when it is answered: `escalate FILE 'Ship without X?' --by T-2`.")

    def build(launch: Launch) -> list[Any]:
        word = run.word(launch)
        whose = lane_of(launch, word, lane)
        if withdraw:
            mine = [held for held in launch.escalations if held.lane == whose]
            waiting = [held for held in mine if not held.ruling and held.withdrawn is None]
            if not waiting:
                raise Unclear(f"{terms.lane(whose)} has no open escalation to withdraw.")
            return [EscalationWithdrawn(escalation=held.id, word=word) for held in waiting]
        return [
            Escalated(
                id=run.session.new_id(),
                lane=whose,
                question=question or "",
                respond_by=day(launch, respond_by or ""),
                word=word,
            )
        ]

    apply(run, build)


@click.command(epilog=example("rule atlas.launchready --position go --reason 'The date counts' --accept PMM-13"))
@on_launch
@click.option("--position", type=click.Choice(["go", "no-go"]), required=True, help="What is ruled.")
@click.option("--reason", required=True, help="Why; it is read by everybody.")
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="KEYS",
    help="What a Go accepts: keys of gates, claims and conditions, a lane whose No-go it is, or all.",
)
@judged
def rule(run: Run, position: str, reason: str, accepted: tuple[str, ...]) -> None:
    """The decider rules Go or No-go. It answers every open escalation, and rewrites nothing the lanes said."""
    seen = run.seen_launch()

    def build(launch: Launch) -> list[Any]:
        base = seen if run.seen else launch
        return [
            Ruled(
                id=run.session.new_id(),
                position=Position(position),
                reason=reason,
                covered=tuple(coverage(base, lane.id) for lane in SIGNING),
                accepts=_accepted(run, launch, [key for text in accepted for key in split_keys(text)]),
                word=run.word(launch),
            )
        ]

    apply(run, build)


def _accepted(run: Run, launch: Launch, keys: list[str]) -> tuple[str, ...]:
    """Ids of what the keys name."""
    if "all" in [key.casefold() for key in keys]:
        reasons = decide(launch, run.moment).reasons
        standing = (each for each in reasons if each.rule in ACCEPTABLE or each.kind.endswith("-ruled"))
        return tuple(dict.fromkeys(each.subject for each in standing))
    found: list[str] = []
    for key in keys:
        lane = next((lane.id for lane in SIGNING if lane.id == key.casefold()), None)
        if lane is not None:
            held = launch.sign_offs.get(lane)
            if held is None:
                raise Unclear(f"{terms.lane(lane)} has not signed, so there is no No-go to accept.")
            found.append(held.id)
        elif key.upper().startswith(f"{CONDITION_PREFIX}-"):
            found.append(condition(launch, key).id)
        else:
            found += subjects(launch, [key])
    return tuple(dict.fromkeys(found))
