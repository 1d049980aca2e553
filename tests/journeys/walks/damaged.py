"""Recovery: a damaged file opens a page that says what is wrong, and what is whole is saved as a copy and opened."""

from __future__ import annotations

from pathlib import Path

from launchready.store.file import FileStore
from tests.journeys.walks.hand import Hand
from tests.journeys.walks.samples import sample


def prepare(folder: Path) -> list[str]:
    path = Path(sample(folder))
    lines = path.read_bytes().splitlines(keepends=True)
    lines[-3] = lines[-3].replace(b"a", b"b", 1)
    path.write_bytes(b"".join(lines))
    return [str(path)]


def walk(hand: Hand, folder: Path) -> None:
    hand.reads("atlas.launchready can't be opened as it is")
    hand.reads("line 72")
    hand.reads("71 of 74 entries")
    before = (folder / "atlas.launchready").read_bytes()
    hand.push("Open what is whole")
    hand.until(lambda: hand.window.has_launch, "what is whole")
    assert len(hand.window.bridge.session.entries) == 71
    hand.press("Alt+2")
    hand.press("Ctrl+T")
    hand.reads("Not saved")
    hand.push("Save a copy…")
    hand.press("Ctrl+A")
    copy = folder / "copy.launchready"
    hand.type(str(copy))
    hand.press("Return")
    hand.until(copy.is_file, "the copy")
    hand.reads("All changes saved")
    hand.until(lambda: hand.window.bridge.session.store.name == str(copy), "the copy, open")
    assert (folder / "atlas.launchready").read_bytes() == before
    assert len(FileStore.open(str(copy)).read()) > 71
