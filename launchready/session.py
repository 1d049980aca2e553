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


class Session:
    """Reads a launch from its store, and writes changes to it. Belongs to one thread.

    `clock` gives the aware time of an entry, `new_id` an id that nothing else has.
    """

    def __init__(
        self, store: Store, author: Author, clock: Callable[[], dt.datetime], new_id: Callable[[], str]
    ) -> None:
        self.store = store
        self.author = author
        self.clock = clock
        self.new_id = new_id
        self.launch = Launch()
        self.entries: list[Sealed] = []
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
                before, self.launch = self.launch, log.fold(self.launch, (sealed.entry,))
                self.entries.append(sealed)
                for listener in self._listeners:
                    listener(before, self.launch, sealed, origin)
        except log.Damaged as damaged:
            place = self.store.place(damaged.number)
            raise Unreadable(damaged.code, file=self.store.name, place=place, **damaged.arguments) from None
        return len(self.entries) - known

    def commit(self, build: Build, undoes: Hash = log.NOTHING) -> Sealed:
        """Makes the changes that `build` gives as one entry, durable when this returns.

        Raises Refused, with nothing changed, or StoreError, with the changes kept in `unsaved`, behind those that
        wait there already.
        """
        while True:
            unread = self._refreshed()
            changes = tuple(build(self.launch))
            entry = self._entry(changes, undoes)
            after = log.check(self.launch, entry)
            if isinstance(after, Refusal):
                raise Refused(after)
            record = self._record(entry)
            try:
                if unread is not None:
                    raise unread
                self.store.append(record, self.head)
            except Moved:
                continue
            except StoreError as error:
                self._keep(changes, undoes, error)
                raise
            self._take_own(Sealed(entry, record.hash), after)
            return self.entries[-1]

    def _refreshed(self) -> StoreError | None:
        """Takes in what others wrote; why not, where the store can't be read any more."""
        try:
            self.refresh()
        except StoreError as error:
            return error
        return None

    def _take_own(self, sealed: Sealed, after: Launch) -> None:
        before, self.launch = self.launch, after
        self.entries.append(sealed)
        for listener in self._listeners:
            listener(before, after, sealed, "here")

    def _entry(self, changes: tuple[AnyChange, ...], undoes: Hash) -> Entry:
        now = self.clock().astimezone(dt.UTC).replace(microsecond=0)
        return Entry(id=self.new_id(), at=now, by=self.author, prev=self.head, undoes=undoes, changes=changes)

    @staticmethod
    def _record(entry: Entry) -> Record:
        try:
            body = log.encode(entry)
        except UnicodeEncodeError:
            raise Refused(refuse("text-broken", field="text")) from None
        return Record(body, log.hash_of(body))

    def _keep(self, changes: tuple[AnyChange, ...], undoes: Hash, error: StoreError) -> None:
        kept = tuple(change for change in changes if not isinstance(change, Judgement))
        if kept:
            before = self.unsaved.entries if self.unsaved else ()
            self.unsaved = Unsaved((*before, Waiting(kept, undoes)), error)

    def retry(self) -> Sealed | None:
        """Writes what is unsaved, an entry each, and returns the last.

        Raises StoreError, with what is left kept; or, when all were tried, Refused for the first that no longer fits.
        What is refused is not kept: the refusal says what became of it.
        """
        left = list(self.unsaved.entries) if self.unsaved else []
        self.unsaved = None
        written: Sealed | None = None
        refused: Refused | None = None
        while left:
            try:
                written = self._write(left[0])
            except Refused as refusal:
                refused = refused or refusal
            except StoreError as error:
                self.unsaved = Unsaved(tuple(left), error)
                raise
            left.pop(0)
        if refused is not None:
            raise refused
        return written

    def _write(self, waiting: Waiting) -> Sealed:
        return self.commit(lambda _: waiting.changes, waiting.undoes)

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
        """Takes back my newest entry that stands, or the one named. Returns it and the entry that undid it."""
        done, _ = self._stacks()
        if entry:
            return self._take_back(self.entries[self.position(entry)])
        if not done:
            raise Refused(refuse("nothing-to-undo", by=self.author.name))
        return self._take_back(done[-1])

    def next_undo(self) -> Sealed | None:
        """The entry that `undo` would take back."""
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

    def is_mine(self, by: Author) -> bool:
        """Whether it was me, be it with or without my e-mail."""
        person = person_for(self.launch, by)
        return by == self.author or (person is not None and person == person_for(self.launch, self.author))

    def _stacks(self) -> tuple[list[Sealed], list[Sealed]]:
        """My entries that stand, and my undos that can be taken back, oldest first."""
        done: list[Sealed] = []
        undone: list[Sealed] = []
        for sealed in self.entries:
            if not self.is_mine(sealed.entry.by):
                continue
            target = sealed.entry.undoes
            if any(other.hash == target for other in undone):
                undone = [other for other in undone if other.hash != target]
                done.append(sealed)
            elif target:
                done = [other for other in done if other.hash != target]
                undone.append(sealed)
            else:
                done.append(sealed)
                undone = []
        return done, undone


def any_judgement(entry: Entry) -> bool:
    """Whether the entry holds somebody's word, which is withdrawn rather than undone."""
    return any(isinstance(change, Judgement) for change in entry.changes)


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
