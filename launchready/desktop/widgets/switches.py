"""Buttons that choose one of a few by a menu: `Group: Area`."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton


class Switch(QPushButton):
    """A button with the present choice on it. `chosen(id)` tells a choice from its menu."""

    chosen = Signal(str)

    def __init__(self, prefix: str, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._prefix = prefix
        self._menu = QMenu(self)
        group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        for id_, text in choices:
            action = self._menu.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, id_=id_: self._on_chosen(id_))
            group.addAction(action)
            self._actions[id_] = action
        self.setMenu(self._menu)

    def choose(self, id_: str) -> None:
        action = self._actions[id_]
        action.setChecked(True)
        self.setText(f"{self._prefix}: {action.text()}")
        self.setAccessibleName(self.text())

    def _on_chosen(self, id_: str) -> None:
        self.choose(id_)
        self.chosen.emit(id_)
