"""What a launch can be written as: one writer a format. Adding one is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from launchready.wording.language import QT_TRANSLATE_NOOP, in_english, translate

if TYPE_CHECKING:
    from launchready.exchange.export import Export


class Writer(NamedTuple):
    """`suffix` names the format and ends its files; `module` is imported when it is used."""

    suffix: str
    title: str
    module: str

    @in_english()
    def write(self, export: Export) -> bytes:
        """The whole file, byte for byte the same for the same launch, log and moment."""
        write: Callable[[Export], bytes] = import_module(f"launchready.exchange.{self.module}").write
        return write(export)

    @property
    def pattern(self) -> str:
        """As a save dialog lists it: `PDF (*.pdf)`."""
        return f"{self.words()} (*.{self.suffix})"

    def words(self) -> str:
        """The title in the language spoken."""
        return translate("Formats", self.title)


WRITERS = {
    writer.suffix: writer
    for writer in (
        Writer("md", QT_TRANSLATE_NOOP("Formats", "Markdown"), "summary.markdown"),
        Writer("html", QT_TRANSLATE_NOOP("Formats", "HTML"), "summary.html"),
        Writer("pdf", QT_TRANSLATE_NOOP("Formats", "PDF"), "summary.pdf"),
        Writer("xlsx", QT_TRANSLATE_NOOP("Formats", "Excel tracker"), "tracker.xlsx"),
        Writer("pptx", QT_TRANSLATE_NOOP("Formats", "PowerPoint deck"), "deck.pptx"),
        Writer("csv", QT_TRANSLATE_NOOP("Formats", "CSV of the tasks"), "tasks_csv"),
        Writer("ics", QT_TRANSLATE_NOOP("Formats", "Calendar"), "calendar.ics"),
        Writer("json", QT_TRANSLATE_NOOP("Formats", "JSON"), "launch_document.json"),
        Writer("txt", QT_TRANSLATE_NOOP("Formats", "Text for chat"), "chat.text"),
        Writer("chat.html", QT_TRANSLATE_NOOP("Formats", "Rich text for chat"), "chat.html"),
    )
}


def writer_for(file: str, format_: str = "") -> Writer | None:
    """The writer of that format, else the one whose suffix ends the file's name; None where neither is known.

    The longest suffix wins, so that `atlas.chat.html` is no page.
    """
    if format_:
        return WRITERS.get(format_.lower().lstrip("."))
    name = file.lower()
    fitting = [writer for writer in WRITERS.values() if name.endswith(f".{writer.suffix}")]
    return max(fitting, key=lambda writer: len(writer.suffix), default=None)
