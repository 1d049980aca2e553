"""The port every store keeps to, and the refusals it may answer with."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Record(NamedTuple):
    """One entry of a log as it is stored: its bytes, and the hash that names it."""

    body: bytes
    hash: str


class StoreError(Exception):
    """What a store could not do: a code with arguments, put into words by whoever shows it.

    The kinds below are named for what happened, as the caller reads them in an `except`; hence no "Error" in them.
    """

    def __init__(self, code: str, **args: object) -> None:
        super().__init__(code, args)
        self.code = code
        self.arguments = args

    def __str__(self) -> str:
        return f"{self.code}: " + ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())


class Moved(StoreError):  # noqa: N818
    """Someone else wrote since the caller last read. Nothing was changed: read, check again, append again."""


class Unreadable(StoreError):  # noqa: N818
    """What lies there is refused as it is. Nothing was changed, and the damage is not worked around."""


class Unwritable(StoreError):  # noqa: N818
    """The change was not written, and what was stored before is still there as it was."""


class Replaced(StoreError):  # noqa: N818
    """What was opened is no longer what the path names: taken away, replaced, cut short or overwritten."""


class Broken(StoreError):  # noqa: N818
    """A write failed and could not be taken back, so whether it lasted is unknown. The store has closed itself."""


class Store(Protocol):
    """A log that only grows. One store belongs to one thread; several processes may each have one on the same log."""

    @property
    def name(self) -> str:
        """What people know the place by: a path, for a file."""

    @property
    def torn(self) -> int:
        """The bytes of an unfinished last line, which does not count as a record; 0 where there is none."""

    def read(self, after: int = 0) -> list[Record]:
        """The records from position `after` on, counted from 0, with what others have written by now."""

    def append(self, record: Record, after: str) -> None:
        """Store `record` durably behind the record whose hash is `after` ("" for the first); Moved if it isn't last."""

    def changed(self) -> bool:
        """Whether another `read` could give something new; cheap enough for a timer. It never raises."""

    def place(self, n: int) -> str:
        """Where people find record `n`, counted from 0, such as "line 17"."""

    def close(self) -> None:
        """Let go of the place. Closing twice is harmless; anything else on a closed store is a StoreError."""
