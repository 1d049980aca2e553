"""The readiness summary as PDF: tagged (PDF/UA-1), the same bytes for the same report.

The type is bundled, so the pages are the same on each machine. Inter knows Latin, Greek and Cyrillic; where a report
holds other scripts, fonts of the system help out, and the pages then depend on which there are. A character that no
font has prints as an empty box, in a file that no longer claims PDF/UA-1, which forbids it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from typing import Any

import msgspec

from launchready.exchange.export import Export
from launchready.exchange.report.report import Report
from launchready.exchange.summary import runs
from launchready.exchange.summary.annex import annex
from launchready.exchange.summary.blocks import Section, Table
from launchready.exchange.summary.column_widths import fitted
from launchready.exchange.summary.front import side_by_side, typeset
from launchready.exchange.summary.words import LANES, clipped, in_words, prose
from launchready.places import resources

_LARGE = 200  # tasks: beyond, the annex is short and lean, and each long list starts on a page of its own


def write(export: Export) -> bytes:
    """The PDF of the report; raises typst.TypstError only if the template itself is broken."""
    options = _options(prose(export.report)) | {"format": "pdf"}
    for own_fonts_only in (True, False):
        try:
            return _pdf(_compiled(ignore_system_fonts=own_fonts_only, pdf_standards="ua-1", **options))
        except _broken() as error:
            if "could not be displayed" not in str(error):
                raise
    return _pdf(_compiled(ignore_system_fonts=False, **options))


def pages(export: Export, dots: float) -> list[bytes]:
    """The pages of the PDF as PNG pictures, with `dots` to the inch, to look at or to print."""
    made = _compiled(**_options(prose(export.report)), format="png", ppi=dots)
    return [made] if isinstance(made, bytes) else list(made)


def _options(report: Report) -> dict[str, Any]:
    return {
        "root": str(resources() / "summary"),
        "font_paths": [str(resources() / "fonts")],
        "sys_inputs": {"data": msgspec.json.encode(_data(report)).decode()},
        "timestamp": int(report.generated_at.timestamp()),
    }


def _compiled(**options: Any) -> Any:
    import typst

    return typst.compile(str(resources() / "summary" / "summary.typ"), **options)


def _broken() -> type[Exception]:
    import typst

    error: type[Exception] = typst.TypstError
    return error


def _pdf(made: Any) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("typst gave no PDF")
    return made


def _data(report: Report) -> dict[str, Any]:
    moment = report.generated_at.astimezone(UTC)
    large = len(report.tasks) > _LARGE
    page_one = typeset(report)
    return {
        "front": page_one,
        "cards": side_by_side(page_one.cards),
        "longest_word": max(map(runs.longest_word, _texts(msgspec.to_builtins(page_one)))),
        "annex": [_encoded(section, lean=large) for section in annex(report, short=large)],
        "large": large,
        "lanes": LANES,
        "title": f"{clipped(report.name, 200) or 'Unnamed launch'}: readiness summary",
        "running": clipped(report.name, 70) or "Unnamed launch",
        "generated": in_words(report.generated_at),
        "date": (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second),
    }


def _texts(value: object) -> Iterator[str]:
    """All that is written in a structure, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _encoded(section: Section, *, lean: bool) -> dict[str, Any]:
    blocks = [
        runs.table(block, lean=lean) if isinstance(block, Table) else runs.facts(block)
        for block in fitted(section).blocks
    ]
    return {"id": section.id, "title": section.title, "note": section.note, "blocks": blocks}
