"""Every refusal in one sentence that says what to do instead."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from launchready.launch import log
from launchready.launch.log import Entry
from launchready.launch.model import Author, Position
from launchready.launch.refusal import Refusal, refuse
from launchready.wording.problems import PROBLEMS
from launchready.wording.refusals import ACTIONS, DEEDS, REFUSALS, USES, refusal
from tests.launch import builders as b
from tests.launch.drawing import LAWS, Made, histories
from tests.wording.scanning import braces, calls, keywords, texts

CALLS = [(code, call) for call in calls("refuse") for code in texts(call.args[0])]
ALWAYS = {"are", "them"}


def test_the_source_is_scanned() -> None:
    assert len(CALLS) > 100


def test_every_code_has_words_and_gives_what_they_need() -> None:
    for code, call in CALLS:
        assert code in REFUSALS, code
        assert braces(REFUSALS[code]) - ALWAYS <= keywords(call), code


def test_no_words_are_left_over() -> None:
    assert REFUSALS.keys() == {code for code, _ in CALLS}


def test_damage_has_words() -> None:
    codes = {code for call in calls("Damaged") for code in texts(call.args[0])}
    assert "log-chain" in codes
    assert codes <= PROBLEMS.keys()


def test_every_action_and_use_has_words() -> None:
    assert {call.args[2].value for call in calls("loosening", under="launch/changes/tasks.py")} == ACTIONS.keys()  # type: ignore[attr-defined]
    deeds = {text for call in calls("_may_close") for text in texts(call.args[2])}
    assert deeds == DEEDS.keys()
    assert {"lead", "decider", "delegate", "word"} == USES.keys()


def test_a_refusal_of_each_code_is_a_sentence() -> None:
    for code, call in CALLS:
        given: dict[str, str | int | tuple[str, ...]] = dict.fromkeys(keywords(call), "here")
        if "keys" in given:
            given["keys"] = ("PM-1", "PM-2")
        sentence = refusal(Refusal(code, dict(given)))
        assert sentence.endswith("."), code
        assert sentence[0].isupper() or sentence.startswith(("here", "“")), sentence
        assert not {"{", "}"} & set(sentence)


@LAWS
@given(histories())
def test_every_drawn_refusal_is_worded(made: list[Made]) -> None:
    for step in made:
        if step.refusal is not None:
            sentence = refusal(step.refusal, step.before)
            assert sentence
            assert not {"{", "}"} & set(sentence), sentence


def test_a_refusal_names_what_and_what_to_do() -> None:
    launch = b.all_done(b.a_launch(), "load")
    assert refusal(b.refusal(launch, b.sign(launch, "pm"))) == (
        "Go is not offered to PM while PM-1 is open: finish it, waive it, or sign Go with conditions that name it."
    )
    launch = b.all_done(b.a_launch(), "load", "copy")
    assert "PM-1 and J-1 are open: finish them" in refusal(b.refusal(launch, b.sign(launch, "pm")))


def test_moved_ground_names_the_differences_and_the_people_in_them() -> None:
    launch = b.a_launch()
    seen = b.sign(launch, "pmm", Position.NO_GO)
    moved = b.make(launch, b.edit(launch, "kit", reviewer=b.OSEI), b.edit_launch(launch, date=dt.date(2026, 12, 22)))
    assert refusal(b.refusal(moved, seen), moved) == (
        "Not given, because what it speaks of changed since it was seen: launch date moved from 8 Dec 2026 to "
        "22 Dec 2026; PMM-1 Sales kit: reviewer changed from nobody to R. Osei. Look again, then decide."
    )


def test_a_word_of_another_is_refused_by_name() -> None:
    launch = b.a_launch()
    change = b.sign(launch, "pm", Position.NO_GO)
    answer = log.check(launch, Entry(id="e", at=b.NOW, by=Author(name="Dana Ruiz"), changes=(change,)))
    assert isinstance(answer, Refusal)
    assert refusal(answer) == (
        "This is the word of Priya Nair, and you are Dana Ruiz: act as Priya Nair, or record it for them."
    )


@pytest.mark.parametrize("text", ["{}", "{0}", "{title}", "%s", "{", "🚀" * 3])
def test_a_users_text_is_only_text(text: str) -> None:
    assert text in refusal(refuse("person-exists", name=text))
