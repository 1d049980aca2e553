"""The import page with a file on it, and what a person chooses there."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox

from launchready.desktop.pages.importing import ImportPage
from launchready.desktop.window import Window


def shown(window: Window, path: str, qtbot: Any) -> ImportPage:
    window.import_file(path)
    page = window.page("import")
    assert isinstance(page, ImportPage)
    settled(page, qtbot)
    return page


def settled(page: ImportPage, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: page._work is None, timeout=5000)


def choose(page: ImportPage, name: str, value: str, qtbot: Any) -> None:
    """Chooses in the combo box of that name, as a person does."""
    combo = next(each for each in page.choices.findChildren(QComboBox) if each.accessibleName() == name)
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())
    settled(page, qtbot)
