"""What is refused on opening: with the file and the place, and with nothing changed on disk."""

from __future__ import annotations

import errno
import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from launchready.store import Unreadable, disk
from launchready.store.file import FileStore
from launchready.store.lines import LIMIT
from tests.store import chain, snapshot
from tests.store.nobody import as_nobody, open_folder

THREE = 3
HASH = "0" * 64


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.launchready"


@pytest.fixture
def good(path: Path) -> Iterator[bytes]:
    """The bytes of a file of three records, which lies at `path`."""
    FileStore.create(path, chain(THREE)).close()
    return path.read_bytes()


def refusal(path: Path) -> tuple[str, object]:
    """The code and the line of the refusal, having checked that it names the file and left all as it was."""
    before = snapshot(path.parent) if path.parent.is_dir() else {}
    with pytest.raises(Unreadable) as refused:
        FileStore.open(path)
    assert refused.value.arguments["file"] == str(path)
    assert before == (snapshot(path.parent) if path.parent.is_dir() else {})
    return refused.value.code, refused.value.arguments.get("line")


def line(entry: str, number: int = 4, code: str = HASH) -> bytes:
    return f'{{"log":{{"{number}":{{"entry":{entry},"hash":"{code}"}}}}}}\n'.encode()


DAMAGED: dict[str, tuple[Callable[[bytes], bytes], str, int | None]] = {
    "empty": (lambda _: b"", "empty", None),
    "cut in the first line": (lambda good: good[:20], "no-whole-line", None),
    "nothing but NULs": (lambda good: bytes(len(good)), "no-whole-line", None),
    "text": (lambda _: b"Dear all,\nplease find attached\n", "not-json", 1),
    "text of one line": (lambda _: b"Dear all", "not-json", 1),
    "a picture": (lambda _: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-utf-8", 1),
    "JSON of another kind": (lambda _: b'{"_default":{"1":{"a":1}}}\n', "unexpected", 1),
    "a JSON list": (lambda _: b"[]\n", "unexpected", 1),
    "a byte order mark": (lambda good: b"\xef\xbb\xbf" + good, "not-json", 1),
    "Windows line ends": (lambda good: good.replace(b"\n", b"\r\n"), "not-canonical", 1),
    "an empty line": (lambda good: good.replace(b"\n", b"\n\n", 1), "not-json", 2),
    "an empty line at the end": (lambda good: good + b"\n", "not-json", 4),
    "a NUL": (lambda good: good[:-20] + b"\0" + good[-19:], "nul", 3),
    "invalid UTF-8": (lambda good: good + line('"\u00fc"').replace(b"\xc3", b"\xff"), "not-utf-8", 4),
    "invalid UTF-8 cut off": (lambda good: good + b'{"log":{"4":{"entry":"\xff', "not-utf-8", 4),
    "a duplicate table": (lambda good: good + b'{"log":{},"log":{"4":{}}}\n', "not-canonical", 4),
    "a duplicate id": (lambda good: good + b'{"log":{"4":{},"4":{}}}\n', "not-canonical", 4),
    "a duplicate hash": (lambda good: good + line("{}").replace(b'"hash"', b'"hash":"","hash"'), "not-canonical", 4),
    "NaN": (lambda good: good + line("NaN"), "not-json", 4),
    "NaN deep inside": (lambda good: good + line('{"a":[{"b":NaN}]}'), "not-json", 4),
    "Infinity": (lambda good: good + line("[-Infinity]"), "not-json", 4),
    "absurd depth": (lambda good: good + line("[" * 500_000 + "]" * 500_000), "too-deep", 4),
    "absurd depth, never closed": (lambda good: good + b'{"log":{"4":' + b"[" * 500_000, "too-deep", 4),
    "a number for a table": (lambda good: good + b'{"log":4}\n', "unexpected", 4),
    "null for the table": (lambda good: good + b'{"log":null}\n', "unexpected", 4),
    "null for a record": (lambda good: good + b'{"log":{"3":null}}\n', "out-of-sequence", 4),
    "null for the next record": (lambda good: good + b'{"log":{"4":null}}\n', "unexpected", 4),
    "a list for a record": (lambda good: good + b'{"log":{"4":[]}}\n', "unexpected", 4),
    "no hash": (lambda good: good + b'{"log":{"4":{"entry":{}}}}\n', "unexpected", 4),
    "a number for a hash": (lambda good: good + b'{"log":{"4":{"entry":{},"hash":7}}}\n', "unexpected", 4),
    "a field more": (lambda good: good + line('{},"extra":1'), "unexpected", 4),
    "another table": (lambda good: good + b'{"keys":{"1":{}}}\n', "unexpected", 4),
    "another table beside": (lambda good: good + b'{"log":{"4":{}},"keys":{}}\n', "unexpected", 4),
    "an empty table": (lambda good: good + b'{"log":{}}\n', "unexpected", 4),
    "two records on a line": (lambda good: good + b'{"log":{"4":{},"5":{}}}\n', "out-of-sequence", 4),
    "two records on a line and none on the next": (
        lambda good: good + line("{}").replace(b"}}\n", b',"5":{"entry":{},"hash":""}}}\n{"log":{}}\n'),
        "out-of-sequence",
        4,
    ),
    "stray spacing": (lambda good: good.replace(b'{"log":{"2"', b'{"log": {"2"'), "not-canonical", 2),
    "spacing before an entry": (lambda good: good.replace(b'"entry":', b'"entry": ', 2), "not-canonical", 1),
    "another order": (
        lambda good: good + b'{"log":{"4":{"hash":"%b","entry":{}}}}\n' % (b"0" * 64),
        "not-canonical",
        4,
    ),
    "an escaped name": (lambda good: good.replace(b'"log"', b'"l\\u006fg"', 1), "not-canonical", 1),
    "an entry on two lines": (lambda good: good + line("{\n}"), "not-json", 4),
    "a record missing": (lambda good: b"".join(good.splitlines(keepends=True)[::2]), "out-of-sequence", 2),
    "a record twice": (lambda good: good + good.splitlines(keepends=True)[-1], "out-of-sequence", 4),
    "records swapped": (lambda good: b"".join(good.splitlines(keepends=True)[::-1]), "out-of-sequence", 1),
    "two lines joined": (lambda good: good.replace(b"\n", b"", 1), "not-json", 1),
    "the last newline turned into something else": (lambda good: good[:-1] + b"x", "not-json", 3),
    "a merge conflict": (lambda good: b"<<<<<<< HEAD\n" + good, "not-json", 1),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_file_is_refused_at_its_line(path: Path, good: bytes, kind: str) -> None:
    damage, code, number = DAMAGED[kind]
    assert damage(good) != good
    path.write_bytes(damage(good))
    assert refusal(path) == (code, number)


def test_missing_paths_are_refused_and_not_created(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    for missing in (tmp_path / "none", tmp_path / "no folder" / "none", file / "none", tmp_path / "dangling"):
        assert refusal(missing) == ("missing", None)
    with pytest.raises(Unreadable) as refused:
        FileStore.open("a\0b")
    assert refused.value.code == "missing"


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 300)) == ("cannot-read", None)


def test_what_is_not_a_file_is_refused_without_waiting(tmp_path: Path) -> None:
    def too_late(*_: object) -> None:
        raise TimeoutError("opening waited")

    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "folder").mkdir()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
    before = signal.signal(signal.SIGALRM, too_late)
    signal.alarm(10)
    try:
        for kind, path in {kind: tmp_path / kind for kind in ("fifo", "folder", "socket")}.items():
            with pytest.raises(Unreadable) as refused:
                FileStore.open(path)
            assert (refused.value.code, refused.value.arguments) == ("not-a-file", {"file": str(path), "kind": kind})
        with pytest.raises(Unreadable) as refused:
            FileStore.open("/dev/zero")
        assert refused.value.arguments == {"file": "/dev/zero", "kind": "device"}
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_a_file_beyond_the_limit_is_refused_without_reading_it(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    assert refusal(path) == ("too-large", None)


def test_a_disk_that_cannot_read_is_said(path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

        def read(self, *_: object) -> bytes:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    assert good
    store = FileStore.open(path)
    monkeypatch.setattr(disk, "os", Failing())
    for question in (lambda: FileStore.open(path), store.read):
        with pytest.raises(Unreadable) as refused:
            question()
        assert refused.value.code == "cannot-read"
        assert refused.value.arguments == {"file": str(path), "reason": "Input/output error"}
    store.close()


def test_without_permission_a_file_and_a_folder_are_refused() -> None:
    with open_folder() as folder:
        closed = folder / "closed"
        closed.mkdir()
        for path in (folder / "a.launchready", closed / "b.launchready"):
            FileStore.create(path, chain(1)).close()
        (folder / "a.launchready").chmod(0o000)
        closed.chmod(0o000)
        before = snapshot(folder)
        for path in (folder / "a.launchready", closed / "b.launchready"):
            refused = as_nobody(lambda path=path: FileStore.open(path))
            assert refused == ("Unreadable", "no-permission", {"file": str(path)})
        assert snapshot(folder) == before
        closed.chmod(0o755)
