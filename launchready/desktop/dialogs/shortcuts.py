"""The sheet of keyboard shortcuts (F1), read from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from launchready.desktop import actions, pages
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.labels import label
from launchready.desktop.widgets.reading_order import Dialog


def native(shortcut: str) -> str:
    """A shortcut as this system writes it."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


class ShortcutsSheet(Dialog):
    """Shown with `open()`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        area, inner = QScrollArea(), QWidget()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        area.setProperty("role", "read")
        inner.setProperty("role", "plain")
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        self._fill(grid)
        area.setWidget(inner)
        column.addWidget(area)
        column.addLayout(row(1, button(self.tr("Close"), "primary", self.close)))
        self.resize(440, 560)

    def _fill(self, grid: QGridLayout) -> None:
        groups: dict[str, list[actions.Action]] = {}
        for action in actions.available():
            if action.shortcut:
                groups.setdefault(action.page if action.method else "", []).append(action)
        line = 0
        for page, found in groups.items():
            entry = pages.find(page)
            grid.addWidget(label(entry.text() if entry else self.tr("Everywhere"), "heading"), line, 0, 1, 2)
            for line, action in enumerate(found, line + 1):  # noqa: B020  each group goes on where the last ended
                grid.addWidget(label(action.words()), line, 0)
                grid.addWidget(label(native(action.shortcut), "keys"), line, 1, Qt.AlignmentFlag.AlignRight)
            line += 1
        grid.setRowStretch(line, 1)
