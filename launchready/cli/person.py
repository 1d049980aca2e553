"""`person`: who takes part, who leads, who speaks for a lead."""

from __future__ import annotations

from typing import Any

import click

from launchready.cli.context import Run, apply, example, json_option, judged, on_launch, print_json, reads_launch
from launchready.cli.naming import SIGNING_LANE, Unclear, day, known_person
from launchready.cli.naming import person as find_or_add
from launchready.cli.tables import print_table
from launchready.launch.changes import (
    DeciderChanged,
    DelegateNamed,
    DelegateRemoved,
    LeadChanged,
    PersonAdded,
    PersonRemoved,
)
from launchready.launch.drafting import Draft, parse_author
from launchready.launch.entitlement import name
from launchready.launch.model import Delegation, Launch, Person
from launchready.wording import terms


@click.group()
def person() -> None:
    """Add people, change leads, name delegates and the decider."""


@person.command("list", epilog=example("person list atlas.launchready"))
@reads_launch
@json_option("people")
def list_(run: Run, as_json: bool) -> None:
    """List the people and what they are here."""
    launch = run.launch
    people = sorted(launch.people.values(), key=lambda each: (each.name.casefold(), each.email))
    if as_json:
        facts = [{"name": p.name, "email": p.email or None, "roles": roles(launch, p.id)} for p in people]
        print_json({"people": facts})
        return
    rows = [(each.name, each.email, "; ".join(roles(launch, each.id))) for each in people]
    print_table(("Name", "E-mail", "Here as"), rows)


def roles(launch: Launch, id_: str) -> list[str]:
    """What a person is in this launch, in words."""
    found = [f"{terms.lane(lane)} lead" for lane, lead in sorted(launch.leads.items()) if lead == id_]
    if launch.decider == id_:
        found.append("decider")
    for held in launch.delegations:
        if held.person == id_:
            until = f"{terms.day(held.start)} to {terms.day(held.end)}"
            found.append(f"delegate for {terms.lane(held.lane)}, {until}")
    return found


@person.command(epilog=example("person add atlas.launchready 'T. Lind' --email lind@example.com"))
@on_launch
@click.argument("who", metavar="NAME")
@click.option("--email", default="", help="E-mail; tells apart two who share a name.")
def add(run: Run, who: str, email: str) -> None:
    """Add a person."""
    parsed = parse_author(who)
    apply(
        run,
        lambda _: [PersonAdded(person=Person(id=run.session.new_id(), name=parsed.name, email=email or parsed.email))],
    )


@person.command(epilog=example("person edit atlas.launchready 'T. Lind' --name 'Tove Lind'"))
@on_launch
@click.argument("who", metavar="NAME")
@click.option("--name", "new_name", help="New name.")
@click.option("--email", help="New e-mail.")
def edit(run: Run, who: str, new_name: str | None, email: str | None) -> None:
    """Change a person's name or e-mail."""
    given = {"name": new_name, "email": email}
    fields = {field: value for field, value in given.items() if value is not None}
    if not fields:
        raise Unclear("Nothing to change: give --name or --email.")

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        draft.edit_person(known_person(launch, who), **fields)
        return draft.changes

    apply(run, build)


@person.command(epilog=example("person lead atlas.launchready 'T. Lind' --lane pmm"))
@on_launch
@click.argument("who", metavar="NAME")
@click.option("--lane", type=SIGNING_LANE, help="Which lane the person leads from now on.")
@click.option("--decider", is_flag=True, help="The person rules when the leads differ.")
def lead(run: Run, who: str, lane: str | None, decider: bool) -> None:
    """Make a person the lead of a lane, or the decider. Somebody new is added."""
    if bool(lane) == decider:
        raise Unclear("Say of what: --lane pm, --lane pmm, or --decider.")

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        id_ = find_or_add(draft, who)
        if id_ == (launch.leads.get(lane) if lane else launch.decider):
            raise Unclear(f"{name(launch, id_)} is that already.")
        if lane:
            draft.make(LeadChanged(lane=lane, to=id_, was=launch.leads.get(lane, "")))
        else:
            draft.make(DeciderChanged(to=id_, was=launch.decider))
        return draft.changes

    apply(run, build)


@person.command(
    epilog=example("person delegate atlas.launchready 'J. Abe' --lane pmm --from 2027-02-20 --to 2027-02-28")
)
@on_launch
@click.argument("who", metavar="NAME")
@click.option("--lane", type=SIGNING_LANE, required=True, help="For whose lead.")
@click.option("--from", "start", metavar="DATE", help="First day.")
@click.option("--to", "end", metavar="DATE", help="Last day.")
@click.option("--remove", is_flag=True, help="End the delegation instead.")
@judged
def delegate(run: Run, who: str, lane: str, start: str | None, end: str | None, remove: bool) -> None:
    """A lead, or the decider, lets NAME speak for the lead from one day to another."""
    if not remove and not (start and end):
        raise Unclear("Say from when to when: --from 2026-12-01 --to 2026-12-05.")

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        word = run.word(launch)
        if remove:
            held = _delegation(launch, known_person(launch, who).id, lane)
            draft.make(DelegateRemoved(delegation=held.id, word=word))
            return draft.changes
        draft.make(
            DelegateNamed(
                id=run.session.new_id(),
                lane=lane,
                person=find_or_add(draft, who),
                start=day(launch, start or ""),
                end=day(launch, end or ""),
                word=word,
            )
        )
        return draft.changes

    apply(run, build)


def _delegation(launch: Launch, id_: str, lane: str) -> Delegation:
    held = [each for each in launch.delegations if each.person == id_ and each.lane == lane]
    if not held:
        raise Unclear(f"{name(launch, id_)} is no delegate for {terms.lane(lane)}.")
    return held[-1]


@person.command(epilog=example("person remove atlas.launchready 'T. Lind'"))
@on_launch
@click.argument("who", metavar="NAME")
def remove(run: Run, who: str) -> None:
    """Remove a person whom nothing names."""
    apply(run, lambda launch: [PersonRemoved(was=known_person(launch, who))])
