"""What changed since something was signed or seen, in words."""

from __future__ import annotations

from launchready.launch.entitlement import name
from launchready.launch.model import Launch
from launchready.launch.refusal import Difference
from launchready.wording import terms

DIFFERENCES = {
    "date": "launch date moved from {was} to {now}",
    "tier": "tier changed from {was} to {now}",
    "lead": "the lane's lead changed from {was} to {now}",
    "build": "release build changed from {was} to {now}",
    "gate-added": "{label} {title}: added as a gate",
    "gate-gone": "{label} {title}: no longer a gate of this lane",
    "gate-reopened": "{label} {title}: reopened",
    "gate-done": "{label} {title}: done since",
    "gate-title": "{label}: title changed from “{was}” to “{now}”",
    "gate-done-when": "{label} {title}: done when changed",
    "gate-moved": "{label} {title}: moved from {was} to {now}",
    "gate-prerequisites": "{label} {title}: prerequisites changed",
    "gate-reviewer": "{label} {title}: reviewer changed from {was} to {now}",
    "evidence-gone": "{label} {title}: evidence “{was}” removed or replaced",
    "evidence-added": "{label} {title}: evidence “{was}” added",
    "ack-lost": "{label} {title}: acknowledgement withdrawn or no longer valid",
    "ack-given": "{label} {title}: acknowledged",
    "waiver-withdrawn": "{label} {title}: waiver withdrawn",
    "waiver-granted": "{label} {title}: waiver granted",
    "claim-used": "{label} “{title}”: put in use",
    "claim-withdrawn": "{label} “{title}”: withdrawn",
    "claim-reworded": "{label}: reworded from “{was}” to “{now}”",
    "claim-where": "{label} “{title}”: where it is used changed",
    "claim-proof": "{label} “{title}”: proof changed",
    "claim-cut": "{label} “{title}”: proof cut",
    "claim-mended": "{label} “{title}”: proof no longer cut",
    "claim-unsupported": "{label} “{title}”: no longer supported",
    "claim-supported": "{label} “{title}”: supported",
}


def difference(given: Difference, launch: Launch | None = None) -> str:
    """One difference in words. `launch` turns person ids into names."""
    was, now = (_value(given.code, value, launch) for value in (given.was, given.now))
    return DIFFERENCES[given.code].format(label=given.label, title=given.title, was=was, now=now)


def _value(code: str, value: str, launch: Launch | None) -> str:
    if code in ("lead", "gate-reviewer"):
        return (name(launch, value) if launch else value) or "nobody"
    if code == "date":
        return terms.iso_day(value)
    if code == "gate-moved":
        return terms.lane(value)
    return value or "none"
