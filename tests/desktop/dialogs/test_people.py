from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from launchready.desktop.dialogs.people import DECIDER, PeopleDialog
from launchready.desktop.widgets.fields import LineField
from launchready.desktop.window import Window


@pytest.fixture
def dialog(opened: Callable[[str, type[Any]], Any]) -> PeopleDialog:
    found = opened("edit_people", PeopleDialog)
    assert isinstance(found, PeopleDialog)
    return found


def person(window: Window, name: str) -> str:
    return next((each.id for each in window.bridge.launch.people.values() if each.name == name), "")


def choose(dialog: PeopleDialog, role: str, who: str) -> None:
    combo = dialog.leads[role]
    combo.setCurrentIndex(combo.findData(who))
    combo.activated.emit(combo.currentIndex())


def field(dialog: PeopleDialog, name: str) -> LineField:
    return next(each for each in dialog.findChildren(LineField) if each.accessibleName() == name)


def press(dialog: PeopleDialog, name: str) -> None:
    found = next(each for each in dialog.findChildren(QAbstractButton) if each.accessibleName() == name)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_adds_renames_and_removes_a_person(window: Window, dialog: PeopleDialog) -> None:
    dialog.add_person()
    assert dialog.form is not None
    dialog.form.set_value("name", "N. Newcomer")
    dialog.form.set_value("email", "new@example.com")
    dialog.form.send()
    assert person(window, "N. Newcomer")
    line = field(dialog, "Name: N. Newcomer")
    line.setFocus()
    line.setText("N. Renamed")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert person(window, "N. Renamed")
    assert dialog.isVisible()
    press(dialog, "Remove N. Renamed")
    assert not person(window, "N. Renamed")


def test_somebody_who_is_needed_is_not_removed(window: Window, dialog: PeopleDialog) -> None:
    press(dialog, "Remove L. Chen")
    assert "they are the decider" in dialog.refusal.text()
    assert person(window, "L. Chen")


def test_the_same_person_twice_is_refused_where_it_is_typed(window: Window, dialog: PeopleDialog) -> None:
    dialog.add_person()
    assert dialog.form is not None
    dialog.form.set_value("name", "m. okafor")
    dialog.form.send()
    assert "in this launch already" in dialog.form.refusal.text()
    assert len([each for each in window.bridge.launch.people.values() if each.name.casefold() == "m. okafor"]) == 1


def test_leads_and_the_decider_change(window: Window, dialog: PeopleDialog) -> None:
    choose(dialog, "pm", person(window, "M. Okafor"))
    assert window.bridge.launch.leads["pm"] == person(window, "M. Okafor")
    choose(dialog, DECIDER, "")
    assert window.bridge.launch.decider == ""
    choose(dialog, "pm", person(window, "Dana Ruiz"))
    assert "leads PMM already" in dialog.refusal.text()
    assert dialog.leads["pm"].currentData() == person(window, "M. Okafor")


def test_a_delegate_is_named_and_ended(window: Window, dialog: PeopleDialog) -> None:
    dialog.name_delegate()
    form = dialog.form
    assert form is not None
    assert form.values()["lane"] == "pmm"
    form.send()
    assert "Say who" in form.refusal.text()
    form.set_value("who", "J. Abe")
    form.set_value("end", "T")
    form.send()
    held = window.bridge.launch.delegations
    assert [(each.lane, each.person, each.word.recorded_by) for each in held] == [("pmm", person(window, "J. Abe"), "")]
    dialog.remove_delegate(held[0].id)
    assert dialog.form is not None
    dialog.form.send()
    assert window.bridge.launch.delegations == ()


def test_what_others_write_appears_and_half_typed_text_stays(window: Window, dialog: PeopleDialog) -> None:
    dialog.activateWindow()
    line = field(dialog, "E-mail: M. Okafor")
    line.setFocus()
    line.setText("half@")
    window.bridge.make(lambda draft: draft.person("From Elsewhere"))
    assert field(dialog, "E-mail: M. Okafor").text() == "half@"
    assert dialog.leads["pm"].findText("From Elsewhere") >= 0
