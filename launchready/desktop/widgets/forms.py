"""A small form that opens where it is needed, instead of a dialog: what is asked, one button that says what happens."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.check_list import CheckList
from launchready.desktop.widgets.labels import label
from launchready.desktop.widgets.notices import RefusalBar, into_sight

Say: TypeAlias = Callable[[str], None]
Values: TypeAlias = dict[str, str]
Submit: TypeAlias = Callable[[Values, Say], bool]
"""Hears a refusal; what was typed, by name; takes it, and says whether it was taken."""


class Ask(NamedTuple):
    """One thing a form asks for. With `choices` (value, words) it is chosen, and must be where `value` is none of them;
    with `many` several of them are, and the value has one a line. With `lines` it may be long; with `names` it
    completes what is typed from them."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    lines: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    many: bool = False
    names: tuple[str, ...] = ()


class Unfolding(QFrame):
    """A form that opens below something else, and scrolls into sight as it does. Ctrl+Enter anywhere in it sends it,
    Esc closes it."""

    def send(self) -> None:
        raise NotImplementedError

    def close_form(self) -> None:
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            into_sight(self)

    def event(self, event: QEvent) -> bool:
        return claims_submit(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What none of its parts takes."""
        if is_submit(event):
            self.send()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)


class InlineForm(Unfolding):
    """Asks for some texts. `submit` gets them by name, and what to call with a refusal; True closes the form.

    Ctrl+Enter submits, Enter too in a line; Esc closes. What was typed stays until it is taken.
    """

    closed = Signal()

    def __init__(
        self,
        title: str,
        asks: tuple[Ask, ...],
        submit_text: str,
        submit: Submit,
    ) -> None:
        super().__init__()
        self.setProperty("role", "form")
        self.setAccessibleName(title or ", ".join(ask.label for ask in asks))
        self._submit = submit
        self._came_from: QWidget | None = None
        self._inputs: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(4)
        if title:
            column.addWidget(label(title, "strong", wrap=True))
        for ask in asks:
            shown = label(ask.label, "secondary")
            made = self._inputs[ask.name] = self._input(ask)
            shown.setBuddy(made)
            column.addWidget(shown)
            column.addWidget(made)
        self.refusal = RefusalBar()
        column.addWidget(self.refusal)
        column.addSpacing(4)
        self.submit_button = button(submit_text, "primary", self.send)
        column.addLayout(row(self.submit_button, button(self.tr("Cancel"), "", self.close_form), 1))

    def _input(self, ask: Ask) -> QWidget:
        made: QComboBox | QPlainTextEdit | QLineEdit | CheckList
        if ask.many:
            made = CheckList(ask.choices, ask.value.splitlines())
        elif ask.choices:
            made = QComboBox()
            for value, words in ask.choices:
                made.addItem(words, value)
            made.setPlaceholderText(self.tr("Choose…"))
            made.setCurrentIndex(made.findData(ask.value))
            made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        elif ask.lines:
            made = QPlainTextEdit(ask.value)
            made.setPlaceholderText(ask.hint)
            made.setTabChangesFocus(True)
            made.setFixedHeight(64)
        else:
            made = QLineEdit(ask.value)
            made.setPlaceholderText(ask.hint)
            if ask.names:
                complete(made, ask.names)
        made.setAccessibleName(ask.label)
        made.installEventFilter(self)
        return made

    def values(self) -> Values:
        return {name: _text(widget) for name, widget in self._inputs.items()}

    def set_value(self, name: str, value: str) -> None:
        widget = self._inputs[name]
        if isinstance(widget, CheckList):
            widget.check(value.splitlines())
        elif isinstance(widget, QComboBox):
            widget.setCurrentIndex(widget.findData(value))
        elif isinstance(widget, QPlainTextEdit):
            widget.setPlainText(value)
        elif isinstance(widget, QLineEdit):
            widget.setText(value)

    def send(self) -> None:
        """What the button does."""
        self.refusal.clear()
        for widget in self._inputs.values():
            if isinstance(widget, QComboBox) and widget.currentIndex() < 0:
                self.refusal.say(self.tr("{what}: choose one first.").format(what=widget.accessibleName()))
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if self._submit(self.values(), self.refusal.say):
            self.close_form()

    def close_form(self) -> None:
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and came_from.isVisible() and self._has_focus():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def take_focus(self) -> None:
        """Takes the focus, with the text of its first line selected, and gives it back when it closes."""
        if self._came_from is None and not self._has_focus():
            self._came_from = QApplication.focusWidget()
        first = next(iter(self._inputs.values()), self.submit_button)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()

    def stay_in(self, place: QWidget) -> None:
        """Once it is taken, the focus stays in `place`, which shows what was done, wherever it came from."""
        if self._came_from is not None and not (isValid(self._came_from) and place.isAncestorOf(self._came_from)):
            self._came_from = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if claims_submit(event):
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if enter and (control or isinstance(watched, QLineEdit)):
                self.send()
                return True
        return super().eventFilter(watched, event)


class FormPlace(QVBoxLayout):
    """Where forms open, one at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.form: InlineForm | None = None

    def open_form(self, form: InlineForm, *, focus: bool = True) -> None:
        """Opens a form here, in place of one that is open."""
        self.drop_form()
        self.form = form
        form.closed.connect(self.drop_form)
        self.addWidget(form)
        if focus:
            form.take_focus()

    def drop_form(self) -> None:
        """Takes the form away with what is typed in it; nothing is told."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None


def is_submit(event: QEvent) -> bool:
    """Whether it is Ctrl+Enter being pressed."""
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    pressed = isinstance(event, QKeyEvent) and event.key() in keys
    return pressed and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)  # type: ignore[attr-defined]


def claims_submit(event: QEvent) -> bool:
    """Takes Ctrl+Enter before a shortcut of the window would; True where it did."""
    if event.type() != QEvent.Type.ShortcutOverride or not is_submit(event):
        return False
    event.accept()
    return True


def complete(field: QLineEdit, names: tuple[str, ...]) -> None:
    """Completes what is typed from `names`. The list goes once a whole name is typed, so that Enter takes it."""
    completer = QCompleter(sorted(names, key=str.casefold), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
    whole = {name.casefold() for name in names}

    def put_away() -> None:
        popup = completer.popup()
        if popup is not None and field.text().casefold() in whole:
            popup.hide()

    field.textEdited.connect(lambda _: QTimer.singleShot(0, completer, put_away))


def _text(widget: QWidget) -> str:
    if isinstance(widget, CheckList):
        return "\n".join(widget.checked())
    if isinstance(widget, QComboBox):
        return str(widget.currentData() or "")
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText().strip()
    return widget.text().strip() if isinstance(widget, QLineEdit) else ""
