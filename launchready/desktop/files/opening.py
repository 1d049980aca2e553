"""Opening launch files: a bridge over a session over the file."""

from __future__ import annotations

import datetime as dt
import secrets

from launchready.desktop.bridge import LaunchBridge, worded
from launchready.desktop.widgets.tones import Look, of_verdict
from launchready.identity import profile
from launchready.launch.decision import decide
from launchready.launch.model import Author
from launchready.session import Session
from launchready.store.file import FileStore
from launchready.store.port import Record, StoreError

ELSEWHERE = ("missing", "not-a-file", "no-permission", "cannot-read", "gone")
"""Why a file can't be opened that says nothing against what is in it."""


class NotOpened(Exception):  # noqa: N818  an answer that is shown
    """A file that can't be opened; the message is the sentence that says why. `is_damage`: it is the content."""

    def __init__(self, error: StoreError) -> None:
        super().__init__(worded(error))
        self.is_damage = error.code not in ELSEWHERE


def author() -> Author:
    """Who acts in the window: the profile, else the name one is logged in with."""
    try:
        known = profile.load()
    except profile.ProfileRefused:
        known = None
    if known is not None:
        return Author(known.name, known.email)
    import getpass

    try:
        return Author(getpass.getuser())
    except (OSError, KeyError):
        return Author("somebody")


def clock() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def new_id() -> str:
    return secrets.token_hex(8)


def open_file(path: str) -> LaunchBridge:
    """The launch in that file, ready to work on. Raises NotOpened."""
    try:
        store = FileStore.open(path)
    except StoreError as error:
        raise NotOpened(error) from error
    try:
        return LaunchBridge(Session(store, author(), clock, new_id))
    except StoreError as error:
        store.close()
        raise NotOpened(error) from error


def open_whole(path: str) -> LaunchBridge:
    """What is whole of a damaged launch file, to look at and to copy. Raises NotOpened where nothing is."""
    from launchready.store.salvage import ReadOnlyStore

    store = ReadOnlyStore(whole_of(path)[0], path)
    try:
        bridge = LaunchBridge(Session(store, author(), clock, new_id))
    except StoreError as error:
        raise NotOpened(error) from error
    bridge.hold_back(worded(StoreError("only-whole-part", file=path)))
    return bridge


def whole_of(path: str) -> tuple[list[Record], int]:
    """The entries before the damage, each checked against the one before it, and how many lines there are."""
    from launchready.launch import log
    from launchready.store.salvage import whole_records

    found = whole_records(path)
    sound = 0
    try:
        for _ in log.unseal(found.records):
            sound += 1
    except log.Damaged:
        pass
    return found.records[:sound], found.lines


def look_at(path: str) -> Look | None:
    """The verdict of a launch that is not open; None where it can't be read."""
    try:
        store = FileStore.open(path)
    except StoreError:
        return None
    try:
        return of_verdict(decide(Session(store, Author("somebody"), clock, new_id).launch, clock()).verdict)
    except StoreError:
        return None
    finally:
        store.close()
