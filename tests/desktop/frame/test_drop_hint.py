"""What the window says while a file is dragged over it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from launchready.desktop.frame.drop_hint import DropHint
from launchready.desktop.theme import Theme
from launchready.desktop.window import Window

BUTTON, KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Hidden(QObject):
    """How often something was hidden."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.times += event.type() == QEvent.Type.Hide
        return super().eventFilter(watched, event)


def of(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(path) if ":" in path else QUrl.fromLocalFile(path) for path in paths])
    return data


def enter(window: Window, data: QMimeData) -> None:
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, BUTTON, KEYS))


def leave(window: Window) -> None:
    QApplication.sendEvent(window, QDragLeaveEvent())


def hint(window: Window) -> DropHint:
    (found,) = window.findChildren(DropHint)
    return found


@pytest.mark.parametrize(
    ("dropped", "said"),
    [
        (("/nowhere/plan.csv",), "Drop to import plan.csv into Atlas 3.0"),
        (("/nowhere/beacon.launchready",), "Drop to open the launch beacon.launchready"),
        (("/a.csv", "/b.csv"), "Drop one file at a time, not 2: a launch opens, a checklist is imported."),
        (("https://example.com/plan.csv",), "https://example.com/plan.csv is a link. Nothing is fetched from the web"),
    ],
)
def test_it_says_what_dropping_will_do(window: Window, qtbot: Any, dropped: tuple[str, ...], said: str) -> None:
    data = of(*dropped)
    enter(window, data)
    assert hint(window).text().startswith(said)
    assert window.rect().contains(hint(window).geometry())
    leave(window)
    qtbot.waitUntil(hint(window).isHidden)


def test_without_a_launch_a_checklist_begins_one(qtbot: Any, theme: Theme, settings: QSettings) -> None:
    window = Window(theme, settings)
    qtbot.addWidget(window)
    window.show()
    data = of("/nowhere/plan.csv")
    enter(window, data)
    assert hint(window).text() == "Drop to begin a launch with plan.csv"


def test_from_one_part_of_the_window_to_the_next_it_stays(window: Window, qtbot: Any) -> None:
    data, hidden = of("/nowhere/plan.csv"), Hidden()
    enter(window, data)
    hint(window).installEventFilter(hidden)
    leave(window)
    enter(window, data)
    qtbot.wait(20)
    assert hidden.times == 0
    assert window.childAt(hint(window).geometry().center()) is not hint(window)
    leave(window)
    qtbot.waitUntil(lambda: hidden.times == 1)


def test_it_goes_when_something_is_dropped(window: Window, tmp_path: Path) -> None:
    data = of(str(tmp_path))
    enter(window, data)
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, BUTTON, KEYS))
    assert hint(window).isHidden()
    assert "is a folder" in window.refusal.text()
