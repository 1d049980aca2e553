"""Words on the launch as a whole: record its decision, call it off, resume it.

Each speaks of what was seen when its dialog opened: the session refuses it, with the difference, if that moved.
"""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from launchready.desktop import days, dues
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.widgets.dialogs import FormDialog
from launchready.desktop.widgets.forms import Ask, Say, Values
from launchready.desktop.widgets.judging import give, whose
from launchready.launch.changes import AnyChange, CalledOff, DecisionRecorded, Resumed
from launchready.launch.changes.launch import present_digests
from launchready.launch.entitlement import name, speakers
from launchready.launch.lanes import SIGNING
from launchready.launch.model import Word
from launchready.wording import reasons, terms
from launchready.wording.language import tr


def closers(bridge: LaunchBridge) -> tuple[str, ...]:
    """Ids of those whose word closes something on the launch: leads, delegates of today, the decider."""
    launch = bridge.launch
    speaking = speakers(launch, [lane.id for lane in SIGNING], bridge.today)
    return tuple(dict.fromkeys((*speaking, *filter(None, [launch.decider]))))


def record_decision(parent: QWidget, bridge: LaunchBridge) -> FormDialog:
    """Records the verdict as it is shown now, with who was there and when it is looked at next."""
    launch, seen = bridge.launch, bridge.decision
    digests = present_digests(launch)
    asks = _decision_asks(bridge)

    def submit(values: Values, say: Say) -> bool:
        checkpoint = _day(bridge, values["next"], say) if values["next"] else None
        if values["next"] and checkpoint is None:
            return False
        others = (" ".join(each.split()) for each in values["others"].replace("\n", ",").split(","))
        present = tuple(dict.fromkeys((*values["present"].splitlines(), *(each for each in others if each))))

        def made(word: Word) -> AnyChange:
            return DecisionRecorded(
                verdict=seen.verdict.value,
                rule=seen.rule,
                build=launch.build,
                present=present,
                digests=digests,
                next_checkpoint=checkpoint,
                note=values["note"],
                word=word,
            )

        return give(bridge, made, values, say)

    words = tr("{verdict}, by rule {rule}: {why}").format(
        verdict=terms.VERDICTS[seen.verdict.value], rule=seen.rule, why=reasons.why(seen)
    )
    return FormDialog(parent, tr("Record the decision"), asks, tr("Record the decision"), submit, words)


def _decision_asks(bridge: LaunchBridge) -> tuple[Ask, ...]:
    """Those who lead or decide stand first, and are taken to be there."""
    launch, leading = bridge.launch, closers(bridge)
    people = sorted(launch.people.values(), key=lambda each: (each.name.casefold(), each.email))
    people.sort(key=lambda each: leading.index(each.id) if each.id in leading else len(leading))
    names = [name(launch, each.id) for each in people]
    there = "\n".join(name(launch, person) for person in leading)
    return (
        Ask("present", tr("Who was there"), there, choices=tuple((each, each) for each in names), many=True),
        Ask("others", tr("And who else"), hint=tr("Names, separated by commas")),
        Ask("next", tr("Next checkpoint"), hint=tr("2026-12-07 or T-1; none")),
        Ask("note", tr("Note"), lines=True),
        *whose(bridge, leading),
    )


def _day(bridge: LaunchBridge, text: str, say: Say) -> dt.date | None:
    try:
        return dues.parse_day(text, bridge.launch.date)
    except dues.Unclear:
        say(tr("“{text}” is no date: write it as 2026-12-07 or T-1.").format(text=text))
        return None


def call_off(parent: QWidget, bridge: LaunchBridge) -> FormDialog:
    def submit(values: Values, say: Say) -> bool:
        return give(bridge, lambda word: CalledOff(reason=values["reason"], word=word), values, say)

    asks = (Ask("reason", tr("Why it is called off"), lines=True), *whose(bridge, closers(bridge)))
    about = tr("The verdict becomes Scrubbed. Nothing is lost, and it can be resumed.")
    return FormDialog(parent, tr("Call the launch off"), asks, tr("Call the launch off"), submit, about)


def resume(parent: QWidget, bridge: LaunchBridge) -> FormDialog:
    def submit(values: Values, say: Say) -> bool:
        return give(bridge, lambda word: Resumed(reason=values["reason"], word=word), values, say)

    held = bridge.launch.called_off
    about = ""
    if held is not None:
        about = tr("Called off by {name} on {day}: {reason}").format(
            name=name(bridge.launch, held.word.by), day=days.day(held.word.at.date(), year=True), reason=held.reason
        )
    asks = (Ask("reason", tr("Why it goes on"), lines=True), *whose(bridge, closers(bridge)))
    return FormDialog(parent, tr("Resume the launch"), asks, tr("Resume the launch"), submit, about)
