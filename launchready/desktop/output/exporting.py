"""Sending a launch out: as a file of any format, onto the clipboard, to the printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from launchready.desktop.runtime.apart import run_apart
from launchready.exchange.export import Export, export_of
from launchready.exchange.target import NotWritten, write_whole
from launchready.exchange.writers import WRITERS, Writer, writer_for
from launchready.places import SUFFIX

if TYPE_CHECKING:
    from launchready.desktop.window import Window

Made = TypeVar("Made")


class Exports(QObject):
    """What goes out of the window. Each is written of the launch as it is when it was asked for."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.menu: QMenu | None = None
        self.dialog: QFileDialog | None = None

    # -- files --------------------------------------------------------------------------------------------------

    def show_menu(self) -> None:
        """Every format there is, then the clipboard and the printer."""
        menu = self.menu = QMenu(self._window)
        menu.setAccessibleName(self.tr("Export"))
        for writer in WRITERS.values():
            words = f"{writer.words()} (.{writer.suffix})…"
            menu.addAction(words).triggered.connect(lambda _checked=False, held=writer: self.choose(held))
        menu.addSeparator()
        for text, act in (
            (self.tr("Copy the summary for a chat or an e-mail"), self.copy_summary),
            (self.tr("Copy the whole summary as Markdown"), self.copy_markdown),
            (self.tr("Print…"), self.preview),
            (self.tr("Save as a template…"), self._window.save_template),
            (self.tr("Compare with a template…"), self._window.compare_template),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, act=act: act())
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self._window.top.mapToGlobal(QPoint(self._window.top.width() - 12, self._window.top.height() - 4))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))
        menu.setActiveAction(menu.actions()[0])

    def choose(self, writer: Writer) -> None:
        """Asks where to write that format; another may be chosen there too."""
        window = self._window
        own = Path(window.bridge.session.store.name)
        stem = own.name.removesuffix(SUFFIX)
        folder = own.parent if own.parent.is_dir() else Path.home()
        dialog = QFileDialog(window, self.tr("Export"), str(folder / f"{stem}.{writer.suffix}"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([each.pattern for each in WRITERS.values()])
        dialog.selectNameFilter(writer.pattern)
        dialog.fileSelected.connect(lambda path: self.write(path, dialog.selectedNameFilter()))
        self.dialog = dialog
        dialog.open()

    def write(self, path: str, pattern: str = "") -> None:
        """Writes the format that the file's ending names, else that of the pattern, whose ending it then gets."""
        chosen = next((each for each in WRITERS.values() if each.pattern == pattern), WRITERS["pdf"])
        writer = writer_for(path)
        if writer is None or not path.lower().endswith(f".{writer.suffix}"):
            writer, path = chosen, f"{path}.{chosen.suffix}"
        target, own = Path(path), self._window.bridge.session.store.name

        def done(content: bytes) -> None:
            try:
                write_whole(target, content, not_over=own)
            except NotWritten as problem:
                self._window.refusal.say(f"{problem} " + self.tr("Choose another place."))
                return
            words = self.tr("Exported {file}").format(file=target.name)
            folder = QUrl.fromLocalFile(str(target.absolute().parent))
            self._window.toast(words, self.tr("Show in its folder"), lambda: QDesktopServices.openUrl(folder))

        held = writer
        self._apart(self.tr("Writing {file}").format(file=target.name), held.write, done)

    # -- clipboard ----------------------------------------------------------------------------------------------

    def copy_summary(self) -> None:
        """The short summary: rich text for a mail or a chat that takes it, else text; and the long one as Markdown."""

        def make(export: Export) -> tuple[bytes, bytes, bytes]:
            return tuple(WRITERS[name].write(export) for name in ("chat.html", "txt", "md"))  # type: ignore[return-value]

        def done(made: tuple[bytes, bytes, bytes]) -> None:
            rich, plain, markdown = made
            data = QMimeData()
            data.setHtml(rich.decode())
            data.setText(plain.decode())
            data.setData("text/markdown", markdown)
            QGuiApplication.clipboard().setMimeData(data)
            self._window.toast(self.tr("Copied the summary, as rich text and as text"))

        self._apart(self.tr("Copying the summary"), make, done)

    def copy_markdown(self) -> None:
        """The whole summary, as Markdown text."""

        def done(made: bytes) -> None:
            data = QMimeData()
            data.setText(made.decode())
            data.setData("text/markdown", made)
            QGuiApplication.clipboard().setMimeData(data)
            self._window.toast(self.tr("Copied the whole summary as Markdown"))

        self._apart(self.tr("Copying the summary"), WRITERS["md"].write, done)

    # -- printer ------------------------------------------------------------------------------------------------

    def preview(self) -> None:
        """The pages as they will be printed."""
        from launchready.desktop.output.printing import PREVIEW, Preview, pages_of

        name = self._window.bridge.launch.name

        def done(made: list[bytes]) -> None:
            Preview(self._window, name, made, self).open()

        self._apart(self.tr("Preparing the pages"), lambda export: pages_of(export, PREVIEW), done)

    def at(self) -> Export:
        """What a writer gets of the launch as it is now."""
        session = self._window.bridge.session
        return export_of(session.written, session.entries, session.clock())

    def _apart(self, text: str, make: Callable[[Export], Made], done: Callable[[Made], object]) -> None:
        session = self._window.bridge.session
        launch, entries, now = session.written, tuple(session.entries), session.clock()
        self._window.refusal.clear()
        run_apart(self._window, text, lambda: make(export_of(launch, entries, now)), done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        """A writer that fails is a fault of the program: it is reported as one."""
        raise error
