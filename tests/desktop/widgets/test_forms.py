from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from launchready.desktop.theme import Theme
from launchready.desktop.widgets.dialogs import scrolling
from launchready.desktop.widgets.forms import Ask, InlineForm


def area_with(qtbot: Any, form: InlineForm) -> QScrollArea:
    """The form below much else, in an area that shows none of it."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    above = QLabel("Above")
    above.setFixedHeight(900)
    for each in (above, form):
        column.addWidget(each)
    area = scrolling(inner)
    qtbot.addWidget(area)
    area.resize(400, 300)
    return area


@pytest.mark.parametrize(("asks", "whole"), [(2, True), (12, False)])
def test_a_form_that_opens_comes_into_sight(qtbot: Any, theme: Theme, asks: int, whole: bool) -> None:
    """All of it, or its top where there is less room than it needs."""
    del theme
    form = InlineForm("Add evidence", tuple(Ask(str(n), f"Line {n}") for n in range(asks)), "Add", lambda *_: True)
    area = area_with(qtbot, form)
    form.hide()
    area.show()
    form.show()
    qtbot.waitUntil(lambda: 0 <= form.mapTo(area, QPoint()).y() < area.height() // 2)
    bottom = form.mapTo(area, QPoint(0, form.height())).y()
    assert (bottom <= area.height()) is whole
