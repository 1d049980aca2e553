"""What can be done on the checklist by name: the handlers of its lines in the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from launchready.desktop import actions, edits
from launchready.desktop.models import columns
from launchready.desktop.widgets.task_table import Drop
from launchready.launch.drafting import Draft
from launchready.launch.lanes import PM
from launchready.launch.model import Status, Task
from launchready.launch.readiness import AckState, acknowledgement
from launchready.wording.language import tr

if TYPE_CHECKING:
    from launchready.desktop.pages.checklist import ChecklistPage

NEW_TASK = "New task"
"""As it is written to the log, whatever the language of the window."""


class ChecklistDeeds:
    """What the table of actions names. Refusals stand above the table, or in the inspector's section that asks."""

    def _page(self) -> ChecklistPage:
        return cast("ChecklistPage", self)

    # -- whether ------------------------------------------------------------------------------------------------

    def _one(self) -> Task | None:
        tasks = self._page().table.selected_tasks()
        return self._page().bridge.launch.tasks.get(tasks[0]) if len(tasks) == 1 else None

    def has_selection(self) -> bool:
        return bool(self._page().table.selected_tasks())

    def has_one(self) -> bool:
        return self._one() is not None

    def has_evidence(self) -> bool:
        task = self._one()
        return task is not None and bool(task.evidence)

    def awaits_word(self) -> bool:
        task = self._one()
        return task is not None and acknowledgement(task) in (AckState.AWAITING, AckState.GIVEN)

    def has_word(self) -> bool:
        task = self._one()
        return task is not None and task.acknowledgement is not None

    def can_waive(self) -> bool:
        return self.has_one() and self._page().inspector.waiver.can_ask()

    def has_waiver(self) -> bool:
        return self.has_one() and self._page().inspector.waiver.held is not None

    # -- tasks --------------------------------------------------------------------------------------------------

    def _make(self, build: Callable[[Draft], object]) -> bool:
        page = self._page()
        page.refusal.clear()
        return page.bridge.make(build, page.refusal.say) is not None

    def add_task(self) -> None:
        """Adds a task below the current one, in its lane and area, and opens its title."""
        page = self._page()
        current = page.bridge.launch.tasks.get(page.table.current_task())
        made: list[str] = []

        def build(draft: Draft) -> None:
            lane = current.lane if current else (page.bridge.my_lanes() or (PM.id,))[0]
            area = current.area if current else ""
            task = draft.task(NEW_TASK, lane, area=area)
            made[:] = [task.id]
            if current is not None and current.id in draft.launch.tasks:
                edits.place(draft, [task.id], current.id, behind=True)

        page.clear_filters()
        self._make(build)
        session = page.bridge.session
        if made and made[0] in session.launch.tasks and page.table.choose_task(made[0]):
            page._new = (made[0], "" if session.waiting else session.head)
            page.table.edit_cell(columns.TITLE)

    def forget_new(self, task: str) -> None:
        """Esc while a new task has no title yet: it was not meant."""
        page = self._page()
        (new, entry), page._new = page._new, ("", "")
        if task and task == new and page.bridge.launch.tasks[task].title == NEW_TASK:
            page.bridge.undo(entry, page.refusal.say)
            page.table.choose_task(page.table.current_task())

    def filter_tasks(self) -> None:
        page = self._page()
        page._search_row.show()
        page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        page.search.selectAll()

    def show_owner(self, name: str) -> None:
        """What somebody owns or is named in, by the filter."""
        self._page().clear_filters()
        self.filter_tasks()
        self._page().search.setText(name)

    def toggle_done(self) -> None:
        self.toggle(self._page().table.selected_tasks())

    def toggle(self, tasks: list[str]) -> None:
        """Space, or a click on the shape."""
        page = self._page()
        done = edits.wants_done(page.bridge.launch, tasks)
        if self._make(lambda draft: edits.toggle_done(draft, tasks, page.bridge.word)) and len(tasks) > 1:
            text = tr("Marked %n task(s) done", "", len(tasks))
            page.shell.toast_undo(text if done else tr("Reopened %n task(s)", "", len(tasks)))

    # -- cells --------------------------------------------------------------------------------------------------

    def edit_cell(self, task: str, column: str, text: str) -> str:
        """Takes what was typed in a cell; says why not, and nothing where it was taken or is kept to be saved."""
        from launchready.desktop import dues
        from launchready.desktop.models.cell_values import meaning

        page, said = self._page(), [""]
        page.refusal.clear()
        try:
            fields = meaning(column, text, page.bridge.today)
        except dues.Unclear:
            return dues.unclear(text)
        waiting = page.bridge.newest_waiting
        page.bridge.make(lambda draft: edits.edit(draft, [task], **fields), said.append)
        return said[-1] if page.bridge.newest_waiting is waiting else ""

    def edit_title(self) -> None:
        self._page().table.edit_cell(columns.TITLE)

    def edit_owner(self) -> None:
        self._page().table.edit_cell(columns.OWNER)

    def edit_due(self) -> None:
        self._page().table.edit_cell(columns.DUE)

    def edit_area(self) -> None:
        self._page().table.edit_cell(columns.AREA)

    def edit_lane(self) -> None:
        self._page().table.edit_cell(columns.LANE)

    def edit_gating(self) -> None:
        self._page().table.edit_cell(columns.GATING)

    # -- tasks, several at once ---------------------------------------------------------------------------------

    def remove_tasks(self) -> None:
        page = self._page()
        tasks = page.table.selected_tasks()
        row = page.table.currentIndex().row()
        only = self._one()
        if self._make(lambda draft: edits.remove(draft, tasks)):
            removed = f"{only.key} {only.title}" if only is not None else tr("%n task(s)", "", len(tasks))
            page.shell.toast_undo(tr("Removed {what}").format(what=removed))
            rows = range(min(row, page.model.rowCount() - 1), -1, -1)
            page.table.choose_task(next(filter(None, map(page.model.task_id, rows)), ""))

    def start_tasks(self) -> None:
        self._set_status(Status.IN_PROGRESS)

    def reopen_tasks(self) -> None:
        self._set_status(Status.TODO)

    def _set_status(self, status: Status) -> None:
        tasks = self._page().table.selected_tasks()
        self._make(lambda draft: edits.set_status(draft, tasks, status))

    def block_tasks(self) -> None:
        self._ask_why(Status.BLOCKED)

    def drop_tasks(self) -> None:
        self._ask_why(Status.NOT_APPLICABLE)

    def _ask_why(self, status: Status) -> None:
        page = self._page()
        page.open_inspector(focus=False)
        if len(page.table.selected_tasks()) > 1:
            page.bulk.ask_why(status)
        else:
            page.inspector.ask_why(status)

    def edit_tasks(self) -> None:
        page = self._page()
        page.open_inspector(focus=False)
        if len(page.table.selected_tasks()) > 1:
            page.bulk.take_focus()
        else:
            page.inspector.facts.owner.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def move_up(self) -> None:
        self._move(-1)

    def move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        """Past the next task in that direction, into the next area where the group ends."""
        page = self._page()
        tasks = page.table.selected_tasks()
        rows = [page.model.row_of(task) for task in tasks]
        row = (max(rows) if step > 0 else min(rows)) + step
        while 0 <= row < page.model.rowCount() and not page.model.task_id(row):
            row += step
        if beside := page.model.task_id(row):
            self.place(tasks, Drop(beside, behind=step > 0))

    def place(self, tasks: list[str], drop: Drop) -> None:
        """Moves tasks by hand. Grouped by owner or status, a move to another group sets that instead."""
        page = self._page()
        beside = page.bridge.launch.tasks.get(drop.beside)
        if beside is None:
            return
        grouping = page.model.grouping
        if grouping in ("area", "lane"):
            self._make(lambda draft: edits.place(draft, tasks, drop.beside, behind=drop.behind))
        elif grouping == "owner":
            self._make(lambda draft: edits.give_owner(draft, tasks, beside.owner))
        elif grouping == "status":
            self._make(lambda draft: edits.set_status(draft, tasks, beside.status, beside.why))
        else:
            page.refusal.say(tr("Due dates are not dragged here: press Ctrl+Enter and give a due."))

    # -- in the inspector ---------------------------------------------------------------------------------------

    def _in_inspector(self, act: Callable[[], object]) -> None:
        self._page().open_inspector(focus=False)
        act()

    def add_evidence(self) -> None:
        self._in_inspector(self._page().inspector.evidence.add)

    def replace_evidence(self) -> None:
        self._in_inspector(self._page().inspector.evidence.replace)

    def remove_evidence(self) -> None:
        self._in_inspector(self._page().inspector.evidence.remove)

    def add_step(self) -> None:
        self._in_inspector(self._page().inspector.steps.add)

    def acknowledge(self) -> None:
        self._in_inspector(self._page().inspector.acknowledgement.acknowledge)

    def send_back(self) -> None:
        self._in_inspector(self._page().inspector.acknowledgement.send_back)

    def withdraw_acknowledgement(self) -> None:
        self._in_inspector(self._page().inspector.acknowledgement.withdraw)

    def ask_waiver(self) -> None:
        self._in_inspector(self._page().inspector.waiver.request)

    def consent_waiver(self) -> None:
        self._in_inspector(self._page().inspector.waiver.consent)

    def review_waiver(self) -> None:
        self._in_inspector(self._page().inspector.waiver.review)

    def renew_waiver(self) -> None:
        self._in_inspector(self._page().inspector.waiver.renew)

    def withdraw_waiver(self) -> None:
        self._in_inspector(self._page().inspector.waiver.withdraw)

    # -- the context menu ---------------------------------------------------------------------------------------

    def _on_menu_requested(self, point: QPoint) -> None:
        """What can be done with the selection now, out of the table of actions."""
        page = self._page()
        if not page.model.task_id(page.table.indexAt(point).row()):
            return
        menu = QMenu(page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in actions.available():
            if action.page == "checklist" and action.enabled and getattr(self, action.enabled)():
                made = menu.addAction(page.shell.named(action), self._caller(action.method))
                made.setShortcut(QKeySequence(action.shortcut))
                made.setShortcutVisibleInContextMenu(True)
        menu.addSeparator()
        for id_, can in (("undo", page.shell.can_undo()), ("redo", page.shell.can_redo())):
            if can:
                menu.addAction(page.shell.named(actions.find(id_)), self._stepper(id_))
        menu.popup(page.table.viewport().mapToGlobal(point))

    def _stepper(self, action: str) -> Callable[[], None]:
        return lambda: self._page().shell.trigger(action)

    def _caller(self, method: str) -> Callable[[], None]:
        return lambda: getattr(self, method)()
