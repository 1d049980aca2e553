"""What a person at the keyboard and mouse sees and does. Keys go to what has the focus, clicks to what is in sight."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from launchready.desktop import app
from launchready.desktop.window import Window

PATIENCE = 10.0
Seen = TypeVar("Seen", bound=QWidget)


def start(arguments: list[str], walk: Callable[[Hand], None]) -> int:
    """Starts the program; in place of the event loop goes the walk, and then the window is closed."""
    failed: list[BaseException] = []

    def fail(_: type[BaseException], error: BaseException, __: object) -> None:
        traceback.print_exception(error)
        failed.append(error)

    def loop(*_: object) -> int:
        sys.excepthook = fail
        window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))
        try:
            QTest.qWaitForWindowExposed(window)
            window.activateWindow()  # there is no window manager to do it
            QTest.qWaitForWindowActive(window)
            walk(Hand(window))
            assert not failed, failed
        except BaseException as error:  # whatever it is, it is told and ends the process
            fail(type(error), error, error.__traceback__)
            print(Hand(window).sight())
        window.close()
        return 0

    QApplication.exec = loop  # type: ignore[method-assign, assignment]
    ended = app.run(arguments)
    return ended or bool(failed)


class Hand:
    """`window` is the program's; what is in front may be a dialog or a menu of it."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.within: QWidget | None = None
        """A part of the window, while the eye rests on that."""

    # -- seeing -------------------------------------------------------------------------------------------------

    def front(self) -> QWidget:
        """Where keys go: a menu that is open, a dialog, else the window."""
        found = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        return found.window()

    def focus(self) -> QWidget:
        """What takes a key now."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        if QApplication.activeWindow() is None:  # a dialog closed, and there is no window manager
            self.front().activateWindow()
            QTest.qWaitForWindowActive(self.front())
        return QApplication.focusWidget() or self.front()

    def all(self, kind: type[Seen]) -> Iterator[Seen]:
        found = (self.within or self.front()).findChildren(kind)
        return (each for each in found if isValid(each) and each.isVisible())

    def see(self, kind: type[Seen], name: str) -> Seen:
        """The control with that name or text, waited for."""
        found: list[Seen] = []

        def look() -> bool:
            found[:] = [each for each in self.all(kind) if named(each) == name]
            return bool(found)

        self.until(look, f"{kind.__name__} “{name}”")
        return found[0]

    def reads(self, text: str) -> None:
        """Waits until some label, field or button says that."""
        self.until(lambda: text in self.sight(), f"“{text}”")

    def sight(self) -> str:
        """All words in front, a line each."""
        words = [each.text() for each in self.all(QLabel)]
        words += [f"[{named(each)}]" for each in self.all(QAbstractButton)]
        words += [f"<{named(each)}> {each.text()}" for each in self.all(QLineEdit)]
        words += [f"<{named(each)}> {each.toPlainText()}" for each in self.all(QPlainTextEdit)]
        pills = [each.accessibleName() for each in self.all(QWidget) if type(each).__name__.endswith("Pill")]
        return "\n".join(word for word in words + pills if word)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"{what} did not come"
            QTest.qWait(10)

    # -- doing --------------------------------------------------------------------------------------------------

    def press(self, keys: str) -> None:
        """A key with its modifiers, such as `Ctrl+Shift+Z`, to wherever the focus is."""
        pressed = QKeySequence(keys)[0]
        QTest.keyClick(self.focus(), pressed.key(), pressed.keyboardModifiers())
        QTest.qWait(10)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.focus(), letter)  # type: ignore[call-overload]
        QTest.qWait(10)

    def fill(self, name: str, text: str) -> None:
        """Clicks into the field of that name, and types."""
        self.click(self.see(QLineEdit, name))
        self.press("Ctrl+A")
        self.type(text)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        top = widget.window()
        self.bring_into_sight(widget)
        place = widget.mapTo(top, at or widget.rect().center())
        under = top.childAt(place) or top  # what is really there takes the click
        point = under.mapFrom(top, place)
        QTest.mouseClick(under, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        QTest.qWait(10)

    @staticmethod
    def bring_into_sight(widget: QWidget) -> None:
        """Scrolls as far as need be."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        QTest.qWait(10)

    def push(self, name: str) -> None:
        """Clicks the button of that name."""
        found = self.see(QAbstractButton, name)
        self.until(found.isEnabled, f"“{name}” to be enabled")
        self.click(found)

    def pick(self, name: str) -> None:
        """Clicks an entry of the menu that is open."""
        self.until(lambda: isinstance(self.front(), QMenu), "a menu")
        menu = self.front()
        assert isinstance(menu, QMenu)
        action = next(each for each in menu.actions() if each.text().startswith(name))
        self.click(menu, menu.actionGeometry(action).center())


def named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return widget.accessibleName() or text
