"""What a change speaks of, by name: tasks, claims, people, and the fields that an edit writes."""

from __future__ import annotations

from typing import Any

from launchready.launch.changes.base import Fields
from launchready.launch.entitlement import name
from launchready.launch.model import Due, Launch
from launchready.wording import terms
from launchready.wording.language import QT_TRANSLATE_NOOP, Texts, tr

FIELDS = Texts(
    {
        "name": QT_TRANSLATE_NOOP("Fields", "name"),
        "email": QT_TRANSLATE_NOOP("Fields", "e-mail"),
        "title": QT_TRANSLATE_NOOP("Fields", "title"),
        "text": QT_TRANSLATE_NOOP("Fields", "wording"),
        "done_when": QT_TRANSLATE_NOOP("Fields", "done when"),
        "lane": QT_TRANSLATE_NOOP("Fields", "lane"),
        "area": QT_TRANSLATE_NOOP("Fields", "area"),
        "position": QT_TRANSLATE_NOOP("Fields", "place"),
        "owner": QT_TRANSLATE_NOOP("Fields", "owner"),
        "due": QT_TRANSLATE_NOOP("Fields", "due"),
        "gating": QT_TRANSLATE_NOOP("Fields", "gating"),
        "status": QT_TRANSLATE_NOOP("Fields", "status"),
        "notes": QT_TRANSLATE_NOOP("Fields", "notes"),
        "steps": QT_TRANSLATE_NOOP("Fields", "steps"),
        "evidence": QT_TRANSLATE_NOOP("Fields", "evidence"),
        "prerequisites": QT_TRANSLATE_NOOP("Fields", "prerequisites"),
        "reviewer": QT_TRANSLATE_NOOP("Fields", "reviewer"),
        "asks": QT_TRANSLATE_NOOP("Fields", "acknowledgement"),
        "done": QT_TRANSLATE_NOOP("Fields", "done"),
        "waiver": QT_TRANSLATE_NOOP("Fields", "waiver"),
        "where": QT_TRANSLATE_NOOP("Fields", "where it is used"),
        "proof": QT_TRANSLATE_NOOP("Fields", "proof"),
        "state": QT_TRANSLATE_NOOP("Fields", "state"),
        "tier": QT_TRANSLATE_NOOP("Fields", "tier"),
        "date": QT_TRANSLATE_NOOP("Fields", "launch date"),
        "time": QT_TRANSLATE_NOOP("Fields", "time"),
        "zone": QT_TRANSLATE_NOOP("Fields", "zone"),
        "go_no_go": QT_TRANSLATE_NOOP("Fields", "go/no-go date"),
        "build": QT_TRANSLATE_NOOP("Fields", "release build"),
        "parties": QT_TRANSLATE_NOOP("Fields", "parties"),
        "lead": QT_TRANSLATE_NOOP("Fields", "lead"),
        "decider": QT_TRANSLATE_NOOP("Fields", "decider"),
        "person": QT_TRANSLATE_NOOP("Fields", "person"),
        "task": QT_TRANSLATE_NOOP("Fields", "task"),
        "claim": QT_TRANSLATE_NOOP("Fields", "claim"),
        "activity": QT_TRANSLATE_NOOP("Fields", "activity"),
        "launch": QT_TRANSLATE_NOOP("Fields", "launch"),
        "covered content": QT_TRANSLATE_NOOP("Fields", "covered content"),
        "input_expected": QT_TRANSLATE_NOOP("Fields", "input expected"),
        "escalates_to": QT_TRANSLATE_NOOP("Fields", "escalates to"),
    },
    "Fields",
)
PARTS = Texts(
    {
        "build": QT_TRANSLATE_NOOP("Fields", "build"),
        "compensating action": QT_TRANSLATE_NOOP("Fields", "compensating action"),
        "condition": QT_TRANSLATE_NOOP("Fields", "condition"),
        "id": QT_TRANSLATE_NOOP("Fields", "id"),
        "label": QT_TRANSLATE_NOOP("Fields", "label"),
        "link": QT_TRANSLATE_NOOP("Fields", "link"),
        "note": QT_TRANSLATE_NOOP("Fields", "note"),
        "present": QT_TRANSLATE_NOOP("Fields", "present"),
        "question": QT_TRANSLATE_NOOP("Fields", "question"),
        "reason": QT_TRANSLATE_NOOP("Fields", "reason"),
        "source": QT_TRANSLATE_NOOP("Fields", "source"),
        "step": QT_TRANSLATE_NOOP("Fields", "step"),
        "where": QT_TRANSLATE_NOOP("Fields", "where"),
        "escalates to": QT_TRANSLATE_NOOP("Fields", "escalates to"),
        "input expected": QT_TRANSLATE_NOOP("Fields", "input expected"),
    },
    "Fields",
)
"""What else a text can belong to."""


class Words:
    """Names what a change speaks of, from the launch before it."""

    def __init__(self, before: Launch) -> None:
        self.before = before

    def task(self, id_: str) -> str:
        task = self.before.tasks.get(id_)
        return f"{task.key} {task.title}" if task else tr("a removed task")

    def step(self, task: str, id_: str) -> str:
        held = self.before.tasks.get(task)
        step = next((each for each in held.steps if each.id == id_), None) if held else None
        return tr("step “{text}”").format(text=step.text) if step else tr("a step")

    def escalation(self, id_: str) -> str:
        found = next((each for each in self.before.escalations if each.id == id_), None)
        return tr("the escalation “{question}”").format(question=found.question) if found else tr("an escalation")

    def claim(self, id_: str) -> str:
        claim = self.before.claims.get(id_)
        return f"{claim.key} “{claim.text}”" if claim else tr("a removed claim")

    def condition(self, id_: str) -> str:
        condition = self.before.conditions.get(id_)
        return f"{condition.key} “{condition.text}”" if condition else tr("a condition")

    def activity(self, id_: str) -> str:
        activity = self.before.activities.get(id_)
        return f"{activity.key} {activity.title}" if activity else tr("a removed activity")

    def waiver(self, id_: str) -> str:
        waiver = self.before.waivers.get(id_)
        return self.task(waiver.task) if waiver else tr("a gate")

    def delegate(self, id_: str) -> str:
        held = next((held for held in self.before.delegations if held.id == id_), None)
        if held is None:
            return tr("a delegate")
        return tr("{name} as delegate for {lane}").format(name=self.person(held.person), lane=terms.lane(held.lane))

    def person(self, id_: str) -> str:
        return name(self.before, id_) or tr("nobody")

    def edits(self, to: Fields, was: Fields) -> str:
        """`owner from Dana Ruiz to J. Abe, due to T-14`."""
        before = was.given()
        return terms.commas([self._edit(field, before.get(field), value) for field, value in to.given().items()])

    def _edit(self, field: str, was: Any, now: Any) -> str:
        words = FIELDS.get(field, field)
        if field == "parties":
            return _parties(was or (), now)
        if field in ("notes", "done_when", "prerequisites", "proof", "position"):
            return words
        return tr("{field} from {was} to {now}").format(
            field=words, was=self._value(field, was), now=self._value(field, now)
        )

    def plain(self, field: str, value: Any) -> str:
        """The value as a cell has it: without quotation marks, empty where there is none."""
        if not value and not isinstance(value, bool):
            return ""
        if field == "prerequisites":
            tasks = map(self.before.tasks.get, value)
            return terms.commas([task.key for task in tasks if task is not None])
        as_it_is = isinstance(value, str) and field not in ("owner", "reviewer", "lane")
        return value if as_it_is else self._value(field, value)

    def _value(self, field: str, value: Any) -> str:
        if isinstance(value, Due) or field == "due":
            return terms.due(value)
        if field in ("owner", "reviewer"):
            return self.person(value)
        if isinstance(value, bool):
            return tr("yes") if value else tr("no")
        if field == "lane":
            return terms.lane(value)
        if field == "date":
            return terms.day(value)
        return tr("“{text}”").format(text=value) if value != "" else tr("none")


def _parties(was: tuple[str, ...], now: tuple[str, ...]) -> str:
    """Which columns of the RACI came and went."""
    added = [name for name in now if name not in was]
    removed = [name for name in was if name not in now]
    if added and removed:
        text = tr("the parties of the RACI: added {added} and removed {removed}")
    elif added:
        text = tr("the parties of the RACI: added {added}")
    elif removed:
        text = tr("the parties of the RACI: removed {removed}")
    else:
        text = tr("the parties of the RACI: order")
    return text.format(added=terms.listing(added), removed=terms.listing(removed))
