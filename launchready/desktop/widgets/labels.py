"""Text on a page: labels by role, labels that end in an ellipsis where there is no room, pills with a shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from launchready.desktop.theme import SECONDARY, in_force
from launchready.desktop.widgets.shapes import paint
from launchready.desktop.widgets.tones import Look

LONG, PIECE = re.compile(r"\S{25,}"), 8
ZERO_WIDTH = "\u200b"
"""Takes no room, and a line may break at it."""


def label(text: str = "", role: str = "", *, tone: str = "", wrap: bool = False) -> QLabel:
    """A label of plain text: what a launch says is never taken for markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    return made


def name_unseen(field: QWidget, name: str) -> None:
    """Names a field that no label names in sight. On Linux, Qt gives a combo box's value for its name and goes by a
    label for the name itself, so there is one that is never shown."""
    field.setAccessibleName(name)
    unseen = label(name.replace("&", "&&"))
    unseen.setParent(field.parentWidget())
    unseen.setBuddy(field)
    unseen.hide()


def breakable(text: str) -> str:
    """The same text, with places where a very long word may go on in the next line."""
    return LONG.sub(lambda word: ZERO_WIDTH.join(_pieces(word.group())), text)


def _pieces(word: str) -> Iterator[str]:
    return (word[start : start + PIECE] for start in range(0, len(word), PIECE))


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Sets a property that the style sheet goes by, and has it drawn so."""
    if (widget.property(name) or "") != value:
        widget.setProperty(name, value)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # one not yet drawn will be
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def rule() -> QFrame:
    """A one-pixel line between sections."""
    made = QFrame()
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    return made


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where it doesn't fit; its tool tip then has the whole."""

    def __init__(self, text: str = "", role: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._mode = mode
        if role:
            self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        box = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._mode, box.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(box, self.alignment() | Qt.TextFlag.TextSingleLine, shown)
        self.setToolTip(self.text() if shown != self.text() else "")


class LinkButton(QPushButton):
    """A link of one line that ends in an ellipsis where it doesn't fit."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._whole = text
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def show_text(self, text: str) -> None:
        """Shows another text, as far as there is room."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip("")
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 12, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - 10)
        self.setText(shown)
        if shown != self._whole and not self.toolTip():
            self.setToolTip(self._whole)


class ShapeMark(QLabel):
    """A shape alone, for the end of a row. Its words are its accessible name. `flush` starts where words would."""

    FLUSH = 0.22

    def __init__(self, side: int = 14, *, flush: bool = False) -> None:
        super().__init__()
        self._side = side
        self._left = round(side * self.FLUSH) if flush else 0
        self._look: Look | None = None
        self.setFixedSize(side - self._left, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_look(self, look: Look) -> None:
        self._look = look
        self.setAccessibleName(look.text)
        self.setToolTip(look.text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._look is not None:
            theme = in_force()
            box = QRectF(-self._left, 0, self._side, self._side)
            paint(QPainter(self), self._look.shape, box, theme.color(self._look.tone), theme.color("on_go"))


class Pill(QLabel):
    """A shape and words on the tone's soft ground: a verdict, a status, a sign-off."""

    SHAPE, GAP, SIDE, HEIGHT = 16, 3, 8, 23

    def __init__(self, look: Look | None = None) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look: Look | None = None
        if look is not None:
            self.show_look(look)

    def show_look(self, look: Look) -> None:
        if look != self._look:
            self._look = look
            self.setText(look.text)
            self.setAccessibleName(look.text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return self.size_of(self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._look is not None:
            self.paint_look(self, self._look)
            self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")

    @classmethod
    def fitted(cls, on: QWidget, text: str) -> str:
        """The text with an ellipsis where a pill as wide as that widget has no room for it."""
        room = on.width() - cls.SHAPE - cls.GAP - 2 * cls.SIDE
        return QFontMetrics(in_force().font(SECONDARY, 600)).elidedText(text, Qt.TextElideMode.ElideRight, room)

    @classmethod
    def size_of(cls, text: str) -> QSize:
        metrics = QFontMetrics(in_force().font(SECONDARY, 600))
        return QSize(metrics.horizontalAdvance(text) + cls.SHAPE + cls.GAP + 2 * cls.SIDE + 2, cls.HEIGHT)

    @classmethod
    def paint_look(cls, on: QWidget, look: Look) -> None:
        """Paints a pill over the whole of a widget, outlined where that has the focus."""
        theme, tone = in_force(), look.tone
        painter = QPainter(on)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color(f"{tone}_soft"))
        line = 2 if on.hasFocus() else 1 if theme.high_contrast else 0
        painter.setPen(QPen(theme.color(tone), line) if line else Qt.PenStyle.NoPen)
        box = QRectF(on.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        shape = QRectF(cls.SIDE, (on.height() - cls.SHAPE) / 2, cls.SHAPE, cls.SHAPE)
        paint(painter, look.shape, shape, theme.color(tone), theme.color("on_go"))
        painter.setPen(theme.color(tone))
        painter.setFont(theme.font(SECONDARY, 600))
        left = cls.SIDE + cls.SHAPE + cls.GAP
        words = on.rect().adjusted(left, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, cls.fitted(on, look.text))


class LaneChip(QLabel):
    """The lane by its name, in its colour."""

    def __init__(self, lane: str = "", *, small: bool = True) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "caption" if small else "strong")
        if lane:
            self.show_lane(lane)

    def show_lane(self, lane: str) -> None:
        from launchready.wording import terms

        self.setText(terms.lane(lane))
        set_property(self, "tone", lane)
