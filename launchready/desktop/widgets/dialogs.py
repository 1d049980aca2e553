"""Dialogs for input. They are shown with `open()`, never `exec()`, and ask nothing that undo can take back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from launchready.desktop.widgets.forms import Ask, InlineForm, Submit, is_submit
from launchready.desktop.widgets.labels import breakable, label
from launchready.desktop.widgets.reading_order import Dialog


class FormDialog(Dialog):
    """A form of its own: what it is about, what is asked, one button that says what happens.

    `submit` gets the texts by name, and what to call with a refusal; True closes. What was typed stays until taken.
    """

    def __init__(
        self, parent: QWidget, title: str, asks: tuple[Ask, ...], submit_text: str, submit: Submit, about: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addWidget(label(breakable(title), "heading", wrap=True))
        if about:
            column.addWidget(label(breakable(about), "muted", wrap=True))
        self.form = InlineForm("", asks, submit_text, submit)
        self.form.setProperty("role", "")
        self.form.setAccessibleName(title)
        inside = self.form.layout()
        if inside is not None:
            inside.setContentsMargins(0, 4, 0, 0)
        self.form.closed.connect(self.close)
        self._area = scrolling(self.form)
        column.addWidget(self._area, 1)
        self.setMinimumWidth(440)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as the form, where the window it belongs to leaves room."""
        super().showEvent(event)
        parent = self.parentWidget()
        most = parent.window().height() - 40 if parent is not None else 600
        chrome = self.sizeHint().height() - self._area.sizeHint().height()
        self.resize(max(440, self.width()), min(self.form.sizeHint().height() + chrome + 4, most))
        self.form.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_submit(event):
            self.form.send()
        else:
            super().keyPressEvent(event)


def scrolling(inner: QWidget) -> QScrollArea:
    """The widget in an area that scrolls up and down where there is no room, and takes no focus itself."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    inner.setMinimumWidth(1)  # however long a word, nothing is pushed out of sight at the side
    area.setWidget(inner)
    return area
