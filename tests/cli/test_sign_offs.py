"""`agree`, `sign` and `withdraw`."""

from __future__ import annotations

import pytest

from tests.cli.desk import PM, PMM, Desk


def test_agree_is_for_the_lanes_that_its_author_leads(nothing: Desk) -> None:
    nothing.make("--one-person", pmm=PM)
    nothing.do("agree")
    assert nothing.json("log", "--last", "1")["entries"][0]["changes"] == ["ChecklistAgreed"] * 2
    assert "already" in nothing.refused("agree", "--lane", "pm")


def test_go_is_refused_while_something_is_open(desk: Desk) -> None:
    desk.do("claim add", "Fast", "--use")
    assert "PM-1, PM-2, PM-3 and J-1" in desk.refused("sign", "--lane", "pm", "--position", "go")
    desk.finish()
    desk.sign("pm")
    assert "C-1" in desk.refused("sign", "--lane", "pmm", "--position", "go", by=PMM)


def test_a_condition_in_full_and_in_short(desk: Desk) -> None:
    desk.finish("PMM-1", "J-1")
    full, short = "Train; Sam Oduya; T-5; PMM-1 j-1", "Tell the press"
    both = ("--condition", full, "--condition", short, "--reason", "Nearly")
    out = desk.do("sign", "--lane", "pmm", "--position", "conditions", *both, by=PMM)
    assert out.endswith(f"\nCD-1 and CD-2 wait for {PM}: `launchready condition accept {desk.file} CD-1 CD-2`.\n")
    first, second = desk.json("condition list")["conditions"]
    assert (first["key"], first["owner"], first["due"], first["covers"]) == (
        "CD-1",
        "Sam Oduya",
        "2026-12-10",
        "PMM-1, J-1",
    )
    assert (second["key"], second["owner"], second["due"], second["covers"]) == ("CD-2", None, "2026-12-15", "")
    desk.sign("pmm", "conditions", "--condition", "Train; ; ; PMM-1 J-1")
    assert [row["state"] for row in desk.json("condition list")["conditions"]] == [
        "superseded",
        "superseded",
        "proposed",
    ]


@pytest.mark.parametrize(
    ("condition", "hint"),
    [
        (";;;", "what; owner; due; keys"),
        ("a;b;c;d;e", "what; owner; due; keys"),
        ("Train; Dana Riuz; T-5; PMM-1", "did you mean Dana Ruiz"),
        ("Train; ; soon; PMM-1", "soon"),
        ("Train; ; 2026-01-01; PMM-1", "past"),
        ("Train; ; T+1; PMM-1", "15 Dec 2026"),
        ("Train; ; T-1; PM-1", "PM-1"),
        ("Train; ; T-1; PMM-9", "PMM-9"),
        ("Train; ; T-1; PMM-1", "PMM-2"),
    ],
)
def test_no_condition(condition: str, hint: str, desk: Desk) -> None:
    signing = ("--lane", "pmm", "--position", "conditions", "--condition", condition)
    assert hint in desk.refused("sign", *signing, by=PMM)


def test_conditions_need_their_position_and_the_position_its_conditions(desk: Desk) -> None:
    desk.refused("sign", "--lane", "pmm", "--position", "no-go", "--condition", "Train", by=PMM)
    desk.refused("sign", "--lane", "pmm", "--position", "conditions", by=PMM)


def test_withdrawn_leaves_the_lane_unsigned(desk: Desk) -> None:
    assert "has not signed" in desk.refused("withdraw")
    desk.finish()
    desk.sign("pm", "go", "--reason", "First")
    desk.sign("pm", "go", "--reason", "Second")
    desk.do("withdraw", "--reason", "Wait")
    assert desk.json("status")["lanes"]["pm"]["sign_off"]["state"] == "missing"
    desk.refused("withdraw")
    desk.sign("pm", "no-go")
    assert "signs again" in desk.refused("withdraw")


def test_a_ruling_is_withdrawn_by_the_decider(desk: Desk) -> None:
    assert "no ruling" in desk.refused("withdraw", "--ruling", by="L. Chen")
    desk.do("rule", "--position", "go", "--reason", "Ship", "--accept", "PM-1", by="L. Chen")
    desk.refused("withdraw", "--ruling", by=PM)
    desk.do("withdraw", "--ruling", by="L. Chen")
    assert desk.json("status")["reasons"][0]["kind"] == "gate-open"
