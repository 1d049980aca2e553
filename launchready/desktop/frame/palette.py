"""The command palette (Ctrl+K): every action, page, task, claim, person and launch by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, cast

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from launchready.desktop.widgets.cells import RIGHT, Cells, Index
from launchready.desktop.widgets.labels import label
from launchready.wording.language import tr

MOST = 60
WIDTH, HEIGHT, FRAME = 560, 440, 1
EDGE, GAP = 11, 16


class Command(NamedTuple):
    """Something that can be run: its words, a remark beside them (a key, a lane), and what runs it. With `why_not` it
    can't be now, and is only found by its words."""

    text: str
    remark: str
    run: Callable[[], object]
    why_not: str = ""


class CommandList(QAbstractListModel):
    """The commands that match what is typed, best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: list[tuple[str, Command]] = []
        self._shown: list[Command] = []

    def offer(self, commands: Iterable[Command]) -> None:
        self._all = [(f"{command.text} {command.remark}".casefold(), command) for command in commands]
        self.search("")

    def search(self, text: str) -> None:
        """Keeps what has every word typed; a text that starts with them comes first, what can't be run last."""
        words = text.casefold().split()
        found = [(key, command) for key, command in self._all if all(word in key for word in words)]
        if words:
            found.sort(
                key=lambda pair: (
                    bool(pair[1].why_not),
                    not pair[0].startswith(words[0]),
                    f" {words[0]}" not in pair[0],
                )
            )
        else:
            found = [(key, command) for key, command in found if not command.why_not]
        self.beginResetModel()
        self._shown = [command for _, command in found[:MOST]]
        self.endResetModel()

    def command(self, row: int) -> Command | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        command = self._shown[index.row()]
        remark = tr("can't be done now: {why}").format(why=command.why_not) if command.why_not else command.remark
        return f"{command.text}   {remark}" if remark else command.text


class CommandRow(Cells):
    """The command at the left, its key or remark at the right edge. Both end in an ellipsis where there is no room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        command = model.command(index.row()) if isinstance(model, CommandList) else None
        if command is None:
            return
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box = option.rect.adjusted(EDGE, 0, -EDGE, 0)
        used = self.text(painter, box, command.why_not or command.remark, role="muted", align=RIGHT)
        room = box.adjusted(0, 0, -used - GAP if used else 0, 0)
        self.text(painter, room, command.text, role="muted" if command.why_not else "text")


class Palette(QFrame):
    """Opens over the window's middle; what was focused gets the focus back."""

    def __init__(self, host: QWidget, commands: Callable[[], Iterable[Command]]) -> None:
        super().__init__(host)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Search or run a command"))
        self._host = host
        self._commands = commands
        self._came_from: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("A task, claim, person, page, launch or command"))
        self.field.setAccessibleName(self.tr("Search"))
        self.model = CommandList(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(CommandRow(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._nothing = label(self.tr("Nothing has these words. Esc closes the search."), "muted")
        self._nothing.setContentsMargins(EDGE, 4, EDGE, 4)
        column.addWidget(self._nothing)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self.hide()

    def open(self) -> None:
        host = self._host
        self._came_from = host.focusWidget()
        self.model.offer(self._commands())
        self.field.clear()
        self._show_found()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run(self, row: int) -> None:
        command = self.model.command(row)
        if command is not None and not command.why_not:
            self.dismiss()
            command.run()

    def _show_found(self) -> None:
        """As high as what is found, within the window."""
        rows, host = self.model.rowCount(), self._host
        self.list.setVisible(rows > 0)
        self._nothing.setVisible(rows == 0)
        self.list.setCurrentIndex(self.model.index(0, 0))
        found = rows * self.list.sizeHintForRow(0) if rows else self._nothing.sizeHint().height()
        margins, column = self.contentsMargins(), cast("QVBoxLayout", self.layout())
        inside = column.contentsMargins()
        around = inside.top() + inside.bottom() + column.spacing() + margins.top() + margins.bottom() + 2 * FRAME
        height = around + self.field.sizeHint().height() + found
        width = min(WIDTH, host.width() - 32)
        self.setGeometry((host.width() - width) // 2, 64, width, min(height, HEIGHT, host.height() - 96))

    def _on_text_changed(self, text: str) -> None:
        self.model.search(text)
        self._show_found()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self.isHidden():
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            row = (self.list.currentIndex().row() + step) % max(1, self.model.rowCount())
            self.list.setCurrentIndex(self.model.index(row, 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return False
        return True
