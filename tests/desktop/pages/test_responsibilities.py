"""The responsibilities under keys and mouse."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import QDropEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from launchready.desktop import raci_edits
from launchready.desktop.output import raci_print
from launchready.desktop.pages.responsibilities import ResponsibilitiesPage
from launchready.desktop.widgets.row_dragging import MIME
from launchready.desktop.window import Window
from launchready.launch.model import Activity
from launchready.launch.raci import in_order


@pytest.fixture
def page(window: Window) -> ResponsibilitiesPage:
    found = window.open_page("responsibilities")
    assert isinstance(found, ResponsibilitiesPage)
    return found


def rows(page: ResponsibilitiesPage) -> list[Activity]:
    return in_order(page.bridge.launch)


def cell(page: ResponsibilitiesPage, row: int, party: str) -> None:
    page.grid.choose(rows(page)[row].id, page.model.parties.index(party) + 1)


def test_letters_are_typed_where_they_stand(page: ResponsibilitiesPage) -> None:
    cell(page, 0, "QA")
    QTest.keyClicks(page.grid, "rac")
    assert rows(page)[0].letters["QA"] == "ARC"
    QTest.keyClick(page.grid, Qt.Key.Key_A)
    assert rows(page)[0].letters["QA"] == "RC"
    QTest.keyClick(page.grid, Qt.Key.Key_Backspace)
    assert "QA" not in rows(page)[0].letters
    QTest.keyClick(page.grid, Qt.Key.Key_X)
    assert "QA" not in rows(page)[0].letters


def test_arrows_move_and_the_cell_is_kept_after_typing(page: ResponsibilitiesPage) -> None:
    cell(page, 0, "PM")
    QTest.keyClick(page.grid, Qt.Key.Key_Down)
    QTest.keyClick(page.grid, Qt.Key.Key_Right)
    QTest.keyClick(page.grid, Qt.Key.Key_I)
    assert page.grid.current_party() == "PMM"
    assert "I" in rows(page)[1].letters["PMM"]
    assert page.grid.currentIndex().row() == 1


def test_a_breach_is_named_and_gone_to(page: ResponsibilitiesPage) -> None:
    assert page.summary.text() == "Every activity has exactly one A and at least one R"
    cell(page, 3, "PMM")
    QTest.keyClick(page.grid, Qt.Key.Key_Backspace)
    assert page.summary.text().startswith("1 activity without")
    assert page.model.breach(3) == "No A and no R"
    cell(page, 0, "PM")
    page.show_broken.click()
    assert page.grid.currentIndex().row() == 3


def test_a_title_is_edited_in_place(page: ResponsibilitiesPage, qtbot: Any) -> None:
    page.grid.choose(rows(page)[0].id)
    QTest.keyClick(page.grid, Qt.Key.Key_F2)
    editor = page.grid.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Discovery")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(page)[0].title == "Discovery")


def test_an_empty_title_is_refused_where_the_hand_is(page: ResponsibilitiesPage) -> None:
    page.model.setData(page.model.index(0, 0), "  ")
    assert "give it some text" in page.refusal.text()
    assert rows(page)[0].title


def test_half_typed_text_survives_what_others_write(page: ResponsibilitiesPage) -> None:
    page.grid.choose(rows(page)[1].id)
    QTest.keyClick(page.grid, Qt.Key.Key_F2)
    editor = page.grid.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Half")
    first = rows(page)[0]
    page.bridge.make(lambda draft: raci_edits.type_letter(draft, first.id, "QA", "I"))
    assert editor.isVisible()
    assert editor.text() == "Half"
    assert page.model.text(0, page.model.parties.index("QA") + 1) == "I"


def test_activities_are_added_moved_and_removed(page: ResponsibilitiesPage, window: Window, qtbot: Any) -> None:
    count = len(rows(page))
    page.add_activity()
    editor = page.grid.viewport().findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "Partner enablement")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(page)[-1].title == "Partner enablement")
    QTest.keyClick(page.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert rows(page)[-2].title == "Partner enablement"
    assert page.grid.current_activity() == rows(page)[-2].id
    page.grid.choose(rows(page)[-2].id)
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    assert len(rows(page)) == count
    window.undo()
    assert rows(page)[-2].title == "Partner enablement"


@pytest.mark.parametrize(("row", "onto", "below", "lands"), [(0, 2, True, 2), (3, 1, False, 1), (1, 1, True, 1)])
def test_a_row_is_dragged_to_another_place(
    page: ResponsibilitiesPage, window: Window, row: int, onto: int, below: bool, lands: int
) -> None:
    before = [activity.id for activity in rows(page)]
    data = QMimeData()
    data.setData(MIME, str(row).encode())
    y = page.grid.rowViewportPosition(onto) + (page.grid.rowHeight(onto) - 4 if below else 4)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.grid.dropEvent(QDropEvent(QPointF(20, y), Qt.DropAction.MoveAction, data, buttons, keys))
    assert [activity.id for activity in rows(page)].index(before[row]) == lands
    if row != lands:
        window.undo()
    assert [activity.id for activity in rows(page)] == before


def test_a_half_typed_cell_outlives_what_others_write(page: ResponsibilitiesPage) -> None:
    activity = rows(page)[0]
    page.grid.choose(activity.id)
    page.edit_cell()
    field = page.grid.viewport().findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, "Half ty")
    page.bridge.make(lambda draft: raci_edits.edit(draft, activity.id, "escalates_to", "Somebody"))
    assert field.text() == "Half ty"


def test_a_party_is_added_renamed_and_removed(page: ResponsibilitiesPage) -> None:
    page.add_party()
    assert page.form is not None
    page.form.send()
    assert "not empty" in page.form.refusal.text()
    page.form.set_value("name", "Finance")
    page.form.send()
    assert page.form is None
    assert page.bridge.launch.parties[-1] == "Finance"
    page.rename_party("Finance")
    page.form.set_value("name", "Money")
    page.form.send()
    page.drop_party("PM")
    assert "clear them first" in page.refusal.text()
    page.drop_party("Money")
    assert "Money" not in page.bridge.launch.parties
    assert page.refusal.text() == ""


def test_an_empty_launch_teaches_and_offers_the_next_step(page: ResponsibilitiesPage) -> None:
    for row in rows(page):
        page.bridge.make(lambda draft, a=row.id: raci_edits.remove(draft, a))  # type: ignore[misc]
    assert not page.grid.isVisible()
    offers = [each for each in page.findChildren(QAbstractButton) if each.text() == "Add the first activity"]
    offers[0].click()
    assert [row.title for row in rows(page)] == ["New activity"]
    assert page.grid.isVisible()


def test_prints_on_one_page_whatever_the_names(page: ResponsibilitiesPage) -> None:
    image = QImage(1200, 850, QImage.Format.Format_RGB32)
    paper = QRectF(40, 40, 1120, 770)
    sizes = []
    for title in ("Short", "An activity with a name that goes on and on " * 6):
        first = rows(page)[0]
        page.bridge.make(lambda draft, a=first.id, t=title: raci_edits.edit(draft, a, "title", t))  # type: ignore[misc]
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        sizes.append(raci_print.draw(painter, paper, page.bridge.launch))
        painter.end()
    assert sizes[0] > sizes[1] >= raci_print.SMALLEST
    assert all(image.pixelColor(x, 830).lightness() == 255 for x in range(0, 1200, 7))
    assert any(image.pixelColor(x, 400).lightness() < 200 for x in range(1200))


def test_the_preview_draws_the_page(page: ResponsibilitiesPage, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(raci_print, "draw", lambda _, __, launch: drawn.append(launch.name))
    dialog = raci_print.Preview(page, page.bridge.launch)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(drawn))
    assert drawn[0] == page.bridge.launch.name
    dialog.close()
