"""The list of launches: told apart where they share a name, and the first to give way where there is little room."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QScrollArea

from launchready.desktop.files.recents import Recent, told_apart
from launchready.desktop.frame.navigation import NavigationButton
from launchready.desktop.window import Window
from tests.desktop.shelves import put


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["/a/atlas.launchready"], []),
        (["/a/atlas.launchready", "/a/atlas-2.launchready"], ["atlas", "atlas-2"]),
        (["/a/atlas.launchready", "/b/atlas.launchready"], ["a", "b"]),
        (
            ["/x/a/atlas.launchready", "/y/a/atlas.launchready"],
            ["/x/a/atlas.launchready", "/y/a/atlas.launchready"],
        ),
    ],
)
def test_launches_of_one_name_are_told_apart(paths: list[str], told: list[str]) -> None:
    recents = [*(Recent(path, "Atlas") for path in paths), Recent("/a/beacon.launchready", "Beacon")]
    assert told_apart(recents) == dict(zip(paths, [str(Path(each)) for each in told], strict=False))


def test_they_are_told_apart_wherever_they_are_offered(window: Window) -> None:
    for file, name in (("atlas", "Atlas"), ("atlas-rehearsal", "Atlas"), ("beacon", "Beacon")):
        window.recents.add(put(file, name), name)
    window.show_launches()
    named = {each.accessibleName() for each in window.navigation.findChildren(NavigationButton)}
    assert {"Atlas, atlas", "Atlas, atlas-rehearsal", "Beacon"} <= named
    remarks = {(command.text, command.remark) for command in window._commands()}
    assert {("Atlas", "atlas · launch"), ("Atlas", "atlas-rehearsal · launch"), ("Beacon", "launch")} <= remarks
    window.show_recents()
    (menu,) = (each for each in window.findChildren(QMenu) if each.isVisible())
    assert {"Atlas · atlas", "Atlas · atlas-rehearsal", "Beacon"} <= {each.text() for each in menu.actions()}
    menu.close()


def test_the_launches_give_way_before_the_pages(window: Window, qtbot: Any, tmp_path: Path) -> None:
    pages = list(window.navigation._buttons.values())
    whole = [each.height() for each in pages]
    window.navigation.show_launches([Recent(str(tmp_path / str(n)), f"Launch {n}") for n in range(8)])
    (area,) = window.navigation.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: area.height() == area.widget().height() and bar.maximum() == 0)
    window.setMinimumSize(100, 100)
    for height in (560, 420):
        window.resize(900, height)
        qtbot.waitUntil(lambda: bar.maximum() > 0)
        assert [each.height() for each in pages] == whole
        tops = [each.mapTo(window, QPoint()).y() for each in pages]
        assert all(b - a >= whole[0] for a, b in itertools.pairwise(tops))
    window.resize(900, 560)
    foot = window.navigation.findChildren(NavigationButton)[-1]
    last = next(each for each in area.findChildren(NavigationButton) if each.accessibleName() == "Launch 7")
    foot.setFocus()
    assert last.visibleRegion().isEmpty()
    pages[-1].setFocus()
    while window.focusWidget() is not last:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert last.visibleRegion().boundingRect() == last.rect()
