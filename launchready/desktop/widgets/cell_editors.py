"""What a cell of the checklist becomes under the hand: a field or a choice, and below it how the text is read.

Made when a cell is first edited, never before. A field keeps what is half typed, whatever comes from elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QWidget

from launchready.desktop.models import cell_values
from launchready.desktop.models.columns import title, typed
from launchready.desktop.widgets.fields import LineField
from launchready.desktop.widgets.forms import complete
from launchready.desktop.widgets.labels import label, set_property
from launchready.desktop.widgets.notices import announce
from launchready.launch.model import Launch, Task

Words = Callable[[str], str]
"""How a typed text is read; empty where there is nothing to say of it."""
LEAST, MOST = 200, 340
RELEASE = 15
"""Milliseconds between two looks at whether a mouse button is still down."""
ROOM = {"area": 170, "owner": 190, "due": 130, "gating": 110, "lane": 90}
"""The least widths of what a cell becomes, which may be wider than the cell."""


class Below(QFrame):
    """The line under a cell that is edited: how its text is read, or why it was not taken."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "below")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        self._text = label(wrap=True)
        row.addWidget(self._text)
        self.hide()

    def say(self, cell: QRect, text: str, *, refused: bool) -> None:
        """Under the cell, or above it where there is no room."""
        if not text:
            self.hide()
            return
        set_property(self, "tone", "no_go" if refused else "")
        self._text.setText(text)
        self.setAccessibleName(text)
        room = cast(QWidget, self.parentWidget()).rect()
        wanted = self._text.fontMetrics().horizontalAdvance(text) + 20
        width = min(max(LEAST, cell.width(), min(wanted, MOST)), room.width())
        self.setFixedWidth(width)
        height = self.heightForWidth(width)
        left = max(0, min(cell.left(), room.right() + 1 - width))
        under = cell.bottom() + 3
        self.setGeometry(left, under if under + height <= room.bottom() else cell.top() - height - 3, width, height)
        self.show()
        self.raise_()
        if refused:
            announce(self, text, urgent=True)


class CellField(LineField):
    """A line of text in a cell."""

    def __init__(self, parent: QWidget, name: str, read: Words) -> None:
        super().__init__(name, "", parent)
        self.setProperty("role", "cell")
        self._read, self._below = read, Below(parent)
        self.textEdited.connect(lambda text: self._say(self._read(text)))

    def value(self) -> str:
        return self.text().strip()

    def refuse(self, text: str) -> None:
        self._say(text, refused=True)

    def _say(self, text: str, *, refused: bool = False) -> None:
        self._below.say(self.geometry(), text, refused=refused)

    def let_go(self) -> None:
        self._below.hide()
        self._below.deleteLater()


class CellChoice(QComboBox):
    """One of few values in a cell; `chosen()` when one is picked from the list."""

    chosen = Signal()

    def __init__(self, parent: QWidget, name: str, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__(parent)
        self.setProperty("role", "cell")
        self.setAccessibleName(name)
        for value, words in choices:
            self.addItem(words, value)
        self._shown, self._below = "", Below(parent)
        self.activated.connect(lambda _: self.chosen.emit())
        QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        """Once the button of a double click is let go of: its release would close the list."""
        if QGuiApplication.mouseButtons():
            QTimer.singleShot(RELEASE, self, self._open)
        else:
            self.showPopup()

    def value(self) -> str:
        return str(self.currentData())

    def is_dirty(self) -> bool:
        return self.value() != self._shown

    def show_value(self, value: str) -> None:
        """Shows a value, unless another is being chosen."""
        keep = bool(self._shown) and self.is_dirty()
        self._shown = value
        if not keep:
            self.setCurrentIndex(self.findData(value))

    def refuse(self, text: str) -> None:
        self._below.say(self.geometry(), text, refused=True)

    def let_go(self) -> None:
        self._below.hide()
        self._below.deleteLater()


CellEditor = CellField | CellChoice


def editor_for(parent: QWidget, launch: Launch, task: Task, column: str, reading: Words) -> CellEditor:
    """The editor of a cell, with its present value."""
    name = f"{title(column)}: {task.key}"
    made: CellEditor
    if choices := cell_values.choices(column):
        made = CellChoice(parent, name, choices)
    else:
        made = CellField(parent, name, reading)
        made.setPlaceholderText(cell_values.hint(column))
        if names := cell_values.known(launch, column):
            complete(made, names)
    made.show_value(typed(launch, task, column))
    return made


def place(editor: QWidget, column: str, cell: QRect) -> None:
    """Over its cell; where that is narrow, over what stands left of it too."""
    box = cell.adjusted(0, 2, 0, -2)
    least = ROOM.get(column, 0)
    if box.width() < least:
        box.setLeft(max(0, box.right() + 1 - least))
    editor.setGeometry(box)
