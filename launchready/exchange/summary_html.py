"""The readiness summary as one HTML file: nothing in it is loaded from elsewhere, nothing in it runs."""

from __future__ import annotations

from launchready.exchange.export import Export
from launchready.exchange.summary_annex import annex
from launchready.exchange.summary_front import front
from launchready.exchange.summary_words import LANES, cleaned, in_words
from launchready.places import resources

MOST_REASONS = 12


def write(export: Export) -> bytes:
    """The page in UTF-8. Inter is asked for and not embedded, so the file stays small; the system's type steps in."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    report = cleaned(export.report)
    environment = Environment(
        loader=FileSystemLoader(resources() / "summary"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    page = environment.get_template("summary.html.j2").render(
        front=front(report),
        annex=annex(report),
        lanes=LANES,
        most_reasons=MOST_REASONS,
        generated=in_words(report.generated_at),
    )
    return page.encode()
