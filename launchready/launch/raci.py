"""The responsibility checks: exactly one is accountable, at least one is responsible."""

from __future__ import annotations

from launchready.launch.model import Activity, Launch
from launchready.launch.refusal import Refusal, refuse

LETTERS = "ARCI"
"""In the order in which a cell shows them: `AR` is accountable and responsible."""


def normalised(letters: str) -> str:
    """Letters in the order of `LETTERS`, each once. Unknown ones stay behind them, for a check to name."""
    upper = letters.upper()
    known = "".join(letter for letter in LETTERS if letter in upper)
    return known + "".join(letter for letter in upper if letter not in LETTERS)


def breaches(activity: Activity) -> tuple[Refusal, ...]:
    """What is wrong with the row. Shown where it is, never a reason to refuse an edit."""
    cells = activity.letters.values()
    accountable = sum("A" in letters for letters in cells)
    found = []
    if accountable != 1:
        found.append(refuse("raci-accountable", key=activity.key, title=activity.title, count=accountable))
    if not any("R" in letters for letters in cells):
        found.append(refuse("raci-responsible", key=activity.key, title=activity.title))
    return tuple(found)


def in_order(launch: Launch) -> list[Activity]:
    return sorted(launch.activities.values(), key=lambda activity: (activity.position, activity.id))
