"""`task`: one verb for each thing that happens to a task. Several keys at once make one entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from launchready.cli.completing import task_keys
from launchready.cli.context import Run, apply, example, judged, on_launch, options
from launchready.cli.naming import LANE, SIGNING_LANE, Unclear, date, due, lane_of, person, split_keys
from launchready.cli.naming import task as task_of
from launchready.cli.naming import tasks as tasks_of
from launchready.launch.changes import (
    AcknowledgementWithdrawn,
    GateConfirmed,
    TaskAcknowledged,
    TaskRemoved,
    TaskSentBack,
)
from launchready.launch.coverage import gate_seen
from launchready.launch.drafting import Draft
from launchready.launch.lanes import is_shared
from launchready.launch.model import Launch, Status, Task
from launchready.wording import terms

keys_argument = click.argument("keys", nargs=-1, required=True, metavar="KEY...", shell_complete=task_keys)
Edit = Callable[[Draft, Task], None]


@click.group()
def task() -> None:
    """Add, edit, move and finish tasks."""


def edit_each(run: Run, keys: tuple[str, ...], edit: Edit) -> None:
    """One entry over all the tasks named."""

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        for found in tasks_of(launch, keys):
            edit(draft, draft.launch.tasks[found.id])
        if not draft.changes:
            named = terms.listing([f"{found.key} {found.title}" for found in tasks_of(launch, keys)])
            raise Unclear(f"Nothing to change: {named} {'is' if len(keys) == 1 else 'are'} so already.")
        return draft.changes

    apply(run, build)


def fields_of(draft: Draft, given: dict[str, Any]) -> dict[str, Any]:
    """The fields of a task as the options give them; what was not given is left out."""
    fields = {name: value for name, value in given.items() if value is not None}
    for name in ("owner", "reviewer"):
        if name in fields:
            fields[name] = "" if fields[name].casefold() == "none" else person(draft, fields[name])
    if "due" in fields:
        fields["due"] = due(fields["due"])
    if "after" in fields:
        named = fields.pop("after")
        keys = [] if named.casefold() == "none" else split_keys(named)
        fields["prerequisites"] = tuple(found.id for found in tasks_of(draft.launch, keys))
    return fields


described = options(
    click.option("--asks/--no-ask", default=None, help="The other lane must acknowledge it."),
    click.option("--after", metavar="KEYS", help="Prerequisites, as PM-1,PM-2, or none."),
    click.option("--reviewer", metavar="NAME", help="Whose word a waiver needs too, or none."),
    click.option("--notes", help="Free text."),
    click.option("--done-when", help="How one sees that it is done."),
    click.option("--gating/--advisory", default=None, help="Whether it stands in the way of Go."),
    click.option("--due", metavar="DUE", help="T-14, T-14w (off weekends), T+3, a date, or none."),
    click.option("--owner", metavar="NAME", help="Who does it, or none."),
    click.option("--area", help="The heading it stands under."),
)
"""The options that describe a task, for adding and editing alike."""


@task.command(epilog=example("task add atlas.launchready 'Data migration' --lane pm --gating --due T-14"))
@on_launch
@click.argument("title")
@click.option("--lane", type=LANE, required=True, help="Whose task it is.")
@described
def add(run: Run, title: str, lane: str, **given: Any) -> None:
    """Add a task."""

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        draft.task(title, lane.lower(), **fields_of(draft, given))
        return draft.changes

    apply(run, build)


@task.command(epilog=example("task edit atlas.launchready PM-4 PM-5 --owner 'S. Varga' --due T-21"))
@on_launch
@keys_argument
@click.option("--title", help="Its title.")
@described
def edit(run: Run, keys: tuple[str, ...], **given: Any) -> None:
    """Change what a task says. Several tasks get the same fields."""
    if all(value is None for value in given.values()):
        raise Unclear("Nothing to change: name a field, such as --owner or --due.")
    edit_each(run, keys, lambda draft, found: draft.edit_task(found, **fields_of(draft, given)))


@task.command(epilog=example("task done atlas.launchready PM-2 PM-3"))
@on_launch
@keys_argument
@click.option("--lane", type=SIGNING_LANE, help="As which lane's lead, on a joint gate.")
@click.option("--reason", default="", help="A remark that stays with the status.")
@judged
def done(run: Run, keys: tuple[str, ...], lane: str | None, reason: str) -> None:
    """Mark done. On a joint gate it is the confirmation of the lead who acts."""
    before_seen = run.seen_launch()

    def confirm(draft: Draft, found: Task) -> None:
        if not (found.gating and is_shared(found.lane)):
            draft.progress(found, Status.DONE, reason)
            return
        word = run.word(draft.launch)
        if found.id not in before_seen.tasks:
            raise Unclear(f"{found.key} was not there at --seen.")
        gate = gate_seen(before_seen, before_seen.tasks[found.id]) if run.seen else gate_seen(draft.launch, found)
        lanes = _confirmed_lanes(draft.launch, found, run, lane)
        for each in lanes:
            draft.make(GateConfirmed(task=found.id, lane=each, gate=gate, word=word))
            gate = gate_seen(draft.launch, draft.launch.tasks[found.id])

    edit_each(run, keys, confirm)


def _confirmed_lanes(launch: Launch, found: Task, run: Run, lane: str | None) -> list[str]:
    """The lanes to confirm for: the one named, else every one that its author speaks for and hasn't confirmed."""
    from launchready.launch.entitlement import lanes_of

    if lane:
        return [lane]
    word = run.word(launch)
    spoken = lanes_of(launch, word)
    waiting = [each for each in spoken if each not in {held.lane for held in found.confirmations}]
    return waiting or [lane_of(launch, word, spoken[0] if spoken else None)]


def _moves(verb: str, status: Status, help_: str, reason: str = "") -> None:
    """A verb that moves tasks to a status. `reason` is that of its example, where one has to be given."""
    given = f" --reason '{reason}'" if reason else ""

    @task.command(verb, help=help_, epilog=example(f"task {verb} atlas.launchready PM-4{given}"))
    @on_launch
    @keys_argument
    @click.option("--reason", default="", required=bool(reason), help="Why.")
    def move_to(run: Run, keys: tuple[str, ...], reason: str) -> None:
        edit_each(run, keys, lambda draft, found: draft.progress(found, status, reason))


_moves("start", Status.IN_PROGRESS, "Mark in progress.")
_moves("block", Status.BLOCKED, "Mark blocked, and say why.", "Waits for the vendor")
_moves("reopen", Status.TODO, "Mark to do again.")
_moves("na", Status.NOT_APPLICABLE, "Mark not applicable, and say why.", "Nothing breaks")


@task.command(epilog=example("task move atlas.launchready PM-4 --area Operations --after PM-7"))
@on_launch
@keys_argument
@click.option("--lane", type=LANE, help="To that lane.")
@click.option("--area", help="Under that heading.")
@click.option("--before", metavar="KEY", shell_complete=task_keys, help="Right before that task.")
@click.option("--after", metavar="KEY", shell_complete=task_keys, help="Right after that task.")
def move(
    run: Run, keys: tuple[str, ...], lane: str | None, area: str | None, before: str | None, after: str | None
) -> None:
    """Move tasks to another lane, area or place. They keep their keys."""
    if (lane, area, before, after) == (None, None, None, None) or (before and after):
        raise Unclear("Say where to: --lane, --area, and one of --before KEY or --after KEY.")

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        beside = task_of(launch, before or after or "") if before or after else None
        moved = tasks_of(launch, keys)
        if beside in moved:
            raise Unclear(f"{beside.key} can't stand beside itself: name another task with --before or --after.")
        for found in moved:
            fields: dict[str, Any] = {} if lane is None else {"lane": lane.lower()}
            if area is not None:
                fields["area"] = area
            if beside is not None:
                fields |= {"lane": beside.lane, "position": draft.room_beside(found, beside, behind=after is not None)}
                beside = found if after is not None else beside
            draft.edit_task(draft.launch.tasks[found.id], **fields)
            beside = draft.launch.tasks[beside.id] if beside else None
        return draft.changes

    apply(run, build)


@task.command(epilog=example("task remove atlas.launchready PM-4"))
@on_launch
@keys_argument
def remove(run: Run, keys: tuple[str, ...]) -> None:
    """Remove tasks. `undo` brings them back."""
    edit_each(run, keys, lambda draft, found: draft.make(TaskRemoved(was=found)))


@task.command(epilog=example("task ack atlas.launchready PM-17"))
@on_launch
@keys_argument
@click.option("--withdraw", is_flag=True, help="Take the acknowledgement back.")
@judged
def ack(run: Run, keys: tuple[str, ...], withdraw: bool) -> None:
    """Acknowledge what the other lane handed over, as you saw it."""
    if withdraw:
        edit_each(
            run,
            keys,
            lambda draft, found: draft.make(AcknowledgementWithdrawn(task=found.id, word=run.word(draft.launch))),
        )
        return
    _judge_results(run, keys, lambda found, gate, word: TaskAcknowledged(task=found.id, gate=gate, word=word))


@task.command(
    "send-back",
    epilog=example("task send-back atlas.launchready PM-17 --reason 'Two limitations are missing'"),
)
@on_launch
@keys_argument
@click.option("--reason", required=True, help="What is missing.")
@judged
def send_back(run: Run, keys: tuple[str, ...], reason: str) -> None:
    """Send back what the other lane handed over, and say why."""
    _judge_results(run, keys, lambda found, gate, word: TaskSentBack(task=found.id, gate=gate, why=reason, word=word))


def _judge_results(run: Run, keys: tuple[str, ...], judgement: Callable[..., Any]) -> None:
    seen = run.seen_launch()

    def judge(draft: Draft, found: Task) -> None:
        looked_at = seen.tasks.get(found.id)
        if run.seen and looked_at is None:
            raise Unclear(f"{found.key} was not there at --seen.")
        gate = gate_seen(seen, looked_at) if run.seen and looked_at else gate_seen(draft.launch, found)
        draft.make(judgement(found, gate, run.word(draft.launch)))

    edit_each(run, keys, judge)


def add_parts() -> None:
    """Evidence and steps, in a module of their own."""
    from launchready.cli.task_parts import evidence, step

    task.add_command(evidence)
    task.add_command(step)


add_parts()
__all__ = ["date", "task"]
