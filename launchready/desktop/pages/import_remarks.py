"""What of a file was left out or not understood, each with its place and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from launchready.desktop.answers import remarked
from launchready.desktop.widgets.labels import label
from launchready.exchange.understood import Understood
from launchready.wording.imports import left_out
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
    return [*warnings, *(left_out(each.place, each.said, each.why) for each in found.skipped)]
