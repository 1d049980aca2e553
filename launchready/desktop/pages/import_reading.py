"""Reading what somebody wants to import: a checklist in any format, or the checklist of another launch."""

from __future__ import annotations

import datetime as dt

from launchready.exchange.launch_in import read_launch
from launchready.exchange.readers import read
from launchready.exchange.understood import Options, Understood
from launchready.launch.model import Author
from launchready.places import SUFFIX
from launchready.session import Session
from launchready.store.file import FileStore


def read_file(path: str, options: Options) -> Understood:
    """What is understood of a file. Raises ImportRefused or StoreError; runs in any thread, and changes nothing."""
    if not path.endswith(SUFFIX):
        return read(path, options)
    store = FileStore.open(path)
    try:
        session = Session(store, Author("somebody"), lambda: dt.datetime.now(dt.UTC), str)
        return read_launch(session.launch, path, options)
    finally:
        store.close()
