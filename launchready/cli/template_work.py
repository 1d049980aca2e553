"""`template save`, `from`, `compare` and `take`: templates out of real work."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from launchready.cli.completing import templates
from launchready.cli.context import (
    PATH,
    Run,
    apply,
    example,
    json_option,
    note,
    on_launch,
    print_json,
    reads_launch,
    tell,
)
from launchready.cli.exchange import write_whole
from launchready.cli.importing import reading_options, say_warnings, understood
from launchready.cli.naming import Unclear, date
from launchready.cli.tables import print_table
from launchready.launch.drafting import Draft
from launchready.launch.model import Launch
from launchready.wording import terms
from launchready.wording.templates import ADAPTED

WHERE = "NAME.toml, a path, or a plain name for your own templates folder."


def target(name: str) -> Path:
    """Where a template goes: a path as it is, a plain name into the user's own templates."""
    if name.endswith(".toml") or "/" in name:
        return Path(name)
    from launchready.templates.library import own_folder

    folder = own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.toml"


def _write(template: Any, path: Path, *, replace: bool) -> None:
    from launchready.templates.toml import toml_of

    if path.exists() and not replace:
        raise Unclear(f"{path} exists already and was left alone. Choose another name, or say --replace.")
    write_whole(path, toml_of(template).encode())
    tasks = terms.count(len(template.tasks), "task")
    tell(f"Wrote {path}: {tasks}. Use it with `launchready new --template {path.stem}`.")


@click.command(epilog=example("template save atlas.launchready ours"))
@reads_launch
@click.argument("name")
@click.option("--title", default="", help="Its title; else the launch's name.")
@click.option("--replace", is_flag=True, help="Replace a template of that name.")
def save(run: Run, name: str, title: str, replace: bool) -> None:
    """Save a launch as the template NAME: dates become T-n, people become roles."""
    from launchready.templates.saved import saved

    path = target(name)
    held = saved(run.launch, path.stem, title)
    _write(held.template, path, replace=replace)
    for code in dict.fromkeys(code for _, code in held.adapted):
        keys = [key for key, adapted in held.adapted if adapted == code]
        note(f"{terms.listing(keys, most=6)}: {ADAPTED[code]}.")


@click.command("from", epilog=example("template from plan.xlsx ours --date 2027-03-09"))
@click.argument("checklist", type=PATH)
@click.argument("name")
@click.option("--title", default="", help="Its title; else the checklist's.")
@click.option("--date", "launch_date", metavar="DATE", help="The day from which fixed dates become T-n.")
@click.option("--replace", is_flag=True, help="Replace a template of that name.")
@reading_options
def from_(checklist: str, name: str, title: str, launch_date: str | None, replace: bool, **given: Any) -> None:
    """Make the template NAME from a CHECKLIST in any format that `import` reads.

    Dates become T-n; owners are people and are left out.
    """
    from launchready.exchange.checklist_template import template_of

    found = understood(checklist, given)
    say_warnings(found, checklist)
    found.require_answers()
    path = target(name)
    day = date(launch_date) if launch_date else None
    _write(template_of(found.checklist, path.stem, launch_date=day, title=title), path, replace=replace)
    tasks = found.checklist.tasks
    if undated := sum(task.due is None for task in tasks):
        note(f"{terms.count(undated, 'task')} without a due date: the template gives T−14.")
    if owned := sum(bool(task.owner) for task in tasks):
        note(f"{terms.count(owned, 'task')} with an owner: the template names none.")


@click.command(epilog=example("template compare atlas.launchready"))
@reads_launch
@click.option("--template", "name", shell_complete=templates, help="Another template than the one it was made from.")
@json_option("template", "same", "tasks")
def compare(run: Run, name: str | None, as_json: bool) -> None:
    """Compare a launch with its template: tasks added, left out and changed."""
    from launchready.templates import load
    from launchready.templates.comparing import compare as compared

    launch = run.launch
    template = load(name or launch.template)
    found = compared(launch, template)
    titles = {task.id: task.title for task, _ in template.for_tier(launch.tier)}
    rows = [("added", launch.tasks[id_].key, launch.tasks[id_].title, "") for id_ in found.added]
    rows += [("left out", id_, titles[id_], "") for id_ in found.removed]
    for task in found.changed:
        changes = "; ".join(f"{each.field}: {each.template} → {each.launch}" for each in task.differences)
        rows.append(("changed", task.key, task.title, changes))
    if as_json:
        fields = ("what", "key", "title", "changes")
        tasks = [dict(zip(fields, row, strict=True)) for row in rows]
        print_json({"template": template.name, "same": found.same, "tasks": tasks})
        return
    if rows:
        print_table(("What", "Key or id", "Task", "Template → launch"), rows)
    click.echo(f"{terms.count(found.same, 'task')} as in the template {template.name}, {len(rows)} otherwise.")


@click.command(epilog=example("template take atlas.launchready beta-exit"))
@on_launch
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--template", "name", shell_complete=templates, help="Another template than the one it was made from.")
def take(run: Run, ids: tuple[str, ...], name: str | None) -> None:
    """Take tasks that a launch left out of its template into it. `compare` names them by ID."""
    from launchready.templates import load
    from launchready.templates.comparing import compare as compared
    from launchready.templates.launching import take_in

    template = load(name or run.launch.template)
    left = compared(run.launch, template).removed
    for id_ in ids:
        if id_ not in left:
            raise Unclear(f"No task “{id_}” of {template.name} is left out here. There are: {terms.listing(left)}.")
    taken: list[Any] = []

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        taken[:] = take_in(draft, template, ids)
        return draft.changes

    apply(run, build)
    tell(f"Took in {terms.listing([f'{task.key} {task.title}' for task in taken])}.")
