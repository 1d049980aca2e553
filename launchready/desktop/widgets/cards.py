"""Surfaces that hold things: a card, a card with a heading, an empty state that offers the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from launchready.desktop.widgets.labels import ElidedLabel, label


class Card(QFrame):
    """A bordered surface. `body` is its vertical layout."""

    def __init__(self, margins: tuple[int, int, int, int] = (20, 16, 20, 16), spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(spacing)


class SectionCard(Card):
    """A card with a heading at the left and a count or remark at the right."""

    def __init__(self, title: str, remark: str = "") -> None:
        super().__init__()
        self.setAccessibleName(title)
        row = QHBoxLayout()
        self.title = label(title, "heading")
        self.remark = ElidedLabel(remark, "secondary")
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self.remark)
        self.body.addLayout(row)


def button(text: str, role: str = "", on_click: Callable[[], object] | None = None, name: str = "") -> QPushButton:
    """A push button; `name` is what assistive technology calls it where its text alone would not do."""
    made = QPushButton(text)
    if role:
        made.setProperty("role", role)
    if role in ("link", "quiet", "navigation", "chip"):
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAccessibleName(name or text.replace("&", ""))
    made.setAutoDefault(False)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


class EmptyState(QWidget):
    """What a page says while there is nothing to show: what would stand here, and the next step."""

    def __init__(self, title: str = "", text: str = "", actions: tuple[QPushButton, ...] = ()) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        self._title, self._text = label(title, "heading"), label(text, "muted", wrap=True)
        for each in (self._title, self._text):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setMaximumWidth(420)
        column.addWidget(self._title)
        middle = row(1, self._text, 1)
        middle.setStretch(1, 100)
        column.addLayout(middle)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        for action in actions:
            self._row.addWidget(action)
        self._row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(self._row)
        column.addStretch(2)

    def say(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)


def row(*widgets: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Widgets beside each other; an int stands for a stretch of that factor."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for widget in widgets:
        if isinstance(widget, int):
            made.addStretch(widget)
        else:
            made.addWidget(widget)
    return made


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and lets it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout):
            clear(inner)
