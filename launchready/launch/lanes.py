"""The lanes of a checklist. They are data: rules ask a lane what it does, never which one it is."""

from __future__ import annotations

from msgspec import Struct


class Lane(Struct, frozen=True, kw_only=True):
    """One side of the checklist.

    `signs`: its lead signs it off. A lane that nobody signs is covered by every sign-off.
    `covers_build`: its sign-off is for one release build. `proves`: its tasks can prove a claim, and its
    lead accepts evidence for claims. `claims`: it answers for the claims in use.
    """

    id: str
    title: str
    prefix: str
    signs: bool = True
    covers_build: bool = False
    proves: bool = False
    claims: bool = False


PM = Lane(id="pm", title="PM", prefix="PM", covers_build=True, proves=True)
PMM = Lane(id="pmm", title="PMM", prefix="PMM", claims=True)
JOINT = Lane(id="joint", title="Joint", prefix="J", signs=False)

LANES = (PM, PMM, JOINT)
"""In the order of every list; `SIDE_BY_SIDE`, what both sides share stands between them."""
SIDE_BY_SIDE = (PM, JOINT, PMM)
SIGNING = tuple(lane for lane in LANES if lane.signs)
BY_ID = {lane.id: lane for lane in LANES}


def is_shared(lane: str) -> bool:
    """Whether every sign-off covers this lane."""
    return not BY_ID[lane].signs
