"""What an update would change, as a table has it."""

from __future__ import annotations

import datetime as dt

from launchready.launch.changes import (
    Change,
    EvidenceAdded,
    EvidenceReplaced,
    PersonAdded,
    StepAdded,
    StepEdited,
    StepRemoved,
    TaskAdded,
)
from launchready.launch.changes.task_parts import StepFields
from launchready.launch.model import Due, Evidence, Person, Status, Step, Task
from launchready.wording.updates import differences
from tests.launch import builders as b

LAUNCH = b.a_launch()
TEST = b.TASKS[0]


def told(*changes: Change) -> list[tuple[str, str, str]]:
    found = list(differences(LAUNCH, changes))  # type: ignore[arg-type]
    assert {each[:2] for each in found} <= {(TEST.key, TEST.title)}
    return [each[2:] for each in found]


def test_fields_as_they_are_and_as_they_would_be() -> None:
    new = TaskAdded(task=Task(id="new", key="PM-9", title="New", lane="pm", position=9))
    assert told(
        PersonAdded(person=Person(id="zoe", name="Zoe")),
        new,
        b.edit(LAUNCH, TEST.id, owner="zoe", due=Due(date=dt.date(2026, 12, 3)), gating=not TEST.gating),
        b.edit(LAUNCH, TEST.id, lane="joint", notes="word " * 40, prerequisites=("kit", "new")),
        b.move_on(LAUNCH, TEST.id, Status.BLOCKED, "No lab"),
    ) == [
        ("owner", "", "Zoe"),
        ("due", "", "3 Dec 2026"),
        ("gating", "yes", "no"),
        ("lane", "PM", "Joint"),
        ("notes", "", "word " * 15 + "word…"),
        ("prerequisites", "", "PMM-1, PM-9"),
        ("status", "to do", "blocked: No lab"),
    ]


def test_steps_and_evidence() -> None:
    evidence = Evidence(id="e", label="Report")
    assert told(
        StepAdded(task=TEST.id, step=Step(id="s", text="Book", done=True)),
        StepRemoved(task=TEST.id, was=Step(id="r", text="Call")),
        StepEdited(task=TEST.id, step="gone", to=StepFields(done=True), was=StepFields(done=False)),
        EvidenceAdded(task=TEST.id, evidence=evidence),
        EvidenceReplaced(task=TEST.id, was=evidence, to=Evidence(id="e", label="Report", note="Why")),
    ) == [
        ("step", "", "Book (done)"),
        ("step", "Call", ""),
        ("evidence", "", "Report"),
        ("evidence", "Report", "Report (corrected)"),
    ]


def test_long_texts_are_shown_where_they_part() -> None:
    (said,) = told(
        b.edit(LAUNCH, TEST.id, notes=f"{'word ' * 40}first"),
    )
    launch = b.edit(LAUNCH, TEST.id, notes=f"{'word ' * 40}first").apply(LAUNCH)
    (found,) = differences(launch, [b.edit(launch, TEST.id, notes=f"{'word ' * 40}second")])
    assert said[1:] == ("", "word " * 15 + "word…")
    assert (found.was, found.now) == ("…word word word word first", "…word word word word second")
    (found,) = differences(launch, [b.edit(launch, TEST.id, notes="\u4e00" * 100)])
    assert found.now == "\u4e00" * 79 + "…"
