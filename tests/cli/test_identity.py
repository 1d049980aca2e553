"""Who acts, the clock, and ids that a repeated run gives again."""

from __future__ import annotations

import datetime as dt
import getpass

import pytest

from launchready.cli.identity import UNKNOWN, author, clock, ids
from launchready.launch.model import Author
from tests.cli.desk import Desk

NOW = dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)


def test_ids_repeat_with_the_time_and_the_head_only() -> None:
    def first_two(now: dt.datetime | None, head: str) -> list[str]:
        new = ids(now, lambda: head)
        return [new(), new()]

    assert first_two(NOW, "a") == first_two(NOW, "a")
    assert len({*first_two(NOW, "a"), *first_two(NOW, "b"), *first_two(NOW + dt.timedelta(seconds=1), "a")}) == 6
    assert first_two(None, "a") != first_two(None, "a")


def test_the_clock_stands_still_where_a_time_is_given() -> None:
    assert clock(NOW)() == NOW
    assert clock(None)().tzinfo is not None


@pytest.mark.parametrize("empty", ["", "  ", "<>"])
def test_an_empty_name_is_refused_and_not_replaced(empty: str, desk: Desk) -> None:
    code, out, error = desk.run("task", "start", str(desk.file), "PM-1", "--as", empty)
    assert (code, out, error.count("\n")) == (2, "", 1)
    assert "--as" in error


def test_without_any_name_it_is_the_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "okafor")
    assert author(None) == Author("okafor")

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert author(None) == UNKNOWN
