"""Rows of a card: a shape, words, and what stands at the right; and lists of them that keep what did not change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from launchready.desktop.theme import BODY, in_force
from launchready.desktop.widgets.labels import LinkButton, ShapeMark, label, rule
from launchready.desktop.widgets.tones import Look

Item = TypeVar("Item")


class RowList(QWidget):
    """Widgets under each other, by key. `show_rows` makes anew only those whose item differs; a button that had the
    focus in such a row hands it to the one of the same name."""

    def __init__(self, spacing: int = 0) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        self._rows: dict[str, tuple[object, QWidget]] = {}

    def show_rows(self, items: Sequence[tuple[str, Item]], make: Callable[[Item], QWidget]) -> None:
        had_focus = self._focused()
        kept: dict[str, tuple[object, QWidget]] = {}
        for number, (key, item) in enumerate(items):
            held = self._rows.pop(key, None)
            if held is None or held[0] != item:
                if held is not None:
                    self._drop(held[1])
                held = (item, make(item))
            kept[key] = held
            if self._column.indexOf(held[1]) != number:
                self._column.removeWidget(held[1])
                self._column.insertWidget(number, held[1])
        for _, gone in self._rows.values():
            self._drop(gone)
        self._rows = kept
        self.setVisible(bool(kept))
        if had_focus is not None:
            self._give_back(*had_focus)

    def row(self, key: str) -> QWidget | None:
        held = self._rows.get(key)
        return held[1] if held else None

    def keys(self) -> list[str]:
        return list(self._rows)

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _focused(self) -> tuple[str, str] | None:
        focus = self.focusWidget() if self.isAncestorOf(self.window().focusWidget() or self) else None
        if focus is None or focus is self:
            return None
        key = next((key for key, (_, made) in self._rows.items() if made.isAncestorOf(focus)), "")
        return (key, focus.accessibleName()) if key else None

    def _give_back(self, key: str, name: str) -> None:
        held = self._rows.get(key)
        buttons = held[1].findChildren(QAbstractButton) if held else []
        found = next((each for each in buttons if each.accessibleName() == name), None)
        if found is not None and not found.hasFocus():
            QTimer.singleShot(0, found, found.setFocus)


def fact_row(look: Look | None, text: str, right: str = "", on_click: Callable[[], object] | None = None) -> QWidget:
    """A row under a thin line: shape, words (a link where there is something to open), and a count or day."""
    made = QWidget()
    made.setAccessibleName(", ".join(part for part in (text, right, look.text if look else "") if part))
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(rule())
    line = QHBoxLayout()
    line.setContentsMargins(0, 5, 0, 5)
    line.setSpacing(6)
    if look is not None:
        mark = ShapeMark(16)
        mark.show_look(look)
        line.addWidget(mark)
    if on_click is None:
        words = label(text, wrap=True)
        words.setContentsMargins(0, 1, 0, 2)  # as high as a link
        line.addWidget(words, 1)
    else:
        link = LinkButton(text)
        link.setProperty("level", "flush")
        link.clicked.connect(lambda _checked=False: on_click())
        line.addWidget(link)
        line.addStretch(1)
    if right:
        shown = label(right, "muted")
        shown.setFont(in_force().font(BODY, figures=True))
        line.addWidget(shown)
    column.addLayout(line)
    return made
