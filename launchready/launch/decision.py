"""The joint decision: eight rules, top to bottom.

The reasons of every rule that matches are listed; the first rule that matches decides, and is named.
Source: product.md, "The joint decision".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec import Struct

from launchready.launch import reasons
from launchready.launch.model import Launch
from launchready.launch.reasons import Moment, Reason
from launchready.launch.schedule import go_no_go_date, today


class Verdict(StrEnum):
    GO = "go"
    CONDITIONS = "conditions"
    HOLD = "hold"
    NOT_READY = "not-ready"
    NO_GO = "no-go"
    SCRUBBED = "scrubbed"


class Decision(Struct, frozen=True, kw_only=True):
    """`rule` is the number of the rule that decided."""

    verdict: Verdict
    rule: int
    reasons: tuple[Reason, ...]


class Rule(Struct, frozen=True):
    """One line of the table: which reasons it finds, and the verdict if it finds any."""

    number: int
    finds: Callable[[Moment], Iterable[Reason]]
    verdict: Callable[[Moment], Verdict]


def always(verdict: Verdict) -> Callable[[Moment], Verdict]:
    return lambda _: verdict


def no_go_from_the_date_on(moment: Moment) -> Verdict:
    return Verdict.NO_GO if moment.day >= go_no_go_date(moment.launch) else Verdict.NOT_READY


RULES: tuple[Rule, ...] = (
    Rule(1, reasons.called_off, always(Verdict.SCRUBBED)),
    Rule(2, reasons.no_go_stands, always(Verdict.NO_GO)),
    Rule(3, reasons.uncovered, no_go_from_the_date_on),
    Rule(4, reasons.escalated, always(Verdict.HOLD)),
    Rule(5, reasons.unsigned, always(Verdict.HOLD)),
    Rule(6, reasons.lapsed, always(Verdict.HOLD)),
    Rule(7, reasons.covered, always(Verdict.CONDITIONS)),
)
OTHERWISE = 8


def decide(launch: Launch, now: dt.datetime) -> Decision:
    """The verdict at that moment, with every reason. `now` is aware."""
    moment = Moment.of(launch, today(launch, now))
    found = [(rule, tuple(rule.finds(moment))) for rule in RULES]
    everything = tuple(reason for _, matched in found for reason in matched)
    for rule, matched in found:
        if matched:
            return Decision(verdict=rule.verdict(moment), rule=rule.number, reasons=everything)
    return Decision(verdict=Verdict.GO, rule=OTHERWISE, reasons=())
