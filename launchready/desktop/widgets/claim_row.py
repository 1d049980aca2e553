"""Paints a claim: its text, where it is used, what proves it, and how it stands. A key in the proof can be clicked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem

from launchready.desktop.models.claims import PROOF, STATE, TEXT, WHERE, ClaimFacts, ClaimsModel
from launchready.desktop.theme import SECONDARY
from launchready.desktop.widgets.cells import Cells, FlatTable, Index
from launchready.wording.language import tr

HEIGHT = 52
SHAPE, GAP = 15, 4
BETWEEN = 10
WITHOUT_WHERE = 560
"""Below this width of the table the column of places is left out; the panel has it."""


class ClaimTable(FlatTable):
    """The claim's text takes what width the other columns leave."""

    def __init__(self, model: ClaimsModel) -> None:
        super().__init__(HEIGHT, tr("Claims"))
        self.setModel(model)
        header = self.horizontalHeader()
        header.show()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self.setColumnHidden(WHERE, width < WITHOUT_WHERE)
        self.setColumnWidth(WHERE, max(100, width * 26 // 100))
        self.setColumnWidth(PROOF, max(120, width * 22 // 100))
        self.setColumnWidth(STATE, 124)


class ClaimRow(Cells):
    """One cell a column."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(80, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        entry = model.entry(index.row()) if isinstance(model, ClaimsModel) else None
        if entry is None:
            return
        box = self.ground(painter, option, index)
        inside = box.adjusted(12, 0, -4, 0)
        if index.column() == TEXT:
            self._claim(painter, inside, entry)
        elif index.column() == WHERE:
            self.text(painter, inside, entry.claim.where or "—", role="text" if entry.claim.where else "muted")
        elif index.column() == PROOF:
            self._proof(painter, inside, entry)
        elif index.column() == STATE:
            self.shape(painter, entry.look, inside.x() - 2, inside.center().y(), SHAPE)
            self.text(painter, inside.adjusted(SHAPE + GAP, 0, 0, 0), entry.look.text, role=entry.look.tone)

    def _claim(self, painter: QPainter, box: QRect, entry: ClaimFacts) -> None:
        words = QRect(box.x(), box.y() + (7 if entry.remark else 16), box.width(), 20)
        self.text(painter, words, entry.claim.text, weight=600)
        self.text(painter, words.translated(0, 19), entry.remark, size=SECONDARY, role="muted")

    def _proof(self, painter: QPainter, box: QRect, entry: ClaimFacts) -> None:
        if not entry.proof:
            self.text(painter, box, self.tr("Prove it…"), role="accent")
            return
        for place, number in self._places(box, entry):
            each = entry.proof[number]
            if number and place.right() >= box.right() and number < len(entry.proof):
                self.text(
                    painter, QRect(place.x(), box.y(), box.right() - place.x(), box.height()), self._rest(entry, number)
                )
                return
            self.shape(painter, each.look, place.x() - 2, box.center().y(), SHAPE)
            self.text(painter, place.adjusted(SHAPE + GAP - 2, 0, 0, 0), each.text, role=each.look.tone)

    def _rest(self, entry: ClaimFacts, number: int) -> str:
        return self.tr("+{count}").format(count=len(entry.proof) - number)

    def _places(self, box: QRect, entry: ClaimFacts) -> list[tuple[QRect, int]]:
        """Where each proof stands in its cell."""
        left, found = box.x(), []
        for number, each in enumerate(entry.proof):
            width = SHAPE + GAP + self.metric().horizontalAdvance(each.text)
            width = min(width, max(60, box.width()))
            found.append((QRect(left, box.y(), width, box.height()), number))
            left += width + BETWEEN
        return found

    def proof_at(self, box: QRect, entry: ClaimFacts, point: QPoint) -> int:
        """The number of the proof at a point of its cell; -1 for none."""
        inside = box.adjusted(12, 0, -4, 0)
        return next((number for place, number in self._places(inside, entry) if place.contains(point)), -1)
