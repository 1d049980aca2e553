"""A launch file that is not there yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from launchready.launch import log
from launchready.launch.changes import AnyChange
from launchready.launch.model import Author, Launch
from launchready.launch.refusal import Refusal, Refused
from launchready.store.port import Record


def create(
    file: str,
    changes: Sequence[AnyChange],
    author: Author,
    clock: Callable[[], dt.datetime],
    new_id: Callable[[], str],
) -> Launch:
    """Writes a new launch file with one entry. Raises Refused, or StoreError where the file can't be made."""
    from launchready.store.file import FileStore

    at = clock().astimezone(dt.UTC).replace(microsecond=0)
    entry = log.Entry(id=new_id(), at=at, by=author, changes=tuple(changes))
    launch = log.check(Launch(), entry)
    if isinstance(launch, Refusal):
        raise Refused(launch)
    body = log.encode(entry)
    FileStore.create(file, [Record(body, log.hash_of(body))]).close()
    return launch
