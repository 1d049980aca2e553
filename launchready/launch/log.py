"""The log: entries chained by hash, and the launch as their fold."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import msgspec
from msgspec import Struct

from launchready.launch.changes import AnyChange, Judgement, LaunchCreated
from launchready.launch.changes.launch import FORMAT
from launchready.launch.coverage import CANONICAL
from launchready.launch.entitlement import person_for
from launchready.launch.model import Author, Launch, Word
from launchready.launch.refusal import Argument, Refusal, refuse

Hash: TypeAlias = str
NOTHING: Hash = ""
"""What the first entry names as its predecessor."""


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A transaction: all of its changes happen, or none. `prev` is the hash of the entry before, `undoes` the
    hash of the entry that this one takes back. `at` is UTC, to the second."""

    id: str
    at: dt.datetime
    by: Author
    prev: Hash = NOTHING
    undoes: Hash = NOTHING
    changes: tuple[AnyChange, ...]


DECODER = msgspec.json.Decoder(Entry)


class Damaged(Exception):  # noqa: N818  worded like the other refusals
    """A log that can't be trusted. `code` is one of `wording.REFUSALS`, `number` the entry's position from 0."""

    def __init__(self, code: str, number: int, **args: Argument) -> None:
        super().__init__(code)
        self.code = code
        self.number = number
        self.arguments = args


class Sealed(Struct, frozen=True):
    """An entry with the hash of its stored bytes."""

    entry: Entry
    hash: Hash


def encode(entry: Entry) -> bytes:
    """The entry's canonical form (RFC 8785): sorted keys, no spaces, no floats."""
    return CANONICAL.encode(entry)


def hash_of(body: bytes) -> Hash:
    """SHA-256 of an entry's bytes as stored, in hex."""
    return hashlib.sha256(body).hexdigest()


def unseal(records: Iterable[tuple[bytes, Hash]], after: Hash = NOTHING, number: int = 0) -> Iterator[Sealed]:
    """Entries of stored bytes, each checked: its hash, its place in the chain, its form.

    `after` is the hash that the first must follow, `number` its position. Raises `Damaged`.
    """
    decode, encode_again, sha256 = DECODER.decode, CANONICAL.encode, hashlib.sha256
    for position, (body, stored) in enumerate(records, number):
        if sha256(body).hexdigest() != stored:
            raise Damaged("log-hash", position)
        try:
            entry = decode(body)
        except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
            raise _undecodable(position, str(error)) from None
        if entry.prev != after:
            raise Damaged("log-chain", position)
        if encode_again(entry) != body:
            raise Damaged("log-form", position)
        if position == 0:
            _is_a_launch(entry)
        yield Sealed(entry, stored)
        after = stored


def _is_a_launch(entry: Entry) -> None:
    if not entry.changes or not isinstance(entry.changes[0], LaunchCreated):
        raise Damaged("log-no-launch", 0)
    if entry.changes[0].format > FORMAT:
        raise Damaged("log-newer", 0, format=entry.changes[0].format)


def _undecodable(position: int, problem: str) -> Damaged:
    """Tells an entry of a newer version (an unknown change or field) from a broken one."""
    unknown = "unknown field" in problem or ("Invalid value" in problem and ".change" in problem)
    if unknown:
        return Damaged("log-newer", position, format=FORMAT)
    return Damaged("log-form", position, problem=problem)


def fold(launch: Launch, entries: Iterable[Entry]) -> Launch:
    """The launch after those entries."""
    for entry in entries:
        for change in entry.changes:
            launch = change.apply(launch)
    return launch


def check(launch: Launch, entry: Entry) -> Refusal | Launch:
    """The launch after the entry, or why it may not be appended: the first refusal of its changes, one by one."""
    if not entry.changes:
        return refuse("nothing-to-do")
    if not launch.id and not isinstance(entry.changes[0], LaunchCreated):
        return refuse("launch-missing")
    for change in entry.changes:
        refusal = change.check(launch) or _authorship(launch, entry, change)
        if refusal is not None:
            return refusal
        launch = change.apply(launch)
    return launch


AT_ONCE = dt.timedelta(minutes=10)
"""How far the time of a word may be from its entry's: one's own word is not dated back into a delegation."""


def _authorship(launch: Launch, entry: Entry, change: AnyChange) -> Refusal | None:
    """A judgement is its author's own, or says who recorded it. Nothing else brings anybody's word, but taking back."""
    if not isinstance(change, Judgement):
        return refuse("word-not-given") if change.says(launch) and not entry.undoes else None
    if change.word.by not in launch.people:
        return refuse("person-gone")
    if not _is_timely(entry, change.word):
        return refuse("word-untimely", day=change.word.at.date())
    if change.word.recorded_by:
        return None if change.word.recorded_by == entry.by.name else refuse("recorded-by-other")
    author = person_for(launch, entry.by)
    if author is None or author.id != change.word.by:
        return refuse("not-yours", name=launch.people[change.word.by].name, by=entry.by.name)
    return None


def _is_timely(entry: Entry, word: Word) -> bool:
    """Whether the word's time is its entry's; one that was recorded may be older."""
    if word.at.tzinfo is None:
        return False
    late = entry.at - word.at
    return late >= -AT_ONCE and (late <= AT_ONCE or bool(word.recorded_by))


def inverse(entry: Entry) -> tuple[AnyChange, ...] | None:
    """The changes that take the entry back, last first; None where one of them can't be undone."""
    taken = [change.inverse() for change in reversed(entry.changes)]
    if any(change is None for change in taken):
        return None
    return tuple(change for change in taken if change is not None)
