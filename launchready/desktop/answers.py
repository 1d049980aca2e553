"""What to do about a problem where the answer is a control of the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from launchready.wording.language import QT_TR_NOOP, Texts, capital
from launchready.wording.problems import problem

ANSWERS = Texts(
    {
        "template.missing": QT_TR_NOOP("Choose another template."),
        "profile.damaged": QT_TR_NOOP("Type your name here, which writes it anew."),
        "profile.name-missing": QT_TR_NOOP("Type the name that your launches have for you."),
        "import-not-utf8": QT_TR_NOOP("Choose its encoding, or save it as UTF-8."),
        "import-no-checklist": QT_TR_NOOP("Or have its items and rows read as tasks."),
        "import-no-rows": QT_TR_NOOP("Choose the column that does."),
        "import-no-title-column": QT_TR_NOOP("Choose the one that does."),
        "import-status-unclear": QT_TR_NOOP("Choose what it means."),
        "import-lane-unclear": QT_TR_NOOP("Choose which lane it means."),
        "import-dates-ambiguous": QT_TR_NOOP("Choose what comes first, the day or the month."),
        "import-parents-are-tasks": QT_TR_NOOP("They can be areas instead."),
        "import-columns-by-shape": QT_TR_NOOP("Choose for each what it holds where that is wrong."),
        "import-hidden-rows": QT_TR_NOOP("They can be left out."),
        "import-hidden-sheets-left": QT_TR_NOOP("Choose one to read it."),
        "table-boxes-left-out": QT_TR_NOOP("They can be read too."),
        "fenced-boxes-left-out": QT_TR_NOOP("They can be read too."),
    }
)


def answered(code: str, arguments: Mapping[str, Any]) -> str:
    """The sentence for a problem, and what to do about it here."""
    return problem(code, arguments, ANSWERS)


def remarked(code: str, arguments: Mapping[str, Any]) -> str:
    """As `answered`, where it is plain which file it is about."""
    text = answered(code, {**arguments, "file": ""}).lstrip(" ,:")
    return capital(text)
