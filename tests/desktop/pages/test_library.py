"""The library and the start page under keys and mouse."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from launchready import places
from launchready.desktop.files.opening import clock
from launchready.desktop.pages.library import LibraryPage
from launchready.desktop.theme import Theme
from launchready.desktop.widgets.forms import InlineForm
from launchready.desktop.widgets.start import ChoiceButton
from launchready.desktop.window import Window
from launchready.identity import profile
from launchready.launch.decision import decide
from launchready.launch.lanes import SIGNING
from launchready.launch.readiness import lane_readiness
from tests.desktop.shelves import damage, put


@pytest.fixture
def alone(qtbot: Any, theme: Theme, settings: QSettings) -> Window:
    """A window without a launch, on the library."""
    made = Window(theme, settings)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.open_library()
    return made


def library(window: Window) -> LibraryPage:
    page = window.page("library")
    assert isinstance(page, LibraryPage)
    return page


def read(window: Window, qtbot: Any) -> LibraryPage:
    """The library with everything read."""
    page = library(window)
    page.look()
    qtbot.waitUntil(
        lambda: all((held := page.model.held(row)) and held.is_known for row in range(page.model.rowCount())),
        timeout=5000,
    )
    return page


def form(page: LibraryPage) -> InlineForm:
    assert isinstance(page.form, InlineForm)
    return page.form


def test_a_first_run_asks_who_i_am_once(alone: Window) -> None:
    page = library(alone)
    assert page.who.isVisible()
    QTest.keyClick(page.who.name, Qt.Key.Key_Return)
    assert "needs a name" in page.who.refusal.text()
    QTest.keyClicks(page.who.name, "Dana Ruiz")
    QTest.keyClick(page.who.name, Qt.Key.Key_Return)
    assert profile.load() == profile.Profile("Dana Ruiz", "")
    assert not page.who.isVisible()


def test_the_sample_opens_from_the_start_page_and_is_made_once(alone: Window) -> None:
    page = library(alone)
    sample = next(made for made in page.findChildren(ChoiceButton) if "sample" in made.accessibleName())
    QTest.mouseClick(sample, Qt.MouseButton.LeftButton)
    assert alone.has_launch
    assert alone.bridge.launch.name == "Atlas 3.0"
    alone.open_sample()
    assert len(list(places.data_folder().glob("*.launchready"))) == 1


def test_each_launch_stands_there_with_its_own_numbers(alone: Window, qtbot: Any) -> None:
    put("atlas", chapters=6)
    put("beacon", "Beacon mobile")
    page = read(alone, qtbot)
    assert page.model.rowCount() == 2
    alone.open_file(put("again", "Once more", chapters=6))
    page = read(alone, qtbot)
    row = page.model.row_of(str(places.data_folder() / "again.launchready"))
    cells = [str(page.model.data(page.model.index(row, column))) for column in range(5)]
    launch = alone.bridge.launch
    counts = [lane_readiness(launch, lane.id) for lane in SIGNING]
    assert cells[0] == "Once more"
    assert cells[1] == alone.top.verdict.text() or decide(launch, clock()).verdict.value in cells[1].lower()
    assert cells[3:] == [f"{lane.done} of {lane.total}" for lane in counts]


def test_a_new_file_appears_by_itself(alone: Window, qtbot: Any) -> None:
    page = read(alone, qtbot)
    put("late", "Comes later")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and page.model.held(0).name == "Comes later", timeout=3000)  # type: ignore[union-attr]


def test_what_was_read_is_read_again_only_when_it_changed(alone: Window, qtbot: Any) -> None:
    path = put("atlas")
    page = read(alone, qtbot)
    told: list[object] = []
    page.shelf.came.connect(told.append)
    page.look()
    qtbot.wait(50)
    assert told == []
    from launchready.desktop.files import filing

    filing.rename_launch(path, "Other name")
    page.look()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert page.model.held(0).name == "Other name"  # type: ignore[union-attr]


def test_enter_opens_and_typing_finds(alone: Window, qtbot: Any) -> None:
    put("atlas", "Atlas")
    put("beacon", "Beacon mobile")
    page = read(alone, qtbot)
    page.take_focus()
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.search, "beac")
    assert page.model.rowCount() == 1
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert alone.bridge.launch.name == "Beacon mobile"


def test_rename_gives_launch_and_file_other_names(alone: Window, qtbot: Any) -> None:
    path = put("atlas", "Atlas")
    page = read(alone, qtbot)
    page.table.choose(path)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    form(page).set_value("name", "Atlas 4")
    form(page).set_value("file", "atlas-4")
    form(page).send()
    assert [file.name for file in places.data_folder().glob("*.launchready")] == ["atlas-4.launchready"]
    read(alone, qtbot)
    assert page.chosen_held().name == "Atlas 4"  # type: ignore[union-attr]


def test_a_rename_never_takes_another_s_place(alone: Window, qtbot: Any) -> None:
    path = put("atlas", "Atlas")
    put("beacon", "Beacon")
    page = read(alone, qtbot)
    page.table.choose(path)
    page.rename_chosen()
    form(page).set_value("file", "beacon.launchready")
    form(page).send()
    assert "exists already" in form(page).refusal.text()
    assert Path(path).is_file()


def test_the_open_launch_stays_open_when_it_is_renamed(alone: Window, qtbot: Any) -> None:
    path = put("atlas", "Atlas")
    alone.open_file(path)
    alone.open_library()
    page = read(alone, qtbot)
    page.table.choose(path)
    page.rename_chosen()
    assert form(page).focusWidget().selectedText() == "Atlas"
    form(page).set_value("name", "Renamed")
    form(page).set_value("file", "renamed")
    form(page).send()
    assert alone.bridge.launch.name == "Renamed"
    assert Path(alone.bridge.session.store.name).name == "renamed.launchready"
    assert alone.recents.all()[0].path.endswith("renamed.launchready")


def test_a_duplicate_has_nothing_done(alone: Window, qtbot: Any) -> None:
    path = put("atlas", "Atlas", chapters=4)
    page = read(alone, qtbot)
    page.table.choose(path)
    page.duplicate_chosen()
    form(page).set_value("date", "no day")
    form(page).send()
    assert "no day" in form(page).refusal.text()
    form(page).set_value("name", "Atlas EU")
    form(page).set_value("date", "2031-02-03")
    form(page).send()
    assert alone.open_file(str(places.data_folder() / "atlas-eu.launchready"))
    assert alone.bridge.launch.date == dt.date(2031, 2, 3)
    assert not alone.bridge.launch.sign_offs


@pytest.mark.parametrize(("deed", "back"), [("archive_chosen", True), ("trash_chosen", True)])
def test_what_is_put_away_comes_back_by_undo(alone: Window, qtbot: Any, deed: str, back: bool) -> None:
    path = put("atlas", "Atlas")
    page = read(alone, qtbot)
    page.table.choose(path)
    page.do(deed)
    assert not Path(path).exists()
    assert page.model.rowCount() == 0
    assert alone._toast is not None
    alone._toast._act()
    assert Path(path).exists() is back
    assert read(alone, qtbot).model.rowCount() == 1


def test_the_open_launch_is_closed_when_it_goes_to_the_trash(alone: Window, qtbot: Any) -> None:
    path = put("atlas", "Atlas")
    alone.open_file(path)
    alone.open_library()
    page = read(alone, qtbot)
    page.table.choose(path)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert not alone.has_launch
    assert not Path(path).exists()


def test_an_archived_launch_stands_in_the_archive(alone: Window, qtbot: Any) -> None:
    path = put("atlas", "Atlas")
    page = read(alone, qtbot)
    page.table.choose(path)
    page.archive_chosen()
    QTest.mouseClick(page.chips._buttons["archived"], Qt.MouseButton.LeftButton)
    read(alone, qtbot)
    page.table.selectRow(0)
    page.restore_chosen()
    assert Path(path).is_file()


def test_a_damaged_file_says_why_and_hides_no_other(alone: Window, qtbot: Any) -> None:
    damage(put("bad", chapters=2), 2)
    put("good", "Good")
    page = read(alone, qtbot)
    held = page.model.held(1)
    assert held is not None
    assert "line 3" in held.problem
    assert page.model.data(page.model.index(1, 1)) == "Can't be opened"
    assert page.model.data(page.model.index(0, 0)) == "Good"


def test_two_hundred_launches_hold_nothing_up(alone: Window, qtbot: Any) -> None:
    import shutil

    first = put("atlas", "Atlas", chapters=6)
    for number in range(199):
        shutil.copy(first, places.data_folder() / f"copy-{number}.launchready")
    page = library(alone)
    page.look()
    assert page.model.rowCount() == 200
    assert not any(page.model.held(row).is_known for row in range(200))  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: all(page.model.held(row).is_known for row in range(200)), timeout=15000)  # type: ignore[union-attr]
