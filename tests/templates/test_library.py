"""Which template answers to a name, and files that aren't one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from launchready import places
from launchready.templates import TemplateRefused, available, load

TASK = '[[tasks]]\ntitle = "Ours"\nlane = "pm"\ndue = "T-7"\n'


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of templates, not made yet."""
    monkeypatch.setattr(places, "config_folder", lambda: tmp_path / "config")
    return tmp_path / "config" / "templates"


def _refusal(name_or_path: str | Path) -> TemplateRefused:
    with pytest.raises(TemplateRefused) as refused:
        load(name_or_path)
    return refused.value


def test_the_shipped_template_is_there_without_a_folder_of_ones_own(own: Path) -> None:
    assert available() == [("standard", places.resources() / "templates" / "standard.toml", True)]
    assert load("standard").name == "standard"
    assert not own.exists()


def test_the_users_template_stands_beside_the_shipped_one(own: Path) -> None:
    own.mkdir(parents=True)
    (own / "acme.toml").write_text(TASK)
    (own / "notes.txt").write_text("no template")
    (own / "folder.toml").mkdir()
    assert [(each.name, each.shipped) for each in available()] == [("acme", False), ("standard", True)]
    assert [task.title for task in load("acme").tasks] == ["Ours"]


def test_the_users_template_of_the_same_name_wins_and_leaves_when_removed(own: Path) -> None:
    own.mkdir(parents=True)
    (own / "standard.toml").write_text(TASK)
    assert available() == [("standard", own / "standard.toml", False)]
    assert len(load("standard").tasks) == 1
    (own / "standard.toml").unlink()
    assert available()[0].shipped
    assert len(load("standard").tasks) == 56


def test_a_broken_template_of_the_users_is_listed_and_refused_never_passed_over(own: Path) -> None:
    own.mkdir(parents=True)
    (own / "standard.toml").write_text(TASK + "oops = 1\n")
    assert available() == [("standard", own / "standard.toml", False)]
    refusal = _refusal("standard")
    assert refusal.code == "template.unknown-key"
    assert (refusal.arguments["file"], refusal.arguments["line"]) == (str(own / "standard.toml"), 5)


def test_a_path_is_read_wherever_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "beta.toml").write_text(TASK)
    (tmp_path / "bare").write_text(TASK)
    monkeypatch.chdir(tmp_path)
    assert load("beta.toml").name == "beta"
    assert load(str(tmp_path / "bare")).name == "bare"
    assert load(Path("bare")).name == "bare"


def test_an_unknown_name_is_refused_with_the_names_there_are() -> None:
    refusal = _refusal("standrad")
    assert refusal.code == "template.unknown"
    assert (refusal.arguments["nearest"], refusal.arguments["allowed"]) == ("standard", ("standard",))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "none.toml").code == "template.missing"
    assert _refusal(tmp_path / "none" / "none.toml").code == "template.missing"
    assert _refusal(tmp_path).code == "template.folder"
    assert _refusal("a\0b.toml").code == "template.unreadable"
    assert _refusal(tmp_path / ("x" * 300)).code == "template.unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert _refusal(tmp_path / "pipe.toml").code == "template.not-a-file"


def test_a_file_over_a_megabyte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.toml"
    path.write_text(TASK + "#" * (1_000_000 - len(TASK)))
    assert len(load(path).tasks) == 1
    path.write_text(TASK + "#" * (1_000_001 - len(TASK)))
    assert _refusal(path).code == "template.too-large"


def test_bytes_that_are_not_utf_8_are_refused_at_their_place(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(TASK.encode() + 'area = "Zoë Größe"'.encode() + b'\narea = "Gr\xf6\xdfe"\n')
    refusal = _refusal(path)
    assert refusal.code == "template.not-utf-8"
    assert (refusal.arguments["line"], refusal.arguments["column"]) == (6, 11)


@contextmanager
def _without_privilege() -> Iterator[None]:
    """Root may read everything: act as nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A config folder that anyone may enter, with a template that nobody may read, in a folder open to all."""
    with tempfile.TemporaryDirectory() as made:
        config = Path(made)
        config.chmod(0o755)
        (config / "templates").mkdir()
        (config / "templates" / "acme.toml").write_text(TASK)
        (config / "templates" / "acme.toml").chmod(0)
        monkeypatch.setattr(places, "config_folder", lambda: config)
        yield config / "templates"


@pytest.fixture
def locked_folder(locked: Path) -> Iterator[Path]:
    """The same with the folder of templates closed, too."""
    locked.chmod(0)
    yield locked
    locked.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="needs file modes")
def test_a_file_that_may_not_be_read_is_refused(locked: Path) -> None:
    with _without_privilege():
        refusal = _refusal("acme")
    assert refusal.code == "template.unreadable"
    assert refusal.arguments["file"] == str(locked / "acme.toml")
    assert refusal.arguments["reason"] == "Permission denied"


@pytest.mark.skipif(os.name == "nt", reason="needs file modes")
def test_a_folder_that_may_not_be_read_is_refused_not_taken_for_empty(locked_folder: Path) -> None:
    with _without_privilege():
        refusal = _refusal("standard")
    assert (refusal.code, refusal.arguments["file"]) == ("template.unreadable", str(locked_folder))
