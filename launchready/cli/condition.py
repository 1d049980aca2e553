"""`condition`: accepted, met, released by the other lead."""

from __future__ import annotations

from typing import Any

import click

from launchready.cli.completing import condition_keys
from launchready.cli.context import Run, apply, example, json_option, judged, on_launch, print_json, reads_launch
from launchready.cli.naming import condition as condition_of
from launchready.cli.tables import print_table
from launchready.launch.changes import ConditionAccepted, ConditionMet, ConditionReleased
from launchready.launch.entitlement import name
from launchready.launch.model import Condition, Launch
from launchready.launch.readiness import is_in_force, is_met

keys_argument = click.argument("keys", nargs=-1, required=True, metavar="KEY...", shell_complete=condition_keys)


@click.group()
def condition() -> None:
    """Accept conditions, call them met, release them."""


@condition.command("list", epilog=example("condition list atlas.launchready"))
@reads_launch
@json_option("conditions")
def list_(run: Run, as_json: bool) -> None:
    """List the conditions and how they stand."""
    launch = run.launch
    rows = [_facts(launch, item) for item in sorted(launch.conditions.values(), key=lambda item: item.position)]
    if as_json:
        print_json({"conditions": rows})
    elif not rows:
        click.echo("No conditions.")
    else:
        columns = ("key", "text", "lane", "owner", "due", "covers", "state")
        print_table([column.capitalize() for column in columns], [[str(row[c] or "") for c in columns] for row in rows])


def _facts(launch: Launch, item: Condition) -> dict[str, Any]:
    keys = {task.id: task.key for task in launch.tasks.values()} | {
        held.id: held.key for held in launch.claims.values()
    }
    return {
        "key": item.key,
        "text": item.text,
        "lane": item.lane,
        "owner": name(launch, item.owner) or None,
        "due": item.due.isoformat(),
        "covers": ", ".join(keys.get(subject, "removed") for subject in item.covers),
        "state": state(launch, item),
    }


def state(launch: Launch, item: Condition) -> str:
    """How a condition stands: proposed, accepted, met, released, or superseded."""
    if item.released is not None:
        return "released"
    if not is_in_force(launch, item):
        return "superseded"
    if is_met(launch, item):
        return "met"
    return "accepted" if item.accepted is not None else "proposed"


def _on_each(run: Run, keys: tuple[str, ...], judgement: Any) -> None:
    def build(launch: Launch) -> list[Any]:
        return [judgement(condition_of(launch, key).id, run.word(launch)) for key in dict.fromkeys(keys)]

    apply(run, build)


@condition.command(epilog=example("condition accept atlas.launchready CD-1"))
@on_launch
@keys_argument
@judged
def accept(run: Run, keys: tuple[str, ...]) -> None:
    """The other lead accepts a condition; from then it covers what it names."""
    _on_each(run, keys, lambda id_, word: ConditionAccepted(condition=id_, word=word))


@condition.command(epilog=example("condition met atlas.launchready CD-1"))
@on_launch
@keys_argument
@judged
def met(run: Run, keys: tuple[str, ...]) -> None:
    """The other lead calls a condition met that covers nothing."""
    _on_each(run, keys, lambda id_, word: ConditionMet(condition=id_, word=word))


@condition.command(epilog=example("condition release atlas.launchready CD-1 --reason 'No longer needed'"))
@on_launch
@keys_argument
@click.option("--reason", default="", help="Why.")
@judged
def release(run: Run, keys: tuple[str, ...], reason: str) -> None:
    """The other lead lets go of a condition."""
    _on_each(run, keys, lambda id_, word: ConditionReleased(condition=id_, reason=reason, word=word))
