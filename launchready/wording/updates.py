"""What an update would change, task by task and field by field, as a table has it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from launchready.launch.changes import (
    AnyChange,
    EvidenceAdded,
    EvidenceRemoved,
    EvidenceReplaced,
    PersonAdded,
    StepAdded,
    StepEdited,
    StepRemoved,
    TaskAdded,
    TaskEdited,
    TaskProgressed,
)
from launchready.launch.changes.tasks import Progress
from launchready.launch.model import Launch
from launchready.wording import terms
from launchready.wording.language import tr
from launchready.wording.subjects import FIELDS, Words

WIDEST, ALIKE = 80, 20


class Difference(NamedTuple):
    """One field of a task, as it is and as it would be; empty where there is nothing."""

    key: str
    title: str
    field: str
    was: str
    now: str


def differences(before: Launch, changes: Iterable[AnyChange]) -> Iterator[Difference]:
    """What the changes make of the tasks that `before` has, those of one task together. Added tasks are left out."""
    after, of_task = before, dict[str, list[AnyChange]]()
    for change in changes:
        if isinstance(change, PersonAdded | TaskAdded):
            after = change.apply(after)
        elif (id_ := getattr(change, "task", "")) in before.tasks:
            of_task.setdefault(id_, []).append(change)
    words = Words(after)
    for id_, made in of_task.items():
        task = before.tasks[id_]
        for field, was, now in itertools.chain.from_iterable(_fields(words, change) for change in made):
            yield Difference(task.key, task.title, field, *_short(was, now))


def _fields(words: Words, change: AnyChange) -> Iterator[tuple[str, str, str]]:
    if isinstance(change, TaskEdited):
        was = change.was.given()
        for field, value in change.to.given().items():
            yield FIELDS.get(field, field), words.plain(field, was.get(field)), words.plain(field, value)
    elif isinstance(change, TaskProgressed):
        yield FIELDS["status"], _status(change.was), _status(change.to)
    elif isinstance(change, StepAdded | StepRemoved | StepEdited):
        yield from ((tr("step"), was, now) for was, now in _step(words, change))
    elif isinstance(change, EvidenceAdded | EvidenceRemoved | EvidenceReplaced):
        gone = "" if isinstance(change, EvidenceAdded) else change.was.label
        come = "" if isinstance(change, EvidenceRemoved) else _evidence(change)
        yield FIELDS["evidence"], gone, come


def _evidence(change: EvidenceAdded | EvidenceReplaced) -> str:
    if isinstance(change, EvidenceAdded):
        return change.evidence.label
    same = change.to.label == change.was.label
    return tr("{label} (corrected)").format(label=change.to.label) if same else change.to.label


def _step(words: Words, change: StepAdded | StepRemoved | StepEdited) -> Iterator[tuple[str, str]]:
    if isinstance(change, StepAdded):
        yield "", _ticked(change.step.text, done=change.step.done)
    elif isinstance(change, StepRemoved):
        yield _ticked(change.was.text, done=change.was.done), ""
    else:
        to = change.to.given()
        for held in words.before.tasks[change.task].steps:
            if held.id == change.step:
                text, done = to.get("text", held.text), to.get("done", held.done)
                yield _ticked(held.text, done=held.done), _ticked(text, done=done)


def _ticked(text: str, *, done: bool) -> str:
    return tr("{text} (done)").format(text=text) if done else text


def _status(at: Progress) -> str:
    status = terms.STATUSES[at.status.value]
    return tr("{status}: {why}").format(status=status, why=at.why) if at.why else status


def _short(was: str, now: str) -> Iterator[str]:
    """Both on one line, and cut; where they begin alike for long, from shortly before they part."""
    lines = [" ".join(text.split()) for text in (was, now)]
    alike = sum(1 for _ in itertools.takewhile(lambda signs: signs[0] == signs[1], zip(*lines, strict=False)))
    start = alike - ALIKE if alike > WIDEST // 2 and max(map(len, lines)) > WIDEST else 0
    for line in lines:
        shown = f"…{line[start:]}" if start else line
        yield shown if len(shown) <= WIDEST else f"{shown[: WIDEST - 1].rstrip()}…"
