"""What a writer is given: a launch at one moment, once as it is and once in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec import Struct

from launchready.exchange.report.report import Report
from launchready.exchange.report.reporting import report_of
from launchready.launch import log
from launchready.launch.log import Sealed
from launchready.launch.model import Launch
from launchready.wording import history
from launchready.wording.language import in_english


class Export(Struct, frozen=True, kw_only=True):
    """`launch` has the ids, days and states that a machine reads, `report` the same in words for people.

    `entries` is the log; writers that tell of the past leave that out where it is empty.
    """

    launch: Launch
    report: Report
    entries: tuple[Sealed, ...] = ()

    @property
    def now(self) -> dt.datetime:
        """The moment of the export, in the launch's zone."""
        return self.report.generated_at

    def told(self) -> Iterator[tuple[Sealed, str]]:
        """Each entry of the log, oldest first, with what it did in words."""
        launch = Launch()
        by_hash = {sealed.hash: sealed.entry for sealed in self.entries}
        for sealed in self.entries:
            with in_english():
                words = history.entry(sealed.entry, launch, by_hash.get(sealed.entry.undoes))
            yield sealed, words
            launch = log.fold(launch, (sealed.entry,))


def export_of(launch: Launch, entries: Sequence[Sealed], now: dt.datetime) -> Export:
    """The launch with its whole log at `now` (aware), ready for any writer."""
    head = entries[-1].hash if entries else log.NOTHING
    return Export(launch=launch, report=report_of(launch, head, len(entries), now), entries=tuple(entries))
