"""Tables and workbooks to read, made on the spot."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import pytest

from launchready.exchange import readers
from launchready.exchange.checklist import ChecklistTask, ImportRefused
from launchready.exchange.understood import Options, Understood
from launchready.wording.problems import problem

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
JIRA = "Summary,Issue key,Issue id,Issue Type,Status"
"""The columns that every export of Jira has."""


def understood(text: str, file: str = "plan.csv", **options: Any) -> Understood:
    """What is read of a text."""
    return readers.read_content(text.encode(), file, Options(**options))


def tasks(text: str, file: str = "plan.csv", **options: Any) -> tuple[ChecklistTask, ...]:
    return understood(text, file, **options).checklist.tasks


def one(text: str, file: str = "plan.csv", **options: Any) -> ChecklistTask:
    (task,) = tasks(text, file, **options)
    return task


def refused(content: str | bytes, file: str = "plan.csv", **options: Any) -> tuple[str, str]:
    """The code and the sentence that a file is refused with."""
    data = content.encode() if isinstance(content, str) else content
    with pytest.raises(ImportRefused) as caught:
        readers.read_content(data, file, Options(**options)).require_answers()
    return caught.value.code, problem(caught.value.code, caught.value.arguments)


def warned(found: Understood) -> list[str]:
    """The warnings in words, so that each has its sentence."""
    return [problem(warning.code, {"file": found.file, **warning.arguments}) for warning in found.warnings]


def book(*sheets: tuple[str, Sequence[Sequence[Any]]], merge: Sequence[str] = (), hidden: Sequence[str] = ()) -> bytes:
    """A workbook of these sheets as XlsxWriter makes it; `merge` are ranges of the first."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as workbook:
        for name, rows in sheets:
            sheet = workbook.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for cells in merge if name == sheets[0][0] else ():
                sheet.merge_range(cells, "")
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if cell is not None and cell != "":
                        sheet.write(number, place, cell)
    return out.getvalue()


def package(rows: str, *, extra: dict[str, str] | None = None, dimension: str = "A1:C9", shared: str = "") -> bytes:
    """A workbook whose sheet's XML is written by hand."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><dimension ref="{dimension}"/><sheetData>{rows}'
        "</sheetData></worksheet>",
    }
    if shared:
        parts["xl/sharedStrings.xml"] = shared
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | (extra or {})).items():
            archive.writestr(name, content)
    return out.getvalue()


def cells(row: int, *values: str) -> str:
    """A row of cells whose inner XML is given: `text("a")`, `<v>1</v>`."""
    inner = "".join(f'<c r="{chr(65 + place)}{row}"{value}</c>' for place, value in enumerate(values))
    return f'<row r="{row}">{inner}</row>'


def text(said: str) -> str:
    return f' t="inlineStr"><is><t>{said}</t></is>'


HEADER = cells(1, text("Task"), text("Owner"), text("Due date"))
