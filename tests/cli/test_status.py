"""`status` and `gate`: every verdict has its exit code."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.desk import DECIDER, PM, PMM, Desk


def go(desk: Desk) -> None:
    desk.finish()
    desk.sign("pm")
    desk.sign("pmm")


def with_conditions(desk: Desk) -> None:
    desk.finish("PMM-1")
    desk.sign("pm")
    desk.sign("pmm", "conditions", "--condition", "Train; Dana Ruiz; T-1; PMM-1")
    desk.do("condition accept", "CD-1")


VERDICTS: list[tuple[str, int, Callable[[Desk], object]]] = [
    ("go", 0, go),
    ("conditions", 4, with_conditions),
    ("hold", 3, lambda desk: desk.finish()),
    ("not-ready", 3, lambda desk: desk.do("agree")),
    ("no-go", 1, lambda desk: desk.sign("pm", "no-go")),
    ("scrubbed", 1, lambda desk: desk.do("call-off", "--reason", "No market")),
]


@pytest.mark.parametrize(("verdict", "code", "reach"), VERDICTS)
def test_gate_exits_by_the_verdict(verdict: str, code: int, reach: Callable[[Desk], object], desk: Desk) -> None:
    reach(desk)
    assert desk.json("status")["verdict"] == verdict
    exit_code, out, error = desk.call("gate")
    assert (exit_code, error, out.count("\n")) == (code, "", 1)
    assert f'"verdict": "{verdict}"' in desk.call("gate", "--json")[1]


def test_gate_refuses_what_is_no_launch(nothing: Desk) -> None:
    assert nothing.call("gate")[0] == 2


def test_an_unsigned_launch_names_every_reason(desk: Desk) -> None:
    out = desk.do("status")
    assert "Not ready  (rule 3: a gate or a claim in use is open and nothing covers it)" in out
    for line in ("3  PM PM-1      Build passes is to do  [Priya Nair]", f"{PMM}: not signed", "0 of 3 gates done"):
        assert line in out


def test_a_stale_sign_off_says_what_changed(desk: Desk) -> None:
    go(desk)
    desk.do("task reopen", "PM-1")
    assert f"{PM}: signed Go, stale: PM-1 Build passes: reopened" in desk.do("status")


def test_a_ruled_go_names_the_decider(desk: Desk) -> None:
    desk.finish()
    desk.sign("pm", "no-go")
    desk.sign("pmm")
    desk.do("rule", "--position", "go", "--reason", "Ship", "--accept", "pm", by=DECIDER)
    assert f"accepted by the ruling of {DECIDER}" in desk.do("status")


def test_waivers_that_wait_for_a_word_are_told(desk: Desk) -> None:
    assert "Waivers" not in desk.do("status")
    desk.do("waiver ask", "PM-2", "--reason", "Late", "--instead", "Off", "--until", "2027-01-09")
    assert f"Waivers that wait for a word\n  PM-2  {desk.task('PM-2')['title']}: {PMM}" in desk.do("status")
    desk.do("waiver consent", "PM-2", by=PMM)
    assert "Waivers" not in desk.do("status")
