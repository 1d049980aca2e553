"""What the reader of a workbook's cells doesn't tell: errors, formulas never calculated, how far the cells reach."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from launchready.exchange.cells import letter_of
from launchready.exchange.checklist import ImportRefused
from launchready.exchange.tables.xlsx_styles import Look
from launchready.exchange.tables.xlsx_xml import local_name, parse

MAX_CELLS = 3_000_000
MAX_TEXT = 200_000_000
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_CELL_FAULTS = 100_000
NO_LOOKS: Mapping[str, Look] = MappingProxyType({})
_LONGEST_FORMULA = 4_000
_HYPERLINK = re.compile(r'\s*HYPERLINK\(\s*"([^"]{1,2000})"\s*(?:[,;]\s*"([^"]{0,1000})"\s*)?\)\s*', re.I)


class SheetScan(msgspec.Struct):
    """`faults` by (row, column), from 0, and so are `links`, the addresses of cells or how the sheet's relations call
    them, `labels` of links that formulas never showed, `signs` and `indents`; `hidden` are numbers of rows; `texts` is
    how many characters its shared texts come to."""

    faults: dict[tuple[int, int], str] = {}
    links: dict[tuple[int, int], str] = {}
    labels: dict[tuple[int, int], str] = {}
    signs: dict[tuple[int, int], dict[str, str]] = {}
    indents: dict[tuple[int, int], int] = {}
    hidden: set[int] = set()
    cells: int = 0
    last_row: int = -1
    last_column: int = -1
    last_cell: str = ""
    texts: int = 0

    @property
    def extent(self) -> int:
        """How many cells a table takes that reaches from A1 to the last cell that holds something."""
        return (self.last_row + 1) * (self.last_column + 1)


def text_lengths(content: bytes, file: str) -> list[int]:
    """How long each shared text is."""
    lengths: list[int] = []

    def start(name: str, _: dict[str, str]) -> None:
        if local_name(name) == "si":
            lengths.append(0)

    def text(data: str) -> None:
        if lengths:
            lengths[-1] += len(data)

    parse(content, file, start, None, text)
    return lengths


def scan(content: bytes, lengths: list[int], file: str, looks: Mapping[str, Look] = NO_LOOKS) -> SheetScan:
    """One pass over a sheet's XML. Raises ImportRefused if its cells would not fit into memory."""
    return _Scanner(content, lengths, file, looks).found


class _Scanner:
    def __init__(self, content: bytes, lengths: list[int], file: str, looks: Mapping[str, Look]) -> None:
        self.found = SheetScan()
        self._looks = looks
        self._look: Look | None = None
        self._lengths = lengths
        self._file = file
        self._row, self._column, self._seen = -1, -1, 0
        self._type = ""
        self._formula = self._has_value = self._in_value = False
        self._in_formula = False
        self._value = self._said = ""
        parse(content, file, self._start, self._end, self._text)
        self._check_extent()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = local_name(name)
        if local == "row":
            said = attributes.get("r", "")
            self._row = int(said) - 1 if said.isdecimal() and len(said) < 8 else self._row + 1
            self._column = -1
            if attributes.get("hidden") in ("1", "true"):
                self.found.hidden.add(self._row + 1)
        elif local == "c":
            self._seen += 1
            if self._seen > 2 * MAX_CELLS:
                raise too_many(self._file, self._seen)
            match = _REFERENCE.fullmatch(attributes.get("r", ""))
            if match:
                self._row, self._column = int(match[2]) - 1, _column(match[1])
            else:
                self._column += 1
            self._type = attributes.get("t", "")
            self._formula = self._has_value = False
            self._value = self._said = ""
            if self._looks:
                self._look = self._looks.get(attributes.get("s", ""))
        elif local == "f":
            self._formula = self._in_formula = True
        elif local in ("v", "is"):
            self._in_value = self._has_value = True
        elif local == "hyperlink":
            self._link(attributes)

    def _text(self, data: str) -> None:
        if self._in_value and len(self._value) < 20:
            self._value += data
        elif self._in_formula and len(self._said) < _LONGEST_FORMULA:
            self._said += data

    def _end(self, name: str) -> None:
        local = local_name(name)
        if local in ("v", "is"):
            self._in_value = False
        elif local == "f":
            self._in_formula = False
        elif local == "c":
            self._cell()

    def _cell(self) -> None:
        found, at = self.found, (self._row, self._column)
        link = _HYPERLINK.fullmatch(self._said) if self._formula and len(found.links) < _CELL_FAULTS else None
        if link:
            found.links[at] = link[1]
            found.labels[at] = link[2] or link[1]
        if self._look and self._has_value and len(found.signs) + len(found.indents) < _CELL_FAULTS:
            self._keep_look(at, self._look)
        if self._type == "e":
            self._fault(at, self._value or "#ERROR")
        elif link:
            self._has_value = True
        elif self._formula and not self._value and self._type != "str":
            self._fault(at, "formula")
        if not self._has_value:
            return
        found.cells += 1
        found.last_column = max(found.last_column, at[1])
        if at[0] >= found.last_row:
            found.last_row, found.last_cell = at[0], f"{letter_of(at[1])}{at[0] + 1}"
        if self._type == "s" and self._value.isdecimal() and int(self._value) < len(self._lengths):
            found.texts += self._lengths[int(self._value)]
            if found.texts > MAX_TEXT:
                raise too_many(self._file, found.cells)

    def _keep_look(self, at: tuple[int, int], look: Look) -> None:
        if look.signs:
            self.found.signs[at] = look.signs
        if look.indent:
            self.found.indents[at] = look.indent

    def _link(self, attributes: dict[str, str]) -> None:
        """Of a link over several cells the first one keeps it."""
        match = _REFERENCE.match(attributes.get("ref", ""))
        relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        if match and relation and len(self.found.links) < _CELL_FAULTS:
            self.found.links[int(match[2]) - 1, _column(match[1])] = relation

    def _fault(self, at: tuple[int, int], said: str) -> None:
        if len(self.found.faults) < _CELL_FAULTS:
            self.found.faults[at] = said

    def _check_extent(self) -> None:
        found = self.found
        if found.last_row < 0:
            return
        if found.extent > MAX_CELLS:
            at: dict[str, str | int] = {"row": found.last_row + 1, "cell": found.last_cell, "limit": MAX_CELLS}
            raise ImportRefused("import-sheet-too-wide", {"file": self._file, **at})


def too_many(file: str, cells: int) -> ImportRefused:
    return ImportRefused("import-too-many-cells", {"file": file, "cells": cells, "limit": MAX_CELLS})


def _column(letters: str) -> int:
    number = 0
    for sign in letters:
        number = number * 26 + ord(sign) - 64
    return number - 1
