from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from launchready.desktop.theme import Theme
from launchready.desktop.widgets.flow import flow


def test_goes_on_in_the_next_line_and_keeps_inside(qtbot: Any, theme: Theme) -> None:
    del theme
    held = QWidget()
    qtbot.addWidget(held)
    buttons = [QPushButton(text) for text in ("Open what is whole", "Show in folder", "A name " * 20)]
    column = QVBoxLayout(held)
    made = flow(*buttons)
    made.setContentsMargins(5, 0, 0, 0)
    column.addLayout(made)
    held.resize(300, 400)
    held.show()
    assert buttons[0].y() == buttons[1].y() or buttons[1].y() > buttons[0].geometry().bottom()
    assert buttons[2].y() > buttons[1].geometry().bottom()
    assert all(each.geometry().right() <= 300 - column.contentsMargins().right() for each in buttons[:2])
    assert buttons[0].x() == column.contentsMargins().left() + 5
    assert made.heightForWidth(2000) < made.heightForWidth(300)


def test_what_is_low_stands_in_the_middle_of_its_line(qtbot: Any, theme: Theme) -> None:
    del theme
    held = QWidget()
    qtbot.addWidget(held)
    high, low = QLabel("High"), QLabel("Low")
    high.setFixedHeight(40)
    low.setFixedHeight(20)
    held.setLayout(flow(high, low))
    held.resize(400, 100)
    held.show()
    assert abs(high.geometry().center().y() - low.geometry().center().y()) <= 1


def test_its_height_follows_what_is_in_it(qtbot: Any, theme: Theme) -> None:
    del theme
    held = QWidget()
    qtbot.addWidget(held)
    made, first = flow(QPushButton("One")), QPushButton("Two")
    held.setLayout(made)
    held.resize(300, 400)
    held.show()
    one_line = made.heightForWidth(300)
    made.addWidget(first)
    assert made.heightForWidth(300) == one_line
    first.setText("A name " * 8)
    qtbot.waitUntil(lambda: made.heightForWidth(300) > one_line)
    made.removeWidget(first)
    assert made.heightForWidth(300) == one_line
