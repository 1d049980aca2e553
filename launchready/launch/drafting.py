"""Changes under way: each is made on the state that those before it leave.

Keys, positions and the `was` of an edit come from that state, so that several changes of one entry fit together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct

from launchready.launch.changes import (
    ActivityAdded,
    ActivityEdited,
    AnyChange,
    ClaimAdded,
    ClaimEdited,
    LaunchEdited,
    PersonAdded,
    PersonEdited,
    SignedOff,
    StepEdited,
    TaskAdded,
    TaskEdited,
    TaskProgressed,
)
from launchready.launch.changes.base import Fields, next_key
from launchready.launch.changes.claims import ClaimFields
from launchready.launch.changes.launch import LaunchFields
from launchready.launch.changes.people import PersonFields
from launchready.launch.changes.raci import ActivityFields
from launchready.launch.changes.task_parts import StepFields
from launchready.launch.changes.tasks import Progress, TaskFields, progress
from launchready.launch.coverage import coverage, digest
from launchready.launch.entitlement import person_for
from launchready.launch.lanes import BY_ID
from launchready.launch.maps import values
from launchready.launch.model import (
    Activity,
    Author,
    Claim,
    Condition,
    Launch,
    Person,
    Position,
    Status,
    Step,
    Task,
    Word,
)
from launchready.launch.schedule import in_order

F = TypeVar("F", bound=Fields)

SPACING = 1024
"""Room between neighbouring positions, for a task to be dropped there without moving the others."""
CLAIM_PREFIX, CONDITION_PREFIX, ACTIVITY_PREFIX = "C", "CD", "R"


def parse_author(text: str) -> Author:
    """`Dana Ruiz` or `Dana Ruiz <dana@example.com>`."""
    name, _, rest = text.partition("<")
    return Author(" ".join(name.split()), rest.rstrip("> ").strip())


def between(before: int, after: int | None) -> int | None:
    """A position between two neighbours, or behind the last; None where there is no room left."""
    if after is None:
        return before + SPACING
    middle = (before + after) // 2
    return middle if before < middle < after else None


class Proposed(NamedTuple):
    """A condition as it goes with a sign-off: `owner` is a person's id, `covers` are ids of gates and claims."""

    text: str
    due: dt.date
    owner: str = ""
    covers: tuple[str, ...] = ()


class Draft:
    """Collects changes, and the launch as it would be after them. `new_id` gives ids that nothing else has."""

    def __init__(self, launch: Launch, new_id: Callable[[], str]) -> None:
        self.launch = launch
        self.new_id = new_id
        self.changes: list[AnyChange] = []
        self._last: dict[str, int] = {}

    def make(self, change: AnyChange) -> None:
        self.changes.append(change)
        self.launch = change.apply(self.launch)

    def person(self, text: str) -> str:
        """The id of a person by name or e-mail; somebody unknown is added. Empty for empty text."""
        if not text.strip():
            return ""
        author = parse_author(text)
        found = person_for(self.launch, author)
        if found is not None:
            return found.id
        person = Person(id=self.new_id(), name=author.name, email=author.email)
        self.make(PersonAdded(person=person))
        return person.id

    def task(self, title: str, lane: str, **fields: Any) -> Task:
        """Adds a task at the end of its lane, with the lane's next key. Fields are those of `Task`."""
        prefix = BY_ID[lane].prefix if lane in BY_ID else "T"
        place = {"position": self._last_in(lane) + SPACING, **fields}
        task = Task(id=self.new_id(), key=next_key(self.launch, prefix), title=title, lane=lane, **place)
        self.make(TaskAdded(task=task))
        self._last[lane] = max(self._last[lane], task.position)
        return task

    def _last_in(self, lane: str) -> int:
        """The last position of the lane; looked up once, so that adding many tasks stays linear."""
        if lane not in self._last:
            positions = (task.position for task in values(self.launch.tasks) if task.lane == lane)
            self._last[lane] = max(positions, default=0)
        return self._last[lane]

    def claim(self, text: str, **fields: Any) -> Claim:
        last = max((claim.position for claim in self.launch.claims.values()), default=0)
        key = next_key(self.launch, CLAIM_PREFIX)
        claim = Claim(id=self.new_id(), key=key, text=text, position=last + SPACING, **fields)
        self.make(ClaimAdded(claim=claim))
        return claim

    def activity(self, title: str, **fields: Any) -> Activity:
        last = max((activity.position for activity in self.launch.activities.values()), default=0)
        key = next_key(self.launch, ACTIVITY_PREFIX)
        activity = Activity(id=self.new_id(), key=key, title=title, position=last + SPACING, **fields)
        self.make(ActivityAdded(activity=activity))
        return activity

    def conditions(self, lane: str, sign_off: str, proposed: Iterable[Proposed]) -> tuple[Condition, ...]:
        """Conditions of the sign-off with that id, with the next keys. Nothing is made yet."""
        first = int(next_key(self.launch, CONDITION_PREFIX).rpartition("-")[2])
        return tuple(
            Condition(
                id=self.new_id(),
                key=f"{CONDITION_PREFIX}-{number}",
                lane=lane,
                text=text,
                due=due,
                sign_off=sign_off,
                position=number * SPACING,
                owner=owner,
                covers=covers,
            )
            for number, (text, due, owner, covers) in enumerate(proposed, first)
        )

    def sign_off(
        self,
        lane: str,
        position: Position,
        word: Word,
        *,
        seen: Launch | None = None,
        rationale: str = "",
        proposed: Iterable[Proposed] = (),
    ) -> None:
        """Gives a lane's position on what it covers in `seen`: the launch as it is here, where none is given."""
        covered, id_ = coverage(seen or self.launch, lane), self.new_id()
        self.make(
            SignedOff(
                id=id_,
                lane=lane,
                position=position,
                covered=covered,
                digest=digest(covered),
                rationale=rationale,
                conditions=self.conditions(lane, id_, proposed),
                word=word,
            )
        )

    def edit_launch(self, **fields: Any) -> None:
        if edit := _edit(LaunchFields, self.launch, fields):
            self.make(LaunchEdited(to=edit[0], was=edit[1]))

    def edit_person(self, person: Person, **fields: Any) -> None:
        if edit := _edit(PersonFields, person, fields):
            self.make(PersonEdited(person=person.id, to=edit[0], was=edit[1]))

    def edit_task(self, task: Task, **fields: Any) -> None:
        if edit := _edit(TaskFields, task, fields):
            self._last.clear()
            self.make(TaskEdited(task=task.id, to=edit[0], was=edit[1]))

    def room_beside(self, moved: Task, beside: Task, *, behind: bool) -> int:
        """A position right before or behind a task; spreads the lane out where there is none left."""
        others = [task for task in in_order(self.launch, beside.lane) if task.id != moved.id]
        index = next(number for number, task in enumerate(others) if task.id == beside.id) + behind
        before = others[index - 1].position if index else 0
        found = between(before, others[index].position if index < len(others) else None)
        if found is not None:
            return found
        for number, other in enumerate(others, 1):
            self.edit_task(other, position=number * 2 * SPACING)
        return index * 2 * SPACING + SPACING

    def edit_step(self, task: Task, step: Step, **fields: Any) -> None:
        if edit := _edit(StepFields, step, fields):
            self.make(StepEdited(task=task.id, step=step.id, to=edit[0], was=edit[1]))

    def edit_claim(self, claim: Claim, **fields: Any) -> None:
        if edit := _edit(ClaimFields, claim, fields):
            self.make(ClaimEdited(claim=claim.id, to=edit[0], was=edit[1]))

    def edit_activity(self, activity: Activity, **fields: Any) -> None:
        if edit := _edit(ActivityFields, activity, fields):
            self.make(ActivityEdited(activity=activity.id, to=edit[0], was=edit[1]))

    def progress(self, task: Task, status: Status, why: str = "") -> None:
        """Moves a task to a status. Leaving done takes the confirmations of a joint gate with it."""
        reopened = task.status is Status.DONE and status is not Status.DONE
        kept = () if reopened else task.confirmations
        to = Progress(status=status, why=why, confirmations=kept)
        if to != progress(task):
            self.make(TaskProgressed(task=task.id, to=to, was=progress(task)))


def _edit(kind: type[F], current: Struct, fields: dict[str, Any]) -> tuple[F, F] | None:
    """What to write and what was there, for the fields that differ; None where none does."""
    differing = {name: value for name, value in fields.items() if getattr(current, name) != value}
    if not differing:
        return None
    return kind(**differing), kind(**{name: getattr(current, name) for name in differing})
