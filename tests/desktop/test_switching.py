"""A window that changes its theme while it is open looks as one that was opened in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage

from launchready.desktop import pages
from launchready.desktop.app import make_app
from launchready.desktop.pictures import drawing, pictured
from launchready.desktop.pictures.sample import sample_bridge
from launchready.desktop.theme import Choice, Theme
from launchready.desktop.window import Window

DARK = (Choice.DARK, False)


def opened(qtbot: Any, theme: Theme, ini: Path) -> Window:
    window = Window(theme, QSettings(str(ini), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.show_bridge(sample_bridge(), remember=False)
    for page in pages.PAGES:
        if page.id in drawing.FILLED:
            drawing.FILLED[page.id](window)
        else:
            window.open_page(page.id)
        drawing.settle(5)
    return window


def seen(window: Window) -> dict[str, QImage]:
    found = {}
    for page in pages.PAGES:
        window.open_page(page.id)
        drawing.settle_down(window)
        found[page.id] = window.grab().toImage()
    return found


def test_every_page_is_the_same_to_the_pixel(qtbot: Any, tmp_path: Path) -> None:
    pictured.fill()
    window = opened(qtbot, Theme(make_app(), *DARK), tmp_path / "dark.ini")
    started = seen(window)
    window.close()
    theme = Theme(make_app(), Choice.LIGHT)
    window = opened(qtbot, theme, tmp_path / "light.ini")
    for look in ((Choice.LIGHT, True), DARK):
        theme.choose(*look)
        drawing.settle()
    switched = seen(window)
    assert [page for page, picture in switched.items() if picture != started[page]] == []


def test_follows_the_system_while_it_is_open(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = Theme(make_app(), Choice.SYSTEM)
    window = opened(qtbot, theme, tmp_path / "window.ini")
    light = window.grab().toImage()
    monkeypatch.setattr("launchready.desktop.theme._system_asks_contrast", lambda _: True)
    make_app().styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.high_contrast
    assert not theme.asks_contrast
    assert window.grab().toImage() != light
