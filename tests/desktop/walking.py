"""Walking through a window with Tab, and what should be met on the way."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from launchready.desktop.frame.palette import Palette

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
MOST = 400


def front(window: QWidget) -> QWidget:
    """What is on top: a menu, a dialog, the palette, else the window."""
    found = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if found is not None:
        return found.window()
    palette = window.findChild(Palette)
    return palette if isinstance(palette, Palette) and palette.isVisible() else window


def walk(back: bool = False) -> list[QWidget]:
    """What Tab comes by, from where the focus is until it comes round."""
    met: list[QWidget] = []
    while (held := QApplication.focusWidget()) is not None and held not in met:
        met.append(held)
        assert len(met) < MOST
        QTest.keyClick(held, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    return met


def interactive(root: QWidget) -> Iterator[QWidget]:
    """What can be acted on with the mouse, in sight and enabled."""
    for each in root.findChildren(QWidget):
        if not each.isVisible() or not each.isEnabled() or each.window() is not root.window():
            continue
        if isinstance(each, QHeaderView) or _inside(each):
            continue
        hand = each.cursor().shape() is Qt.CursorShape.PointingHandCursor and each.testAttribute(
            Qt.WidgetAttribute.WA_SetCursor
        )
        if isinstance(each, INTERACTIVE) or each.focusPolicy() & Qt.FocusPolicy.TabFocus or hand:
            yield each


def _inside(each: QWidget) -> bool:
    """Parts of a control that is one for the keyboard: the button in a field, the list of a choice, of the palette."""
    parent = each.parentWidget()
    if isinstance(parent, Palette) and isinstance(each, QAbstractItemView):
        return True
    while parent is not None:
        if isinstance(parent, INTERACTIVE):
            return True
        parent = parent.parentWidget()
    return False


def reached(each: QWidget, met: list[QWidget]) -> bool:
    """Whether it was met, or is one choice of several of which one was: the arrows go on from there."""
    if each in met or each.focusProxy() in met:
        return True
    group = group_of(each)
    return group is not None and any(other in met for other in group.buttons())


def group_of(each: QWidget) -> QButtonGroup | None:
    return each.group() if isinstance(each, QAbstractButton) and each.group() and each.group().exclusive() else None


def before(first: QWidget, then: QWidget) -> bool:
    """Whether the one is read before the other: above it, or beside it at the left, by the parts of the page that
    hold them."""
    root = first
    while root is not None and not root.isAncestorOf(then):
        root = root.parentWidget()
    if root is None:
        return True
    a, b = _box(_branch(first, root), root), _box(_branch(then, root), root)
    if b.bottom() <= a.top() + 2:
        return b.left() >= a.right()  # the top of the next column
    return not (b.right() <= a.left() + 2 and b.top() < a.bottom())


def _branch(each: QWidget, root: QWidget) -> QWidget:
    while (parent := each.parentWidget()) is not None and each is not root and parent is not root:
        each = parent
    return each


def _box(each: QWidget, root: QWidget) -> QRect:
    return QRect(each.mapTo(root, QPoint()), each.size()) if each is not root else each.rect()


def named(each: QWidget) -> str:
    text = getattr(each, "text", None)
    words = each.accessibleName() or (text() if callable(text) else "")
    return f"{type(each).__name__} “{words}”"


def unseen() -> Iterator[QWidget]:
    """What Tab comes by that looks the same with the focus as without."""
    met: list[QWidget] = []
    while (held := QApplication.focusWidget()) is not None and held not in met:
        met.append(held)
        focused = held.grab().toImage()
        QTest.keyClick(held, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not held and held.grab().toImage() == focused:
            yield held


def mnemonics(menu: QMenu) -> list[str]:
    keys = (QKeySequence.mnemonic(action.text()).toString() for action in menu.actions() if action.isVisible())
    return [key for key in keys if key]
