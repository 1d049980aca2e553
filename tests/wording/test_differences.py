"""What changed since something was signed, in words."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given

from launchready.launch.coverage import coverage, differences
from launchready.launch.refusal import Difference
from launchready.wording.differences import DIFFERENCES, difference
from tests.launch import builders as b
from tests.launch.drawing import LAWS, Made, histories
from tests.wording.scanning import ROOT, braces


def codes_in_the_source() -> set[str]:
    """The texts in coverage.py that are codes; the two that it makes from a field's name are spelt out."""
    tree = ast.parse((ROOT / "launch/coverage.py").read_text(encoding="utf-8"))
    constants = {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    single = {"date", "tier", "lead", "build"}
    dashed = {text for text in constants if "-" in text.strip("-") and " " not in text}
    return dashed | (constants & single) | {"gate-title", "gate-done-when"}


def test_every_code_has_words_and_no_words_are_left_over() -> None:
    assert codes_in_the_source() == DIFFERENCES.keys()


def test_words_need_only_what_a_difference_has() -> None:
    for sentence in DIFFERENCES.values():
        assert braces(sentence) <= {"label", "title", "was", "now"}


@LAWS
@given(histories())
def test_every_drawn_difference_is_worded(made: list[Made]) -> None:
    first, last = made[0].before, made[-1].after
    for lane in ("pm", "pmm"):
        for given_difference in differences(coverage(first, lane), coverage(last, lane)):
            words = difference(given_difference, last)
            assert words
            assert not {"{", "}"} & set(words), words


@pytest.mark.parametrize(
    ("given_difference", "words"),
    [
        (
            Difference(code="date", was="2026-12-08", now="2026-12-22"),
            "launch date moved from 8 Dec 2026 to 22 Dec 2026",
        ),
        (Difference(code="lead", was=b.PRIYA, now=b.ABE), "the lane's lead changed from Priya Nair to J. Abe"),
        (Difference(code="build", was="", now="3.1"), "release build changed from none to 3.1"),
        (
            Difference(code="gate-moved", label="PM-1", title="Load test", was="pm", now="joint"),
            "PM-1 Load test: moved from PM to Joint",
        ),
        (
            Difference(code="evidence-gone", label="PM-1", title="Load test", was="Report"),
            "PM-1 Load test: evidence “Report” removed or replaced",
        ),
        (
            Difference(code="claim-reworded", label="CL-1", title="{now}", was="{0}", now="{now}"),
            "CL-1: reworded from “{0}” to “{now}”",
        ),
    ],
)
def test_a_difference_says_what_was_and_is(given_difference: Difference, words: str) -> None:
    assert difference(given_difference, b.a_launch()) == words
