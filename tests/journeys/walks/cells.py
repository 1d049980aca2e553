"""Working in the checklist by keys alone: an owner completed, a due put right, undone by name, while another writes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from launchready.desktop import edits
from launchready.desktop.files.opening import clock, new_id
from launchready.desktop.models.columns import DUE, OWNER, TITLE
from launchready.desktop.pages.checklist import ChecklistPage
from launchready.launch.changes import AnyChange
from launchready.launch.drafting import Draft
from launchready.launch.model import Author, Due, Launch
from launchready.session import Session
from launchready.store.file import FileStore
from tests.journeys.walks.hand import Hand
from tests.journeys.walks.samples import sample


def prepare(folder: Path) -> list[str]:
    return [sample(folder)]


def walk(hand: Hand, folder: Path) -> None:
    hand.press("Alt+2")
    page = hand.window.page("checklist")
    assert isinstance(page, ChecklistPage)
    hand.press("Down")
    task = page.table.current_task()
    was = hand.window.bridge.launch.tasks[task]
    complete_owner(hand, page, task)
    type_due_while_another_writes(hand, page, task, folder)
    hand.press("Ctrl+Z")
    assert hand.window.bridge.launch.tasks[task].due == was.due
    hand.reads("Undone: changed")
    hand.press("Ctrl+Z")
    assert hand.window.bridge.launch.tasks[task].owner == was.owner


def complete_owner(hand: Hand, page: ChecklistPage, task: str) -> None:
    """A few letters and an arrow: the list of people gives the rest."""
    while page.table.currentIndex().column() != OWNER:
        hand.press("Right")
    hand.press("Return")
    hand.press("Ctrl+A")
    hand.type("oka")
    hand.until(lambda: QApplication.activePopupWidget() is not None, "the list of people")
    hand.press("Down")
    hand.press("Return")
    hand.press("Return")
    launch = hand.window.bridge.launch
    assert launch.people[launch.tasks[task].owner].name == "M. Okafor"
    assert QApplication.focusWidget() is page.table


def type_due_while_another_writes(hand: Hand, page: ChecklistPage, task: str, folder: Path) -> None:
    hand.press("Right")
    assert page.table.currentIndex().column() == DUE
    hand.press("F2")
    hand.press("Ctrl+A")
    hand.type("soon")
    hand.press("Return")
    hand.reads("“soon” is no due date")
    other = Session(FileStore.open(sample(folder)), Author("Priya Nair"), clock, new_id)

    def retitled(launch: Launch) -> list[AnyChange]:
        draft = Draft(launch, new_id)
        edits.edit(draft, [task], title="Changed elsewhere")
        return draft.changes

    other.commit(retitled)
    hand.until(lambda: hand.window.bridge.launch.tasks[task].title == "Changed elsewhere", "what the other wrote")
    other.store.close()
    hand.reads("“soon” is no due date")
    hand.press("Ctrl+A")
    hand.type("T-3")
    hand.press("Return")
    assert hand.window.bridge.launch.tasks[task].due == Due(offset=-3)
    while page.table.currentIndex().column() != TITLE:
        hand.press("Left")
