"""`claim`: worded, proven, used, withdrawn."""

from __future__ import annotations

import pytest

from tests.cli.desk import PM, PMM, Desk


def claim(desk: Desk) -> tuple[str, str, list[str]]:
    row = desk.json("claim list")["claims"][0]
    return row["state"], row["support"], row["proof"]


def test_the_life_of_a_claim(desk: Desk) -> None:
    assert "claim add" in desk.do("claim list")
    desk.do("claim add", "Fast", "--where", "Web")
    assert claim(desk) == ("draft", "unsupported", [])
    desk.do("claim use", "C-1", by=PMM)
    desk.do("claim prove", "C-1", "PM-1", "--evidence", "Benchmark", "--link", "https://example.com")
    assert claim(desk) == ("in-use", "unsupported", ["PM-1", "“Benchmark” (not accepted)"])
    desk.do("task done", "PM-1")
    desk.do("claim accept", "C-1", "--evidence", "benchmark", by=PM)
    assert claim(desk) == ("in-use", "supported", ["PM-1", "“Benchmark” (accepted)"])
    desk.do("claim prove", "C-1", "--remove", "PM-1")
    assert claim(desk) == ("in-use", "supported", ["“Benchmark” (accepted)"])
    desk.do("claim withdraw", "C-1", "--draft")
    assert claim(desk)[0] == "draft"


def test_a_removed_proof_is_cut(desk: Desk) -> None:
    desk.do("claim add", "Fast", "--proof", "PM-4", "--use")
    desk.do("task remove", "PM-4")
    assert claim(desk) == ("in-use", "proof-cut", ["removed"])
    assert "in use" in desk.do("claim list")


@pytest.mark.parametrize(
    ("verb", "options", "hint"),
    [
        ("add", ("",), "claim is empty"),
        ("add", ("Fast", "--proof", "PMM-1"), "PMM-1 can't prove"),
        ("add", ("Fast", "--proof", "PM-99"), "PM-9"),
        ("edit", ("C-1",), "--text"),
        ("edit", ("C-7", "--text", "x"), "C-1"),
        ("withdraw", ("C-1", "C-1", "--draft"), "draft already"),
        ("prove", ("C-1",), "--evidence"),
        ("prove", ("C-1", "--remove-evidence", "x"), "it has none"),
        ("accept", ("C-1",), "waits to be accepted"),
    ],
)
def test_what_can_be_wrong(verb: str, options: tuple[str, ...], hint: str, desk: Desk) -> None:
    desk.do("claim add", "Old")
    assert hint in desk.refused(f"claim {verb}", *options)
