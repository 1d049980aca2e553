"""The reasons of a decision in words."""

from __future__ import annotations

from launchready.launch.decision import Decision
from launchready.launch.reasons import Reason
from launchready.wording import terms

REASONS = {
    "called-off": "Called off: {reason}",
    "lane-no-go": "{lane} says No-go{because}",
    "lane-no-go-ruled": "{lane} says No-go{because}, accepted by the ruling of {decider}",
    "ruled-no-go": "Ruled No-go: {reason}",
    "gate-open": "{title} is {status}{because}",
    "gate-open-ruled": "{title} is open, accepted by the ruling of {decider}",
    "gate-unacknowledged": "{title} is done and waits to be acknowledged",
    "gate-waived": "{title} is waived to {expires}",
    "waiver-lapsed": "{title} is open and its waiver lapsed on {expires}",
    "claim-unsupported": "Claim “{text}” is in use and not supported",
    "claim-unsupported-ruled": "Claim “{text}” is not supported, accepted by the ruling of {decider}",
    "claim-cut": "Claim “{text}” is in use and its proof was cut",
    "escalation-open": "Escalated: {question} Answer due {respond_by}",
    "sign-off-missing": "{lane} has not signed",
    "sign-off-stale": "{lane} signed before {changes}",
    "condition-overdue": "Condition “{text}” was due {due}",
    "condition-open": "Condition “{text}”, due {due}, is not yet met",
    "condition-open-ruled": "Condition “{text}” is unmet, accepted by the ruling of {decider}",
    "condition-proposed": "Condition “{text}”, due {due}, is not yet accepted by the other lead",
}


def reason(given: Reason) -> str:
    """One reason as a phrase without its key or owner, which stand beside it."""
    args = given.args
    because = args.get("why") or args.get("reason") or ""
    dates: dict[str, str] = {
        name: terms.iso_day(args[name]) for name in ("expires", "due", "respond_by") if name in args
    }
    words: dict[str, str] = {
        **args,
        **dates,
        "lane": terms.lane(given.lane),
        "because": f": {because}" if because else "",
        "status": terms.STATUSES.get(args.get("status", ""), ""),
        "changes": terms.count(int(args.get("count", "0")), "later change"),
    }
    return REASONS[given.kind].format(**words)


COUNTED = {
    "gate-open": ("gate is open", "gates are open"),
    "gate-unacknowledged": ("gate waits to be acknowledged", "gates wait to be acknowledged"),
    "claim-unsupported": ("claim in use is not supported", "claims in use are not supported"),
    "claim-cut": ("claim in use lost its proof", "claims in use lost their proof"),
    "gate-waived": ("gate is waived", "gates are waived"),
    "condition-open": ("condition is not yet met", "conditions are not yet met"),
}
MOST = 2


def why(decision: Decision) -> str:
    """Why the verdict is what it is, in one sentence: named where there are few reasons, else counted."""
    matching = [given for given in decision.reasons if given.rule == decision.rule]
    if not matching:
        return "Every gate is done, every claim in use is supported, and both lanes have signed."
    if len(matching) <= MOST:
        named = (f"{given.key} {reason(given)}" if given.key else reason(given) for given in matching)
        return ". ".join(sentence.rstrip(".") for sentence in named) + "."
    return terms.listing([_counted(kind, matching) for kind in dict.fromkeys(given.kind for given in matching)]) + "."


def _counted(kind: str, matching: list[Reason]) -> str:
    of_kind = [given for given in matching if given.kind == kind]
    if kind in COUNTED and len(of_kind) > 1:
        return terms.count(len(of_kind), *COUNTED[kind])
    return terms.listing([f"{given.key} {reason(given)}".strip() for given in of_kind], most=MOST)
