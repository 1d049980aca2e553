"""`new` and `edit`."""

from __future__ import annotations

import pytest

from launchready.places import file_name
from tests.cli.desk import PM, PMM, Desk

NEW = ("--tier", "1", "--date", "2026-12-15", "--pm", PM, "--pmm", PMM)


def test_every_option_of_new(nothing: Desk) -> None:
    when = ("--date", "2026-12-15", "--go-no-go", "2026-12-10", "--time", "14:00", "--zone", "Europe/Berlin")
    leads = ("--pm", f"{PM} <p@example.com>", "--pmm", PMM, "--decider", "L. Chen")
    code, out, error = nothing.run("new", "Atlas", "--tier", "2", *when, *leads, "--template", "standard", "-o", "a.x")
    assert (code, error) == (0, "")
    assert "launchready status a.x" in out
    nothing.file = nothing.folder / "a.x"
    status = nothing.json("status")
    assert (status["tier"], status["date"], status["zone"]) == (2, "2026-12-15", "Europe/Berlin")
    assert "go/no-go Thu 10 Dec 2026 · launches Tue 15 Dec 2026, 14:00 Europe/Berlin" in nothing.do("status")
    assert [person["name"] for person in nothing.json("person list")["people"] if person["roles"]] == [
        PMM,
        "L. Chen",
        PM,
    ]


def test_a_file_is_named_after_its_launch(nothing: Desk) -> None:
    assert file_name("Atlas 3.0: EU/US?") == "atlas-3.0-eu-us.launchready"
    assert file_name("…") == "launch.launchready"
    assert nothing.run("new", "Atlas 3.0", *NEW)[0] == 0
    assert (nothing.folder / "atlas-3.0.launchready").exists()


def test_nothing_is_overwritten(desk: Desk) -> None:
    before = desk.file.read_bytes()
    code, _, error = desk.run("new", "Other", *NEW, "-o", str(desk.file))
    assert (code, error.count("\n")) == (2, 1)
    assert desk.file.read_bytes() == before


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        (("--date", "1.12.2026"), "2026-12-08"),
        (("--tier", "4"), "not one of '1', '2', '3'"),
        (("--go-no-go", "T+3"), "earlier date"),
        (("--zone", "Mars/Base"), "Europe/Berlin"),
        (("--time", "25:00"), "09:00"),
        (("--pm", " "), "--pm NAME"),
        (("--pmm", "<d@example.com>"), "--pmm NAME"),
        (("--pmm", PM), "one person"),
        (("--template", "nope"), "standard"),
        (("-o", "no/such/folder/x"), "no/such/folder"),
    ],
)
def test_what_can_be_wrong(wrong: tuple[str, str], hint: str, nothing: Desk) -> None:
    code, out, error = nothing.run("new", "Atlas", *NEW, "-o", "x.launchready", *wrong)
    assert (code, out, error.count("\n")) == (2, "", 1)
    assert hint in error
    assert not list(nothing.folder.glob("**/x*"))


def test_a_name_is_not_empty(nothing: Desk) -> None:
    assert nothing.run("new", "", *NEW)[0] == 2
    assert not list(nothing.folder.glob("*.launchready"))


def test_edit_changes_what_is_named_only(desk: Desk) -> None:
    desk.do("edit", "--name", "Atlas 4", "--build", "4.0", "--go-no-go", "T-1", "--tier", "2")
    assert "Atlas 4 · Tier 2 · T−30 · build 4.0\ngo/no-go Mon 14 Dec 2026" in desk.do("status")
    assert "nothing to change" in desk.refused("edit", "--build", "4.0")
    assert "--build" in desk.refused("edit")
