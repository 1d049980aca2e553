"""What a lane said last, and what changed since in what that covers."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from launchready.desktop import days
from launchready.desktop.inspector.history import task_of
from launchready.desktop.pages.page import Shell
from launchready.desktop.signing.covering import Line
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.labels import ShapeMark, label
from launchready.desktop.widgets.rows import RowList, fact_row
from launchready.desktop.widgets.shapes import Shape
from launchready.desktop.widgets.tones import Look, of_position
from launchready.launch.coverage import coverage, differences, staleness
from launchready.launch.model import Launch, SignOff
from launchready.launch.refusal import Difference
from launchready.wording.differences import difference
from launchready.wording.language import capital, tr

MOST = 6
WORST = ("gate-reopened", "gate-added", "gate-gone", "claim-cut", "claim-unsupported", "ack-lost", "waiver-withdrawn")
"""Differences that put something in the way again, rather than only making it another thing."""


class Said(QWidget):
    """The position, how it was given, with how many conditions, and the rationale in quotes."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._mark, self._position = ShapeMark(16, flush=True), label("", "strong")
        self._rationale = label("", "muted", wrap=True)
        column.addLayout(row(self._mark, self._position, 1, spacing=6))
        column.addWidget(self._rationale)

    def show_sign_off(self, launch: Launch, held: SignOff | None) -> None:
        self.setVisible(held is not None)
        if held is None:
            return
        look = of_position(held.position)
        how = self.tr("Recorded {position}") if held.word.recorded_by else self.tr("Signed {position}")
        text = how.format(position=look.text)
        count = sum(condition.sign_off == held.id for condition in launch.conditions.values())
        if count:
            text += " · " + tr("%n condition(s)", "", count)
        self._mark.show_look(look)
        self._position.setText(text)
        self._rationale.setText(f"“{held.rationale}”")
        self._rationale.setVisible(bool(held.rationale))
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._position.text()


class Changes(QWidget):
    """The differences between what was signed and what is: first those that make it stale, then the others."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self._wants_all = False
        self._held: SignOff | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        title = label(self.tr("Changed since that sign-off"), "strong")
        self.setAccessibleName(title.text())
        self.rows = RowList()
        self.all = button("", "link", self._show_all)
        self.all.setProperty("level", "flush")
        column.addWidget(title)
        column.addWidget(self.rows)
        column.addLayout(row(self.all, 1))

    def start_anew(self) -> None:
        self._wants_all = False

    def show_sign_off(self, launch: Launch, held: SignOff | None) -> None:
        self._held = held
        found: list[Difference] = []
        if held is not None:
            everything = differences(held.covered, coverage(launch, held.lane))
            found = [*staleness(launch, held), *(each for each in everything if not each.worse)]
        shown = found if self._wants_all else found[:MOST]
        dated = self._days(held) if held is not None and found else {}
        items = [(f"{n} {each.code} {each.label}", _line(each, launch, dated)) for n, each in enumerate(shown)]
        self.rows.show_rows(items, lambda line: fact_row(line.look, line.text, line.right))
        self.setVisible(bool(found))
        self.all.setVisible(len(found) > len(shown))
        self.all.setText(tr("Show all %n change(s)", "", len(found)))
        self.all.setAccessibleName(self.all.text())

    def _days(self, held: SignOff) -> dict[str, str]:
        """The last day on which each task was changed after the sign-off, by its key."""
        bridge = self.shell.bridge
        found: dict[str, str] = {}
        for sealed in reversed(bridge.session.entries):
            if sealed.entry.at <= held.word.at:
                break
            for change in sealed.entry.changes:
                task = bridge.launch.tasks.get(task_of(change, bridge.launch))
                if task is not None:
                    found.setdefault(task.key, days.day(sealed.entry.at.date()))
        return found

    def _show_all(self) -> None:
        self._wants_all = True
        self.show_sign_off(self.shell.bridge.launch, self._held)


def _line(each: Difference, launch: Launch, dated: dict[str, str]) -> Line:
    look = Look(Shape.TRIANGLE, "conditional", tr("Makes it stale"))
    if not each.worse:
        look = Look(Shape.CHECK, "go", tr("Does not make it stale"))
    elif each.code in WORST:
        look = Look(Shape.SQUARE, "no_go", tr("Makes it stale"))
    return Line(look, capital(difference(each, launch)), dated.get(each.label, ""))
