"""What a change speaks of, by name: tasks, claims, people, and the fields that an edit writes."""

from __future__ import annotations

from typing import Any

from launchready.launch.changes.base import Fields
from launchready.launch.entitlement import name
from launchready.launch.model import Due, Launch
from launchready.wording import terms

FIELDS = {
    "done_when": "done when",
    "go_no_go": "go/no-go date",
    "date": "launch date",
    "build": "release build",
    "input_expected": "input expected",
    "escalates_to": "escalates to",
    "asks": "acknowledgement",
    "text": "wording",
    "where": "where it is used",
    "position": "place",
    "email": "e-mail",
}


class Words:
    """Names what a change speaks of, from the launch before it."""

    def __init__(self, before: Launch) -> None:
        self.before = before

    def task(self, id_: str) -> str:
        task = self.before.tasks.get(id_)
        return f"{task.key} {task.title}" if task else "a removed task"

    def claim(self, id_: str) -> str:
        claim = self.before.claims.get(id_)
        return f"{claim.key} “{claim.text}”" if claim else "a removed claim"

    def condition(self, id_: str) -> str:
        condition = self.before.conditions.get(id_)
        return f"{condition.key} “{condition.text}”" if condition else "a condition"

    def activity(self, id_: str) -> str:
        activity = self.before.activities.get(id_)
        return f"{activity.key} {activity.title}" if activity else "a removed activity"

    def waiver(self, id_: str) -> str:
        waiver = self.before.waivers.get(id_)
        return self.task(waiver.task) if waiver else "a gate"

    def delegate(self, id_: str) -> str:
        held = next((held for held in self.before.delegations if held.id == id_), None)
        return f"{self.person(held.person)} as delegate for {terms.lane(held.lane)}" if held else "a delegate"

    def person(self, id_: str) -> str:
        return name(self.before, id_) or "nobody"

    def edits(self, to: Fields, was: Fields) -> str:
        """`owner from Dana Ruiz to J. Abe, due to T-14`."""
        before = was.given()
        return ", ".join(self._edit(field, before.get(field), value) for field, value in to.given().items())

    def _edit(self, field: str, was: Any, now: Any) -> str:
        words = FIELDS.get(field, field)
        if field == "parties":
            return _parties(was or (), now)
        if field in ("notes", "done_when", "prerequisites", "proof", "position"):
            return words
        return f"{words} from {self._value(field, was)} to {self._value(field, now)}"

    def _value(self, field: str, value: Any) -> str:
        if isinstance(value, Due) or field == "due":
            return terms.due(value)
        if field in ("owner", "reviewer"):
            return self.person(value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if field == "lane":
            return terms.lane(value)
        if field == "date":
            return terms.day(value)
        return f"“{value}”" if value != "" else "none"


def _parties(was: tuple[str, ...], now: tuple[str, ...]) -> str:
    """Which columns of the RACI came and went."""
    parts = [
        f"{verb} {terms.listing(names)}"
        for verb, names in (
            ("added", tuple(name for name in now if name not in was)),
            ("removed", tuple(name for name in was if name not in now)),
        )
        if names
    ]
    return f"the parties of the RACI: {' and '.join(parts) or 'order'}"
