"""What the window remembers from one time to the next."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from launchready import places
from launchready.desktop.theme import Choice

THEME, CONTRAST = "look/theme", "look/high_contrast"


def open_settings() -> QSettings:
    """The window's memory, in the config folder: sizes, choices, recent files. Never launch content."""
    folder = places.config_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def chosen_theme(settings: QSettings) -> tuple[Choice, bool]:
    value = str(settings.value(THEME, Choice.SYSTEM.value))
    choice = Choice(value) if value in tuple(Choice) else Choice.SYSTEM
    return choice, str(settings.value(CONTRAST, "false")) == "true"
