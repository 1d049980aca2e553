"""What the window does with templates: made of the open launch or of a file, compared, filed. Handlers of lines in the
table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from launchready.desktop.dialogs.save_template import Source
    from launchready.desktop.window import Window


class TemplateDeeds:
    """Methods of the window that the table of actions names."""

    def _window(self) -> Window:
        return cast("Window", self)

    def _at(self, page: str) -> Any:
        """The page in sight, if it is that one."""
        window = self._window()
        return window.page(page) if window._current == page else None

    def save_template(self) -> None:
        """Asks for a name, and shows what the open launch becomes as a template."""
        from launchready.desktop.dialogs.save_template import of_launch

        self.ask_template(of_launch(self._window().bridge.launch))

    def ask_template(self, source: Source) -> None:
        from launchready.desktop.dialogs.save_template import SaveTemplateDialog

        window = self._window()
        SaveTemplateDialog(window, source, window.toast).open()

    def compare_template(self) -> None:
        self._window().open_page("compare")

    def has_left_out(self) -> bool:
        page = self._at("compare")
        return page is not None and page.has_left_out()

    def take_left_out(self) -> None:
        self._at("compare").take_all()

    def is_importing(self) -> bool:
        page = self._at("import")
        return page is not None and page.found is not None

    def import_template(self) -> None:
        self._at("import").save_template()

    def has_own_template(self) -> bool:
        page = self._at("new_launch")
        return page is not None and page.form.templates.own() is not None

    def reveal_template(self) -> None:
        self._at("new_launch").form.templates.reveal()

    def rename_template(self) -> None:
        self._at("new_launch").form.templates.rename()

    def trash_template(self) -> None:
        self._at("new_launch").form.templates.trash()
