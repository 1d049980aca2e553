"""Groups of the checklist: by area, owner, due, status or lane."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from launchready.desktop.models.facts import Fact, View
from launchready.desktop.widgets.tones import of_status
from launchready.launch.lanes import LANES
from launchready.launch.model import Launch, Status
from launchready.wording import terms
from launchready.wording.language import QT_TR_NOOP, tr

Key: TypeAlias = "tuple[object, ...]"
"""What the tasks of one group share; sorts as the groups stand."""

RANK = {lane.id: number for number, lane in enumerate(LANES)}
STATUS_RANK = {
    status: number
    for number, status in enumerate(
        (Status.BLOCKED, Status.IN_PROGRESS, Status.TODO, Status.DONE, Status.NOT_APPLICABLE)
    )
}
LATE, WEEK, NEXT, LATER, AFTER, NEVER, DONE = range(7)


class Header(NamedTuple):
    """The row above a group. `lane` is empty where the group has no lane of its own."""

    id: str
    key: Key
    title: str
    lane: str
    done: int
    total: int

    def counted(self, more: int) -> Header:
        """With so many more tasks done."""
        return self._replace(done=self.done + more)


def sorted_by_group(found: list[Fact], grouping: str, launch: Launch, view: View) -> tuple[list[Fact], list[Key]]:
    """The facts group by group, each group in launch order, with the key of each."""
    key = _KEYS[grouping](launch, view, found)
    groups: defaultdict[Key, list[Fact]] = defaultdict(list)
    for each in found:
        groups[key(each)].append(each)
    keys = sorted(groups)
    return [each for key in keys for each in groups[key]], [key for key in keys for _ in groups[key]]


def headers(found: list[Fact], keys: list[Key], grouping: str, launch: Launch) -> dict[Key, Header]:
    """The header of each group, with how many of its tasks are done, filtered out or not."""
    totals: dict[Key, int] = {}
    done: dict[Key, int] = {}
    first: dict[Key, Fact] = {}
    for each, key in zip(found, keys, strict=True):
        totals[key] = totals.get(key, 0) + 1
        if each.done:
            done[key] = done.get(key, 0) + 1
        first.setdefault(key, each)
    made = {}
    for key, total in totals.items():
        title, lane = _TITLES[grouping](first[key], key, launch)
        made[key] = Header(f"§{key}", key, title, lane, done.get(key, 0), total)
    return made


def _by_area(_: Launch, __: View, found: list[Fact]) -> Callable[[Fact], Key]:
    places = dict.fromkeys((each.task.lane, each.task.area) for each in found)
    keys = {place: (RANK[place[0]], number) for number, place in enumerate(places)}
    return lambda each: keys[each.task.lane, each.task.area]


def _by_lane(_: Launch, __: View, ___: list[Fact]) -> Callable[[Fact], Key]:
    keys = {lane: (rank,) for lane, rank in RANK.items()}
    return lambda each: keys[each.task.lane]


def _by_owner(launch: Launch, _: View, __: list[Fact]) -> Callable[[Fact], Key]:
    names = {id_: person.name.casefold() for id_, person in launch.people.items()}
    return lambda each: (not each.task.owner, names.get(each.task.owner, ""), each.task.owner)


def _by_status(_: Launch, __: View, ___: list[Fact]) -> Callable[[Fact], Key]:
    return lambda each: (STATUS_RANK[each.task.status],)


def _by_due(launch: Launch, view: View, _: list[Fact]) -> Callable[[Fact], Key]:
    monday = view.today - dt.timedelta(days=view.today.weekday())

    def key(each: Fact) -> Key:
        waived = not each.late and each.due is not None and each.due < view.today
        if each.done or waived or each.task.status is Status.NOT_APPLICABLE:
            return (DONE,)
        if each.due is None:
            return (NEVER,)
        if each.late:
            return (LATE,)
        if each.due > launch.date:
            return (AFTER,)
        weeks = (each.due - monday).days // 7
        return (WEEK if weeks <= 0 else NEXT if weeks == 1 else LATER,)

    return key


_KEYS: dict[str, Callable[[Launch, View, list[Fact]], Callable[[Fact], Key]]] = {
    "area": _by_area,
    "owner": _by_owner,
    "due": _by_due,
    "status": _by_status,
    "lane": _by_lane,
}
DUE_TITLES = (
    QT_TR_NOOP("Late"),
    QT_TR_NOOP("This week"),
    QT_TR_NOOP("Next week"),
    QT_TR_NOOP("Later"),
    QT_TR_NOOP("After launch"),
    QT_TR_NOOP("No due date"),
    QT_TR_NOOP("Done, waived or not applicable"),
)


def _area(first: Fact, _: Key, __: Launch) -> tuple[str, str]:
    return first.task.area or tr("No area"), first.task.lane


def _owner(first: Fact, _: Key, launch: Launch) -> tuple[str, str]:
    person = launch.people.get(first.task.owner)
    return (person.name if person else tr("No owner")), ""


def _due(_: Fact, key: Key, __: Launch) -> tuple[str, str]:
    return tr(DUE_TITLES[int(str(key[0]))]), ""


_TITLES: dict[str, Callable[[Fact, Key, Launch], tuple[str, str]]] = {
    "area": _area,
    "owner": _owner,
    "due": _due,
    "status": lambda first, _, __: (of_status(first.task.status).text, ""),
    "lane": lambda first, _, __: (terms.lane(first.task.lane), first.task.lane),
}
GROUPINGS = tuple(_KEYS)
