"""What was opened is gone when it is closed, and nothing counts references wrongly."""

from __future__ import annotations

import gc
import sys
import weakref
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from launchready.desktop import pages
from launchready.desktop.pictures.sample import sample_bridge
from launchready.desktop.theme import Theme
from launchready.desktop.window import Window

MANY = 200


def settle() -> None:
    """Lets go of what is only waiting to be deleted."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()


def opened_and_closed(theme: Theme, settings: QSettings) -> list[weakref.ref[QWidget]]:
    """Every page of a window, as weak references to what is gone by now."""
    window = Window(theme, settings)
    window.show()
    window.show_bridge(sample_bridge(), remember=False)
    made: list[QWidget] = [window]
    for page in pages.PAGES:
        found = window.open_page(page.id)
        assert found is not None
        made.append(found)
        QApplication.processEvents()
    seen = [weakref.ref(each) for each in made]
    window.close()
    window.deleteLater()
    return seen


def test_a_window_and_its_pages_leave_nothing(theme: Theme, settings: QSettings, qtbot: Any) -> None:
    del qtbot
    opened_and_closed(theme, settings)  # what is made once and kept
    settle()
    before = len(QApplication.allWidgets())
    seen = opened_and_closed(theme, settings)
    settle()
    assert [type(ref()).__name__ for ref in seen if ref() is not None] == []
    assert len(QApplication.allWidgets()) <= before


def test_another_launch_in_the_same_window_adds_nothing(window: Window) -> None:
    def opened() -> int:
        window.show_bridge(sample_bridge(), remember=False)
        for page in pages.PAGES:
            window.open_page(page.id)
            QApplication.processEvents()
        settle()
        return len(QApplication.allWidgets())

    opened()
    before = opened()
    for _ in range(3):
        now = opened()
    assert now <= before


@pytest.mark.parametrize("constant", [None, True, False], ids=str)
def test_calls_leave_the_count_of_references_still(constant: object, qtbot: Any) -> None:
    """PySide6 6.12.0 on CPython 3.11 drops one at each such call, and the process aborts after a while."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(constant)
    for number in range(MANY):
        widget.resize(100 + number, 100)
        widget.setEnabled(True)
    assert abs(sys.getrefcount(constant) - before) < MANY / 4
