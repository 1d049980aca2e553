"""Every dialog is one in which Tab goes as it is read, and Enter presses the button that has the focus."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

import launchready.desktop
from launchready.desktop.dialogs.people import PeopleDialog
from launchready.desktop.dialogs.settings import SettingsDialog
from launchready.desktop.widgets.dialogs import FormDialog
from launchready.desktop.widgets.reading_order import Dialog
from launchready.desktop.window import Window

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def test_every_dialog_goes_in_the_reading_order() -> None:
    own = set()
    for module in pkgutil.walk_packages(launchready.desktop.__path__, "launchready.desktop."):
        held = vars(importlib.import_module(module.name)).values()
        own |= {each for each in held if isinstance(each, type) and issubclass(each, QDialog)}
    own = {each for each in own if each.__module__.startswith("launchready")}
    assert len(own) > 8
    assert {each.__name__ for each in own if not issubclass(each, Dialog)} == set()


@pytest.mark.parametrize("key", ENTER)
@pytest.mark.parametrize(
    ("action", "kind", "text"),
    [
        ("edit_people", PeopleDialog, "Done"),
        ("edit_launch", FormDialog, "Cancel"),
        ("show_settings", SettingsDialog, "Close"),
    ],
)
def test_the_button_with_the_focus_is_pressed(
    window: Window, action: str, kind: type[QDialog], text: str, key: Qt.Key
) -> None:
    window.trigger(action)
    (dialog,) = window.findChildren(kind)
    pressed = next(each for each in dialog.findChildren(QPushButton) if each.text() == text)
    pressed.setFocus()
    QTest.keyClick(pressed, key)
    assert dialog.isHidden()


@pytest.mark.parametrize("default", [True, False])
@pytest.mark.parametrize("key", ENTER)
def test_a_button_is_pressed_once_whether_or_not_it_is_the_default(qtbot: Any, default: bool, key: Qt.Key) -> None:
    dialog, pressed, field = Dialog(), QPushButton("Add"), QLineEdit()
    heard: list[QWidget] = []
    pressed.setAutoDefault(default)
    pressed.setDefault(default)
    pressed.clicked.connect(lambda: heard.append(pressed))
    column = QVBoxLayout(dialog)
    column.addWidget(pressed)
    column.addWidget(field)
    qtbot.addWidget(dialog)
    dialog.show()
    pressed.setFocus()
    QTest.keyClick(pressed, key)
    assert len(heard) == 1
    field.setFocus()
    QTest.keyClick(field, key)
    assert len(heard) == (2 if default and key is not Qt.Key.Key_Space else 1)
