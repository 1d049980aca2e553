"""One pass over a part of a workbook."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from launchready.exchange.checklist import ImportRefused

Start = Callable[[str, dict[str, str]], None]
Text = Callable[[str], None]


def parse(content: bytes, file: str, start: Start, end: Text | None, text: Text | None) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as error:
        raise ImportRefused("import-xlsx-damaged", {"file": file, "reason": str(error)[:120]}) from error


def local_name(name: str) -> str:
    return name.rpartition(":")[2]
