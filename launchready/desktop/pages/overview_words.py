"""What the overview says of the decision, in sentences."""

from __future__ import annotations

from launchready.desktop import days
from launchready.launch.decision import Decision, Verdict
from launchready.launch.entitlement import name
from launchready.launch.model import Launch
from launchready.launch.schedule import go_no_go_date
from launchready.wording import reasons, terms
from launchready.wording.language import capital, tr, uncapital


def why(launch: Launch, decision: Decision) -> str:
    """Why the verdict is what it is, where the lanes stand, and what the go/no-go date would make of it."""
    parts = [capital(reasons.why(decision))]
    if decision.rule != 5:
        parts += [f"{reasons.reason(found)}." for found in decision.reasons if found.rule == 5]
    if decision.verdict is Verdict.NOT_READY:
        day = days.day(go_no_go_date(launch))
        parts.append(tr("From {day} this would be No-go.").format(day=day))
    return " ".join(parts)


def rule(decision: Decision) -> str:
    """The rule that decided, in words."""
    return tr("Rule {rule}: {words}.").format(rule=decision.rule, words=terms.RULES[decision.rule])


def recorded(launch: Launch, decision: Decision) -> str:
    """The recorded decision beside the present one, where they differ; else that it is recorded, and by whom."""
    held = launch.recorded
    if held is None:
        return ""
    was, day = terms.VERDICTS[held.verdict], days.moment(launch, held.word.at)
    if held.verdict != decision.verdict.value:
        words = tr("{was} recorded {day}; {now} now, because {why}")
        now = terms.VERDICTS[decision.verdict.value]
        return words.format(was=was, day=day, now=now, why=uncapital(reasons.why(decision)))
    text = tr("{was} recorded {day} by {name}").format(was=was, day=day, name=name(launch, held.word.by))
    if held.word.recorded_by:
        text = tr("{text} (noted by {name})").format(text=text, name=held.word.recorded_by)
    if held.present:
        text += "; " + tr("there were {names}").format(names=terms.listing(held.present, most=6))
    if held.next_checkpoint:
        text += "; " + tr("next checkpoint {day}").format(day=days.day(held.next_checkpoint, weekday=True))
    return text + "."


def span(launch: Launch) -> str:
    """The days of the chart in words."""
    words = tr("Go/no-go {meeting}, launch {start}.")
    return words.format(meeting=days.day(go_no_go_date(launch)), start=days.day(launch.date))
