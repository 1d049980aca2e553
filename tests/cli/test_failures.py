"""Whatever a file or folder can be, a command says so in one line and leaves it as it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from launchready.cli.failures import explain
from launchready.store.port import Unreadable
from tests.cli.desk import PM, Desk


@pytest.mark.parametrize("verb", ["status", "tasks", "gate", "log", "check"])
def test_a_missing_file(verb: str, nothing: Desk) -> None:
    code, out, error = nothing.run(verb, "missing.launchready")
    assert (code, out, error.count("\n")) == (2, "", 1)
    assert "missing.launchready" in error
    assert not Path("missing.launchready").exists()


BAD: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "garbage": lambda path: path.write_bytes(b"\x00\xff\n"),
    "another JSON": lambda path: path.write_bytes(b"{}\n"),
    "folder": lambda path: path.mkdir(),
    "pipe": lambda path: os.mkfifo(path),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_launch(kind: str, nothing: Desk) -> None:
    path = nothing.folder / "bad.launchready"
    BAD[kind](path)
    for verb in (("status",), ("task", "add"), ("undo",)):
        arguments = ("Task", "--lane", "pm") if verb[-1] == "add" else ()
        code, out, error = nothing.run(*verb, str(path), *arguments)
        assert (code, out, error.count("\n")) == (2, "", 1), error
        assert error.startswith(f"launchready: {path}")


def test_a_changed_entry(desk: Desk) -> None:
    desk.file.write_bytes(desk.file.read_bytes().replace(b"Atlas", b"Atlbs"))
    assert "line 1" in desk.refused("task start", "PM-1", by=PM)


def test_a_code_without_words_is_still_one_sentence() -> None:
    assert "\n" not in explain(Unreadable("no-such-code", file="x"))


def test_a_missing_file_that_is_named_almost_like_another(desk: Desk) -> None:
    code, _, error = desk.run("status", "Atlass.launchready")
    assert (code, error.count("\n")) == (2, 1)
    assert error.endswith("Did you mean atlas.launchready?\n")


def test_who_opens_a_file_tells_that_it_may_not_be_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr("launchready.store.disk.open_file", forbidden)
    assert "Ask its owner" in desk.call("status")[2]


def test_what_the_system_refuses_is_named() -> None:
    assert explain(PermissionError(13, "Permission denied", "a.md")) == (
        "a.md can't be read or written: Permission denied."
    )
