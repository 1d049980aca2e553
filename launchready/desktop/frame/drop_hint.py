"""What dropping a file here will do, over the window while one is dragged across it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from launchready.desktop.widgets.labels import breakable, label

LEAST, EDGE = 420, 24
"""Its width where the window has room, and what is left beside it where it has not."""


class DropHint(QFrame):
    """Lets everything through to what lies under it."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("role", "drop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._host = host
        self._words = label("", "heading", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self._words)
        self._gone = QTimer(self)  # from one part of the window to the next, a drag leaves and comes again at once
        self._gone.setSingleShot(True)
        self._gone.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str) -> None:
        self._gone.stop()
        self._words.setText(breakable(text))
        self.setAccessibleName(text)
        width = min(LEAST, self._host.width() - 2 * EDGE)
        height = self.heightForWidth(width)
        self.setGeometry((self._host.width() - width) // 2, (self._host.height() - height) // 2, width, height)
        self.show()
        self.raise_()

    def text(self) -> str:
        return self.accessibleName() if not self.isHidden() else ""

    def leave(self) -> None:
        """Goes, unless something is said again at once."""
        self._gone.start(0)
