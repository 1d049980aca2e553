"""Summaries by format: one writer a format. Adding one is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from launchready.exchange.report import Report


class Writer(NamedTuple):
    """`suffix` names the format; `module` is imported when it is used."""

    suffix: str
    title: str
    module: str

    def write(self, report: Report) -> bytes:
        """The whole file, the same for the same report."""
        write: Callable[[Report], bytes] = import_module(f"launchready.exchange.{self.module}").write
        return write(report)


WRITERS = {
    writer.suffix: writer
    for writer in (
        Writer("md", "Markdown", "summary_markdown"),
        Writer("html", "HTML", "summary_html"),
        Writer("pdf", "PDF", "summary_pdf"),
    )
}
