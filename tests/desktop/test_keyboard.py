"""Every page, dialog and form by keyboard alone: all of it is reached, in the order in which it is read, the focus is
seen, and Esc takes away what is on top and nothing else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from launchready.desktop.widgets.forms import InlineForm
from launchready.desktop.window import Window
from tests.desktop.scenes import scenes
from tests.desktop.scenes.unnamed import wait
from tests.desktop.shelves import put
from tests.desktop.walking import before, front, interactive, mnemonics, named, reached, unseen, walk

SCENES = scenes()


@pytest.fixture
def shown(window: Window, tmp_path: Path, scene: str) -> Iterator[Window]:
    put("Beacon")
    activate(window)
    bring_up(window, tmp_path, scene)
    yield window
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
        QTest.qWait(1)


def activate(window: Window) -> None:
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def bring_up(window: Window, folder: Path, scene: str) -> None:
    SCENES[scene](window, folder)
    wait(window)


@pytest.mark.parametrize("scene", SCENES)
def test_by_keyboard(shown: Window, scene: str, tmp_path: Path) -> None:
    top, start = front(shown), QApplication.focusWidget()
    if isinstance(top, QMenu):
        assert_mnemonics_differ(top)
    else:
        assert start is not None
        assert top.isAncestorOf(start)
        if not isinstance(top, QFileDialog):  # Qt's own, and another on each system
            assert_tab_reaches_all(top)
        start.setFocus()
    if top is not shown:
        assert_escape_goes_back(shown, scene, tmp_path)
    elif form := form_of(start):
        assert_escape_closes(shown, form)


def assert_tab_reaches_all(top: QWidget) -> None:
    met = walk()
    missed = [named(each) for each in interactive(top) if not reached(each, met)]
    assert not missed, missed
    jumps = [f"{named(a)} → {named(b)}" for a, b in itertools.pairwise(met) if not before(a, b)]
    assert len(jumps) <= 1, jumps  # where it comes round
    first, *rest = walk()
    assert walk(back=True) == [first, *reversed(rest)]
    blind = [named(each) for each in unseen()]
    assert not blind, blind


def assert_mnemonics_differ(menu: QMenu) -> None:
    keys = mnemonics(menu)
    assert len(keys) == len(set(keys)), keys


def assert_escape_goes_back(window: Window, scene: str, folder: Path) -> None:
    """To the window, and, brought up once more from there, to where the focus was."""
    escape()
    assert front(window) is window
    activate(window)
    held = QApplication.focusWidget()
    assert held is not None
    bring_up(window, folder, scene)
    assert front(window) is not window
    escape()
    assert front(window) is window
    activate(window)
    assert QApplication.focusWidget() is held


def escape() -> None:
    QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), Qt.Key.Key_Escape)
    QTest.qWait(20)


def form_of(focus: QWidget | None) -> InlineForm | None:
    while focus is not None and not isinstance(focus, InlineForm):
        focus = focus.parentWidget()
    return focus


def assert_escape_closes(window: Window, form: InlineForm) -> None:
    """The form alone; the focus goes back into the page, to something that Tab goes to."""
    page = window.stack.currentWidget()
    escape()
    assert window.stack.currentWidget() is page
    assert not (isValid(form) and form.isVisible())
    held = QApplication.focusWidget()
    assert held is not None
    assert page.isAncestorOf(held)
    assert held.isVisible()
    assert held.focusPolicy() & Qt.FocusPolicy.TabFocus, named(held)
