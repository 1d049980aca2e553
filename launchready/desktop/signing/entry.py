"""One judged thing as a row: its title, how it stands, what there is to know, and what can be said about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.labels import LinkButton, Pill, label, rule
from launchready.desktop.widgets.tones import Look


class Entry(NamedTuple):
    """`deeds` are the names of what can be done with it, as `Deed` knows them; `task` is opened by its title."""

    title: str
    look: Look
    under: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    task: str = ""


class Deed(NamedTuple):
    """A button of a row: its words, and what it does."""

    text: str
    act: Callable[[], object]


def entry_row(
    entry: Entry, deeds: Iterable[Deed], open_task: Callable[[str], object] | None = None, *, first: bool = False
) -> QWidget:
    """The row. Its buttons are named with what they are about, for those who hear them out of sight of the row."""
    made = QWidget()
    made.setAccessibleName(f"{entry.title}, {entry.look.text}")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 6)
    column.setSpacing(4)
    if not first:
        column.addWidget(rule())
        column.addSpacing(4)
    if entry.task and open_task is not None:
        title: QWidget = LinkButton(entry.title)
        title.setProperty("level", "flush")
        title.clicked.connect(lambda _checked=False: open_task(entry.task))  # type: ignore[attr-defined]
        line = row(title, 1, Pill(entry.look))
    else:
        line = row(label(entry.title, "strong", wrap=True), Pill(entry.look))
        line.setStretch(0, 1)
    column.addLayout(line)
    for text in entry.under:
        column.addWidget(label(text, "secondary", wrap=True))
    buttons = [_deed(deed, entry) for deed in deeds]
    if buttons:
        column.addLayout(row(*buttons, 1, spacing=16))
    return made


def _deed(deed: Deed, entry: Entry) -> QPushButton:
    made = button(deed.text, "link", deed.act, f"{deed.text.rstrip('…')}: {entry.title}")
    made.setProperty("level", "flush")
    return made
