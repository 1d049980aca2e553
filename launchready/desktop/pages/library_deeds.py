"""What can be done to a launch file in the library: the handlers of its lines in the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from launchready.desktop import days
from launchready.desktop.files import filing
from launchready.desktop.files.filing import NotFiled
from launchready.desktop.files.shelf import Held
from launchready.desktop.widgets.forms import Ask, InlineForm, Say, Values
from launchready.wording.language import tr

if TYPE_CHECKING:
    from launchready.desktop.pages.library import LibraryPage


class LibraryDeeds:
    """Methods of the library. A refusal stands above the list, or in the form that asked."""

    def _page(self) -> LibraryPage:
        return cast("LibraryPage", self)

    def deed_texts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("open_chosen", tr("Open")),
            ("rename_chosen", tr("Rename…")),
            ("duplicate_chosen", tr("Duplicate…")),
            ("archive_chosen", tr("Archive")),
            ("restore_chosen", tr("Take out of the archive")),
            ("trash_chosen", tr("Move to trash")),
            ("reveal_chosen", tr("Show in folder")),
        )

    def can(self, id_: str, held: Held) -> bool:
        """Whether a deed makes sense for that file."""
        if id_ in ("rename_chosen", "duplicate_chosen"):
            return not held.problem
        if id_ == "restore_chosen":
            return held.archived
        return id_ != "archive_chosen" or not held.archived

    def do(self, id_: str) -> None:
        getattr(self, id_)()

    # -- whether ------------------------------------------------------------------------------------------------

    def has_chosen(self) -> bool:
        return self._page().chosen_held() is not None

    def has_sound(self) -> bool:
        held = self._page().chosen_held()
        return held is not None and not held.problem

    def has_archived(self) -> bool:
        held = self._page().chosen_held()
        return held is not None and held.archived

    def has_current(self) -> bool:
        held = self._page().chosen_held()
        return held is not None and not held.archived

    # -- deeds --------------------------------------------------------------------------------------------------

    def open_chosen(self) -> None:
        page = self._page()
        held = page.chosen_held()
        if held is not None:
            page.refusal.clear()
            page.shell.open_file(held.path)

    def reveal_chosen(self) -> None:
        held = self._page().chosen_held()
        if held is not None:
            filing.reveal(held.path)

    def rename_chosen(self) -> None:
        page = self._page()
        held = page.chosen_held()
        if held is None or held.problem:
            return
        asks = (
            Ask("name", tr("Name of the launch"), held.name),
            Ask("file", tr("Name of its file"), Path(held.path).name),
        )
        self._ask(tr("Rename"), asks, tr("Rename"), partial(self._rename, held.path))

    def _rename(self, path: str, said: Values) -> str:
        page = self._page()
        refused: list[str] = []
        if page.is_open(path):
            page.bridge.make(lambda draft: draft.edit_launch(name=said["name"]), refused.append)
            if refused:
                raise NotFiled(refused[0])
        else:
            filing.rename_launch(path, said["name"])
        return self._moving(path, lambda: filing.rename_file(path, said["file"]))

    def duplicate_chosen(self) -> None:
        page = self._page()
        held = page.chosen_held()
        if held is None or held.problem:
            return
        asks = (
            Ask("name", tr("Name"), tr("Copy of {name}").format(name=held.name)),
            Ask("date", tr("Launch date"), days.as_typed(held.date), tr("such as 2026-12-08")),
        )
        self._ask(
            tr("Duplicate: the same checklist and people, nothing done, nothing signed"),
            asks,
            tr("Duplicate"),
            partial(self._duplicate, held.path),
        )

    def _duplicate(self, path: str, said: Values) -> str:
        page = self._page()
        date = days.parse_date(said["date"])
        if date is None:
            words = tr("“{date}” is no day: write it as 2026-12-08.")
            raise NotFiled(words.format(date=said["date"]))
        made = filing.duplicate(path, said["name"], date)
        text = tr("Made {name}").format(name=said["name"])
        page.shell.toast(text, tr("Open"), lambda: page.shell.open_file(made))
        return made

    def _ask(self, title: str, asks: tuple[Ask, ...], submit_text: str, act: Callable[[Values], str]) -> None:
        page = self._page()

        def submit(said: Values, refuse: Say) -> bool:
            try:
                made = act(said)
            except NotFiled as problem:
                refuse(str(problem))
                return False
            self._show(made)
            return True

        page.ask(InlineForm(title, asks, submit_text, submit))

    def archive_chosen(self) -> None:
        self._file_away(filing.archive, tr("Archived {name}"), filing.restore)

    def restore_chosen(self) -> None:
        self._file_away(filing.restore, tr("{name} is back among the launches"), filing.archive)

    def trash_chosen(self) -> None:
        held = self._page().chosen_held()
        path = held.path if held else ""
        self._file_away(
            filing.trash,
            tr("Moved {name} to the trash"),
            lambda place: filing.take_out_of_trash(place, path),
        )

    def _file_away(self, act: Callable[[str], str], words: str, back: Callable[[str], str]) -> None:
        """Moves the chosen file away, with Undo where it is known where to."""
        page = self._page()
        held = page.chosen_held()
        if held is None:
            return
        page.refusal.clear()
        try:
            place = self._moving(held.path, lambda: act(held.path), reopen=False)
            if act is filing.trash:
                page.shell.recents.remove(place)
        except NotFiled as problem:
            page.refusal.say(str(problem))
            return
        page.look()
        page.take_focus()
        text = words.format(name=held.name)
        if place:
            page.shell.toast(text, tr("Undo"), lambda: self._take_back(place, back))
        else:
            page.shell.toast(text)

    def _take_back(self, place: str, back: Callable[[str], str]) -> None:
        page = self._page()
        try:
            self._show(back(place))
        except NotFiled as problem:
            page.refusal.say(str(problem))

    def _show(self, path: str) -> None:
        page = self._page()
        page.shelf.forget(path)
        page.look()
        page.table.choose(path)

    def _moving(self, path: str, act: Callable[[], str], *, reopen: bool = True) -> str:
        """Moves a file; one that is open here is closed before, and opened again where it lies then."""
        page = self._page()
        here = page.is_open(path)
        if here and page.bridge.unsaved:
            raise NotFiled(tr("Something of this launch is not saved yet: try again or save a copy first."))
        if here:
            page.shell.close_launch()
        try:
            moved = act()
        except NotFiled:
            if here:
                page.shell.open_file(path)
            raise
        page.shell.recents.move(path, moved)
        if here and reopen:
            page.shell.open_file(moved)
            page.shell.open_page("library")
        return moved
