"""A choice of one among a few positions, side by side, each with its shape and words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from launchready.desktop.theme import BODY, in_force
from launchready.desktop.widgets.shapes import paint
from launchready.desktop.widgets.tones import Look, of_position
from launchready.launch.model import Position

SHAPE, GAP, SIDE, HEIGHT = 16, 4, 10, 34
ORDER = (Position.GO, Position.CONDITIONS, Position.NO_GO)


class Segment(QRadioButton):
    """One position. Chosen, it stands on its soft ground within its own colour; not offered, it is faint and dashed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setText(look.text)
        self.setAccessibleName(look.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(in_force().font(BODY, 500))
        return QSize(metrics.horizontalAdvance(self.text()) + SHAPE + GAP + 2 * SIDE, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, tone = in_force(), self.look.tone
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = self.underMouse() and self.isEnabled()
        painter.setBrush(theme.color(f"{tone}_soft" if self.isChecked() else "hover" if hovered else "surface"))
        line = "accent" if self.hasFocus() else tone if self.isChecked() else "line_strong"
        style = Qt.PenStyle.SolidLine if self.isEnabled() else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.color(line), 2 if self.hasFocus() else 1, style))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        color = theme.color(tone if self.isEnabled() else "faint")
        metrics = QFontMetrics(theme.font(BODY, 500))
        left = (self.width() - metrics.horizontalAdvance(self.text()) - SHAPE - GAP) / 2
        paint(painter, self.look.shape, QRectF(left, (self.height() - SHAPE) / 2, SHAPE, SHAPE), color)
        painter.setPen(color)
        painter.setFont(theme.font(BODY, 500))
        words = self.rect().adjusted(round(left) + SHAPE + GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


class PositionChoice(QWidget):
    """`chosen(position)` tells a choice by click, key or screen reader. Left and Right go from one to the next."""

    chosen = Signal(object)

    def __init__(self, positions: Iterable[Position] = ORDER) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Position"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self._group = QButtonGroup(self)
        self._segments: dict[Position, Segment] = {}
        self._told: Position | None = None
        for position in positions:
            made = self._segments[position] = Segment(of_position(position))
            self._group.addButton(made)
            made.toggled.connect(lambda checked, position=position: self._on_checked(position, checked))
            line.addWidget(made, made.sizeHint().width())
        self._lead_focus()

    def segment(self, position: Position) -> Segment:
        return self._segments[position]

    def current(self) -> Position | None:
        return next((position for position, made in self._segments.items() if made.isChecked()), None)

    def _on_checked(self, position: Position, checked: bool) -> None:
        """Assistive technology toggles a segment rather than click it."""
        if checked and position is not self._told:
            self._told = position
            self.chosen.emit(position)

    def choose(self, position: Position | None) -> None:
        self._told = position
        if position is not None:
            self._segments[position].setChecked(True)
            return
        self._group.setExclusive(False)
        for made in self._segments.values():
            made.setChecked(False)
        self._group.setExclusive(True)

    def offer(self, position: Position, why_not: str) -> None:
        """Offers a position, or says why it isn't offered; one that was chosen stays, for the refusal to answer."""
        made = self._segments[position]
        made.setEnabled(not why_not or made.isChecked())
        made.setToolTip(why_not)
        made.setAccessibleDescription(why_not)
        self._lead_focus()

    def _lead_focus(self) -> None:
        """Focus given to the whole goes to what is chosen, else to the first that is offered."""
        offered = [held for held in self._segments.values() if held.isEnabled()]
        for held in sorted(offered, key=lambda each: not each.isChecked())[:1]:
            self.setFocusProxy(held)
