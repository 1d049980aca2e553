"""One open launch: its store, its state, what was undone, and who listens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from launchready.launch import log
from launchready.launch.changes import AnyChange, Judgement
from launchready.launch.entitlement import person_for
from launchready.launch.log import Entry, Hash, Sealed
from launchready.launch.model import Author, Launch
from launchready.launch.refusal import Refusal, Refused, refuse
from launchready.session.undoing import any_judgement, stacks
from launchready.store.port import Moved, Record, Store, StoreError, Unreadable

Build: TypeAlias = Callable[[Launch], Sequence[AnyChange]]
"""Makes the changes from the state they will be checked on. Asked again when another writer came first."""

Listener: TypeAlias = Callable[[Launch, Launch, Sealed, str], None]
"""Hears each entry: the launch before and after it, the entry, and its origin ("here" or "elsewhere")."""


class Waiting(NamedTuple):
    """The changes of one entry that could not be written, and what it takes back, if anything."""

    changes: tuple[AnyChange, ...]
    undoes: Hash


class Unsaved(NamedTuple):
    """What could not be written, oldest first, and why. Judgements are never kept here: one that is not on disk was
    not given."""

    entries: tuple[Waiting, ...]
    error: StoreError


class _Ready(NamedTuple):
    """An entry that may be written, its record, and the launch after it."""

    entry: Entry
    record: Record
    after: Launch


class Session:
    """Reads a launch from its store, and writes changes to it. Belongs to one thread.

    `written` is the launch as its entries give it; `launch` is the same with what is unsaved on top, which is what its
    author sees and goes on from. `clock` gives the aware time of an entry, `new_id` an id that nothing else has.
    """

    def __init__(
        self, store: Store, author: Author, clock: Callable[[], dt.datetime], new_id: Callable[[], str]
    ) -> None:
        self.store = store
        self.author = author
        self.clock = clock
        self.new_id = new_id
        self.entries: list[Sealed] = []
        self.written = self.launch = Launch()
        self.unsaved: Unsaved | None = None
        self._listeners: list[Listener] = []
        self.refresh()

    @property
    def head(self) -> Hash:
        """The hash of the newest entry; empty for a store without any."""
        return self.entries[-1].hash if self.entries else log.NOTHING

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` at every entry from now on. Returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def refresh(self) -> int:
        """Takes in what others wrote. Returns how many entries that were. Raises StoreError."""
        return self._take(self.store.read(len(self.entries)), "elsewhere")

    def _take(self, records: Sequence[Record], origin: str) -> int:
        known = len(self.entries)
        try:
            for sealed in log.unseal(records, self.head, known):
                self._take_in(sealed, log.fold(self.written, (sealed.entry,)), origin)
        except log.Damaged as damaged:
            place = self.store.place(damaged.number)
            raise Unreadable(damaged.code, file=self.store.name, place=place, **damaged.arguments) from None
        return len(self.entries) - known

    def _take_in(self, sealed: Sealed, written: Launch, origin: str) -> None:
        self.written = written
        self.entries.append(sealed)
        self._show(sealed, origin)

    def _show(self, sealed: Sealed, origin: str) -> None:
        before, self.launch = self.launch, self._with_unsaved()
        for listener in self._listeners:
            listener(before, self.launch, sealed, origin)

    def _with_unsaved(self) -> Launch:
        """What no longer fits is left out, until it is tried."""
        launch = self.written
        for waiting in self.waiting:
            after = log.check(launch, self._entry(*waiting))
            launch = launch if isinstance(after, Refusal) else after
        return launch

    def commit(self, build: Build, undoes: Hash = log.NOTHING) -> Sealed:
        """Makes the changes that `build` gives as one entry, durable when this returns. What is unsaved goes first.

        Raises Refused, with nothing changed, or StoreError, with the changes kept in `unsaved`, behind those that
        wait there already.
        """
        failing = self._retried()
        while True:
            unread = failing or self._refreshed()
            ready = self._ready(self.launch, tuple(build(self.launch)), undoes)
            try:
                if unread is not None:
                    raise unread
                return self._append(ready)
            except Moved:
                continue
            except StoreError as error:
                self._keep(ready.entry, error)
                raise

    def _retried(self) -> StoreError | None:
        """Writes what is unsaved; why not, where it still can't be."""
        try:
            self.retry()
        except StoreError as error:
            return error
        return None

    def _refreshed(self) -> StoreError | None:
        """Takes in what others wrote; why not, where the store can't be read any more."""
        try:
            self.refresh()
        except StoreError as error:
            return error
        return None

    def _ready(self, launch: Launch, changes: tuple[AnyChange, ...], undoes: Hash) -> _Ready:
        entry = self._entry(changes, undoes)
        after = log.check(launch, entry)
        if isinstance(after, Refusal):
            raise Refused(after)
        try:
            body = log.encode(entry)
        except UnicodeEncodeError:
            raise Refused(refuse("text-broken", field="text")) from None
        return _Ready(entry, Record(body, log.hash_of(body)), after)

    def _append(self, ready: _Ready, waiting: tuple[Waiting, ...] = ()) -> Sealed:
        self.store.append(ready.record, self.head)
        self._wait(waiting)
        self._take_in(Sealed(ready.entry, ready.record.hash), ready.after, "here")
        return self.entries[-1]

    def _entry(self, changes: tuple[AnyChange, ...], undoes: Hash) -> Entry:
        now = self.clock().astimezone(dt.UTC).replace(microsecond=0)
        return Entry(id=self.new_id(), at=now, by=self.author, prev=self.head, undoes=undoes, changes=changes)

    # -- what could not be written ------------------------------------------------------------------------------

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What is unsaved, oldest first."""
        return self.unsaved.entries if self.unsaved else ()

    def _wait(self, entries: tuple[Waiting, ...]) -> None:
        self.unsaved = Unsaved(entries, self.unsaved.error) if entries and self.unsaved else None

    def _keep(self, entry: Entry, error: StoreError) -> None:
        kept = tuple(change for change in entry.changes if not isinstance(change, Judgement))
        if kept:
            self.unsaved = Unsaved((*self.waiting, Waiting(kept, entry.undoes)), error)
            self._show(Sealed(entry, log.NOTHING), "here")

    def retry(self) -> Sealed | None:
        """Writes what is unsaved, an entry each, and returns the last.

        Raises StoreError, with what is left kept; or, when all were tried, Refused for the first that no longer fits.
        What is refused is not kept: the refusal says what became of it.
        """
        written: Sealed | None = None
        refused: Refused | None = None
        while self.unsaved is not None:
            try:
                written = self._write(self.waiting[0], self.waiting[1:])
            except Refused as refusal:
                refused = refused or refusal
                self._drop(0)
            except StoreError as error:
                self.unsaved = Unsaved(self.waiting, error)
                raise
        if refused is not None:
            raise refused
        return written

    def _write(self, first: Waiting, others: tuple[Waiting, ...]) -> Sealed:
        while True:
            self.refresh()
            try:
                return self._append(self._ready(self.written, *first), others)
            except Moved:
                continue

    def _drop(self, number: int) -> Sealed:
        """Lets go of one entry that waits, which has no hash."""
        dropped = Sealed(self._entry(*self.waiting[number]), log.NOTHING)
        self._wait(tuple(each for at, each in enumerate(self.waiting) if at != number % len(self.waiting)))
        self._show(dropped, "here")
        return dropped

    def discard(self) -> None:
        """Lets go of all that is unsaved."""
        while self.waiting:
            self._drop(-1)

    # -- what was -----------------------------------------------------------------------------------------------

    def at(self, head: Hash) -> Launch:
        """The launch as it was after the entry of that hash, or of the one hash that starts so.

        Raises Refused if there is no such entry, or more than one.
        """
        return log.fold(Launch(), (sealed.entry for sealed in self.entries[: self.position(head) + 1]))

    def position(self, head: Hash) -> int:
        """The position of an entry by its hash, or by how it starts. Raises Refused."""
        if head == self.head:
            return len(self.entries) - 1
        found = [number for number, sealed in enumerate(self.entries) if head and sealed.hash.startswith(head)]
        if len(found) != 1:
            raise Refused(refuse("entry-many" if found else "entry-unknown", entry=head))
        return found[0]

    def undo(self, entry: Hash = log.NOTHING) -> tuple[Sealed, Sealed]:
        """Takes back my newest entry that stands, or the one named. Returns it and the entry that undid it.

        What is unsaved and still can't be written is the newest of all; nothing is written then.
        """
        if not entry and self._retried() is not None:
            dropped = self._drop(-1)
            return dropped, dropped
        done, _ = self._stacks()
        if entry:
            return self._take_back(self.entries[self.position(entry)])
        if not done:
            raise Refused(refuse("nothing-to-undo", by=self.author.name))
        return self._take_back(done[-1])

    def next_undo(self) -> Sealed | None:
        """The entry that `undo` would take back; without a hash where it is unsaved."""
        if self.waiting:
            return Sealed(self._entry(*self.waiting[-1]), log.NOTHING)
        done, _ = self._stacks()
        return done[-1] if done else None

    def next_redo(self) -> Sealed | None:
        """The entry that `redo` would do again."""
        _, undone = self._stacks()
        return self.entries[self.position(undone[-1].entry.undoes)] if undone else None

    def redo(self) -> tuple[Sealed, Sealed]:
        """Takes back my newest undo, unless I changed something since. Returns what is done again, and its entry."""
        _, undone = self._stacks()
        if not undone:
            raise Refused(refuse("nothing-to-redo", by=self.author.name))
        taken_back = self.entries[self.position(undone[-1].entry.undoes)]
        return taken_back, self._take_back(undone[-1])[1]

    def _take_back(self, sealed: Sealed) -> tuple[Sealed, Sealed]:
        if any(other.entry.undoes == sealed.hash for other in self.entries):
            raise Refused(refuse("already-undone"))
        changes = log.inverse(sealed.entry)
        if changes is None:
            raise Refused(refuse("judgement-stays" if any_judgement(sealed.entry) else "creation-stays"))
        return sealed, self.commit(lambda _: changes, undoes=sealed.hash)

    def _stacks(self) -> tuple[list[Sealed], list[Sealed]]:
        return stacks(sealed for sealed in self.entries if self.is_mine(sealed.entry.by))

    def is_mine(self, by: Author) -> bool:
        """Whether it was me, be it with or without my e-mail."""
        person = person_for(self.launch, by)
        return by == self.author or (person is not None and person == person_for(self.launch, self.author))
