"""What stands around the pages of a launch: top bar, navigation, refusals, status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from launchready.desktop import pages
from launchready.desktop.frame.navigation import Navigation
from launchready.desktop.frame.statusbar import StatusBar
from launchready.desktop.frame.topbar import TopBar
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.reading_order import presses_button

if TYPE_CHECKING:
    from launchready.desktop.window import Window

USUAL, LEAST, TITLE = QSize(1280, 800), QSize(760, 520), 32
"""The size of a window that was never sized, the least one, and the height that the system's title bar may take."""


def fitted(size: QSize, window: QWidget) -> QSize:
    """No larger than the screen: at 200 % even a large one has less room than that."""
    return size.boundedTo(window.screen().availableGeometry().size() - QSize(0, TITLE))


class Frame(QWidget):
    """`stack` holds the pages. Without a launch there is only the page."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = TopBar(window.show_palette, lambda: window.open_page("overview"))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.navigation = Navigation([page for page in pages.PAGES if page.listed])
        self.navigation.page_chosen.connect(window.open_page)
        self.navigation.launch_chosen.connect(window.open_file)
        self.stack = QStackedWidget()
        right = QVBoxLayout()
        right.setSpacing(0)
        self.refusal = RefusalBar()
        self.refusal.setProperty("level", "window")
        right.addWidget(self.refusal)
        right.addWidget(self.stack, 1)
        middle.addWidget(self.navigation)
        middle.addLayout(right, 1)
        self.status = StatusBar(window.retry, window.save_copy)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self._add_buttons(window)

    def _add_buttons(self, window: Window) -> None:
        self.top.add_export(lambda: window.trigger("export"))
        self.navigation.add_foot(self.tr("All launches"), "", window.open_library)
        self.navigation.add_foot(self.tr("New launch…"), "Ctrl N", lambda: window.trigger("new_launch"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not presses_button(event, self):
            super().keyPressEvent(event)

    def show_around(self, shown: bool) -> None:
        for each in (self.top, self.navigation, self.status):
            each.setVisible(shown)
