"""Paints what stands in the way: shape, what, where, lane, owner, and how late."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from launchready.desktop.models.obstacles import Obstacle, Obstacles
from launchready.desktop.theme import BODY, SECONDARY
from launchready.desktop.widgets.cells import GAP, LEFT, RIGHT, SHAPE, Cells, FlatTable, Index
from launchready.wording import terms
from launchready.wording.language import tr

HEIGHT, LINE = 52, 19
MARGIN = 20
LANE, OWNER, WHEN = 40, 96, 84
WITHOUT_OWNER = 460
"""Below this width the owner stands in the second line instead of a column of its own."""
FITTED = 60
"""How many rows get the height of a second line of words; below those, words end in an ellipsis."""


class ObstacleTable(FlatTable):
    """A row whose words don't fit in a line is a line higher."""

    def __init__(self) -> None:
        super().__init__(HEIGHT, tr("What stands in the way"))
        self.cells = ObstacleRow(self)
        self.setItemDelegate(self.cells)

    def fit(self) -> None:
        """To be called when the rows are others."""
        model = self.model()
        if isinstance(model, Obstacles):
            for row in range(min(FITTED, model.rowCount())):
                self.setRowHeight(row, self.cells.height(model.entry(row), self.viewport().width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class ObstacleRow(Cells):
    """What, in two lines where it must be; and below, where."""

    def height(self, entry: Obstacle, width: int) -> int:
        """Of the row, in a table of that width."""
        left, right = self._sides(QRect(0, 0, width, HEIGHT))
        wraps = self.metric(BODY, 500).horizontalAdvance(entry.text) > right - left
        return HEIGHT + LINE if wraps and self._under(entry, width) else HEIGHT

    @staticmethod
    def _under(entry: Obstacle, width: int) -> str:
        return " · ".join(filter(None, (entry.under, "" if width >= WITHOUT_OWNER else entry.owner)))

    @staticmethod
    def _sides(box: QRect) -> tuple[int, int]:
        """Where the words begin and end."""
        columns = (WHEN, LANE, OWNER) if box.width() >= WITHOUT_OWNER else (WHEN, LANE)
        right = box.right() - MARGIN + 1 - sum(width + GAP for width in columns)
        return box.x() + MARGIN + SHAPE + GAP - 4, right

    def _lines(self, text: str, width: int) -> list[str]:
        """The text in one line, or two broken between words."""
        metric = self.metric(BODY, 500)
        if metric.horizontalAdvance(text) <= width:
            return [text]
        words = text.split(" ")
        many = 1
        while many < len(words) and metric.horizontalAdvance(" ".join(words[: many + 1])) <= width:
            many += 1
        return [line for line in (" ".join(words[:many]), " ".join(words[many:])) if line]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(240, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, Obstacles):
            return
        entry = model.entry(index.row())
        box = self.ground(painter, option, index)
        self.shape(painter, entry.look, box.x() + MARGIN - 2, box.center().y())
        wide = box.width() >= WITHOUT_OWNER
        right = box.right() - MARGIN + 1
        owner = entry.owner if wide else ""
        for text, width, role, size, weight, align in (
            (entry.when or "—", WHEN, "no_go" if entry.late else "muted", BODY, 400, RIGHT),
            (owner, OWNER if wide else -GAP, "muted", BODY, 400, LEFT),
            (terms.lane(entry.lane) if entry.lane else "", LANE, entry.lane or "muted", SECONDARY, 600, RIGHT),
        ):
            place = QRect(right - width, box.y(), width, box.height())
            self.text(painter, place, text, size=size, weight=weight, role=role, align=align)
            right -= width + GAP
        left, right = self._sides(box)
        under = self._under(entry, box.width())
        room = 2 if box.height() > HEIGHT or not under else 1
        lines = self._lines(entry.text, right - left) if room > 1 else [entry.text]
        used = len(lines) + bool(under)
        words = QRect(left, box.y() + (box.height() - 20 - LINE * (used - 1)) // 2, right - left, 20)
        for line in lines:
            self.text(painter, words, line, weight=500)
            words.translate(0, LINE)
        self.text(painter, words, under, size=SECONDARY, role="muted")
