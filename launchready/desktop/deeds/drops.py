"""Files dropped on the window: what would become of them, said while they are over it, and what does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from launchready.places import SUFFIX
from launchready.wording.language import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

    from launchready.desktop.frame.drop_hint import DropHint
    from launchready.desktop.window import Window


def _accept_as_copy(event: QDropEvent) -> None:
    """A file that is dropped is read, never moved: to a move some file managers answer by deleting it."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def _not_taken(urls: list[QUrl]) -> str:
    """Why that can't be taken, and what to do instead; of one file of this computer, nothing."""
    path = urls[0].toLocalFile()
    if len(urls) > 1:
        return tr("Drop one file at a time, not %n: a launch opens, a checklist is imported.", "", len(urls))
    if not urls[0].isLocalFile():
        words = tr("{link} is a link. Nothing is fetched from the web: save the file here, then drop it.")
        return words.format(link=urls[0].toDisplayString())
    if Path(path).is_dir():
        words = tr("{name} is a folder. Drop a launch file or a checklist that lies in it.")
        return words.format(name=Path(path).name or path)
    return ""


class DropDeeds:
    """Methods of the window."""

    def _window(self) -> Window:
        return cast("Window", self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Whatever has an address is let in: what can't be taken is answered in words when it is dropped."""
        urls = event.mimeData().urls()
        if urls:
            _accept_as_copy(event)
            self._hint().say(self.would_take(urls))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        del event
        self._hint().leave()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        if urls:
            _accept_as_copy(event)
            self._hint().hide()
            self.take_urls(urls)

    def _hint(self) -> DropHint:
        from launchready.desktop.frame.drop_hint import DropHint

        window = self._window()
        found = window.findChildren(DropHint)
        return found[0] if found else DropHint(window)

    def would_take(self, urls: list[QUrl]) -> str:
        """What becomes of what is dropped, in words."""
        if words := _not_taken(urls):
            return words
        window, path = self._window(), urls[0].toLocalFile()
        if path.casefold().endswith(SUFFIX):
            words = tr("Drop to open the launch {file}")
        elif window.has_launch:
            words = tr("Drop to import {file} into {launch}")
        else:
            words = tr("Drop to begin a launch with {file}")
        launch = window.bridge.launch.name if window.has_launch else ""
        return words.format(file=Path(path).name, launch=launch)

    def take_urls(self, urls: list[QUrl]) -> None:
        """Takes one file of this computer; of anything else says what to do instead."""
        window = self._window()
        window.refusal.clear()
        if words := _not_taken(urls):
            window.refusal.say(words)
        else:
            self.take_file(urls[0].toLocalFile())

    def take_file(self, path: str) -> None:
        """What a dropped file asks for: a launch opens, anything else is read as a checklist."""
        if path.casefold().endswith(SUFFIX):
            self._window().open_file(path)
        else:
            self._window().import_file(path)
