"""Paints an entry of the log: when, who, what. My own are marked, and so is what was undone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from launchready.desktop.models.history import WHAT, WHEN, WHO, HistoryModel
from launchready.desktop.theme import CAPTION
from launchready.desktop.widgets.cells import Cells, Index

HEIGHT = 34
EDGE, GAP = 18, 7


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
            name, mark = told.sealed.entry.by.name, self.tr("you") if mine else ""
            self._marked(painter, inside, name, mark, "accent", weight=500 if mine else 400)
        else:
            mark = self.tr("undone") if undone else ""
            self._marked(painter, inside, told.words, mark, "waiting", role="muted" if undone else "text")

    def _marked(
        self, painter: QPainter, box: QRect, text: str, mark: str, tone: str, *, weight: int = 400, role: str = "text"
    ) -> None:
        """A text, and close behind it a mark, which has its room first."""
        room = self.metric(CAPTION, 600).horizontalAdvance(mark) + GAP if mark else 0
        used = self.text(painter, box.adjusted(0, 0, -room, 0), text, weight=weight, role=role)
        self.text(painter, box.adjusted(used + GAP, 0, 0, 0), mark, size=CAPTION, weight=600, role=tone)
