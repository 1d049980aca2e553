"""Short words where they are needed: a refusal beside the hand, a toast with Undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from launchready.desktop.widgets.cards import button
from launchready.desktop.widgets.labels import label

SHOWN = 6000
"""Milliseconds that a toast stays; one under the pointer or with focus stays longer."""

LAID_OUT, AROUND = (30, 120), 12
"""Milliseconds after which something that was just shown has its height, and what stands above it its own; and the room
that it keeps around it in sight."""


def into_sight(widget: QWidget) -> None:
    """Scrolls what it stands in, once that is laid out: all of it into sight, or its top where there is too little
    room."""

    def scroll() -> None:
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea) and (inner := area.widget()) is not None and widget.isVisible():
            area.ensureWidgetVisible(widget, 0, AROUND)
            bar, top = area.verticalScrollBar(), widget.mapTo(inner, QPoint()).y()
            bar.setValue(min(bar.value(), top - AROUND))

    for wait in LAID_OUT:
        QTimer.singleShot(wait, widget, scroll)


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Has a screen reader say `text`."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class RefusalBar(QFrame):
    """Why something was not done and what to do instead, right where it was tried. Goes at the next try."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "refusal")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 6, 8)
        self._text = label(wrap=True)
        self._close = button("✕", "quiet", self.clear, self.tr("Dismiss"))
        row.addWidget(self._text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        into_sight(self)
        announce(self, text, urgent=True)

    def text(self) -> str:
        return self._text.text() if not self.isHidden() else ""

    def clear(self) -> None:
        self.hide()
        self._text.clear()


class Toast(QFrame):
    """What just happened, at the bottom of the window, with one thing to do about it. One at a time."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("role", "toast")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(16)
        self._text = label()
        self._button = button("", "", self._act)
        row.addWidget(self._text)
        row.addWidget(self._button)
        self._host = host
        self._action: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        host.installEventFilter(self)
        self.hide()

    def say(self, text: str, action_text: str = "", action: Callable[[], object] | None = None) -> None:
        self._action = action
        room = max(240, self._host.width() - 280)
        self._text.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
        self._text.setToolTip(text)
        self._button.setText(action_text)
        self._button.setAccessibleName(action_text)
        self._button.setVisible(action is not None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(SHOWN)
        announce(self, text)

    def text(self) -> str:
        return self._text.toolTip() if not self.isHidden() else ""

    def _act(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()

    def _on_timeout(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._timer.start(SHOWN)
        else:
            self.hide()

    def _place(self) -> None:
        self.adjustSize()
        host = self._host
        self.move((host.width() - self.width()) // 2, host.height() - self.height() - 44)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
