"""Two at once: what another writes to the file appears by itself, and nothing under the hand moves.

How soon it appears is measured by `python -m tests.benchmarks window`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from launchready.desktop import edits
from launchready.desktop.files.opening import clock, new_id
from launchready.desktop.pages.checklist import ChecklistPage
from launchready.launch.changes import AnyChange
from launchready.launch.drafting import Draft
from launchready.launch.model import Author, Launch, Status
from launchready.launch.schedule import in_order
from launchready.session import Session
from launchready.store.file import FileStore
from tests.journeys.walks.hand import Hand
from tests.journeys.walks.samples import sample


def prepare(folder: Path) -> list[str]:
    return [sample(folder)]


def walk(hand: Hand, folder: Path) -> None:
    other = Session(FileStore.open(sample(folder)), Author("Priya Nair"), clock, new_id)
    hand.press("Alt+2")
    page = hand.window.page("checklist")
    assert isinstance(page, ChecklistPage)
    for _ in range(30):
        hand.press("Down")
    hand.press("F2")
    hand.press("End")
    hand.type(" and half a thou")
    field = QApplication.focusWidget()
    before = (page.table.current_task(), page.table.selected_tasks(), page.table.verticalScrollBar().value())
    assert page.table.verticalScrollBar().value() > 0

    first = next(in_order(other.launch)).id
    titles = "Changed elsewhere", "Added elsewhere"
    other.commit(lambda launch: changes(launch, first, titles))
    hand.until(lambda: hand.window.bridge.launch.tasks[first].title == titles[0], "what the other wrote")
    assert page.model.row_of(first) >= 0
    assert before == (page.table.current_task(), page.table.selected_tasks(), page.table.verticalScrollBar().value())
    assert QApplication.focusWidget() is field
    hand.type("ght")
    hand.press("Return")
    assert hand.window.bridge.launch.tasks[before[0]].title.endswith(" and half a thought")
    other.refresh()
    assert other.launch.tasks[before[0]].title.endswith(" and half a thought")
    other.store.close()


def changes(launch: Launch, first: str, titles: tuple[str, str]) -> list[AnyChange]:
    draft = Draft(launch, new_id)
    edits.edit(draft, [first], title=titles[0])
    draft.progress(draft.launch.tasks[first], Status.BLOCKED, "It broke")
    draft.task(titles[1], "pmm", area="Press")
    return draft.changes
