"""The summary on paper: its pages to look at, then to the printer or into a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from launchready.desktop.runtime.apart import run_apart
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.labels import label
from launchready.desktop.widgets.reading_order import Dialog
from launchready.exchange.export import Export
from launchready.exchange.writers import WRITERS
from launchready.wording.language import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from launchready.desktop.output.exporting import Exports
    from launchready.desktop.window import Window

PREVIEW, PAPER = 144.0, 220.0
"""Dots to the inch on the screen and on paper."""
SHOWN = 680


def pages_of(export: Export, dots: float) -> list[bytes]:
    from launchready.exchange.summary.pdf import pages

    return pages(export, dots)


class Preview(Dialog):
    """Shown with `open()`. `pages` are pictures in PNG."""

    def __init__(self, window: Window, name: str, pages: list[bytes], exports: Exports) -> None:
        super().__init__(window)
        self._window, self._exports = window, exports
        self.export = exports.at()
        self.setWindowTitle(self.tr("Print: {name}").format(name=name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        area, inner = QScrollArea(), QWidget()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Pages"))
        area.setProperty("role", "read")
        inner.setProperty("role", "plain")
        self.sheets = QVBoxLayout(inner)
        self.sheets.setSpacing(12)
        for number, page in enumerate(pages, 1):
            self.sheets.addWidget(self._sheet(page, number, len(pages)), 0, Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(inner)
        column.addWidget(area, 1)
        count = label(tr("%n page(s)", "", len(pages)), "secondary")
        self.print_button = button(self.tr("Print…"), "primary", self.choose_printer)
        pdf = button(self.tr("Save as PDF…"), "", self._on_pdf)
        column.addLayout(row(count, 1, pdf, button(self.tr("Close"), "", self.reject), self.print_button))
        room = window.size()
        self.resize(min(SHOWN + 80, room.width() - 40), max(420, room.height() - 60))

    def _sheet(self, page: bytes, number: int, of: int) -> QLabel:
        made = QLabel()
        picture = QPixmap()
        picture.loadFromData(page)
        ratio = self.devicePixelRatioF()
        picture = picture.scaledToWidth(round(SHOWN * ratio), Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        made.setPixmap(picture)
        made.setAccessibleName(self.tr("Page {number} of {of}").format(number=number, of=of))
        made.setFixedSize(picture.deviceIndependentSize().toSize())
        return made

    def _on_pdf(self) -> None:
        self.accept()
        self._exports.choose(WRITERS["pdf"])

    def choose_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_to(printer))
        QDialog.open(dialog)  # its own `open` wants a slot by name

    def print_to(self, printer: QPrinter) -> None:
        """Draws the pages anew as sharp as paper wants them, and prints those that were chosen."""
        export, window = self.export, self._window

        def done(pages: list[bytes]) -> None:
            _paint(pages, printer)
            window.toast(tr("Sent %n page(s) to the printer", "", len(pages)))

        def failed(error: Exception) -> None:
            raise error

        text = self.tr("Preparing the pages")
        self.accept()
        run_apart(window, text, lambda: pages_of(export, PAPER), done, failed)


def _paint(pages: list[bytes], printer: QPrinter) -> None:
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    painter = QPainter()
    if not painter.begin(printer):
        return
    for number in range(first, min(last, len(pages)) + 1):
        if number > first:
            printer.newPage()
        picture = QImage.fromData(pages[number - 1])
        room = printer.pageLayout().paintRectPixels(printer.resolution()).size()
        size = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(_middle(room, size), 0, size.width(), size.height()), picture)
    painter.end()


def _middle(room: QSize, size: QSize) -> int:
    return (room.width() - size.width()) // 2
