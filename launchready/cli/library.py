"""`list` and `duplicate`: launches as files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from launchready.cli.context import PATH, Run, example, json_option, note, now_option, on_launch, print_json, tell
from launchready.cli.naming import Unclear, date, due
from launchready.cli.tables import print_table
from launchready.launch.copying import copied
from launchready.launch.decision import decide
from launchready.launch.model import Launch
from launchready.launch.schedule import today
from launchready.wording import terms

SUFFIX = ".launchready"


@click.command("list", epilog=example("list ~/Documents/Launches"))
@click.argument("folder", type=PATH, default=".")
@now_option
@json_option("launches")
def list_(folder: str, now: dt.datetime | None, as_json: bool) -> int:
    """List the launches in FOLDER, else here, with their verdicts. Exits 2 if one of them can't be read."""
    from launchready.cli.failures import explain
    from launchready.cli.identity import clock

    place = Path(folder)
    if not place.is_dir():
        raise Unclear(f"{folder} is no folder: name one that holds {SUFFIX} files.")
    rows: list[dict[str, Any]] = []
    unread = 0
    for path in sorted(place.glob(f"*{SUFFIX}")):
        try:
            rows.append(_facts(path, clock(now)()))
        except Exception as error:  # one damaged file must not hide the others
            unread += 1
            rows.append({"file": str(path), "problem": explain(error)})
            if not as_json:
                note(explain(error))
    if as_json:
        print_json({"launches": rows})
    else:
        _print(rows, folder)
    return 2 if unread else 0


def _facts(path: Path, now: dt.datetime) -> dict[str, Any]:
    launch = read_launch(str(path))
    decision = decide(launch, now)
    return {
        "file": str(path),
        "name": launch.name,
        "tier": launch.tier,
        "date": launch.date.isoformat(),
        "days": (launch.date - today(launch, now)).days,
        "verdict": decision.verdict.value,
        "rule": decision.rule,
    }


def read_launch(file: str) -> Launch:
    """A launch as it is, without a session to change it."""
    from launchready.cli.identity import UNKNOWN, clock
    from launchready.session import Session
    from launchready.store.file import FileStore

    store = FileStore.open(file)
    try:
        return Session(store, UNKNOWN, clock(None), str).launch
    finally:
        store.close()


def _print(rows: list[dict[str, Any]], folder: str) -> None:
    found = [row for row in rows if "problem" not in row]
    if not found:
        click.echo(
            f"No launches in {folder}. Make one with `launchready new`, or see a sample with `launchready demo`."
        )
        return
    cells = [
        (
            row["name"],
            f"Tier {row['tier']}",
            terms.iso_day(row["date"]),
            terms.offset(-row["days"]),
            terms.VERDICTS[row["verdict"]],
            row["file"],
        )
        for row in found
    ]
    print_table(("Launch", "Tier", "Date", "T", "Verdict", "File"), cells)


@click.command(
    epilog=example("duplicate atlas.launchready -o atlas-4.launchready --name 'Atlas 4.0' --date 2027-09-07")
)
@on_launch
@click.option("-o", "--out", required=True, metavar="FILE", help="The file to make.")
@click.option("--name", help="Its name. Else “Copy of …”.")
@click.option("--date", "launch_date", metavar="DATE", help="Its launch date.")
@click.option("--go-no-go", metavar="DATE", help="Its go/no-go date: a date, or T-3.")
def duplicate(run: Run, out: str, name: str | None, launch_date: str | None, go_no_go: str | None) -> None:
    """Make a new launch with the same checklist, people, claims and RACI; nothing done, nothing signed."""
    from launchready.session import create

    changes = copied(
        run.launch,
        run.session.new_id,
        name=name or f"Copy of {run.launch.name}",
        date=date(launch_date) if launch_date else run.launch.date,
        go_no_go=due(go_no_go) if go_no_go else run.launch.go_no_go,
    )
    launch = create(out, changes, run.session.author, run.clock, run.session.new_id)
    tell(f"Made {out}: “{launch.name}” with {terms.count(len(launch.tasks), 'task')}, nothing done, nothing signed.")
