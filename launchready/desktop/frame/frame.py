"""What stands around the pages of a launch: top bar, navigation, refusals, status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from launchready.desktop import pages
from launchready.desktop.frame.navigation import Navigation
from launchready.desktop.frame.statusbar import StatusBar
from launchready.desktop.frame.topbar import TopBar
from launchready.desktop.widgets.notices import RefusalBar

if TYPE_CHECKING:
    from launchready.desktop.window import Window


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

    def show_around(self, shown: bool) -> None:
        for each in (self.top, self.navigation, self.status):
            each.setVisible(shown)
