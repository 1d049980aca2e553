"""From the very first start to a recorded decision, handed out as a PDF.

The steps are in `walks/first_run.py`.
"""

from __future__ import annotations

from collections.abc import Callable


def test_first_run_to_decision_to_export(walk: Callable[[str], None]) -> None:
    walk("first_run")
