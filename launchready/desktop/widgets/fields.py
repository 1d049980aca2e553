"""Text that is edited where it stands: looks like text, becomes a field under the hand.

A field keeps what is half typed: a value that comes from elsewhere meanwhile does not overwrite it.
Enter (Ctrl+Enter where Enter makes a line), or leaving the field, commits; Esc gives up.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from launchready.desktop.widgets.forms import claims_submit, is_submit
from launchready.desktop.widgets.labels import breakable

INSET = 5
"""How far the text of a field that looks like text stands inside it; what stands above and below it starts there."""


class LineField(QLineEdit):
    """One line. `committed(text)` tells a text that differs from the value shown."""

    committed = Signal(str)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._shown = ""
        self.returnPressed.connect(self._commit)

    def is_dirty(self) -> bool:
        """Whether something is typed that the value shown does not have yet."""
        return self.text() != self._shown

    def show_value(self, value: str, *, anew: bool = False) -> None:
        """Shows a value; half-typed text stays unless the field now speaks of something else (`anew`)."""
        keep = self.is_dirty() and not anew and value != self.text()
        self._shown = value
        if not keep and value != self.text():
            self.setText(value)
            self.setCursorPosition(0)

    def _commit(self) -> None:
        if self.is_dirty():
            self.committed.emit(self.text().strip())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_dirty():
            self.setText(self._shown)
            self.selectAll()
            return
        super().keyPressEvent(event)


class TypedField(LineField):
    """A line that reads one way and is typed another: `19 Nov · T−19` becomes `T-19` under the hand."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, parent)
        self._words = ""
        self._typed = ""

    def show_typed(self, typed: str, words: str, *, anew: bool = False) -> None:
        editing = self.hasFocus() and not anew
        self._typed, self._words = typed, words
        self.show_value(typed if editing else words, anew=anew)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.is_dirty():
            self.show_value(self._typed, anew=True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.is_dirty():
            self.show_value(self._words, anew=True)

    def _commit(self) -> None:
        if self._shown == self._typed:
            super()._commit()


class PersonField(LineField):
    """A person by name, completed from those of the launch; somebody new is typed as `Name <mail>`."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, parent)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def offer(self, names: Iterable[str]) -> None:
        wanted = sorted(names, key=str.casefold)
        if wanted != self._names.stringList():
            self._names.setStringList(wanted)


class TextField(QPlainTextEdit):
    """Several lines, as high as its text. With `single` it wraps, but Enter commits instead of making a line."""

    committed = Signal(str)

    def __init__(self, name: str, placeholder: str = "", *, single: bool = False, level: str = "") -> None:
        super().__init__()
        self.setProperty("role", "field")
        if level:
            self.setProperty("level", level)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)
        self._single = single
        self._shown = ""

    def is_dirty(self) -> bool:
        return self.toPlainText() != self._shown

    def show_value(self, value: str, *, anew: bool = False) -> None:
        """As `LineField.show_value`."""
        keep = self.is_dirty() and not anew and value != self.toPlainText()
        self._shown = value
        if not keep and value != self.toPlainText():
            self.setPlainText(value)
        self._fit()

    def _commit(self) -> None:
        if self.is_dirty():
            self.committed.emit(self.toPlainText().strip())

    def _fit(self) -> None:
        """As high as the text: measured, because the document lays itself out late."""
        metrics = self.fontMetrics()
        text = breakable(self.toPlainText() or self.placeholderText())
        room = QRect(0, 0, max(40, self.viewport().width()), 100_000)
        height = metrics.boundingRect(
            room, Qt.TextFlag.TextWordWrap, text + ("x" if text.endswith("\n") else "")
        ).height()
        margins = self.contentsMargins()
        around = self.height() - self.viewport().height() if self.isVisible() else margins.top() + margins.bottom()
        self.setFixedHeight(max(height, metrics.lineSpacing()) + max(around, 6) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._commit()

    def event(self, event: QEvent) -> bool:
        return claims_submit(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_submit(event) or (enter and self._single):
            self._commit()
            return
        if event.key() == Qt.Key.Key_Escape and self.is_dirty():
            self.setPlainText(self._shown)
            return
        super().keyPressEvent(event)
