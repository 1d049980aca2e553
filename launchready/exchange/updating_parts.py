"""Steps and evidence of a task as its file has them when it comes again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence

import msgspec

from launchready.exchange.carried import many_lines, one_line
from launchready.launch.changes import (
    AnyChange,
    EvidenceAdded,
    EvidenceReplaced,
    StepAdded,
    StepEdited,
    StepRemoved,
)
from launchready.launch.changes.task_parts import StepFields
from launchready.launch.model import Evidence, Step, Task

Spaced = Callable[[str], str]
"""How the file has white space, to which what is held is made alike before the two are compared."""


def step_changes(held: Task, given: Sequence[Step], spaced: Spaced, *, whole: bool) -> Iterator[AnyChange]:
    """Ticks steps as the file has them and adds new ones; a step is known by its words.

    `whole`: the file has every step, so what differs between the first and the last that are alike was reworded,
    removed or added there.
    """
    texts, wanted = [spaced(one_line(step.text)) for step in held.steps], [spaced(step.text) for step in given]
    if not whole:
        yield from _added_steps(held, given)
        return
    start, most = 0, min(len(texts), len(wanted))
    while start < most and texts[start] == wanted[start]:
        start += 1
    end = 0
    while end < most - start and texts[-1 - end] == wanted[-1 - end]:
        end += 1
    pairs = [(number, number) for number in range(min(most, len(wanted) - end, len(texts) - end))]
    pairs += [(len(texts) - number, len(wanted) - number) for number in range(end, 0, -1)]
    for was, to in pairs:
        text = held.steps[was].text if texts[was] == wanted[to] else given[to].text
        yield from _edited(held, held.steps[was], text, given[to].done)
    paired = len(pairs) - end
    for number in reversed(range(paired, len(texts) - end)):
        yield StepRemoved(task=held.id, was=held.steps[number], index=number)
    for number in range(paired, len(wanted) - end):
        yield StepAdded(task=held.id, step=given[number], index=number)


def _added_steps(held: Task, given: Sequence[Step]) -> Iterator[AnyChange]:
    by_text = {step.text: step for step in held.steps}
    for step in given:
        known = by_text.setdefault(step.text, step)
        if known is step:
            yield StepAdded(task=held.id, step=step)
        else:
            yield from _edited(held, known, known.text, step.done)
            by_text[step.text] = msgspec.structs.replace(known, done=step.done)


def _edited(held: Task, step: Step, text: str, done: bool) -> Iterator[StepEdited]:
    to, was = StepFields(), StepFields()
    if step.text != text:
        to, was = msgspec.structs.replace(to, text=text), msgspec.structs.replace(was, text=step.text)
    if step.done != done:
        to, was = msgspec.structs.replace(to, done=done), msgspec.structs.replace(was, done=step.done)
    if to != was:
        yield StepEdited(task=held.id, step=step.id, to=to, was=was)


def evidence_changes(held: Task, given: Sequence[Evidence], spaced: Spaced, *, own: bool) -> Iterator[AnyChange]:
    """Adds evidence whose link and label are both new. A file of our own says all of a piece, and may correct it.

    None is removed: evidence is proof, and judgements rest on it.
    """
    names = [_name(each, spaced) for each in held.evidence]
    left = {each.id: each for each in held.evidence}
    new = []
    if [_name(one, spaced) for one in given] == names:
        for one, each in zip(given, held.evidence, strict=True):
            if _said(one, spaced) == _said(each, spaced):
                del left[each.id]
            else:
                new.append(one)
    else:
        said = _queues(held.evidence, [_said(each, spaced) for each in held.evidence])
        new = [one for one in given if _taken(said.get(_said(one, spaced)), left) is None]
    named = _queues(held.evidence, names)
    for one in new:
        known = _taken(named.get(_name(one, spaced)), left)
        if known is None and (own or _name(one, spaced) not in named):
            yield EvidenceAdded(task=held.id, evidence=one)
        elif known is not None and own:
            yield EvidenceReplaced(task=held.id, to=msgspec.structs.replace(one, id=known.id), was=known)


def _queues(evidence: Sequence[Evidence], keys: Sequence[Hashable]) -> dict[Hashable, deque[str]]:
    found: dict[Hashable, deque[str]] = {}
    for one, key in zip(evidence, keys, strict=True):
        found.setdefault(key, deque()).append(one.id)
    return found


def _taken(queue: deque[str] | None, left: dict[str, Evidence]) -> Evidence | None:
    """The first of a queue that is still left, which it then no longer is."""
    while queue:
        found = left.pop(queue.popleft(), None)
        if found is not None:
            return found
    return None


def _name(one: Evidence, spaced: Spaced) -> str:
    """What a piece of evidence is known by: its link, or its label if it has none."""
    return spaced(one_line(one.link or one.label))


def _said(one: Evidence, spaced: Spaced) -> tuple[object, ...]:
    texts = (spaced(one_line(text)) for text in (one.label, one.link, one.build))
    return *texts, spaced(many_lines(one.note)), one.date
