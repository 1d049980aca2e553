"""Launches to write: the sample in the middle and at its end, an empty one, and one whose every text is hostile."""

from __future__ import annotations

import datetime as dt
from functools import cache
from itertools import count
from typing import Any

import msgspec

from launchready.exchange.export import Export, export_of
from launchready.launch.changes import LaunchCreated
from launchready.launch.model import Activity, Claim, ClaimState, Due, Evidence, Launch, Person, Status, Step, Task
from launchready.sample import Sample
from tests.exchange.sample_report import HOSTILE_TEXTS

AT = dt.datetime(2026, 12, 5, 10, 30, tzinfo=dt.UTC)
HOSTILE = (
    *(text for text in HOSTILE_TEXTS if "\ud800" not in text),
    '=HYPERLINK("http://e.example","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "'=1+1",
    "''-1",
    'say "hi", then; stop\nand go',
    "BEGIN:VEVENT\r\nSUMMARY:x",
    "@channel @here <!channel> *b*",
    "Zoë 🚀 アトラス أطلس",
)


@cache
def sampled(chapters: int = 99) -> Export:
    """The sample launch after so many chapters."""
    numbers = count(1)
    sample = Sample(AT, lambda: f"{next(numbers):016x}")
    session = sample.start()
    sample.tell(chapters)
    return export_of(session.launch, session.entries, sample.at)


def midway() -> Export:
    """Not ready: a gate is blocked, a sign-off stale, a claim unsupported."""
    return sampled(6)


def decided() -> Export:
    """Go with conditions, recorded."""
    return sampled()


def empty() -> Export:
    """A launch of which nothing is known but its name and day."""
    made = LaunchCreated(id="empty", name="Beacon", tier=3, date=dt.date(2027, 1, 4), go_no_go=Due(offset=-1))
    return export_of(made.apply(Launch()), (), AT)


def with_tasks(*tasks: Task, **fields: Any) -> Export:
    """A launch of these tasks and nothing else."""
    launch = empty().launch
    for task in tasks:
        launch = msgspec.structs.replace(launch, tasks=launch.tasks.insert(task.id, task))
    for person in fields.pop("people", ()):
        launch = msgspec.structs.replace(launch, people=launch.people.insert(person.id, person))
    return export_of(msgspec.structs.replace(launch, **fields), (), AT)


def hostile() -> Export:
    """Every text means something to some reader of some format."""
    people = [Person(id=f"p{number}", name=text) for number, text in enumerate(HOSTILE)]
    tasks = [_hostile_task(number, text) for number, text in enumerate(HOSTILE)]
    claims = Launch().claims
    for number, text in enumerate(HOSTILE):
        one = Claim(id=f"c{number}", key=f"C-{number}", text=text, position=number, where=text, state=ClaimState.IN_USE)
        claims = claims.insert(one.id, one)
    row = Activity(id="a", key="R-1", title=HOSTILE[8], position=1, letters={HOSTILE[9]: "A"}, input_expected="=1+1")
    return with_tasks(
        *tasks,
        people=people,
        name=HOSTILE[8],
        build=HOSTILE[9],
        claims=claims,
        parties=(HOSTILE[9], "PM"),
        activities=Launch().activities.insert("a", row),
    )


def _hostile_task(number: int, text: str) -> Task:
    links = ("javascript:alert(1)", "file:///etc/passwd", "https://ok.example/x", "mailto:a@b.example")
    return Task(
        id=f"t{number}",
        key=f"PM-{number}",
        title=text,
        lane=("pm", "pmm", "joint")[number % 3],
        position=number,
        done_when=text,
        area=text,
        owner=f"p{number}",
        due=(Due(offset=-7, workday=True), Due(date=dt.date(2026, 12, 24)), None)[number % 3],
        status=Status.BLOCKED,
        why=text,
        notes=text,
        steps=(Step(id="s", text=text),),
        evidence=(Evidence(id="e", label=text, link=links[number % 4], note=text),),
    )
