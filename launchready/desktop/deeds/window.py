"""What the window itself can do by name: the handlers of its lines in the table of actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from launchready.desktop import actions, edits
from launchready.desktop.files import opening
from launchready.desktop.files.recents import told_apart
from launchready.desktop.theme import Choice
from launchready.launch.entitlement import names
from launchready.launch.schedule import in_order
from launchready.wording import terms
from launchready.wording.language import tr, uncapital

if TYPE_CHECKING:
    from launchready.desktop.frame.palette import Command
    from launchready.desktop.window import Window


class WindowDeeds:
    """Methods of the window that the table of actions names."""

    def _window(self) -> Window:
        return cast("Window", self)

    def trigger(self, action: str) -> None:
        """Does what the action of that id does, if it can be done now."""
        found = actions.find(action)
        if actions.is_enabled(found, self._window()):
            actions.run(found, self._window())

    def shows(self, page: str) -> bool:
        """Whether the page of that id is the one in sight."""
        return self._window()._current == page

    # -- undo ---------------------------------------------------------------------------------------------------

    def can_undo(self) -> bool:
        window = self._window()
        return window.has_launch and bool(window.bridge.next_undo())

    def can_redo(self) -> bool:
        window = self._window()
        return window.has_launch and bool(window.bridge.next_redo())

    def undo(self) -> None:
        window = self._window()
        if done := window.bridge.undo(answer=window.refusal.say):
            window.refusal.clear()
            window.toast(tr("Undone: {what}").format(what=uncapital(done)), tr("Redo"), self.redo)

    def redo(self) -> None:
        window = self._window()
        if done := window.bridge.redo(answer=window.refusal.say):
            window.toast_undo(tr("Done again: {what}").format(what=uncapital(done)))

    # -- the rest -----------------------------------------------------------------------------------------------

    def show_palette(self) -> None:
        window = self._window()
        if window._palette is None:
            from launchready.desktop.frame.palette import Palette

            window._palette = Palette(window, self._commands)
        window._palette.open()

    def _commands(self) -> Iterable[Command]:
        from launchready.desktop import unavailable
        from launchready.desktop.dialogs.shortcuts import native
        from launchready.desktop.frame.palette import Command

        window = self._window()
        for action in actions.available():
            why_not = "" if actions.is_enabled(action, window) else unavailable.why_not(action, window)
            text = action.words() if why_not else self.named(action)
            yield Command(text, native(action.shortcut), lambda id_=action.id: self.trigger(id_), why_not)  # type: ignore[misc]
        if window.has_launch:
            yield from self._things()
        found = list(window.recents.present())
        apart = told_apart(found)
        for recent in found:
            remark = " · ".join(filter(None, (apart.get(recent.path), tr("launch"))))
            yield Command(recent.name, remark, lambda path=recent.path: window.open_file(path))  # type: ignore[misc]

    def named(self, action: actions.Action) -> str:
        """The words of an action: of undo and redo, with what they would take back or do again; of the switch between
        done and to do, what it would do now."""
        bridge = self._window().bridge if self._window().has_launch else None
        if bridge is not None and action.id in ("undo", "redo"):
            what = bridge.next_undo() if action.id == "undo" else bridge.next_redo()
            return f"{action.words()}: {uncapital(what)}"
        page: Any = self._window().page("checklist") if bridge is not None and action.id == "toggle_done" else None
        chosen = page.table.selected_tasks() if page is not None else []
        if bridge is not None and chosen and not edits.wants_done(bridge.launch, chosen):
            return tr("Reopen")
        return action.words()

    def _things(self) -> Iterator[Command]:
        from launchready.desktop.frame.palette import Command

        window = self._window()
        launch = window.bridge.launch
        for task in in_order(launch):
            remark = f"{task.key} · {terms.lane(task.lane)}"
            yield Command(task.title, remark, lambda id_=task.id: window.open_task(id_))  # type: ignore[misc]
        for claim in sorted(launch.claims.values(), key=lambda held: held.position):
            yield Command(f"“{claim.text}”", claim.key, lambda id_=claim.id: self.open_claim(id_))  # type: ignore[misc]
        for person, text in sorted(names(launch).items(), key=lambda pair: pair[1].casefold()):
            yield Command(text, tr("person"), lambda id_=person: self.open_person(id_))  # type: ignore[misc]

    def open_person(self, person: str) -> None:
        """Shows what somebody (by id) has to do, on the checklist."""
        window = self._window()
        page: Any = window.open_page("checklist")
        page.show_owner(window.bridge.launch.people[person].name)

    def open_claim(self, claim: str) -> None:
        """Shows a claim (by id) on its page, selected and with what proves it."""
        page: Any = self._window().open_page("claims")
        if page is not None:
            page.show_claim(claim)

    def show_settings(self) -> None:
        from launchready.desktop.dialogs.settings import SettingsDialog

        window = self._window()
        dialog = SettingsDialog(window, window.theme, window.settings)
        dialog.profile_changed.connect(self.take_profile)
        dialog.open()

    def take_profile(self) -> None:
        """I am who the profile says, from now on and in the launch that is open."""
        window = self._window()
        if window.has_launch:
            window.bridge.session.author = opening.author()
            window._shown.clear()
            window._catch_up(window._current)
            window._show_around()

    def show_shortcuts(self) -> None:
        from launchready.desktop.dialogs.shortcuts import ShortcutsSheet

        ShortcutsSheet(self._window()).open()

    def toggle_theme(self) -> None:
        from launchready.desktop.runtime.settings import THEME

        window = self._window()
        wanted = Choice.LIGHT if window.theme.tokens.scheme == "dark" else Choice.DARK
        window.settings.setValue(THEME, wanted.value)
        window.theme.choose(wanted, window.theme.asks_contrast)
