"""A group of choices for an import: a heading, and lines of what a thing is called and what it is read as."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from launchready.desktop.widgets.labels import ElidedLabel, label, name_unseen


class Wheelless(QObject):
    """Keeps the wheel for scrolling the panel, where it would change a choice in passing."""

    def eventFilter(self, watched: QObject, event: Any) -> bool:
        if event.type() == event.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class ChoiceGroup(QFrame):
    """`line` puts a field beside its name, `wide` a widget below all."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._wheelless = Wheelless(self)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.wide(label(title, "heading", wrap=True))

    def line(self, text: str, remark: str, field: QWidget) -> None:
        row = self._grid.rowCount()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(text))
        if remark:
            words.addWidget(ElidedLabel(remark, "secondary"))
        self._grid.addLayout(words, row, 0)
        self._grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignVCenter)

    def wide(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def combo(
        self,
        name: str,
        choices: Iterable[tuple[str, str]],
        value: str | None,
        act: Callable[[str], object],
    ) -> QComboBox:
        """A box that begins with `value`; with None nothing is chosen yet."""
        made = QComboBox(self)
        name_unseen(made, name)
        for id_, text in choices:
            made.addItem(text, id_)
        made.setPlaceholderText(self.tr("Choose…"))
        made.setCurrentIndex(-1 if value is None else max(0, made.findData(value)))
        made.setMinimumContentsLength(6)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.activated.connect(lambda _: act(str(made.currentData())))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.installEventFilter(self._wheelless)
        return made
