"""Starts the window: checks the display, then builds no more than the first paint needs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication, QWidget

REFUSED = 2


def run(arguments: Sequence[str]) -> int:
    """Opens the window, on the launch file named or on the last one, and returns its exit code when it closes."""
    from launchready.desktop import display

    if problem := display.problem():
        print(f"launchready: {problem}", file=sys.stderr)
        return REFUSED
    return _run(arguments[0] if arguments else "")


def _run(file: str) -> int:
    from launchready.desktop import faults
    from launchready.desktop.instance import Doorbell, raise_other
    from launchready.desktop.settings import chosen_theme, open_settings
    from launchready.desktop.theme import Theme
    from launchready.desktop.window import Window

    app = make_app()
    settings = open_settings()
    path = file or _last(settings)
    if path and raise_other(path):
        return 0
    faults.start_log()
    theme = Theme(app, *chosen_theme(settings))
    window = Window(theme, settings)
    reports = faults.FaultReports(window)
    reports.install()
    bell = Doorbell(window)
    bell.rung.connect(lambda: come_forward(window))
    window.launch_opened.connect(bell.answer_for)
    if not path:
        window.open_library()
    window.show()
    if path:
        window.open_file(path)
    return app.exec()


def make_app() -> QApplication:
    """The application object with style, name, icon and plurals, before any window."""
    from PySide6.QtWidgets import QApplication

    from launchready import __version__
    from launchready.desktop.icons import app_icon
    from launchready.desktop.plurals import EnglishPlurals

    app = QApplication.instance() or QApplication(["launchready"])
    assert isinstance(app, QApplication)  # noqa: S101  for the type checker: nothing else makes one here
    app.setApplicationName("launchready")
    app.setApplicationDisplayName("Launchready")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("launchready")
    app.setStyle("Fusion")
    app.setWindowIcon(app_icon())
    app.installTranslator(EnglishPlurals(app))
    return app


def _last(settings: QSettings) -> str:
    """The launch that was open last, if its file is still there."""
    from launchready.desktop.opening import Recents

    found = Recents(settings).all()
    return found[0].path if found and Path(found[0].path).is_file() else ""


def come_forward(window: QWidget) -> None:
    """Brings the window to the front, out of the dock too."""
    from PySide6.QtCore import Qt

    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
