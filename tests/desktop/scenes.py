"""Every page, dialog, form and menu of the window by name, each with what brings it up: what is walked through by
keyboard, and what is read over AT-SPI.

An action whose words end in an ellipsis opens something, so each of those is a scene; a new one is walked by itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from launchready.desktop.actions import Action
    from launchready.desktop.window import Window
    from launchready.launch.drafting import Draft

Scene = Callable[["Window", Path], object]


def scenes() -> dict[str, Scene]:
    """By name, in the order of the table of actions; what leaves the launch stands at the end."""
    from launchready.desktop import actions, pages

    found: dict[str, Scene] = {page.id: opened(page.id) for page in pages.PAGES if page.listed or page.id == "library"}
    found |= SPECIAL
    for action in actions.available():
        if action.words().endswith("…") or action.id in PLAIN:
            found[action.id] = done(action)
    return found | LAST


PLAIN = (
    "show_palette",
    "show_settings",
    "show_shortcuts",
    "accept_condition",
    "consent_next_waiver",
    "add_task",
    "edit_claim",
    "filter_tasks",
)
"""Actions that open something although their words don't end in an ellipsis."""
PLAN = b"""Task Name,Responsible,Status,Due Date,Phase
Brief the analysts,T. Lind,On ice,03/12/2026,Press
Load test,,Done,,
"""
UNREADABLE = "Aufgabe;Für wen\n".encode("cp1252")


def opened(page: str) -> Scene:
    return lambda window, _: window.open_page(page)


def done(action: Action) -> Scene:
    """Does an action as a person does, after what makes it possible."""

    def act(window: Window, folder: Path) -> None:
        from launchready.desktop import actions

        if action.id in BEFORE:
            BEFORE[action.id](window, folder)
        if action.page:
            window.open_page(action.page)
        for _ in chosen(window, action.page):
            if actions.is_enabled(action, window):
                window.trigger(action.id)
                return
        raise LookupError(f"“{action.words()}” can't be done with anything of the sample launch")

    return act


def chosen(window: Window, id_: str) -> Iterator[None]:
    """One thing of the page after another, each chosen."""
    page: Any = window.page(id_) if id_ else None
    yield
    if id_ == "checklist":
        for task in list(window.bridge.launch.tasks):
            page.table.choose_task(task)
            yield
    elif id_ == "claims":
        for claim in list(window.bridge.launch.claims):
            page.show_claim(claim)
            yield
    elif id_ == "library":
        for row in range(page.model.rowCount()):
            page.table.selectRow(row)
            yield
    elif id_ == "responsibilities":
        page.grid.setCurrentIndex(page.grid.raci.index(0, 1))
        yield


# -- what makes an action possible --------------------------------------------------------------------------------


def called_off(window: Window, _: Path) -> None:
    from launchready.launch.changes import CalledOff

    bridge = window.bridge
    bridge.make(lambda draft: draft.make(CalledOff(reason="The vendor left", word=bridge.word(draft.launch))))


def told(chapters: int, less: int = 0) -> Scene:
    """Opens the sample launch as it is after so many chapters of its story, but for the last entries."""

    def act(window: Window, _: Path) -> None:
        import itertools

        from launchready.desktop.bridge import LaunchBridge
        from launchready.desktop.pictures import NOW
        from launchready.launch.model import Author
        from launchready.sample import PMM, Sample
        from launchready.session import Session
        from launchready.store.memory import MemoryStore

        numbers = itertools.count()
        sample = Sample(NOW, lambda: f"{next(numbers):016x}")
        store = sample.start().store
        sample.tell(chapters)
        records = store.read()
        held = MemoryStore(records[: len(records) - less], name="atlas-3.launchready")
        session = Session(held, Author(PMM), lambda: NOW, lambda: f"own-{next(numbers):012x}")
        window.show_bridge(LaunchBridge(session), remember=False)

    return act


def evidence_given(window: Window, _: Path) -> None:
    from launchready.launch.changes import ClaimEvidenceAdded
    from launchready.launch.model import ClaimEvidence, Evidence

    for number, claim in enumerate(list(window.bridge.launch.claims)):
        item = ClaimEvidence(evidence=Evidence(id=f"study-{number}", label="A study"))
        window.bridge.make(lambda draft, claim=claim, item=item: draft.make(ClaimEvidenceAdded(claim=claim, item=item)))


def escalated(window: Window, _: Path) -> None:
    from launchready.launch.changes import Escalated

    def build(draft: Draft) -> None:
        word = window.bridge.word(draft.launch)
        day = window.bridge.today
        draft.make(Escalated(id="asked", lane="pmm", question="Do we wait", respond_by=day, word=word))

    window.bridge.make(build)


def ruled(window: Window, _: Path) -> None:
    from launchready.launch.changes import Ruled
    from launchready.launch.coverage import coverage
    from launchready.launch.lanes import SIGNING
    from launchready.launch.model import Position

    def build(draft: Draft) -> None:
        covered = tuple(coverage(draft.launch, lane.id) for lane in SIGNING)
        word = window.bridge.word(draft.launch, draft.launch.decider)
        draft.make(Ruled(id="ruled", position=Position.GO, reason="It is good enough", covered=covered, word=word))

    window.bridge.make(build)


def importing(window: Window, folder: Path) -> None:
    csv_loaded(window, folder)
    wait(window)


def own_template(window: Window, folder: Path) -> None:
    del folder
    from msgspec.structs import replace

    from launchready.desktop import template_files
    from launchready.templates import load

    template_files.save(replace(load("standard"), name="ours", title=""), replace=True)
    page: Any = window.open_page("new_launch")
    page.begin()
    chosen = page.form.templates.chosen
    chosen.setCurrentIndex(chosen.findData("ours"))


def wait(window: Window) -> None:
    """Until nothing is being read or written beside the window, and what came of it is shown."""
    from PySide6.QtTest import QTest

    from launchready.desktop.work import Work

    while any(work.is_running() for work in window.findChildren(Work)):
        QTest.qWait(10)
    QTest.qWait(40)


BEFORE: dict[str, Scene] = {
    "import_template": importing,
    "rename_template": own_template,
    "resume_launch": called_off,
    "agree_checklist": told(0),
    "consent_next_waiver": told(4, less=1),
    "accept_condition": told(8, less=1),
    "release_condition": told(8),
    "accept_evidence": evidence_given,
    "withdraw_escalation": escalated,
    "withdraw_ruling": ruled,
}


# -- what no action names -----------------------------------------------------------------------------------------


def task_open(window: Window, folder: Path) -> None:
    """The task with the most to it, in the inspector."""
    del folder
    tasks = window.bridge.launch.tasks.values()
    fullest = max(tasks, key=lambda task: (len(task.evidence), len(task.steps), len(task.prerequisites), task.asks))
    window.open_task(fullest.id)


def tasks_chosen(window: Window, folder: Path) -> None:
    del folder
    page: Any = window.open_page("checklist")
    page.table.selectAll()


def csv_loaded(window: Window, folder: Path) -> None:
    path = folder / "plan.csv"
    path.write_bytes(PLAN)
    window.import_file(str(path))


def xlsx_loaded(window: Window, folder: Path) -> None:
    import io

    import xlsxwriter

    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        for name in ("Plan", "Press"):
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(line.split(",") for line in PLAN.decode().splitlines()):
                sheet.write_row(row, 0, cells)
    path = folder / "plan.xlsx"
    path.write_bytes(held.getvalue())
    window.import_file(str(path))


def asked(window: Window, folder: Path) -> None:
    path = folder / "unreadable.csv"
    path.write_bytes(UNREADABLE)
    window.import_file(str(path))


def damaged(window: Window, folder: Path) -> None:
    path = folder / "damaged.launchready"
    path.write_bytes(b'{"log": {"1": {"entry": "cut off')
    window.open_file(str(path))


def signing(window: Window, folder: Path) -> None:
    """The form with a condition in it and another being written."""
    del folder
    from launchready.desktop.signing.proposed import Proposal
    from launchready.launch.model import Position

    page: Any = window.open_page("sign_off")
    page.sign()
    form = next(card.form for card in page.lanes.values() if not card.form.isHidden())
    form.choice.segment(Position.CONDITIONS).click()
    held = [Proposal(text, "T. Lind", dt.date(2026, 12, 4), ()) for text in ("Brief the analysts", "Fix the demo")]
    form.conditions.proposals = held
    form.conditions.show_launch(window.bridge.launch)
    form.conditions.add()


def may_go(window: Window, folder: Path) -> None:
    """The form where nothing stands in the way of Go."""
    del folder
    from launchready.launch.model import Status
    from launchready.launch.readiness import is_done, is_gate

    def build(draft: Draft) -> None:
        for task in list(draft.launch.tasks.values()):
            if is_gate(task) and not is_done(task):
                draft.progress(draft.launch.tasks[task.id], Status.DONE)

    window.bridge.make(build)
    page: Any = window.open_page("sign_off")
    page.sign()


def draft_claim(window: Window, folder: Path) -> None:
    del folder
    page: Any = window.open_page("claims")
    made: list[str] = []
    window.bridge.make(lambda draft: made.append(draft.claim("Sets up in an hour", where="Web page").id))
    page.show_claim(made[0])


def context_menu(window: Window, folder: Path) -> None:
    from PySide6.QtCore import QPoint

    task_open(window, folder)
    page: Any = window.page("checklist")
    row = page.model.row_of(page.table.current_task())
    page._on_menu_requested(page.table.visualRect(page.model.index(row, 0)).center() or QPoint())


def fault(window: Window, folder: Path) -> None:
    del folder
    from launchready.desktop.faults import Report

    report = Report(ValueError("something"), window)
    report.setObjectName("fault")
    report.open()


def unsaved(window: Window, folder: Path) -> None:
    del folder
    from launchready.desktop.leaving import Unsaved

    Unsaved(window, lambda: None).open()


def past(window: Window, folder: Path) -> None:
    del folder
    page: Any = window.open_page("history")
    page.table.choose_row(3)
    page.look_back()


def preview(window: Window, folder: Path) -> None:
    """Two pages, without waiting for the real ones."""
    del folder
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QImage

    from launchready.desktop.printing import Preview

    sheet, held = QImage(200, 280, QImage.Format.Format_RGB32), QBuffer()
    sheet.fill(0xFFFFFF)
    sheet.save(held, "PNG")
    page = bytes(held.data().data())
    Preview(window, window.bridge.launch.name, [page, page], window._outgoing()).open()


def begun(window: Window, folder: Path) -> None:
    """The start page, with nobody known and no launch open."""
    from launchready.identity import profile

    del folder
    profile._path().unlink(missing_ok=True)
    window.close_launch()


SPECIAL: dict[str, Scene] = {
    "task open": task_open,
    "tasks chosen": tasks_chosen,
    "menu of a task": context_menu,
    "csv": csv_loaded,
    "xlsx": xlsx_loaded,
    "import asks": asked,
    "sign-off form": signing,
    "Go offered": may_go,
    "a draft of a claim": draft_claim,
    "a moment": past,
    "print preview": preview,
    "fault report": fault,
    "not saved": unsaved,
}
LAST: dict[str, Scene] = {"damaged": damaged, "start": begun}
