"""The panels at the foot of page one: waivers, conditions and claims, in counts with the ones that matter most."""

from __future__ import annotations

from collections import Counter

import msgspec

from launchready.exchange.report.report import Mark, Report
from launchready.exchange.summary.words import CONDITION_MARKS, SUPPORT_MARKS, WAIVER_MARKS, clipped, sentence_parts

MOST_ITEMS = 2  # in each panel
Item = tuple[Mark, str, str]  # shape, text, detail


class Panel(msgspec.Struct, frozen=True):
    """Waivers, conditions or claims: a count in words and the ones that matter most."""

    title: str
    count: str
    items: tuple[Item, ...]
    more: str


def panels(report: Report) -> tuple[Panel, Panel, Panel]:
    """Waivers, conditions, claims; those that hold the launch up come first."""
    return _waivers(report), _conditions(report), _claims(report)


def _more(shown: int, total: int) -> str:
    return f"and {total - shown} more in the annex" if total > shown else ""


def _waivers(report: Report) -> Panel:
    order = {"lapsed": 0, "asked": 1, "consented": 2}
    live = sorted((w for w in report.waivers if w.state in order), key=lambda waiver: order[waiver.state])
    counts = Counter[str](waiver.state for waiver in live)
    words = {"lapsed": "lapsed", "asked": "awaiting consent", "consented": "consented"}
    items: tuple[Item, ...] = tuple(
        (
            WAIVER_MARKS[waiver.state],
            clipped(sentence_parts(waiver.gate, waiver.title, between="  "), 64),
            clipped(
                sentence_parts(
                    words[waiver.state],
                    f"until {waiver.expires}" if waiver.expires else "",
                    "self-accepted" if waiver.self_accepted else "",
                ),
                70,
            ),
        )
        for waiver in live[:MOST_ITEMS]
    )
    count = ", ".join(f"{counts[state]} {words[state]}" for state in order if counts[state]) or "None"
    return Panel("Waivers", count, items, _more(len(items), len(live)))


def _conditions(report: Report) -> Panel:
    order = {"overdue": 0, "proposed": 1, "accepted": 2, "met": 3}
    words = {"overdue": "overdue", "proposed": "awaiting acceptance", "accepted": "accepted, not met", "met": "met"}
    live = sorted((c for c in report.conditions if c.state in order), key=lambda condition: order[condition.state])
    counts = Counter[str](condition.state for condition in live)
    items: tuple[Item, ...] = tuple(
        (
            CONDITION_MARKS[one.state],
            clipped(sentence_parts(one.key, one.text, between="  "), 64),
            clipped(
                sentence_parts(
                    one.late or (f"by {one.due}" if one.due else ""),
                    one.owner,
                    "self-accepted" if one.self_accepted else "",
                ),
                70,
            ),
        )
        for one in live[:MOST_ITEMS]
    )
    count = ", ".join(f"{counts[state]} {words[state]}" for state in order if counts[state]) or "None"
    return Panel("Conditions", count, items, _more(len(items), len(live)))


def _claims(report: Report) -> Panel:
    used = [claim for claim in report.claims if claim.state == "in use"]
    lacking = [claim for claim in used if claim.support != "supported"]
    items: tuple[Item, ...] = tuple(
        (
            SUPPORT_MARKS[claim.support],
            clipped(sentence_parts(claim.key, f"“{claim.text}”", between="  "), 64),
            clipped(sentence_parts(claim.support, claim.where), 70),
        )
        for claim in lacking[:MOST_ITEMS]
    )
    count = f"{len(used) - len(lacking)} of {len(used)} in use supported" if used else "None in use"
    return Panel("Claims", count, items, _more(len(items), len(lacking)))
