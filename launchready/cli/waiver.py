"""`waiver`: we launch without this gate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from launchready.cli import facts
from launchready.cli.completing import task_keys
from launchready.cli.context import (
    Run,
    apply,
    example,
    json_option,
    judged,
    on_launch,
    print_json,
    reads_launch,
    waits_for,
)
from launchready.cli.naming import SIGNING_LANE, Unclear, day, lane_of, tasks
from launchready.cli.tables import print_table
from launchready.launch.changes import WaiverAsked, WaiverConsented, WaiverRenewed, WaiverReviewed, WaiverWithdrawn
from launchready.launch.changes.waivers import offered
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import consenters
from launchready.launch.lanes import is_shared
from launchready.launch.model import Launch, Task, Terms, Waiver, Word
from launchready.launch.readiness import lacking_reviewer, waiver_for
from launchready.launch.schedule import in_order
from launchready.wording import terms

keys_argument = click.argument("keys", nargs=-1, required=True, metavar="KEY...", shell_complete=task_keys)


@click.group()
def waiver() -> None:
    """List waivers, ask to launch without a gate, consent, review, renew, withdraw."""


@waiver.command("list", epilog=example("waiver list atlas.launchready"))
@reads_launch
@json_option("waivers")
def list_(run: Run, as_json: bool) -> None:
    """List the waivers, and whose word they wait for."""
    launch = run.launch
    waived = [task for task in in_order(launch) if waiver_for(launch, task.id)]
    rows = [{"key": task.key, "title": task.title, **(facts.waiver(launch, task) or {})} for task in waived]
    if as_json:
        print_json({"waivers": rows})
    elif not rows:
        click.echo("No waivers.")
    else:
        shown = [row | {"expires": terms.iso_day(row["expires"])} for row in rows]
        columns = ("Key", "Task", "Reason", "Instead", "Until", "State", "Waits for")
        fields = ("key", "title", "reason", "compensation", "expires", "state")
        print_table(columns, [[*(row[field] for field in fields), terms.listing(row["waits_for"])] for row in shown])


@waiver.command(
    epilog=example("waiver ask atlas.launchready PM-4 --reason Late --instead 'Off by default' --until T+30")
)
@on_launch
@keys_argument
@click.option("--reason", required=True, help="Why we launch without it.")
@click.option("--compensation", "--instead", required=True, help="What is done instead.")
@click.option("--until", "--expires", required=True, metavar="DATE", help="It holds through that day: a date, or T+14.")
@click.option("--lane", type=SIGNING_LANE, help="As which lane's lead, on a joint gate.")
@judged
def ask(run: Run, keys: tuple[str, ...], reason: str, compensation: str, until: str, lane: str | None) -> None:
    """Ask to waive a gate. Counts once the other lead consents."""

    def build(launch: Launch) -> list[Any]:
        asked = Terms(reason=reason, compensation=compensation, expires=day(launch, until))
        word = run.word(launch)
        return [
            WaiverAsked(
                id=run.session.new_id(),
                task=task.id,
                lane=lane_of(launch, word, lane) if is_shared(task.lane) else task.lane,
                terms=asked,
                word=word,
            )
            for task in tasks(launch, keys)
        ]

    apply(run, build)
    _tell_whom(run, keys)


def _tell_whom(run: Run, keys: tuple[str, ...]) -> None:
    """Whose review the waivers wait for, without which no renewal is consented to, and whose consent."""
    launch = run.launch
    asked = {task.key: _held(launch, task) for task in tasks(launch, keys)}
    lacking = {key: lacking_reviewer(launch, held) for key, held in asked.items()}
    for reviewer in filter(None, dict.fromkeys(lacking.values())):
        waits_for(run, [reviewer], "waiver review", [key for key, each in lacking.items() if each == reviewer])
    waits_for(run, consenters(launch, next(iter(asked.values())).lane), "waiver consent", list(asked))


def _held(launch: Launch, task: Task) -> Waiver:
    found = waiver_for(launch, task.id)
    if found is None:
        raise Unclear(f"{task.key} has no waiver: ask for one with `launchready waiver ask`.")
    return found


def _on_each(run: Run, keys: tuple[str, ...], judgement: Callable[[Waiver, Waiver, Word], Any]) -> None:
    """One entry over the waivers of those tasks. `judgement` gets each as it is, and as it was seen."""
    seen_launch = run.seen_launch()

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        for task in tasks(launch, keys):
            held = _held(draft.launch, task)
            seen = seen_launch.waivers.get(held.id, held) if run.seen else held
            draft.make(judgement(held, seen, run.word(launch)))
        return draft.changes

    apply(run, build)


@waiver.command(epilog=example("waiver consent atlas.launchready PM-4"))
@on_launch
@keys_argument
@judged
def consent(run: Run, keys: tuple[str, ...]) -> None:
    """Consent to a waiver, or to its renewal: the other lead, never the one who asked."""
    _on_each(run, keys, lambda held, seen, word: WaiverConsented(waiver=held.id, terms=offered(seen), word=word))


@waiver.command(epilog=example("waiver review atlas.launchready PM-8"))
@on_launch
@keys_argument
@judged
def review(run: Run, keys: tuple[str, ...]) -> None:
    """The reviewer's word, for a gate that has a reviewer."""
    _on_each(run, keys, lambda held, seen, word: WaiverReviewed(waiver=held.id, terms=offered(seen), word=word))


@waiver.command(epilog=example("waiver renew atlas.launchready PM-4 --until T+60"))
@on_launch
@keys_argument
@click.option("--until", "--expires", required=True, metavar="DATE", help="The later day.")
@judged
def renew(run: Run, keys: tuple[str, ...], until: str) -> None:
    """Ask for a later expiry. The old one holds until the other lead consents."""
    _on_each(
        run,
        keys,
        lambda held, _, word: WaiverRenewed(waiver=held.id, expires=day(run.launch, until), word=word),
    )
    _tell_whom(run, keys)


@waiver.command(epilog=example("waiver withdraw atlas.launchready PM-4"))
@on_launch
@keys_argument
@judged
def withdraw(run: Run, keys: tuple[str, ...]) -> None:
    """Take a waiver back: the lead who asked, or the one who consented."""
    _on_each(run, keys, lambda held, _, word: WaiverWithdrawn(waiver=held.id, word=word))
