"""What a person does on the sign-off page, and what it then says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from launchready.desktop.pages.sign_off import SignOffPage
from launchready.desktop.signing.sign_form import SignForm
from launchready.desktop.widgets.rows import RowList
from launchready.launch.drafting import Draft
from launchready.launch.model import Author, Launch, Position, Status
from launchready.launch.readiness import is_done, is_gate


def settle_all(page: SignOffPage) -> None:
    """Every gate done, every claim withdrawn."""

    def build(draft: Draft) -> None:
        for task in list(draft.launch.tasks.values()):
            if is_gate(task) and not is_done(task):
                draft.progress(draft.launch.tasks[task.id], Status.DONE)

    page.bridge.make(build)


def act_as(page: SignOffPage, name: str) -> None:
    """Lets another person of the launch sit at this window."""
    person = next(each for each in page.bridge.launch.people.values() if each.name == name)
    page.bridge.session.author = Author(person.name, person.email)
    page.refresh(page.bridge.launch, page.bridge.launch)


def elsewhere(page: SignOffPage, title: str, status: Status = Status.BLOCKED) -> None:
    """Another writer changes a task, which this window hears of as it does of any entry."""
    task = next(each for each in page.bridge.launch.tasks.values() if each.title == title)
    page.bridge.make(lambda draft: draft.progress(draft.launch.tasks[task.id], status, "Seen elsewhere"))


def choose(form: SignForm, position: Position) -> None:
    QTest.mouseClick(form.choice.segment(position), Qt.MouseButton.LeftButton)


def launch(page: SignOffPage) -> Launch:
    return page.bridge.launch


def spoken(rows: RowList) -> list[str]:
    """The rows of a list as a screen reader says them."""
    found = (rows.row(key) for key in rows.keys())  # noqa: SIM118
    return [row.accessibleName() for row in found if row is not None]


def open_gate(page: SignOffPage) -> str:
    return next(task.id for task in launch(page).tasks.values() if task.title == "Analyst briefings")


def add_condition(form: SignForm, text: str, covers: str = "", due: str = "T-1", owner: str = "") -> None:
    form.conditions.add()
    asked = form.conditions.form
    assert asked is not None
    for name, value in (("text", text), ("covers", covers), ("due", due), ("owner", owner)):
        asked.set_value(name, value)
    asked.send()
