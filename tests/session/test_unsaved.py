"""What could not be written waits, is shown, and is written later."""

from __future__ import annotations

import pytest

from launchready.launch.refusal import Refused
from launchready.store.port import Unwritable
from tests.launch import builders as b
from tests.session.opened import a_session, agreement, full, rename, title


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
