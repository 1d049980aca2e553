"""What is whole of a damaged file is opened, worked on and saved as a copy.

The steps are in `walks/damaged.py`.
"""

from __future__ import annotations

from collections.abc import Callable


def test_recovery_from_a_damaged_file(walk: Callable[[str], None]) -> None:
    walk("damaged")
