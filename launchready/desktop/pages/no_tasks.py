"""What the checklist says while it shows no task: how to begin, or how to see them all again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from launchready.desktop.widgets.cards import EmptyState, button
from launchready.wording.language import tr


class NoTasks(EmptyState):
    """The first tasks are added, taken from a template or imported; a filter is taken away."""

    def __init__(self, trigger: Callable[[str], object], unfilter: Callable[[], object]) -> None:
        self.begin: tuple[QPushButton, ...] = (
            button(tr("Add a task"), "primary", lambda: trigger("add_task")),
            button(tr("From a template…"), "", lambda: trigger("compare_template")),
            button(tr("Import…"), "", lambda: trigger("import_tasks")),
        )
        self.unfilter = button(tr("Show all tasks"), "", unfilter)
        super().__init__(actions=(*self.begin, self.unfilter))

    def show_of(self, total: int) -> None:
        """What to do where the launch has so many tasks, and none is shown."""
        for each in self.begin:
            each.setVisible(total == 0)
        self.unfilter.setVisible(total > 0)
        self.setFocusProxy(self.unfilter if total else self.begin[0])
        if total == 0:
            self.say(tr("No tasks yet"), tr("Add the first task, or bring in a checklist that you have."))
        else:
            self.say(tr("No task matches"), tr("Esc takes the filter away."))
