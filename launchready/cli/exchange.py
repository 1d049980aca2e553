"""`export`: the launch, for others."""

from __future__ import annotations

from pathlib import Path

import click

from launchready.cli.context import Run, example, reads_launch, tell
from launchready.cli.naming import Unclear
from launchready.cli.progress import working
from launchready.exchange import target
from launchready.exchange.writers import WRITERS, writer_for
from launchready.wording import terms

STANDARD_OUTPUT = "-"


def _formats(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    return [name for name in WRITERS if name.startswith(incomplete)]


@click.command(epilog=example("export atlas.launchready --to summary.pdf"))
@reads_launch
@click.option(
    "--to",
    "out",
    required=True,
    metavar="OUT",
    help="The file to write; its ending names the format. - is standard output.",
)
@click.option(
    "--format", "format_", shell_complete=_formats, help=f"Where the ending doesn't name it: {', '.join(WRITERS)}."
)
def export(run: Run, out: str, format_: str | None) -> None:
    """Write the launch for others: as summary, tracker, deck, calendar, table or text for a chat.

    The same launch and --now give the same bytes.
    """
    from launchready.exchange.export import export_of

    if not out.strip():
        raise Unclear("Name the file to write with --to, such as summary.pdf.")
    writer = writer_for(out, format_ or "")
    if writer is None:
        raise Unclear(_unknown(out, format_ or ""))
    with working(f"Writing {out}"):
        content = writer.write(export_of(run.launch, run.session.entries, run.moment))
        if out != STANDARD_OUTPUT:
            write_whole(Path(out), content, not_over=run.store.name)
    if out == STANDARD_OUTPUT:
        click.echo(content, nl=False)
    else:
        tell(f"Wrote {out}.")


def _unknown(out: str, format_: str) -> str:
    """That nothing says in which format to write, or that what does is none."""
    ending = (format_ or Path(out).suffix).lstrip(".")
    formats = terms.listing(list(WRITERS))
    if not ending:
        return f"{out} has no ending that names a format: say it with --format; there are {formats}."
    return f"There is no format “{ending}” to write {out} in; there are {formats}."


def write_whole(path: Path, content: bytes, not_over: str = "") -> None:
    """As `target.write_whole`, refused as every verb refuses."""
    try:
        target.write_whole(path, content, not_over)
    except target.NotWritten as problem:
        raise Unclear(f"{problem} Name another place with --to.") from None
