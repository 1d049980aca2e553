"""The bottom line: who I am here, whether all is saved, how much there is, which file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.widgets.cards import button
from launchready.desktop.widgets.labels import ElidedLabel, label, set_property
from launchready.launch.lanes import SIGNING
from launchready.wording import terms
from launchready.wording.language import tr

HEIGHT = 28


class StatusBar(QFrame):
    """Height 28. "All changes saved" means: on disk."""

    def __init__(self, retry: Callable[[], object], save_copy: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "status")
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Status"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        who = QHBoxLayout()
        who.setSpacing(0)
        self._me, self._lane = label("", "foot"), label("", "foot-strong")
        who.addWidget(self._me)
        who.addWidget(self._lane)
        self._saved = ElidedLabel("", "foot")
        self._retry = button(self.tr("Try again"), "link", retry)
        self._copy = button(self.tr("Save a copy…"), "link", save_copy)
        self._counts, self._file = label("", "foot"), ElidedLabel("", "foot", Qt.TextElideMode.ElideMiddle)
        row.addLayout(who)
        row.addWidget(self._saved)
        row.addWidget(self._retry)
        row.addWidget(self._copy)
        row.addStretch(1)
        row.addWidget(self._counts)
        row.addWidget(self._file)
        self.show_none()

    def show_launch(self, bridge: LaunchBridge) -> None:
        lanes = bridge.my_lanes()
        titles = terms.listing([terms.lane(lane.id) for lane in SIGNING if lane.id in lanes])
        role = self.tr("decider") if bridge.i_decide() else ""
        if lanes:
            leads = bridge.me is not None and bridge.me.id in map(bridge.launch.leads.get, lanes)
            role = (self.tr("{lane} lead") if leads else self.tr("{lane} delegate")).format(lane=titles)
        self._me.setText(self.tr("You are {name}").format(name=bridge.session.author.name) + (" · " if role else ""))
        self._lane.setText(role)
        set_property(self._lane, "tone", lanes[0] if len(lanes) == 1 else "joint" if lanes else "")
        name = bridge.session.store.name
        self._file.setText(Path(name).name)
        self._file.setToolTip(name)
        self.show_saved(bridge)

    def show_counts(self, bridge: LaunchBridge) -> None:
        """How much there is, which may come a moment later."""
        counts = bridge.counts
        self._counts.setText(
            " · ".join(
                (
                    tr("%n task(s)", "", counts.tasks),
                    tr("%n gating", "", counts.gates),
                    tr("%n done", "", counts.done),
                )
            )
        )

    def show_saved(self, bridge: LaunchBridge) -> None:
        bad = bool(bridge.unsaved)
        self._saved.setText(
            self.tr("Not saved: {why}").format(why=bridge.unsaved) if bad else self.tr("All changes saved")
        )
        self._saved.setAccessibleName(self._saved.text())
        set_property(self._saved, "tone", "no_go" if bad else "")
        self._retry.setVisible(bad)
        self._copy.setVisible(bad)
        self._saved.setMinimumWidth(0 if bad else self._saved.sizeHint().width())
        self._counts.setVisible(not bad)  # why has the room first

    def show_none(self) -> None:
        for each in (self._me, self._lane, self._saved, self._counts, self._file):
            each.setText("")
        self._retry.hide()
        self._copy.hide()
