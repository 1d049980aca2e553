"""`new` and `edit`: a launch is made, and its own fields changed."""

from __future__ import annotations

import datetime as dt
import shlex
from typing import Any

import click

from launchready.cli.completing import templates
from launchready.cli.context import Run, apply, as_option, example, now_option, on_launch, tell
from launchready.cli.naming import Unclear, date, due
from launchready.launch.drafting import Draft, parse_author
from launchready.launch.model import Launch
from launchready.places import file_name
from launchready.wording import terms

TIER = click.Choice((1, 2, 3))


@click.command(epilog=example("new 'Atlas 3.0' --tier 1 --date 2027-03-09 --pm 'Priya Nair' --pmm 'Dana Ruiz'"))
@click.argument("name")
@click.option("--tier", type=TIER, required=True, help="How big the launch is; 1 is the biggest.")
@click.option("--date", "launch_date", required=True, metavar="DATE", help="Launch date, as 2026-12-08.")
@click.option("--go-no-go", metavar="DATE", help="Go/no-go date: a date, or T-3. Else as the template has it.")
@click.option("--time", default="09:00", show_default=True, help="Launch time in its zone.")
@click.option("--zone", default="UTC", show_default=True, help="IANA zone in which the launch's days count.")
@click.option("--pm", required=True, metavar="NAME", help="PM lead; an e-mail may follow: “Priya Nair <p@x.org>”.")
@click.option("--pmm", required=True, metavar="NAME", help="PMM lead.")
@click.option("--decider", default="", metavar="NAME", help="Who rules when the leads differ.")
@click.option("--one-person", is_flag=True, help="One person leads both lanes.")
@click.option(
    "--template", default="standard", show_default=True, shell_complete=templates, help="A template's name or file."
)
@click.option("-o", "--out", metavar="FILE", help="The file to make. Else named after the launch, here.")
@as_option
@now_option
def new(
    name: str,
    out: str | None,
    acting: str | None,
    now: dt.datetime | None,
    template: str,
    launch_date: str,
    go_no_go: str | None,
    **fields: Any,
) -> None:
    """Make a launch from a template, in a file of its own. Never overwrites one."""
    from launchready.cli.identity import author, clock, ids
    from launchready.session import create
    from launchready.templates import load
    from launchready.templates.launching import NewLaunch, first_entry

    chosen = load(template)
    details = NewLaunch(name=name, date=date(launch_date), go_no_go=due(go_no_go) if go_no_go else None, **fields)
    if not chosen.for_tier(details.tier):
        raise Unclear(f"The template {template} has no tasks for Tier {details.tier}: choose another tier.")
    for option, lead in (("--pm", details.pm), ("--pmm", details.pmm)):
        if not parse_author(lead).name:
            raise Unclear(f"The name of the lead is empty: say who it is with {option} NAME.")
    who = author(acting)
    file = out or file_name(name)
    new_id = ids(now, lambda: name)
    launch = create(file, first_entry(details, chosen, new_id), who, clock(now), new_id)
    tasks = terms.count(len(launch.tasks), "task")
    tell(
        f"Made {file}: “{launch.name}”, Tier {launch.tier}, launching {terms.weekday(launch.date)}, with {tasks}. "
        f"Next: `launchready status {shlex.quote(file)}`."
    )


@click.command(epilog=example("edit atlas.launchready --date 2027-03-16 --build 3.0.121"))
@on_launch
@click.option("--name", help="The launch's name.")
@click.option("--tier", type=TIER, help="The checklist stays as it is.")
@click.option("--date", "launch_date", metavar="DATE", help="Launch date; what is due T-n moves with it.")
@click.option("--go-no-go", metavar="DATE", help="Go/no-go date: a date, or T-3.")
@click.option("--time", help="Launch time in its zone.")
@click.option("--zone", help="IANA zone.")
@click.option("--build", help="Release build.")
def edit(run: Run, launch_date: str | None, go_no_go: str | None, **fields: Any) -> None:
    """Change the launch itself: name, dates, tier, release build."""
    given = {name: value for name, value in fields.items() if value is not None}
    if launch_date is not None:
        given["date"] = date(launch_date)
    if go_no_go is not None:
        given["go_no_go"] = due(go_no_go)
    if not given:
        raise Unclear("Nothing to change: name a field, such as --date or --build.")

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        draft.edit_launch(**given)
        return draft.changes

    apply(run, build)
