"""What hangs on a task: evidence and steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from launchready.desktop import days
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.inspector.section import Section
from launchready.desktop.widgets.cards import clear, row
from launchready.desktop.widgets.fields import INSET, LineField
from launchready.desktop.widgets.forms import Ask
from launchready.desktop.widgets.labels import LinkButton, label
from launchready.launch.changes import EvidenceAdded, EvidenceRemoved, EvidenceReplaced, StepAdded, StepRemoved
from launchready.launch.drafting import Draft
from launchready.launch.model import Evidence, Launch, Step, Task

SCHEMES = ("http", "https", "mailto")


def can_open(link: str) -> bool:
    """Whether a link may be opened by a click: only http, https and mailto ever are."""
    url = QUrl(link.strip(), QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme().lower() in SCHEMES and bool(url.host() or url.scheme().lower() == "mailto")


class EvidenceSection(Section):
    """What shows that it is done. Nothing that a link names is ever loaded; a click hands it to the browser."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object]) -> None:
        super().__init__(bridge, open_task, QCoreApplication.translate("Section", "Evidence"))
        self.head.addWidget(self.quiet(self.tr("Add…"), self.add, self.tr("Add evidence")))
        self._shown: tuple[Evidence, ...] | None = None

    def fill(self, launch: Launch, task: Task, *, anew: bool) -> None:
        del launch, anew
        if task.evidence == self._shown:
            return
        self._shown = task.evidence
        clear(self.column)
        for item in task.evidence:
            self.column.addWidget(self._row(item))
        if not task.evidence:
            empty = label(self.tr("None yet"), "muted")
            empty.setContentsMargins(INSET, 0, 0, 0)
            self.column.addWidget(empty)

    def _row(self, item: Evidence) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if can_open(item.link):
            first: QWidget = LinkButton(item.label)
            first.clicked.connect(lambda _checked=False: QDesktopServices.openUrl(QUrl(item.link)))  # type: ignore[attr-defined]
            first.setToolTip(f"{item.label}\n{item.link}")
        else:
            first = label(item.label, wrap=True)
            first.setContentsMargins(INSET, 2, 0, 2)
        replace = self.quiet(self.tr("Replace…"), lambda: self.replace(item.id), self._named("Replace", item))
        remove = self.quiet("✕", lambda: self.remove(item.id), self._named("Remove", item))
        remove.setToolTip(self.tr("Remove"))
        line = row(first, 1, replace, remove, spacing=2)
        line.setStretch(0, 100)
        column.addLayout(line)
        under = " · ".join(
            part
            for part in (
                item.build and self.tr("build {build}").format(build=item.build),
                days.day(item.date, year=True) if item.date else "",
                item.note,
                item.link if item.link and not can_open(item.link) else "",
            )
            if part
        )
        if under:
            shown = label(under, "secondary", wrap=True)
            shown.setContentsMargins(INSET, 0, 0, 2)
            column.addWidget(shown)
        return held

    def _named(self, what: str, item: Evidence) -> str:
        text = {"Replace": self.tr("Replace evidence {label}"), "Remove": self.tr("Remove evidence {label}")}[what]
        return text.format(label=item.label)

    def _asks(self, item: Evidence | None) -> tuple[Ask, ...]:
        build = item.build if item else self.bridge.launch.build
        date = (item.date if item else self.bridge.today) or None
        return (
            Ask("label", self.tr("What it is"), item.label if item else ""),
            Ask("link", self.tr("Link"), item.link if item else "", "https://…"),
            Ask("note", self.tr("Note"), item.note if item else ""),
            Ask("build", self.tr("Taken on build"), build),
            Ask("date", self.tr("Taken on"), days.as_typed(date) if date else "", "2026-12-08"),
        )

    def add(self) -> None:
        def submit(values: dict[str, str], say: Callable[[str], None]) -> bool:
            def build(draft: Draft) -> None:
                new = self._evidence(values, draft.new_id())
                draft.make(EvidenceAdded(task=self.task_id, evidence=new, index=self._count()))

            return self._dated(values, say) and self.bridge.make(build, say) is not None

        self.ask(self.tr("Add evidence"), self._asks(None), self.tr("Add evidence"), submit)

    def replace(self, id_: str = "") -> None:
        item = self._held(id_)
        if item is None:
            return

        def submit(values: dict[str, str], say: Callable[[str], None]) -> bool:
            def build(draft: Draft) -> None:
                draft.make(EvidenceReplaced(task=self.task_id, to=self._evidence(values, item.id), was=item))

            return self._dated(values, say) and self.bridge.make(build, say) is not None

        title = self.tr("Replace “{label}”").format(label=item.label)
        self.ask(title, self._asks(item), self.tr("Replace evidence"), submit)

    def remove(self, id_: str = "") -> None:
        item = self._held(id_)
        if item is not None and self.task is not None:
            index = self.task.evidence.index(item)
            self.make(lambda draft: draft.make(EvidenceRemoved(task=self.task_id, was=item, index=index)))

    def _held(self, id_: str) -> Evidence | None:
        """That piece of evidence, or the newest."""
        items = self.task.evidence if self.task else ()
        return next((item for item in reversed(items) if not id_ or item.id == id_), None)

    def _count(self) -> int:
        return len(self.task.evidence) if self.task else 0

    def _dated(self, values: dict[str, str], say: Callable[[str], None]) -> bool:
        if values["date"] and days.parse_date(values["date"]) is None:
            say(self.tr("“{text}” is no date: write it as 2026-12-08.").format(text=values["date"]))
            return False
        return True

    @staticmethod
    def _evidence(values: dict[str, str], id_: str) -> Evidence:
        texts = {name: values[name] for name in ("label", "link", "note", "build")}
        return Evidence(id=id_, date=days.parse_date(values["date"]) if values["date"] else None, **texts)


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
