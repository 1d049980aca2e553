"""The sign-off page, as two of its people find it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

if TYPE_CHECKING:
    from launchready.desktop.pages.sign_off import SignOffPage
    from launchready.desktop.window import Window


@pytest.fixture
def page(window: Window) -> SignOffPage:
    """As the PMM lead sees it: PM's sign-off is stale, PMM has not signed, one PMM gate is open."""
    return cast("SignOffPage", window.open_page("sign_off"))


@pytest.fixture
def ready(page: SignOffPage) -> SignOffPage:
    """Nothing stands in PMM's way."""
    from tests.desktop.signing.deeds import settle_all

    settle_all(page)
    return page
