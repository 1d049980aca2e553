"""A panel that stands beside a card, or, in a narrow window, lies over it once it is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from launchready.desktop.widgets.cards import Card, button, row
from launchready.desktop.widgets.dialogs import scrolling
from launchready.desktop.widgets.flow import flow

WIDTH = 340
DRAWER_BELOW = 1000
"""Window widths under which the panel is a drawer."""


class Panel(Card):
    """Sections under each other that scroll, with buttons at the foot. `closed`: it shall go out of the way."""

    closed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(margins=(0, 0, 0, 0), spacing=0)
        self.setAccessibleName(name)
        self.setFixedWidth(WIDTH)
        inner = QWidget()
        inner.setProperty("role", "plain")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(12)
        self.area: QScrollArea = scrolling(inner)
        self.body.addWidget(self.area, 1)
        self.close_button = button("✕", "quiet", self.closed.emit, self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close"))

    def add_foot(self, *widgets: QWidget) -> None:
        line = row()
        line.addLayout(flow(*widgets), 1)
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        line.setContentsMargins(16, 12, 16, 12)
        self.body.addLayout(line)


class Drawer:
    """Places `panel` beside or over `card`, which stand in `line`. `place()` belongs into the page's resize.

    Where there is nothing to show (`is_useful` False), the panel is out of the way in any window.
    """

    def __init__(self, line: QHBoxLayout, card: QWidget, panel: Panel) -> None:
        self._line, self._card, self.panel = line, card, panel
        self.is_open = False
        self.is_useful = True
        line.addWidget(panel)

    def is_narrow(self) -> bool:
        return self._card.window().width() < DRAWER_BELOW

    def place(self) -> None:
        narrow = self.is_narrow()
        self.panel.close_button.setVisible(narrow)
        if not narrow:
            self.is_open = False
            if self._line.indexOf(self.panel) < 0:
                self._line.addWidget(self.panel)
            self.panel.setVisible(self.is_useful)
            return
        self._line.removeWidget(self.panel)
        self._line.activate()
        self.panel.setVisible(self.is_open and self.is_useful)
        box = self._card.geometry()
        width = min(WIDTH, box.width())
        self.panel.setGeometry(box.right() + 1 - width, box.y(), width, box.height())
        self.panel.raise_()

    def open(self) -> None:
        """Brings the panel into sight where it is a drawer."""
        if self.is_narrow():
            self.is_open = True
            self.place()

    def close(self) -> bool:
        """Puts it out of the way. Whether it was open."""
        was, self.is_open = self.is_open, False
        self.place()
        return was
