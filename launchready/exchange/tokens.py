"""The colours of documents: the light theme's roles, as the window has them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from launchready.exchange.report.report import LaneName, Mark
from launchready.places import resources

FONT = "Inter"
MARK_ROLES: Mapping[Mark, str] = {
    "go": "go",
    "done": "go",
    "conditions": "conditional",
    "no-go": "no_go",
    "waiting": "waiting",
    "progress": "waiting",
}
LANE_ROLES: Mapping[LaneName, str] = {"pm": "pm", "pmm": "pmm", "joint": "joint"}


@cache
def roles() -> dict[str, str]:
    """Colours by role, as `#rrggbb`. Documents are always light: they are printed and projected."""
    text = (resources() / "themes" / "light.toml").read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(text)["roles"]
    return found


def tone(mark: Mark) -> tuple[str, str]:
    """Ink and soft ground of a shape."""
    role = MARK_ROLES[mark]
    return roles()[role], roles()[f"{role}_soft"]
