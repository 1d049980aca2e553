"""Workbooks of spreadsheets, whatever program saved them, read by the values that stand in their cells."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from launchready.exchange.cells import Cell, Sheet, whole_text
from launchready.exchange.checklist import ImportRefused
from launchready.exchange.source import read_bytes
from launchready.exchange.tables.sheets import read_tables
from launchready.exchange.tables.xlsx_package import repacked, unpacked
from launchready.exchange.tables.xlsx_scan import MAX_CELLS, SheetScan, scan, text_lengths, too_many
from launchready.exchange.tables.xlsx_styles import looks_of
from launchready.exchange.understood import Options, Understood

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MAX_SHEETS = 200
_SHEETS = "xl/worksheets/"
_ADDRESS = re.compile(r"https?://\S+$|mailto:\S+$", re.I)
_PANIC = "PanicException"
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def read(path: str | Path, options: Options = Options()) -> Understood:  # noqa: B008 - frozen
    """The checklist in an XLSX file."""
    return read_xlsx(read_bytes(path), str(path), options)


def read_xlsx(data: bytes, file: str, options: Options = Options()) -> Understood:  # noqa: B008 - frozen
    """As `read`, for content already at hand."""
    parts = unpacked(data, file)
    scans = _scans(parts, file)
    sheets = [sheet for sheet in _sheets(parts, scans, options, file) if sheet.rows]
    if not sheets:
        raise ImportRefused("import-empty", {"file": file})
    return read_tables(sheets, file, options, "xlsx")


def _scans(parts: dict[str, bytes], file: str) -> list[SheetScan]:
    """A scan of each sheet, in the workbook's order. Sheets of charts and dialogs have none."""
    shared = next((content for name, content in parts.items() if name.casefold() == "xl/sharedstrings.xml"), b"")
    lengths = text_lengths(shared, file) if shared else []
    relations = _tags(_RELATION, parts.get("xl/_rels/workbook.xml.rels", b""))
    targets = {tag.get("Id", ""): tag.get("Target", "") for tag in relations}
    sheets = _tags(_SHEET, parts.get("xl/workbook.xml", b""))
    if len(sheets) > MAX_SHEETS:
        raise ImportRefused("import-too-complex", {"file": file})
    names = []
    for sheet in sheets:
        relation = next((value for key, value in sheet.items() if key.rpartition(":")[2] == "id"), "")
        target = targets.get(relation, "").lstrip("/")
        names.append(target if target.startswith("xl/") else f"xl/{target}")
    styles = next((content for name, content in parts.items() if name.casefold() == "xl/styles.xml"), b"")
    looks = looks_of(styles, file)
    cells = {name for name in parts if name.startswith(_SHEETS) and name.endswith("xml")}
    cells |= set(names) & set(parts)
    scans = {name: scan(parts[name], lengths, file, looks) for name in sorted(cells)}
    for name, found in scans.items():
        _resolve_links(found, parts.pop(f"{_SHEETS}_rels/{name.rpartition('/')[2]}.rels", b""))
    cells_in_all = sum(found.extent for found in scans.values())
    if cells_in_all > MAX_CELLS:
        raise too_many(file, cells_in_all)
    return [scans.get(name, SheetScan()) for name in names]


def _resolve_links(found: SheetScan, relations: bytes) -> None:
    """Keeps the addresses on the net that cells link to."""
    targets = {tag.get("Id", ""): unescape(tag.get("Target", "")) for tag in _tags(_RELATION, relations)}
    addresses = {at: targets.get(said, said) for at, said in found.links.items()}
    found.links = {at: address for at, address in addresses.items() if _ADDRESS.match(address)}


def _tags(pattern: re.Pattern[bytes], content: bytes) -> list[dict[str, str]]:
    return [
        {key.decode(): (one or two).decode(errors="replace") for key, one, two in _ATTRIBUTE.findall(tag[0])}
        for tag in pattern.finditer(content)
    ]


def _sheets(parts: dict[str, bytes], scans: list[SheetScan], options: Options, file: str) -> list[Sheet]:
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        with load_workbook(repacked(parts)) as workbook:
            return _read_sheets(workbook, scans, options)
    except PasswordError as error:
        raise ImportRefused("import-xlsx-encrypted", {"file": file}) from error
    except BaseException as error:
        # A fault inside the reader's own language arrives as PanicException, which is no Exception.
        if isinstance(error, (CalamineError, ValueError, OverflowError, OSError)) or type(error).__name__ == _PANIC:
            raise ImportRefused("import-xlsx-damaged", {"file": file, "reason": str(error)[:120]}) from error
        raise


def _read_sheets(workbook: CalamineWorkbook, scans: list[SheetScan], options: Options) -> list[Sheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = []
    for index, known in enumerate(workbook.sheets_metadata):
        hidden = known.visible != SheetVisibleEnum.Visible
        if known.typ != SheetTypeEnum.WorkSheet or (hidden and options.skip_hidden):
            continue
        sheet = workbook.get_sheet_by_index(index)
        rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
        merged = [(a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or []]
        found = scans[index] if index < len(scans) else SheetScan()
        rows = [[whole_text(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
        _show(rows, found)
        made = Sheet(name=known.name, rows=rows, merged=merged, faults=found.faults, hidden=hidden)
        made.links, made.indents = found.links, found.indents
        made.hidden_rows = frozenset(found.hidden)
        sheets.append(made)
    return sheets


def _show(rows: list[list[Cell]], found: SheetScan) -> None:
    """Puts into the cells what people see there: signs of their font, the words of links that were never computed."""
    for (row, place), signs in found.signs.items():
        if row < len(rows) and place < len(rows[row]):
            cell = rows[row][place]
            rows[row][place] = signs.get(cell.strip(), cell) if isinstance(cell, str) else cell
    for (row, place), label in found.labels.items():
        if row < len(rows) and place < len(rows[row]) and rows[row][place] == "":
            rows[row][place] = label
