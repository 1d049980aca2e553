"""Parts of the start page: large choices, and who I am, asked once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout

from launchready.desktop.widgets.cards import button
from launchready.desktop.widgets.labels import label
from launchready.desktop.widgets.notices import RefusalBar
from launchready.identity import profile


class ChoiceButton(QPushButton):
    """A wide button: what it does, and a remark below."""

    def __init__(self, text: str, on_click: Callable[[], object], remark: str = "", *, primary: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "primary-choice" if primary else "choice")
        self.setProperty("level", "remark" if remark else "")
        self.setAccessibleName(text)
        self.setAccessibleDescription(remark)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 11, 14, 11)
        self._column.setSpacing(2)
        for words, role in ((text, "choice"), (remark, "secondary")):
            if words:
                line = label(words, role)
                line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                self._column.addWidget(line)
        self.clicked.connect(lambda _checked=False: on_click())

    def sizeHint(self) -> QSize:
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._column.totalMinimumSize().height())


class WhoAmI(QFrame):
    """Asks for my name once. `answered()` tells that it is known now."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "form")
        self.setAccessibleName(self.tr("Who are you?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(6)
        column.addWidget(label(self.tr("Who are you?"), "strong"))
        words = self.tr("Your sign-offs are yours by this name.")
        column.addWidget(label(words, "secondary", wrap=True))
        self.name = self._line(column, self.tr("Name, as your launches have it"))
        self.email = self._line(column, self.tr("E-mail (may stay empty)"))
        self.refusal = RefusalBar()
        column.addWidget(self.refusal)
        column.addSpacing(2)
        column.addWidget(button(self.tr("This is me"), "", self.save), 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, column: QVBoxLayout, words: str) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText(words)
        made.setAccessibleName(words)
        made.returnPressed.connect(self.save)
        column.addWidget(made)
        return made

    def save(self) -> None:
        from launchready.wording.problems import problem

        self.refusal.clear()
        try:
            profile.save(profile.Profile(self.name.text(), self.email.text()))
        except profile.ProfileRefused as refused:
            missing = refused.code == "profile.name-missing"
            said = self.tr("The name is empty: type the name that your launches have for you.")
            self.refusal.say(said if missing else problem(refused.code, refused.arguments))
            self.name.setFocus()
            return
        self.hide()
        self.answered.emit()


def is_known() -> bool:
    """Whether somebody said who they are. A damaged profile is asked for anew."""
    try:
        return profile.load() is not None
    except profile.ProfileRefused:
        return False
