"""What opens over a page, for pictures: the dialog, menu or form of each action that asks something, and notices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from launchready.desktop import actions
from launchready.desktop.widgets.forms import Unfolding
from launchready.launch.schedule import in_order

if TYPE_CHECKING:
    from launchready.desktop.window import Window

ALSO = ("show_palette", "show_settings", "show_shortcuts")
"""Actions that ask nothing, and open something to look at."""
ELSEWHERE = ("choose_file", "save_copy", "import_tasks", "new_launch", "remove_evidence")
"""The system's own dialogs, what is a page, and what is done without asking."""


def opened(window: Window) -> Iterator[str]:
    """Opens one after the other and tells its name while it is open."""
    for action in actions.available():
        asks = action.text.endswith("…") or action.id in ALSO
        if asks and action.id not in ELSEWHERE and action.page != "library" and _can(action, window):
            actions.run(action, window)
            yield action.id
            _close(window)
    yield from _notices(window)


def _can(action: actions.Action, window: Window) -> bool:
    """Whether it can be done; on the checklist, with the first task chosen for which it can."""
    if action.page != "checklist":
        if action.page:
            window.open_page(action.page)
        return actions.is_enabled(action, window)
    page: Any = window.open_page("checklist")
    for task in in_order(window.bridge.launch):
        page.show_task(task.id)
        if actions.is_enabled(action, window):
            return True
    return False


def _notices(window: Window) -> Iterator[str]:
    from launchready.desktop.runtime.faults import Report

    window.open_page("overview")
    window.toast_undo("Marked 12 tasks done")
    window.refusal.say("Go is not offered while 3 gating tasks are open: waive them or sign with conditions.")
    yield "notices"
    window.refusal.clear()
    window.bridge.unsaved = "The disk is full: 0 bytes are free"
    window.bridge.unsaved_changed.emit()
    yield "unsaved"
    window.bridge.unsaved = ""
    window.bridge.unsaved_changed.emit()
    try:
        raise ValueError("of something nobody foresaw")
    except ValueError as error:
        report = Report(error, window)
    report.open()
    yield "report"
    report.close()
    report.deleteLater()


def over(window: Window) -> list[QWidget]:
    """What stands over the window as a window of its own."""
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]


def _close(window: Window) -> None:
    for each in over(window):
        each.close()
    for form in window.findChildren(Unfolding):
        if form.isVisible():
            form.close_form()
    if window._palette is not None and window._palette.isVisible():
        window._palette.dismiss()
    window.activateWindow()


def grab(window: Window) -> QPixmap:
    """The window with what is open over it, dialogs in its middle."""
    picture = window.grab()
    painter = QPainter(picture)
    for each in over(window):
        room = QRect(QPoint(), each.size())
        room.moveCenter(window.rect().center())
        if isinstance(each, QMenu):
            room.moveTopLeft(window.mapFromGlobal(each.pos()))
        painter.drawPixmap(room.topLeft(), each.grab())
        painter.setPen(window.theme.color("line_strong"))
        painter.drawRect(room.adjusted(-1, -1, 0, 0))
    painter.end()
    return picture
