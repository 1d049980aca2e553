"""Recovery: a damaged file opens a page that says what is wrong, and what is whole is saved as a copy and opened."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.walks.hand import Hand
from tests.journeys.walks.samples import sample


def prepare(folder: Path) -> list[str]:
    path = Path(sample(folder))
    lines = path.read_bytes().splitlines(keepends=True)
    lines[-3] = lines[-3].replace(b"a", b"b", 1)
    path.write_bytes(b"".join(lines))
    return [str(path)]


def walk(hand: Hand, folder: Path) -> None:
    del folder
    hand.reads("atlas.launchready")
    print(hand.sight())
    raise SystemExit
