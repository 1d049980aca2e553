"""Starts the window: checks the display, then builds no more than the first paint needs."""

from __future__ import annotations

import builtins
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication, QWidget

    from launchready.desktop.window import Window

REFUSED = 2
ARGUMENTS = ("launchready", "-style", "fusion")
"""What Qt is started with: `setStyle` would load every enum of QStyle, which the first paint can do without."""


def run(arguments: Sequence[str]) -> int:
    """Opens the window, on the launch file named or on the last one, and returns its exit code when it closes."""
    from launchready.desktop.runtime import display

    if problem := display.problem():
        print(f"launchready: {problem}", file=sys.stderr)
        return REFUSED
    import_plainly()
    return _run(arguments[0] if arguments else "")


def import_plainly() -> None:
    """Gives the import statement back to Python, once Qt is loaded.

    PySide takes it over and reads the source of every module that is imported, in case one asks for names in
    snake_case. None here does, and the reading takes a twentieth of a start.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _run(file: str) -> int:
    from launchready.desktop.runtime import faults
    from launchready.desktop.runtime.first_paint import after_paint
    from launchready.desktop.runtime.instance import raise_other
    from launchready.desktop.runtime.settings import chosen_theme, open_settings, scaled
    from launchready.desktop.theme import Theme
    from launchready.desktop.window import Window

    settings = open_settings()
    with scaled(settings):
        app = make_app()
    path = file or _last(settings)
    if path and raise_other(path):
        return 0
    theme = Theme(app, *chosen_theme(settings))
    window = Window(theme, settings)
    faults.start_log()
    reports = faults.FaultReports(window)
    reports.install()
    after_paint(window, lambda: _go_on(app, window))
    try:
        if path:
            window.open_file(path)
        else:
            window.open_library()
    except Exception as error:  # the event loop, which hands faults over, does not run yet
        reports.take(type(error), error, error.__traceback__)
    window.show()
    return app.exec()


def _go_on(app: QApplication, window: Window) -> None:
    """What may come after the first paint."""
    from PySide6.QtGui import QIcon

    from launchready import places
    from launchready.desktop.runtime.instance import Doorbell

    gc.collect()
    gc.freeze()  # what was made up to here stays
    app.setWindowIcon(QIcon(str(places.resources() / "icons" / "launchready.svg")))
    bell = Doorbell(window)
    bell.rung.connect(lambda: come_forward(window))
    window.launch_opened.connect(bell.answer_for)
    if window.has_launch:
        bell.answer_for(window.bridge.session.store.name)


def make_app() -> QApplication:
    """The application object with style, name and language, before any window."""
    from PySide6.QtWidgets import QApplication

    from launchready import __version__
    from launchready.desktop.languages import languages
    from launchready.desktop.runtime.collecting import Collector

    app = QApplication.instance() or QApplication(list(ARGUMENTS))
    assert isinstance(app, QApplication)  # noqa: S101  for the type checker: nothing else makes one here
    app.setApplicationName("launchready")
    app.setApplicationDisplayName("Launchready")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("launchready")
    languages.install(app)
    Collector.take_over(app)
    return app


def _last(settings: QSettings) -> str:
    """The launch that was open last, if its file is still there."""
    from launchready.desktop.files.recents import Recents

    found = Recents(settings).all()
    return found[0].path if found and Path(found[0].path).is_file() else ""


def come_forward(window: QWidget) -> None:
    """Brings the window to the front, out of the dock too."""
    from PySide6.QtCore import Qt

    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
