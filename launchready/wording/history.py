"""The log in plain words: what each change did, in the past tense."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from launchready.launch.changes import (
    AnyChange,
    ClaimAdded,
    ClaimStateChanged,
    EvidenceAdded,
    GateConfirmed,
    Judgement,
    LaunchCreated,
    PersonAdded,
    StepAdded,
    TaskAcknowledged,
    TaskAdded,
    TaskEdited,
    TaskProgressed,
    TaskRemoved,
)
from launchready.launch.entitlement import name
from launchready.launch.log import Entry
from launchready.launch.model import Launch
from launchready.wording import terms
from launchready.wording.language import Texts, tr, uncapital
from launchready.wording.sentences import SENTENCES
from launchready.wording.subjects import FIELDS, Words

SEVERAL: Texts[type] = Texts(
    {
        TaskAdded: lambda n: tr("Added %n task(s)", "", n),
        TaskRemoved: lambda n: tr("Removed %n task(s)", "", n),
        TaskEdited: lambda n: tr("Changed %n task(s)", "", n),
        TaskProgressed: lambda n: tr("Changed the status of %n task(s)", "", n),
        GateConfirmed: lambda n: tr("Confirmed %n joint gate(s)", "", n),
        TaskAcknowledged: lambda n: tr("Acknowledged %n task(s)", "", n),
        ClaimStateChanged: lambda n: tr("Changed the state of %n claim(s)", "", n),
    }
)
PARTS: Texts[type] = Texts(
    {
        TaskAdded: lambda n: tr("%n task(s)", "", n),
        PersonAdded: lambda n: tr("%n (person|people)", "", n),
        ClaimAdded: lambda n: tr("%n claim(s)", "", n),
    }
)
"""What an entry that only adds can have added."""
NAMES: dict[type, Callable[[Any], str]] = {
    TaskAdded: lambda c: f"{c.task.key} {c.task.title}",
    PersonAdded: lambda c: str(c.person.name),
    ClaimAdded: lambda c: tr("claim {key} “{text}”").format(key=c.claim.key, text=c.claim.text),
}
"""How one of them is called, where an entry added no other of its kind."""


def sentence(change: AnyChange, before: Launch) -> str:
    """What one change did. `before` is the launch it was made on."""
    return SENTENCES[type(change)](Words(before), change)


def entry(given: Entry, before: Launch, undone: Entry | None = None) -> str:
    """What an entry did, in one line. `undone` is the entry that it took back."""
    if undone is not None and undone.undoes:
        again = _changes(given, before)
        #: {entry} is the sentence of the entry as it stands, {what} the same with a small letter first
        return tr("Redid {what}").format(what=uncapital(again), entry=again)
    if undone is not None:
        return tr("Undid: {entry}").format(entry=_changes(undone, before))
    done, whose = _changes(given, before), _recorded_for(given, before)
    return tr("{entry} (recorded for {name})").format(entry=done, name=whose) if whose else done


def _changes(given: Entry, before: Launch) -> str:
    added = [change for change in given.changes if isinstance(change, PersonAdded)]
    others = tuple(change for change in given.changes if not isinstance(change, PersonAdded))
    if not added or not others or isinstance(others[0], LaunchCreated) or (len(others) > 1 and _adds(others)):
        return _made(given, before)
    for change in added:
        before = change.apply(before)
    done = _made(msgspec.structs.replace(given, changes=others), before)
    people = terms.listing([change.person.name for change in added])
    return tr("{entry}, and added {people}").format(entry=done, people=people)


def _adds(changes: tuple[AnyChange, ...]) -> bool:
    return all(isinstance(change, TaskAdded | ClaimAdded) for change in changes)


def _made(given: Entry, before: Launch) -> str:
    first = given.changes[0]
    if isinstance(first, LaunchCreated):
        tasks = sum(isinstance(change, TaskAdded) for change in given.changes)
        created = sentence(first, before)
        return tr("{entry}, with %n task(s)", "", tasks).format(entry=created) if tasks else created
    if len(given.changes) == 1:
        return sentence(first, before)
    kinds = {type(change) for change in given.changes}
    if len(kinds) == 1 and type(first) in SEVERAL and _subjects(given.changes) > 1:
        return _several(given, before)
    along = {TaskEdited, EvidenceAdded, StepAdded} if TaskAdded in kinds else set()
    if kinds <= PARTS.keys() | along:
        found = {kind: [change for change in given.changes if type(change) is kind] for kind in PARTS}
        parts = [_part(kind, made) for kind, made in found.items() if made]
        return tr("Added {things}").format(things=terms.listing(parts))
    more = len(given.changes) - 1
    return tr("{entry}, and %n more change(s)", "", more).format(entry=sentence(first, before))


def _part(kind: type, made: list[AnyChange]) -> str:
    return NAMES[kind](made[0]) if len(made) == 1 else PARTS.counted(kind, len(made))


def _subjects(changes: tuple[AnyChange, ...]) -> int:
    """Of how many tasks or claims they are, which are all of one kind."""
    if isinstance(changes[0], TaskAdded | TaskRemoved):
        return len(changes)
    field = "claim" if isinstance(changes[0], ClaimStateChanged) else "task"
    return len({getattr(change, field) for change in changes})


def _several(given: Entry, before: Launch) -> str:
    words = Words(before)
    first = given.changes[0]
    count = _subjects(given.changes)
    if isinstance(first, TaskProgressed):
        statuses = {change.to.status for change in given.changes if isinstance(change, TaskProgressed)}
        if len(statuses) == 1:
            status = terms.STATUSES[first.to.status.value]
            return tr("Marked %n task(s) {status}", "", count).format(status=status)
    if isinstance(first, TaskEdited):
        edits = {words.edits(change.to, change.to) for change in given.changes if isinstance(change, TaskEdited)}
        fields = sorted({FIELDS.get(field, field) for field in first.to.given()})
        if len(edits) == 1:
            return tr("Changed {fields} of %n task(s)", "", count).format(fields=terms.listing(fields))
    return SEVERAL.counted(type(first), count)


def _recorded_for(given: Entry, before: Launch) -> str:
    """For whom a judgement was noted, where its author did not give it themself."""
    for change in given.changes:
        if isinstance(change, Judgement) and change.word.recorded_by:
            return name(before, change.word.by)
    return ""
