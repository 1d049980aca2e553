"""Paints what stands in the way: shape, what, where, lane, owner, and how late."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from launchready.desktop.models.obstacles import Obstacles
from launchready.desktop.theme import BODY, SECONDARY
from launchready.desktop.widgets.cells import GAP, LEFT, RIGHT, SHAPE, Cells, Index
from launchready.wording import terms

HEIGHT = 52
MARGIN = 20
LANE, OWNER, WHEN = 40, 96, 84
WITHOUT_OWNER = 460
"""Below this width the owner stands in the second line instead of a column of its own."""


class ObstacleRow(Cells):
    """Two lines a row."""

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
        left = box.x() + MARGIN + SHAPE + GAP - 4
        beside = "" if wide else terms.apart(entry.owner)
        under = " · ".join(filter(None, (entry.under, beside)))
        words = QRect(left, box.y() + (7 if under else 16), right - left, 20)
        self.text(painter, words, entry.text, weight=500)
        self.text(painter, words.translated(0, 19), under, size=SECONDARY, role="muted")
