"""The reasons of a decision in words."""

from __future__ import annotations

from collections import Counter

from launchready.launch.decision import Decision
from launchready.launch.reasons import Reason
from launchready.wording import terms
from launchready.wording.language import QT_TR_NOOP, Texts, tr

REASONS = Texts(
    {
        "called-off": QT_TR_NOOP("Called off: {reason}"),
        "lane-no-go": QT_TR_NOOP("{lane} says No-go"),
        "lane-no-go-ruled": QT_TR_NOOP("{lane} says No-go, accepted by the ruling of {decider}"),
        "ruled-no-go": QT_TR_NOOP("Ruled No-go: {reason}"),
        "gate-open": QT_TR_NOOP("{title} is {status}"),
        "gate-open-ruled": QT_TR_NOOP("{title} is open, accepted by the ruling of {decider}"),
        "gate-unacknowledged": QT_TR_NOOP("{title} is done and waits to be acknowledged"),
        "gate-waived": QT_TR_NOOP("{title} is waived to {expires}"),
        "waiver-lapsed": QT_TR_NOOP("{title} is open and its waiver lapsed on {expires}"),
        "claim-unsupported": QT_TR_NOOP("Claim “{text}” is in use and not supported"),
        "claim-unsupported-ruled": QT_TR_NOOP("Claim “{text}” is not supported, accepted by the ruling of {decider}"),
        "claim-cut": QT_TR_NOOP("Claim “{text}” is in use and its proof was cut"),
        "escalation-open": QT_TR_NOOP("Escalated: {question} (answer due {respond_by})"),
        "sign-off-missing": QT_TR_NOOP("{lane} has not signed"),
        "sign-off-stale": lambda n: tr("{lane} signed before %n later change(s)", "", n),
        "condition-overdue": QT_TR_NOOP("Condition “{text}” was due {due}"),
        "condition-open": QT_TR_NOOP("Condition “{text}”, due {due}, is not yet met"),
        "condition-open-ruled": QT_TR_NOOP("Condition “{text}” is unmet, accepted by the ruling of {decider}"),
        "condition-proposed": QT_TR_NOOP("Condition “{text}”, due {due}, is not yet accepted by the other lead"),
    }
)

BECAUSE = Texts(
    {
        "lane-no-go": QT_TR_NOOP("{lane} says No-go: {because}"),
        "lane-no-go-ruled": QT_TR_NOOP("{lane} says No-go: {because}, accepted by the ruling of {decider}"),
        "gate-open": QT_TR_NOOP("{title} is {status}: {because}"),
    }
)
"""Where a reason was given with it."""


def reason(given: Reason) -> str:
    """One reason as a phrase without its key or owner, which stand beside it."""
    args = given.args
    because = (args.get("why") or args.get("reason") or "").rstrip().removesuffix(".")
    dates: dict[str, str] = {
        name: terms.iso_day(args[name]) for name in ("expires", "due", "respond_by") if name in args
    }
    words: dict[str, str] = {
        **args,
        **dates,
        "lane": terms.lane(given.lane),
        "because": because,
        "reason": because,
        "status": terms.STATUSES.get(args.get("status", ""), ""),
    }
    table = BECAUSE if because and given.kind in BECAUSE else REASONS
    return table.counted(given.kind, int(args.get("count", "0"))).format(**words)


COUNTED = Texts(
    {
        "gate-open": lambda n: tr("%n gate(s) (is|are) open", "", n),
        "gate-unacknowledged": lambda n: tr("%n gate(s) (waits|wait) to be acknowledged", "", n),
        "claim-unsupported": lambda n: tr("%n claim(s) in use (is|are) not supported", "", n),
        "claim-cut": lambda n: tr("%n claim(s) in use lost (its|their) proof", "", n),
        "gate-waived": lambda n: tr("%n gate(s) (is|are) waived", "", n),
        "condition-open": lambda n: tr("%n condition(s) (is|are) not yet met", "", n),
    }
)
MOST = 2


def why(decision: Decision) -> str:
    """Why the verdict is what it is: named where there are few reasons, else counted, in one sentence if all are."""
    matching = [given for given in decision.reasons if given.rule == decision.rule]
    if not matching:
        return tr("Every gate is done, every claim in use is supported, and both lanes have signed.")
    if len(matching) <= MOST:
        return " ".join(_sentence(_named(given)) for given in matching)
    kinds = Counter(given.kind for given in matching)
    phrases = [_counted(kind, matching) for kind in kinds]
    if all(kind in COUNTED and many > 1 for kind, many in kinds.items()):
        phrases = [terms.listing(phrases)]
    return " ".join(_sentence(phrase) for phrase in phrases)


def _named(given: Reason) -> str:
    return f"{given.key} {reason(given)}".strip()


def _sentence(phrase: str) -> str:
    return tr("{phrase}.").format(phrase=phrase.rstrip("."))


def _counted(kind: str, matching: list[Reason]) -> str:
    of_kind = [given for given in matching if given.kind == kind]
    if kind in COUNTED and len(of_kind) > 1:
        return COUNTED.counted(kind, len(of_kind))
    return terms.listing([_named(given) for given in of_kind], most=MOST)
