"""Steps and evidence of a task as its file has them when it comes again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

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
    in_place = [_name(one, spaced) for one in given] == names
    left = list(held.evidence)
    new = []
    for number, one in enumerate(given):
        alike = held.evidence[number : number + 1] if in_place else left
        same = next((each for each in alike if _said(each, spaced) == _said(one, spaced)), None)
        if same is None:
            new.append(one)
        else:
            left.remove(same)
    for one in new:
        known = next((each for each in left if _name(each, spaced) == _name(one, spaced)), None)
        if known is None and (own or _name(one, spaced) not in names):
            yield EvidenceAdded(task=held.id, evidence=one)
        elif known is not None and own:
            left.remove(known)
            yield EvidenceReplaced(task=held.id, to=msgspec.structs.replace(one, id=known.id), was=known)


def _name(one: Evidence, spaced: Spaced) -> str:
    """What a piece of evidence is known by: its link, or its label if it has none."""
    return spaced(one_line(one.link or one.label))


def _said(one: Evidence, spaced: Spaced) -> tuple[object, ...]:
    texts = (spaced(one_line(text)) for text in (one.label, one.link, one.build))
    return *texts, spaced(many_lines(one.note)), one.date
