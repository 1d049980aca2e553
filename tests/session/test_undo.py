"""Undo and redo: my own entries, newest first, each by an entry that names it."""

from __future__ import annotations

import pytest

from launchready.launch.model import Author, Status
from launchready.launch.refusal import Refused
from tests.launch import builders as b
from tests.session.opened import DANA, a_session, agreement, opened, rename, title


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
