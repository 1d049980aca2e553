"""Damaged files, and changes that could not be saved."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.dialogs.leaving import Unsaved
from launchready.desktop.pages.damaged import DamagedPage
from launchready.desktop.theme import Theme
from launchready.desktop.window import Window
from tests.desktop.shelves import damage, put


@pytest.fixture
def opened(qtbot: Any, theme: Theme, settings: QSettings) -> Window:
    """A window with a launch in a file."""
    made = Window(theme, settings)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    assert made.open_file(put("atlas", "Atlas"))
    return made


def add(bridge: LaunchBridge, title: str) -> object:
    return bridge.make(lambda draft: draft.task(title, "pm"))


def titles(window: Window) -> set[str]:
    return {task.title for task in window.bridge.launch.tasks.values()}


def test_a_damaged_file_opens_as_far_as_it_is_whole(opened: Window, tmp_path: Path) -> None:
    path = put("bad", chapters=5)
    damage(path, 4)
    content = Path(path).read_bytes()
    assert not opened.open_file(path)
    page = opened.stack.currentWidget()
    assert isinstance(page, DamagedPage)
    assert "line 5" in page._why.text()
    assert "4 of" in page._whole.text()
    QTest.mouseClick(page.open_button, Qt.MouseButton.LeftButton)
    assert len(opened.bridge.session.entries) == 4
    assert "whole of" in opened.status._saved.text()
    assert add(opened.bridge, "Typed here") is None
    copy = tmp_path / "copy.launchready"
    opened.save_copy_as(str(copy))
    assert opened.bridge.session.store.name == str(copy)
    assert "Typed here" in titles(opened)
    assert opened.status._saved.text() == "All changes saved"
    assert Path(path).read_bytes() == content


def test_a_file_of_which_nothing_is_whole_says_so(opened: Window, tmp_path: Path) -> None:
    (tmp_path / "x.launchready").write_text("{}\n")
    opened.open_file(str(tmp_path / "x.launchready"))
    page = opened.stack.currentWidget()
    assert isinstance(page, DamagedPage)
    assert not page.open_button.isVisible()
    assert "Nothing of this file" in page._whole.text()


def test_a_file_that_is_not_there_is_refused_where_one_stands(opened: Window, tmp_path: Path) -> None:
    assert not opened.open_file(str(tmp_path / "gone.launchready"))
    assert "no file" in opened.refusal.text()
    assert opened.has_launch


def test_a_file_taken_away_keeps_the_edit_and_a_copy_saves_it(opened: Window, tmp_path: Path) -> None:
    Path(opened.bridge.session.store.name).unlink()
    add(opened.bridge, "Kept")
    assert "no longer there" in opened.status._saved.text()
    assert opened.status._copy.isVisible()
    opened.save_copy_as(str(tmp_path / "copy.launchready"))
    assert "Kept" in titles(opened)
    assert not opened.bridge.unsaved
    assert opened.bridge.session.store.name == str(tmp_path / "copy.launchready")


def test_a_full_disk_keeps_the_edit_until_there_is_room(
    opened: Window, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    from launchready.store import disk

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write_durably", full)
        add(opened.bridge, "Kept")
        assert "No space left on device" in opened.status._saved.text()
        assert opened.close() is False
    QTest.mouseClick(opened.status._retry, Qt.MouseButton.LeftButton)
    assert opened.status._saved.text() == "All changes saved"
    assert "Kept" in titles(opened)
    opened.findChild(Unsaved).reject()
    del qtbot


def test_leaving_asks_what_to_do_with_what_is_unsaved(opened: Window) -> None:
    Path(opened.bridge.session.store.name).unlink()
    add(opened.bridge, "Kept")
    other = put("other", "Other")
    assert not opened.open_file(other)
    asked = opened.findChild(Unsaved)
    assert asked is not None
    assert opened.bridge.launch.name == "Atlas"
    QTest.mouseClick(asked.drop, Qt.MouseButton.LeftButton)
    assert opened.bridge.launch.name == "Other"


def test_a_replaced_file_is_never_written_to(opened: Window) -> None:
    path = Path(opened.bridge.session.store.name)
    path.rename(path.with_name("moved.launchready"))
    path.write_text("something else")
    add(opened.bridge, "Kept")
    assert "Another file now lies" in opened.status._saved.text()
    assert path.read_text() == "something else"
    opened.bridge.session.unsaved = None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_without_permission_the_edit_is_kept(opened: Window) -> None:
    Path(opened.bridge.session.store.name).chmod(0o444)
    add(opened.bridge, "Kept")
    assert "can't be written" in opened.status._saved.text()
    opened.bridge.session.unsaved = None
