"""`import`: checklists in, with a preview of what was understood."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from launchready.cli.answers import ANSWERS
from launchready.cli.context import PATH, Run, apply, example, note, on_launch, options, tell
from launchready.cli.library import SUFFIX, read_launch
from launchready.cli.naming import LANE
from launchready.cli.progress import working
from launchready.cli.tables import print_table
from launchready.launch.drafting import Draft
from launchready.launch.model import Due, Launch
from launchready.wording import terms
from launchready.wording.imports import left_out
from launchready.wording.problems import problem

LOOSE = {"case_sensitive": False}
_WHY = {
    "heading": "its heading",
    "said": "as you said",
    "values": "its values",
    "unknown-heading": "unknown heading",
    "second": "another has it",
    "empty": "empty",
    "left-out": "left out",
}
_HOW = {
    "known": "known word",
    "similar": "like a known word",
    "words": "words in it",
    "unknown": "unknown word",
    "said": "as you said",
}


reading_options = options(
    click.option("--parents-as-areas", is_flag=True, help="Rows that others stand under become areas."),
    click.option("--encoding", default="", help="Of a text that is neither UTF-8 nor marked UTF-16."),
    click.option(
        "--format",
        "format_",
        default="",
        help="Where the content doesn't tell it: markdown, csv, xlsx, trello, jira, github or json.",
    ),
    click.option("--sheet", default="", help="Only that sheet of a workbook."),
    click.option("--skip", multiple=True, type=int, metavar="ROW", help="Leave out that row; may be repeated."),
    click.option("--dates", type=click.Choice(["day-first", "month-first"], **LOOSE), help="How 01/06/23 reads."),
    click.option(
        "--area-lane",
        "area_lanes",
        multiple=True,
        metavar="'AREA=LANE'",
        help="The lane of an area, or of a word for one; may be repeated.",
    ),
    click.option(
        "--status",
        "statuses",
        multiple=True,
        metavar="'WORD=STATUS'",
        help="What a status word means, such as 'Parked=blocked'; may be repeated.",
    ),
    click.option(
        "--map",
        "columns",
        multiple=True,
        metavar="'COLUMN=FIELD'",
        help="What a column holds, such as 'Who=owner'; 'Who=ignore' leaves it out. May be repeated.",
    ),
    click.option("--skip-hidden", is_flag=True, help="Leave out a workbook's hidden rows and sheets."),
    click.option("--include-plain", is_flag=True, help="Read Markdown lists and tables without boxes too."),
    click.option("--include-fenced", is_flag=True, help="Read boxes in code fences too."),
    click.option("--area", help="Put every task under that heading, instead of its own."),
    click.option("--lane", type=LANE, help="Put every task there, instead of by its words."),
)
"""What may be said of a file against or beyond what would be understood of it."""


def understood(file: str, given: dict[str, Any]) -> Any:
    """What is understood of a file, or of another launch, with what the options say."""
    from launchready.exchange.launch_in import read_launch as read_other
    from launchready.exchange.readers import read
    from launchready.exchange.understood import Options, area_lanes, mapping, status_words

    options = Options(
        format=given["format_"].lower(),
        columns=mapping(given["columns"], file),
        statuses=status_words(given["statuses"], file),
        lanes=area_lanes(given["area_lanes"], file),
        lane=given["lane"].lower() if given["lane"] else None,
        area=given["area"],
        dates=given["dates"],
        skip=frozenset(given["skip"]),
        sheet=given["sheet"],
        encoding=given["encoding"],
        parents="areas" if given["parents_as_areas"] else "tasks",
        include_fenced=given["include_fenced"],
        skip_hidden=given["skip_hidden"],
        include_plain=given["include_plain"],
    )
    with working(f"Reading {file}"):
        if file.endswith(SUFFIX) and Path(file).is_file():
            return read_other(read_launch(file), file, options)
        return read(file, options)


def say_warnings(found: Any, file: str) -> None:
    for warning in found.warnings:
        note(problem(warning.code, {"file": file, **warning.arguments}, ANSWERS))


@click.command("import", epilog=example("import atlas.launchready plan.xlsx --map 'Who=owner' --dry-run"))
@on_launch
@click.argument("checklist", type=PATH)
@reading_options
@click.option("--as-new", is_flag=True, help="Add the tasks again, though the file was imported before.")
@click.option("--dry-run", is_flag=True, help="Show what was understood, or would be updated, and change nothing.")
def import_(run: Run, checklist: str, as_new: bool, dry_run: bool, **given: Any) -> None:
    """Import a checklist: Markdown, CSV, TSV, XLSX, Trello, Jira or GitHub JSON, or another launch.

    Imported tasks are advisory unless the file says otherwise. The same file imported again updates its tasks. One
    import is one entry, one undo.
    """
    found = understood(checklist, given)
    say_warnings(found, checklist)
    if dry_run:
        preview(found)
        _foretell(run, found, Path(checklist).name, as_new=as_new)
        return
    found.require_answers()
    _import(run, found, Path(checklist).name, as_new=as_new)
    tell(counted(found.checklist))


def _import(run: Run, found: Any, name: str, *, as_new: bool) -> None:
    from launchready.exchange.importing import draft_tasks
    from launchready.exchange.updating import draft_update, has_update

    again = not as_new and has_update(run.launch, found.checklist, name)
    outcome: list[Any] = []

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        if again:
            outcome[:] = [draft_update(draft, found.checklist, name)]
        else:
            draft_tasks(draft, found.checklist, name)
        return draft.changes

    if again and not _changes(run, build):
        click.echo(f"{name} was imported before, and every task is as it has it: nothing to change.")
        _say_missing(outcome[0])
        return
    with working(f"Adding {terms.count(len(found.checklist.tasks), 'task')}"):
        apply(run, build)
    for update in outcome:
        _say_update(name, update)


def _changes(run: Run, build: Any) -> bool:
    return bool(build(run.launch))


def _foretell(run: Run, found: Any, name: str, *, as_new: bool) -> None:
    """What an import would do: add every task, or change some that were imported before."""
    from launchready.exchange.updating import preview_update
    from launchready.wording.updates import differences

    told = None if as_new else preview_update(run.launch, found.checklist, name)
    if told is None:
        _tasks(found.checklist)
        return
    rows = list(differences(told.before, told.changes))
    if rows:
        print_table(("Key", "Task", "Field", "Now", "Then"), rows)
        click.echo()
    update = told.update
    if not update.updated and not update.added:
        click.echo(f"{name} was imported before, and every task is as it has it: nothing to change.")
    else:
        added, alike = terms.count(len(update.added), "task"), len(update.unchanged)
        click.echo(
            f"{name} was imported before: would update {len(update.updated)}, add {added} and leave {alike} as they "
            "are. Nothing was changed."
        )
    _say_kept(update)


def _say_update(name: str, update: Any) -> None:
    added, updated = terms.count(len(update.added), "task"), len(update.updated)
    tell(f"{name} was imported before: {updated} updated, {added} added, {len(update.unchanged)} as they were.")
    _say_kept(update)


def _say_kept(update: Any) -> None:
    for key, field in update.kept:
        note(f"{key} keeps its {field.replace('_', ' ')}: a rule or a judgement holds it.")
    _say_missing(update)


def _say_missing(update: Any) -> None:
    if update.missing:
        keys = terms.listing(update.missing, most=6)
        note(f"Imported from it before, not among its tasks now, and left as they are: {keys}.")


def counted(checklist: Any) -> str:
    tasks = terms.count(len(checklist.tasks), "task")
    steps = sum(len(task.steps) for task in checklist.tasks)
    inside = f" with {terms.count(steps, 'step')}" if steps else ""
    return f"{tasks}{inside}; {checklist.counts.done} of {checklist.counts.tasks} done."


def preview(found: Any) -> None:
    """What was understood, part by part: columns, words, dates, what was left out, then every task."""
    click.echo(f"{found.file}: read as {_kind(found)}.\n")
    if found.columns:
        print_table(
            ("Column", "Read as", "Why", "Filled", "Such as"),
            [
                (c.name or c.letter, c.field or "nothing", _WHY[c.why], str(c.filled), "; ".join(c.samples)[:60])
                for c in found.columns
            ],
        )
        click.echo()
    if found.statuses:
        words = [(word.said, terms.STATUSES[word.status], _HOW[word.how], str(word.count)) for word in found.statuses]
        print_table(("Status word", "Read as", "How", "Tasks"), words)
        click.echo()
    if len(found.sheets) > 1:
        unread = [sheet for sheet in found.sheets if sheet not in found.sheets_read]
        click.echo(f"Sheets read: {', '.join(found.sheets_read)}; not read: {', '.join(unread) or 'none'}.\n")
    for date in found.dates:
        click.echo(f"{date.place}: “{date.said}” may be {date.day_first} or {date.month_first}: say --dates.")
    if found.dates and found.suggested:
        click.echo(f"The other dates of this file have the {found.suggested.partition('-')[0]} first.")
    for left in found.skipped:
        click.echo(left_out(left.place, left.said, left.why))
    for question in found.questions:
        click.echo(f"To answer: {problem(question.code, {'file': found.file, **question.arguments}, ANSWERS)}")
    if found.dates or found.skipped or found.questions:
        click.echo()


def _kind(found: Any) -> str:
    """`CSV or TSV, as Jira exports it`."""
    from launchready.exchange.products import NAMES
    from launchready.exchange.readers import READERS

    reader = READERS.get(found.format)
    product = NAMES.get(found.product, "") if found.columns else ""
    return (reader.words() if reader else "another launch") + (f", as {product} exports it" if product else "")


def _tasks(checklist: Any) -> None:
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
        for task in checklist.tasks
    ]
    print_table(("Place", "Done", "Task", "Lane", "Area", "Owner", "Due", "Steps"), rows)
    click.echo(f"Would import {counted(checklist)} Nothing was changed.")


def _due(due: Any) -> str:
    return terms.due(Due(offset=due.offset, date=due.date)) if due else ""
