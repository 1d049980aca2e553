"""Making a launch file: whole or not at all, and never over anything."""

from __future__ import annotations

import errno
import multiprocessing
import os
from pathlib import Path
from typing import Any

import pytest

from launchready.store import Unwritable, disk
from launchready.store.file import FileStore
from tests.store import chain, record, snapshot
from tests.store.nobody import as_nobody, open_folder


def refusal(path: Path) -> tuple[str, dict[str, object]]:
    """The code and arguments of a refusal that left the folder as it was."""
    before = snapshot(path.parent) if path.parent.is_dir() else {}
    with pytest.raises(Unwritable) as refused:
        FileStore.create(path, chain(1))
    assert before == (snapshot(path.parent) if path.parent.is_dir() else {})
    assert refused.value.arguments["file"] == str(path)
    return refused.value.code, refused.value.arguments


def test_a_new_file_holds_its_records_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.launchready"
    store = FileStore.create(path, chain(3))
    assert store.read() == chain(3)
    assert not store.changed()
    store.append(chain(4)[3], after=chain(3)[-1].hash)
    store.close()
    again = FileStore.open(path)
    assert again.read() == chain(4)
    again.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == [".a.launchready.lock", "a.launchready"]


def test_a_file_without_records_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one record"):
        FileStore.create(tmp_path / "a.launchready", [])
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "empty").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "fifo")
    FileStore.create(tmp_path / "launch", chain(2)).close()
    for name in ("file", "empty", "folder", "dangling", "fifo", "launch"):
        assert refusal(tmp_path / name) == ("exists", {"file": str(tmp_path / name)})


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "none", tmp_path / "file"):
        assert refusal(folder / "a")[0] == "no-folder"


def test_without_permission_nothing_is_made() -> None:
    with open_folder() as folder:
        path = folder / "a.launchready"
        kind, code, args = as_nobody(lambda: FileStore.create(path, chain(1)))  # type: ignore[misc]
        assert (kind, code, args["reason"]) == ("Unwritable", "cannot-create", "Permission denied")
        assert list(folder.iterdir()) == []


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_the_mode_is_what_the_umask_says(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        FileStore.create(tmp_path / "a", chain(1)).close()
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == mode


@pytest.mark.parametrize("links", [True, False], ids=["hard-links", "no-hard-links"])
def test_one_that_appears_in_the_last_moment_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    path = tmp_path / "a.launchready"
    link = Path.hardlink_to

    def link_too_late(target: Path, source: Path) -> None:
        path.write_text("theirs")
        if not links:
            raise OSError(errno.EPERM, "no hard links here")
        link(target, source)

    monkeypatch.setattr(Path, "hardlink_to", link_too_late)
    with pytest.raises(Unwritable) as refused:
        FileStore.create(path, chain(1))
    assert refused.value.code == "exists"
    assert path.read_text() == "theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_without_hard_links_a_file_is_made_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EOPNOTSUPP, "no hard links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    store = FileStore.create(tmp_path / "a.launchready", chain(2))
    assert store.read() == chain(2)
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["a.launchready"]


@pytest.mark.parametrize("call", ["write", "fsync", "open"])
def test_a_disk_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    class Failing:
        def __getattr__(self, name: str) -> Any:
            return self.fail if name == call else getattr(os, name)

        def fail(self, *_: object, **__: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(disk, "os", Failing())
    code, args = refusal(tmp_path / "a.launchready")
    assert (code, args["reason"]) == ("cannot-create", "No space left on device")


def _race(folder: Path, me: int, start: Any, results: Any) -> None:
    for n in range(20):
        start.wait()
        try:
            FileStore.create(folder / f"{n}", [record(0, by=me)]).close()
            results.put((n, me))
        except Unwritable as error:
            results.put((n, error.code))


def test_of_two_processes_exactly_one_makes_the_file(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    start, results = context.Barrier(2), context.Queue()
    racers = [context.Process(target=_race, args=(tmp_path, me, start, results)) for me in (1, 2)]
    for racer in racers:
        racer.start()
    outcomes = [results.get(timeout=60) for _ in range(40)]
    for racer in racers:
        racer.join()
    for n in range(20):
        (winner,) = [who for number, who in outcomes if number == n and who != "exists"]
        store = FileStore.open(tmp_path / f"{n}")
        assert store.read() == [record(0, by=winner)]
        store.close()
    assert len(list(tmp_path.iterdir())) == 20
