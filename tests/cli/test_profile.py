"""`profile`: shown and set."""

from __future__ import annotations

from pathlib import Path

from tests.cli.desk import Desk


def test_shown_and_set(nothing: Desk) -> None:
    assert "--name" in nothing.run("profile")[1]
    assert nothing.run("profile", "--name", "Dana Ruiz <dana@example.com>")[1] == (
        "You are Dana Ruiz <dana@example.com>.\n"
    )
    nothing.run("profile", "--email", "ruiz@example.com")
    assert '"email": "ruiz@example.com"' in nothing.run("profile", "--json")[1]


def test_a_damaged_one_is_set_again_as_its_refusal_says(nothing: Desk, home: Path) -> None:
    path = home / "config" / "launchready" / "profile.toml"
    path.parent.mkdir(parents=True)
    path.write_text("name = [", encoding="utf-8")
    for options in ((), ("--email", "dana@example.com")):
        code, _, error = nothing.run("profile", *options)
        assert (code, "`launchready profile --name`" in error) == (2, True)
    assert nothing.run("profile", "--name", "Dana Ruiz") == (0, "You are Dana Ruiz.\n", "")


def test_a_profile_has_a_name(nothing: Desk) -> None:
    for options in (("--email", "dana@example.com"), ("--name", "")):
        code, out, error = nothing.run("profile", *options)
        assert (code, out, error.count("\n")) == (2, "", 1)
