"""The readiness summary as one HTML file: nothing in it is loaded from elsewhere, nothing in it runs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from launchready.exchange.export import Export
from launchready.exchange.report.report import Mark
from launchready.exchange.summary.annex import annex
from launchready.exchange.summary.front import side_by_side, typeset
from launchready.exchange.summary.rows import Rows
from launchready.exchange.summary.words import GLYPHS, LANES, in_words, prose
from launchready.places import resources

if TYPE_CHECKING:
    from jinja2 import Template

MOST_REASONS = 12


def write(export: Export) -> bytes:
    """The page in UTF-8. Inter is asked for and not embedded, so the file stays small; the system's type steps in."""
    report = prose(export.report)
    page, shapes = _template()
    page_one, rows = typeset(report), Rows(shapes)
    return page.render(
        front=page_one,
        cards=side_by_side(page_one.cards),
        annex=annex(report),
        lanes=LANES,
        line=rows.line,
        lines=rows.lines,
        rows=rows.rows,
        most_reasons=MOST_REASONS,
        generated=in_words(report.generated_at),
    ).encode()


@cache
def _template() -> tuple[Template, dict[Mark, str]]:
    """The page's template, compiled once a process, and the shapes that it draws."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resources() / "summary"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    shape = vars(environment.get_template("shapes.html.j2").module)["shape"]
    return environment.get_template("summary.html.j2"), {mark: str(shape(mark)) for mark in GLYPHS}
