"""The page for a new launch."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from launchready import places
from launchready.desktop.pages.new_launch import NewLaunchPage
from launchready.desktop.window import Window
from launchready.identity import profile
from launchready.templates import load
from launchready.templates.library import own_folder


@pytest.fixture
def page(window: Window) -> NewLaunchPage:
    window.trigger("new_launch")
    found = window.page("new_launch")
    assert isinstance(found, NewLaunchPage)
    return found


def fill(page: NewLaunchPage) -> None:
    QTest.keyClicks(page.form.name, "Beacon mobile")
    page.form.date.setText("2031-03-04")
    QTest.keyClicks(page.form.pm, "Priya Nair <p@example.com>")
    QTest.keyClicks(page.form.pmm, "Dana Ruiz")


def test_makes_a_launch_like_the_command_line(page: NewLaunchPage, window: Window) -> None:
    fill(page)
    page.form.tier.choose("1")
    QTest.keyClick(page.form.pmm, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    launch = window.bridge.launch
    assert page.refusal.text() == ""
    assert (launch.name, launch.tier, launch.date) == ("Beacon mobile", 1, dt.date(2031, 3, 4))
    assert len(launch.tasks) == len(load("standard").for_tier(1))
    assert launch.people[launch.leads["pm"]].email == "p@example.com"
    assert (places.data_folder() / "beacon-mobile.launchready").is_file()


def test_a_second_of_that_name_gets_a_file_of_its_own(page: NewLaunchPage, window: Window) -> None:
    for file in ("beacon-mobile.launchready", "beacon-mobile-2.launchready"):
        window.trigger("new_launch")
        fill(page)
        page.make()
        assert (places.data_folder() / file).is_file()


def test_the_preview_follows_the_tier(page: NewLaunchPage, qtbot: Any) -> None:
    template = load("standard")
    for tier in (3, 1):
        QTest.mouseClick(page.form.tier._buttons[str(tier)], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda tier=tier: page.model.total() == len(template.for_tier(tier)))


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "no name"),
        ("date", "soon", "no day"),
        ("pm", " ", "leads PM"),
        ("go_no_go", "T+3", "after the launch"),
        ("zone", "Mars/Base", "Mars/Base"),
        ("time", "noon", "noon"),
    ],
)
def test_what_is_missing_is_said_and_nothing_made(
    page: NewLaunchPage, window: Window, field: str, typed: str, said: str
) -> None:
    fill(page)
    made: Any = getattr(page.form, field)
    (made.setCurrentText if field == "zone" else made.setText)(typed)
    page.make()
    assert said in page.refusal.text()
    assert not places.data_folder().exists() or not list(places.data_folder().glob("*.launchready"))
    assert window.bridge.launch.name == "Atlas 3.0"


def test_one_person_leads_both(page: NewLaunchPage, window: Window) -> None:
    fill(page)
    page.form.one_person.setChecked(True)
    page.make()
    launch = window.bridge.launch
    assert launch.one_person
    assert launch.leads["pm"] == launch.leads["pmm"]


def test_me_fills_my_name_in(window: Window) -> None:
    profile.save(profile.Profile("Dana Ruiz", "d@example.com"))
    window.new_launch()
    page: Any = window.page("new_launch")
    me = next(made for made in page.form.findChildren(type(page.make_button)) if made.text() == "Me")
    QTest.mouseClick(me, Qt.MouseButton.LeftButton)
    assert page.form.pm.text() == "Dana Ruiz <d@example.com>"


def test_escape_goes_back_to_the_launch(page: NewLaunchPage, window: Window) -> None:
    page.form.name.setFocus()
    QTest.keyClick(page.form.name, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is not page
    assert window.has_launch


def test_the_page_opens_with_the_checklist_of_the_chosen_tier(window: Window) -> None:
    shown = window.open_page("new_launch")
    assert isinstance(shown, NewLaunchPage)
    assert shown.model.total() == len(load("standard").for_tier(2))
    shown.form.date.setText("2031-03-04")
    shown.preview()
    assert shown.form.go_no_go.placeholderText() == "T−3 · 1 Mar"


def test_the_form_is_whole_beside_the_preview_in_a_small_window(
    page: NewLaunchPage, window: Window, qtbot: Any
) -> None:
    window.resize(900, 600)

    def is_beside() -> bool:
        return page.table.mapTo(page, page.table.rect().topLeft()).x() > page._left.geometry().right()

    qtbot.waitUntil(is_beside)
    scrolled = page.form.parentWidget()
    assert scrolled is not None
    assert scrolled.width() <= scrolled.parentWidget().width()  # type: ignore[union-attr]


def own_template(name: str) -> Any:
    own_folder().mkdir(parents=True, exist_ok=True)
    path = own_folder() / f"{name}.toml"
    path.write_text('title = "Ours"\n[[tasks]]\ntitle = "One"\nlane = "pm"\ndue = "T-3"\n')
    return path


def test_one_s_own_template_is_renamed_and_moved_to_the_trash(window: Window) -> None:
    path = own_template("ours")
    window.trigger("new_launch")
    page: Any = window.page("new_launch")
    choice = page.form.templates
    assert not choice.more.isVisible()
    assert not window.has_own_template()
    choice.chosen.setCurrentIndex(choice.chosen.findData("ours"))
    assert choice.more.isVisible()
    window.trigger("rename_template")
    form = choice.form
    form.set_value("name", "standard/x")
    form.send()
    assert "no name for a file" in form.refusal.text()
    form.set_value("name", "theirs")
    form.send()
    assert choice.name() == "theirs"
    assert not path.exists()
    window.trigger("trash_template")
    assert choice.name() == "standard"
    assert not path.with_name("theirs.toml").exists()
    assert window._toast is not None
    assert window._toast.text() == "Moved the template theirs to the trash"
    window._toast._act()
    assert choice.name() == "theirs"
    assert path.with_name("theirs.toml").exists()


def test_a_launch_begins_from_one_s_own_template(window: Window) -> None:
    own_template("ours")
    window.trigger("new_launch")
    page: Any = window.page("new_launch")
    fill(page)
    page.form.templates.chosen.setCurrentIndex(page.form.templates.chosen.findData("ours"))
    page.make()
    assert [task.title for task in window.bridge.launch.tasks.values()] == ["One"]
    assert window.bridge.launch.template == "ours"
