"""One open launch: entries committed, heard, undone and redone; two sessions on one store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import count

import pytest
from hypothesis import given

from launchready.launch import log
from launchready.launch.changes import (
    AnyChange,
    ChecklistAgreed,
    PersonAdded,
    SignedOff,
    TaskAdded,
)
from launchready.launch.coverage import coverage
from launchready.launch.log import Sealed
from launchready.launch.model import Author, Launch, Person, Status
from launchready.launch.refusal import Refused
from launchready.session import Session
from launchready.store.memory import MemoryStore
from launchready.store.port import Record, StoreError, Unreadable, Unwritable
from tests.launch import builders as b
from tests.launch.drawing import LAWS, Made, histories

PRIYA, DANA = Author(name="Priya Nair"), Author(name="Dana Ruiz")
IDS = count()


class FullDisk(MemoryStore):
    """A store that can't write while `full`."""

    full = False

    def append(self, record: Record, after: str) -> None:
        if self.full:
            raise Unwritable("unwritable", name=self.name)
        super().append(record, after)


def opened(store: MemoryStore, author: Author = PRIYA) -> Session:
    return Session(store, author, clock=lambda: b.NOW, new_id=lambda: f"id{next(IDS)}")


def a_session(author: Author = PRIYA) -> Session:
    session = opened(FullDisk(), author)
    session.commit(lambda _: (*b.setup(), *(TaskAdded(task=task) for task in b.TASKS)))  # type: ignore[arg-type]
    return session


def full(session: Session, is_full: bool = True) -> None:
    assert isinstance(session.store, FullDisk)
    session.store.full = is_full


def rename(session: Session, title: str, task: str = "load") -> Sealed:
    return session.commit(lambda launch: [b.edit(launch, task, title=title)])


def title(session: Session, task: str = "load") -> str:
    return session.launch.tasks[task].title


def refused(session: Session, *changes: AnyChange) -> str:
    with pytest.raises(Refused) as answer:
        session.commit(lambda _: changes)
    return answer.value.refusal.code


def agreement(launch: Launch) -> Sequence[AnyChange]:
    return [ChecklistAgreed(lane="pm", covered=coverage(launch, "pm"), word=b.word(b.PRIYA))]


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


# Undo and redo


def test_a_second_undo_goes_one_further_back_and_redo_comes_forward() -> None:
    session = a_session()
    one, two = rename(session, "One"), rename(session, "Two")
    assert session.next_undo() == two
    undone, entry = session.undo()
    assert (undone, entry.entry.undoes, title(session)) == (two, two.hash, "One")
    assert session.undo()[0] == one
    assert title(session) == "Load test"
    assert session.next_redo() == one
    assert session.redo()[0] == one
    assert title(session) == "One"
    assert session.redo()[0] == two
    assert title(session) == "Two"
    with pytest.raises(Refused, match="nothing-to-redo"):
        session.redo()
    session.undo()
    assert title(session) == "One"
    session.undo()
    assert title(session) == "Load test"


def test_after_a_new_entry_there_is_nothing_to_redo() -> None:
    session = a_session()
    rename(session, "One")
    session.undo()
    rename(session, "Kit", "kit")
    with pytest.raises(Refused, match="nothing-to-redo"):
        session.redo()


def test_undo_takes_my_own_entries_only() -> None:
    session = a_session()
    rename(session, "One")
    other = opened(session.store.beside(), DANA)  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="nothing-to-undo"):
        other.undo()
    rename(other, "Kit", "kit")
    session.refresh()
    session.undo()
    assert (title(session), title(session, "kit")) == ("Load test", "Kit")


def test_an_entry_is_mine_with_or_without_my_e_mail() -> None:
    session = a_session()
    rename(session, "One")
    assert opened(session.store, Author(name="priya nair", email="p@x.example")).undo()  # type: ignore[arg-type]


def test_two_strangers_to_the_launch_are_not_one() -> None:
    session = a_session()
    rename(opened(session.store, Author(name="Sam")), "One")  # type: ignore[arg-type]
    with pytest.raises(Refused, match="nothing-to-undo"):
        opened(session.store, Author(name="Kim")).undo()  # type: ignore[arg-type]
    assert opened(session.store, Author(name="Sam")).undo()  # type: ignore[arg-type]


def test_undo_is_refused_where_somebody_changed_the_same_since() -> None:
    session = a_session()
    rename(session, "One")
    rename(opened(session.store.beside(), DANA), "Two")  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="moved-on"):
        session.undo()
    assert title(session) == "Two"


def test_an_entry_of_many_changes_is_one_undo() -> None:
    session = a_session()
    before = b.canonical(session.launch)
    tasks = ("load", "kit", "wiki")
    session.commit(lambda launch: [b.edit(launch, task, owner=b.CHEN) for task in tasks])
    session.undo()
    assert b.canonical(session.launch) == before


def test_a_judgement_and_the_beginning_are_not_undone() -> None:
    session = a_session()
    with pytest.raises(Refused, match="creation-stays"):
        session.undo()
    rename(session, "One")
    session.commit(agreement)
    with pytest.raises(Refused, match="judgement-stays"):
        session.undo()
    assert "pm" in session.launch.agreed


def test_a_named_entry_is_undone_once() -> None:
    session = a_session()
    one = rename(session, "One")
    rename(session, "Kit", "kit")
    session.undo(one.hash[:12])
    assert (title(session), title(session, "kit")) == ("Load test", "Kit")
    with pytest.raises(Refused, match="already-undone"):
        session.undo(one.hash)


def test_undo_brings_back_the_confirmations_of_a_joint_gate() -> None:
    session = a_session()
    session.commit(lambda launch: [b.confirm(launch, "copy", "pm")])
    other = opened(session.store.beside(), DANA)  # type: ignore[attr-defined]
    other.commit(lambda launch: [b.confirm(launch, "copy", "pmm")])
    session.commit(lambda launch: [b.move_on(launch, "copy", Status.TODO)])
    session.undo()
    assert session.launch.tasks["copy"].status is Status.DONE
    assert len(session.launch.tasks["copy"].confirmations) == 2


# What was, and what could not be written


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


def test_what_could_not_be_written_waits_and_is_written_later() -> None:
    session = a_session()
    before = b.canonical(session.launch)
    full(session)
    with pytest.raises(Unwritable):
        rename(session, "One")
    assert b.canonical(session.launch) == before
    assert session.unsaved is not None
    with pytest.raises(Unwritable):
        session.retry()
    full(session, False)
    session.retry()
    assert (title(session), session.unsaved, session.retry()) == ("One", None, None)


def test_nothing_that_waits_is_lost_by_what_is_written_or_fails_after_it() -> None:
    session = a_session()
    full(session)
    for failing in (
        lambda: rename(session, "One"),
        lambda: session.commit(agreement),
        lambda: rename(session, "Kit", "kit"),
    ):
        with pytest.raises(Unwritable):
            failing()
    full(session, False)
    rename(session, "Tidy", "wiki")
    session.retry()
    assert [title(session, task) for task in ("load", "kit", "wiki")] == ["One", "Kit", "Tidy"]
    assert [len(sealed.entry.changes) for sealed in session.entries[1:]] == [1, 1, 1]


def test_what_no_longer_fits_is_refused_and_the_rest_is_written() -> None:
    session = a_session()
    full(session)
    for edited in (("One", "load"), ("Kit", "kit")):
        with pytest.raises(Unwritable):
            rename(session, *edited)
    full(session, False)
    rename(session, "Two")
    with pytest.raises(Refused, match="moved-on"):
        session.retry()
    assert (title(session), title(session, "kit"), session.unsaved) == ("Two", "Kit", None)


def test_a_judgement_that_is_not_on_disk_was_not_given() -> None:
    session = a_session()
    full(session)
    with pytest.raises(Unwritable):
        session.commit(agreement)
    assert "pm" not in session.launch.agreed
    assert session.unsaved is None


def test_an_undo_that_could_not_be_written_still_names_what_it_takes_back() -> None:
    session = a_session()
    one = rename(session, "One")
    full(session)
    with pytest.raises(Unwritable):
        session.undo()
    full(session, False)
    written = session.retry()
    assert written is not None
    assert written.entry.undoes == one.hash
    assert session.next_redo() == one


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
