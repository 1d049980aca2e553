"""What to do about a problem, in the words of the command line and in no others."""

from __future__ import annotations

import re
from pathlib import Path

from launchready.cli.answers import ANSWERS
from launchready.wording.problems import PROBLEMS
from launchready.wording.refusals import REFUSALS
from tests.cli.desk import PM, Desk
from tests.wording.scanning import braces

COMMAND_LINE = re.compile(r"(?<![\w-])--[a-z]|`launchready |\w=(?:title|ignore|status)\b")


def test_each_answers_something_with_what_is_known_of_it() -> None:
    assert ANSWERS.keys() <= PROBLEMS.keys() | REFUSALS.keys()
    for code, sentence in ANSWERS.items():
        known = braces({**PROBLEMS, **REFUSALS}[code]) | {"said", "allowed", "column"}
        assert braces(sentence) <= known, code


def test_no_sentence_that_both_faces_show_speaks_of_options_or_verbs() -> None:
    spoken = {code for code, sentence in {**PROBLEMS, **REFUSALS}.items() if COMMAND_LINE.search(sentence)}
    assert not spoken
    assert all(COMMAND_LINE.search(sentence) or code in ("import-launch-file",) for code, sentence in ANSWERS.items())


def test_an_unclear_word_is_answered_by_an_option(desk: Desk, tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text("Task,Status,Lane\nBrief,Banana,Sales\n", encoding="utf-8")
    code, _, error = desk.call("import", str(plan), by=PM)
    assert code == 2
    assert "row 2, column Status: “Banana” is no status known here. Say what it means, such as" in error
    assert "--status 'Banana=in-progress'; allowed: to-do, in-progress, blocked, done, not-applicable." in error
    code, _, error = desk.call("import", str(plan), "--status", "Banana=blocked", by=PM)
    assert code == 2
    assert "“Sales” is no lane known here. Say which it means, such as --area-lane 'Sales=pmm'; allowed: pm" in error
    code, _, error = desk.call("import", str(plan), "--area-lane", "Sales=pmm", "--status", "Banana=blocked", by=PM)
    assert code == 0, error
