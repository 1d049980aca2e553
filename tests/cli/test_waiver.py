"""`waiver`: asked, consented, reviewed, renewed, withdrawn."""

from __future__ import annotations

import pytest

from tests.cli.desk import PM, PMM, Desk

TERMS = ("--reason", "Late", "--compensation", "By hand", "--until", "T+9")


def state(desk: Desk, key: str) -> tuple[str, str] | None:
    waiver = desk.task(key)["waiver"]
    return waiver and (waiver["state"], waiver["expires"])


def test_consent_makes_it_count(desk: Desk) -> None:
    desk.do("waiver ask", "PM-1", "PM-2", *TERMS)
    assert state(desk, "PM-1") == ("asked", "2026-12-24")
    desk.do("waiver consent", "PM-1", "PM-2", by=PMM)
    assert state(desk, "PM-2") == ("granted", "2026-12-24")
    assert "already" in desk.refused("waiver consent", "PM-1", by=PMM)


def test_whose_word_a_waiver_waits_for(desk: Desk) -> None:
    assert desk.do("waiver list") == "No waivers.\n"
    waits = (
        f"\nPM-3 waits for Legal: `launchready waiver review {desk.file} PM-3`."
        f"\nPM-3 waits for {PMM}: `launchready waiver consent {desk.file} PM-3`.\n"
    )
    assert desk.do("waiver ask", "PM-3", *TERMS).endswith(waits)
    assert "waiver asked" in desk.do("tasks")
    [row] = desk.json("waiver list")["waivers"]
    assert (row["key"], row["state"], row["waits_for"]) == ("PM-3", "asked", [PMM, "Legal"])
    assert desk.do("waiver list").endswith(f"Late    By hand  24 Dec 2026  asked  {PMM} and Legal\n")
    desk.do("waiver consent", "PM-3", by=PMM)
    desk.do("waiver review", "PM-3", by="Legal")
    assert desk.json("waiver list")["waivers"][0]["waits_for"] == []
    assert desk.do("waiver renew", "PM-3", "--until", "T+20").endswith(waits)
    assert desk.json("waiver list")["waivers"][0]["waits_for"] == [PMM, "Legal"]
    desk.do("waiver withdraw", "PM-3")
    assert desk.json("waiver list") == {"waivers": []}


def test_a_reviewer_has_a_word_too(desk: Desk) -> None:
    desk.do("waiver ask", "PM-3", *TERMS)
    desk.refused("waiver review", "PM-3", by=PMM)
    desk.do("waiver consent", "PM-3", by=PMM)
    assert state(desk, "PM-3") == ("asked", "2026-12-24")
    desk.do("waiver review", "PM-3", by="Legal")
    assert state(desk, "PM-3") == ("granted", "2026-12-24")


def test_a_renewal_counts_with_its_own_consent(desk: Desk) -> None:
    desk.do("waiver ask", "PM-1", *TERMS)
    desk.do("waiver consent", "PM-1", by=PMM)
    assert "24 Dec 2026" in desk.refused("waiver renew", "PM-1", "--until", "T+5")
    desk.do("waiver renew", "PM-1", "--until", "T+20")
    assert state(desk, "PM-1") == ("granted", "2026-12-24")
    desk.do("waiver consent", "PM-1", by=PMM)
    assert state(desk, "PM-1") == ("granted", "2027-01-04")


def test_either_side_withdraws(desk: Desk) -> None:
    for who in (PM, PMM):
        desk.do("waiver ask", "PM-1", *TERMS)
        desk.refused("waiver withdraw", "PM-1", by="L. Chen")
        desk.do("waiver withdraw", "PM-1", by=who)
        assert state(desk, "PM-1") is None


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (("PM-4", *TERMS), "no gate"),
        (("PMM-1", *TERMS), PMM),
        (("PM-1", *TERMS[:-1], "2026-01-01"), "later date"),
        (("PM-1", *TERMS[:-1], "soon"), "soon"),
        (("PM-1", *TERMS[:4]), "--until"),
        (("PM-1", "--reason", " ", *TERMS[2:]), "reason is empty"),
    ],
)
def test_no_waiver(options: tuple[str, ...], hint: str, desk: Desk) -> None:
    assert hint in desk.refused("waiver ask", *options)


def test_nothing_to_consent_to(desk: Desk) -> None:
    assert "waiver ask" in desk.refused("waiver consent", "PM-1", by=PMM)
