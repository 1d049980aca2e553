"""A file that could not be read as a checklist: asks for the one answer that would make it readable."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from launchready.desktop.widgets.forms import Ask, InlineForm, Say, Values
from launchready.exchange.checklist import ImportRefused
from launchready.wording.language import tr

if TYPE_CHECKING:
    from launchready.desktop.pages.importing import ImportPage


class ImportAsking:
    """Part of the import page."""

    def _page(self) -> ImportPage:
        return cast("ImportPage", self)

    def ask_about(self, error: ImportRefused) -> None:
        """Asks for what would make the file readable, where one answer does."""
        found, column = str(error.arguments.get("found", "")), str(error.arguments.get("column", ""))
        if error.code == "import-not-utf8":
            encodings = (
                ("cp1252", "Windows (cp1252)"),
                ("latin-1", "Latin-1"),
                ("utf-16", "UTF-16"),
                ("cp1251", "cp1251"),
            )
            self._ask("encoding", tr("Encoding"), encodings, lambda said: self._page().choices.set(encoding=said))
        elif error.code in ("import-no-title-column", "import-no-rows") and found:
            columns = tuple((name.strip(), name.strip()) for name in found.split(", "))
            self._ask(
                "title",
                tr("Column that names the tasks"),
                columns,
                lambda said: self._page().choices.set(columns={**self._page().choices.options.columns, said: "title"}),
            )
        elif error.code in ("import-cell-error", "import-formula-without-value") and column:
            answers = ((column, tr("Leave the column “{column}” out").format(column=column)),)
            self._ask(
                "column",
                tr("The cell is of a column that is read"),
                answers,
                lambda said: self._page().choices.set(columns={**self._page().choices.options.columns, said: "ignore"}),
            )
        elif error.code == "import-no-checklist":
            answers = (("plain", tr("Read its list items and rows as tasks")),)
            self._ask(
                "plain",
                tr("There are no boxes"),
                answers,
                lambda _: self._page().choices.set(include_plain=True),
            )

    def _ask(self, name: str, words: str, choices: tuple[tuple[str, str], ...], act: Callable[[str], object]) -> None:
        def submit(said: Values, refuse: Say) -> bool:
            del refuse
            act(said[name])
            return True

        ask = Ask(name, words, choices[0][0], choices=choices)
        self._page().asking.open_form(InlineForm("", (ask,), tr("Read it so"), submit))
