"""A copy of a launch in a new file, with what could not be saved in the old one."""

from __future__ import annotations

import contextlib
import os
from functools import partial
from pathlib import Path

from launchready.desktop.files.filing import NotFiled, launches_folder
from launchready.desktop.files.shelf import free_path
from launchready.launch import log
from launchready.launch.changes import AnyChange
from launchready.launch.model import Launch
from launchready.launch.refusal import Refused
from launchready.session import Session
from launchready.store.file import FileStore
from launchready.store.port import Record


def _given(changes: tuple[AnyChange, ...], _: Launch) -> tuple[AnyChange, ...]:
    return changes


def place_for_copy(path: Path) -> Path:
    """A free name beside the launch; among the launches where that folder is gone or can't be written."""
    folder = path.parent
    if not os.access(folder, os.W_OK):
        with contextlib.suppress(NotFiled):
            folder = launches_folder()
    return free_path(folder, path.name)


def save_copy(session: Session, path: str) -> None:
    """Writes the log as far as it is known, entry by entry as it was, then what is unsaved. Raises StoreError.

    What is unsaved and no longer fits stays unsaved in the session, where it is still shown.
    """
    bodies = [log.encode(sealed.entry) for sealed in session.entries]
    store = FileStore.create(path, [Record(body, log.hash_of(body)) for body in bodies])
    try:
        if session.unsaved is not None:
            copy = Session(store, session.author, session.clock, session.new_id)
            for waiting in session.unsaved.entries:
                with contextlib.suppress(Refused):
                    copy.commit(partial(_given, waiting.changes))
    finally:
        store.close()
