"""The agreed checklist: which lead has agreed it, and where the others do. Part of a page, or a dialog of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from launchready.desktop import days
from launchready.desktop.pages.page import Shell
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.labels import ElidedLabel, LinkButton, ShapeMark, label
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.reading_order import Dialog
from launchready.desktop.widgets.rows import RowList
from launchready.desktop.widgets.shapes import Shape
from launchready.desktop.widgets.tones import Look
from launchready.launch.changes import ChecklistAgreed
from launchready.launch.changes.base import is_agreed
from launchready.launch.coverage import coverage
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import name
from launchready.launch.lanes import SIGNING
from launchready.launch.model import Launch
from launchready.wording import terms


class Agreement(QWidget):
    """A line a lane: agreed, by whom and when, or the button that agrees it. What is agreed is the checklist that the
    page shows; a refusal stands right below. `agreed()` tells that a lane's word was given."""

    agreed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Checklist agreed"))
        self.shell = shell
        self._seen = Launch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._words = label("", "muted", wrap=True)
        self._rows = RowList(4)
        self.refusal = RefusalBar()
        for each in (self._words, self._rows, self.refusal):
            column.addWidget(each)

    def start_anew(self) -> None:
        self.refusal.clear()

    def show_launch(self, launch: Launch) -> None:
        self._seen = launch
        if is_agreed(launch) and len(launch.agreed) < len(SIGNING):
            text = self.tr("Agreed with the first sign-off: a gate can be added, but leaves only by a waiver.")
        elif is_agreed(launch):
            text = self.tr("Agreed: a gate can be added, but leaves the checklist only by a waiver.")
        else:
            text = self.tr("Not agreed yet. Until both leads agree, or one signs off, gates change freely.")
        self._words.setText(text)
        items = [(lane.id, self._item(launch, lane.id)) for lane in SIGNING]
        self._rows.show_rows(items, self._row)

    def _item(self, launch: Launch, lane: str) -> tuple[str, Look, str, str, str]:
        """Lane, shape, words, the button's words, and whose word the button gives, if not mine."""
        bridge = self.shell.bridge
        word, lead = launch.agreed.get(lane), launch.leads.get(lane, "")
        if word is not None:
            text = self.tr("{lane}: agreed by {name}, {day}")
            if word.recorded_by:
                text = self.tr("{lane}: agreed by {name}, {day}, recorded by {recorder}")
            day = days.day(word.at.date())
            who, recorder = terms.apart(name(launch, word.by)), terms.apart(word.recorded_by)
            words = text.format(lane=terms.lane(lane), name=who, day=day, recorder=recorder)
            return lane, Look(Shape.CHECK, "go", self.tr("Agreed")), words, "", ""
        if is_agreed(launch):
            words = self.tr("{lane}: agreed with the first sign-off").format(lane=terms.lane(lane))
            return lane, Look(Shape.CHECK, "go", self.tr("Agreed")), words, "", ""
        waiting = Look(Shape.RING, "waiting", self.tr("Not agreed"))
        if not lead:
            return lane, waiting, self.tr("{lane}: no lead yet").format(lane=terms.lane(lane)), "", ""
        words = self.tr("{lane}: {name} has not agreed").format(lane=terms.lane(lane), name=name(launch, lead))
        if lane in bridge.my_lanes():
            return lane, waiting, words, self.tr("Agree as {lane}").format(lane=terms.lane(lane)), ""
        return lane, waiting, words, self.tr("Record for {name}").format(name=name(launch, lead)), lead

    def _row(self, item: tuple[str, Look, str, str, str]) -> QWidget:
        lane, look, words, deed, person = item
        made = QWidget()
        mark = ShapeMark(16)
        mark.show_look(look)
        line = row(mark, ElidedLabel(words))
        line.setStretch(1, 1)
        if deed:
            offer = LinkButton(deed) if person else button(deed)
            offer.setAccessibleName(self.tr("{deed}: the checklist").format(deed=deed))
            offer.clicked.connect(lambda _checked=False: self.agree(lane, person))
            line.addWidget(offer)
        made.setLayout(line)
        return made

    def agree(self, lane: str, person: str = "") -> None:
        """Agrees the checklist as it is shown, for me or, recorded by me, for that person."""
        self.refusal.clear()
        bridge, seen = self.shell.bridge, self._seen

        def build(draft: Draft) -> None:
            word = bridge.word(draft.launch, person)
            draft.make(ChecklistAgreed(lane=lane, covered=coverage(seen, lane), word=word))

        if bridge.make(build, self.refusal.say) is not None:
            self.shell.toast(self.tr("Agreed the checklist as {lane}").format(lane=terms.lane(lane)))
            self.agreed.emit()
            rows = filter(None, map(self._rows.row, self._rows.keys()))
            left = (offer for made in rows for offer in made.findChildren(QAbstractButton))
            next(left, self).setFocus()


class AgreementDialog(Dialog):
    """What is agreed is the checklist as it was when this opened: the session refuses it where that moved."""

    def __init__(self, parent: QWidget, shell: Shell) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Agree the checklist"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self.shell = shell
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "heading"))
        self.agreement = Agreement(shell)
        self.agreement.agreed.connect(self._on_agreed)
        self.agreement.show_launch(shell.bridge.launch)
        column.addWidget(self.agreement)
        column.addStretch(1)
        column.addLayout(row(1, button(self.tr("Close"), "", self.close)))

    def _on_agreed(self) -> None:
        """Closes once there is nothing left to agree."""
        self.agreement.show_launch(self.shell.bridge.launch)
        if is_agreed(self.shell.bridge.launch):
            self.close()
