"""How a lane's sign-off stands, as pages show it. What was signed and what was recorded never look alike."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from launchready.desktop import days
from launchready.desktop.theme import SECONDARY, in_force
from launchready.desktop.widgets.labels import Pill
from launchready.desktop.widgets.shapes import Shape, paint
from launchready.desktop.widgets.tones import Look, of_position
from launchready.launch.coverage import staleness
from launchready.launch.entitlement import name
from launchready.launch.model import Launch, Position, SignOff
from launchready.wording import terms
from launchready.wording.language import tr


class SignOffLook(NamedTuple):
    """`pill` says position, how it was given and when; `short` the position alone. `recorded`: noted by another."""

    pill: Look
    short: Look
    recorded: bool
    stale: bool
    stands: bool


def of_sign_off(launch: Launch, lane: str) -> SignOffLook:
    """How that lane's latest sign-off stands."""
    held = launch.sign_offs.get(lane)
    if held is None:
        missing = Look(Shape.RING, "waiting", tr("Not signed"))
        return SignOffLook(missing, missing, recorded=False, stale=False, stands=False)
    if held.withdrawn is not None:
        day = days.day(held.withdrawn.at.date())
        gone = Look(Shape.RING, "waiting", tr("Withdrawn {day}").format(day=day))
        missing = Look(Shape.RING, "waiting", tr("Not signed"))
        return SignOffLook(gone, missing, recorded=False, stale=False, stands=False)
    return _given(launch, held)


def _given(launch: Launch, held: SignOff) -> SignOffLook:
    recorded, stale = bool(held.word.recorded_by), bool(staleness(launch, held))
    look = of_position(held.position)
    if stale and held.position is not Position.NO_GO:
        look = look._replace(shape=Shape.TRIANGLE, tone="conditional")
    how = tr("recorded {day}") if recorded else tr("signed {day}")
    parts = [look.text, how.format(day=days.day(held.word.at.date())), *([tr("stale")] if stale else [])]
    pill = look._replace(text=", ".join(parts))
    words = [look.text, *([tr("recorded")] if recorded else []), *([tr("stale")] if stale else [])]
    return SignOffLook(pill, look._replace(text=", ".join(words)), recorded, stale, stands=True)


def by_whom(launch: Launch, held: SignOff) -> str:
    """`Signed by Priya Nair, 19 Nov, 16:02`, or `Recorded by Dana Ruiz for Priya Nair, …`."""
    when, who = days.moment(launch, held.word.at), terms.apart(name(launch, held.word.by))
    if held.word.recorded_by:
        text = tr("Recorded by {recorder} for {name}, {when}")
        return text.format(recorder=terms.apart(held.word.recorded_by), name=who, when=when)
    if held.covered.lead and held.covered.lead != held.word.by:
        text = tr("Signed by {name} for {lead}, {when}")
        return text.format(name=who, lead=terms.apart(name(launch, held.covered.lead)), when=when)
    return tr("Signed by {name}, {when}").format(name=who, when=when)


class SignOffPill(Pill):
    """As a pill; what was recorded for somebody stands in a dashed line instead of on a ground."""

    def __init__(self) -> None:
        super().__init__()
        self._recorded = False

    def show_sign_off(self, look: SignOffLook) -> None:
        self._recorded = look.recorded
        self.show_look(look.pill)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._recorded or self._look is None:
            super().paintEvent(event)
            return
        theme, tone = in_force(), self._look.tone
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(tone), 1, Qt.PenStyle.DashLine))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        shape = QRectF(self.SIDE, (self.height() - self.SHAPE) / 2, self.SHAPE, self.SHAPE)
        paint(painter, self._look.shape, shape, theme.color(tone), theme.color("on_go"))
        painter.setPen(theme.color(tone))
        painter.setFont(theme.font(SECONDARY, 600))
        words = self.rect().adjusted(self.SIDE + self.SHAPE + self.GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.fitted(self, self._look.text))
