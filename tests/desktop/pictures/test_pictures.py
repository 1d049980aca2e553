from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from launchready import places
from launchready.desktop.pictures import drawing, over, pictured
from launchready.desktop.window import Window


def test_the_pages_without_a_launch_of_their_own_are_pictured_filled(window: Window, qtbot: Any) -> None:
    pictured.fill()
    library: Any = window.open_page("library")
    qtbot.waitUntil(lambda: library.model.rowCount() == 5)
    qtbot.waitUntil(lambda: all(library.model.held(row).is_known for row in range(5)))
    assert [bool(library.model.held(row).problem) for row in range(5)].count(True) == 1
    pictured.open_damaged(window)
    damaged: Any = window.page("damaged")
    assert damaged.open_button.isVisibleTo(damaged)
    pictured.open_new_launch(window)
    made: Any = window.page("new_launch")
    assert made.model.total() > 0
    pictured.open_import(window)
    page: Any = window.page("import")
    qtbot.waitUntil(lambda: page.found is not None)
    assert (len(page.found.dates), page.model.rowCount()) == (2, 6)


def test_what_opens_over_the_pages_is_pictured_and_closed_again(window: Window) -> None:
    entries = len(window.bridge.session.entries)
    names = []
    for name in over.opened(window):
        names.append(name)
        assert not over.grab(window).isNull()
    assert {"show_palette", "show_settings", "export", "record_decision", "ask_waiver", "sign", "unsaved"} <= set(names)
    assert len(names) == len(set(names)) > 30
    assert over.over(window) == []
    assert len(window.bridge.session.entries) == entries


def test_pictures_are_drawn_in_the_sizes_and_looks_asked_for(theme: object, tmp_path: Path) -> None:
    del theme
    wanted = drawing.Wanted(only=("claims",), sizes=((900, 600),), contrast=True, chapters=9)
    assert {path.name for path in drawing.draw(tmp_path, wanted)} == {
        f"claims-{look}-900x600.png" for look in ("light", "dark", "light-contrast", "dark-contrast")
    }


def test_the_readme_s_pictures_are_small(theme: object, tmp_path: Path) -> None:
    del theme
    made = drawing.draw_readme(tmp_path)
    assert {path.stem for path in made} == {"overview", "checklist", "sign-off", "overview-dark", "summary"}
    assert all(10_000 < path.stat().st_size < 80_000 for path in made)


def test_a_path_reads_from_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert places.shown(tmp_path / "Documents" / "x") == "~/Documents/x"
    assert places.shown(tmp_path.parent / "x") == str(tmp_path.parent / "x")
