"""Reading what somebody wants to import: a checklist in any format, or the checklist of another launch."""

from __future__ import annotations

import datetime as dt

from launchready.exchange.launch_in import read_launch
from launchready.exchange.readers import READERS, read
from launchready.exchange.understood import Options, Understood
from launchready.launch.model import Author
from launchready.places import SUFFIX
from launchready.session import Session
from launchready.store.file import FileStore
from launchready.wording.language import tr


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


def read_as(found: Understood) -> str:
    """What the file was taken for, and which of its sheets were read."""
    if found.format == "launch":
        return tr("The checklist of another launch")
    reader = READERS.get(found.format)
    words = tr("Read as {format}").format(format=reader.words() if reader else found.format)
    return " · ".join((words, ", ".join(found.sheets_read))) if len(found.sheets) > 1 else words
