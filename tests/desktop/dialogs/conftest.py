"""The dialogs, opened as a person opens them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

if TYPE_CHECKING:
    from launchready.desktop.window import Window

D = TypeVar("D")


@pytest.fixture
def opened(window: Window) -> Callable[[str, type[Any]], Any]:
    """Does a deed of the overview, and gives the dialog that it opened."""

    def open_(deed: str, kind: type[D]) -> D:
        window.trigger(deed)
        found = window.findChildren(kind)  # type: ignore[type-var]
        return found[-1]  # type: ignore[return-value]

    return open_
