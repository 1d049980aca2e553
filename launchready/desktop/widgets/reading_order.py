"""Tab goes through a window in the order in which it is read, that is, by its layouts, and Enter presses a button.

Qt's own order is that in which widgets were made: a row or a form that came later would stand at the end of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLayout, QPushButton, QScrollArea, QWidget


class ReadingOrder:
    """Mixed into a window or dialog."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        top, held = cast("QWidget", self), QApplication.focusWidget()
        found = list(stops(top, held))
        place = _place(held, found)
        ahead = found if place is None else [*found[place + 1 :], *found[:place]]
        if not ahead:
            return False
        target = ahead[0 if forward else -1]
        top.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        _bring_into_sight(target)
        return True


class Dialog(ReadingOrder, QDialog):
    """What every dialog of the window is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not presses_button(event, self):
            super().keyPressEvent(event)


def presses_button(event: QKeyEvent, within: QWidget) -> bool:
    """Enter on a button does what Space does, which Qt keeps to default buttons; those take it before it comes here."""
    focus = within.focusWidget()
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and not event.isAutoRepeat()
    if not (enter and isinstance(focus, QPushButton)):
        return False
    focus.click()
    return True


def stops(within: QWidget, held: QWidget | None = None) -> Iterator[QWidget]:
    """What Tab can come to in there, in the order in which it is read; and what has the focus, even where that is
    just going out of sight."""
    for each in _children(within):
        holds = held is not None and (each is held or each.isAncestorOf(held))
        if each.isWindow() or not (each.isVisible() or holds):
            continue
        is_stop = each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
        if is_stop or each is held:
            yield each
        yield from stops(each, held if holds else None)


def _children(within: QWidget) -> Iterator[QWidget]:
    """Those in the layout as it has them; then those that lie over it, or stand in none."""
    layout = within.layout()
    laid = list(_laid_out(layout)) if layout is not None else []
    yield from laid
    known = set(laid)
    for each in within.children():
        if isinstance(each, QWidget) and each not in known:
            yield each


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _place(held: QWidget | None, found: list[QWidget]) -> int | None:
    """Where the focus is among them: at it, or at what it is a part of."""
    while held is not None:
        if held in found:
            return found.index(held)
        held = held.parentWidget()
    return None


def _bring_into_sight(target: QWidget) -> None:
    parent = target.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(target, 12, 12)
        parent = parent.parentWidget()
