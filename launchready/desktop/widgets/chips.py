"""A row of chips of which one is chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from launchready.desktop.widgets.cards import button
from launchready.desktop.widgets.flow import FlowLayout


class Chips(QWidget):
    """Exclusive chips by id. `chosen(id)` tells a click or key, not a programmatic choice."""

    chosen = Signal(str)

    def __init__(self, chips: Iterable[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        layout = FlowLayout()
        self.setLayout(layout)
        self._group = QButtonGroup(self)
        self._told = ""
        self._buttons: dict[str, QPushButton] = {}
        for id_, text in chips:
            made = button(text, "chip", name=text)
            made.setCheckable(True)
            made.setAutoExclusive(True)  # says what it is: one of several
            made.toggled.connect(lambda checked, id_=id_: self._on_checked(id_, checked))
            self._buttons[id_] = made
            self._group.addButton(made)
            layout.addWidget(made)

    def choose(self, id_: str) -> None:
        self._told = id_
        self._buttons[id_].setChecked(True)

    def _on_checked(self, id_: str, checked: bool) -> None:
        """Assistive technology toggles a chip rather than click it."""
        if checked and id_ != self._told:
            self._told = id_
            self.chosen.emit(id_)

    def current(self) -> str:
        return next((id_ for id_, made in self._buttons.items() if made.isChecked()), "")

    def show_text(self, id_: str, text: str) -> None:
        made = self._buttons[id_]
        if made.text() != text:
            made.setText(text)
            made.setAccessibleName(text)
