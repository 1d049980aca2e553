"""What the pictures show beside the sample launch: a shelf of launches, a plan to import, a damaged file, a new launch.

All of it lies in a home folder made for the occasion, so that no picture shows where it was taken.
"""

from __future__ import annotations

import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from launchready.launch.drafting import Draft
from launchready.sample import PMM, Sample
from launchready.store.file import FileStore

if TYPE_CHECKING:
    from launchready.desktop.window import Window
    from launchready.session import Session

PLAN = """Task Name,Responsible,Status,Due Date,Phase,Budget
Write the launch brief,Dana Ruiz,Done,2026-11-02,Messaging,0
Brief the analysts,T. Lind,On ice,03/12/2026,Analyst briefings,1200
Load test at peak,M. Okafor,In progress,T-14,Product quality,300
Rehearse the demo,J. Abe,To do,T-5,Sales enablement,0
Check the support macros,S. Varga,To do,04/12/2026,Operations,0
Release notes,Priya Nair,In progress,T-2,Product quality,0
"""
SHELF = (("Atlas 2.9", 9), ("Beacon for teams", 6), ("Courier", 2))
"""Launches with how many chapters of the sample they have behind them."""


def move_home(home: Path) -> None:
    """From now on this process has its documents and settings there."""
    for folder in ("XDG_DOCUMENTS_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ.pop(folder, None)
    os.environ["HOME"] = os.environ["USERPROFILE"] = str(home)


def fill() -> None:
    """Puts launches on the shelf, the last of them damaged, and a plan beside them."""
    from launchready.desktop.files.filing import launches_folder
    from launchready.identity.profile import Profile, save

    save(Profile(PMM, "dana@example.com"))
    folder = launches_folder()
    for name, chapters in SHELF:
        _put(folder, name, _told(name, chapters))
    _put(folder, "Delta docs", _small("Delta docs"))
    damaged = _put(folder, "Ember", _told("Ember", 3))
    lines = damaged.read_bytes().splitlines(keepends=True)
    whole = len(lines) * 2 // 3
    lines[whole:] = [line.replace(b"a", b"#", 3) for line in lines[whole:]]
    damaged.write_bytes(b"".join(lines))
    (folder / "plan.csv").write_text(PLAN, encoding="utf-8")


def _put(folder: Path, name: str, session: Session) -> Path:
    from launchready.places import file_name

    path = folder / file_name(name)
    FileStore.create(str(path), session.store.read()).close()
    return path


def _told(name: str, chapters: int) -> Session:
    from launchready.desktop.files.opening import clock

    numbers = itertools.count()
    sample = Sample(clock(), lambda: f"{name}-{next(numbers)}")
    session = sample.start()
    _rename(session, name)
    sample.tell(chapters)
    return session


def _small(name: str) -> Session:
    """A Tier 3 launch just begun."""
    import datetime as dt

    from launchready.desktop.files.opening import clock
    from launchready.launch import log
    from launchready.launch.drafting import parse_author
    from launchready.launch.model import Author
    from launchready.session import Session
    from launchready.store.memory import MemoryStore
    from launchready.store.port import Record
    from launchready.templates import load
    from launchready.templates.launching import NewLaunch, first_entry

    numbers = itertools.count()

    def ids() -> str:
        return f"{name}-{next(numbers)}"

    date = clock().date() + dt.timedelta(days=40)
    new = NewLaunch(name=name, tier=3, date=date, pm="S. Varga <varga@example.com>", pmm=PMM)
    changes = tuple(first_entry(new, load("standard"), ids))
    body = log.encode(log.Entry(id=ids(), at=clock(), by=parse_author(new.pm), changes=changes))
    store = MemoryStore()
    store.append(Record(body, log.hash_of(body)), "")
    return Session(store, Author(PMM), clock, ids)


def _rename(session: Session, name: str) -> None:
    draft = Draft(session.launch, session.new_id)
    draft.edit_launch(name=name)
    session.commit(lambda _: draft.changes)


def open_import(window: Window) -> None:
    from launchready import places

    window.import_file(str(places.data_folder() / "plan.csv"))


def open_damaged(window: Window) -> None:
    from launchready import places

    window.open_file(str(places.data_folder() / places.file_name("Ember")))


def open_new_launch(window: Window) -> None:
    window.new_launch()
    page: Any = window.page("new_launch")
    page.form.name.setText("Beacon mobile")
    page.form.pm.setText("Priya Nair <priya@example.com>")
    page.form.pmm.setText("Dana Ruiz <dana@example.com>")
    for field in (page.form.pm, page.form.pmm):
        field.setCursorPosition(0)
