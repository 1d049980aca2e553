"""`decide`, `call-off` and `resume`: the decision on record, and the end of a launch that does not happen."""

from __future__ import annotations

from typing import Any

import click

from launchready.cli.context import Run, apply, example, judged, on_launch
from launchready.cli.naming import day
from launchready.launch.changes import CalledOff, Resumed
from launchready.launch.changes.launch import recording
from launchready.launch.model import Launch


@click.command(epilog=example("decide atlas.launchready --present 'Priya Nair' --present 'Dana Ruiz' --next T-1"))
@on_launch
@click.option("--present", multiple=True, metavar="NAME", help="Who was there; may be repeated.")
@click.option("--next", "--next-checkpoint", "next_checkpoint", metavar="DATE", help="The next checkpoint.")
@click.option("--note", default="", help="A note to the record.")
@judged
def decide(run: Run, present: tuple[str, ...], next_checkpoint: str | None, note: str) -> None:
    """Record the joint decision as it is computed now: verdict, rule, digests, who was there."""

    def build(launch: Launch) -> list[Any]:
        checkpoint = day(launch, next_checkpoint) if next_checkpoint else None
        return [recording(launch, run.word(launch), present=present, next_checkpoint=checkpoint, note=note)]

    apply(run, build)


@click.command("call-off", epilog=example("call-off atlas.launchready --reason 'The market is gone'"))
@on_launch
@click.option("--reason", required=True, help="Why.")
@judged
def call_off(run: Run, reason: str) -> None:
    """Call the launch off: a lead, a delegate or the decider."""
    apply(run, lambda launch: [CalledOff(reason=reason, word=run.word(launch))])


@click.command(epilog=example("resume atlas.launchready --reason 'A new sponsor'"))
@on_launch
@click.option("--reason", default="", help="Why.")
@judged
def resume(run: Run, reason: str) -> None:
    """Resume a launch that was called off."""
    apply(run, lambda launch: [Resumed(reason=reason, word=run.word(launch))])
