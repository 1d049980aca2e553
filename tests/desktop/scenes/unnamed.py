"""Scenes that no action names, and what a scene is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from launchready.desktop.window import Window
    from launchready.launch.drafting import Draft

Scene = Callable[["Window", Path], object]
PLAN = b"""Task Name,Responsible,Status,Due Date,Phase
Brief the analysts,T. Lind,On ice,03/12/2026,Press
Load test,,Done,,
"""
UNREADABLE = "Aufgabe;Für wen\n".encode("cp1252")


def wait(window: Window) -> None:
    """Until nothing is being read or written beside the window, and what came of it is shown."""
    from PySide6.QtTest import QTest

    from launchready.desktop.runtime.work import Work

    while any(work.is_running() for work in window.findChildren(Work)):
        QTest.qWait(10)
    QTest.qWait(40)


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
    from launchready.desktop.runtime.faults import Report

    report = Report(ValueError("something"), window)
    report.setObjectName("fault")
    report.open()


def unsaved(window: Window, folder: Path) -> None:
    del folder
    from launchready.desktop.dialogs.leaving import Unsaved

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

    from launchready.desktop.output.printing import Preview

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
