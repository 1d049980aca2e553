"""The window: top bar, navigation, pages, status line, and what they have in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow

from launchready.desktop import actions, pages
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.deeds.files import FileDeeds
from launchready.desktop.deeds.templates import TemplateDeeds
from launchready.desktop.deeds.window import WindowDeeds
from launchready.desktop.files import opening
from launchready.desktop.files.recents import Recents
from launchready.desktop.frame.frame import LEAST, USUAL, Frame, fitted
from launchready.desktop.pages.page import Page
from launchready.desktop.runtime.first_paint import after_paint
from launchready.desktop.runtime.work import end_all
from launchready.desktop.theme import Theme
from launchready.desktop.widgets.cards import EmptyState, button
from launchready.desktop.widgets.notices import Toast, announce
from launchready.desktop.widgets.reading_order import ReadingOrder
from launchready.desktop.widgets.tones import of_verdict
from launchready.launch.decision import Decision
from launchready.launch.log import Sealed
from launchready.launch.model import Launch
from launchready.wording import terms

GEOMETRY, LAST_PAGE = "window/geometry", "window/page"


class Window(ReadingOrder, WindowDeeds, FileDeeds, TemplateDeeds, QMainWindow):
    """One window, with one launch or none. `launch_opened(path)` tells each that is opened."""

    launch_opened = Signal(str)

    def __init__(self, theme: Theme, settings: QSettings) -> None:
        super().__init__()
        self.theme, self.settings = theme, settings
        self.recents = Recents(settings)
        self._bridge: LaunchBridge | None = None
        self._pages: dict[str, Page] = {}
        self._shown: dict[str, Launch] = {}
        self._current = self._before = ""
        self._behind: set[str] = set()
        self._exports: Any = None
        self.setMinimumSize(fitted(LEAST, self))
        self.setAcceptDrops(True)
        self._lay_out()
        after_paint(self, self._add_shortcuts)
        theme.theme_changed.connect(self._on_theme_changed)
        self._restore()
        self.show_launches()
        self._show_none()

    # -- building -----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._frame = Frame(self)
        self.top, self.navigation, self.status = self._frame.top, self._frame.navigation, self._frame.status
        self.refusal, self.stack = self._frame.refusal, self._frame.stack
        self.setCentralWidget(self._frame)
        self._toast: Toast | None = None
        self._palette: Any = None
        self._start = EmptyState(
            self.tr("No launch is open"),
            self.tr("A launch is one file, shared by the people who bring it to market."),
            (button(self.tr("Open a launch file…"), "primary", self.choose_file),),
        )
        self.stack.addWidget(self._start)

    def _add_shortcuts(self) -> None:
        """Those of the window and of each page. Keys of a view are the view's own."""
        for action in actions.available():
            if action.shortcut and not action.in_view:
                self._add_shortcut(action)

    def _add_shortcut(self, action: actions.Action) -> None:
        made = QAction(action.words(), self)
        made.setShortcut(QKeySequence(action.shortcut))
        made.triggered.connect(lambda _checked=False: self.trigger(action.id))
        self.addAction(made)

    def _restore(self) -> None:
        kept = self.settings.value(GEOMETRY)
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(fitted(USUAL, self))

    # -- the launch ---------------------------------------------------------------------------------------------

    @property
    def bridge(self) -> LaunchBridge:
        if self._bridge is None:
            raise LookupError("no launch is open")
        return self._bridge

    @property
    def has_launch(self) -> bool:
        return self._bridge is not None

    def open_file(self, path: str) -> bool:
        """Opens a launch file here, in place of the one that is open. False, and says why, where it can't be."""
        self.refusal.clear()
        if not self.leave(lambda: self.open_file(path)):
            return False
        try:
            bridge = opening.open_file(str(Path(path).absolute()))
        except opening.NotOpened as problem:
            self.refuse_file(path, problem)
            return False
        self.show_bridge(bridge)
        return True

    def show_bridge(self, bridge: LaunchBridge, *, remember: bool = True) -> None:
        """Shows an open launch, and from now on what happens to it."""
        self._let_go()
        self._bridge = bridge
        bridge.setParent(self)
        bridge.launch_changed.connect(self._on_launch_changed)
        bridge.settled.connect(self._on_settled)
        bridge.decision_changed.connect(self._on_decision_changed)
        bridge.unsaved_changed.connect(self._on_unsaved_changed)
        bridge.refused.connect(self.refusal.say)
        self.setWindowTitle(f"{bridge.launch.name} – Launchready")
        self.top.show_launch(bridge)
        self.status.show_launch(bridge)
        self._enable_pages()
        self.open_page(self._first_page())
        self._frame.show_around(True)
        after_paint(self, self._after_opening)
        if remember:
            self.recents.add(bridge.session.store.name, bridge.launch.name)
            self.launch_opened.emit(bridge.session.store.name)

    def _after_opening(self) -> None:
        """What may come after the first paint."""
        if self._bridge is not None:
            self._show_counts()
            self._on_decision_changed(self._bridge.decision)
            self._bridge.start()
            self.show_launches()

    def _first_page(self) -> str:
        wanted = str(self.settings.value(LAST_PAGE, ""))
        listed = [page.id for page in pages.PAGES if page.listed and page.needs_launch]
        return wanted if wanted in listed else listed[0]

    def _let_go(self) -> None:
        if self._bridge is not None:
            if (focus := self.focusWidget()) is not None:
                focus.clearFocus()  # what is typed there is taken while the launch is still open
            self._bridge.close()
            self._bridge.deleteLater()
            self._bridge = None
        self._shown.clear()

    def retry(self) -> None:
        """Tries again to write what is not saved."""
        if self._bridge is not None:
            self._bridge.retry()

    def close_launch(self) -> None:
        """Goes back to having no launch open."""
        self._let_go()
        self._show_none()
        self.open_page("library")

    def _show_none(self) -> None:
        self.setWindowTitle("Launchready")
        self.top.show_none()
        self.status.show_none()
        self._enable_pages()
        self._frame.show_around(False)
        self.stack.setCurrentWidget(self._start)

    def _enable_pages(self) -> None:
        for page in pages.PAGES:
            if page.listed:
                self.navigation.enable(page.id, self.has_launch or not page.needs_launch)

    # -- pages --------------------------------------------------------------------------------------------------

    def page(self, id_: str) -> Page | None:
        """The page of that id, made if need be."""
        entry = pages.find(id_)
        if entry is None or (entry.needs_launch and not self.has_launch):
            return None
        if id_ not in self._pages:
            made = self._pages[id_] = entry.make(self)
            made.setAccessibleName(entry.text())
            self.stack.addWidget(made)
        self._catch_up(id_)
        return self._pages[id_]

    def _catch_up(self, id_: str) -> None:
        """Brings a page to the present state."""
        if self._bridge is None:
            return
        page, seen, now = self._pages[id_], self._shown.get(id_), self._bridge.launch
        self._shown[id_] = now
        if seen is None:
            page.show_afresh(now)
        elif seen is not now:
            page.refresh(seen, now)
            page.settle(now)
        if id_ in self._behind:
            self._behind.discard(id_)
            page.show_decision(self._bridge.decision)

    def open_page(self, id_: str, *, focus: bool = True) -> Page | None:
        page = self.page(id_)
        if page is None:
            return None
        if page is not self._pages.get(self._current):
            self._before, self._current = self._current, id_
            if not (self._bridge and self._bridge.unsaved):
                self.refusal.clear()  # it goes with what it was about, which may be that nothing can be saved
        self.stack.setCurrentWidget(page)
        self.navigation.show_page(id_)
        if self.has_launch:
            self.settings.setValue(LAST_PAGE, id_)
        if focus:
            page.take_focus()
        return page

    def open_task(self, task: str) -> None:
        page: Any = self.open_page("checklist")
        if page is not None:
            page.show_task(task)

    def _show_counts(self) -> None:
        self.status.show_counts(self.bridge)
        for page in pages.PAGES:
            if page.count is not None and page.listed:
                self.navigation.show_count(page.id, page.count(self.bridge))

    # -- what happened ------------------------------------------------------------------------------------------

    def _on_launch_changed(self, before: Launch, after: Launch, sealed: Sealed, origin: str) -> None:
        del before, after, sealed, origin
        if (page := self._pages.get(self._current)) is not None and self._bridge is not None:
            seen = self._shown.get(self._current)
            if seen is None:
                self._catch_up(self._current)
            else:
                self._shown[self._current] = self._bridge.launch
                page.refresh(seen, self._bridge.launch)

    def _on_decision_changed(self, decision: Decision) -> None:
        words = terms.VERDICTS[decision.verdict.value]
        if self.top.verdict.accessibleName() and not self.top.verdict.accessibleName().startswith(words):
            announce(self, self.tr("The verdict is {verdict}.").format(verdict=words))
        self.top.show_decision(decision)
        self.navigation.show_look(self.bridge.session.store.name, of_verdict(decision.verdict))
        self._behind = set(self._pages) - {self._current}
        if (page := self._pages.get(self._current)) is not None:
            page.show_decision(decision)

    def _on_settled(self) -> None:
        """What may lag behind an edit by a moment: of the page in sight, and the lines around the pages."""
        if (page := self._pages.get(self._current)) is not None:
            page.settle(self.bridge.launch)
        self._show_around()

    def _show_around(self) -> None:
        if self._bridge is not None:
            self.top.show_launch(self._bridge)
            self.status.show_launch(self._bridge)
            self._show_counts()

    def _on_unsaved_changed(self) -> None:
        self.status.show_saved(self.bridge)
        if self.bridge.unsaved:
            announce(self, self.tr("Not saved: {why}").format(why=self.bridge.unsaved), urgent=True)

    def _on_theme_changed(self) -> None:
        for page in self._pages.values():
            page.restyle()

    def toast(self, text: str, action_text: str = "", action: Callable[[], object] | None = None) -> None:
        if self._toast is None:
            self._toast = Toast(self)
        self._toast.say(text, action_text, action)

    def toast_undo(self, text: str) -> None:
        self.toast(text, self.tr("Undo"), self.undo)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leave(self.close):
            event.ignore()
            return
        end_all(self)
        self.settings.setValue(GEOMETRY, self.saveGeometry())
        self.settings.sync()
        self._let_go()
        super().closeEvent(event)
