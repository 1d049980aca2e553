"""What changed since something was signed or seen, in words."""

from __future__ import annotations

from launchready.launch.entitlement import name
from launchready.launch.model import Launch
from launchready.launch.refusal import Difference
from launchready.wording import terms
from launchready.wording.language import QT_TR_NOOP, Texts, tr

DIFFERENCES = Texts(
    {
        "date": QT_TR_NOOP("launch date moved from {was} to {now}"),
        "tier": QT_TR_NOOP("tier changed from {was} to {now}"),
        "lead": QT_TR_NOOP("the lane's lead changed from {was} to {now}"),
        "build": QT_TR_NOOP("release build changed from {was} to {now}"),
        "gate-added": QT_TR_NOOP("{label} {title}: added as a gate"),
        "gate-gone": QT_TR_NOOP("{label} {title}: no longer a gate of this lane"),
        "gate-reopened": QT_TR_NOOP("{label} {title}: reopened"),
        "gate-done": QT_TR_NOOP("{label} {title}: done since"),
        "gate-title": QT_TR_NOOP("{label}: title changed from “{was}” to “{now}”"),
        "gate-done-when": QT_TR_NOOP("{label} {title}: done when changed"),
        "gate-moved": QT_TR_NOOP("{label} {title}: moved from {was} to {now}"),
        "gate-prerequisites": QT_TR_NOOP("{label} {title}: prerequisites changed"),
        "gate-reviewer": QT_TR_NOOP("{label} {title}: reviewer changed from {was} to {now}"),
        "evidence-gone": QT_TR_NOOP("{label} {title}: evidence “{was}” removed or replaced"),
        "evidence-added": QT_TR_NOOP("{label} {title}: evidence “{was}” added"),
        "ack-lost": QT_TR_NOOP("{label} {title}: acknowledgement withdrawn or no longer valid"),
        "ack-given": QT_TR_NOOP("{label} {title}: acknowledged"),
        "waiver-withdrawn": QT_TR_NOOP("{label} {title}: waiver withdrawn"),
        "waiver-granted": QT_TR_NOOP("{label} {title}: waiver granted"),
        "claim-used": QT_TR_NOOP("{label} “{title}”: put in use"),
        "claim-withdrawn": QT_TR_NOOP("{label} “{title}”: withdrawn"),
        "claim-reworded": QT_TR_NOOP("{label}: reworded from “{was}” to “{now}”"),
        "claim-where": QT_TR_NOOP("{label} “{title}”: where it is used changed"),
        "claim-proof": QT_TR_NOOP("{label} “{title}”: proof changed"),
        "claim-cut": QT_TR_NOOP("{label} “{title}”: proof cut"),
        "claim-mended": QT_TR_NOOP("{label} “{title}”: proof no longer cut"),
        "claim-unsupported": QT_TR_NOOP("{label} “{title}”: no longer supported"),
        "claim-supported": QT_TR_NOOP("{label} “{title}”: supported"),
    }
)


def difference(given: Difference, launch: Launch | None = None) -> str:
    """One difference in words. `launch` turns person ids into names."""
    was, now = (_value(given.code, value, launch) for value in (given.was, given.now))
    return DIFFERENCES[given.code].format(label=given.label, title=given.title, was=was, now=now)


def _value(code: str, value: str, launch: Launch | None) -> str:
    if code in ("lead", "gate-reviewer"):
        return (name(launch, value) if launch else value) or tr("nobody")
    if code == "date":
        return terms.iso_day(value)
    if code == "gate-moved":
        return terms.lane(value)
    return value or tr("none")
