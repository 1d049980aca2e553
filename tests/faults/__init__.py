"""What may go wrong with a disk, a process or another program, and what must hold then.

Each check gives one line that says what was tried, and raises AssertionError where something did not hold.
`python -m tests.faults` runs their long form, `pytest` the quick one.
"""

from __future__ import annotations

from collections.abc import Callable

from launchready.store import StoreError


def refusal(question: Callable[[], object]) -> StoreError | None:
    """The error a question ends with, if any."""
    try:
        question()
    except StoreError as error:
        return error
    return None
