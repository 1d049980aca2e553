"""What a template may say, and that each mistake is refused at its line."""

from __future__ import annotations

import pytest

from launchready.templates import Due, Template, TemplateRefused, parse

TASK = '[[tasks]]\ntitle = "A"\nlane = "pm"\n'
DUE = 'due = "T-14"\n'
RACI = 'parties = ["PM", "PMM"]\n' + TASK + DUE + '[[raci]]\nactivity = "X"\n'


def _refusal(text: str) -> TemplateRefused:
    with pytest.raises(TemplateRefused) as refused:
        parse(text, "acme.toml")
    assert refused.value.arguments["file"] == "acme.toml"
    return refused.value


def _due(template: Template) -> Due:
    ((_, due),) = template.for_tier(1)
    return due


def test_a_small_template_needs_only_title_lane_and_due() -> None:
    template = parse(TASK + DUE, "folder/acme.toml")
    assert (template.name, template.title, template.parties, template.raci) == ("acme", "acme", (), ())
    assert template.go_no_go == {1: -3, 2: -3, 3: -1}
    (task,) = template.tasks
    assert (task.id, task.title, task.lane) == ("task-1", "A", "pm")
    assert task.tiers == dict.fromkeys((1, 2, 3), Due(-14, False, False))


def test_everything_that_a_task_can_say_arrives() -> None:
    text = """title = "Acme"
description = "Ours"
[go_no_go]
1 = "T-5"
[[tasks]]
id = "A1"
title = "Privacy review"
done_when = "approved"
lane = "PM"
area = "Legal"
owner = "PM lead"
reviewer = "Legal"
acknowledged = true
notes = \"\"\"
Two
lines\"\"\"
prerequisites = ["A2"]
steps = ["Draft", "Review"]
tiers.2 = "t\N{MINUS SIGN}5 Gating Workday"
tiers.1 = "T-30 gating"
[[tasks]]
id = "A2"
title = "Watch"
lane = "joint"
tiers.3 = "T+3 advisory"
"""
    template = parse(text, "acme.toml")
    assert (template.title, template.description, template.go_no_go) == ("Acme", "Ours", {1: -5, 2: -3, 3: -1})
    task, watch = template.tasks
    assert (task.id, task.done_when, task.lane, task.area) == ("A1", "approved", "pm", "Legal")
    assert (task.owner_role, task.reviewer, task.acknowledged) == ("pm lead", "Legal", True)
    assert (task.notes, task.prerequisites, task.steps) == ("Two\nlines", ("A2",), ("Draft", "Review"))
    assert task.tiers == {1: Due(-30, True, False), 2: Due(-5, True, True)}
    assert list(task.tiers) == [1, 2]
    assert watch.tiers == {3: Due(3, False, False)}
    assert [each.id for each, _ in template.for_tier(3)] == ["A2"]


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ('due = "T-14"', Due(-14, False, False)),
        ('due = "T-14"\ngating = true', Due(-14, True, False)),
        ('due = "T-14"\nworkday = true', Due(-14, False, True)),
        ('due = "T-0"', Due(0, False, False)),
        ('due = " t + 7 "', Due(7, False, False)),
        ('due = "T\N{EN DASH}7"', Due(-7, False, False)),
    ],
)
def test_a_plain_due_holds_in_all_tiers(written: str, due: Due) -> None:
    template = parse(TASK + written, "acme.toml")
    assert template.tasks[0].tiers == {1: due, 2: due, 3: due}


def test_line_endings_and_a_byte_order_mark_of_windows_are_read() -> None:
    text = "\ufeff" + (TASK + DUE).replace("\n", "\r\n")
    assert _due(parse(text, "acme.toml")) == Due(-14, False, False)
    assert _refusal(text + "oner = 1\r\n").arguments["line"] == 5


def test_letters_may_be_written_either_way_round() -> None:
    (row,) = parse(RACI + 'letters = { PM = "ra", PMM = "i" }\n', "acme.toml").raci
    assert row.letters == {"PM": "AR", "PMM": "I"}


MISTAKES = {
    "no equals sign": (TASK + "due\n", "template.syntax", 4),
    "unclosed string": (TASK + 'due = "T-14\n', "template.syntax", 4),
    "key twice": (TASK + DUE + DUE, "template.syntax", 5),
    "unclosed list": (TASK + DUE + "steps = [\n", "template.syntax", 6),
    "nested too deep": (TASK + DUE + "steps = " + "[" * 5000 + "]" * 5000, "template.too-deep", 5),
    "a number of 5000 digits": (TASK + DUE + "steps = " + "1" * 5000, "template.number-too-long", 5),
    "unknown key at the top": ('titel = "x"\n' + TASK + DUE, "template.unknown-key", 1),
    "unknown key in a task": (TASK + DUE + 'ownr = "pm lead"\n', "template.unknown-key", 5),
    "unknown key in a subtable": (TASK + DUE + "[tasks.oops]\n", "template.unknown-key", 5),
    "unknown key in raci": (RACI + 'leters = "x"\n', "template.unknown-key", 8),
    "empty file": ("", "template.empty", 1),
    "no task": ('title = "x"\n# nothing more\n', "template.empty", 1),
    "empty list of tasks": ('title = "x"\ntasks = []\n', "template.empty", 2),
    "no title": (TASK + DUE + '\n[[tasks]]\nlane = "pm"\n' + DUE, "template.title-missing", 6),
    "blank title": ('[[tasks]]\nlane = "pm"\ntitle = " "\n' + DUE, "template.title-missing", 3),
    "no lane": ('[[tasks]]\ntitle = "A"\n' + DUE, "template.lane-missing", 1),
    "unknown lane": ('[[tasks]]\ntitle = "A"\nlane = "pmn"\n' + DUE, "template.unknown-lane", 3),
    "unknown owner": (TASK + DUE + 'owner = "Dana"\n', "template.unknown-owner", 5),
    "no due": (TASK, "template.due-missing", 1),
    "tiers without any": (TASK + "tiers = {}\n", "template.due-missing", 4),
    "due and tiers": (TASK + DUE + 'tiers.1 = "T-3 gating"\n', "template.due-twice", 4),
    "gating and tiers": (TASK + 'tiers.1 = "T-3 gating"\ngating = true\n', "template.due-twice", 5),
    "due without T": (TASK + 'due = "14 days"\n', "template.bad-due", 4),
    "due without sign": (TASK + 'due = "T14"\n', "template.bad-due", 4),
    "due in the far future": (TASK + 'due = "T+1000"\n', "template.bad-due", 4),
    "tier without gating or advisory": (TASK + '\ntiers.1 = "T-3"\n', "template.bad-due", 5),
    "tier with another word": (TASK + 'tiers.1 = "T-3 gate"\n', "template.bad-due", 4),
    "unknown tier": (TASK + 'tiers.1 = "T-3 gating"\ntiers.4 = "T-3 gating"\n', "template.unknown-tier", 5),
    "gate after launch": (TASK + 'tiers.1 = "T-3 gating"\ntiers.3 = "T+1 gating"\n', "template.gate-after-launch", 5),
    "plain gate after launch": (TASK + 'due = "T+1"\ngating = true\n', "template.gate-after-launch", 4),
    "gate after the go/no-go": (TASK + 'tiers.1 = "T-2 gating"\n', "template.gate-after-go-no-go", 4),
    "go/no-go after launch": ('[go_no_go]\n2 = "T+1"\n' + TASK + DUE, "template.go-no-go-after-launch", 2),
    "bad go/no-go": ('[go_no_go]\n2 = "Friday"\n' + TASK + DUE, "template.bad-due", 2),
    "go/no-go of an unknown tier": ('[go_no_go]\n9 = "T-1"\n' + TASK + DUE, "template.unknown-tier", 2),
    "id twice": ((TASK + DUE + 'id = "x"\n') * 2, "template.duplicate-id", 10),
    "id that an unnamed task has": (TASK + DUE + 'id = "task-2"\n' + TASK + DUE, "template.duplicate-id", 6),
    "unknown prerequisite": (TASK + DUE + 'prerequisites = ["x"]\n', "template.unknown-prerequisite", 5),
    "prerequisite of itself": (TASK + DUE + 'id = "x"\nprerequisites = ["x"]\n', "template.prerequisite-cycle", 6),
    "title not text": ("[[tasks]]\ntitle = 3\n", "template.wrong-type", 2),
    "flag as text": (TASK + DUE + 'acknowledged = "true"\n', "template.wrong-type", 5),
    "steps as text": (TASK + DUE + 'steps = "one"\n', "template.wrong-type", 5),
    "steps of numbers": (TASK + DUE + "steps = [1]\n", "template.wrong-type", 5),
    "due as a number": (TASK + "due = -14\n", "template.wrong-type", 4),
    "due as a date": (TASK + "due = 2026-12-01\n", "template.wrong-type", 4),
    "tiers as a list": (TASK + 'tiers = ["T-3 gating"]\n', "template.wrong-type", 4),
    "tier as a number": (TASK + "[tasks.tiers]\n1 = 3\n", "template.wrong-type", 5),
    "tasks as one table": ('[tasks]\ntitle = "A"\n', "template.wrong-type", 1),
    "tasks of texts": ('\ntasks = ["A"]\n', "template.wrong-type", 2),
    "party twice": ('title = "x"\nparties = ["PM", "PM"]\n' + TASK + DUE, "template.duplicate-party", 2),
    "activity without a name": (TASK + DUE + '[[raci]]\nescalates_to = "x"\n', "template.activity-missing", 5),
    "activity twice": (
        RACI + 'letters.PM = "AR"\n[[raci]]\nactivity = "X"\nletters.PM = "AR"\n',
        "template.duplicate-activity",
        10,
    ),
    "unknown letter": (RACI + 'letters.PM = "AR"\nletters.PMM = "X"\n', "template.unknown-letter", 9),
    "unknown letter in one line": (RACI + 'letters = { PM = "AR", PMM = "RC" }\n', "template.unknown-letter", 8),
    "unknown party": (RACI + 'letters.PM = "AR"\nletters.QA = "C"\n', "template.unknown-party", 9),
    "two accountable": (RACI + 'letters = { PM = "AR", PMM = "A" }\n', "template.not-one-accountable", 8),
    "none accountable": (RACI + 'letters = { PM = "R" }\n', "template.not-one-accountable", 8),
    "no letters": (RACI, "template.not-one-accountable", 6),
    "none responsible": (RACI + 'letters = { PM = "A" }\n', "template.no-responsible", 8),
}


@pytest.mark.parametrize(("text", "code", "line"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_refused_at_its_line(text: str, code: str, line: int) -> None:
    refusal = _refusal(text)
    assert (refusal.code, refusal.arguments["line"]) == (code, line)


def test_syntax_mistakes_name_the_column_and_what_is_wrong() -> None:
    refusal = _refusal(TASK + "due 3\n")
    assert refusal.arguments["column"] == 5
    assert "=" in str(refusal.arguments["reason"])
    assert "line" not in str(refusal.arguments["reason"])
    at_end = _refusal("a = [")
    assert (at_end.arguments["line"], at_end.arguments["column"]) == (1, 6)


def test_refusals_say_what_is_allowed_and_what_was_probably_meant() -> None:
    key = _refusal(TASK + DUE + 'ownr = "pm lead"\n').arguments
    assert (key["key"], key["nearest"]) == ("ownr", "owner")
    assert "acknowledged" in str(key["allowed"])
    lane = _refusal('[[tasks]]\ntitle = "A"\nlane = "jiont"\n').arguments
    assert (lane["value"], lane["nearest"], lane["allowed"]) == ("jiont", "joint", ("pm", "pmm", "joint"))
    assert "T-14" in _refusal(TASK + 'due = "soon"\n').arguments["allowed"]  # type: ignore[operator]
    assert "T-14 gating" in _refusal(TASK + 'tiers.1 = "soon"\n').arguments["allowed"]  # type: ignore[operator]
    kind = _refusal(TASK + DUE + "steps = true\n").arguments
    assert (kind["key"], kind["expected"], kind["found"]) == ("steps", "list", "true-or-false")


def test_a_cycle_is_named_from_end_to_end() -> None:
    def task(id_: str, *prerequisites: str) -> str:
        return f'{TASK}{DUE}id = "{id_}"\nprerequisites = {list(prerequisites)}\n'

    refusal = _refusal(task("a", "b") + task("b", "d", "c") + task("c", "b") + task("d"))
    assert refusal.code == "template.prerequisite-cycle"
    assert refusal.arguments["cycle"] == ("b", "c", "b")
    assert refusal.arguments["line"] == 12


def test_a_long_chain_of_prerequisites_is_fine() -> None:
    text = "".join(f'{TASK}{DUE}id = "{n}"\nprerequisites = ["{n + 1}"]\n' for n in range(3000))
    assert len(parse(text + TASK + DUE + 'id = "3000"\n', "acme.toml").tasks) == 3001
