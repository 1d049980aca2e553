"""What of a file was left out or not understood, each with its place and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from launchready.desktop.answers import remarked
from launchready.desktop.widgets.labels import label
from launchready.exchange.understood import Skipped, Understood
from launchready.wording import terms
from launchready.wording.language import tr

MOST = 200
HEIGHT = 132


class Remarks(QScrollArea):
    """As high as what it says, up to a point. Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._text = label("", "secondary", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setContentsMargins(16, 8, 16, 10)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWidgetResizable(True)
        self.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        self.setProperty("role", "read")
        self.setMaximumHeight(HEIGHT)
        self.setAccessibleName(self.tr("What was left out or not understood"))
        self.setWidget(self._text)
        self.hide()

    def show_understood(self, found: Understood | None) -> None:
        lines = lines_of(found) if found is not None else []
        if len(lines) > MOST:
            lines = [*lines[:MOST], tr("and %n more", "", len(lines) - MOST)]
        self._text.setText("\n".join(lines))
        self.setVisible(bool(lines))

    def text(self) -> str:
        return self._text.text()


def lines_of(found: Understood) -> list[str]:
    """Warnings first, then what was left out, in the file's order."""
    warnings = [remarked(each.code, each.arguments) for each in found.warnings]
    return [*warnings, *map(left_out, found.skipped)]


def left_out(skipped: Skipped) -> str:
    """Where it stands, what it says, and why it gives no task."""
    place = terms.place(skipped.place)
    place = place[:1].upper() + place[1:]
    words = tr("{place}, “{said}”: {why}") if skipped.said else tr("{place}: {why}")
    return words.format(place=place, said=skipped.said, why=_reason(skipped.why))


def _reason(why: str) -> str:
    return {
        "no-title": tr("left out, it has no title"),
        "header-again": tr("left out, it repeats the header"),
        "section": tr("read as the area of what follows"),
        "area": tr("read as the area of what stands below it"),
        "subitem": tr("read as a step of the task above it"),
        "archived": tr("left out, it is archived"),
        "hidden": tr("left out, it is hidden"),
        "total": tr("left out, it sums up the rows above"),
        "no-box": tr("left out, it has no box"),
        "unread": tr("left out, no column of it names tasks"),
        "pull-request": tr("left out, it is a pull request"),
    }.get(why, tr("left out"))
