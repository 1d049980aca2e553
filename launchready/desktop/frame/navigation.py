"""The left side: the pages with their counts, the other launches, New launch…."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from launchready.desktop.files.recents import Recent, told_apart
from launchready.desktop.pages import PageEntry
from launchready.desktop.widgets.cards import clear
from launchready.desktop.widgets.labels import ElidedLabel, ShapeMark, label, set_property
from launchready.desktop.widgets.tones import Look

WIDTH, REMARK = 208, 72
"""Of the whole, and of what tells launches of one name apart, at most."""


class NavigationButton(QPushButton):
    """A row with its name at the left and a count, shape or key at the right."""

    def __init__(self, text: str, right: QWidget | None, *, checkable: bool = True, remark: str = "") -> None:
        super().__init__()
        self.setProperty("role", "navigation")
        self.setCheckable(checkable)
        self.setAutoExclusive(checkable)  # says what it is: one of several
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{text}, {remark}" if remark else text)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        self._text = ElidedLabel(text)
        row.addWidget(self._text, 1)
        if remark:
            shown = ElidedLabel(remark, "secondary", Qt.TextElideMode.ElideMiddle)
            shown.setMaximumWidth(REMARK)
            row.addWidget(shown)
        if right is not None:
            row.addWidget(right)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, checked: bool) -> None:
        set_property(self._text, "role", "strong" if checked else "")
        set_property(self._text, "tone", "accent" if checked else "")


class Yielding(QScrollArea):
    """As high as what is in it, and scrolled where there is less room: it gives way before anything else does."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidgetResizable(True)
        self._inner = inner
        self.setWidget(inner)
        inner.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Navigation(QFrame):
    """`page_chosen(id)` and `launch_chosen(path)` tell clicks and keys."""

    page_chosen = Signal(str)
    launch_chosen = Signal(str)

    def __init__(self, pages: Iterable[PageEntry]) -> None:
        super().__init__()
        self.setProperty("role", "navigation")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Pages"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(2)
        self._group = QButtonGroup(self)
        self._page = ""
        self._buttons: dict[str, NavigationButton] = {}
        self._counts = {page.id: label("", "secondary") for page in pages if page.count is not None}
        for page in pages:
            made = NavigationButton(page.text(), self._counts.get(page.id))
            made.toggled.connect(lambda checked, id_=page.id: self._on_checked(id_, checked))
            self._group.addButton(made)
            self._buttons[page.id] = made
            self._column.addWidget(made)
        self._marks: dict[str, ShapeMark] = {}
        inner = QWidget()
        inner.setProperty("role", "plain")
        self._launches = QVBoxLayout(inner)
        self._launches.setContentsMargins(0, 0, 0, 0)
        self._launches.setSpacing(2)
        self._column.addWidget(Yielding(inner))
        self._column.addSpacing(6)
        self._column.addStretch(1)

    def add_foot(self, text: str, keys: str, on_click: Callable[[], object]) -> None:
        """A row at the bottom, such as New launch…."""
        shown = label(keys, "keys") if keys else None
        if shown is not None:
            shown.setFixedHeight(19)
        made = NavigationButton(text, shown, checkable=False)
        made.clicked.connect(lambda _checked=False: on_click())
        self._column.addWidget(made)

    def show_page(self, id_: str) -> None:
        """Marks a page of the list; for one that is in no list, none."""
        self._page = id_
        if id_ in self._buttons:
            self._buttons[id_].setChecked(True)
        elif (checked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def _on_checked(self, id_: str, checked: bool) -> None:
        """Assistive technology toggles a button rather than click it."""
        if checked and id_ != self._page:
            self.page_chosen.emit(id_)

    def show_count(self, id_: str, text: str) -> None:
        self._counts[id_].setText(text)
        self._buttons[id_].setAccessibleDescription(text)

    def enable(self, id_: str, enabled: bool) -> None:
        self._buttons[id_].setEnabled(enabled)

    def show_launches(self, recents: Iterable[Recent]) -> None:
        clear(self._launches)
        self._marks.clear()
        shown = list(recents)
        if not shown:
            return
        heading = label(self.tr("Launches"), "caption")
        heading.setContentsMargins(10, 12, 10, 4)
        self._launches.addWidget(heading)
        apart = told_apart(shown)
        for recent in shown:
            mark = self._marks[recent.path] = ShapeMark()
            if recent.look is not None:
                mark.show_look(recent.look)
            made = NavigationButton(recent.name, mark, checkable=False, remark=apart.get(recent.path, ""))
            made.setToolTip(recent.path)
            made.clicked.connect(lambda _checked=False, path=recent.path: self.launch_chosen.emit(path))
            self._launches.addWidget(made)

    def show_look(self, path: str, look: Look) -> None:
        """The verdict of a launch is another now."""
        if path in self._marks:
            self._marks[path].show_look(look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or event.type() != QEvent.Type.KeyPress:
            super().keyPressEvent(event)
        else:
            self.focusNextPrevChild(step > 0)
