"""`person`: who takes part, and as what."""

from __future__ import annotations

import pytest

from tests.cli.desk import DECIDER, PM, PMM, Desk


def roles(desk: Desk) -> dict[str, list[str]]:
    return {person["name"]: person["roles"] for person in desk.json("person list")["people"]}


def test_what_people_are(desk: Desk) -> None:
    desk.do("person delegate", "J. Abe", "--lane", "pmm", "--from", "T-5", "--to", "T-1", by=DECIDER)
    assert roles(desk) == {
        PM: ["PM lead"],
        PMM: ["PMM lead"],
        DECIDER: ["decider"],
        "J. Abe": ["delegate for PMM, 10 Dec 2026 to 14 Dec 2026"],
        "Legal": [],
    }
    assert "delegate for PMM" in desk.do("person list")
    assert "J. Abe as delegate for PMM" in desk.do("person delegate", "J. Abe", "--lane", "pmm", "--remove", by=PMM)


def test_leads_and_decider_change(desk: Desk) -> None:
    desk.do("person lead", "Sam Oduya", "--lane", "pm")
    desk.do("person lead", PM, "--decider")
    assert roles(desk)[PM] == ["decider"]
    assert "already" in desk.refused("person lead", "Sam Oduya", "--lane", "pm")
    assert "already" in desk.refused("person lead", PM, "--decider")


@pytest.mark.parametrize(
    ("verb", "options", "hint"),
    [
        ("add", ("",), "name is empty"),
        ("add", (PMM,), "e-mails"),
        ("edit", (PMM,), "--email"),
        ("edit", ("Nobody Known", "--name", "X"), "not among"),
        ("edit", (PMM, "--name", PM), "e-mails"),
        ("lead", (PMM, "--lane", "pm"), "one person"),
        ("lead", (PMM,), "--decider"),
        ("lead", (PMM, "--lane", "joint"), "pmm"),
        ("delegate", (PMM, "--lane", "pm", "--from", "T-3", "--to", "T-1"), "leads PMM"),
        ("delegate", ("J. Abe", "--lane", "pm", "--from", "T-3", "--to", "T-4"), "first day"),
        ("delegate", ("J. Abe", "--lane", "pm"), "--from"),
        ("delegate", ("J. Abe", "--lane", "pmm", "--from", "T-3", "--to", "T-1"), PMM),
        ("delegate", (DECIDER, "--lane", "pm", "--remove"), "no delegate"),
        ("remove", (PMM,), "they lead a lane; change the lead first"),
        ("remove", ("Nobody Known",), "not among"),
    ],
)
def test_what_can_be_wrong(verb: str, options: tuple[str, ...], hint: str, desk: Desk) -> None:
    assert hint in desk.refused(f"person {verb}", *options)


def test_who_is_named_nowhere_can_go(desk: Desk) -> None:
    desk.do("person add", "Sam Oduya", "--email", "sam@example.com")
    desk.do("task edit", "PM-1", "--owner", "sam <sam@example.com>")
    assert "PM-1" in desk.refused("person remove", "Sam Oduya")
    desk.do("task edit", "PM-1", "--owner", "none")
    desk.do("person remove", "Sam Oduya")
    assert "Sam Oduya" not in roles(desk)
