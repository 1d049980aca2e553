"""Files made to take all memory or time. `python -m tests.exchange.bombs NAME` reads one of them."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable

from launchready.exchange.checklist import ImportRefused
from launchready.exchange.readers import read_content
from launchready.exchange.task_columns import COLUMNS
from launchready.exchange.understood import Options
from tests.exchange.reading_tables import HEADER, MAIN, cells, package, text

SUMMARY = "# A\n\nReadiness summary\n\n## All tasks\n- [ ] a\n"


def own_row(field: str, value: str) -> bytes:
    """A table of our own with one row."""
    row = {"Title": "a", "Lane": "PM", "Status": "Done", field: value}
    names = [column.title for column in COLUMNS]
    return (",".join(names) + "\n" + ",".join(f'"{row.get(name, "")}"' for name in names) + "\n").encode()


def zipped(*sizes: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for number, size in enumerate(sizes):
            made.writestr(f"xl/worksheets/sheet{number}.xml", b" " * size)
        made.writestr("xl/workbook.xml", "<workbook/>")
    return out.getvalue()


def entities() -> bytes:
    declared = ["<!ENTITY a0 'aaaaaaaaaa'>"]
    declared += ["<!ENTITY a%d '%s'>" % (number, f"&a{number - 1};" * 10) for number in range(1, 12)]  # noqa: UP031
    return package(HEADER, extra={"xl/sharedStrings.xml": f"<!DOCTYPE x [{''.join(declared)}]><sst>&a11;</sst>"})


def shared() -> bytes:
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 20_000))
    return package(HEADER + rows, shared=f'<sst xmlns="{MAIN}"><si><t>{"a" * 32_000}</t></si></sst>')


def merged() -> bytes:
    areas = '<mergeCell ref="A2:C1048576"/>' * 5_000
    rows = f"<sheetData>{HEADER}{cells(2, text('a'))}</sheetData><mergeCells>{areas}</mergeCells>"
    return package("", extra={"xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{rows}</worksheet>'})


def chain() -> bytes:
    return ("ID,Task,Parent\n" + "".join(f"{n},T{n},{n + 1}\n" for n in range(40_000))).encode()


def waiting() -> bytes:
    firsts = ";".join(map(str, range(500)))
    return ("ID,Task,Depends on\n" + "".join(f"{n},T{n},{firsts}\n" for n in range(4_000))).encode()


def spaces() -> bytes:
    wide = " " * 120_000
    return f"Task,Owner,Steps,Due,Status\na,{wide}b,{wide}b,{wide}b,{wide}b\n".encode()


def brackets() -> bytes:
    return f"Task,Steps,Parent\na,{'(https://' * 13_000},\nb,{'(' * 120_000},{'(https://' * 13_000}\n".encode()


def tables() -> bytes:
    return b"\n".join(b"| T%d | Done |\n|-|-|\n| a | [x] |\n" % number for number in range(20_000))


MADE: dict[str, Callable[[], tuple[bytes, str]]] = {
    "zip": lambda: (zipped(60_000_000, 60_000_000, 60_000_000), "a.xlsx"),
    "zip-of-very-many-members": lambda: (zipped(*[1] * 3_000), "a.xlsx"),
    "entities": lambda: (entities(), "a.xlsx"),
    "a-million-rows": lambda: (package('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "a.xlsx"),
    "one-text-in-many-cells": lambda: (shared(), "a.xlsx"),
    "cells-merged-over-and-over": lambda: (merged(), "a.xlsx"),
    "a-line-of-commas": lambda: (b"Task,Owner\n" + b"," * 9_900_000, "a.csv"),
    "a-line-of-one-cell": lambda: (b"Task,Owner\n" + b"x" * 9_900_000, "a.csv"),
    "a-line-of-quotes": lambda: (b"Task,Owner\n" + b'"' * 9_900_000, "a.csv"),
    "empty-rows": lambda: (b"Task,Owner\n" + b",\n" * 190_000, "a.csv"),
    "rows-that-sum-up": lambda: (b"Task,Owner\n" + b"Total,\n" * 49_000, "a.csv"),
    "parents-in-a-long-chain": lambda: (chain(), "a.csv"),
    "every-row-waits-for-all": lambda: (waiting(), "a.csv"),
    "spaces-in-a-cell": lambda: (spaces(), "a.csv"),
    "brackets-in-a-cell": lambda: (brackets(), "a.csv"),
    "steps-of-our-own": lambda: (own_row("Steps", "[ ] a\n" * 20_000), "a.csv"),
    "evidence-of-our-own": lambda: (own_row("Evidence", "a < b \u00b7 \n" * 8_000), "a.csv"),
    "dots-in-our-own": lambda: (own_row("Evidence", " \u00b7 " * 30_000), "a.csv"),
    "deep-json": lambda: (b"[" * 4_900_000 + b"]" * 4_900_000, "a.json"),
    "many-keys": lambda: (b"{" + b",".join(b'"%d":1' % number for number in range(700_000)) + b"}", "a.json"),
    "a-long-number": lambda: (b'{"issues": [' + b"9" * 9_000_000 + b"]}", "a.json"),
    "a-line-of-boxes": lambda: (b"- [ ] " * 1_600_000, "a.md"),
    "very-many-boxes": lambda: (b"- [ ] a\n" * 50_000, "a.md"),
    "brackets-in-a-line": lambda: (b"- [ ] " + b"[" * 9_000_000, "a.md"),
    "quotes-in-quotes": lambda: (b">" * 9_000_000, "a.md"),
    "very-many-tables": lambda: (tables(), "a.md"),
    "breaks-in-a-summary": lambda: (SUMMARY.encode() + b"  - Notes: a\\\n" * 190_000, "a.md"),
    "dots-in-a-summary": lambda: ((SUMMARY + "- [ ] " + " \u00b7 " * 2_000_000).encode(), "a.md"),
}


def main(name: str) -> None:
    data, file = MADE[name]()
    try:
        print("read", len(read_content(data, file, Options(include_plain=True)).checklist.tasks))
    except ImportRefused as refused:
        print("refused", refused.code)


if __name__ == "__main__":
    main(sys.argv[1])
