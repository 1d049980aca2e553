"""The launch as a workbook to work in: a sheet a section, days as days, every text as text."""

from __future__ import annotations

import datetime as dt
import io

from launchready.exchange.export import Export
from launchready.exchange.summary.words import cleaned
from launchready.exchange.tracker import judgements
from launchready.exchange.tracker.look import SIZE, TYPE, Look
from launchready.exchange.tracker.sheet import write_sheet
from launchready.exchange.tracker.summary import write_summary
from launchready.exchange.tracker.tasks import NAME, write_tasks

SECTIONS = (
    judgements.sign_offs,
    judgements.waivers_and_conditions,
    judgements.claims,
    judgements.raci,
)


def write(export: Export) -> bytes:
    """The workbook. Its history is left out where the export has no log."""
    from xlsxwriter import Workbook

    report = cleaned(export.report)
    out = io.BytesIO()
    with Workbook(out, _options()) as workbook:
        look = Look(workbook)
        workbook.set_properties(
            {
                "title": f"{report.name or 'Unnamed launch'}: readiness tracker",
                "created": export.now.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0),
            }
        )
        write_summary(workbook.add_worksheet("Summary"), look, export, report)
        write_tasks(workbook.add_worksheet(NAME), look, export, report)
        for section in (*SECTIONS, *((judgements.past,) if export.entries else ())):
            content = section(export, report)
            write_sheet(workbook.add_worksheet(content.title), look, content, report)
    return out.getvalue()


def _options() -> dict[str, object]:
    """Fresh each time: XlsxWriter changes the format that it is given."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "default_format_properties": {"font_name": TYPE, "font_size": SIZE, "font_scheme": None},
    }
