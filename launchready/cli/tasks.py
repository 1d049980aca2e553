"""`tasks`: the checklist, filtered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import click

from launchready.cli import facts
from launchready.cli.context import Run, example, json_option, print_json, reads_launch
from launchready.cli.naming import LANE
from launchready.cli.tables import print_table
from launchready.launch.entitlement import name
from launchready.launch.model import Launch, Status, Task
from launchready.launch.readiness import AckState, acknowledgement, is_done, is_waived, waiver_for
from launchready.launch.schedule import due_date, in_order, today
from launchready.wording import terms

STATUS = click.Choice([status.value for status in Status], case_sensitive=False)


@click.command(epilog=example("tasks atlas.launchready --lane pm --gating --late"))
@reads_launch
@click.option("--lane", type=LANE, help="Only that lane.")
@click.option("--area", help="Only that area.")
@click.option("--owner", metavar="NAME", help="Only what that person owns.")
@click.option("--status", "statuses", type=STATUS, multiple=True, help="Only that status; may be repeated.")
@click.option("--gating", is_flag=True, help="Only gates.")
@click.option("--late", is_flag=True, help="Only what is past its due, not done and not waived.")
@json_option("tasks")
def tasks(
    run: Run,
    lane: str | None,
    area: str | None,
    owner: str | None,
    statuses: tuple[str, ...],
    gating: bool,
    late: bool,
    as_json: bool,
) -> None:
    """List the tasks of the checklist."""
    launch = run.launch
    wanted: list[Callable[[Task], bool]] = []
    if lane:
        wanted.append(lambda task: task.lane == lane.lower())
    if area:
        wanted.append(lambda task: task.area.casefold() == area.casefold())
    if owner:
        wanted.append(lambda task: owned_by(launch, task, owner))
    if statuses:
        wanted.append(lambda task: task.status.value in statuses)
    if gating:
        wanted.append(lambda task: task.gating)
    if late:
        day = today(launch, run.moment)
        wanted.append(lambda task: is_late(launch, task, day))
    chosen = [task for task in in_order(launch) if all(test(task) for test in wanted)]
    if as_json:
        print_json({"tasks": [facts.task(launch, task) for task in chosen]})
        return
    _print(launch, chosen)


def owned_by(launch: Launch, task: Task, text: str) -> bool:
    """Whether the owner's name or e-mail is, or starts with, that text."""
    person = launch.people.get(task.owner)
    asked = text.strip().casefold()
    return person is not None and (
        person.name.casefold().startswith(asked) or (bool(person.email) and person.email.casefold() == asked)
    )


def is_late(launch: Launch, task: Task, day: dt.date) -> bool:
    """Whether it was due before that day and is neither done nor waived nor not applicable."""
    over = is_done(task) or task.status is Status.NOT_APPLICABLE or is_waived(launch, task)
    due = due_date(launch, task)
    return due is not None and due < day and not over


def _print(launch: Launch, chosen: list[Task]) -> None:
    if not chosen:
        click.echo("No tasks match.")
        return
    rows = [
        (
            task.key,
            task.title,
            terms.lane(task.lane),
            task.area,
            name(launch, task.owner),
            _due(launch, task),
            "gate" if task.gating else "",
            _standing(launch, task),
        )
        for task in chosen
    ]
    print_table(("Key", "Task", "Lane", "Area", "Owner", "Due", "Gate", "Status"), rows)
    done = sum(is_done(task) for task in chosen)
    click.echo(f"{terms.count(len(chosen), 'task')}, {done} done")


def _due(launch: Launch, task: Task) -> str:
    day = due_date(launch, task)
    if day is None:
        return ""
    relative = f" ({terms.due(task.due)})" if task.due and task.due.offset is not None else ""
    return f"{terms.day(day)}{relative}"


def _standing(launch: Launch, task: Task) -> str:
    """The status, and what else is waited for."""
    words = [terms.STATUSES[task.status.value]]
    if task.why:
        words[0] += f": {task.why}"
    if task.confirmations and not is_done(task):
        words.append(f"{terms.listing([terms.lane(held.lane) for held in task.confirmations])} confirmed")
    ack = acknowledgement(task)
    if ack in (AckState.AWAITING, AckState.SENT_BACK):
        words.append("awaiting acknowledgement" if ack is AckState.AWAITING else "sent back")
    if waiver_for(launch, task.id):
        words.append("waived" if is_waived(launch, task) else "waiver asked")
    return ", ".join(words)
