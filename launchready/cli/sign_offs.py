"""`agree`, `sign` and `withdraw`: the lanes' word."""

from __future__ import annotations

from typing import Any

import click

from launchready.cli.context import Run, apply, example, judged, on_launch, waits_for
from launchready.cli.naming import SIGNING_LANE, Unclear, day, lane_of, person, split_keys, subjects
from launchready.launch.changes import ChecklistAgreed, RulingWithdrawn, SignOffWithdrawn
from launchready.launch.coverage import coverage
from launchready.launch.drafting import Draft, Proposed
from launchready.launch.entitlement import consenters, lanes_of
from launchready.launch.model import Launch, Position
from launchready.wording import terms

POSITION = click.Choice([position.value for position in Position], case_sensitive=False)


@click.command(epilog=example("agree atlas.launchready"))
@on_launch
@click.option("--lane", type=SIGNING_LANE, help="For that lane; else for every lane that its author leads.")
@judged
def agree(run: Run, lane: str | None) -> None:
    """Agree the checklist. Once both leads have, gates leave it only by a waiver."""
    seen = run.seen_launch()

    def build(launch: Launch) -> list[Any]:
        word = run.word(launch)
        open_lanes = [each for each in lanes_of(launch, word) if each not in launch.agreed]
        lanes = [lane_of(launch, word, lane)] if lane or not open_lanes else open_lanes
        base = seen if run.seen else launch
        return [ChecklistAgreed(lane=each, covered=coverage(base, each), word=word) for each in lanes]

    apply(run, build)


@click.command(epilog=example("sign atlas.launchready --lane pm --position go --reason 'Tested on 3.0.121'"))
@on_launch
@click.option("--lane", type=SIGNING_LANE, required=True, help="Whose sign-off it is.")
@click.option("--position", type=POSITION, required=True, help="What the lane says.")
@click.option("--reason", default="", help="Why.")
@click.option(
    "--condition",
    "conditions",
    multiple=True,
    metavar="'TEXT; OWNER; DUE; KEYS'",
    help="A condition: what, who, by when (a date or T-3), and the gates or claims it covers. May be repeated.",
)
@judged
def sign(run: Run, lane: str, position: str, reason: str, conditions: tuple[str, ...]) -> None:
    """Sign off a lane: Go, Go with conditions, or No-go, on exactly what is there now or at --seen."""
    seen = run.seen_launch()

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        draft.sign_off(
            lane,
            Position(position.lower()),
            run.word(launch),
            seen=seen if run.seen else launch,
            rationale=reason,
            proposed=[_condition(draft, text) for text in conditions],
        )
        return draft.changes

    apply(run, build)
    signed = run.launch.sign_offs[lane].id
    made = [held for held in run.launch.conditions.values() if held.sign_off == signed]
    if made:
        keys = [held.key for held in sorted(made, key=lambda held: held.position)]
        waits_for(run, consenters(run.launch, lane), "condition accept", keys)


def _condition(draft: Draft, text: str) -> Proposed:
    """A condition from `text; owner; due; keys`. All but the text may be left empty; then it is due by launch."""
    parts = [part.strip() for part in text.split(";")]
    if len(parts) > 4 or not parts[0]:
        raise Unclear(
            f"“{text}” is no condition: write it as 'what; owner; due; keys', such as 'FAQ; Ana; T-2; PMM-4'."
        )
    what, owner, due, keys = parts + [""] * (4 - len(parts))
    return Proposed(
        what,
        day(draft.launch, due) if due else draft.launch.date,
        person(draft, owner),
        tuple(subjects(draft.launch, split_keys(keys))),
    )


@click.command(epilog=example("withdraw atlas.launchready --lane pm --reason 'A new defect'"))
@on_launch
@click.option("--lane", type=SIGNING_LANE, help="Whose sign-off; else that of the lane its author leads.")
@click.option("--ruling", is_flag=True, help="The decider withdraws a ruled Go instead.")
@click.option("--reason", default="", help="Why.")
@judged
def withdraw(run: Run, lane: str | None, ruling: bool, reason: str) -> None:
    """Withdraw a lane's sign-off. The lane is then unsigned; no earlier sign-off comes back."""

    def build(launch: Launch) -> list[Any]:
        word = run.word(launch)
        if ruling:
            return [RulingWithdrawn(ruling=launch.ruling.id if launch.ruling else "", word=word)]
        whose = lane_of(launch, word, lane)
        held = launch.sign_offs.get(whose)
        if held is None:
            raise Unclear(f"{terms.lane(whose)} has not signed, so there is nothing to withdraw.")
        return [SignOffWithdrawn(lane=whose, sign_off=held.id, reason=reason, word=word)]

    apply(run, build)
