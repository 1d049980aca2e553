"""`raci`: who is responsible, accountable, consulted, informed."""

from __future__ import annotations

from typing import Any

import click

from launchready.cli.completing import activity_keys
from launchready.cli.context import Run, apply, example, json_option, note, on_launch, print_json, reads_launch
from launchready.cli.naming import Unclear, activity
from launchready.cli.tables import print_table
from launchready.launch.changes import ActivityRemoved, LettersSet
from launchready.launch.drafting import Draft
from launchready.launch.model import Launch
from launchready.launch.raci import breaches, in_order, normalised
from launchready.wording import terms
from launchready.wording.refusals import refusal


@click.group()
def raci() -> None:
    """Show and set the responsibilities."""


@raci.command(epilog=example("raci show atlas.launchready"))
@reads_launch
@json_option("parties", "activities", "breaches")
def show(run: Run, as_json: bool) -> None:
    """Show the grid, and where it breaks the rule of one A and at least one R."""
    launch = run.launch
    rows = in_order(launch)
    broken = [refusal(breach) for row in rows for breach in breaches(row)]
    if as_json:
        print_json({"parties": list(launch.parties), "activities": [_facts(row) for row in rows], "breaches": broken})
        return
    columns = ("Key", "Activity", *launch.parties, "Input expected", "Escalates to")
    cells = [
        (
            row.key,
            row.title,
            *(row.letters.get(party, "") for party in launch.parties),
            row.input_expected,
            row.escalates_to,
        )
        for row in rows
    ]
    print_table(columns, cells)
    for sentence in broken:
        click.echo(sentence)


def _facts(row: Any) -> dict[str, Any]:
    return {
        "key": row.key,
        "title": row.title,
        "letters": row.letters,
        "input_expected": row.input_expected or None,
        "escalates_to": row.escalates_to or None,
    }


@raci.command("set", epilog=example("raci set atlas.launchready 'Go/no-go' Legal C"))
@on_launch
@click.argument("row", metavar="ACTIVITY", shell_complete=activity_keys)
@click.argument("party", required=False)
@click.argument("letters", required=False)
@click.option("--title", help="The activity's title.")
@click.option("--input", "input_expected", help="Input expected from others.")
@click.option("--escalates-to", help="Who settles a disagreement.")
def set_(run: Run, row: str, party: str | None, letters: str | None, **given: Any) -> None:
    """Set a party's LETTERS for an ACTIVITY (key or title): R, A, C, I, AR, or none."""
    fields = {name: value for name, value in given.items() if value is not None}
    if not fields and (party is None or letters is None):
        raise Unclear("Give a party and its letters, or what else to change, such as --input.")

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        found = activity(launch, row)
        draft.edit_activity(found, **fields)
        if party is not None and letters is not None:
            named = next((p for p in launch.parties if p.casefold() == party.casefold()), party)
            to = "" if letters.casefold() in ("none", "-", "") else normalised(letters.replace("/", ""))
            draft.make(LettersSet(activity=found.id, party=named, to=to, was=found.letters.get(named, "")))
        return draft.changes

    apply(run, build)
    for breach in breaches(activity(run.launch, fields.get("title", row))):
        note(refusal(breach))


@raci.command(epilog=example("raci add atlas.launchready 'Beta program'"))
@on_launch
@click.argument("title", required=False)
@click.option("--party", help="Add a party (a column) instead of an activity.")
def add(run: Run, title: str | None, party: str | None) -> None:
    """Add an activity, or a party."""
    if bool(title) == bool(party):
        raise Unclear("Give the title of an activity, or --party NAME.")

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        if party:
            draft.edit_launch(parties=(*launch.parties, party))
        else:
            draft.activity(title or "")
        return draft.changes

    apply(run, build)


@raci.command(epilog=example("raci remove atlas.launchready R-14"))
@on_launch
@click.argument("row", metavar="[ACTIVITY]", required=False, shell_complete=activity_keys)
@click.option("--party", help="Remove a party (a column) that has no letters instead.")
def remove(run: Run, row: str | None, party: str | None) -> None:
    """Remove an activity, or a party."""
    if bool(row) == bool(party):
        raise Unclear("Name an activity, or --party NAME.")

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        if party is None:
            draft.make(ActivityRemoved(was=activity(launch, row or "")))
            return draft.changes
        kept = tuple(held for held in launch.parties if held.casefold() != party.casefold())
        if len(kept) == len(launch.parties):
            raise Unclear(f"There is no party {party}: there are {terms.listing(launch.parties)}.")
        draft.edit_launch(parties=kept)
        return draft.changes

    apply(run, build)
