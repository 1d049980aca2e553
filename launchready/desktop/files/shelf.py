"""Launch files as the library shows them: read beside the window, and again only when a file or the day changed."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from launchready import places
from launchready.desktop.answers import answered
from launchready.desktop.runtime.work import Work
from launchready.desktop.widgets.tones import Look, of_decision
from launchready.launch.decision import decide
from launchready.launch.lanes import SIGNING
from launchready.launch.model import Author
from launchready.launch.readiness import lane_readiness
from launchready.launch.schedule import today
from launchready.session import Session
from launchready.store.file import FileStore
from launchready.store.port import StoreError

ARCHIVE = "Archive"
Stamp = tuple[int, int]


class Held(NamedTuple):
    """What the library knows of one launch file. `lanes` are (done, all) gates of each signing lane.

    With a `problem` (a sentence) the file can't be opened, and there is nothing else. Without a `look` it was not
    read yet. `day` is the day, in the launch's zone, for which the verdict holds.
    """

    path: str
    name: str
    archived: bool = False
    tier: int = 0
    date: dt.date = dt.date.min
    days: int = 0
    zone: str = "UTC"
    day: dt.date = dt.date.min
    look: Look | None = None
    lanes: tuple[tuple[int, int], ...] = ()
    edited: dt.datetime | None = None
    problem: str = ""

    @property
    def is_known(self) -> bool:
        return self.look is not None or bool(self.problem)


def unread(path: str) -> Held:
    """A launch file before it was read, under its file's name."""
    return Held(path, Path(path).name.removesuffix(places.SUFFIX), _is_archived(path))


def _is_archived(path: str) -> bool:
    return Path(path).parent.name == ARCHIVE


def read_held(path: str, now: dt.datetime) -> Held:
    """The facts of one launch file. Never raises: what is wrong with it is its `problem`."""
    try:
        store = FileStore.open(path)
    except StoreError as error:
        return unread(path)._replace(problem=_why(error))
    try:
        session = Session(store, Author("somebody"), lambda: now, str)
        launch = session.launch
        day = today(launch, now)
        lanes = (lane_readiness(launch, lane.id) for lane in SIGNING)
        return Held(
            path=path,
            name=launch.name,
            archived=_is_archived(path),
            tier=launch.tier,
            date=launch.date,
            days=(launch.date - day).days,
            zone=launch.zone,
            day=day,
            look=of_decision(decide(launch, now)),
            lanes=tuple((lane.done, lane.total) for lane in lanes),
            edited=session.entries[-1].entry.at,
        )
    except StoreError as error:
        return unread(path)._replace(problem=_why(error))
    finally:
        store.close()


def _why(error: StoreError) -> str:
    """Without the folders: the row says which file it is."""
    arguments = dict(error.arguments)
    if isinstance(file := arguments.get("file"), str):
        arguments["file"] = Path(file).name
    return answered(error.code, arguments)


def launch_files(folder: Path) -> list[str]:
    """The launch files of a folder and of its archive; of a folder that isn't there, none."""
    found: list[str] = []
    for place in (folder, folder / ARCHIVE):
        try:
            found += [str(path) for path in place.iterdir() if path.suffix == places.SUFFIX and path.is_file()]
        except OSError:
            continue
    return sorted(found)


def free_path(folder: Path, name: str) -> Path:
    """A path in the folder that nothing has: `atlas.launchready`, else `atlas-2.launchready`."""
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{name.removesuffix(places.SUFFIX)}-{number}{places.SUFFIX}"
    return path


class Shelf(QObject):
    """Reads launch files beside the window. `came(held)` tells of each that was read, in no particular order."""

    came = Signal(object)

    def __init__(self, clock: Callable[[], dt.datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._known: dict[str, tuple[Stamp, Held]] = {}
        self._work: Work | None = None

    def look_at(self, paths: Iterable[str]) -> list[Held]:
        """What is known now; what is not, or has changed, is read from now on and comes by `came`."""
        found, missing = [], []
        for path in paths:
            known = self._known.get(path)
            found.append(known[1] if known else unread(path))
            if known is None or known[0] != _stamp(path) or not self._is_of_today(known[1]):
                missing.append(path)
        if missing and self._work is None:
            now = self._clock()
            self._work = Work(lambda: _read_all(missing, now), self)
            self._work.came.connect(self._on_came)
            self._work.done.connect(self._on_done)
            self._work.start()
        return found

    def _is_of_today(self, held: Held) -> bool:
        return bool(held.problem) or held.day == self._clock().astimezone(ZoneInfo(held.zone)).date()

    def forget(self, path: str) -> None:
        """Has a file read again at the next look, whatever its stamp."""
        self._known.pop(path, None)

    def _on_done(self) -> None:
        if self._work is not None:
            self._work.deleteLater()
            self._work = None

    def _on_came(self, pair: tuple[Stamp, Held]) -> None:
        stamp, held = pair
        self._known[held.path] = (stamp, held)
        self.came.emit(held)


def _read_all(paths: list[str], now: dt.datetime) -> Iterator[tuple[Stamp, Held]]:
    for path in paths:
        stamp = _stamp(path)
        yield stamp or (0, 0), read_held(path, now)


def _stamp(path: str) -> Stamp | None:
    try:
        status = os.stat(path)  # noqa: PTH116  called for each file at each look
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
