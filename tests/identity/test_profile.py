"""The user's name and e-mail survive, whatever is in them, and a damaged file is said to be one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from launchready import places
from launchready.identity import profile
from launchready.identity.profile import Profile, ProfileRefused

TEXT = st.text(st.characters(codec="utf-8"))


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(places, "config_folder", lambda: tmp_path / "config")
    return tmp_path / "config" / "profile.toml"


def test_there_is_none_until_one_is_saved(file: Path) -> None:
    assert profile.load() is None
    assert not file.parent.exists()


def test_it_lies_in_the_config_folder_as_readable_toml(file: Path) -> None:
    profile.save(Profile("Dana Ruiz", "dana@example.com"))
    assert file.read_text() == 'name = "Dana Ruiz"\nemail = "dana@example.com"\n'
    assert list(file.parent.iterdir()) == [file]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=TEXT.filter(str.strip), email=TEXT)
def test_what_is_saved_is_loaded(name: str, email: str) -> None:
    profile.save(Profile(name, email))
    assert profile.load() == Profile(name.strip(), email.strip())


@pytest.mark.parametrize(
    "name", ['A "B" C', "back\\slash", "tab\tnew\nline\x7f\x00", "Zoë \N{PARTY POPPER}", "\\u0041"]
)
def test_awkward_names_come_back_as_they_were(name: str) -> None:
    profile.save(Profile(name, ""))
    assert profile.load() == Profile(name, "")


def test_half_a_character_is_refused_and_what_was_there_stays() -> None:
    profile.save(Profile("Dana", ""))
    with pytest.raises(ProfileRefused) as refused:
        profile.save(Profile("\udcff", ""))
    assert refused.value.code == "profile.not-text"
    assert profile.load() == Profile("Dana", "")


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(ProfileRefused) as refused:
        profile.save(Profile("  ", "dana@example.com"))
    assert refused.value.code == "profile.name-missing"
    assert profile.load() is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"name",
        b"\xff\xfe",
        b"\x00",
        b"name = 3\n",
        b'name = ""\n',
        b'name = "Dana"\nemail = []\n',
        b"name = " + b"[" * 5000,
        b"name = " + b"1" * 5000,
    ],
)
def test_a_damaged_file_is_refused_with_its_place(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(ProfileRefused) as refused:
        profile.load()
    assert (refused.value.code, refused.value.arguments) == ("profile.damaged", {"file": str(file)})
    assert file.read_bytes() == content


def test_a_file_written_by_hand_may_leave_out_the_e_mail_and_say_more(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes('\ufeff# me\r\nname = "Dana"\r\nteam = "Core"\r\n'.encode())
    assert profile.load() == Profile("Dana", "")


def test_a_folder_in_its_place_is_refused_either_way(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(ProfileRefused) as refused:
        profile.load()
    assert refused.value.code == "profile.unreadable"
    with pytest.raises(ProfileRefused) as refused:
        profile.save(Profile("Dana", ""))
    assert refused.value.code == "profile.unwritable"
    assert list(file.parent.iterdir()) == [file]


def test_a_failed_write_leaves_the_old_profile_and_nothing_beside_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile.save(Profile("Dana", ""))

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProfileRefused) as refused:
        profile.save(Profile("Lee", ""))
    assert (refused.value.code, refused.value.arguments["reason"]) == ("profile.unwritable", "No space left on device")
    assert profile.load() == Profile("Dana", "")
    assert list(file.parent.iterdir()) == [file]


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    kept.write_text('name = "Dana"\n')
    file.parent.mkdir()
    file.symlink_to(kept)
    profile.save(Profile("Lee", ""))
    assert file.is_symlink()
    assert 'name = "Lee"' in kept.read_text()
