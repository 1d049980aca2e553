"""What a launch costs above the least it could: a change made durable, a log opened, a process started."""

from __future__ import annotations

import compileall
import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tinydb import TinyDB

import launchready
from launchready.launch import log
from launchready.launch.changes import TaskProgressed
from launchready.launch.changes.tasks import Progress, progress
from launchready.launch.model import Author, Launch, Status
from launchready.session import Session
from launchready.store.file import FileStore
from launchready.store.port import Record
from launchready.templates import load
from launchready.templates.launching import NewLaunch, first_entry
from tests.benchmarks.storage import Row, _timed

AUTHOR = Author("Priya Nair")
AT = dt.datetime(2026, 11, 1, 9, tzinfo=dt.UTC)


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [*changing(folder, 200, 20_000), updating(folder, 2_000), opening(folder, 20_000), gate(folder)]


def ids() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"{number:016x}"


def records(size: int) -> list[Record]:
    """A launch from the standard template, then one task after another started and put back."""
    new_id = ids().__next__
    details = NewLaunch(name="Atlas", tier=1, date=dt.date(2026, 12, 8), pm="Priya Nair", pmm="Dana Ruiz")
    made = [_record(tuple(first_entry(details, load("standard"), new_id)), "", new_id())]
    launch = log.fold(Launch(), [log.DECODER.decode(made[0].body)])
    tasks = sorted(launch.tasks)
    while len(made) < size:
        change = _toggled(launch, tasks[len(made) % len(tasks)])
        launch = change.apply(launch)
        made.append(_record((change,), made[-1].hash, new_id()))
    return made


def _record(changes: tuple[object, ...], prev: str, id_: str) -> Record:
    body = log.encode(log.Entry(id=id_, at=AT, by=AUTHOR, prev=prev, changes=changes))  # type: ignore[arg-type]
    return Record(body, log.hash_of(body))


def _toggled(launch: Launch, task: str) -> TaskProgressed:
    found = launch.tasks[task]
    status = Status.TODO if found.status is Status.IN_PROGRESS else Status.IN_PROGRESS
    return TaskProgressed(task=task, to=Progress(status=status), was=progress(found))


def _session(path: Path) -> Session:
    return Session(FileStore.open(str(path)), AUTHOR, lambda: AT, ids().__next__)


def changing(folder: Path, small: int, large: int, rounds: int = 200) -> list[Row]:
    """A durable change through the session at two sizes, each beside a bare append and fsync of as many bytes."""
    everything = records(large)
    times: dict[int, tuple[list[float], list[float]]] = {small: ([], []), large: ([], [])}
    open_ones = []
    for size in times:
        path = folder / f"changing-{size}"
        FileStore.create(str(path), everything[:size]).close()
        bare = os.open(folder / f"bare-{size}", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        line = path.read_bytes().splitlines(keepends=True)[-1]
        open_ones.append((size, _session(path), bare, line))
    for number in range(rounds):
        for size, session, bare, line in open_ones:
            task = sorted(session.launch.tasks)[number % 50]
            ours, floor = times[size]
            ours.append(_timed(lambda: session.commit(lambda launch: [_toggled(launch, task)])))  # noqa: B023
            floor.append(_timed(lambda: (os.write(bare, line), os.fsync(bare))))  # noqa: B023
    for _, session, bare, _ in open_ones:
        session.store.close()
        os.close(bare)
    found = [
        Row(f"a durable change at {size:,} entries / bare append and fsync", median(ours), median(floor), 3.0)
        for size, (ours, floor) in times.items()
    ]
    return [*found, Row(f"a durable change at {large:,} entries / at {small:,}", found[1].ours, found[0].ours, 1.5)]


def updating(folder: Path, size: int, rounds: int = 15) -> Row:
    """Stock TinyDB's update of one of as many documents, against a durable change: the ratio is at most 1/10."""
    path, stock = folder / "updating", folder / "updating.json"
    made = records(size)
    FileStore.create(str(path), made).close()
    documents = {str(n): json.loads(one.body) for n, one in enumerate(made, 1)}
    stock.write_text(json.dumps({"_default": documents}), encoding="utf-8")
    session = _session(path)
    task = min(session.launch.tasks)
    ours, floor = [], []
    with TinyDB(stock) as database:
        for number in range(rounds):
            ours.append(_timed(lambda: session.commit(lambda launch: [_toggled(launch, task)])))
            floor.append(_timed(lambda: database.update({"n": number}, doc_ids=[size // 2])))  # noqa: B023
    session.store.close()
    return Row(f"a durable change / stock TinyDB update at {size:,} documents", median(ours), median(floor), 0.1)


def opening(folder: Path, size: int, rounds: int = 7) -> Row:
    """Opening a launch, chain checked and folded, against stock TinyDB's `.all()` of as many documents."""
    path, stock = folder / "whole", folder / "whole.json"
    made = records(size)
    FileStore.create(str(path), made).close()
    documents = {str(n): {"entry": json.loads(one.body), "hash": one.hash} for n, one in enumerate(made, 1)}
    stock.write_text(json.dumps({"_default": documents}), encoding="utf-8")
    ours, floor = [], []
    for _ in range(rounds):
        ours.append(_timed(lambda: _session(path).store.close()))
        floor.append(_timed(lambda: _read_stock(stock)))
    return Row(f"opening {size:,} entries, checked and folded / TinyDB .all()", median(ours), median(floor), 1.5)


def _read_stock(path: Path) -> None:
    with TinyDB(path) as database:
        database.all()


def gate(folder: Path, rounds: int = 21) -> Row:
    """`launchready gate` as a whole process against `python -c pass`, both with compiled modules."""
    path = folder / "gate.launchready"
    FileStore.create(str(path), records(60)).close()
    compileall.compile_dir(str(Path(launchready.__file__).parent), quiet=2)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], check=False, stdout=subprocess.DEVNULL, env=environment)

    ours, floor = [], []
    for _ in range(rounds):
        ours.append(_timed(lambda: run("-m", "launchready", "gate", str(path))))
        floor.append(_timed(lambda: run("-c", "pass")))
    return Row("`launchready gate` / `python -c pass`", median(ours), median(floor), 10.0)
