from __future__ import annotations

from launchready.cli import answers as command_line
from launchready.desktop.answers import ANSWERS, answered, remarked
from launchready.wording.problems import PROBLEMS

ONLY_TYPED = {
    "import-map-unclear",
    "import-unknown-status",
    "import-unknown-lane",
    "import-wrong-product",
    "missing",
    "entry-unknown",
}
"""Answers to what only an option can be wrong about, or a name that was typed."""


SAID_IN_FULL = {"not-lead", "not-other-lead", "not-reviewer", "not-decider", "lead-of-both"}
"""Refusals that say what to do themselves; the command line only adds the option's name."""


def test_what_the_command_line_answers_the_window_answers_too() -> None:
    assert ANSWERS.keys() <= PROBLEMS.keys()
    needs_none = {"import-cell-error", "import-formula-without-value", "import-launch-file"}  # a form asks, or nothing
    assert command_line.ANSWERS.keys() - ANSWERS.keys() == ONLY_TYPED | SAID_IN_FULL | needs_none


def test_an_answer_follows_the_problem() -> None:
    said = answered("import-not-utf8", {"file": "plan.csv", "line": 3})
    assert said == "plan.csv, line 3: this is not UTF-8. Choose its encoding, or save it as UTF-8."


def test_a_remark_does_not_repeat_the_file() -> None:
    assert remarked("fenced-boxes-left-out", {"line": 4, "count": 2}).startswith("Line 4: 2 boxes in a code fence")
    assert remarked("import-parents-are-tasks", {"count": 2}).startswith("Rows that stand over others")
