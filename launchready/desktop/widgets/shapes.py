"""The shapes that say what colour also says: ● go, ▲ conditional, ■ no-go, ○ waiting, ✓ done, ◐ in progress."""

from __future__ import annotations

import math
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


class Shape(StrEnum):
    DISC = "disc"
    TRIANGLE = "triangle"
    SQUARE = "square"
    RING = "ring"
    HALF = "half"
    CHECK = "check"
    CHECK_RING = "check-ring"
    DASH = "dash"


def paint(painter: QPainter, shape: Shape, box: QRectF, color: QColor, on_color: QColor | None = None) -> None:
    """Draws the shape into the middle of `box`. `on_color` is the tick's colour on a filled disc."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    side = min(box.width(), box.height())
    center = box.center()
    if shape in (Shape.CHECK, Shape.CHECK_RING):
        _check(painter, center, side, color, on_color if shape is Shape.CHECK else None)
    elif shape is Shape.TRIANGLE:
        _triangle(painter, center, side * 0.6)
    elif shape is Shape.SQUARE:
        painter.drawRect(_around(center, side * 0.5))
    elif shape is Shape.DISC:
        painter.drawEllipse(_around(center, side * 0.52))
    elif shape is Shape.DASH:
        painter.drawRect(QRectF(center.x() - side * 0.25, center.y() - side * 0.05, side * 0.5, side * 0.1))
    else:
        _ring(painter, center, side * 0.5, color, half=shape is Shape.HALF)
    painter.restore()


def _around(center: QPointF, side: float) -> QRectF:
    return QRectF(center.x() - side / 2, center.y() - side / 2, side, side)


def _triangle(painter: QPainter, center: QPointF, side: float) -> None:
    height = side * math.sqrt(3) / 2
    top = center.y() - height * 0.55
    corners = [
        QPointF(center.x(), top),
        QPointF(center.x() + side / 2, top + height),
        QPointF(center.x() - side / 2, top + height),
    ]
    painter.drawPolygon(QPolygonF(corners))


def _ring(painter: QPainter, center: QPointF, side: float, color: QColor, *, half: bool) -> None:
    box = _around(center, side)
    if half:
        painter.drawPie(box, 90 * 16, 180 * 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, max(1.2, side * 0.14)))
    painter.drawEllipse(box)


def _check(painter: QPainter, center: QPointF, side: float, color: QColor, on_color: QColor | None) -> None:
    """A tick on a filled disc, or, without `on_color`, in a ring."""
    if on_color is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, side * 0.09))
        painter.drawEllipse(_around(center, side * 0.9))
    else:
        painter.drawEllipse(_around(center, side))
    pen = QPen(on_color or color, max(1.3, side * 0.1))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(center.x() - side * 0.2, center.y() + side * 0.01),
                QPointF(center.x() - side * 0.05, center.y() + side * 0.16),
                QPointF(center.x() + side * 0.21, center.y() - side * 0.15),
            ]
        )
    )
