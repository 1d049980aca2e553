"""What the window remembers from one time to the next."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSettings

from launchready import places
from launchready.desktop.theme import Choice

THEME, CONTRAST, SCALE = "look/theme", "look/high_contrast", "look/scale"
SCALES = (100, 125, 150, 175, 200)
"""Sizes of text and everything, in percent."""
QT_SCALE = "QT_SCALE_FACTOR"


def open_settings() -> QSettings:
    """The window's memory, in the config folder: sizes, choices, recent files. Never launch content."""
    folder = places.config_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def chosen_theme(settings: QSettings) -> tuple[Choice, bool]:
    value = str(settings.value(THEME, Choice.SYSTEM.value))
    choice = Choice(value) if value in tuple(Choice) else Choice.SYSTEM
    return choice, str(settings.value(CONTRAST, "false")) == "true"


def chosen_scale(settings: QSettings) -> int:
    value = str(settings.value(SCALE, SCALES[0]))
    return int(value) if value in map(str, SCALES) else SCALES[0]


@contextmanager
def scaled(settings: QSettings) -> Iterator[None]:
    """The chosen size in the environment, where Qt reads it when the application is made; programs that are started
    later, such as a browser, don't get it. A size that the environment has itself is left as it is."""
    scale = chosen_scale(settings)
    if QT_SCALE in os.environ or scale == SCALES[0]:
        yield
        return
    os.environ[QT_SCALE] = str(scale / 100)
    try:
        yield
    finally:
        del os.environ[QT_SCALE]
