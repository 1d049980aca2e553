from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from launchready.desktop.widgets.fields import TextField


@pytest.mark.parametrize("single", [True, False])
def test_ctrl_enter_is_the_field_s_own_and_commits(qtbot: Any, single: bool) -> None:
    field = TextField("Note", single=single)
    qtbot.addWidget(field)
    heard: list[str] = []
    field.committed.connect(heard.append)
    QTest.keyClicks(field, "done")
    control = Qt.KeyboardModifier.ControlModifier
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, control)
    asked.ignore()
    QApplication.sendEvent(field, asked)
    assert asked.isAccepted()
    QTest.keyClick(field, Qt.Key.Key_Return, control)
    assert heard == ["done"]
