"""The steps of a task."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.inspector.section import Section
from launchready.desktop.widgets.cards import clear, row
from launchready.desktop.widgets.fields import INSET, LineField
from launchready.launch.changes import StepAdded, StepRemoved
from launchready.launch.drafting import Draft
from launchready.launch.model import Launch, Step, Task


class StepsSection(Section):
    """A checklist inside the task."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object]) -> None:
        super().__init__(bridge, open_task, QCoreApplication.translate("Section", "Steps"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.column.addLayout(self._rows)
        self.new = LineField(self.tr("New step"), self.tr("Add a step"))
        self.new.committed.connect(self._on_new_committed)
        self.column.addWidget(self.new)
        self._shown: tuple[Step, ...] | None = None

    def fill(self, launch: Launch, task: Task, *, anew: bool) -> None:
        del launch
        if anew:
            self.new.show_value("", anew=True)
        if task.steps == self._shown and not anew:
            return
        self._shown = task.steps
        clear(self._rows)
        for number, step in enumerate(task.steps):
            self._rows.addLayout(self._row(number, step))

    def _row(self, number: int, step: Step) -> QHBoxLayout:
        box = QCheckBox()
        box.setChecked(step.done)
        box.setAccessibleName(step.text)
        box.toggled.connect(lambda checked: self._edit(step, done=checked))
        field = LineField(self.tr("Step {number}").format(number=number + 1))
        field.show_value(step.text)
        field.committed.connect(lambda text: self._edit(step, text=text))
        name = self.tr("Remove step {text}").format(text=step.text)
        made = row(box, field, self.quiet("✕", lambda: self._remove(step), name), spacing=2)
        made.setContentsMargins(INSET, 0, 0, 0)
        return made

    def _edit(self, step: Step, **fields: object) -> None:
        def build(draft: Draft) -> None:
            task = draft.launch.tasks[self.task_id]
            now = next((each for each in task.steps if each.id == step.id), step)
            draft.edit_step(task, now, **fields)

        self.make(build)

    def _remove(self, step: Step) -> None:
        if self.task is not None and step in self.task.steps:
            index = self.task.steps.index(step)
            self.make(lambda draft: draft.make(StepRemoved(task=self.task_id, was=step, index=index)))

    def _on_new_committed(self, text: str) -> None:
        count = len(self.task.steps) if self.task else 0
        made = self.make(
            lambda draft: draft.make(StepAdded(task=self.task_id, step=Step(id=draft.new_id(), text=text), index=count))
        )
        if made is not None:
            self.new.show_value("", anew=True)

    def add(self) -> None:
        self.new.setFocus(Qt.FocusReason.ShortcutFocusReason)
