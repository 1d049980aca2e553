"""Which launch files were open lately."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSettings

from launchready.desktop.widgets.tones import Look

RECENTS, MOST = "recent/files", 8


class Recent(NamedTuple):
    """A launch that was open lately. `look` is its verdict, once somebody looked."""

    path: str
    name: str
    look: Look | None = None


def told_apart(recents: Iterable[Recent]) -> dict[str, str]:
    """What tells launches of one name apart, by path: the names of their files, else of their folders, else the whole
    paths. Those whose name no other has are left out."""
    named: dict[str, list[str]] = {}
    for recent in recents:
        named.setdefault(recent.name.casefold(), []).append(recent.path)
    found: dict[str, str] = {}
    for paths in named.values():
        if len(paths) > 1:
            tells = (lambda path: path.stem, lambda path: path.parent.name, str)
            words = ([tell(Path(path)) for path in paths] for tell in tells)
            found |= dict(zip(paths, next(each for each in words if len(set(each)) == len(paths)), strict=True))
    return found


class Recents:
    """The files that were open lately, newest first, with the names of their launches."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def all(self) -> list[Recent]:
        try:
            pairs = json.loads(str(self._settings.value(RECENTS, "[]")))
            return [Recent(str(path), str(name)) for path, name in pairs]
        except (ValueError, TypeError):
            return []

    def add(self, path: str, name: str) -> None:
        self._keep([Recent(path, name), *(recent for recent in self.all() if recent.path != path)])

    def move(self, path: str, to: str) -> None:
        """The file lies elsewhere now."""
        self._keep([recent._replace(path=to) if recent.path == path else recent for recent in self.all()])

    def remove(self, path: str) -> None:
        self._keep([recent for recent in self.all() if recent.path != path])

    def _keep(self, recents: list[Recent]) -> None:
        pairs = [(recent.path, recent.name) for recent in recents][:MOST]
        self._settings.setValue(RECENTS, json.dumps(pairs))

    def present(self) -> Iterator[Recent]:
        """Those whose file is still there."""
        return (recent for recent in self.all() if Path(recent.path).is_file())
