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
        from launchready.desktop.answers import answered

        self.refusal.clear()
        try:
            profile.save(profile.Profile(self.name.text(), self.email.text()))
        except profile.ProfileRefused as refused:
            self.refusal.say(answered(refused.code, refused.arguments))
            self.name.setFocus()
            return
        self.hide()
        self.answered.emit()


WIDTH, NARROW_WIDTH = 380, 300


class StartSide(QFrame):
    """The left half of the start page: what this is, who I am, and what to begin with. `trigger` does an action."""

    def __init__(self, trigger: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("role", "navigation")
        self.setAccessibleName(self.tr("Begin"))
        column = self._column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addWidget(label("Launchready", "verdict"))
        words = self.tr("One checklist for product and marketing. One decision, with its reasons.")
        self._tagline = label(words, "tagline", wrap=True)
        column.addWidget(self._tagline)
        column.addSpacing(8)
        self.who = WhoAmI()
        self.who.setVisible(False)
        column.addWidget(self.who)
        formats = self.tr("Spreadsheet, Markdown, Jira, Trello")
        self.first = ChoiceButton(self.tr("New launch from a template"), lambda: trigger("new_launch"), primary=True)
        for each in (
            self.first,
            ChoiceButton(self.tr("Open a launch file…"), lambda: trigger("choose_file")),
            ChoiceButton(self.tr("Import a checklist…"), lambda: trigger("import_tasks"), formats),
            ChoiceButton(self.tr("Look around in the sample launch"), lambda: trigger("open_sample")),
        ):
            column.addWidget(each)
        column.addStretch(1)
        end = self.tr("Files stay on this computer. Nothing is sent anywhere.")
        column.addWidget(label(end, "secondary", wrap=True))

    def arrange(self, *, wide: bool, roomy: bool) -> None:
        """By the room there is: with little height and a question to ask, what this is goes unsaid."""
        self._tagline.setVisible(self.who.isHidden() or roomy)
        self.setFixedWidth(WIDTH if wide else NARROW_WIDTH)
        edge = 40 if wide else 20
        self._column.setContentsMargins(edge, 56 if wide else 28, edge, 48 if wide else 24)


def is_known() -> bool:
    """Whether somebody said who they are. A damaged profile is asked for anew."""
    try:
        return profile.load() is not None
    except profile.ProfileRefused:
        return False
