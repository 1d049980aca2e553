"""Every reason of a decision in words."""

from __future__ import annotations

import ast
import re

import pytest
from hypothesis import given

from launchready.launch.changes import CalledOff, Escalated
from launchready.launch.model import ClaimState, Launch, Position
from launchready.wording.reasons import COUNTED, REASONS, reason, why
from tests.launch import builders as b
from tests.launch.drawing import LAWS, Made, histories
from tests.wording.scanning import ROOT

KIND = re.compile(r"(called-off|lane-no-go|ruled-no-go|gate|claim|waiver|escalation|sign-off|condition)-?[a-z-]*")


def kinds_in_the_source() -> set[str]:
    """The texts in reasons.py that look like a kind, and those with "-ruled" behind them that are made by `_ruled`."""
    tree = ast.parse((ROOT / "launch/reasons.py").read_text(encoding="utf-8"))
    constants = {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text for text in constants if KIND.fullmatch(text)}


def test_every_kind_has_words_and_no_words_are_left_over() -> None:
    plain = {kind for kind in REASONS if not kind.endswith("-ruled")}
    assert kinds_in_the_source() == plain
    assert {kind.removesuffix("-ruled") for kind in REASONS} == plain
    assert COUNTED.keys() <= REASONS.keys()


def a_no_go() -> Launch:
    return b.make(b.a_launch(), b.sign(b.a_launch(), "pm", Position.NO_GO, rationale="Too slow"))


def claims() -> Launch:
    launch = b.make(b.a_launch(), b.claim_to(b.a_launch(), "fast", ClaimState.IN_USE))
    return b.make(launch, b.sign(launch, "pm", Position.NO_GO), b.sign(launch, "pmm", Position.NO_GO))


def ruled(launch: Launch, *accepts: str) -> Launch:
    return b.make(launch, b.rule(launch, Position.GO, *accepts))


def conditions() -> Launch:
    return b.with_condition(b.all_done(b.a_launch(), "kit"), "kit", due=b.TODAY)


ASKED = Escalated(id="q", lane="pm", question="Ship?", respond_by=b.LATER, word=b.word(b.PRIYA))
WORDED = {
    "called-off": (
        lambda: b.make(b.a_launch(), CalledOff(reason="Recalled", word=b.word(b.CHEN))),
        "Called off: Recalled",
    ),
    "lane-no-go": (a_no_go, "PM says No-go: Too slow"),
    "lane-no-go-ruled": (
        lambda: ruled(a_no_go(), "so-pm"),
        "PM says No-go: Too slow, accepted by the ruling of L. Chen",
    ),
    "ruled-no-go": (lambda: b.make(b.a_launch(), b.rule(b.a_launch(), Position.NO_GO)), "Ruled No-go: My call"),
    "gate-open": (lambda: b.all_done(b.a_launch(), "kit"), "Sales kit is to do"),
    "gate-open-ruled": (
        lambda: ruled(b.all_done(b.a_launch(), "kit"), "kit"),
        "Sales kit is open, accepted by the ruling of L. Chen",
    ),
    "gate-unacknowledged": (
        lambda: b.done(b.a_launch(), "limits"),
        "Known limitations is done and waits to be acknowledged",
    ),
    "gate-waived": (lambda: b.waived(b.a_launch(), "load"), "Load test is waived to 1 Dec 2026"),
    "claim-unsupported": (claims, "Claim “Twice as fast” is in use and not supported"),
    "claim-unsupported-ruled": (
        lambda: ruled(claims(), "fast"),
        "Claim “Twice as fast” is not supported, accepted by the ruling of L. Chen",
    ),
    "claim-cut": (lambda: b.waived(claims(), "load"), "Claim “Twice as fast” is in use and its proof was cut"),
    "escalation-open": (lambda: b.make(b.a_launch(), ASKED), "Escalated: Ship? (answer due 1 Dec 2026)"),
    "sign-off-missing": (lambda: conditions(), "PM has not signed"),
    "sign-off-stale": (
        lambda: b.make(a_no_go(), b.edit_launch(a_no_go(), build="3.1")),
        "PM signed before 1 later change",
    ),
    "condition-open": (conditions, "Condition “Do the rest”, due 20 Nov 2026, is not yet met"),
}


@pytest.mark.parametrize("kind", WORDED)
def test_a_reason_says_who_and_what(kind: str) -> None:
    make, words = WORDED[kind]
    assert words in [reason(given) for given in b.decided(make()).reasons if given.kind == kind]


def test_what_lapsed_and_what_waits_is_worded_too() -> None:
    late = b.decided(b.waived(b.a_launch(), "load"), b.MEETING).reasons
    assert "Load test is open and its waiver lapsed on 1 Dec 2026" in [reason(given) for given in late]
    overdue = b.decided(conditions(), b.LATER).reasons
    assert "Condition “Do the rest” was due 20 Nov 2026" in [reason(given) for given in overdue]
    ready = b.all_done(b.a_launch())
    proposed = b.make(ready, b.sign(ready, "pmm", Position.CONDITIONS, b.a_condition("c")))
    words = [reason(given) for given in b.decided(proposed).reasons]
    assert "Condition “Do the rest”, due 1 Dec 2026, is not yet accepted by the other lead" in words


@LAWS
@given(histories())
def test_every_drawn_decision_is_worded(made: list[Made]) -> None:
    for step in made[-5:]:
        for day in (b.TODAY, b.LAUNCH_DAY):
            decision = b.decided(step.after, day)
            for words in (*map(reason, decision.reasons), why(decision)):
                assert words
                assert not {"{", "}"} & set(words), words


def test_why_names_few_and_counts_many() -> None:
    assert why(b.decided(b.a_ready_launch())) == (
        "Every gate is done, every claim in use is supported, and both lanes have signed."
    )
    two = b.all_done(b.a_launch(), "kit", "copy")
    assert why(b.decided(two)) == "PMM-1 Sales kit is to do. J-1 Copy against the final build is to do."
    assert why(b.decided(b.a_launch())) == "5 gates are open."
    assert why(b.decided(b.done(b.a_launch(), "limits"))) == (
        "4 gates are open. PM-2 Known limitations is done and waits to be acknowledged."
    )


def test_a_full_stop_in_what_was_said_ends_no_phrase() -> None:
    launch = b.make(b.a_launch(), b.sign(b.a_launch(), "pm", Position.NO_GO, rationale="It is slow. Too slow."))
    (said,) = [given for given in b.decided(ruled(launch, "so-pm")).reasons if given.kind == "lane-no-go-ruled"]
    assert reason(said) == "PM says No-go: It is slow. Too slow, accepted by the ruling of L. Chen"


def test_a_users_text_is_only_text() -> None:
    launch = b.make(b.a_launch(), b.edit(b.a_launch(), "load", title="{title} {0}"))
    assert "{title} {0} is to do" in [reason(given) for given in b.decided(launch).reasons]
