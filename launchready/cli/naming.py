"""How people, tasks, lanes and dates are named on the command line."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Sequence
from typing import Any, Protocol, TypeVar

import click

from launchready.launch.drafting import Draft, parse_author
from launchready.launch.entitlement import lanes_of, person_for
from launchready.launch.lanes import LANES, SIGNING
from launchready.launch.model import Activity, Claim, Condition, Due, Evidence, Launch, Person, Task, Word
from launchready.launch.schedule import in_order, resolve
from launchready.wording import terms

OFFSET = re.compile(r"T(?:([+\-−–])(\d{1,4}))?(w?)", re.IGNORECASE)
LANE = click.Choice([lane.id for lane in LANES], case_sensitive=False)
SIGNING_LANE = click.Choice([lane.id for lane in SIGNING], case_sensitive=False)


class Unclear(click.ClickException):
    """Something on the command line that names nothing, or more than one thing."""

    exit_code = 2


class Keyed(Protocol):
    @property
    def key(self) -> str: ...


K = TypeVar("K", bound=Keyed)


def find(items: Iterable[K], key: str, what: str) -> K:
    """The item of that key, in any case. Says what there is instead."""
    known = {item.key.casefold(): item for item in items}
    found = known.get(key.strip().casefold())
    if found is not None:
        return found
    keys = [item.key for item in known.values()]
    close = difflib.get_close_matches(key.upper(), keys, n=1)
    hint = f"did you mean {close[0]}?" if close else f"there are {terms.listing(keys)}."
    raise Unclear(f"There is no {what} {key}: {hint}")


def labelled(key: str, items: Sequence[Evidence], label: str) -> int:
    """The position of the one piece of evidence with that label, in any case."""
    found = [at for at, item in enumerate(items) if item.label.casefold() == label.strip().casefold()]
    if len(found) == 1:
        return found[0]
    labels = terms.listing([f"“{item.label}”" for item in items])
    raise Unclear(f"{key} has {'more than one' if found else 'no'} evidence labelled “{label}”; it has {labels}.")


def task(launch: Launch, key: str) -> Task:
    return find(in_order(launch), key, "task")


def tasks(launch: Launch, keys: Sequence[str]) -> list[Task]:
    """The tasks of those keys, each once."""
    found = {item.id: item for item in (task(launch, key) for key in keys)}
    return list(found.values())


def claim(launch: Launch, key: str) -> Claim:
    return find(sorted(launch.claims.values(), key=lambda item: item.position), key, "claim")


def condition(launch: Launch, key: str) -> Condition:
    return find(sorted(launch.conditions.values(), key=lambda item: item.position), key, "condition")


def activity(launch: Launch, name: str) -> Activity:
    """By key or by title."""
    rows = sorted(launch.activities.values(), key=lambda item: item.position)
    titled = [row for row in rows if row.title.casefold() == name.strip().casefold()]
    return titled[0] if titled else find(rows, name, "activity")


def subjects(launch: Launch, keys: Sequence[str]) -> list[str]:
    """Ids of gates and claims by their keys, in the order given."""
    everything: list[Any] = [*in_order(launch), *launch.claims.values()]
    return [find(everything, key, "task or claim").id for key in keys]


def split_keys(text: str) -> list[str]:
    """Keys separated by commas or blanks."""
    return [key for key in re.split(r"[,\s]+", text) if key]


def person(draft: Draft, text: str) -> str:
    """The id of a person by name or e-mail; empty for empty text. Adds somebody new, unless it looks like a slip."""
    author = parse_author(text)
    people = draft.launch.people.values()
    if author.name and not author.email and person_for(draft.launch, author) is None:
        _refuse_twins(draft.launch, author.name)
        names = {known.name.casefold(): known.name for known in people}
        asked = author.name.casefold()
        firsts = {known.partition(" ")[0]: known for known in reversed(names)}
        first = [firsts[known] for known in difflib.get_close_matches(asked, firsts, n=1, cutoff=0.8)]
        close = first or difflib.get_close_matches(asked, names, n=1, cutoff=0.8)
        if close:
            raise Unclear(
                f"{text} is not among the people of this launch: did you mean {names[close[0]]}? "
                "Add somebody new with `launchready person add`."
            )
    return draft.person(text)


def _refuse_twins(launch: Launch, name: str) -> None:
    """Refuses a name that several people have."""
    same = [known for known in launch.people.values() if known.name.casefold() == name.casefold()]
    if len(same) < 2:
        return
    written = terms.listing(sorted(f"“{known.name} <{known.email}>”" for known in same))
    bare = any(not known.email for known in same)
    hint = f" Give the one without an e-mail one: `launchready person edit FILE '{name} <>' --email …`." if bare else ""
    raise Unclear(f"{len(same)} people are named {name}: add the e-mail, as in {written}.{hint}")


def judge(launch: Launch, text: str) -> Person:
    """The person of the launch whose word something is."""
    return known_person(
        launch,
        text,
        "act as one of them with --as, record it for one with --for, or add the person with `launchready person add`.",
    )


def known_person(launch: Launch, text: str, otherwise: str = "name one of them.") -> Person:
    """A person of the launch. `Name <>` is the one of that name without an e-mail."""
    author = parse_author(text)
    found = person_for(launch, author)
    if found is None and text.rstrip().endswith("<>"):
        bare = (known for known in launch.people.values() if (known.name, known.email) == (author.name, ""))
        found = next(bare, None)
    if found is not None:
        return found
    if not author.email:
        _refuse_twins(launch, author.name)
    names = [person.name for person in launch.people.values()]
    raise Unclear(f"{text} is not among the people of this launch ({terms.listing(sorted(names))}): {otherwise}")


def lane_of(launch: Launch, word: Word, wanted: str | None) -> str:
    """The lane a word is for: the one named, else the only one its author speaks for."""
    if wanted:
        return wanted.lower()
    lanes = lanes_of(launch, word)
    if len(lanes) == 1:
        return lanes[0]
    name = launch.people[word.by].name
    if not lanes:
        leads = terms.listing(
            [f"{launch.people[person].name} ({terms.lane(lane)})" for lane, person in leads_of(launch)]
        )
        raise Unclear(f"{name} leads no lane here; the leads are {leads}: record it for one of them with --for.")
    raise Unclear(f"{name} speaks for {terms.listing([terms.lane(lane) for lane in lanes])}: say which with --lane.")


def leads_of(launch: Launch) -> list[tuple[str, str]]:
    return [(lane.id, launch.leads[lane.id]) for lane in SIGNING if lane.id in launch.leads]


def date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        raise Unclear(f"“{text}” is no date: write it as 2026-12-08.") from None


def due(text: str) -> Due | None:
    """`T-14`, `T+3`, `T-14w` (shifted off weekends), a date, or `none`."""
    stripped = text.strip()
    if stripped.casefold() in ("", "none"):
        return None
    matched = OFFSET.fullmatch(stripped)
    if matched is None:
        try:
            return Due(date=dt.date.fromisoformat(stripped))
        except ValueError:
            raise Unclear(
                f"“{text}” is no due date: write days before launch as T-14 (T-14w keeps off weekends), "
                "days after it as T+3, a day as 2026-12-08, or none."
            ) from None
    sign, days, workday = matched.groups()
    offset = int(days or 0) * (1 if sign == "+" else -1)
    return Due(offset=offset, workday=bool(workday))


def day(launch: Launch, text: str) -> dt.date:
    """A date, or days before or after launch as a date."""
    try:
        found = resolve(due(text), launch.date)
    except Unclear:
        found = None
    if found is None:
        raise Unclear(f"“{text}” is no date: write it as 2026-12-08, or as T-3.")
    return found
