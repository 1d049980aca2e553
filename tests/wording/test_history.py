"""The log in plain words."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given

from launchready.launch.changes import (
    Change,
    ClaimAdded,
    EscalationWithdrawn,
    LettersSet,
    PersonAdded,
    StepEdited,
    TaskAdded,
)
from launchready.launch.changes.task_parts import StepFields
from launchready.launch.log import Entry
from launchready.launch.model import Author, Claim, Due, Escalation, Launch, Person, Position, Status
from launchready.wording import history
from tests.launch import builders as b
from tests.launch.drawing import CLASSES, LAWS, Made, histories


def an_entry(*changes: Change) -> Entry:
    return Entry(id="e", at=b.NOW, by=Author(name="Sam"), changes=changes)  # type: ignore[arg-type]


def test_every_change_has_a_sentence() -> None:
    assert history.SENTENCES.keys() == set(CLASSES)


@LAWS
@given(histories())
def test_every_drawn_change_is_worded(made: list[Made]) -> None:
    for step in made:
        if step.refusal is None:
            words = history.sentence(step.change, step.before)  # type: ignore[arg-type]
            assert words
            assert not {"{", "}"} & set(words), words


@LAWS
@given(histories())
def test_every_drawn_entry_is_one_line_of_words_also_undone_and_done_again(made: list[Made]) -> None:
    entry = an_entry(*(step.change for step in made if step.refusal is None))
    if entry.changes:
        before = made[0].before
        again = Entry(id="u", at=b.NOW, by=entry.by, changes=entry.changes, undoes="h")
        assert history.entry(entry, before)
        assert history.entry(again, before, entry).startswith("Undid: ")
        assert history.entry(entry, before, again).startswith("Redid ")


LAUNCH = msgspec.structs.replace(
    b.a_launch(),
    escalations=(Escalation(id="q", lane="pm", question="Ship it?", respond_by=b.NOW.date(), word=b.word(b.PRIYA)),),
)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ((b.edit(LAUNCH, "load", owner=b.ABE),), "Changed PM-1 Load test: owner from nobody to J. Abe"),
        ((b.edit(LAUNCH, "load", due=Due(offset=-14)),), "Changed PM-1 Load test: due from no due date to T−14"),
        ((b.edit(LAUNCH, "load", lane="joint"),), "Changed PM-1 Load test: lane from PM to Joint"),
        ((b.edit(LAUNCH, "wiki", gating=True),), "Changed PM-3 Tidy the wiki: gating from no to yes"),
        ((b.move_on(LAUNCH, "load", Status.BLOCKED, "No lab"),), "Marked PM-1 Load test blocked: No lab"),
        ((b.sign(LAUNCH, "pm", Position.NO_GO, rationale="Too slow"),), "Signed off PM as No-go: Too slow"),
        (
            (b.move_on(LAUNCH, "load", Status.DONE), b.move_on(LAUNCH, "kit", Status.DONE)),
            "Marked 2 tasks done",
        ),
        (tuple(TaskAdded(task=task) for task in b.TASKS), "Added 7 tasks"),
        (
            (TaskAdded(task=b.TASKS[0]), b.edit(LAUNCH, "load", area="Speed")),
            "Added PM-1 Load test",
        ),
        (
            (b.edit(LAUNCH, "load", area="Speed"), b.edit(LAUNCH, "load", notes="Slow")),
            "Changed PM-1 Load test: area from none to “Speed”, and 1 more change",
        ),
        (
            (
                TaskAdded(task=b.TASKS[0]),
                *(PersonAdded(person=Person(id=name, name=name)) for name in ("Ann", "Bo")),
                ClaimAdded(claim=Claim(id="c", key="C-9", text="Fast", position=9)),
                ClaimAdded(claim=Claim(id="d", key="C-10", text="Small", position=10)),
            ),
            "Added PM-1 Load test, 2 people and 2 claims",
        ),
        (
            (StepEdited(task="load", step="gone", to=StepFields(done=True), was=StepFields(done=False)),),
            "Changed a step of PM-1 Load test: done from no to yes",
        ),
        ((EscalationWithdrawn(escalation="q", word=b.word(b.PRIYA)),), "Withdrew the escalation “Ship it?”"),
        (b.setup()[:1], "Created “Atlas 3.0”, Tier 1, launching 8 Dec 2026"),
        ((LettersSet(activity="gone", party="PM", to="A"),), "Set PM to A in a removed activity"),
    ],
)
def test_an_entry_says_what_it_did(changes: tuple[Change, ...], words: str) -> None:
    assert history.entry(an_entry(*changes), LAUNCH) == words


def test_a_recorded_word_says_for_whom() -> None:
    signed = b.sign(LAUNCH, "pm", Position.NO_GO)
    word = b.word(b.PRIYA, recorded_by="Sam")
    recorded = type(signed)(
        id="s", lane="pm", position=signed.position, covered=signed.covered, digest=signed.digest, word=word
    )
    assert history.entry(an_entry(recorded), LAUNCH) == "Signed off PM as No-go (recorded for Priya Nair)"


def test_an_undo_names_what_it_takes_back() -> None:
    renamed = an_entry(b.edit(LAUNCH, "load", title="Soak test"))
    after: Launch = renamed.changes[0].apply(LAUNCH)
    undo = Entry(id="u", at=b.NOW, by=renamed.by, undoes="h", changes=(renamed.changes[0].inverse(),))  # type: ignore[arg-type]
    assert history.entry(undo, after, renamed) == "Undid: Changed PM-1 Soak test: title from “Load test” to “Soak test”"
    assert history.entry(renamed, LAUNCH, undo) == (
        "Redid changed PM-1 Load test: title from “Load test” to “Soak test”"
    )
