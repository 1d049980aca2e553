"""The head of the inspector: how the task stands, its title, and what done means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.inspector.section import Section
from launchready.desktop.widgets.fields import INSET, TextField
from launchready.desktop.widgets.labels import ElidedLabel, LaneChip, Pill, label
from launchready.desktop.widgets.tones import of_task
from launchready.launch.model import Launch, Status, Task


class Head(Section):
    """Status, lane, area, key; title and done-when edited where they stand; why it is blocked."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object]) -> None:
        super().__init__(bridge, open_task)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.setContentsMargins(INSET, 0, 0, 0)
        self._pill, self._lane, self._area = Pill(), LaneChip(), ElidedLabel("", "muted")
        self._key = label("", "secondary")
        for each in (self._pill, self._lane, self._area):
            line.addWidget(each)
        line.addStretch(1)
        line.addWidget(self._key)
        self.column.addLayout(line)
        self.title = TextField(self.tr("Title"), single=True, level="detail")
        self.title.committed.connect(lambda text: self.edit(title=text))
        self.column.addWidget(self.title)
        self._why = label("", wrap=True)
        self._why.setContentsMargins(INSET, 0, 0, 4)
        self.column.addWidget(self._why)
        done_when = label(self.tr("Done when"), "secondary")
        done_when.setContentsMargins(INSET, 2, 0, 0)
        self.column.addWidget(done_when)
        self.done_when = TextField(self.tr("Done when"), self.tr("How one sees that it is done"))
        self.done_when.committed.connect(lambda text: self.edit(done_when=text))
        self.column.addWidget(self.done_when)

    def fill(self, launch: Launch, task: Task, *, anew: bool) -> None:
        self._pill.show_look(of_task(launch, task))
        self._lane.show_lane(task.lane)
        self._area.setText(task.area)
        self._key.setText(task.key)
        self.title.show_value(task.title, anew=anew)
        self.done_when.show_value(task.done_when, anew=anew)
        self._why.setText(task.why)
        self._why.setVisible(task.status in (Status.BLOCKED, Status.NOT_APPLICABLE) and bool(task.why))
