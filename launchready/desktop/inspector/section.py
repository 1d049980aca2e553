"""A section of the inspector: a part of one task, its edits, and the refusals of those edits right below."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.widgets.cards import button
from launchready.desktop.widgets.fields import INSET
from launchready.desktop.widgets.forms import Ask, FormPlace, InlineForm, Say, Submit, Values
from launchready.desktop.widgets.judging import give, whose
from launchready.desktop.widgets.labels import label, rule
from launchready.desktop.widgets.notices import RefusalBar
from launchready.launch.changes import AnyChange
from launchready.launch.drafting import Draft
from launchready.launch.log import Sealed
from launchready.launch.model import Launch, Task, Word


class Section(QWidget):
    """`show_task` shows a task: `anew` when it is another one than before, and then half-typed text goes."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object], title: str = "") -> None:
        super().__init__()
        self.bridge = bridge
        self.open_task = open_task
        self.task_id = ""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        self.head = QHBoxLayout()
        if title:
            outer.addWidget(rule())
            outer.addSpacing(4)
            heading = label(title, "strong")
            heading.setContentsMargins(INSET, 0, 0, 0)
            self.head.addWidget(heading)
            self.head.addStretch(1)
            outer.addLayout(self.head)
        self.column = QVBoxLayout()
        self.column.setSpacing(4)
        outer.addLayout(self.column)
        self.refusal = RefusalBar()
        outer.addWidget(self.refusal)
        self._place = FormPlace()
        outer.addLayout(self._place)

    @property
    def task(self) -> Task | None:
        return self.bridge.launch.tasks.get(self.task_id)

    def show_task(self, launch: Launch, task: Task, *, anew: bool) -> None:
        self.task_id = task.id
        if anew:
            self.refusal.clear()
            self.close_form()
        self.fill(launch, task, anew=anew)

    def fill(self, launch: Launch, task: Task, *, anew: bool) -> None:
        """Shows what this section is for."""
        raise NotImplementedError

    def fill_late(self, launch: Launch, task: Task) -> None:
        """Shows what needs a walk over all tasks or the whole log. Called a moment later, once the edit is painted."""

    def make(self, build: Callable[[Draft], object]) -> Sealed | None:
        """Commits; a refusal stands in this section."""
        self.refusal.clear()
        return self.bridge.make(build, self.refusal.say)

    def edit(self, **fields: object) -> Sealed | None:
        """Changes fields of the task. `owner` and `reviewer` are names, as typed."""
        from launchready.desktop import edits

        return self.make(lambda draft: edits.edit(draft, [self.task_id], **fields))

    def ask(
        self,
        title: str,
        asks: Iterable[Ask],
        submit_text: str,
        submit: Submit,
    ) -> None:
        """Opens a form here, in place of one that is open."""
        self._place.open_form(InlineForm(title, tuple(asks), submit_text, submit))

    def judge(
        self,
        title: str,
        submit_text: str,
        entitled: Iterable[str],
        made: Callable[[Word, Values], AnyChange],
        asks: tuple[Ask, ...] = (),
    ) -> None:
        """Gives a judgement by a form here, which asks whose word it is where it may be another's."""

        def submit(values: Values, say: Say) -> bool:
            return give(self.bridge, lambda word: made(word, values), values, say)

        self.ask(title, (*asks, *whose(self.bridge, entitled)), submit_text, submit)

    def close_form(self) -> None:
        self._place.drop_form()

    @property
    def form(self) -> InlineForm | None:
        """The form that is open here."""
        return self._place.form

    def quiet(self, text: str, on_click: Callable[[], object], name: str = "") -> QPushButton:
        return button(text, "quiet", on_click, name)
