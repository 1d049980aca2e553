"""All of a claim at the right of the claims page: its words, where it is used, what proves it, what to do next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.inspector.claim_part import ClaimPart
from launchready.desktop.inspector.proof import ProofSection
from launchready.desktop.models.claims import ClaimFacts
from launchready.desktop.widgets.cards import row
from launchready.desktop.widgets.drawer import Panel
from launchready.desktop.widgets.fields import INSET, LineField, TextField
from launchready.desktop.widgets.labels import Pill, breakable, label
from launchready.wording.language import tr


class ClaimHead(ClaimPart):
    """How it stands, its words, where it is used: edited where they stand."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object]) -> None:
        super().__init__(bridge, open_task)
        self._pill, self._key = Pill(), label("", "secondary")
        line = row(self._pill, 1, self._key)
        line.setContentsMargins(INSET, 0, 0, 0)
        self.column.addLayout(line)
        self.words = TextField(tr("What we will say"), single=True, level="detail")
        self.words.committed.connect(lambda text: self.edit_claim(text=text))
        self.column.addWidget(self.words)
        self._remark = label("", wrap=True)
        self._remark.setContentsMargins(INSET, 0, 0, 4)
        self.column.addWidget(self._remark)
        heading = label(tr("Where it is used"), "secondary")
        heading.setContentsMargins(INSET, 2, 0, 0)
        self.column.addWidget(heading)
        self.where = LineField(tr("Where it is used"), tr("Web page, sales deck"))
        self.where.committed.connect(lambda text: self.edit_claim(where=text))
        self.column.addWidget(self.where)

    def fill_claim(self, found: ClaimFacts, *, anew: bool) -> None:
        self._pill.show_look(found.look)
        self._key.setText(found.claim.key)
        self.words.show_value(found.claim.text, anew=anew)
        self.where.show_value(found.claim.where, anew=anew)
        self._remark.setText(breakable(found.remark))
        self._remark.setVisible(bool(found.remark))


class ClaimPanel(Panel):
    """Shows one claim at a time; the buttons at its foot are the page's."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object], foot: tuple[QWidget, ...]) -> None:
        super().__init__(tr("Claim"))
        self.column.setContentsMargins(16 - INSET, 16, 16, 16)
        self.bridge = bridge
        self.head, self.proof = ClaimHead(bridge, open_task), ProofSection(bridge, open_task)
        self._empty = label(tr("Choose a claim with the arrow keys to see what proves it."), "muted", wrap=True)
        self._empty.setContentsMargins(INSET, 0, 0, 0)
        self.column.addWidget(self._empty)
        self.column.addWidget(self.head)
        self.column.addWidget(self.proof)
        self.column.addStretch(1)
        self.add_foot(*foot)
        self._foot = foot

    def show_claim(self, found: ClaimFacts | None) -> None:
        for part in (self.head, self.proof):
            part.setVisible(found is not None)
        self._empty.setVisible(found is None)
        if found is not None:
            if found.claim.id != self.head.claim_id:
                self.area.verticalScrollBar().setValue(0)
            self.head.show_claim(found)
            self.proof.show_claim(found)
