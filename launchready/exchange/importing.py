"""An imported checklist as changes to a launch: advisory tasks unless the file says otherwise, never a sign-off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import msgspec

from launchready.exchange.carried import many_lines, one_line, person_line, plain_spaced
from launchready.exchange.checklist import Checklist, ChecklistDue, ChecklistTask
from launchready.launch.changes import PersonAdded
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import person_for
from launchready.launch.lanes import is_shared
from launchready.launch.model import Author, Due, Evidence, Person, Status, Step

OWN_ORIGIN = "launchready"
_WITH_MAIL = re.compile(r"(?P<name>.*\S\s*) <(?P<email>[^<>]+)>")


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What an import makes of a launch, by keys: tasks added, tasks changed, tasks that are as the file has them.

    `kept` are (key, field) of what the file says otherwise but a rule or a judgement holds; `missing` are tasks that
    came from the file before and are not among its tasks now.
    """

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()


class People:
    """Finds the people that a file names, or adds them: by name and e-mail, else by a name that only one has.

    Where a file of our own names two who share a name or an e-mail, only one of the very same name and e-mail counts.
    """

    def __init__(self, draft: Draft, checklist: Checklist) -> None:
        self._draft = draft
        self._spaced: Callable[[str], str] = plain_spaced if checklist.plain_spaced else str
        self._ids = {self._key(_called(person)): person.id for person in draft.launch.people.values()}
        said = {self._key(person_line(each)) for task in checklist.tasks for each in (task.owner, task.reviewer)}
        named = Counter(part for each in said for part in _parts(each) if part)
        own = checklist.origin == OWN_ORIGIN
        self._twins = {each for each, times in named.items() if times > 1} if own else set()

    def found(self, said: str) -> str:
        """The id of a person; empty for nobody."""
        text = person_line(said)
        if not text:
            return ""
        key = self._key(text)
        if key not in self._ids:
            self._ids[key] = self._find(text)
        return self._ids[key]

    def _key(self, text: str) -> str:
        return self._spaced(text).casefold()

    def _find(self, text: str) -> str:
        name, email = _parts(text)
        shared = self._twins & {self._key(name), self._key(email)}
        known = None if shared else person_for(self._draft.launch, Author(name, email))
        if known is not None:
            return known.id
        person = Person(id=self._draft.new_id(), name=name, email=email)
        self._draft.make(PersonAdded(person=person))
        return person.id


def _parts(text: str) -> tuple[str, str]:
    match = _WITH_MAIL.fullmatch(text)
    return (match["name"], match["email"]) if match else (text, "")


def _called(person: Person) -> str:
    shown = f"{person.name} <{person.email}>" if person.email else person.name
    return person_line(shown)


def draft_tasks(draft: Draft, checklist: Checklist, file: str) -> tuple[str, ...]:
    """Adds every task of the checklist to the draft, and answers with their keys; `file` names where they came from."""
    made, people = {}, People(draft, checklist)
    for task in checklist.tasks:
        made[task.id] = add_task(draft, task, source_of(checklist, task, file), people)
    add_prerequisites(draft, checklist, made)
    return tuple(draft.launch.tasks[id_].key for id_ in made.values())


def source_of(checklist: Checklist, task: ChecklistTask, file: str) -> str:
    """What a task of the launch is known by when its file comes again: the file or product, and its id there."""
    if task.id:
        return one_line(f"{checklist.origin or file}#{task.id}")
    return one_line(f"{file}, {task.place}" if task.place else file)


def add_task(draft: Draft, task: ChecklistTask, source: str, people: People) -> str:
    """Adds one task, still without prerequisites; the id it got."""
    gating = can_gate(task)
    status = status_of(task)
    if gating and is_shared(task.lane) and status is Status.DONE:
        status = Status.TODO  # only both leads' confirmations make a joint gate done
    added = draft.task(
        title_of(task),
        task.lane,
        done_when=many_lines(task.done_when),
        area=one_line(task.area),
        owner=people.found(task.owner),
        reviewer=people.found(task.reviewer),
        due=due_of(task.due),
        gating=gating,
        status=status,
        why=many_lines(task.why) if status in (Status.BLOCKED, Status.NOT_APPLICABLE) else "",
        notes=many_lines(task.notes),
        steps=steps_of(draft, task),
        evidence=evidence_of(draft, task),
        asks=task.asks and not is_shared(task.lane),
        source=source,
    )
    return added.id


def add_prerequisites(draft: Draft, checklist: Checklist, made: dict[str, str]) -> None:
    """Lets tasks that are in the launch wait for each other; `made` maps their ids in the file to those here."""
    for task in checklist.tasks:
        firsts = tuple(made[first] for first in task.prerequisites if first in made)
        if firsts and task.id in made:
            draft.edit_task(draft.launch.tasks[made[task.id]], prerequisites=firsts)


def title_of(task: ChecklistTask) -> str:
    title = one_line(task.title)
    return title if title.strip() else "Untitled"


def status_of(task: ChecklistTask) -> Status:
    if task.status is not None:
        return Status(task.status)
    return Status.DONE if task.done else Status.TODO


def can_gate(task: ChecklistTask) -> bool:
    """Whether a column says that it is a gate; what is due after launch can't be one."""
    return bool(task.gating) and not (task.due is not None and (task.due.offset or 0) > 0)


def steps_of(draft: Draft, task: ChecklistTask) -> tuple[Step, ...]:
    texts = ((one_line(step.text), step.done) for step in task.steps)
    return tuple(Step(id=draft.new_id(), text=text, done=done) for text, done in texts if text.strip())


def evidence_of(draft: Draft, task: ChecklistTask) -> tuple[Evidence, ...]:
    found = []
    for said in task.links:
        label, link, build = one_line(said.label), one_line(said.link), one_line(said.build)
        label = label if label.strip() else link
        if label.strip():
            found.append(
                Evidence(
                    id=draft.new_id(),
                    label=label,
                    link=link,
                    note=many_lines(said.note),
                    date=said.date,
                    build=build,
                )
            )
    return tuple(found)


def due_of(due: ChecklistDue | None) -> Due | None:
    return None if due is None else Due(offset=due.offset, date=due.date, workday=due.workday)
