"""What to do about a problem where the answer is a control of the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from launchready.wording.problems import problem

ANSWERS = {
    "template.missing": QT_TRANSLATE_NOOP("Answers", "Choose another template."),
    "profile.damaged": QT_TRANSLATE_NOOP("Answers", "Type your name here, which writes it anew."),
    "profile.name-missing": QT_TRANSLATE_NOOP("Answers", "Type the name that your launches have for you."),
    "import-not-utf8": QT_TRANSLATE_NOOP("Answers", "Choose its encoding, or save it as UTF-8."),
    "import-no-checklist": QT_TRANSLATE_NOOP("Answers", "Or have its items and rows read as tasks."),
    "import-no-rows": QT_TRANSLATE_NOOP("Answers", "Choose the column that does."),
    "import-no-title-column": QT_TRANSLATE_NOOP("Answers", "Choose the one that does."),
    "import-status-unclear": QT_TRANSLATE_NOOP("Answers", "Choose what it means."),
    "import-lane-unclear": QT_TRANSLATE_NOOP("Answers", "Choose which lane it means."),
    "import-dates-ambiguous": QT_TRANSLATE_NOOP("Answers", "Choose what comes first, the day or the month."),
    "import-parents-are-tasks": QT_TRANSLATE_NOOP("Answers", "They can be areas instead."),
    "fenced-boxes-left-out": QT_TRANSLATE_NOOP("Answers", "They can be read too."),
}


def answered(code: str, arguments: Mapping[str, Any]) -> str:
    """The sentence for a problem, and what to do about it here."""
    answers = {code: QCoreApplication.translate("Answers", str(ANSWERS[code]))} if code in ANSWERS else {}
    return problem(code, arguments, answers)


def remarked(code: str, arguments: Mapping[str, Any]) -> str:
    """As `answered`, where it is plain which file it is about."""
    text = answered(code, {**arguments, "file": ""}).lstrip(" ,:")
    return text[:1].upper() + text[1:]
