"""A short list of which several can be chosen, each with a box of its own."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from launchready.desktop.widgets.labels import label

MOST = 6
"""How many rows stand there before the list scrolls."""


class ElidedBox(QCheckBox):
    """A box whose words end in an ellipsis where they don't fit; its tool tip has them whole."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self.iconSize().width() - 16
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))


class CheckList(QScrollArea):
    """`checked()` are the chosen values, in the order shown. Up and Down go from box to box."""

    changed = Signal()

    def __init__(self, choices: Iterable[tuple[str, str]], checked: Iterable[str] = (), nothing: str = "") -> None:
        super().__init__()
        self.setProperty("role", "list")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("role", "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 2, 4, 2)
        column.setSpacing(2)
        self._boxes: dict[str, ElidedBox] = {}
        for value, words in choices:
            box = self._boxes[value] = ElidedBox(words)
            box.toggled.connect(lambda _: self.changed.emit())
            box.installEventFilter(self)
            column.addWidget(box)
        if not self._boxes:
            column.addWidget(label(nothing or self.tr("There is nothing to choose."), "muted", wrap=True))
        column.addStretch(1)
        self.setWidget(inner)
        row = max([box.sizeHint().height() for box in self._boxes.values()] or [18]) + column.spacing()
        self.setFixedHeight(row * min(MOST, max(1, len(self._boxes))) + 6)
        self.check(checked)
        for first in list(self._boxes.values())[:1]:
            self.setFocusProxy(first)

    def check(self, values: Iterable[str]) -> None:
        chosen = set(values)
        for value, box in self._boxes.items():
            box.setChecked(value in chosen)

    def checked(self) -> list[str]:
        return [value for value, box in self._boxes.items() if box.isChecked()]

    def box(self, value: str) -> QCheckBox:
        return self._boxes[value]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, ElidedBox):
            if event.type() == QEvent.Type.FocusIn:
                self.ensureWidgetVisible(watched, 0, 4)
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
                if step is not None:
                    return self._step(watched, step)
        return super().eventFilter(watched, event)

    def _step(self, box: ElidedBox, step: int) -> bool:
        boxes = list(self._boxes.values())
        number = boxes.index(box) + step
        if 0 <= number < len(boxes):
            boxes[number].setFocus(Qt.FocusReason.TabFocusReason)
        return True
