"""`import` and `export`: checklists in, summaries out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from launchready.cli.context import Run, apply, note, on_launch, reads_launch
from launchready.cli.naming import LANE, Unclear
from launchready.cli.progress import working
from launchready.cli.tables import print_table
from launchready.exchange import target
from launchready.exchange.writers import WRITERS, writer_for
from launchready.launch.drafting import Draft
from launchready.launch.model import Due, Launch
from launchready.wording import terms


@click.command("import")
@on_launch
@click.argument("checklist", type=click.Path())
@click.option("--lane", type=LANE, help="Put every task there, instead of by its words.")
@click.option("--area", help="Put every task under that heading, instead of its own.")
@click.option("--include-fenced", is_flag=True, help="Read boxes in code fences too.")
@click.option("--dry-run", is_flag=True, help="Show what was understood, and change nothing.")
def import_(run: Run, checklist: str, lane: str | None, area: str | None, include_fenced: bool, dry_run: bool) -> None:
    """Import the task list of a Markdown file, as advisory tasks. One import is one entry, one undo."""
    from launchready.exchange.importing import draft_tasks
    from launchready.exchange.markdown_in import read
    from launchready.exchange.report_lists import lane_name
    from launchready.wording.problems import problem

    name = lane_name(lane.lower()) if lane else None
    with working(f"Reading {checklist}"):
        found = read(Path(checklist), lane=name, area=area, include_fenced=include_fenced)
    for warning in found.warnings:
        note(problem(warning.code, {"file": checklist, **warning.arguments}))
    if dry_run:
        _preview(found)
        return

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        draft_tasks(draft, found, Path(checklist).name)
        return draft.changes

    with working(f"Adding {terms.count(len(found.tasks), 'task')}"):
        apply(run, build)
    click.echo(_counted(found))


def _counted(found: Any) -> str:
    tasks = terms.count(len(found.tasks), "task")
    steps = sum(len(task.steps) for task in found.tasks)
    inside = f" with {terms.count(steps, 'step')}" if steps else ""
    return f"{tasks}{inside}; {found.counts.done} of {found.counts.tasks} done."


def _preview(found: Any) -> None:
    rows = [
        (
            task.place,
            "done" if task.done else "",
            task.title,
            terms.lane(task.lane),
            task.area,
            task.owner,
            _due(task.due),
            str(len(task.steps) or ""),
        )
        for task in found.tasks
    ]
    print_table(("Place", "Done", "Task", "Lane", "Area", "Owner", "Due", "Steps"), rows)
    click.echo(f"Would import {_counted(found)} Nothing was changed.")


def _due(due: Any) -> str:
    return terms.due(Due(offset=due.offset, date=due.date)) if due else ""


@click.command()
@reads_launch
@click.option("--to", "out", required=True, metavar="OUT", help="The file to write; its ending names the format.")
@click.option("--format", "format_", help=f"Where the ending doesn't name it: {', '.join(WRITERS)}.")
def export(run: Run, out: str, format_: str | None) -> None:
    """Write the launch for others: as summary, tracker, deck, calendar, table or text for a chat.

    The same launch and --now give the same bytes.
    """
    from launchready.exchange.export import export_of

    if not out.strip():
        raise Unclear("Name the file to write with --to, such as summary.pdf.")
    writer = writer_for(out, format_ or "")
    if writer is None:
        unknown = (format_ or Path(out).suffix).lstrip(".")
        raise Unclear(f"There is no format “{unknown}” to write {out} in; there are {terms.listing(list(WRITERS))}.")
    with working(f"Writing {out}"):
        content = writer.write(export_of(run.launch, run.session.entries, run.moment))
        write_whole(Path(out), content, not_over=run.store.name)
    click.echo(f"Wrote {out}.")


def write_whole(path: Path, content: bytes, not_over: str = "") -> None:
    """As `target.write_whole`, refused as every verb refuses."""
    try:
        target.write_whole(path, content, not_over)
    except target.NotWritten as problem:
        raise Unclear(f"{problem} Name another place with --to.") from None
