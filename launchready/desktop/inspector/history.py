"""What happened to this task, newest first, out of the log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from launchready.desktop import days
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.inspector.section import Section
from launchready.desktop.widgets.cards import clear
from launchready.desktop.widgets.labels import label
from launchready.launch.changes import AnyChange
from launchready.launch.model import Launch, Task
from launchready.wording import history, terms
from launchready.wording.language import in_english

MOST = 6


class Event(NamedTuple):
    text: str
    under: str


def task_of(change: AnyChange, launch: Launch) -> str:
    """The id of the task that a change is about; empty where it is about none."""
    task = getattr(change, "task", None)
    if isinstance(task, Task):
        return task.id
    was = getattr(change, "was", None)
    if task is None and isinstance(was, Task):
        return was.id
    waiver = launch.waivers.get(getattr(change, "waiver", ""))
    return waiver.task if waiver else task if isinstance(task, str) else ""


def events(bridge: LaunchBridge, task: Task) -> Iterator[Event]:
    """What was done to the task, newest first. Names are those of today."""
    launch = bridge.launch
    for sealed in reversed(bridge.session.entries):
        for change in reversed(sealed.entry.changes):
            if task_of(change, launch) == task.id:
                text = history.sentence(change, launch)
                with in_english():
                    is_english = history.sentence(change, launch) == text
                who = f"{terms.apart(sealed.entry.by.name)} · {days.moment(launch, sealed.entry.at)}"
                yield Event(_tidy(text, f"{task.key} {task.title}") if is_english else text, who)


def _tidy(text: str, task: str) -> str:
    """An English sentence without its task, because that stands above: `Marked done`, `Changed owner …`."""
    text = text.replace(task, "").replace("  ", " ").rstrip()
    for word in (" to ", " of ", " from "):
        text = text.removesuffix(word.rstrip())
    return " ".join(text.replace(" : ", ": ").replace("Changed :", "Changed").split()).rstrip(" :")


class HistorySection(Section):
    """The last few events, each with who and when."""

    def __init__(self, bridge: LaunchBridge, open_task: Callable[[str], object]) -> None:
        super().__init__(bridge, open_task, QCoreApplication.translate("Section", "History"))
        self._shown: list[Event] = []

    def fill(self, launch: Launch, task: Task, *, anew: bool) -> None:
        del launch, task, anew

    def fill_late(self, launch: Launch, task: Task) -> None:
        del launch
        found = []
        for event in events(self.bridge, task):
            found.append(event)
            if len(found) == MOST:
                break
        if found == self._shown:
            return
        self._shown = found
        clear(self.column)
        for event in found:
            text, under = label(event.text, wrap=True), label(event.under, "secondary")
            for each in (text, under):
                each.setContentsMargins(5, 0, 0, 0)
            under.setContentsMargins(5, 0, 0, 4)
            self.column.addWidget(text)
            self.column.addWidget(under)
