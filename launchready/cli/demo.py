"""`demo`: the sample launch, walked from not ready to a decision, with its file and summaries."""

from __future__ import annotations

import datetime as dt
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import click

from launchready.cli.context import example, now_option
from launchready.cli.exchange import write_whole
from launchready.cli.naming import Unclear
from launchready.cli.progress import working
from launchready.cli.tables import print_hanging
from launchready.store.port import Record
from launchready.wording import reasons, terms

NAME = "atlas-3"
SUMMARIES = ("md", "html", "pdf")


@click.command(epilog=example("demo --open"))
@click.option("--out", default="launchready-demo", show_default=True, metavar="DIR", help="Where its files go.")
@click.option("--open", "opened", is_flag=True, help="Show the launch in the window then.")
@now_option
def demo(out: str, opened: bool, now: dt.datetime | None) -> int:
    """Walk a sample launch to its decision, and leave the launch and its summary in DIR. Can be run again."""
    from launchready.cli.identity import clock, ids
    from launchready.exchange.export import export_of
    from launchready.exchange.writers import WRITERS
    from launchready.launch.decision import decide
    from launchready.sample import Sample

    folder = _folder(out)
    sample = Sample(clock(now)(), ids(now, lambda: NAME))
    session = sample.start()

    def say(what: str) -> None:
        decision = decide(session.launch, sample.at)
        verdict = terms.VERDICTS[decision.verdict.value]
        print_hanging(f"{sample.at:%d %b}  {what}.", 8)
        print_hanging(f"        → {verdict} (rule {decision.rule}): {reasons.why(decision)}", 10)

    say("Atlas 3.0, a Tier 1 launch, is made from the standard template")
    for chapter in sample.chapters():
        say(chapter)
    launch = folder / f"{NAME}.launchready"
    _write_launch(launch, session.store.read())
    summaries = [folder / f"{NAME}.{suffix}" for suffix in SUMMARIES]
    with working("Writing the summary"):
        export = export_of(session.launch, session.entries, sample.now)
        for path, suffix in zip(summaries, SUMMARIES, strict=True):
            write_whole(path, WRITERS[suffix].write(export))
    click.echo()
    print_hanging(
        f"In {folder}: {launch.name}, and its summary as {terms.listing([path.name for path in summaries])}.", 2
    )
    click.echo("Look around, in the window or here:")
    for verb in ("", "status ", "tasks ", "log "):
        click.echo(f"  {_program()} {verb}{shlex.quote(str(launch))}")
    return _show(launch) if opened else 0


def _program() -> str:
    """How to call this program again: by its name alone only where the shell would find this one."""
    called = Path(sys.argv[0])
    found = shutil.which("launchready")
    if called.stem != "launchready" or (found and called.exists() and called.samefile(found)):
        return "launchready"
    return shlex.quote(str(called))


def _show(launch: Path) -> int:
    """Opens the window on the launch; the exit code when it closes."""
    from importlib import import_module

    run: Callable[[list[str]], int] = import_module("launchready.desktop.app").run
    return run([str(launch)])


def _folder(out: str) -> Path:
    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unclear(f"{out} can't be made: {error.strerror}. Name another folder with --out.") from None
    return folder


def _write_launch(path: Path, records: list[Record]) -> None:
    """Puts the launch in place of an earlier demo's, whole: a new file beside it takes its name."""
    from launchready.store.file import FileStore

    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    FileStore.create(str(fresh), records).close()
    fresh.replace(path)
