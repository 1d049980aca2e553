"""Every page and dialog by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from launchready.desktop.window import Window
from launchready.desktop.work import Work
from tests.desktop.scenes import scenes
from tests.desktop.walking import before, front, interactive, named, reached, walk

SCENES = scenes()


@pytest.fixture
def shown(window: Window, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Window]:
    from tests.desktop.shelves import put

    put("Beacon")
    window.activateWindow()
    SCENES[request.param](window, tmp_path)
    while any(work.is_running() for work in window.findChildren(Work)):
        QTest.qWait(10)
    QTest.qWait(60)
    yield window
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
        QTest.qWait(1)


@pytest.mark.parametrize("shown", SCENES, indirect=True)
def test_tab_reaches_everything_in_the_order_it_is_read(shown: Window) -> None:
    top = front()
    if isinstance(top, QMenu | QFileDialog):
        pytest.skip("Qt's own")
    start = QApplication.focusWidget()
    assert start is not None, "nothing has the focus"
    assert top.isAncestorOf(start)
    met = walk()
    missed = [named(each) for each in interactive(top) if not reached(each, met)]
    assert not missed, missed
    jumps = [f"{named(a)} → {named(b)}" for a, b in zip(met, met[1:]) if not before(a, b)]
    assert len(jumps) <= 1, jumps
