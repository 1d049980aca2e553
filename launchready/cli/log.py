"""`log`, `undo`, `redo` and `check`: what happened, taken back, and whether the record holds."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any

import click

from launchready.cli.context import Run, example, json_option, on_launch, print_json, reads_launch, tell
from launchready.cli.failures import explain
from launchready.cli.naming import Unclear
from launchready.cli.tables import print_table
from launchready.launch import log as launch_log
from launchready.launch.decision import decide
from launchready.launch.log import Sealed
from launchready.launch.model import Author, Launch
from launchready.launch.raci import breaches, in_order
from launchready.launch.refusal import Refused
from launchready.wording import history, terms
from launchready.wording.refusals import refusal

_WITHDRAWN_BY = {
    "SignedOff": "withdraw",
    "Ruled": "withdraw --ruling",
    "Escalated": "escalate --withdraw",
    "WaiverAsked": "waiver withdraw",
    "WaiverConsented": "waiver withdraw",
    "WaiverRenewed": "waiver withdraw",
    "TaskAcknowledged": "task ack --withdraw",
    "CalledOff": "resume",
    "DelegateNamed": "person delegate --remove",
}


def told(entries: list[Sealed]) -> Iterator[tuple[Sealed, str]]:
    """Each entry with what it did, in words."""
    launch = Launch()
    by_hash = {sealed.hash: sealed.entry for sealed in entries}
    for sealed in entries:
        yield sealed, history.entry(sealed.entry, launch, by_hash.get(sealed.entry.undoes))
        launch = launch_log.fold(launch, (sealed.entry,))


@click.command(epilog=example("log atlas.launchready --last 10"))
@reads_launch
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Only the newest N entries.")
@click.option("--by", "author", metavar="NAME", help="Only what that person did.")
@json_option("entries", "head")
def log(run: Run, last: int | None, author: str | None, as_json: bool) -> None:
    """Show everything that happened, oldest first."""
    lines = [
        (sealed, words) for sealed, words in told(run.session.entries) if author is None or _is(sealed.entry.by, author)
    ]
    lines = lines[-last:] if last else lines
    if as_json:
        print_json({"entries": [_facts(sealed, words) for sealed, words in lines], "head": run.session.head})
        return
    if not lines:
        click.echo(f"Nothing by {author}." if author else "Nothing happened yet.")
        return
    rows = [(sealed.hash[:12], terms.moment(sealed.entry.at), sealed.entry.by.name, words) for sealed, words in lines]
    print_table(("Entry", "When (UTC)", "Who", "What"), rows)


def _is(by: Author, text: str) -> bool:
    """Whether the author's name or e-mail is, or the name starts with, that text."""
    asked = text.strip().casefold()
    return by.name.casefold().startswith(asked) or (bool(by.email) and by.email.casefold() == asked)


def _facts(sealed: Sealed, words: str) -> dict[str, Any]:
    entry = sealed.entry
    return {
        "hash": sealed.hash,
        "at": entry.at.isoformat(),
        "by": entry.by.name,
        "undoes": entry.undoes or None,
        "text": words,
        "changes": [type(change).__name__ for change in entry.changes],
    }


@click.command(epilog=example("undo atlas.launchready"))
@on_launch
@click.argument("entry", required=False, default="")
def undo(run: Run, entry: str) -> None:
    """Take back your newest entry that stands, or the ENTRY named by its hash."""
    try:
        taken_back, _ = run.session.undo(entry)
    except Refused as refused:
        newest = run.session.next_undo()
        if entry or newest is None or refused.refusal.code != "judgement-stays":
            raise
        raise Unclear(f"{_named(run, newest)} {explain(refused)} {_ways_on(run, newest)}".rstrip()) from refused
    _say(run, "Undid", taken_back)


def _named(run: Run, sealed: Sealed) -> str:
    return f"Your newest entry is {sealed.hash[:12]}, “{_words(run, sealed)}”."


def _ways_on(run: Run, judgement: Sealed) -> str:
    """The command that withdraws a judgement, where there is one, and the one that undoes what was before it."""
    ways = [way for change in judgement.entry.changes if (way := _WITHDRAWN_BY.get(type(change).__name__))]
    undone = {sealed.entry.undoes for sealed in run.session.entries}
    earlier = (
        sealed
        for sealed in reversed(run.session.entries)
        if run.session.is_mine(sealed.entry.by)
        and not (sealed.entry.undoes or sealed.hash in undone)
        and launch_log.inverse(sealed.entry) is not None
    )
    said = f"`launchready {ways[0]}` withdraws it." if ways else ""
    if sealed := next(earlier, None):
        file = shlex.quote(str(run.store.name))
        said += f" `launchready undo {file} {sealed.hash[:12]}` goes past it: “{_words(run, sealed)}”."
    return said.strip()


@click.command(epilog=example("redo atlas.launchready"))
@on_launch
def redo(run: Run) -> None:
    """Do again what your last undo took back."""
    again, _ = run.session.redo()
    _say(run, "Redid", again)


def _words(run: Run, sealed: Sealed) -> str:
    return next(words for found, words in told(run.session.entries) if found.hash == sealed.hash)


def _say(run: Run, verb: str, sealed: Sealed) -> None:
    words = _words(run, sealed)
    verdict = terms.VERDICTS[decide(run.launch, run.moment).verdict.value]
    tell(f"{verb}: {words}. The verdict is {verdict}.")


@click.command(epilog=example("check atlas.launchready"))
@reads_launch
@json_option("entries", "head", "rules", "raci")
def check(run: Run, as_json: bool) -> int:
    """Check the whole log: every hash, the chain, every change against the rules of its moment."""
    launch = Launch()
    broken: list[str] = []
    for number, sealed in enumerate(run.session.entries):
        after = launch_log.check(launch, sealed.entry)
        if not isinstance(after, Launch):
            broken.append(f"{run.store.place(number)}: {refusal(after, launch)}")
        launch = launch_log.fold(launch, (sealed.entry,))
    loose = [refusal(breach) for row in in_order(launch) for breach in breaches(row)]
    if as_json:
        print_json({"entries": len(run.session.entries), "head": run.session.head, "rules": broken, "raci": loose})
    else:
        entries = terms.count(len(run.session.entries), "entry", "entries")
        click.echo(f"{entries}, chain whole, head {run.session.head}")
        for sentence in broken:
            click.echo(f"Against the rules: {sentence}")
        for sentence in loose:
            click.echo(f"RACI: {sentence}")
        click.echo("Every change keeps the rules." if not broken else terms.count(len(broken), "breach", "breaches"))
    return 2 if broken else 0
