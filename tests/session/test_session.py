"""One open launch: entries committed, heard, undone and redone; two sessions on one store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given

from launchready.launch import log
from launchready.launch.changes import (
    AnyChange,
    PersonAdded,
    SignedOff,
)
from launchready.launch.log import Sealed
from launchready.launch.model import Author, Launch, Person
from launchready.launch.refusal import Refused
from launchready.store.memory import MemoryStore
from launchready.store.port import Record, StoreError, Unreadable
from tests.launch import builders as b
from tests.launch.drawing import LAWS, Made, histories
from tests.session.opened import DANA, PRIYA, FullDisk, a_session, agreement, opened, refused, rename, title


def test_an_entry_is_stored_chained_and_names_its_author_and_time() -> None:
    session = a_session()
    before = session.head
    sealed = rename(session, "Soak test")
    assert (sealed.entry.prev, sealed.entry.by, sealed.entry.at) == (before, PRIYA, b.NOW)
    assert session.head == sealed.hash == session.store.read()[-1].hash
    assert title(opened(session.store)) == "Soak test"  # type: ignore[arg-type]


def test_an_entrys_time_is_utc_to_the_second() -> None:
    session = a_session()
    session.clock = lambda: dt.datetime(2026, 11, 20, 10, 0, 0, 999, dt.timezone(dt.timedelta(hours=1)))
    assert rename(session, "Soak test").entry.at == b.NOW


def test_a_refused_entry_changes_nothing() -> None:
    session = a_session()
    before, stored = b.canonical(session.launch), session.store.read()
    kim = PersonAdded(person=Person(id="kim", name="Kim"))
    assert refused(session, kim, kim) == "person-exists"
    assert refused(session) == "nothing-to-do"
    assert b.canonical(session.launch) == before
    assert session.store.read() == stored
    assert session.unsaved is None


def test_a_judgement_by_somebody_else_is_refused() -> None:
    session = a_session(DANA)
    assert refused(session, *agreement(session.launch)) == "not-yours"


def test_text_that_no_file_can_hold_is_refused() -> None:
    session = a_session()
    stray = b.edit(session.launch, "load", notes="\ud800")
    assert refused(session, stray) == "text-broken"
    session.author = Author(name="\ud800")
    assert refused(session, b.edit(session.launch, "load", notes="Else")) == "text-broken"


@LAWS
@given(histories(most=20))
def test_what_is_committed_is_what_is_read(made: list[Made]) -> None:
    session = a_session()
    for step in made:
        try:
            session.commit(lambda _, change=step.change: [change])  # type: ignore[misc]
        except Refused:
            continue
    again = opened(session.store)  # type: ignore[arg-type]
    assert b.canonical(again.launch) == b.canonical(session.launch)
    assert again.head == session.head


def test_a_session_hears_each_entry_with_what_was_and_is() -> None:
    session = a_session()
    other = opened(session.store.beside(), DANA)  # type: ignore[attr-defined]
    heard: list[tuple[str, str, str, str]] = []

    def listen(before: Launch, after: Launch, sealed: Sealed, origin: str) -> None:
        heard.append((before.tasks["load"].title, after.tasks["load"].title, sealed.entry.by.name, origin))

    stop = session.listen(listen)
    rename(session, "Soak test")
    rename(other, "Stress test")
    assert len(heard) == 1
    assert session.refresh() == 1
    stop()
    rename(session, "Else")
    assert heard == [
        ("Load test", "Soak test", "Priya Nair", "here"),
        ("Soak test", "Stress test", "Dana Ruiz", "elsewhere"),
    ]


def test_two_sessions_on_one_store_lose_nothing() -> None:
    first = a_session()
    second = opened(first.store.beside(), DANA)  # type: ignore[attr-defined]
    for number in range(3):
        rename(first, f"Load {number}")
        rename(second, f"Kit {number}", "kit")
    first.refresh()
    assert (title(first), title(first, "kit")) == ("Load 2", "Kit 2")
    assert b.canonical(first.launch) == b.canonical(second.launch)
    assert first.head == second.head


def test_who_was_overtaken_between_check_and_write_builds_again() -> None:
    first = a_session()
    second = opened(first.store.beside(), DANA)  # type: ignore[attr-defined]
    seen: list[str] = []

    def build(launch: Launch) -> Sequence[AnyChange]:
        seen.append(launch.tasks["load"].title)
        if len(seen) == 1:
            rename(second, "Stress test")
        return [b.edit(launch, "load", title="Soak test")]

    first.commit(build)
    assert seen == ["Load test", "Stress test"]
    assert [sealed.entry.by.name for sealed in first.entries[1:]] == ["Dana Ruiz", "Priya Nair"]


def test_what_was_seen_before_the_other_wrote_is_refused() -> None:
    first = a_session()
    second = opened(first.store.beside(), DANA)  # type: ignore[attr-defined]
    change = b.edit(first.launch, "load", title="Soak test")
    rename(second, "Stress test")
    assert refused(first, change) == "moved-on"
    assert title(first) == "Stress test"


def test_the_launch_is_given_as_it_was_at_any_entry() -> None:
    session = a_session()
    first = session.head
    one = rename(session, "One")
    rename(session, "Two")
    titles = [session.at(head).tasks["load"].title for head in (first, one.hash, one.hash[:10], session.head)]
    assert titles == ["Load test", "One", "One", "Two"]
    for head, code in (("zz", "entry-unknown"), ("", "entry-unknown")):
        with pytest.raises(Refused, match=code):
            session.at(head)
    assert opened(FullDisk()).at("") == Launch()


def test_a_hash_that_starts_more_than_one_entry_is_refused() -> None:
    session = a_session()
    while len({sealed.hash[0] for sealed in session.entries}) == len(session.entries):
        rename(session, f"Title {len(session.entries)}")
    first = session.entries[-1].hash[0]
    with pytest.raises(Refused, match="entry-many"):
        session.at(first)


def test_a_damaged_log_is_refused_with_its_place() -> None:
    session = a_session()
    rename(session, "One")
    first, second = session.store.read()
    broken = Record(second.body.replace(b"One", b"Two"), second.hash)
    with pytest.raises(Unreadable) as refusal:
        opened(MemoryStore([first, broken]))
    assert (refusal.value.code, refusal.value.arguments["place"]) == ("log-hash", "record 2")
    assert isinstance(refusal.value, StoreError)
    assert log.hash_of(first.body) == first.hash


def test_a_sign_off_through_the_session_stands_for_its_author() -> None:
    session = a_session()
    session.commit(lambda launch: [b.sign(launch, "pm", b.Position.NO_GO)])
    held = session.launch.sign_offs["pm"]
    assert (held.word.by, held.word.recorded_by) == (b.PRIYA, "")
    assert any(isinstance(change, SignedOff) for change in session.entries[-1].entry.changes)
