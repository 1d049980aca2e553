"""English plurals for Qt's translation: `%n task(s)` reads "1 task" or "2 tasks" without any translation file.

Other languages bring a `.qm` file of their own, which Qt asks before this one.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from launchready.wording.language import plural


class EnglishPlurals(QTranslator):
    """Answers for texts with a count: `(s)` is for many only, `(is|are)` has a form for each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        del context, disambiguation
        if n < 0 or "(" not in sourceText:
            return None
        return plural(sourceText, n)
