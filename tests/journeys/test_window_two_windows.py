"""What another writes arrives by itself; selection, scroll, focus and half-typed text stay.

The steps are in `walks/two_windows.py`.
"""

from __future__ import annotations

from collections.abc import Callable


def test_two_windows_on_one_file(walk: Callable[[str], None]) -> None:
    walk("two_windows")
