"""What changed under a judgement that somebody is about to give."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.labels import label
from launchready.desktop.widgets.notices import announce
from launchready.launch.coverage import coverage, differences
from launchready.launch.model import Launch
from launchready.wording.differences import difference
from launchready.wording.language import capital, tr

MOST = 5


def moved(seen: Launch, now: Launch, lanes: tuple[str, ...]) -> list[str]:
    """What differs in what those lanes cover, in words, each once."""
    if seen is now:
        return []
    found = (each for lane in lanes for each in differences(coverage(seen, lane), coverage(now, lane)))
    return list(dict.fromkeys(capital(difference(each, now)) for each in found))


class GroundNotice(QFrame):
    """Says what moved, and offers to look again: only then does the judgement speak of the present state."""

    looked_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(label(self.tr("This changed since you began"), "strong", wrap=True))
        self._words = label("", wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._words)
        column.addWidget(label(self.tr("What you typed is kept."), "secondary", wrap=True))
        self.again = button(self.tr("Look again"), "", self.looked_again.emit)
        column.addLayout(row(self.again, 1))
        self.hide()

    def show_differences(self, found: list[str]) -> None:
        """Shows them; nothing where there are none."""
        shown = [f"· {text}" for text in found[:MOST]]
        if len(found) > MOST:
            shown.append(tr("· and %n more change(s)", "", len(found) - MOST))
        text = "\n".join(shown)
        if text and text != self._words.text():
            announce(self, self.tr("This changed since you began: {what}").format(what="; ".join(found[:MOST])))
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(found))

    def text(self) -> str:
        return self._words.text() if not self.isHidden() else ""
