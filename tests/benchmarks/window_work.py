"""What the open window costs above the least that Qt needs for the same: filtering, scrolling and ticking; and how
soon it shows what another wrote."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSettings, QSortFilterProxyModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QStyledItemDelegate, QTableView

from launchready.desktop.app import make_app
from launchready.desktop.bridge import POLL
from launchready.desktop.files.opening import clock, new_id
from launchready.desktop.models.checklist import ChecklistModel
from launchready.desktop.pages.checklist import ChecklistPage
from launchready.desktop.theme import Choice, Theme
from launchready.desktop.widgets.task_row import HEIGHT
from launchready.desktop.window import Window
from launchready.launch.changes import AnyChange
from launchready.launch.drafting import Draft
from launchready.launch.model import Author, Launch
from launchready.session import Session
from launchready.store.file import FileStore
from tests.benchmarks.storage import Row
from tests.benchmarks.window_start import painted

SECOND = 1.0
TYPED = "landing page for region 12"
FRAME = 0.016
SIZE = (880, 640)


def rows(file: str) -> list[Row]:
    with checklist(file) as page:
        return [*filtering(page), scrolling(page), ticking(page), arriving(page, file)]


@contextmanager
def checklist(file: str) -> Iterator[ChecklistPage]:
    """The checklist of that launch in an open window, at rest."""
    with tempfile.TemporaryDirectory() as folder:
        theme = Theme(make_app(), Choice.LIGHT)
        window = Window(theme, QSettings(f"{folder}/window.ini", QSettings.Format.IniFormat))
        window.resize(1280, 800)
        window.show()
        window.open_file(file)
        page = window.open_page("checklist")
        assert isinstance(page, ChecklistPage)
        rest(1500)
        yield page
        window.close()


def rest(milliseconds: int) -> None:
    """What is done while idle gets done."""
    QTest.qWait(milliseconds)


def timed(act: Callable[[], object], view: QTableView) -> float:
    """Seconds from the act until the view is painted; what other views still have to paint comes before."""
    QApplication.processEvents()
    start = time.perf_counter()
    act()
    painted(view.viewport())
    return time.perf_counter() - start


def bare_view(model: Any, like: QTableView | None = None) -> QTableView:
    """A table of the same size over the model, with Qt's own delegate; it shows the columns that `like` shows."""
    view = QTableView()
    view.setModel(model)
    if like is not None:
        for column in range(model.columnCount()):
            view.setColumnHidden(column, like.isColumnHidden(column))
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(HEIGHT)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.setShowGrid(False)
    view.setItemDelegate(QStyledItemDelegate(view))
    view.resize(*SIZE)
    view.show()
    painted(view.viewport())
    return view


def filtering(page: ChecklistPage) -> list[Row]:
    """Keystrokes that narrow, and the clearing that brings everything back; at most 16 ms, or 6 times faster."""
    source = ChecklistModel(lambda *_: None)
    source.show_launch(page.model.launch, "", page.model.today)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(source)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    view = bare_view(proxy, page.table)
    page.filter_tasks()
    rest(100)
    ours, floor, cleared, bare_cleared = [], [], [], []
    for _ in range(3):
        for end in range(1, len(TYPED) + 1):
            key = TYPED[end - 1]
            ours.append(timed(lambda key=key: _typed(page, key), page.table))  # type: ignore[misc]
            floor.append(timed(lambda end=end: _sought(proxy, view, TYPED[:end]), view))  # type: ignore[misc]
        cleared.append(timed(page.search.clear, page.table))
        bare_cleared.append(timed(lambda: _sought(proxy, view, ""), view))
    view.close()
    return [
        _filter_row("a keystroke in the filter, median", median(ours), median(floor)),
        _filter_row("a keystroke in the filter, slowest", max(ours), max(floor)),
        _filter_row("clearing the filter", median(cleared), median(bare_cleared)),
    ]


def _typed(page: ChecklistPage, key: str) -> None:
    """A key in the field; the table is painted even where the key changes nothing in sight."""
    QTest.keyClick(page.search, key)  # type: ignore[call-overload]
    page.table.viewport().update()


def _sought(proxy: QSortFilterProxyModel, view: QTableView, text: str) -> None:
    proxy.setFilterFixedString(text)
    view.viewport().update()


def _filter_row(name: str, ours: float, floor: float) -> Row:
    return Row(f"{name}, 10,000 tasks / QSortFilterProxyModel", ours, floor, max(1 / 6, FRAME / floor))


def scrolling(page: ChecklistPage, frames: int = 300) -> Row:
    """One frame after another of three rows' scrolling, in views of one size."""
    view = bare_view(page.model, page.table)
    view.resize(page.table.size())
    painted(view.viewport())
    ours, floor = [], []
    for number in range(frames):
        for each, times in ((page.table, ours), (view, floor)):
            bar = each.verticalScrollBar()
            times.append(timed(lambda bar=bar, to=number * 3 * HEIGHT: bar.setValue(to + 1), each))  # type: ignore[misc]
    view.close()
    page.table.verticalScrollBar().setValue(0)
    return Row("a scroll frame / the same view with Qt's own delegate", median(ours), median(floor), 1.2)


class BareTable(QAbstractTableModel):
    """Titles with a tick box each, written to a file as bare bytes."""

    def __init__(self, titles: list[str], file: Path) -> None:
        super().__init__()
        self.titles, self.done = titles, [False] * len(titles)
        self.file = os.open(file, os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.titles)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else 1

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.titles[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.done[index.row()] else Qt.CheckState.Unchecked
        return None

    def tick(self, row: int) -> None:
        self.done[row] = not self.done[row]
        os.write(self.file, b"x" * 400)
        os.fsync(self.file)
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)


def ticking(page: ChecklistPage, rounds: int = 60) -> Row:
    """A task marked done and reopened, on disk and painted, beside a bare table that writes and syncs as much."""
    page.table.setFocus()
    page.table.choose_first()
    titles = [task.title for task in page.model.launch.tasks.values()]
    ours, floor = [], []
    with tempfile.TemporaryDirectory() as folder:
        model = BareTable(titles, Path(folder) / "bare")
        view = bare_view(model)
        for _ in range(rounds):
            ours.append(timed(lambda: QTest.keyClick(page.table, Qt.Key.Key_Space), page.table))
            rest(60)
            floor.append(timed(lambda: model.tick(3), view))
            rest(20)
        view.close()
        os.close(model.file)
    QApplication.processEvents()
    return Row("a tick to painted, 10,000 tasks / a bare table's, both on disk", median(ours), median(floor), 2.0)


def arriving(page: ChecklistPage, file: str, rounds: int = 12) -> Row:
    """From another's commit until it is painted here, the slowest of some, each at another moment between two looks
    at the file. The floor is the second that is promised."""
    other = Session(FileStore.open(file), Author("Priya Nair"), clock, new_id)
    page.table.choose_first()
    first, took = page.table.current_task(), []
    for number in range(rounds):
        title = f"Changed elsewhere {number}"
        rest(POLL + number * POLL // rounds)
        other.commit(lambda launch, title=title: retitled(launch, first, title))  # type: ignore[misc]
        start = time.perf_counter()
        while page.bridge.launch.tasks[first].title != title:
            QTest.qWait(1)
        page.table.viewport().update()
        painted(page.table.viewport())
        took.append(time.perf_counter() - start)
    other.store.close()
    return Row("what another wrote, shown, slowest, 10,000 tasks / a second", max(took), SECOND, 1.0)


def retitled(launch: Launch, task: str, title: str) -> list[AnyChange]:
    draft = Draft(launch, new_id)
    draft.edit_task(launch.tasks[task], title=title)
    return draft.changes
