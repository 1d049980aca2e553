"""Text on a page: labels by role, labels that end in an ellipsis where there is no room, pills with a shape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from launchready.desktop.widgets.shapes import Shape, paint
from launchready.desktop.widgets.tones import Look


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


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Sets a property that the style sheet goes by, and has it drawn so."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
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


class ShapeMark(QWidget):
    """A shape alone, for the end of a row. Its words are its accessible name."""

    def __init__(self, side: int = 14) -> None:
        super().__init__()
        self._side = side
        self._look: Look | None = None
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_look(self, look: Look) -> None:
        self._look = look
        self.setAccessibleName(look.text)
        self.setToolTip(look.text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._look is not None:
            color = _toned(self, self._look.tone)
            paint(QPainter(self), self._look.shape, QRectF(self.rect()), color, self.palette().base().color())


def _toned(widget: QWidget, tone: str):  # type: ignore[no-untyped-def]
    """The colour of a tone in the theme in force, which the window knows."""
    theme = getattr(widget.window(), "theme", None)
    return theme.color(tone) if theme is not None else widget.palette().color(QPalette.ColorRole.WindowText)


class Pill(QLabel):
    """A shape and words on the tone's soft ground: a verdict, a status, a sign-off."""

    SHAPE = 11
    GAP = 5

    def __init__(self, look: Look | None = None) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(23)
        self._shape: Shape | None = None
        if look is not None:
            self.show_look(look)

    def show_look(self, look: Look) -> None:
        self._shape = look.shape
        self.setText(look.text)
        self.setIndent(self.SHAPE + self.GAP)
        self.setAccessibleName(look.text)
        set_property(self, "pill", look.tone)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._shape is None:
            return
        box = QRectF(self.contentsRect())
        at = QRectF(box.x(), box.center().y() - self.SHAPE / 2, self.SHAPE, self.SHAPE)
        painter = QPainter(self)
        color = self.palette().color(QPalette.ColorRole.WindowText)
        paint(painter, self._shape, at.adjusted(-2.5, -2.5, 2.5, 2.5), color, self.palette().base().color())


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
