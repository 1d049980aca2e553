"""What nobody foresaw: written to a rotating log, and told in a calm report with a detail to copy.

The log holds no launch content: of an exception only its type and where it happened, never its message or values.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from launchready import __version__, places
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.labels import label
from launchready.desktop.widgets.reading_order import Dialog

log = logging.getLogger("launchready.desktop")
SIZE, FILES = 256_000, 3
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class _FirstRecord(logging.Handler):
    """Opens the log when there is something to write: most days there is not."""

    def emit(self, record: logging.LogRecord) -> None:
        root = logging.getLogger("launchready")
        root.removeHandler(self)
        if (handler := _open_log()) is not None:
            root.addHandler(handler)
            handler.handle(record)


def _open_log() -> logging.Handler | None:
    from logging.handlers import RotatingFileHandler

    try:
        places.log_folder().mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            places.log_folder() / "window.log", maxBytes=SIZE, backupCount=FILES, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler


def start_log() -> None:
    """Logs into the log folder; without one that can be written, goes on without a log."""
    root = logging.getLogger("launchready")
    root.addHandler(_FirstRecord())
    root.setLevel(logging.INFO)
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, context: object, message: str) -> None:
    log.log(LEVELS.get(kind, logging.WARNING), "Qt %s: %s", getattr(context, "category", ""), message)


def where(error: BaseException) -> str:
    """An exception as the log keeps it: its type and the places it went through."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} at " + " > ".join(f"{frame.name}:{frame.lineno}" for frame in frames[-8:])


class Report(Dialog):
    """Says calmly that something went wrong. Shown with `open()`."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        import platform

        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Something went wrong that should not have"), "detail"))
        text = self.tr(
            "What was saved is safe, and you can go on working. If it happens again, send this detail to whoever "
            "looks after Launchready; it may name things of your launch, so read it first."
        )
        column.addWidget(label(text, wrap=True))
        system = (
            f"Launchready {__version__}, Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}"
        )
        self.detail = QPlainTextEdit(system + "\n\n" + "".join(traceback.format_exception(error)))
        self.detail.setReadOnly(True)
        self.detail.setAccessibleName(self.tr("Detail"))
        column.addWidget(self.detail)
        self._copy = button(self.tr("Copy the detail"), "", self._on_copy)
        column.addLayout(row(self._copy, 1, button(self.tr("Go on"), "primary", self.close)))
        self.resize(560, 400)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.detail.toPlainText())
        self._copy.setText(self.tr("Copied"))


class FaultReports:
    """Catches what nobody caught. One report at a time; what comes meanwhile is only logged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent
        self._open: Report | None = None

    def install(self) -> None:
        sys.excepthook = self.take
        threading.excepthook = lambda args: log.error("in a thread: %s", where(args.exc_value or Exception()))

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("%s", where(error))
        if self._open is None:
            self._open = Report(error, self._parent)
            self._open.finished.connect(self._on_finished)
            self._open.open()

    def _on_finished(self, _: int) -> None:
        if self._open is not None:
            self._open.deleteLater()
            self._open = None
