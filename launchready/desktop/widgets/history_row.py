"""Paints an entry of the log: when, who, what. My own are marked, and so is what was undone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from launchready.desktop.models.history import WHAT, WHEN, WHO, HistoryModel
from launchready.desktop.theme import CAPTION
from launchready.desktop.widgets.cells import Cells, Index

HEIGHT = 34
EDGE = 18


class HistoryRow(Cells):
    """One cell a column."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(80, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        told = model.entry(index.row()) if isinstance(model, HistoryModel) else None
        if told is None or not isinstance(model, HistoryModel):
            return
        box = self.ground(painter, option, index)
        inside = box.adjusted(EDGE if index.column() == WHEN else 8, 0, -EDGE if index.column() == WHAT else -8, 0)
        undone, mine = model.is_undone(told), model.is_mine(told)
        if index.column() == WHEN:
            self.text(painter, inside, model.when(told), role="muted")
        elif index.column() == WHO:
            used = self.text(painter, inside, told.sealed.entry.by.name, weight=500 if mine else 400)
            if mine:
                self._mark(painter, inside, inside.x() + used + 6, self.tr("you"), "accent")
        else:
            mark = self.tr("undone") if undone else ""
            room = self.metric(CAPTION, 600).horizontalAdvance(mark) + 8 if mark else 0
            words = inside.adjusted(0, 0, -room, 0)
            used = self.text(painter, words, told.words, role="muted" if undone else "text")
            if mark:
                self._mark(painter, inside, inside.x() + used + 8, mark, "waiting")

    def _mark(self, painter: QPainter, box: QRect, left: int, text: str, role: str) -> None:
        self.text(
            painter,
            QRect(left, box.y(), box.right() - left + 1, box.height()),
            text,
            size=CAPTION,
            weight=600,
            role=role,
        )
