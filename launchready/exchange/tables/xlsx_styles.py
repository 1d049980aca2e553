"""What the look of cells says in a workbook: letters that a font shows as ticks, and titles that stand indented."""

from __future__ import annotations

import msgspec

from launchready.exchange.tables.xlsx_xml import local_name, parse

_TICK, _CROSS, _BOX, _TICKED, _CROSSED = "\u2713\u2717\u2610\u2611\u2612"
SIGNS: dict[str, dict[str, str]] = {
    "wingdings": {
        **dict.fromkeys("\xfc\uf0fc", _TICK),
        **dict.fromkeys("\xfb\uf0fb", _CROSS),
        **dict.fromkeys("\xfe\uf0fe", _TICKED),
        **dict.fromkeys("\xfd\uf0fd\x78", _CROSSED),
        **dict.fromkeys("\xa8\uf0a8\x6f\uf06f\x71\x72", _BOX),
    },
    "wingdings 2": {
        **dict.fromkeys("P", _TICK),
        **dict.fromkeys("O", _CROSS),
        **dict.fromkeys("R", _TICKED),
        **dict.fromkeys("QST", _CROSSED),
        **dict.fromkeys("\xa3*", _BOX),
    },
    "webdings": {"a": _TICK, "r": _CROSS, "c": _BOX},
}
"""The signs that fonts show in place of letters."""
_SPEAK = (b"ingdings", b"ebdings", b"WINGDINGS", b"WEBDINGS", b"indent=")


class Look(msgspec.Struct, frozen=True):
    """`signs` are what a font shows letters as; `indent` is how far the text stands from the edge."""

    signs: dict[str, str] = {}
    indent: int = 0


def looks_of(content: bytes, file: str) -> dict[str, Look]:
    """By the number that cells give of their style, those that say something."""
    return _Styles(content, file).looks if any(word in content for word in _SPEAK) else {}


class _Styles:
    def __init__(self, content: bytes, file: str) -> None:
        self.looks: dict[str, Look] = {}
        self._fonts: list[str] = []
        self._within = ""
        self._formats = 0
        parse(content, file, self._start, None, None)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = local_name(name)
        if local in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            self._within = local
        elif self._within == "fonts" and local == "font":
            self._fonts.append("")
        elif self._within == "fonts" and local in ("name", "rFont") and self._fonts:
            self._fonts[-1] = attributes.get("val", "").casefold()
        elif self._within == "cellXfs" and local == "xf":
            self._formats += 1
            font = attributes.get("fontId", "")
            at = int(font) if font.isdecimal() and len(font) < 6 else len(self._fonts)
            if signs := SIGNS.get(self._fonts[at] if at < len(self._fonts) else ""):
                self.looks[str(self._formats - 1)] = Look(signs)
        elif self._within == "cellXfs" and local == "alignment":
            indent = attributes.get("indent", "0")
            if indent != "0" and indent.isdecimal() and len(indent) < 4:
                held = self.looks.get(str(self._formats - 1), Look())
                self.looks[str(self._formats - 1)] = Look(held.signs, int(indent))
