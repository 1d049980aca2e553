"""A language that nobody speaks, for finding text that was never given to translation or has no room to grow.

`LAUNCHREADY_PSEUDO_LOCALE=1` shows it: each text in brackets, its letters marked, about a third longer.
"""

from __future__ import annotations

import os
import re

from launchready.desktop.languages.plurals import EnglishPlurals

VARIABLE = "LAUNCHREADY_PSEUDO_LOCALE"
OPENING, CLOSING = "[", "]"
MARKED = str.maketrans("aceginorstuyzACEGINORSTUYZ", "ąćęğīñőřşŧūŷžĄĆĘĞĪÑŐŘŞŦŪŶŽ")
KEPT = re.compile(r"(\{[^}]*\}|%n|%L?\d+|&\w)")
"""Places that are filled in, and access keys, which stay as they are."""


def wanted() -> bool:
    return os.environ.get(VARIABLE) == "1"


def pseudo(text: str) -> str:
    """That text in the language nobody speaks."""
    marked = "".join(part if KEPT.fullmatch(part) else part.translate(MARKED) for part in KEPT.split(text))
    return f"{OPENING}{marked}{'~' * max(1, round(len(text) * 0.3))}{CLOSING}"


class PseudoLocale(EnglishPlurals):
    """Stands in for the English plurals, which it speaks too."""

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        return pseudo(super().translate(context, sourceText, disambiguation, n) or sourceText)
