"""What the window does with whole launches: begin, open, bring in, send out. Handlers of lines in the table of actions.

What they need is imported when they are used, so that a window opens without it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QPoint, Qt, QTimer

from launchready.desktop import actions, pages
from launchready.desktop.deeds.drops import DropDeeds
from launchready.desktop.files import opening
from launchready.places import SUFFIX
from launchready.wording.language import tr

if TYPE_CHECKING:
    from launchready.desktop.files.opening import NotOpened
    from launchready.desktop.window import Window


class FileDeeds(DropDeeds):
    """Methods of the window that the table of actions names."""

    def _window(self) -> Window:
        return cast("Window", self)

    # -- launches -----------------------------------------------------------------------------------------------

    def open_library(self) -> None:
        self._window().open_page("library")

    def new_launch(self) -> None:
        self.begin_launch("")

    def go_back(self) -> None:
        """The page of the launch that was there before."""
        window = self._window()
        entry = pages.find(window._before)
        window.open_page(entry.id if entry is not None and entry.listed else window._first_page())

    def begin_launch(self, checklist: str) -> None:
        """The page for a new launch; a checklist file is then brought into it."""
        page: Any = self._window().open_page("new_launch")
        page.begin(checklist)

    def open_sample(self) -> None:
        """The sample launch, in a file of its own, made anew only where it is gone."""
        from launchready.desktop.files.filing import NotFiled
        from launchready.desktop.files.samples import sample_file

        window = self._window()
        try:
            path = sample_file()
        except NotFiled as problem:
            window.refusal.say(str(problem))
            return
        if window.open_file(path):
            words = tr("A launch that other people are working on, to look around in. It is a file like any.")
            window.toast(words)

    def choose_file(self) -> None:
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

        window = self._window()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(window, tr("Open a launch file"), folder, tr("Launches (*.launchready)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(window.open_file)
        dialog.open()

    def show_recents(self) -> None:
        """The menu of recent launches."""
        from PySide6.QtWidgets import QMenu

        from launchready.desktop.files.recents import told_apart

        window = self._window()
        menu = QMenu(window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = list(window.recents.present())
        apart = told_apart(found)
        for recent in found:
            chosen = menu.addAction(" · ".join(filter(None, (recent.name, apart.get(recent.path)))))
            chosen.setToolTip(recent.path)
            chosen.triggered.connect(lambda _checked=False, path=recent.path: window.open_file(path))
        if menu.actions():
            menu.addSeparator()
        for id_ in ("open_library", "choose_file", "new_launch"):
            chosen = menu.addAction(actions.find(id_).words())
            chosen.triggered.connect(lambda _checked=False, id_=id_: window.trigger(id_))
        menu.popup(window.mapToGlobal(QPoint(12, 52)))

    def show_launches(self) -> None:
        """The launches of the navigation; their verdicts are looked up one by one, between events."""
        window = self._window()
        found = list(window.recents.present())
        window.navigation.show_launches(found)
        waiting = list(range(len(found)))

        def look() -> None:
            if waiting:
                number = waiting.pop(0)
                found[number] = found[number]._replace(look=opening.look_at(found[number].path))
                QTimer.singleShot(0, window, look)
            else:
                window.navigation.show_launches(found)

        if found and window.isVisible():
            QTimer.singleShot(0, window, look)

    def save_copy(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        window = self._window()
        dialog = QFileDialog(window, tr("Save a copy"), window.bridge.session.store.name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.save_copy_as)
        dialog.open()

    def save_copy_as(self, path: str) -> None:
        """Writes the whole log, and what could not be saved yet, into a new file."""
        from launchready.desktop.bridge import worded
        from launchready.desktop.files.copies import save_copy
        from launchready.store.port import StoreError

        window = self._window()
        try:
            save_copy(window.bridge.session, path)
        except StoreError as error:
            window.refusal.say(worded(error))
            return
        if not window.bridge.unsaved:
            window.toast(tr("Saved a copy as {file}").format(file=Path(path).name))
            return
        window.bridge.session.discard()  # it is in the copy
        if window.open_file(path):
            window.toast(tr("Saved as {file}, which is open now").format(file=Path(path).name))

    def has_file(self) -> bool:
        window = self._window()
        return window.has_launch and Path(window.bridge.session.store.name).is_file()

    def reveal_file(self) -> None:
        from launchready.desktop.files.filing import reveal

        reveal(self._window().bridge.session.store.name)

    def refuse_file(self, path: str, problem: NotOpened) -> None:
        """Says why a file can't be opened: what is damaged on a page, which offers what is whole of it."""
        window = self._window()
        if not problem.is_damage:
            if not window.has_launch:
                self.open_library()
            window.refusal.say(str(problem))
            return
        page: Any = window.open_page("damaged")
        page.show_file(path, str(problem))

    # -- in -----------------------------------------------------------------------------------------------------

    def import_tasks(self) -> None:
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

        from launchready.exchange.readers import READERS

        window = self._window()
        suffixes = dict.fromkeys([*(suffix for reader in READERS.values() for suffix in reader.suffixes), SUFFIX])
        known = tr("Checklists ({patterns})").format(patterns=" ".join(f"*{suffix}" for suffix in suffixes))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(window, tr("Import a checklist"), folder)
        dialog.setNameFilters([known, tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_file)
        dialog.open()

    def import_file(self, path: str) -> None:
        """Shows what was understood of a checklist; with no launch open, a new one is made for it first."""
        window = self._window()
        if not window.has_launch:
            self.begin_launch(path)
            return
        page: Any = window.open_page("import")
        page.show_file(path)

    # -- out ----------------------------------------------------------------------------------------------------

    def has_open(self) -> bool:
        return self._window().has_launch

    def export(self) -> None:
        self._outgoing().show_menu()

    def copy_summary(self) -> None:
        self._outgoing().copy_summary()

    def copy_markdown(self) -> None:
        self._outgoing().copy_markdown()

    def print_summary(self) -> None:
        self._outgoing().preview()

    def _outgoing(self) -> Any:
        from launchready.desktop.output.exporting import Exports

        window = self._window()
        if window._exports is None:
            window._exports = Exports(window)
        return window._exports

    # -- leaving ------------------------------------------------------------------------------------------------

    def leave(self, then: Callable[[], object]) -> bool:
        """Whether the open launch may be left at once. Where something is unsaved it is tried again, then asked
        what to do with it; `then` goes on afterwards."""
        window = self._window()
        if not window.has_launch or not window.bridge.session.unsaved:
            return True
        window.bridge.retry()
        if not window.bridge.session.unsaved:
            return True
        from launchready.desktop.dialogs.leaving import Unsaved

        Unsaved(window, then).open()
        return False
