"""The journeys start from the same home and launch as the tests of the command line; the window's on a display."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import desk, home, nothing
from tests.conftest import NO_QT

__all__ = ["desk", "home", "nothing", "screen", "walk"]


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """A display for the whole run."""
    from tests.journeys import display

    if NO_QT:
        display.missing(f"Qt can't be imported ({NO_QT})")
    with display.screen() as started:
        yield started


@pytest.fixture
def walk(screen: str, tmp_path: Path) -> Callable[[str], None]:
    """Runs one walk through the window, in a home of its own."""
    from tests.journeys import display

    return lambda name: display.walk(name, screen, tmp_path)
