"""The responsibilities on one page of paper, drawn by hand: as large as they fit, whatever the paper."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPageLayout, QPageSize, QPainter, QPen, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from launchready.desktop import days
from launchready.desktop.theme import in_force, load
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.reading_order import Dialog
from launchready.launch.model import Activity, Launch
from launchready.launch.raci import breaches, in_order
from launchready.wording.language import tr
from launchready.wording.refusals import refusal

LARGEST, SMALLEST = 11.0, 4.0
"""Type sizes in points between which the page is made to fit."""
TEXTS = (3.2, 3.2, 1.5)
"""How activity, input expected and escalates to share the width that the parties leave."""
MOST_FOR_PARTIES = 0.5
PAPER, MARGIN = (297, 210), 12
"""A4 across and its margins, in millimetres."""
SHOWN, AROUND = 1000, QSize(80, 160)
"""The preview's greatest width, and what it leaves of its window."""
WRAP = int(Qt.TextFlag.TextWordWrap)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | WRAP
CENTER = int(Qt.AlignmentFlag.AlignCenter) | WRAP


class Cell(NamedTuple):
    text: str
    flags: int = LEFT
    bold: bool = False
    tone: str = "text"
    ground: str = ""


class Sheet(NamedTuple):
    """A table laid out at one type size: widths, and the rows with their heights."""

    size: float
    widths: list[float]
    rows: list[tuple[float, list[Cell]]]

    @property
    def height(self) -> float:
        return sum(height for height, _ in self.rows)


def draw(painter: QPainter, page: QRectF, launch: Launch) -> float:
    """Draws the launch's responsibilities into `page`, and returns the type size in points that fitted.

    Prints are light whatever the theme. Nothing outside the launch is read.
    """
    roles = load("light").roles
    size = LARGEST
    while True:
        sheet = _lay_out(painter, page, launch, size)
        head = _head(painter, page, launch, size, roles, measure=True)
        foot = _line_height(painter, size) * (1 + len(_breaches(launch)))
        if head + sheet.height + foot <= page.height() or size <= SMALLEST:
            break
        size -= 0.25
    top = page.top() + _head(painter, page, launch, size, roles, measure=False)
    bottom = _table(painter, page.left(), top, sheet, roles)
    _foot(painter, QRectF(page.left(), bottom, page.width(), foot), launch, size, roles)
    return size


def _font(painter: QPainter, size: float, *, bold: bool = False) -> QFont:
    font = QFont(in_force().family)
    font.setPointSizeF(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return QFont(font, painter.device())


def _line_height(painter: QPainter, size: float) -> float:
    return QFontMetricsF(_font(painter, size), painter.device()).height() * 1.3


def _lay_out(painter: QPainter, page: QRectF, launch: Launch, size: float) -> Sheet:
    widths = _widths(painter, page.width(), launch, size)
    titles = (tr("Activity"), *launch.parties, tr("Input expected"), tr("Escalates to"))
    last = len(titles) - 2
    heading = [Cell(t, CENTER if 0 < n < last else LEFT, bold=True, tone="muted") for n, t in enumerate(titles)]
    rows = [heading, *(_row(launch, activity) for activity in in_order(launch))]
    return Sheet(size, widths, [(_height(painter, size, widths, cells), cells) for cells in rows])


def _widths(painter: QPainter, width: float, launch: Launch, size: float) -> list[float]:
    """Each party gets at least what the longest word of its name needs, up to a limit; the texts share the rest."""
    metrics = QFontMetricsF(_font(painter, size, bold=True), painter.device())
    pad = _padding(painter, size)
    needs = [
        max(metrics.horizontalAdvance(word) for word in party.split() or [""]) + 2 * pad + 1 for party in launch.parties
    ]
    parties = [max(need, width * 0.04) for need in needs]
    share = min(1.0, width * MOST_FOR_PARTIES / max(1.0, sum(parties)))
    parties = [part * share for part in parties]
    left = width - sum(parties)
    texts = [left * part / sum(TEXTS) for part in TEXTS]
    return [texts[0], *parties, *texts[1:]]


def _row(launch: Launch, activity: Activity) -> list[Cell]:
    title = f"▲ {activity.title}" if breaches(activity) else activity.title
    cells = [Cell(title, bold=True, tone="conditional" if breaches(activity) else "text")]
    for party in launch.parties:
        letters = activity.letters.get(party, "")
        ground = "accent_soft" if "A" in letters else "go_soft" if "R" in letters else ""
        tone = {"accent_soft": "accent", "go_soft": "go"}.get(ground, "muted")
        cells.append(Cell(" ".join(letters), CENTER, bold=bool(ground), tone=tone, ground=ground))
    return [*cells, Cell(activity.input_expected, tone="muted"), Cell(activity.escalates_to)]


def _padding(painter: QPainter, size: float) -> float:
    return QFontMetricsF(_font(painter, size), painter.device()).height() * 0.35


def _height(painter: QPainter, size: float, widths: list[float], cells: list[Cell]) -> float:
    pad, most = _padding(painter, size), 0.0
    for width, cell in zip(widths, cells, strict=True):
        metrics = QFontMetricsF(_font(painter, size, bold=cell.bold), painter.device())
        room = QRectF(0, 0, max(1.0, width - 2 * pad), 1e6)
        most = max(most, metrics.boundingRect(room, cell.flags, cell.text or " ").height())
    return most + 2 * pad


def _head(
    painter: QPainter, page: QRectF, launch: Launch, size: float, roles: dict[str, str], *, measure: bool
) -> float:
    """Draws the heading, or only tells its height."""
    big, small = _font(painter, size * 1.5, bold=True), _font(painter, size)
    title = tr("{name}: who is responsible").format(name=launch.name)
    under = tr("R responsible · A accountable · C consulted · I informed. Launches {day}.").format(
        day=days.day(launch.date, weekday=True, year=True)
    )
    y = page.top()
    for font, text, role in ((big, title, "text"), (small, under, "muted")):
        metrics = QFontMetricsF(font, painter.device())
        height = metrics.boundingRect(QRectF(0, 0, page.width(), 1e6), LEFT, text).height()
        if not measure:
            painter.setFont(font)
            painter.setPen(QColor(roles[role]))
            painter.drawText(QRectF(page.left(), y, page.width(), height), LEFT, text)
        y += height
    return y - page.top() + _padding(painter, size) * 2


def _table(painter: QPainter, left: float, top: float, sheet: Sheet, roles: dict[str, str]) -> float:
    pad = _padding(painter, sheet.size)
    y = top
    for height, cells in sheet.rows:
        x = left
        for width, cell in zip(sheet.widths, cells, strict=True):
            box = QRectF(x, y, width, height)
            if cell.ground:
                painter.fillRect(box.adjusted(pad / 3, pad / 3, -pad / 3, -pad / 3), QColor(roles[cell.ground]))
            painter.setFont(_font(painter, sheet.size, bold=cell.bold))
            painter.setPen(QColor(roles[cell.tone]))
            painter.drawText(box.adjusted(pad, 0, -pad, 0), cell.flags, cell.text)
            x += width
        y += height
        painter.setPen(QPen(QColor(roles["line_strong"]), 0))
        painter.drawLine(QRectF(left, y, 1, 0).topLeft(), QRectF(left + sum(sheet.widths), y, 1, 0).topLeft())
    return y


def _breaches(launch: Launch) -> list[str]:
    return [refusal(breach) for activity in in_order(launch) for breach in breaches(activity)]


def _foot(painter: QPainter, box: QRectF, launch: Launch, size: float, roles: dict[str, str]) -> None:
    broken = _breaches(launch)
    text = "\n".join(broken) or tr("Every activity has exactly one A and at least one R.")
    painter.setFont(_font(painter, size))
    painter.setPen(QColor(roles["conditional" if broken else "go"]))
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | WRAP
    painter.drawText(box.adjusted(0, _padding(painter, size), 0, 0), flags, text)


def printer_for(launch: Launch) -> QPrinter:
    """A printer set to one landscape page."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setDocName(tr("{name}: responsibilities").format(name=launch.name))
    made.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape,
            QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    return made


class Preview(Dialog):
    """The page as it will be printed: the launch as it is now. Shown with `open()`."""

    def __init__(self, parent: QWidget, launch: Launch) -> None:
        super().__init__(parent)
        self._launch, self._printer = launch, printer_for(launch)
        self.setWindowTitle(tr("Print the responsibilities of {name}").format(name=launch.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = parent.window().size() - AROUND
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        sheet = QLabel()
        sheet.setPixmap(self._picture(min(SHOWN, room.width(), round(room.height() * PAPER[0] / PAPER[1]))))
        sheet.setAccessibleName(tr("The page"))
        column.addWidget(sheet, 1, Qt.AlignmentFlag.AlignCenter)
        self.print_button = button(tr("Print…"), "primary", self.choose_printer)
        column.addLayout(row(1, button(tr("Close"), "", self.reject), self.print_button))

    def _picture(self, width: int) -> QPixmap:
        """The page as wide as that on the screen, as sharp as the screen is."""
        ratio = self.devicePixelRatioF()
        dots = width * ratio / PAPER[0]  # to the millimetre
        image = QImage(round(PAPER[0] * dots), round(PAPER[1] * dots), QImage.Format.Format_RGB32)
        for set_dots in (image.setDotsPerMeterX, image.setDotsPerMeterY):
            set_dots(round(dots * 1000))
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        edge = MARGIN * dots
        draw(painter, QRectF(image.rect()).adjusted(edge, edge, -edge, -edge), self._launch)
        painter.end()
        made = QPixmap.fromImage(image)
        made.setDevicePixelRatio(ratio)
        return made

    def choose_printer(self) -> None:
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_accepted)
        QDialog.open(dialog)  # its own `open` wants a slot by name

    def _on_accepted(self) -> None:
        paint_on(self._printer, self._launch)
        self.accept()


def paint_on(device: QPrinter, launch: Launch) -> None:
    """Draws the page on a printer."""
    painter = QPainter(device)
    resolution = device.resolution()
    layout = device.pageLayout()
    page = QRectF(layout.paintRectPixels(resolution))
    page.moveTo(0, 0)
    draw(painter, page, launch)
    painter.end()
