"""A sign-off whose ground moved is refused with the difference shown; the words typed stay.

The steps are in `walks/moved_ground.py`.
"""

from __future__ import annotations

from collections.abc import Callable


def test_a_sign_off_is_refused_because_the_ground_moved(walk: Callable[[str], None]) -> None:
    walk("moved_ground")
