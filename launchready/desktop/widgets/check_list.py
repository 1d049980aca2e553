"""A short list of which several can be chosen, each with a box of its own."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from launchready.desktop.widgets.labels import label

ROW, MOST = 26, 6
"""Pixels a row, and how many rows stand there before the list scrolls."""


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
        self._boxes: dict[str, QCheckBox] = {}
        for value, words in choices:
            box = self._boxes[value] = QCheckBox(words.replace("&", "&&"))
            box.setAccessibleName(words)
            box.setToolTip(words)
            box.setMinimumWidth(40)
            box.toggled.connect(lambda _: self.changed.emit())
            box.installEventFilter(self)
            column.addWidget(box)
        if not self._boxes:
            column.addWidget(label(nothing or self.tr("There is nothing to choose."), "muted"))
        column.addStretch(1)
        self.setWidget(inner)
        self.setFixedHeight(ROW * min(MOST, max(1, len(self._boxes))) + 6)
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
        if isinstance(watched, QCheckBox):
            if event.type() == QEvent.Type.FocusIn:
                self.ensureWidgetVisible(watched, 0, 4)
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
                if step is not None:
                    return self._step(watched, step)
        return super().eventFilter(watched, event)

    def _step(self, box: QCheckBox, step: int) -> bool:
        boxes = list(self._boxes.values())
        number = boxes.index(box) + step
        if 0 <= number < len(boxes):
            boxes[number].setFocus(Qt.FocusReason.TabFocusReason)
        return True
