"""Qt's own tools, as a translator uses them: texts out of the source into a `.ts` file, and that into a `.qm` file."""

from __future__ import annotations

import os
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import PySide6

import launchready

SOURCE = Path(launchready.__file__).parent
TOOLS = Path(PySide6.__file__).parent


class Text(NamedTuple):
    """`counted`: it has a form for each number of things."""

    context: str
    source: str
    counted: bool


def extract(ts: Path) -> Path:
    """Writes what Qt's extraction finds in the package."""
    _run("lupdate", "-silent", "-locations", "none", *map(str, sorted(SOURCE.rglob("*.py"))), "-ts", str(ts))
    return ts


def texts(ts: Path) -> set[Text]:
    return {
        Text(context.findtext("name") or "", message.findtext("source") or "", message.get("numerus") == "yes")
        for context in ET.parse(ts).getroot().iter("context")
        for message in context.iter("message")
    }


def translate(ts: Path, into: Callable[[Text, int], str | None], language: str = "en") -> Path:
    """Fills in a translation, asked for with the number of things (1 or 2, else -1), and makes the `.qm` file."""
    tree = ET.parse(ts)
    tree.getroot().set("language", language)
    for context in tree.getroot().iter("context"):
        for message in list(context.iter("message")):
            text = Text(context.findtext("name") or "", message.findtext("source") or "", bool(message.get("numerus")))
            _fill(message.find("translation"), [into(text, n) for n in ((1, 2) if text.counted else (-1,))])
    tree.write(ts, encoding="utf-8", xml_declaration=True)
    qm = ts.with_suffix(".qm")
    _run("lrelease", "-silent", str(ts), "-qm", str(qm))
    return qm


def _fill(translation: ET.Element | None, forms: list[str | None]) -> None:
    assert translation is not None
    if None in forms:
        return
    translation.clear()
    if len(forms) == 1:
        translation.text = forms[0]
    for form in forms if len(forms) > 1 else ():
        ET.SubElement(translation, "numerusform").text = form


def _run(tool: str, *arguments: str) -> None:
    program = TOOLS / (f"{tool}.exe" if os.name == "nt" else tool)
    ended = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 0, ended.stderr
    assert "warning" not in ended.stderr.lower(), ended.stderr
