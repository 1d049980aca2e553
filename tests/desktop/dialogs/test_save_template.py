"""Saving a launch or a checklist as a template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from launchready.desktop.dialogs.save_template import SaveTemplateDialog
from launchready.desktop.pages.importing import ImportPage
from launchready.desktop.window import Window
from launchready.templates import load
from launchready.templates.library import own_folder


@pytest.fixture
def dialog(window: Window) -> SaveTemplateDialog:
    return asked(window, "save_template")


def asked(window: Window, action: str) -> SaveTemplateDialog:
    window.trigger(action)
    found = window.findChild(SaveTemplateDialog)
    assert isinstance(found, SaveTemplateDialog)
    return found


def cells(dialog: SaveTemplateDialog) -> list[list[str]]:
    model = dialog.model
    return [[str(model.index(row, column).data()) for column in range(5)] for row in range(model.rowCount())]


def test_what_becomes_of_each_task_is_shown_before(dialog: SaveTemplateDialog, window: Window) -> None:
    tester = QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown = {row[0]: row for row in cells(dialog)}
    assert len(shown) == len(window.bridge.launch.tasks)
    assert shown["Launch brief"] == ["Launch brief", "PM", "T−84 · gating", "PM lead", "Priya Nair becomes PM lead"]
    assert shown["Beta exit"][4] == "M. Okafor leads no lane and is left out"
    assert dialog._place.text().endswith("atlas-3.0.toml")
    dialog.title.setText("Other")
    dialog.close()
    del tester


def test_it_is_saved_and_stands_with_the_others(dialog: SaveTemplateDialog, window: Window) -> None:
    entries = len(window.bridge.session.entries)
    dialog.name.setText("ours")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert load("ours").title == "Atlas 3.0"
    assert len(window.bridge.session.entries) == entries
    assert window._toast is not None
    assert window._toast.text().startswith("Saved the template Atlas 3.0")
    page: Any = window.open_page("new_launch")
    page.begin()
    combo = page.form.templates.chosen
    assert combo.itemText(combo.findData("ours")) == "Atlas 3.0 (yours)"


def test_one_that_is_there_is_replaced_only_where_that_is_said(dialog: SaveTemplateDialog) -> None:
    own_folder().mkdir(parents=True)
    held = own_folder() / "ours.toml"
    held.write_text("mine")
    assert not dialog.replace.isVisible()
    dialog.name.setText("ours")
    assert dialog.replace.isVisible()
    dialog.save()
    assert "“ours” already" in dialog.refusal.text()
    assert held.read_text() == "mine"
    dialog.replace.setChecked(True)
    dialog.save()
    assert load("ours").tasks


def test_a_name_that_ships_is_told_and_one_that_can_t_be_refused(dialog: SaveTemplateDialog) -> None:
    dialog.name.setText("standard")
    assert "before the one of that name that ships" in dialog._place.text()
    dialog.name.setText("../away")
    dialog.save()
    assert "no name for a file" in dialog.refusal.text()
    assert not own_folder().exists()
    dialog.close()


def test_a_checklist_is_saved_from_the_import_page(window: Window, tmp_path: Path, qtbot: Any) -> None:
    (tmp_path / "plan.csv").write_text("Task,Owner,Due\nPrice page,Ana,2031-12-01\nBlog,Ben,2031-12-08\nCall,,\n")
    window.import_file(str(tmp_path / "plan.csv"))
    page = window.page("import")
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: page._work is None)
    page.model.choose([2], False)
    dialog = asked(window, "import_template")
    assert [row[2] for row in cells(dialog)] == ["T−7", "T"]
    assert cells(dialog)[0][4] == "1 Dec 2031 becomes T−7 · Ana is left out"
    assert dialog.date is not None
    dialog.date.setText("2031-12-10")
    assert [row[2] for row in cells(dialog)] == ["T−9", "T−2"]
    dialog.date.setText("soon")
    dialog.save()
    assert "“soon” is no date" in dialog.refusal.text()
    dialog.date.setText("2031-12-10")
    dialog.save()
    assert [task.title for task in load("plan").tasks] == ["Price page", "Blog"]


def test_what_is_to_be_answered_is_answered_first(window: Window, tmp_path: Path, qtbot: Any) -> None:
    (tmp_path / "plan.csv").write_text("Task,Status\nBrief,FLUBBED\n")
    window.import_file(str(tmp_path / "plan.csv"))
    page: Any = window.page("import")
    qtbot.waitUntil(lambda: page._work is None)
    window.trigger("import_template")
    assert "FLUBBED" in page.refusal.text()
    assert window.findChild(SaveTemplateDialog) is None
