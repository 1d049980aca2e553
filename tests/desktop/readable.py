"""What can be read in a window, and what is read out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from launchready.desktop.widgets.labels import ElidedLabel, LinkButton, Pill

SLACK = 2
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def is_cut(widget: QWidget) -> bool:
    """Whether its text needs more room than it has; what ends in an ellipsis by design has its tool tip."""
    if isinstance(widget, ElidedLabel | LinkButton | Pill) or not isinstance(widget, QLabel | QAbstractButton):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + SLACK
    return bool(widget.text()) and widget.sizeHint().width() > widget.width() + SLACK


def shown(each: QWidget) -> Iterator[str]:
    """What can be read on a widget, and what is read out."""
    yield from (each.accessibleName(), each.accessibleDescription(), each.toolTip(), each.statusTip())
    if each.isWindow():
        yield each.windowTitle()
    if isinstance(each, QLabel | QAbstractButton | QLineEdit):
        yield each.text()
    if isinstance(each, QLineEdit | QPlainTextEdit | QTextEdit):
        yield each.placeholderText()
    if isinstance(each, QPlainTextEdit | QTextEdit):
        yield each.toPlainText()
    if isinstance(each, QComboBox):
        yield from (each.itemText(number) for number in range(each.count()))
    if isinstance(each, QGroupBox | QMenu):
        yield each.title()
    yield from (text for action in each.actions() for text in (action.text(), action.toolTip()))
    if isinstance(each, QAbstractItemView) and each.model() is not None:
        yield from listed(each.model())


def listed(model: QAbstractItemModel) -> Iterator[str]:
    columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount())
    for role in ROLES:
        for column in columns:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
        for row in range(model.rowCount()):
            yield from (str(model.index(row, column).data(role) or "") for column in columns)
