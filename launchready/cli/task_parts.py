"""`task evidence` and `task step`: what hangs on a task."""

from __future__ import annotations

from typing import Any

import click

from launchready.cli.completing import task_keys
from launchready.cli.context import Run, apply, example, on_launch, options
from launchready.cli.naming import Unclear, date, labelled, task, tasks
from launchready.launch.changes import EvidenceAdded, EvidenceRemoved, EvidenceReplaced, StepAdded, StepRemoved
from launchready.launch.drafting import Draft
from launchready.launch.model import Evidence, Launch, Step, Task
from launchready.wording import terms


def described_evidence(label: str, given: dict[str, Any], id_: str) -> Evidence:
    """Evidence as the options give it."""
    on = given["on"]
    return Evidence(
        id=id_,
        label=label,
        link=given["link"] or "",
        note=given["note"] or "",
        build=given["build"] or "",
        date=date(on) if on else None,
    )


evidence_options = options(
    click.option("--build", help="The build it was taken on."),
    click.option("--on", metavar="DATE", help="The day it was taken."),
    click.option("--note", help="A note, where there is no link."),
    click.option("--link", metavar="URL", help="Where it lies."),
)


@click.command(
    epilog=example("task evidence atlas.launchready PM-10 --label 'Load test' --link https://example.com/run/7")
)
@on_launch
@click.argument("keys", nargs=-1, required=True, metavar="KEY...", shell_complete=task_keys)
@click.option("--label", help="What it is; with --replace or --remove, the new label is optional.")
@click.option("--replace", metavar="LABEL", help="Replace the evidence of that label.")
@click.option("--remove", metavar="LABEL", help="Remove the evidence of that label.")
@evidence_options
def evidence(
    run: Run, keys: tuple[str, ...], label: str | None, replace: str | None, remove: str | None, **given: Any
) -> None:
    """Add, replace or remove evidence."""
    if not (label or replace or remove):
        raise Unclear("Say what the evidence is with --label, or which to --replace or --remove.")

    def change(launch: Launch, found: Task) -> Any:
        if remove:
            at = labelled(found.key, found.evidence, remove)
            return EvidenceRemoved(task=found.id, was=found.evidence[at], index=at)
        if replace:
            held = found.evidence[labelled(found.key, found.evidence, replace)]
            return EvidenceReplaced(task=found.id, to=described_evidence(label or held.label, given, held.id), was=held)
        del launch
        new = described_evidence(label or "", given, run.session.new_id())
        return EvidenceAdded(task=found.id, evidence=new, index=len(found.evidence))

    apply(run, lambda launch: [change(launch, found) for found in tasks(launch, keys)])


@click.command(epilog=example("task step atlas.launchready PM-10 'Run it at peak load'"))
@on_launch
@click.argument("key", shell_complete=task_keys)
@click.argument("text", required=False, default="")
@click.option("--done", "number_done", type=int, metavar="N", help="Mark the Nth step done.")
@click.option("--undone", type=int, metavar="N", help="Mark the Nth step not done.")
@click.option("--edit", "number_edited", type=int, metavar="N", help="Give the Nth step the TEXT.")
@click.option("--remove", type=int, metavar="N", help="Remove the Nth step.")
def step(
    run: Run,
    key: str,
    text: str,
    number_done: int | None,
    undone: int | None,
    number_edited: int | None,
    remove: int | None,
) -> None:
    """Add a step with TEXT, or mark, edit or remove the Nth one."""
    chosen = [number for number in (number_done, undone, number_edited, remove) if number is not None]
    if len(chosen) + bool(text and number_edited is None) != 1:
        raise Unclear("Give the TEXT of a new step, or one of --done N, --undone N, --edit N TEXT, --remove N.")

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        found = task(launch, key)
        if not chosen:
            new = Step(id=run.session.new_id(), text=text)
            draft.make(StepAdded(task=found.id, step=new, index=len(found.steps)))
            return draft.changes
        held = _nth(found, chosen[0])
        if remove is not None:
            draft.make(StepRemoved(task=found.id, was=held, index=chosen[0] - 1))
        elif number_edited is not None:
            draft.edit_step(found, held, text=text)
        else:
            draft.edit_step(found, held, done=number_done is not None)
        return draft.changes

    apply(run, build)


def _nth(found: Task, number: int) -> Step:
    if 1 <= number <= len(found.steps):
        return found.steps[number - 1]
    raise Unclear(f"{found.key} has {terms.count(len(found.steps), 'step')}, so there is no step {number}.")
