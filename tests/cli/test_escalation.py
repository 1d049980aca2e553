"""`escalate` and `rule`."""

from __future__ import annotations

import pytest

from tests.cli.desk import DECIDER, PM, PMM, Desk


def reasons(desk: Desk) -> set[str]:
    return {f"{reason['kind']} {reason['key'] or reason['lane']}" for reason in desk.json("status")["reasons"]}


def test_a_question_holds_until_it_is_answered_or_withdrawn(desk: Desk) -> None:
    desk.do("escalate", "Ship without the press?", "--by", "T-5", by=PMM)
    assert "escalation-open pmm" in reasons(desk)
    desk.do("escalate", "--withdraw", by=PMM)
    assert "escalation-open pmm" not in reasons(desk)
    desk.do("escalate", "And now?", "--by", "T-5", by=PM)
    desk.do("rule", "--position", "no-go", "--reason", "Wait", by=DECIDER)
    assert "escalation-open pm" not in reasons(desk)
    assert desk.json("status")["rule"] == 2


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (("Ship?",), "--by"),
        (("Ship?", "--by", "2026-01-01"), "past"),
        ((), "question"),
        (("--withdraw",), "PM has no open"),
    ],
)
def test_no_question(options: tuple[str, ...], hint: str, desk: Desk) -> None:
    assert hint in desk.refused("escalate", *options)


def test_a_launch_without_a_decider(nothing: Desk) -> None:
    nothing.make("--decider", "")
    assert "name one first" in nothing.refused("escalate", "Ship?", "--by", "T-5")


def test_all_accepts_everything_that_can_be_accepted_however_often(desk: Desk) -> None:
    desk.sign("pm", "no-go")
    desk.do("claim add", "Fast", "--use")
    for _ in range(2):
        desk.do("rule", "--position", "go", "--reason", "Ship", "--accept", "all", by=DECIDER)
        assert desk.json("status")["rule"] == 5
        assert {"lane-no-go-ruled pm", "gate-open-ruled PM-1", "claim-unsupported-ruled C-1"} <= reasons(desk)


def test_a_condition_and_keys_can_be_accepted(desk: Desk) -> None:
    desk.finish("PMM-1")
    desk.sign("pm")
    desk.sign("pmm", "conditions", "--condition", "Train; ; 2026-11-16; PMM-1")
    desk.do("condition accept", "CD-1")
    desk.on("2026-11-20")
    assert desk.json("status")["rule"] == 6
    desk.do("rule", "--position", "go", "--reason", "Ship", "--accept", "CD-1", by=DECIDER)
    assert desk.json("status")["verdict"] == "conditions"


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (("go", "--accept", "PM-4"), "accepts only"),
        (("go", "--accept", "pmm"), "has not signed"),
        (("go", "--accept", "PM-77"), "PM-77"),
        (("no-go", "--accept", "PM-1"), "accepts nothing"),
        (("conditions",), "no-go"),
    ],
)
def test_no_ruling(options: tuple[str, ...], hint: str, desk: Desk) -> None:
    assert hint in desk.refused("rule", "--reason", "Ship", "--position", *options, by=DECIDER)
