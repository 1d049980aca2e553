"""What could not be written waits, is shown, and is written later."""

from __future__ import annotations

import pytest

from launchready.launch.changes import TaskEdited
from launchready.launch.log import Sealed
from launchready.launch.refusal import Refused
from launchready.store.port import Unwritable
from tests.launch import builders as b
from tests.session.opened import DANA, a_session, agreement, full, opened, rename, title


def renamed(sealed: Sealed | None) -> object:
    """The title that an entry gives."""
    assert sealed is not None
    (change,) = sealed.entry.changes
    assert isinstance(change, TaskEdited)
    return change.to.title


def test_what_could_not_be_written_is_shown_and_written_later() -> None:
    session = a_session()
    before = b.canonical(session.launch)
    full(session)
    with pytest.raises(Unwritable):
        rename(session, "One")
    assert (b.canonical(session.written), title(session)) == (before, "One")
    with pytest.raises(Unwritable):
        session.retry()
    assert title(session) == "One"
    full(session, False)
    session.retry()
    assert (title(session), session.unsaved, session.retry()) == ("One", None, None)
    assert session.written is session.launch


def test_what_is_unsaved_is_gone_on_from() -> None:
    session = a_session()
    full(session)
    for words in ("One", "Two"):
        with pytest.raises(Unwritable):
            rename(session, words)
    full(session, False)
    rename(session, "Three")
    assert [renamed(sealed) for sealed in session.entries[1:]] == ["One", "Two", "Three"]
    assert session.unsaved is None


def test_listeners_hear_of_what_is_unsaved_and_of_what_is_dropped() -> None:
    session = a_session()
    heard: list[str] = []
    session.listen(
        lambda before, after, *_: heard.append(f"{before.tasks['load'].title} > {after.tasks['load'].title}")
    )
    full(session)
    for words in ("One", "Two"):
        with pytest.raises(Unwritable):
            rename(session, words)
    session.discard()
    assert heard == ["Load test > One", "One > Two", "Two > One", "One > Load test"]
    assert session.unsaved is None


def test_undo_takes_back_what_is_unsaved_first() -> None:
    session = a_session()
    one = rename(session, "One")
    full(session)
    for words in ("Two", "Three"):
        with pytest.raises(Unwritable):
            rename(session, words)
    assert renamed(session.next_undo()) == "Three"
    session.undo()
    assert (title(session), len(session.waiting)) == ("Two", 1)
    full(session, False)
    session.undo()
    assert (title(session), session.waiting, session.next_undo()) == ("One", (), one)


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
    other = opened(session.store, author=DANA)
    full(session)
    for edited in (("One", "load"), ("Kit", "kit")):
        with pytest.raises(Unwritable):
            rename(session, *edited)
    full(session, False)
    rename(other, "Two")
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
