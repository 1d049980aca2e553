"""A launch saved as a template: dates become days from launch, people become roles, what happened is left out."""

from __future__ import annotations

import msgspec

from launchready.launch import raci
from launchready.launch.lanes import SIGNING
from launchready.launch.model import Activity, Launch, Task
from launchready.launch.schedule import go_no_go_date, in_order
from launchready.templates.library import load
from launchready.templates.model import (
    LANES,
    LETTERS,
    TIERS,
    Due,
    Template,
    TemplateActivity,
    TemplateRefused,
    TemplateTask,
)

FURTHEST = 999


class Saved(msgspec.Struct, frozen=True):
    """The template, and what could not be taken over as it was: (key, code), the code one of due-missing,
    gate-moved-to-go-no-go, owner-left-out, reviewer-left-out, prerequisite-left-out, raci-left-out."""

    template: Template
    adapted: tuple[tuple[str, str], ...]


def saved(launch: Launch, name: str, title: str = "", description: str = "") -> Saved:
    """The launch's checklist and RACI as a template for all tiers."""
    return _Saving(launch).saved(name, title or launch.name or name, description)


class _Saving:
    def __init__(self, launch: Launch) -> None:
        self._launch = launch
        self._adapted: list[tuple[str, str]] = []
        self._go_no_go = min(0, max(-FURTHEST, (go_no_go_date(launch) - launch.date).days))
        self._ids = _ids(launch)
        self._roles = {*launch.parties, *_reviewers(launch.template)}

    def saved(self, name: str, title: str, description: str) -> Saved:
        launch = self._launch
        tasks = tuple(self._task(task) for task in in_order(launch))
        rows: list[TemplateActivity] = []
        for row in raci.in_order(launch):
            if _is_sound(row, launch, rows):
                rows.append(_activity(row))
            else:
                self._adapted.append((row.key, "raci-left-out"))
        days = dict.fromkeys(TIERS, self._go_no_go)
        parties = tuple(dict.fromkeys(launch.parties))
        template = Template(name, title.strip(), description.strip(), tasks, parties, tuple(rows), days)
        return Saved(template, tuple(self._adapted))

    def _task(self, task: Task) -> TemplateTask:
        firsts = tuple(self._ids[first] for first in task.prerequisites if first in self._ids)
        if len(firsts) < len(task.prerequisites):
            self._note(task, "prerequisite-left-out")
        return TemplateTask(
            id=self._ids[task.id],
            title=" ".join(task.title.split()),
            done_when=task.done_when.strip(),
            lane=task.lane if task.lane in LANES else "joint",
            area=task.area.strip(),
            owner_role=self._owner_role(task),
            reviewer=self._reviewer(task),
            acknowledged=task.asks,
            notes=task.notes.strip(),
            prerequisites=firsts,
            steps=tuple(step.text.strip() for step in task.steps),
            tiers=dict.fromkeys(TIERS, self._due(task)),
        )

    def _due(self, task: Task) -> Due:
        """A fixed date becomes its days from launch; a task without one is due when the decision is made."""
        due = task.due
        if due is None:
            self._note(task, "due-missing")
            return Due(self._go_no_go, task.gating, False)
        days = due.offset if due.offset is not None else (due.date - self._launch.date).days if due.date else 0
        days = max(-FURTHEST, min(FURTHEST, days))
        if task.gating and days > self._go_no_go:
            self._note(task, "gate-moved-to-go-no-go")
            days = self._go_no_go
        return Due(days, task.gating, due.workday)

    def _owner_role(self, task: Task) -> str:
        """The role of an owner who leads a lane, the task's own lane first; anyone else has no place in a template."""
        leads = {lane.id: self._launch.leads.get(lane.id, "") for lane in SIGNING}
        for lane in sorted(leads, key=lambda lane: lane != task.lane):
            if task.owner and leads[lane] == task.owner:
                return f"{lane} lead"
        if task.owner:
            self._note(task, "owner-left-out")
        return ""

    def _reviewer(self, task: Task) -> str:
        """A reviewer who is called as a party or in the launch's own template, such as Legal, is a role; a person is
        left out."""
        if not task.reviewer:
            return ""
        person = self._launch.people.get(task.reviewer)
        if person is not None and person.name in self._roles:
            return person.name
        self._note(task, "reviewer-left-out")
        return ""

    def _note(self, task: Task, code: str) -> None:
        self._adapted.append((task.key, code))


def _reviewers(template: str) -> set[str]:
    """Whom a template names as reviewers; nobody where it is not at hand."""
    try:
        return {task.reviewer for task in load(template).tasks} if template else set()
    except TemplateRefused:
        return set()


def _ids(launch: Launch) -> dict[str, str]:
    """Ids in the template by those in the launch: what its own template called a task, else the task's key."""
    own = f"{launch.template}:"
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for task in in_order(launch):
        given = task.source.removeprefix(own) if launch.template and task.source.startswith(own) else ""
        ids[task.id] = given if given and given not in taken else task.key
        taken.add(ids[task.id])
    return ids if len(taken) == len(ids) else {task.id: task.key for task in launch.tasks.values()}


def _activity(row: Activity) -> TemplateActivity:
    letters = {party: letter for party, letter in row.letters.items() if letter}
    return TemplateActivity(" ".join(row.title.split()), letters, row.input_expected, row.escalates_to)


def _is_sound(row: Activity, launch: Launch, earlier: list[TemplateActivity]) -> bool:
    """Whether a template may hold the row: one accountable, somebody responsible, parties that there are."""
    letters = [letter for letter in row.letters.values() if letter]
    return (
        all(letter in LETTERS for letter in letters)
        and all(party in launch.parties for party, letter in row.letters.items() if letter)
        and sum("A" in letter for letter in letters) == 1
        and any("R" in letter for letter in letters)
        and " ".join(row.title.split()) not in {one.name for one in earlier}
    )
