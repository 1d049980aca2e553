"""Gates done over time, as a line of steps beside the plan, painted by hand."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchready.desktop import days
from launchready.desktop.models.plan import Readiness, Step
from launchready.desktop.theme import CAPTION, in_force
from launchready.wording.language import tr

LEFT, RIGHT, TOP, BOTTOM, GAP = 30, 12, 22, 24, 8
WORD = 15
LEAST = QSize(220, 150)


class Scale(NamedTuple):
    """Days and counts as places on the paper."""

    paper: QRectF
    first: float
    last: float
    most: int

    def x(self, day: float) -> float:
        span = max(self.last - self.first, 1.0)
        return self.paper.left() + (day - self.first) / span * self.paper.width()

    def y(self, count: float) -> float:
        return self.paper.bottom() - count / max(self.most, 1) * self.paper.height()


class ReadinessChart(QWidget):
    """Its numbers are its accessible description."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Readiness | None = None
        self.setAccessibleName(self.tr("Readiness over time"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(LEAST)

    def sizeHint(self) -> QSize:
        return QSize(360, 210)

    def show_readiness(self, readiness: Readiness, words: str) -> None:
        """`words` say the same as the picture."""
        if readiness != self._shown:
            self._shown = readiness
            self.update()
        self.setAccessibleDescription(words)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        shown = self._shown
        if shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(in_force().font(CAPTION, figures=True))
        step = grid_step(shown.total)
        most = max(step, -(-shown.total // step) * step)
        left = max(LEFT, QFontMetricsF(painter.font()).horizontalAdvance(str(most)) + GAP + 2)
        scale = Scale(QRectF(self.rect()).adjusted(left, TOP, -RIGHT, -BOTTOM), shown.first, shown.last, most)
        self._grid(painter, scale, step)
        self._days(painter, scale, shown)
        self._line(painter, scale, shown.plan, shown.last, "faint", dashed=True)
        self._line(painter, scale, shown.done, shown.today, "accent", dashed=False)
        self._now(painter, scale, shown)

    def _pen(self, role: str, width: float = 1.0, dashes: tuple[float, ...] = ()) -> QPen:
        pen = QPen(in_force().color(role), width)
        if dashes:
            pen.setDashPattern(list(dashes))
        return pen

    def _grid(self, painter: QPainter, scale: Scale, step: int) -> None:
        for count in range(0, scale.most + 1, step):
            y = round(scale.y(count)) + 0.5
            painter.setPen(self._pen("line"))
            painter.drawLine(QLineF(scale.paper.left(), y, scale.paper.right(), y))
            painter.setPen(self._pen("muted"))
            box = QRectF(0, y - 8, scale.paper.left() - GAP, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(count))

    def _days(self, painter: QPainter, scale: Scale, shown: Readiness) -> None:
        """The go/no-go and the launch as lines; the first day and today below the axis."""
        for day, role in ((shown.meeting, "muted"), (shown.launch, "no_go")):
            x = scale.x(day)
            painter.setPen(self._pen(role, 1, (2, 3)))
            painter.drawLine(QLineF(x, scale.paper.top() - 4, x, scale.paper.bottom()))
        painter.setPen(self._pen("muted"))
        above = scale.paper.top() - 18
        self._word(painter, self.tr("launch"), scale.x(shown.launch), above, scale.paper)
        below = scale.paper.bottom() + 6
        taken = self._word(painter, self.tr("today"), scale.x(shown.today), below, scale.paper)
        meeting = self._word(painter, self.tr("go/no-go"), scale.x(shown.meeting), below, scale.paper, taken)
        first = days.day(dt.date.fromordinal(int(scale.first)))
        self._word(painter, first, scale.paper.left(), below, scale.paper, taken, meeting)

    def _word(self, painter: QPainter, text: str, x: float, y: float, paper: QRectF, *taken: QRectF) -> QRectF:
        """Writes a word around `x`, inside the paper; leaves it out where others stand."""
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2
        left = min(max(x - width / 2, paper.left()), paper.right() - width)
        box = QRectF(left, y, width, 16)
        if any(box.adjusted(-6, 0, 6, 0).intersects(other) for other in taken):
            return QRectF()
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return box

    def _line(
        self, painter: QPainter, scale: Scale, steps: tuple[Step, ...], until: float, role: str, *, dashed: bool
    ) -> None:
        if not steps:
            return
        points = [QPointF(scale.x(scale.first), scale.y(0))] if dashed else []
        count = 0 if dashed else steps[0].done
        for step in steps:
            if not dashed:
                points.append(QPointF(scale.x(step.day), scale.y(count)))
            points.append(QPointF(scale.x(step.day), scale.y(step.done)))
            count = step.done
        points.append(QPointF(scale.x(until), scale.y(count)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._pen(role, 1.6, (2, 2.5)) if dashed else self._pen(role, 2.2))
        painter.drawPolyline(QPolygonF(points))

    def _now(self, painter: QPainter, scale: Scale, shown: Readiness) -> None:
        """The point where we are, with both numbers beside it, the lower one below its line."""
        x, y = scale.x(shown.today), scale.y(shown.is_now)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(in_force().color("accent"))
        painter.drawEllipse(QPointF(x, y), 3.5, 3.5)
        above = shown.is_now > shown.planned or y > scale.paper.bottom() - 20
        done, planned = tr("%n done", "", shown.is_now), tr("%n planned", "", shown.planned)
        level = scale.y(shown.planned)
        below = above and shown.is_now > shown.planned
        tops = apart(
            y - 20 if above else y + 4,
            level + 4 if below else level - 18,
            scale.paper.bottom() - 18,
            first=shown.is_now >= shown.planned,
        )
        self._beside(painter, done, x, tops[0], "text")
        self._beside(painter, planned, x, tops[1], "muted")

    def _beside(self, painter: QPainter, text: str, x: float, y: float, role: str) -> None:
        """Writes at the right of today, or, where there is no room, at its left on a ground of its own."""
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 4
        left = x + 8 if x + 8 + width < self.width() else x - 8 - width
        box = QRectF(left, y, width, WORD)
        painter.fillRect(box, in_force().color("surface"))
        painter.setPen(in_force().color(role))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def apart(one: float, other: float, most: float, *, first: bool) -> tuple[float, float]:
    """The tops of two words under each other, `one` above where it is `first`, neither lower than `most`."""
    upper, lower = (one, other) if first else (other, one)
    lower = min(max(lower, WORD), most)
    upper = min(max(upper, 0), lower - WORD)
    return (upper, lower) if first else (lower, upper)


def grid_step(total: int) -> int:
    """Between two lines of the grid: 1, 2 or 5 times a power of ten, at most five lines."""
    power = 1
    while True:
        for each in (1, 2, 5):
            if each * power * 5 >= total:
                return each * power
        power *= 10
