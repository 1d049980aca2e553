"""`template`: what a new launch can start from."""

from __future__ import annotations

from typing import Any

import click

from launchready.cli.completing import templates
from launchready.cli.context import example, json_option, print_json
from launchready.cli.tables import print_table
from launchready.launch.model import Due
from launchready.wording import terms

TIERS = (1, 2, 3)


@click.group()
def template() -> None:
    """What launches start from: list, check and show templates, make your own, compare a launch with one."""


@template.command("list", epilog=example("template list"))
@json_option("templates")
def list_(as_json: bool) -> None:
    """List the templates. Your own lie in the folder that `launchready doctor` names."""
    from launchready.cli.failures import explain
    from launchready.templates import TemplateRefused, available, load

    rows: list[dict[str, Any]] = []
    for known in available():
        row: dict[str, Any] = {"name": known.name, "file": str(known.path), "shipped": known.shipped}
        try:
            held = load(known.path)
            row |= {"title": held.title, "tasks": {str(tier): len(held.for_tier(tier)) for tier in TIERS}}
        except TemplateRefused as refused:
            row |= {"title": "can't be used", "tasks": {}, "problem": explain(refused)}
        rows.append(row)
    if as_json:
        print_json({"templates": rows})
        return
    cells = [
        (row["name"], row["title"], *(str(row["tasks"].get(str(tier), "")) for tier in TIERS), row["file"])
        for row in rows
    ]
    print_table(("Name", "Title", "Tier 1", "Tier 2", "Tier 3", "File"), cells)
    for row in rows:
        if "problem" in row:
            click.echo(row["problem"], err=True)


@template.command(epilog=example("template check ours"))
@click.argument("names", nargs=-1, required=True, metavar="TEMPLATE...", shell_complete=templates)
def check(names: tuple[str, ...]) -> None:
    """Check templates by name or file. A mistake is told with its line."""
    from launchready.templates import load

    for name in names:
        held = load(name)
        tasks = terms.count(len(held.tasks), "task")
        click.echo(f"{name}: sound, with {tasks} and {terms.count(len(held.raci), 'RACI row')}.")


@template.command(epilog=example("template show standard --tier 2"))
@click.argument("name", default="standard", shell_complete=templates)
@click.option("--tier", type=click.Choice(TIERS), default=1, show_default=True, help="Which tier.")
@json_option("name", "title", "tier", "tasks")
def show(name: str, tier: int, as_json: bool) -> None:
    """Show the tasks of a template for one tier."""
    from launchready.templates import load

    held = load(name)
    rows = [
        {
            "id": task.id,
            "title": task.title,
            "lane": task.lane,
            "area": task.area,
            "due": terms.due(Due(offset=due.days, workday=due.workday)).replace(terms.MINUS, "-"),
            "gating": due.gating,
            "done_when": task.done_when,
        }
        for task, due in held.for_tier(tier)
    ]
    if as_json:
        print_json({"name": held.name, "title": held.title, "tier": tier, "tasks": rows})
        return
    cells = [
        (
            str(row["id"]),
            str(row["title"]),
            terms.lane(str(row["lane"])),
            str(row["area"]),
            str(row["due"]),
            "gate" if row["gating"] else "",
            str(row["done_when"]),
        )
        for row in rows
    ]
    print_table(("Id", "Task", "Lane", "Area", "Due", "Gate", "Done when"), cells)


def _from_work() -> None:
    """The verbs that make templates out of launches and checklists, in a module of their own."""
    from launchready.cli.template_work import compare, from_, save, take

    for verb in (save, from_, compare, take):
        template.add_command(verb)


_from_work()
