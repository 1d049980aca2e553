"""Lucide's line icons, drawn in a theme's colours at the size and scale they are shown in."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from launchready import places

SCALES = (1, 2)


@functools.cache
def icon(name: str, color: str, size: int = 16) -> QIcon:
    """The icon of that Lucide name in `color` (`#rrggbb`); an empty one where there is no such file."""
    made = QIcon()
    for scale in SCALES:
        pixmap = _pixmap(name, color, size * scale)
        pixmap.setDevicePixelRatio(scale)
        made.addPixmap(pixmap)
    return made


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(places.resources() / "icons" / "launchready.svg"))


def _pixmap(name: str, color: str, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    path = places.resources() / "icons" / f"{name}.svg"
    if path.is_file():
        drawing = path.read_text(encoding="utf-8").replace("currentColor", color)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
        painter.end()
    return pixmap
