"""The evidence of a task."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.inspector import evidence_form
from launchready.desktop.inspector.section import Section
from launchready.desktop.widgets.cards import clear, row
from launchready.desktop.widgets.fields import INSET
from launchready.desktop.widgets.forms import Say, Values
from launchready.desktop.widgets.labels import LinkButton, label
from launchready.launch.changes import EvidenceAdded, EvidenceRemoved, EvidenceReplaced
from launchready.launch.drafting import Draft
from launchready.launch.model import Evidence, Launch, Task


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
        if evidence_form.can_open(item.link):
            first: QWidget = LinkButton(item.label)
            first.clicked.connect(lambda _checked=False: QDesktopServices.openUrl(QUrl(item.link)))  # type: ignore[attr-defined]
            first.setToolTip(f"{item.label}\n{item.link}")
        else:
            first = label(item.label, wrap=True)
            first.setContentsMargins(INSET, 2, 0, 2)
        name = self.tr("Replace evidence {label}").format(label=item.label)
        replace = self.quiet(self.tr("Replace…"), lambda: self.replace(item.id), name)
        name = self.tr("Remove evidence {label}").format(label=item.label)
        remove = self.quiet("✕", lambda: self.remove(item.id), name)
        remove.setToolTip(self.tr("Remove"))
        line = row(first, 1, replace, remove, spacing=2)
        line.setStretch(0, 100)
        column.addLayout(line)
        under = " · ".join(evidence_form.details(item))
        if under:
            shown = label(under, "secondary", wrap=True)
            shown.setContentsMargins(INSET, 0, 0, 2)
            column.addWidget(shown)
        return held

    def add(self) -> None:
        def submit(values: Values, say: Say) -> bool:
            def build(draft: Draft) -> None:
                new = evidence_form.evidence(values, draft.new_id())
                draft.make(EvidenceAdded(task=self.task_id, evidence=new, index=self._count()))

            return evidence_form.is_dated(values, say) and self.bridge.make(build, say) is not None

        self.ask(self.tr("Add evidence"), evidence_form.asks(self.bridge), self.tr("Add evidence"), submit)

    def replace(self, id_: str = "") -> None:
        item = self._held(id_)
        if item is None:
            return

        def submit(values: Values, say: Say) -> bool:
            def build(draft: Draft) -> None:
                draft.make(EvidenceReplaced(task=self.task_id, to=evidence_form.evidence(values, item.id), was=item))

            return evidence_form.is_dated(values, say) and self.bridge.make(build, say) is not None

        title = self.tr("Replace “{label}”").format(label=item.label)
        self.ask(title, evidence_form.asks(self.bridge, item), self.tr("Replace evidence"), submit)

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
