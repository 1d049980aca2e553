"""An owner and a due edited by keys in the table, while another writes; each undone by name.

The steps are in `walks/cells.py`.
"""

from __future__ import annotations

from collections.abc import Callable


def test_cells_by_keys(walk: Callable[[str], None]) -> None:
    walk("cells")
